"""Writing files so that there is never half of one, and naming them so that Windows accepts the name."""

import errno
import os
import re
from collections.abc import Callable, Iterable, Sequence
from io import FileIO
from pathlib import Path

from desktop_app.errors import Refused
from desktop_app.texts import files as texts

_FORBIDDEN = r'[\\/:*?"<>|\x00-\x1f\u200e\u200f\u202a-\u202e]'
_DEVICES = r"(?i:con|prn|aux|nul|com\d|lpt\d)(\..*)?"
MOST_GIVEN = 64 << 20  # bytes
LONGEST_NAME = 200  # bytes in UTF-8, which leaves room for an ending on every file system
_FLUSHERS = 16  # a disk brings the flushes of several files down together
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_whole(path: Path, write: Callable[[Path], object]) -> str:
    """Let `write` fill a new file beside `path`, bring it to the disk, put it in place; returns its SHA-256.

    Refused, with nothing changed, where the folder cannot be written, the disk is full or the old file is held open.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # not by tempfile, whose files only their owner may read: others collect these from a shared folder
        fresh = path.with_name(f".~{os.urandom(6).hex()}{path.suffix}")
        fresh.open("xb").close()
    except OSError as error:
        raise refusal(path, error) from error
    try:
        write(fresh)
        flush(fresh)
        digest = sha256(fresh.read_bytes())
        os.replace(fresh, path)
        return digest
    except OSError as error:
        raise refusal(path, error) from error
    finally:
        fresh.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> str:
    """`data` as a whole file at `path`; returns its SHA-256."""
    return write_whole(path, lambda fresh: fresh.write_bytes(data))


def write_new(files: Iterable[tuple[Path, bytes]]) -> None:
    """Contents, whose hashes are known, as whole files at paths where none is; Refused as by `write_whole`.

    All are written before the disk is waited for, which brings them down together.
    """
    made: list[tuple[FileIO, Path]] = []
    path = Path()
    try:
        for path, data in files:
            made.append((_fresh_beside(path), path))
            _fill(made[-1][0], data)
        _flush_together([handle for handle, _ in made])
        while made:
            handle, path = made[-1]
            handle.close()
            os.replace(handle.name, path)
            made.pop()
    except OSError as error:
        raise refusal(path, error) from error
    finally:
        for handle, _ in made:
            handle.close()
            Path(handle.name).unlink(missing_ok=True)


def _fresh_beside(path: Path) -> FileIO:
    """A new file to write to, its folder made where need be."""
    fresh = path.with_name(f".~{os.urandom(6).hex()}{path.suffix}")
    try:
        return FileIO(fresh, "xb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return FileIO(fresh, "xb")


def _fill(handle: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:  # on a disk that is nearly full, a write without a buffer stops half way and says nothing
        rest = rest[handle.write(rest) or 0 :]


def _flush_together(handles: Sequence[FileIO]) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def flush_these(several: Sequence[FileIO]) -> None:
        for handle in several:
            os.fsync(handle.fileno())

    with ThreadPoolExecutor(_FLUSHERS) as pool:
        list(pool.map(flush_these, [handles[n::_FLUSHERS] for n in range(_FLUSHERS)]))


def stands(path: Path) -> bool:
    """Whether anything is at a path; one that is longer than the system knows leads nowhere."""
    try:
        return path.exists()
    except OSError:
        return False


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; Refused where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refused(texts.MISSING.format(name=path.name)) from error
    except IsADirectoryError as error:
        raise Refused(texts.FOLDER.format(name=path.name)) from error
    except OSError as error:
        raise Refused(texts.UNREADABLE.format(name=path.name)) from error


def read_given(path: Path) -> bytes:
    """The bytes of a file from outside; Refused, unread, where it is larger than any that an office sends."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # reading tells what is wrong
    if size > MOST_GIVEN:
        raise Refused(texts.TOO_LARGE.format(name=path.name, size=size >> 20, most=MOST_GIVEN >> 20))
    return read_bytes(path)


def refusal(path: Path, error: OSError) -> Refused:
    """What to tell the clerk when `path` could not be written."""
    if error.errno in _FULL:
        return Refused(texts.DISK_FULL.format(name=path.name))
    if isinstance(error, PermissionError) and not path.is_dir():  # Windows gives no right to replace a folder
        return Refused((texts.HELD_OPEN if path.exists() else texts.NO_PERMISSION).format(name=path.name))
    return Refused(texts.UNWRITABLE.format(name=path.name))


def flush(path: Path) -> None:
    """Bring a written file to the disk."""
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())


def sha256(data: bytes) -> str:
    """The content hash that names a stored file."""
    from hashlib import sha256 as hashed  # OpenSSL takes its time, and no start needs it

    return hashed(data).hexdigest()


def safe_name(name: str) -> str:
    """`name` as Windows accepts it: no forbidden characters, device names, trailing dots, or too many bytes."""
    kept = re.sub(_FORBIDDEN, "_", name).strip(" .") or "_"
    while len(kept.encode("utf-8", "replace")) > LONGEST_NAME:
        kept = kept[:-1].strip(" .")
    return f"_{kept}" if re.fullmatch(_DEVICES, kept) else kept

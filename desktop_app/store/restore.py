"""Putting a backup in the place of the ledger: what is there is kept, no key is given twice, a new epoch begins.

A form that went out before the restore knows the older epoch, so it is asked about when it comes back (law 7).
"""

import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from desktop_app import clock
from desktop_app.errors import Refused
from desktop_app.files import flush, read_bytes, refusal, sha256, stands, write_bytes
from desktop_app.store import content, database
from desktop_app.store.backup import BESIDE, keep_as_it_lies
from desktop_app.store.journal import RESTORE, Entry, write_entry
from desktop_app.store.lock import Lock
from desktop_app.store.store import FILE, LOCK, who
from desktop_app.texts import backup as texts

_SQLITE, _ZIP = b"SQLite format 3\0", b"PK\x03\x04"
_ORIGINAL = re.compile(r"files/([0-9a-f]{2})/([0-9a-f]{2})([0-9a-f]{62})(?:\.\w{1,9})?")
_PIECE, _MOST_BYTES = 1 << 20, 128 << 20  # bytes; no original that was ever taken in is larger


class Restored(NamedTuple):
    """What was put in place, and where the ledger that stood there before is kept; None where there was none."""

    file: Path
    before: Path | None


class Ready(NamedTuple):
    """A sound database that can take the ledger's place at once, and where the ledger that stands there is kept."""

    folder: Path
    fresh: Path
    restored: Restored


def restore(folder: Path, file: Path, heed: Callable[[], object] = lambda: None) -> Restored:
    """Make the ledger in `folder` what `file` holds: a backup, a hand-over pack or a readable copy.

    `heed` is called wherever it can still be called off; what it raises does so. Refused, with nothing changed, where
    the file is none of them, damaged or of a newer program, or where another window holds the ledger.
    """
    _expect(file)
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with Lock(folder / LOCK), ready(folder, file, heed) as made:
            return put_in_place(made)


@contextmanager
def ready(folder: Path, file: Path, heed: Callable[[], object]) -> Iterator[Ready]:
    """What `restore` puts in place, for whoever holds the ledger's lock; the ledger itself is not changed yet."""
    _expect(file)
    with ExitStack() as stack:
        with _told(folder):
            fresh = stack.enter_context(_candidate(folder, file))
            heed()
            before = keep_as_it_lies(folder, "restore")
            _new_epoch(fresh, folder / FILE, file.name)
            flush(fresh)
            heed()
        yield Ready(folder, fresh, Restored(file, before))


def put_in_place(made: Ready) -> Restored:
    """Move the new database over the ledger, which nobody may have open.

    No log of the old one may stay: SQLite would play it into the new one.
    """
    path = made.folder / FILE
    with _told(made.folder):
        try:
            if path.exists():
                with closing(sqlite3.connect(path)) as old:  # Windows replaces no file that is open
                    old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except (sqlite3.Error, OSError):
            pass  # too damaged to be closed in order; it is kept beside the backups
        for ending in BESIDE:
            path.with_name(FILE + ending).unlink(missing_ok=True)
        os.replace(made.fresh, path)
    return made.restored


def _expect(file: Path) -> None:
    if not stands(file) or not file.is_file():
        raise Refused(texts.MISSING.format(name=file.name))


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turn the troubles of the database and of its folder into sentences."""
    try:
        with database.told(folder / FILE):
            yield
    except OSError as error:
        raise refusal(folder / FILE, error) from error


@contextmanager
def _candidate(folder: Path, file: Path) -> Iterator[Path]:
    """A sound database with what `file` holds, beside the ledger; its stored originals are put in their place."""
    data = read_bytes(file)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".~", ignore_cleanup_errors=True) as room:
        fresh = Path(room) / FILE
        if data.startswith(_SQLITE):
            fresh.write_bytes(data)
        elif data.startswith(_ZIP):
            _unpack(data, fresh, folder, file.name)
        elif data.lstrip()[:1] == b"[":
            content.build(_lines(data, file.name), fresh)
        else:
            raise Refused(texts.NOT_A_BACKUP.format(name=file.name))
        _sound(fresh, file.name)
        yield fresh


def _lines(data: bytes, name: str) -> list[str]:
    """The lines of a readable copy, as only line feeds part them."""
    try:
        return data.decode("utf-8", "surrogatepass").removesuffix("\n").split("\n")
    except UnicodeDecodeError as error:
        raise Refused(texts.NOT_A_COPY.format(name=name)) from error


def _unpack(data: bytes, fresh: Path, folder: Path, name: str) -> None:
    """A hand-over pack: its ledger, and its stored originals, each only where it has the content that names it."""
    import zipfile
    import zlib
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as pack:
            with pack.open(FILE) as packed, fresh.open("wb") as out:
                shutil.copyfileobj(packed, out, _PIECE)
            for inside in pack.infolist():
                found = _ORIGINAL.fullmatch(inside.filename)
                place = folder / inside.filename
                if found and found[1] == found[2] and 0 < inside.file_size <= _MOST_BYTES and not place.exists():
                    original = pack.read(inside)
                    if sha256(original) == found[2] + found[3]:
                        write_bytes(place, original)
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Refused(texts.NOT_A_BACKUP.format(name=name)) from error


def _sound(fresh: Path, name: str) -> None:
    """Refused where the database is not a sound ledger; an older one is brought up to date."""
    try:
        connection = database.open_to_write(fresh)
        try:
            wrong = database.faults(connection)
            if not wrong and connection.execute("SELECT count(*) FROM ledger").fetchone() != (1,):
                wrong = [texts.DIFFERENT]
            content.read_texts(connection)
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise Refused(texts.DAMAGED.format(name=name, what=error)) from error
    if wrong:
        raise Refused(texts.DAMAGED.format(name=name, what=wrong[0]))


def _new_epoch(fresh: Path, present: Path, name: str) -> None:
    """Begin a new life of the ledger: no key and no epoch of either past is used again; the journal says so."""
    epoch, next_key = _counters(present)
    connection = database.open_to_write(fresh)
    try:
        connection.execute("BEGIN")
        connection.execute("UPDATE ledger SET epoch=max(epoch, ?)+1, next_key=max(next_key, ?)", (epoch, next_key))
        label = texts.RESTORED.format(name=name)
        write_entry(connection, Entry(0, clock.now(), who(), label, RESTORE, None, database.SCHEMA), [])
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _counters(present: Path) -> tuple[int, int]:
    """The epoch and the next key of the ledger that stands; 0 where it cannot be read."""
    if not present.exists():
        return 0, 0
    try:
        connection = database.open_to_read(present)
        try:
            return connection.execute("SELECT epoch, next_key FROM ledger").fetchone() or (0, 0)
        finally:
            connection.close()
    except (sqlite3.Error, Refused):
        return 0, 0

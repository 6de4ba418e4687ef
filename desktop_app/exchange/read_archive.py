"""The files of a zip, read in memory, so that no name in it can reach outside; nested ones within one allowance."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from desktop_app.errors import Refused
from desktop_app.exchange.read_kind import UnderPassword
from desktop_app.office.package import NO_ZIP
from desktop_app.texts import returned as texts

DEPTH = 3
MOST_FILES = 2_000
MOST_MB = 500
_MOST_OF_ONE = 96 << 20  # bytes; what is larger is no form, and no folder of forms
_MOST_RATIO = 200
_SKIPPED = ("~$", ".", "__MACOSX", "Thumbs.db", "desktop.ini")
_UNICODE_NAME = 0x7075


class Allowance:
    """How many files and bytes may still come out of one file that was given, archives in it included."""

    def __init__(self) -> None:
        """A whole allowance."""
        self.files = MOST_FILES
        self.bytes = MOST_MB << 20

    def spend(self, size: int) -> None:
        """Take one more file of this size; Refused where it is too much."""
        self.files -= 1
        self.bytes -= size
        if self.files < 0:
            raise Refused(texts.ZIP_MANY.format(limit=MOST_FILES))
        if self.bytes < 0:
            raise Refused(texts.ZIP_HUGE.format(limit=MOST_MB))


def skipped(name: str) -> bool:
    """Whether a file of this name is the litter of a system or an open editor, not something a unit sent."""
    parts = name.replace("\\", "/").split("/")
    return any(part.startswith(_SKIPPED) and part not in (".", "..") for part in parts)


def members(data: bytes, allowance: Allowance, passwords: Sequence[str] = ()) -> Iterator[tuple[str, bytes | Refused]]:
    """The files of a zip by name; one that cannot be read is refused alone.

    Refused as a whole where it is damaged, or from where it is absurdly large unpacked.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except NO_ZIP as error:
        raise Refused(texts.FILE_TRUNCATED) from error
    with archive:
        for entry in archive.infolist():
            name = _name(entry)
            if not entry.filename.endswith("/") and not skipped(name):  # is_dir() fails on a name of no letters
                allowance.spend(entry.file_size)
                yield name, Refused(texts.FILE_HUGE) if _is_absurd(entry) else _read(archive, entry, passwords)


def _is_absurd(entry: zipfile.ZipInfo) -> bool:
    """Whether a member claims to be too large unpacked, at all or for what it is packed."""
    return entry.file_size > min(_MOST_OF_ONE, max(1 << 20, _MOST_RATIO * entry.compress_size))


def _name(entry: zipfile.ZipInfo) -> str:
    """The member's name: programs of this country write GBK without saying so, others UTF-8 likewise."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        plain = entry.filename.encode("cp437")
    except UnicodeError:
        return entry.filename
    said = _unicode_name(entry.extra, plain)
    for name, encoding in ((said or plain, "utf-8"), (plain, "gb18030")):
        try:
            return name.decode(encoding)
        except UnicodeError:
            continue
    return entry.filename


def _unicode_name(extra: bytes, plain: bytes) -> bytes | None:
    """The name that Info-ZIP's field gives, if it is of this very name (APPNOTE 4.6.9)."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        body = extra[at + 4 : at + 4 + length]
        if kind == _UNICODE_NAME and body[:1] == b"\x01" and body[1:5] == struct.pack("<I", zlib.crc32(plain)):
            return body[5:]
        at += 4 + length
    return None


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, passwords: Sequence[str]) -> bytes | Refused:
    locked = bool(entry.flag_bits & 1)
    for password in passwords if locked else (None,):
        try:
            with archive.open(entry, pwd=password.encode("gbk", "replace") if password else None) as file:
                return file.read(entry.file_size)
        except NotImplementedError:  # packed or locked in a way that only other programs know
            return Refused(texts.FILE_ARCHIVE.format(kind=texts.ZIP_OTHER))
        except RuntimeError:  # the password is wrong
            continue
        except (*NO_ZIP, zlib.error):
            if not locked:
                return Refused(texts.FILE_TRUNCATED)
    return UnderPassword(texts.PASSWORD_WRONG if passwords else texts.FILE_ENCRYPTED)

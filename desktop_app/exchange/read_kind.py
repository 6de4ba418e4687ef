"""What a file is by its content, never by its name: only a workbook goes on, the rest is refused."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from desktop_app.errors import Refused
from desktop_app.exchange.sheet_layout import MARK_PROPERTY, MARK_SHEET
from desktop_app.texts import exchange as texts

LIMIT_MB = 200
DEPTH = 3
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_NO_ZIP = (zipfile.BadZipFile, NotImplementedError, ValueError, OSError)
_OTHERS = (
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF"), texts.FILE_PICTURE),
    ((b"%PDF",), texts.FILE_PDF),
    ((b"Rar!", b"7z\xbc\xaf\x27\x1c"), texts.FILE_RAR),
)
_MARKED_PARTS = ("docProps/custom.xml", "xl/workbook.xml")
_SKIPPED = ("~$", ".", "__MACOSX", "Thumbs.db", "desktop.ini")


def opened_workbook(data: bytes) -> zipfile.ZipFile | None:
    """The archive that a modern workbook is; None for an older one. Refused, with the reason, for anything else."""
    if data.startswith(_OLE):
        return _check_ole(data)
    if data.startswith(b"PK"):
        return _checked_zip(data)
    for starts, sentence in _OTHERS:
        if data.startswith(starts):
            raise Refused(sentence)
    raise Refused(texts.FILE_KIND if data else texts.FILE_EMPTY)


def _check_ole(data: bytes) -> None:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {entry[0] for entry in ole.listdir()}
    except (OSError, ValueError, IndexError) as error:
        raise Refused(texts.FILE_TRUNCATED) from error
    if streams & {"EncryptedPackage", "EncryptionInfo"}:
        raise Refused(texts.FILE_ENCRYPTED)
    if "WordDocument" in streams:
        raise Refused(texts.FILE_WORD)
    if not streams & {"Workbook", "Book"}:
        raise Refused(texts.FILE_KIND)


def _checked_zip(data: bytes) -> zipfile.ZipFile:
    archive = _opened(data)
    names = set(archive.namelist())
    if any(name.startswith("word/") for name in names):
        raise Refused(texts.FILE_WORD)
    if not _is_book(names):
        raise Refused(texts.FILE_KIND)
    return archive


def _is_book(names: set[str]) -> bool:
    return any(name.startswith("xl/") for name in names) or "content.xml" in names


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _NO_ZIP as error:
        raise Refused(texts.FILE_TRUNCATED) from error
    if sum(entry.file_size for entry in archive.infolist()) > LIMIT_MB * 1024 * 1024:
        raise Refused(texts.FILE_HUGE.format(limit=LIMIT_MB))
    return archive


def carries_mark(data: bytes) -> bool:
    """Whether these bytes are a workbook with the mark of our forms, sound or spoilt."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            about = b"".join(archive.read(part) for part in _MARKED_PARTS if part in names)
    except (*_NO_ZIP, zlib.error, EOFError):
        return False
    return f'name="{MARK_PROPERTY}"'.encode() in about or f'name="{MARK_SHEET}"'.encode() in about


def skipped(name: str) -> bool:
    """Whether a file of this name is the litter of a system or an open editor, not something a unit sent."""
    parts = name.replace("\\", "/").split("/")
    return any(part.startswith(_SKIPPED) and part not in (".", "..") for part in parts)


def is_archive(data: bytes) -> bool:
    """Whether `data` is a zip of files, not a document that happens to be one."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except _NO_ZIP:
        return False
    return not (_is_book(names) or "[Content_Types].xml" in names or "mimetype" in names)


def members(data: bytes) -> Iterator[tuple[str, bytes | Refused]]:
    """The files of a zip, read in memory, so that no name in it can reach outside; one that cannot be read is refused.

    Refused as a whole where it is damaged or absurdly large unpacked.
    """
    with _opened(data) as archive:
        for entry in archive.infolist():
            name = _name(entry)
            if not entry.is_dir() and not skipped(name):
                yield name, _read(archive, entry)


def _name(entry: zipfile.ZipInfo) -> str:
    """The member's name; Windows programs of this country write GBK without saying so."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gbk")
    except UnicodeError:
        return entry.filename


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | Refused:
    if entry.flag_bits & 1:
        return Refused(texts.FILE_ENCRYPTED)
    try:
        return archive.read(entry)
    except (*_NO_ZIP, EOFError, zlib.error):
        return Refused(texts.FILE_TRUNCATED)

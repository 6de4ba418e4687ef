"""What a file is by its content, never by its name: what may hold a form goes on, the rest is refused."""

import enum
import io
import re
from typing import NamedTuple

from desktop_app.errors import Refused
from desktop_app.exchange.sheet_layout import MARK_PROPERTY, MARK_SHEET
from desktop_app.office.faults import SPOILT_OLE, Damaged, Fault
from desktop_app.office.package import Package
from desktop_app.texts import returned as texts

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF"), texts.FILE_PICTURE),
    ((b"Rar!",), texts.FILE_ARCHIVE.format(kind="rar")),
    ((b"7z\xbc\xaf\x27\x1c",), texts.FILE_ARCHIVE.format(kind="7z")),
    ((b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x1f\x9d"), texts.FILE_ARCHIVE.format(kind="gz")),
    ((b"MSCF",), texts.FILE_ARCHIVE.format(kind="cab")),
)
_MARKED_PARTS = ("docProps/custom.xml", "xl/workbook.xml")
_BOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
_HEAD = 4096
_MAIL = re.compile(rb"(?:from|to|received|return-path|delivered-to|subject|date|message-id|mime-version|x-[a-z-]+): ")


class Kind(enum.Enum):
    """What can be read."""

    BOOK = "workbook"
    OLD_BOOK = "workbook of Excel 97"
    LOCKED = "office file under a password"
    WORD = "Word document"
    OLD_WORD = "Word 97 document"
    PAGE = "web page"
    XML = "workbook in one XML file"
    TEXT = "values with commas or tabs between"
    ARCHIVE = "zip of files"


class UnderPassword(Refused):
    """The file is under a password that was not given."""


class Opened(NamedTuple):
    """A file by its kind; `package` is its zip where it is one."""

    kind: Kind
    data: bytes
    package: Package | None = None


def opened(data: bytes) -> Opened:
    """What this file is; Refused, with the reason, for anything that is not read."""
    if data.startswith(_OLE):
        return Opened(_ole(data), data)
    if data.startswith(b"PK"):
        return _zip(data)
    if b"%PDF-" in data[:1024]:
        raise Refused(texts.FILE_PDF)
    for starts, sentence in _OTHERS:
        if data.startswith(starts):
            raise Refused(sentence)
    if data[257:262] == b"ustar":
        raise Refused(texts.FILE_ARCHIVE.format(kind="tar"))
    if not data.strip():
        raise Refused(texts.FILE_EMPTY)
    return Opened(_text(data), data)


def _ole(data: bytes) -> Kind:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {entry[0] for entry in ole.listdir()}
    except SPOILT_OLE as error:
        raise Refused(texts.FILE_TRUNCATED) from error
    if streams & {"EncryptedPackage", "EncryptionInfo"}:
        return Kind.LOCKED
    if streams & {"Workbook", "Book"}:
        return Kind.OLD_BOOK
    if "WordDocument" in streams:
        return Kind.OLD_WORD
    if any(name.startswith("__substg1.0") for name in streams):
        raise Refused(texts.FILE_MAIL)
    raise Refused(texts.FILE_KIND)


def _zip(data: bytes) -> Opened:
    try:
        package = Package(data)
    except Damaged as error:
        raise Refused(texts.FILE_TRUNCATED) from error
    if any(part in package for part in _BOOKS):
        return Opened(Kind.BOOK, data, package)
    if "word/document.xml" in package:
        return Opened(Kind.WORD, data, package)
    if "OFD.xml" in package:
        raise Refused(texts.FILE_OFD)
    if any(name.endswith(".iwa") for name in package.names()):
        raise Refused(texts.FILE_NUMBERS)
    if "[Content_Types].xml" in package:
        is_book = any(name.startswith("xl/") for name in package.names())
        raise Refused(texts.FILE_DAMAGED if is_book else texts.FILE_KIND)
    return Opened(Kind.ARCHIVE, data, package)


def _text(data: bytes) -> Kind:
    """The kind of a file that is text; anything else is refused."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and b"\0" in data:
        raise Refused(texts.FILE_KIND)
    head = data[:_HEAD].replace(b"\0", b"").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<workbook" in head:
        return Kind.XML
    if b"<office:document" in head or b"opendocument:xmlns:office" in head:
        return Kind.XML
    if b"<html" in head or b"<table" in head or b"<!doctype html" in head:
        return Kind.PAGE
    if _MAIL.match(head) and all(re.search(rb"^" + word, head, re.MULTILINE) for word in (b"from:", b"to:")):
        raise Refused(texts.FILE_MAIL)
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n").startswith((b"{\\rtf", b"<?xml", b"mime-version")):
        raise Refused(texts.FILE_KIND)
    return Kind.TEXT


def carries_mark(data: bytes) -> bool:
    """Whether these bytes are a workbook with the mark of our forms, sound or spoilt."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        package = Package(data)
        about = b"".join(package.read(part) for part in _MARKED_PARTS if part in package)
    except Fault:
        return False
    return f'name="{MARK_PROPERTY}"'.encode() in about or f'name="{MARK_SHEET}"'.encode() in about

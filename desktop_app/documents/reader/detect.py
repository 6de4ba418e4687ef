"""What a file is, told by its first bytes and its inside; the name is only for the sentence."""

import enum
import io

from desktop_app.documents.reader.html_source import is_page, is_xml
from desktop_app.errors import Refused
from desktop_app.office.faults import Damaged
from desktop_app.office.package import Package
from desktop_app.texts import documents as texts
from desktop_app.texts import formats as format_texts

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"8BPS", b"\0\0\0\x0cjP")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF")
_PICTURE_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif")
_STREAMS = frozenset({"EncryptedPackage", "WordDocument", "Workbook", "Book"})
_WORD, _OFD = "word/document.xml", "ofd.xml"
_BOOKS = ("xl/workbook.xml", "xl/workbook.bin")
_SPREADSHEET = b"opendocument.spreadsheet"  # the first member, stored as it is, says what the package is
_MOST_BYTES = 200 * 1024 * 1024  # unpacked; a work plan has a few hundred kilobytes
_MOST_RATIO = 200


class Kind(enum.Enum):
    """The formats that are read."""

    TXT = "txt"
    DOCX = "docx"
    SHEETS = "sheets"
    HTML = "html"
    PDF = "pdf"
    DOC = "doc"


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of the file with these bytes; Refused with what to do for any kind that is not read."""
    if not data:
        raise Refused(texts.EMPTY.format(name=name))
    if data.startswith(_OLE):
        return _ole(data, name)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip(data, name)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if _is_picture(data):
        raise Refused(texts.PICTURE.format(name=name))
    if data.startswith(_ARCHIVES):
        raise Refused(format_texts.ARCHIVE.format(name=name))
    if data.startswith(b"{\\rtf"):
        raise Refused(texts.SAVE_AS.format(name=name, what=texts.RICH_TEXT))
    if is_page(data):
        return Kind.HTML
    if is_xml(data):
        raise Refused(texts.SAVE_AS.format(name=name, what=format_texts.XML))
    return Kind.TXT


def _is_picture(data: bytes) -> bool:
    if data[4:8] == b"ftyp":
        return data[8:12] in _PICTURE_BRANDS
    bitmap = data.startswith(b"BM") and int.from_bytes(data[2:6], "little") == len(data)
    return bitmap or data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _ole(data: bytes, name: str) -> Kind:
    """The kind of a compound file; Refused for one with a password, or of no use here."""
    streams = _streams(data)
    if "EncryptedPackage" in streams:
        raise Refused(texts.PASSWORD.format(name=name))
    if "WordDocument" in streams:
        return Kind.DOC
    if streams & {"Workbook", "Book"}:
        return Kind.SHEETS
    if _is_cut(data):
        raise Refused(texts.BROKEN.format(name=name))
    raise Refused(texts.SAVE_AS.format(name=name, what=texts.OLD_OFFICE))


def _is_cut(data: bytes) -> bool:
    """Whether the directory of a compound file, by its header, begins behind the end of what is there."""
    shift, first = int.from_bytes(data[30:32], "little"), int.from_bytes(data[48:52], "little")
    return shift in (9, 12) and (first + 1) << shift >= len(data)


def _streams(data: bytes) -> set[str]:
    """The streams at the top of a compound file; those of documents inside it do not tell what it is."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            found = {entry[0] for entry in ole.listdir() if len(entry) == 1} & _STREAMS
    except (OSError, ArithmeticError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        found = set()
    # Of a damaged file the names are looked for as its directory writes them; its reader says what is wrong.
    return found or {name for name in _STREAMS if f"{name}\0\0".encode("utf-16-le") in data}


def _zip(data: bytes, name: str) -> Kind:
    try:
        package = Package(data)
    except Damaged as error:
        raise Refused(texts.BROKEN.format(name=name)) from error
    if package.is_absurd(_MOST_BYTES, _MOST_RATIO):
        raise Refused(texts.TOO_BIG.format(name=name))
    if _WORD in package:
        return Kind.DOCX
    if any(book in package for book in _BOOKS) or ("content.xml" in package and _SPREADSHEET in data[:200]):
        return Kind.SHEETS
    for part, what in (("ppt/presentation.xml", texts.SLIDES), ("content.xml", texts.OPEN_DOCUMENT)):
        if part in package:
            raise Refused(texts.SAVE_AS.format(name=name, what=what))
    if _OFD in package:
        raise Refused(format_texts.OFD.format(name=name))
    if "[Content_Types].xml" in package:
        raise Refused(texts.BROKEN.format(name=name))
    raise Refused(format_texts.ARCHIVE.format(name=name))

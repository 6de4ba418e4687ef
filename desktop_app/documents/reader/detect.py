"""What a file is, told by its first bytes and its inside; the name is only for the sentence."""

import enum
import io
import zipfile

from desktop_app.documents.reader.html_source import is_page
from desktop_app.errors import Refused
from desktop_app.texts import documents as texts

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_SPREADSHEET = b"opendocument.spreadsheet"  # the first member, stored as it is, says what the package is
_WORD_PARTS = "word/document.xml"
_MOST_BYTES = 200 * 1024 * 1024  # unpacked; a work plan has a few hundred kilobytes
_MOST_RATIO = 200
_MOST_WORDS = 20 * 1024 * 1024  # of a Word document's text part, which is held in memory as a tree


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
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise Refused(texts.PICTURE.format(name=name))
    for heads, what in (
        ((b"{\\rtf",), texts.RICH_TEXT),
        (_ARCHIVES, texts.ARCHIVE),
    ):
        if data.startswith(heads):
            raise Refused(texts.SAVE_AS.format(name=name, what=what))
    return Kind.HTML if is_page(data) else Kind.TXT


def _ole(data: bytes, name: str) -> Kind:
    """The kind of a compound file; Refused for one with a password, or of no use here."""
    # Stream names stand in the directory as UTF-16; enough to tell the kinds apart.
    if _stream("EncryptedPackage") in data:
        raise Refused(texts.PASSWORD.format(name=name))
    if _stream("WordDocument") in data:
        return Kind.DOC
    if _stream("Workbook") in data or _stream("Book") in data:
        return Kind.SHEETS
    raise Refused(texts.SAVE_AS.format(name=name, what=texts.OLD_OFFICE))


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _zip(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused(texts.BROKEN.format(name=name)) from error
    size = sum(member.file_size for member in members)
    if size > _MOST_BYTES or any(
        member.file_size > 1024 * 1024 and member.file_size > _MOST_RATIO * max(member.compress_size, 1)
        for member in members
    ):
        raise Refused(texts.TOO_BIG.format(name=name))
    names = {member.filename for member in members}
    if any(member.file_size > _MOST_WORDS for member in members if member.filename == _WORD_PARTS):
        raise Refused(texts.TOO_BIG.format(name=name))
    if _WORD_PARTS in names:
        return Kind.DOCX
    if "xl/workbook.xml" in names or (names >= {"content.xml", "mimetype"} and _SPREADSHEET in data[:200]):
        return Kind.SHEETS
    for part, what in (
        ("ppt/presentation.xml", texts.SLIDES),
        ("content.xml", texts.OPEN_DOCUMENT),
    ):
        if part in names:
            raise Refused(texts.SAVE_AS.format(name=name, what=what))
    if "[Content_Types].xml" in names:
        raise Refused(texts.BROKEN.format(name=name))
    raise Refused(texts.SAVE_AS.format(name=name, what=texts.ARCHIVE))

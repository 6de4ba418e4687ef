"""Files to cleaned text: the kind is told by content, each format has its module."""

from pathlib import Path

from desktop_app.documents.reader.clean import Document, clean
from desktop_app.documents.reader.detect import Kind, kind_of
from desktop_app.errors import Refused
from desktop_app.files import read_bytes
from desktop_app.texts import documents as texts

__all__ = ["Document", "read_document"]


def read_document(path: Path) -> Document:
    """The cleaned text of the file at `path`; Refused, in Chinese, where it cannot be read."""
    if path.exists() and not path.is_file():
        raise Refused(texts.NOT_A_FILE.format(name=path.name))
    data = read_bytes(path)
    kind = kind_of(data, path.name)
    document = clean(_text(kind, data, path.name))
    if not document.text.strip():
        raise Refused(texts.NO_TEXT.format(name=path.name))
    return document


def _text(kind: Kind, data: bytes, name: str) -> str:
    if kind is Kind.DOCX:
        from desktop_app.documents.reader.docx import read_docx

        return read_docx(data, name)
    from desktop_app.documents.reader.txt import read_txt

    return read_txt(data, name)

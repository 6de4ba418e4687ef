"""Files to passages and tables: the kind is told by content, each format has its module."""

from importlib import import_module
from pathlib import Path

from desktop_app.documents.reader.blocks import Content
from desktop_app.documents.reader.clean import Document, clean
from desktop_app.documents.reader.detect import Kind, kind_of
from desktop_app.documents.reader.pasted import pasted, with_rows
from desktop_app.errors import Refused
from desktop_app.files import read_given, stands
from desktop_app.texts import documents as texts
from desktop_app.texts import formats as format_texts

__all__ = ["Content", "Document", "read_content", "read_document", "read_pasted"]

_MOST_LETTERS = 1_000_000  # a hundred times a long plan; each limit is some five seconds of reading
_MOST_LINES = 30_000
_MOST_ROWS = 5_000  # a county's breakdown has a few hundred
_READERS = {
    Kind.TXT: "txt.read_txt",
    Kind.DOCX: "docx_tables.read_docx",
    Kind.SHEETS: "sheets.read_sheets",
    Kind.HTML: "html.read_html",
    Kind.PDF: "pdf.read_pdf",
    Kind.DOC: "doc.read_doc",
}
"""The module and function of each format, imported only when a file of that format comes."""


def read_content(path: Path) -> Content:
    """The passages and tables of the file at `path`; Refused, in Chinese, where it cannot be read."""
    if stands(path) and not path.is_file():
        raise Refused(texts.NOT_A_FILE.format(name=path.name))
    data = read_given(path)
    kind = kind_of(data, path.name)
    module, function = _READERS[kind].split(".")
    content = with_rows(getattr(import_module(f"{__name__}.{module}"), function)(data, path.name))
    _check_size(content, path.name)
    return content


def read_pasted(text: str, page: str = "") -> Content:
    """What was copied to the clipboard, `page` being its HTML if there is any; Refused where there is nothing."""
    if not text.strip():
        raise Refused(format_texts.NO_PASTED)
    content = pasted(text, page)
    _check_size(content, format_texts.PASTED)
    return content


def _check_size(content: Content, name: str) -> None:
    """Refused where there is nothing to read, or more than is read in a few seconds."""
    if any(len(table.rows) > _MOST_ROWS for table in content.tables()):
        raise Refused(format_texts.SHEET_BIG.format(name=name))
    text = content.text()
    if not text.strip():
        raise Refused(texts.NO_TEXT.format(name=name))
    if len(text) > _MOST_LETTERS:
        raise Refused(format_texts.TEXT_LONG.format(name=name, count=len(text) // 10_000))
    if text.count("\n") > _MOST_LINES:
        raise Refused(format_texts.TEXT_TORN.format(name=name, count=text.count("\n") // 10_000))


def read_document(path: Path) -> Document:
    """The cleaned text of the file at `path`, tables cell by cell; Refused where it cannot be read."""
    document = clean(read_content(path).text())
    if not document.text.strip():
        raise Refused(texts.NO_TEXT.format(name=path.name))
    return document

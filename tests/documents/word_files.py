"""Real .docx files for tests: python-docx for the frame, raw WordprocessingML for what it cannot write."""

import zipfile
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

NAMES = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
LEVELS = [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")]


def new_document() -> Document:
    return docx.Document()


def add_list(document: Document, number: int, levels: list[tuple[str, str]], extra: str = "") -> None:
    """A list definition `number` with (format, text) levels; `extra` goes into its w:num."""
    numbering = document.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{body}</w:abstractNum>')
    first = next(child for child in numbering if child.tag.endswith("}num"))
    first.addprevious(abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/>{extra}</w:num>')
    )


def add_numbered(document: Document, text: str, list_number: int, depth: int) -> None:
    set_number(document.add_paragraph(text), list_number, depth)


def set_number(paragraph: Paragraph, list_number: int, depth: int) -> None:
    """Make a paragraph one of a list."""
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{list_number}"/></w:numPr>')
    )


def add_raw(document: Document, inner: str) -> None:
    """A paragraph with this WordprocessingML inside."""
    document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w', 'wp', 'a')} {NAMES}>{inner}</w:p>"))


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def save(document: Document, path: Path) -> Path:
    document.save(str(path))
    return path


def with_part(path: Path, part: str, xml: str) -> Path:
    """The package at `path` with one more part."""
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(part, xml)
    return path

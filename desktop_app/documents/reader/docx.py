"""Word documents: every paragraph, table and text box in order, changes as accepted, list numbers written out.

Read straight from the XML (ISO/IEC 29500-1, WordprocessingML): python-docx leaves out text boxes, insertions and
the numbers of lists.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.documents.marks import classified_mark
from desktop_app.documents.reader.word_numbering import Numbering, read_numbering
from desktop_app.errors import Refused
from desktop_app.texts import documents as texts

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DOCUMENT = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_STYLES = "word/styles.xml"
_HEADER = re.compile(r"word/header\d*\.xml")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
# Deleted and moved-away text, and the second copy of a text box that Word keeps for old versions.
LEFT_OUT = {W + "del", W + "moveFrom", _COMPATIBLE + "Fallback", W + "instrText", W + "delText", W + "rt"}
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "noBreakHyphen": "-"}


def open_body(data: bytes, name: str) -> tuple["_Element", Numbering, list[str]]:
    """The body of a .docx, its lists, and a page header that bears a mark; Refused where the file is damaged."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {
                part: package.read(part)
                for part in package.namelist()
                if part in (_DOCUMENT, _NUMBERING, _STYLES) or _HEADER.fullmatch(part)
            }
        trees = {part: _parse(content) for part, content in parts.items()}
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, KeyError, OSError) as error:
        raise Refused(texts.BROKEN.format(name=name)) from error
    except (RuntimeError, NotImplementedError) as error:  # an encrypted or unknown way of packing
        raise Refused(texts.PASSWORD.format(name=name)) from error
    body = trees[_DOCUMENT].find(W + "body")
    if body is None:
        raise Refused(texts.BROKEN.format(name=name))
    return body, read_numbering(trees.get(_NUMBERING), trees.get(_STYLES)), _marked_header(trees)


def _marked_header(trees: "dict[str, _Element]") -> list[str]:
    """The page header, where it bears a mark of classification; else it repeats what the pages say."""
    lines: list[str] = []
    for part, tree in trees.items():
        if _HEADER.fullmatch(part):
            read_blocks(tree, Numbering(), lines)
    return lines if classified_mark("\n".join(lines)) else []


def _parse(content: bytes) -> "_Element":
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    content = content.replace(_STRICT, W.strip("{}").encode())
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def read_blocks(parent: "Iterable[_Element]", numbering: Numbering, lines: list[str]) -> None:
    """The paragraphs below `parent`, tables row by row, their cells line by line."""
    for child in parent:
        if child.tag in LEFT_OUT or not isinstance(child.tag, str):
            continue
        if child.tag == W + "p":
            _read_paragraph(child, numbering, lines)
        else:
            read_blocks(child, numbering, lines)


def _read_paragraph(paragraph: "_Element", numbering: Numbering, lines: list[str]) -> None:
    """One paragraph with its list number; a text box anchored in it follows as lines of its own."""
    parts: list[str] = []
    boxes: list[_Element] = []
    _read_runs(paragraph, parts, boxes)
    text = "".join(parts)
    if text.strip():
        indent = "\u3000" if _is_indented(paragraph) else ""
        lines.append(indent + numbering.label(paragraph) + text)
    elif paragraph.find(f".//{W}del") is None:
        numbering.label(paragraph)  # an empty list paragraph counts too
    for box in boxes:
        read_blocks(box, numbering, lines)


def _read_runs(element: "_Element", parts: list[str], boxes: list["_Element"]) -> None:
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in LEFT_OUT:
            continue
        if tag == W + "t":
            parts.append(child.text or "")
        elif tag in _BREAKS:
            parts.append(_BREAKS[tag])
        elif tag == W + "txbxContent":
            boxes.append(child)
        else:
            _read_runs(child, parts, boxes)


def _is_indented(paragraph: "_Element") -> bool:
    indent = paragraph.find(f"{W}pPr/{W}ind")
    return indent is not None and any(indent.get(W + name) for name in ("firstLine", "firstLineChars"))

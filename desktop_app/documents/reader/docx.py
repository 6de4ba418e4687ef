"""Word documents: every paragraph, table and text box in order, changes as accepted, list numbers written out.

Read straight from the XML (ISO/IEC 29500-1, WordprocessingML): python-docx leaves out text boxes, insertions and
the numbers of lists.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.documents.marks import classified_mark
from desktop_app.documents.reader.docx_file import W, WordFile, watermarks
from desktop_app.documents.reader.word_numbering import Numbering

if TYPE_CHECKING:
    from lxml.etree import _Element

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Deleted and moved-away text, and the second copy of a text box that Word keeps for old versions.
LEFT_OUT = {W + "del", W + "moveFrom", _COMPATIBLE + "Fallback", W + "instrText", W + "delText", W + "rt"}
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "noBreakHyphen": "-"}


def marked_edges(file: WordFile) -> list[str]:
    """The page headers and footers, where they bear a mark of classification; else they repeat what the pages say."""
    lines: list[str] = []
    for tree in file.edges:
        read_blocks(tree, Numbering(), lines)
        lines += watermarks(tree)
    return lines if classified_mark("\n".join(lines)) else []


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
    label = numbering.label(paragraph)  # an empty list paragraph counts too
    if text.strip():
        lines.append(("\u3000" if _is_indented(paragraph) else "") + label + text)
    elif label and _is_alone_in_cell(paragraph):
        lines.append(label.strip())
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


def _is_alone_in_cell(paragraph: "_Element") -> bool:
    """Whether it is all that its cell holds: a column of numbers that Word counts."""
    cell = paragraph.getparent()
    return cell is not None and cell.tag == W + "tc" and len(cell.findall(W + "p")) == 1

"""An edited .docx read as texts, with the places to mark: paragraphs, and cells with all their lines."""

import zlib
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import BadZipFile

from desktop_app.reports.docx_page import node, tag

if TYPE_CHECKING:
    from docx.document import Document

_DROPPED = ("w:del", "w:moveFrom")  # what a tracked change has taken away


class Unit(NamedTuple):
    """A text of the file, and the text elements it is made of: (element, where it begins)."""

    text: str
    parts: tuple[tuple[Any, int], ...]


# what python-docx and lxml (SyntaxError) raise over parts that are spoilt or contradict each other
_SPOILT = (
    *(BadZipFile, zlib.error, KeyError, IndexError, ValueError, TypeError, AttributeError, SyntaxError),
    *(NotImplementedError, EOFError, OSError, RecursionError, RuntimeError),  # the last of a part under a password
)


class Opened(NamedTuple):
    """A file: the document, the mark among its properties, its texts in order without the empty ones."""

    document: "Document"
    mark: str
    units: tuple[Unit, ...]


def open_docx(data: bytes) -> Opened | None:
    """The texts of a .docx; None where the bytes are none."""
    from docx import Document

    try:
        document = Document(BytesIO(data))
        mark = document.core_properties.keywords or ""
        body = document.element.body  # none where the first part is of another kind
    except _SPOILT:
        return None
    units = [_unit(element) for element in _elements(body)]
    return Opened(document, mark, tuple(unit for unit in units if unit.text.strip()))


def _elements(body: Any) -> list[list[Any]]:
    """Paragraphs of the body one by one, those of a cell together."""
    found: list[list[Any]] = []
    for child in body.iterchildren():
        if child.tag == tag("w:p"):
            found.append([child])
        elif child.tag == tag("w:tbl"):
            cells = (cell for row in child.iter(tag("w:tr")) for cell in row.iterchildren(tag("w:tc")))
            found += [list(cell.iter(tag("w:p"))) for cell in cells]
        elif child.tag in (tag("w:sdt"), tag("w:ins")):
            found += _elements(child.find(tag("w:sdtContent")) if child.tag == tag("w:sdt") else child)
    return found


def _unit(paragraphs: list[Any]) -> Unit:
    text, parts = "", []
    dropped = {tag(name) for name in _DROPPED}
    for place, paragraph in enumerate(paragraphs):
        text += "\n" if place else ""
        for element in paragraph.iter(tag("w:t"), tag("w:br"), tag("w:tab")):
            if any(above.tag in dropped for above in element.iterancestors()):
                continue
            if element.tag != tag("w:t"):
                text += "\n"
                continue
            parts.append((element, len(text)))
            text += element.text or ""
    return Unit(text, tuple(parts))


def mark_place(document: "Document", unit: Unit, start: int, end: int, told: str, author: str) -> None:
    """Paint a part of a text yellow and give it a remark. Parts of one text are to be marked from its end."""
    from docx.text.run import Run

    runs = []
    for element, begin in unit.parts:
        text = element.text or ""
        first, last = max(start - begin, 0), min(end - begin, len(text))
        if first < last and element.getparent().tag == tag("w:r"):
            runs.append(_split(element, first, last))
    if runs:
        painted: list[Any] = [Run(run, document.paragraphs[0]) for run in runs]
        document.add_comment([painted[0], painted[-1]], told, author, author[:2])


def _split(element: Any, first: int, last: int) -> Any:
    """The run of a text element cut so that a run of its own holds the letters from `first` to `last`."""
    run, text = element.getparent(), element.text
    made = deepcopy(run)
    for extra in [part for part in made if part.tag not in (tag("w:rPr"), tag("w:t"))]:
        made.remove(extra)
    _say(made, text[first:last])
    run.addnext(made)
    if text[last:]:
        rest = deepcopy(made)
        _say(rest, text[last:])
        made.addnext(rest)
    element.text = text[:first]
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    properties = made.find(tag("w:rPr"))
    if properties is None:
        properties = node("w:rPr")
        made.insert(0, properties)
    properties.append(node("w:highlight", val="yellow"))
    return made


def _say(run: Any, text: str) -> None:
    (element, *others) = run.findall(tag("w:t"))
    for other in others:
        run.remove(other)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

"""Saved web pages: the text as blocks in order, tables as tables, without navigation, scripts and what is hidden."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app.documents.reader.blocks import Area, Content, Table, joined, tidy
from desktop_app.documents.reader.html_lists import Counted, number_of
from desktop_app.documents.reader.html_source import page_of
from desktop_app.documents.reader.html_words import is_dropped, is_furniture
from desktop_app.documents.reader.struck_words import struck_in_page
from desktop_app.errors import Refused
from desktop_app.texts import formats as texts

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    "p div br h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tr td th thead tbody tfoot caption section article main header "
    "blockquote pre hr figure figcaption center fieldset address body form details summary".split()
)
_WORDED = frozenset("p div h1 h2 h3 h4 h5 h6".split())  # an item's number stands on their first line
_MOST_BYTES = 30 * 1024 * 1024
_MOST_SPAN = 200
_MOST_CELLS = 200_000
_MOST_LOOKS = 4_000_000  # a page of a hundred thousand parts has a third of it; some four seconds
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CHINESE = "\u2e80-\u9fff\uff00-\uffef，。；：、"
_WRAP = r"[ \t\r\n\f]*[\r\n][ \t\r\n\f]*"
_BESIDE_CHINESE = re.compile(f"(?<=[{_CHINESE}]){_WRAP}|{_WRAP}(?=[{_CHINESE}])")


def read_html(data: bytes, name: str) -> Content:
    """The passages and tables of a saved page; Refused where it is too large or holds nothing."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    if len(data) > _MOST_BYTES:
        raise Refused(texts.PAGE_BIG.format(name=name))
    page = page_of(data)
    try:
        root = etree.fromstring(page, etree.HTMLParser(huge_tree=True, no_network=True, remove_comments=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(texts.PAGE_EMPTY.format(name=name)) from error
    body = root.find("body") if root is not None else None
    if body is not None and _is_tangled(body):
        raise Refused(texts.PAGE_BIG.format(name=name))
    blocks = list(_blocks(body)) if body is not None else []
    if not any(isinstance(block, Table) or block.strip() for block in blocks):
        raise Refused(texts.PAGE_EMPTY.format(name=name))
    return Content(joined(blocks), struck_in_page(body) if body is not None else ())


def _is_tangled(root: "_Element") -> bool:
    """Whether so much lies in each other that to look at each part with all that is in it would take minutes."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    depth = looked_at = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        looked_at += depth if event == "start" else 0
        if looked_at > _MOST_LOOKS:
            return True
    return False


def _blocks(root: "_Element") -> Iterator[str | Table]:
    """The lines of text and the tables below `root`, in order."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    walker = etree.iterwalk(root, events=("start", "end"))
    line: list[str] = []
    number = 0
    lists: dict[_Element, Counted] = {}
    skipped: _Element | None = None
    mark: list[str] = []  # the number of the last item
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if element is not root and (not tag or is_dropped(element) or is_furniture(element)):
                walker.skip_subtree()
                skipped = element
                continue
            if tag in _BLOCKS and not (mark and tag in _WORDED and "".join(line).strip() == mark[0]):
                yield from _closed(line)
            table = _table(element, number + 1) if tag == "table" else None
            if table:
                number += 1
                yield table
                walker.skip_subtree()
                skipped = element
                continue
            mark = number_of(element, lists) if tag == "li" else mark
            line += mark if tag == "li" else []
            line.append(_plain(element.text, tag == "pre"))
        else:
            if tag in _BLOCKS and element is not skipped:
                yield from _closed(line)
            if element is not root:
                line.append(_plain(element.tail, False))
    yield from _closed(line)


def _closed(line: list[str]) -> Iterator[str]:
    text = "".join(line).strip(" \t\r\n")
    line.clear()
    if text:
        yield text


def _plain(text: str | None, kept: bool) -> str:
    """Text as a browser shows it: a line break in the source beside a Chinese character is none."""
    if not text:
        return ""
    return text if kept else _SPACE.sub(" ", _BESIDE_CHINESE.sub("", text))


def _table(element: "_Element", number: int) -> Table | None:
    """A table of data; None for one that only lays out the page."""
    if element.find(".//table") is not None:
        return None
    rows = list(element.iter("tr"))
    cells = [[cell for cell in row if cell.tag in ("td", "th") and not is_dropped(cell)] for row in rows]
    if len(rows) < 2 or sum(len(row) > 1 for row in cells) < 2:
        return None
    values: dict[tuple[int, int], str] = {}
    taken: set[tuple[int, int]] = set()
    merged: list[Area] = []
    for index, row in enumerate(cells):
        column = 0
        for cell in row:
            while (index, column) in taken:
                column += 1
            high, wide = min(_span(cell, "rowspan"), len(rows) - index), _span(cell, "colspan")
            values[index, column] = _cell_text(cell)
            if high * wide > 1:
                merged.append((index, column, index + high - 1, column + wide - 1))
            if len(taken) > _MOST_CELLS:
                return None
            taken.update((index + down, column + right) for down in range(high) for right in range(wide))
            column += wide
    width = 1 + max((column for _, column in taken), default=0)
    grid = tuple(tuple(values.get((row, column), "") for column in range(width)) for row in range(len(rows)))
    return Table(texts.TABLE_NAME.format(number=number), grid, tuple(merged))


def _span(cell: "_Element", name: str) -> int:
    said = (cell.get(name) or "").strip()
    return min(max(int(said), 1), _MOST_SPAN) if said.isdecimal() and len(said) < 6 else 1


def _cell_text(cell: "_Element") -> str:
    return tidy("\n".join(block if isinstance(block, str) else block.text() for block in _blocks(cell)))

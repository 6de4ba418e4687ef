"""A web page with tables, which many systems and old programs save as .xls, as a grid."""

import re
from collections.abc import Callable
from typing import Any

from desktop_app.exchange.read_text import decoded
from desktop_app.office.faults import CutOff, Damaged, Oversized
from desktop_app.office.formats import MOST_CELLS, Place
from desktop_app.office.values import Area, Grid, Table

_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_TABLE_END = re.compile(r"</table[\s>]", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_STRUCK = ("s", "strike", "del")
_LINES = ("br", "p", "div", "li", "tr")
_MOST_BYTES = 32 << 20
_MOST_SPAN = 1000


def read_page(data: bytes) -> Table:
    """The rows of all tables below each other, other words as rows of one cell; CutOff where a table has no end."""
    from lxml import etree, html  # pyright: ignore[reportAttributeAccessIssue]  # made in C

    if len(data) > _MOST_BYTES:
        raise Oversized
    text = re.sub(r"^\s*<\?xml[^>]*>", "", _text(data)).replace("\0", "")
    if len(_TABLE.findall(text)) > len(_TABLE_END.findall(text)):
        raise CutOff
    try:
        root = html.document_fromstring(text)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Damaged from error
    rows = _Rows()
    for element in root.iter("tr", "p", "h1", "h2", "h3", "caption"):
        if element.tag == "tr":
            if element.find(".//table") is None:  # a row around another table only lays out the page
                rows.add(element)
        elif not any(ancestor.tag in ("td", "th") for ancestor in element.iterancestors()):
            rows.grid.append([_words(element)])
    width = max(map(len, rows.grid), default=0)
    return Table([[*row, *[""] * (width - len(row))] for row in rows.grid], tuple(rows.merged), rows.struck)


def _text(data: bytes) -> str:
    named = None if data.startswith(_WIDE) else _CHARSET.search(data[:4096])
    if named:
        name = named[1].decode("ascii").lower()
        try:
            return data.decode("gb18030" if name in ("gb2312", "gbk") else name)
        except (LookupError, UnicodeError):
            pass
    return decoded(data)


class _Rows:
    """Rows laid out one after the other; a cell that reaches down keeps its place in the next ones."""

    def __init__(self) -> None:
        self.grid: Grid = []
        self.merged: list[Area] = []
        self.struck: dict[Place, str] = {}
        self._taken: set[tuple[int, int]] = set()

    def add(self, row: Any) -> None:
        """Lay out one more row."""
        line, column = len(self.grid), 0
        values: list[str] = []
        for cell in row.iterchildren("td", "th"):
            while (line, column) in self._taken:
                column += 1
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            values += [""] * (column - len(values)) + [_words(cell)]
            if any(map(_is_struck, cell.iter())):
                self.struck[line, column] = "" if _is_struck(cell) else _words(cell, _is_struck)
            if down > 1 or across > 1:
                self.merged.append(((line, column), (line + down - 1, column + across - 1)))
                self._taken |= {(line + n, column + m) for n in range(down) for m in range(across)}
            column += across
            if (line + 1) * column > MOST_CELLS or len(self._taken) > MOST_CELLS:
                raise Oversized
        self.grid.append(values)


def _span(cell: Any, name: str) -> int:
    digits = cell.get(name, "1").strip()
    return min(max(int(digits), 1), _MOST_SPAN) if digits.isdecimal() else 1


def _is_struck(element: Any) -> bool:
    return element.tag in _STRUCK or "line-through" in (element.get("style") or "")


def _words(element: Any, left_out: Callable[[Any], bool] = lambda _: False) -> str:
    """What the cell shows, less some elements in it: blanks run together, lines by its breaks."""
    parts = [_squeezed(element.text)]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag not in ("script", "style", "") and not left_out(child):
            parts.append(_words(child, left_out) if tag != "br" else "")
        if tag in _LINES:
            parts.append("\n")
        parts.append(_squeezed(child.tail))
    return re.sub(r" ?\n ?", "\n", "".join(parts)).strip()


def _squeezed(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\xa0]+", " ", text or "")

"""Of which unit a form or a row of it is, by what the sheet says above its table or in a column."""

import re
from collections.abc import Sequence
from typing import Any

from desktop_app.exchange.read_values import folded
from desktop_app.exchange.read_workbook import Sheet

_UNIT_LINE = re.compile(
    r"填报单位(?:\([^)]*\))?[::]\n?(?P<unit>[^\n::]+?)"
    r"(?=(?:填报人|填表人|审核人|负责人|主要负责人|联系人|联系电话|电话|填报日期|填表日期|日期)[::]|\n|$)"
)


def head_of(sheet: Sheet, top: int) -> str:
    """What stands above a sheet's table, folded."""
    return "".join(map(line_of, sheet.grid[:top]))


def line_of(values: Sequence[Any]) -> str:
    """A line's words, folded, each cell's on a line of its own."""
    return "".join(f"{folded(value)}\n" for value in values if value != "")


def unit_in(words: str) -> str:
    """The unit that fills in the form, as these folded words name it; '' where they do not."""
    found = _UNIT_LINE.search(words)
    return found["unit"] if found else ""


def unit_of(sheet: Sheet, line: int, column: int, above: str) -> str:
    """The unit of a row by its own column; one merged over several rows is of them all."""
    own = sheet.value(line, column)
    if own == "":
        inside = (
            first for first, last in sheet.merged if first[1] <= column <= last[1] and first[0] <= line <= last[0]
        )
        own = next((sheet.value(first[0], column) for first in inside), "")
    return folded(own) or above

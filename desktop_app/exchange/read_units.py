"""Of which unit a form or a row of it is, by what the sheet says above its table or in a column."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from desktop_app.exchange.read_headers import is_header_word
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.read_workbook import Sheet

_UNIT_LINE = re.compile(
    r"填报单位(?:\([^)]*\))?[::]\n?(?P<unit>[^\n::]+?)"
    r"(?=(?:填报人|填表人|审核人|负责人|主要负责人|联系人|联系电话|电话|填报日期|填表日期|日期)[::]|\n|$)"
)
_WORDS_OF_HEADING = 2  # cells of a line that is no row of a table


def head_of(sheet: Sheet, top: int) -> str:
    """What stands above a sheet's table, folded."""
    return "".join(map(line_of, sheet.grid[:top]))


def heads_within(sheet: Sheet, line: int, titles: int) -> str:
    """What stands above each table below the first one, whose header ends in `line`, folded."""

    def is_row(values: Sequence[Any]) -> bool:
        return values[titles] != "" and len(values) - values.count("") > _WORDS_OF_HEADING

    heads = (n for n in range(line + 1, len(sheet.grid)) if is_header_word(str(sheet.value(n, titles))))
    above = (takewhile(lambda values: not is_row(values), reversed(sheet.grid[line + 1 : n])) for n in heads)
    return "".join(line_of(values) for lines in above for values in lines)


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

"""A sheet as a reader's eye sees it: merged areas answer with their first cell, values are shown as text."""

from datetime import date, datetime
from typing import Any, NamedTuple

from desktop_app.domain.kinds import Kind
from desktop_app.domain.values import canonical, plain_number
from desktop_app.exchange.read_workbook import Sheet
from desktop_app.exchange.sheet_layout import cell_name

Place = tuple[int, int]
MOST_COLUMNS = 200


class Cell(NamedTuple):
    """A cell as it speaks: text as shown, raw value, its address, whether shown as a percentage, its last line."""

    text: str
    raw: Any
    name: str
    percent: bool | None
    last: int


class Eye:
    """Looks at one sheet; places are (line, column) from 0."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._texts = [
            [shown(value, sheet.is_percent(line, column)) for column, value in enumerate(row[:MOST_COLUMNS])]
            for line, row in enumerate(sheet.grid)
        ]
        while self._texts and not any(self._texts[-1]):
            self._texts.pop()
        self.height = len(self._texts)
        self.width = max((len(row) for row in self._texts), default=0)
        self._first: dict[Place, Place] = {}
        self._end: dict[Place, Place] = {}
        for (top, left), (bottom, right) in sheet.merged:
            bottom, right = min(bottom, self.height - 1), min(right, self.width - 1)
            self._end[top, left] = (bottom, right)
            for line in range(top, bottom + 1):
                self._first |= {(line, column): (top, left) for column in range(left, right + 1)}

    def first(self, line: int, column: int) -> Place:
        """The cell that speaks for this place: itself, or the first of its merged area."""
        return self._first.get((line, column), (line, column))

    def at(self, place: Place) -> str:
        """The text of exactly this cell."""
        row = self._texts[place[0]] if place[0] < self.height else []
        return row[place[1]] if place[1] < len(row) else ""

    def text(self, line: int, column: int) -> str:
        """The text seen at this place."""
        return self.at(self.first(line, column))

    def own(self, line: int) -> list[int]:
        """The columns whose cells begin in this line and say anything."""
        return [column for column, text in enumerate(self._texts[line]) if text and self._begins(line, column)]

    def _begins(self, line: int, column: int) -> bool:
        return self.first(line, column) == (line, column)

    def own_text(self, line: int, column: int) -> str:
        """The text of a cell that begins here; '' inside a merged area."""
        return self.at((line, column)) if self._begins(line, column) else ""

    def width_of(self, place: Place) -> int:
        """How many columns wide the cell is."""
        return self._end.get(place, place)[1] - place[1] + 1

    def cell(self, place: Place) -> Cell:
        """The cell at exactly this place."""
        raw, percent = self.sheet.value(*place), self.sheet.is_percent(*place)
        return Cell(self.at(place), raw, cell_name(*place), percent, self._end.get(place, place)[0])

    def line_text(self, line: int) -> str:
        """The texts of a line, as one line."""
        return "\t".join(" ".join(text.split()) for text in self._texts[line] if text)


def shown(value: Any, percent: bool | None = None) -> str:
    """A cell's value as the sheet shows it; days in Chinese, pictures and errors not at all."""
    if isinstance(value, str):
        if value.startswith("=DISPIMG"):
            return ""
        lines = (line.strip() for line in str(canonical(Kind.TEXT, value) or "").splitlines())
        return "\n".join(line for line in lines if line)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return f"{plain_number(round(value * 100, 8))}%" if percent else plain_number(value)
    if isinstance(value, datetime | date):
        return f"{value.year}年{value.month}月{value.day}日"
    return ""

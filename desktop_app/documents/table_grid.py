"""The cells of a table by place, whatever areas are merged."""

from desktop_app.documents.reader.blocks import Table

Place = tuple[int, int]
"""Row and column, from 0."""


class Grid:
    """A table whose merged areas answer with their first cell, wherever in the area one asks."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.height = len(table.rows)
        self.width = max((len(row) for row in table.rows), default=0)
        self._first: dict[Place, Place] = {}
        self._wide: dict[Place, int] = {}
        for top, left, bottom, right in table.merged:
            last_row, last_column = min(bottom, self.height - 1), min(right, self.width - 1)
            self._wide[top, left] = last_column - left + 1
            for row in range(top, last_row + 1):
                for column in range(left, last_column + 1):
                    self._first[row, column] = (top, left)

    def first(self, row: int, column: int) -> Place:
        """The cell that speaks for the one at this place: itself, or the first of its merged area."""
        return self._first.get((row, column), (row, column))

    def at(self, place: Place) -> str:
        """The text of exactly this cell."""
        row = self.table.rows[place[0]]
        return row[place[1]] if place[1] < len(row) else ""

    def text(self, row: int, column: int) -> str:
        """The text that the cell shows."""
        return self.at(self.first(row, column))

    def width_of(self, place: Place) -> int:
        """How many columns the cell is wide."""
        return self._wide.get(place, 1)

    def own(self, row: int) -> list[Place]:
        """The cells with text that begin in this row."""
        return [(row, column) for column, text in enumerate(self.table.rows[row]) if text]

"""The rows below a header: which are tasks, which continue one, which open a section, which are remarks."""

import re
from dataclasses import dataclass, field

from desktop_app.documents.extraction import SectionRead, Span
from desktop_app.documents.folding import fold
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.numerals import NUMERAL
from desktop_app.documents.table_below import below
from desktop_app.documents.table_grid import Grid, Place
from desktop_app.documents.table_guess import CONTENT, WHEN, WHO
from desktop_app.documents.table_header import Header
from desktop_app.documents.table_pages import titles_in, turns_page
from desktop_app.documents.table_source import Placed
from desktop_app.documents.table_words import COUNT_OF_ITEMS, NOTE_ROW, NOTHING, SAME_AS_ABOVE, role_of
from desktop_app.documents.unit_names import is_bare_unit

_SECTION_MARKS = frozenset({"part", "topic", "chinese", "chinese_bracket"})
_LONGEST_SECTION = 60
_FAR = 400  # characters above a table, among them its title
_UPRIGHT = re.compile(r"[一-鿿](?:\s+[一-鿿])+")  # letters one below the other in a narrow cell
_CHINESE_NUMBER = re.compile(rf"（?[{NUMERAL}]{{1,4}}）?[、.]?")


@dataclass
class Section:
    """A chapter of the table: its number and title as printed, where it stands, and what else its row says."""

    read: SectionRead
    words: Span


@dataclass
class Row:
    """A task in the table: its number, its cells by column, the section it is in, and the text that its rows take."""

    number: Span | None
    section: Section | None
    cells: list[tuple[int, Place, Span]] = field(default_factory=list)
    start: int = 0
    end: int = 0
    height: int = 1

    def spans(self, columns: list[int]) -> list[Span]:
        """The passages in these columns, from the left, each cell once."""
        found = {place: span for column in columns for other, place, span in self.cells if other == column}
        return list(found.values())


class Reader:
    """Goes down the rows of one table and gathers its tasks."""

    def __init__(self, placed: Placed, source: str, shadow: str) -> None:
        self.placed = placed
        self.header: Header = placed.header
        self.grid = Grid(placed.table)
        self.source = source
        self.shadow = shadow
        self.rows: list[Row] = []
        self.sections: list[Section] = []
        self.lost: list[Span] = []
        self._section: Section | None = None
        self._section_cell: Place | None = None
        self._task = self.header.of("task")[0]
        self._number = next(iter(self.header.of("no")), None)
        self._column = next(iter(self.header.of("section")), None)
        self._block_numbers = self._numbers_blocks()
        self._titles = self._titles_above()

    def read(self) -> None:
        """Fill `rows`, `sections` and `lost` (rows with a unit or a due time, but no task)."""
        self._open_above()
        for row in below(self.header, self.grid):
            cells = self.grid.own(row)
            if NOTE_ROW.match(fold(self.grid.at(cells[0]))) and len({self.grid.at(cell) for cell in cells}) <= 2:
                continue
            if self._turns_page(cells):
                continue
            if self._is_section(row, cells):
                self._open(cells[-1] if self._is_number(cells[0]) and len(cells) > 1 else cells[0], row)
            elif self._continues(row):
                self._add_cells(self.rows[-1], row)
                self.rows[-1].height += 1
            elif self._text(row, self._task):
                self._begin(row)
            elif {self.header.columns.get(column) for _, column in cells} & {*WHO, *WHEN}:
                self.lost.append(self.placed.spans[cells[0]])

    def _titles_above(self) -> frozenset[str]:
        above = self.source[max(0, self.placed.span[0] - _FAR) : self.placed.span[0]].split("\n")
        own = (self.grid.at(place) for row in range(self.header.first) for place in self.grid.own(row))
        return titles_in([*above, *own])

    def _turns_page(self, cells: list[Place]) -> bool:
        said = {self.grid.at(cell) for cell in cells}
        return len(said) == 1 and turns_page(said.pop(), self._titles)

    def _open_above(self) -> None:
        """Where chapters are the units themselves, the first stands above the header."""
        row = self.header.first - 1
        cells = self.grid.own(row) if row >= 0 else []
        name = fold(self.grid.at(cells[0])) if len(cells) == 1 else ""
        if name and "：" not in name and is_bare_unit(name, frozenset(), at_end=False):
            self._open(cells[0], row)

    def label_span(self, column: int) -> Span | None:
        """Where the header names this column."""
        places = (self.grid.first(row, column) for row in range(self.header.last, self.header.first - 1, -1))
        return next((self.placed.spans[place] for place in places if place in self.placed.spans), None)

    def _text(self, row: int, column: int) -> str:
        return self.grid.text(row, column)

    def _numbers_blocks(self) -> bool:
        """Whether the numbers belong to merged blocks (一个板块一个号), each over several tasks."""
        number = self._number
        if number is None:
            return False
        for row in range(self.header.last + 2, self.grid.height):
            merged = self.grid.first(row, number)[0] < row
            if merged and self.grid.first(row, self._task)[0] == row and self.grid.at((row, self._task)):
                return self._column is not None
        return False

    def _is_number(self, place: Place) -> bool:
        return place[1] == self._number and self.placed.header.columns.get(place[1]) == "no"

    def _is_section(self, row: int, cells: list[Place]) -> bool:
        """A row of its own for a chapter: one text across the table, or alone with the look of a heading."""
        named = cells[1:] if self._is_number(cells[0]) and len(cells) > 1 else cells
        if len({self.grid.at(cell) for cell in named}) != 1:
            return False
        place, text = named[0], fold(self.grid.at(named[0]))
        repeated = len(named) >= 3  # some writers put a merged row's text into each of its cells
        if not repeated and any(
            self._text(row, column) for column in self.header.of(*WHO, *WHEN) if not self._covered(place, column)
        ):
            return False
        span = self.placed.spans[place]
        mark = mark_at(self.shadow, *span, self.source)
        heading = mark is not None and mark.kind in _SECTION_MARKS
        wide = repeated or self.grid.width_of(place) >= max(2, self.grid.width // 2)
        if (len(text) > _LONGEST_SECTION and not (heading and wide)) or (
            "。" in (text.rstrip("。") if mark else text) and not heading
        ):
            return False
        if self._chapter_number(row, cells):
            return True
        if self.header.columns.get(place[1]) == "section":
            return wide or not self._text(row, self._task)
        return (heading and (wide or place[1] <= self._task)) or wide or (place[1] == 0 and place[1] < self._task)

    def _chapter_number(self, row: int, cells: list[Place]) -> str | None:
        """The Chinese number of a row with nothing but it and a heading, where the tasks' numbers are Arabic."""
        if len(cells) != 2 or not self._is_number(cells[0]) or self._block_numbers:
            return None
        number = self.grid.at(cells[0])
        if not _CHINESE_NUMBER.fullmatch(fold(number)):
            return None
        others = (self.grid.at((other, cells[0][1])) for other in range(row + 1, self.grid.height))
        following = next((text for text in others if text), "")
        return number.strip("、.． ") if following[:1].isdigit() else None

    def _covered(self, place: Place, column: int) -> bool:
        return place[1] <= column < place[1] + self.grid.width_of(place)

    def _open(self, place: Place, row: int) -> None:
        self._set_section(place, self._chapter_number(row, self.grid.own(row)))
        self._section_cell = place

    def _set_section(self, place: Place, number: str | None = None) -> None:
        start, end = self.placed.spans[place]
        mark = mark_at(self.shadow, start, end, self.source)
        words = (mark.end if mark else start, end)
        title = re.sub(r"\s*\n\s*", "", self.source[slice(*words)]).strip(" \u3000：:。")
        counted = COUNT_OF_ITEMS.search(fold(title))
        title = title[: counted.start()] if counted else title
        bracket = re.search("（[^（）]*(?:牵头|责任|负责)[^（）]*）$", fold(title))
        title = title[: bracket.start()].strip() if bracket else title
        title = re.sub(r"\s", "", title) if _UPRIGHT.fullmatch(title) else title
        no = mark.printed if mark else (number or "")
        self._section = Section(SectionRead(no, title, (start, end)), words)
        self.sections.append(self._section)

    def _enter_section(self, row: int) -> None:
        """Note the section column's value, merged, repeated or left blank under the first."""
        if self._column is None:
            return
        place = self.grid.first(row, self._column)
        text = self.grid.at(place)
        if not text or text in SAME_AS_ABOVE or place == self._section_cell:
            return
        if self._section_cell and self._section_cell[1] == self._column and self.grid.at(self._section_cell) == text:
            return
        self._section_cell = place
        number = self._text(row, self._number) if self._block_numbers and self._number is not None else None
        self._set_section(place, number)

    def _continues(self, row: int) -> bool:
        """Whether the row goes on with the task above: its number or title is merged, or it has neither."""
        if not self.rows:
            return False
        task, number = self.grid.first(row, self._task), self._number
        if task[0] < row and self.grid.at(task):
            return number is None or self._block_numbers or not self._own_text(row, number)
        if self.grid.at(task):
            if number is None or self._block_numbers or self._own_text(row, number):
                return False
            if self.grid.first(row, number)[0] < row:
                return True
            # Without a number of its own: the rest of a cell broken by a page, where nobody is named for it.
            return not any(self._own_text(row, column) for column in self.header.of(*WHO, *WHEN))
        if number is not None and self._own_text(row, number):
            return False
        return any(self._own_text(row, column) for column in self.header.of(*CONTENT, *WHO, *WHEN))

    def _own_text(self, row: int, column: int) -> str:
        return self.grid.at((row, column)) if self.grid.first(row, column) == (row, column) else ""

    def _begin(self, row: int) -> None:
        self._enter_section(row)
        number = None
        if self._number is not None and not self._block_numbers and self._text(row, self._number):
            number = self.placed.spans[self.grid.first(row, self._number)]
        own = self._own_spans(row)
        task = Row(number, self._section, start=own[0][0], end=own[-1][1])
        self._add_cells(task, row)
        self.rows.append(task)

    def _own_spans(self, row: int) -> list[Span]:
        """The row's own cells; a section's cell that only begins here belongs to the section."""
        cells = [place for place in self.grid.own(row) if place[1] != self._column] or self.grid.own(row)
        return [self.placed.spans[place] for place in cells]

    def _add_cells(self, task: Row, row: int) -> None:
        for column, role in self.header.columns.items():
            place = self._value_place(row, column)
            if place and role not in ("no", "section"):
                task.cells.append((column, place, self.placed.spans[place]))
        task.end = max(task.end, self._own_spans(row)[-1][1])

    def _value_place(self, row: int, column: int) -> Place | None:
        """The cell whose value counts here: the merged one, for 同上 the last one above that says anything."""
        place = self.grid.first(row, column)
        if self.grid.at(place) in SAME_AS_ABOVE:
            above = (self.grid.first(other, column) for other in reversed(range(self.header.last + 1, place[0])))
            texts = ((other, self.grid.at(other)) for other in above)
            said = (
                other for other, text in texts if text and text not in SAME_AS_ABOVE and role_of(fold(text)) is None
            )
            return next(said, None)
        text = self.grid.at(place)
        return place if text and text not in NOTHING else None

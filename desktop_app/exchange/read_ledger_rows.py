"""The lines below a ledger's header: which are tasks, which go on with one, which open a section, which say nothing."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.exchange.read_ledger_grid import Cell, Eye, Place
from desktop_app.exchange.read_ledger_header import Header
from desktop_app.exchange.read_ledger_words import (
    CONTENT,
    COUNT_OF_ITEMS,
    HEADING,
    NOTE_ROW,
    NOTHING,
    NUMERAL,
    SAID,
    SAME_AS_ABOVE,
    TOTAL_ROW,
    WHEN,
    WHO,
    known_meaning,
)
from desktop_app.exchange.read_values import folded

_LONGEST_SECTION = 60


class Section(NamedTuple):
    """A chapter of the ledger: its number and title as written, and its cell."""

    no: str | None
    title: str
    cell: str


@dataclass
class Line:
    """One line of a task: its place, and by column the cell that speaks there."""

    line: int
    cells: dict[int, Cell] = field(default_factory=dict)


@dataclass
class Entry:
    """A task as it stands in the sheet: its number's cell, the place of its section, its lines from the top."""

    number: Cell | None
    section: int | None
    lines: list[Line] = field(default_factory=list)


class Lost(NamedTuple):
    """A line that holds something but no task, by its first cell."""

    cell: Cell


class Rows:
    """Goes down the lines of one sheet and gathers what they say."""

    def __init__(self, eye: Eye, header: Header) -> None:
        self._eye, self._header = eye, header
        self.entries: list[Entry] = []
        self.sections: list[Section] = []
        self.lost: list[Lost] = []
        self._section: int | None = None
        self._section_place: Place | None = None
        self._task = header.of("task")[0] if header.of("task") else None
        self._number = next(iter(header.of("no")), None)
        self._chapter = next(iter(header.of("section")), None)
        self._labels = {column.place: {folded(part) for part in column.parts} for column in header.columns}
        self._meaning = {column.place: column.meaning for column in header.columns}
        self._block_numbers = self._numbers_blocks()
        numbers = (self._eye.at((line, self._number or 0)) for line in range(header.last + 1, eye.height))
        self._arabic = any(number[:1].isdigit() for number in numbers)

    def read(self) -> "Rows":
        """Fill `entries`, `sections` and `lost`."""
        for line in range(self._header.last + 1, self._eye.height):
            own = self._eye.own(line)
            if own and self._task is not None and not self._says_nothing(line, own):
                self._take(line, own)
        return self

    def _take(self, line: int, own: list[int]) -> None:
        task = self._task
        assert task is not None
        if self._is_section(line, own):
            numbered = own[0] == self._number and len(own) > 1
            number = self._eye.at((line, own[0])) if numbered else None
            self._open((line, own[1 if numbered else 0]), number)
        elif self._goes_on(line, task):
            self.entries[-1].lines.append(self._line(line))
        elif self._title(line, task):
            self._begin(line)
        elif {self._meaning.get(column) for column in own} & {*CONTENT, *WHO, *WHEN, *SAID}:
            self.lost.append(Lost(self._eye.cell((line, own[0]))))

    def _says_nothing(self, line: int, own: list[int]) -> bool:
        """A remark, a sum, the header again, or the columns' numbers."""
        texts = [self._eye.at((line, column)) for column in own]
        first = folded(texts[0])
        few = len(set(texts)) <= 2
        signed = sum(bool(NOTE_ROW.match(folded(text))) for text in texts) * 2 >= len(texts)
        names = {first, folded(self._title(line, self._task or 0))}
        return (
            (bool(NOTE_ROW.match(first)) and (few or signed))
            or any(TOTAL_ROW.match(name) and len(name) <= 6 for name in names)
            or self._is_header_again(texts, own)
            or self._counts_columns(texts)
        )

    def _is_header_again(self, texts: list[str], own: list[int]) -> bool:
        same = [folded(text) in self._labels.get(column, ()) for text, column in zip(texts, own, strict=True)]
        if not any(same):
            return False
        named = [known_meaning(folded(text)) is not None for text in texts]
        return sum(same) * 2 > len(same) or (len(texts) > 1 and sum(named) * 5 >= len(named) * 4)

    def _counts_columns(self, texts: list[str]) -> bool:
        plain = [text for text in map(folded, texts) if text not in "甲乙丙丁"]
        return len(plain) > 1 and plain in (
            [str(n) for n in range(1, len(plain) + 1)],
            [f"({n})" for n in range(1, len(plain) + 1)],
        )

    def _numbers_blocks(self) -> bool:
        """Whether the numbers belong to merged blocks (一个板块一个号), each over several tasks."""
        if self._number is None or self._task is None or self._chapter is None:
            return False
        return any(
            self._eye.first(line, self._number)[0] < line
            and self._eye.own_text(line, self._task)
            and self._eye.first(line, self._chapter)[0] < line
            for line in range(self._header.last + 2, self._eye.height)
        )

    def _is_section(self, line: int, own: list[int]) -> bool:
        """A line of its own for a chapter: one text across the table, or alone with the look of a heading."""
        named = own[1:] if own[0] == self._number and len(own) > 1 else own
        if len({self._eye.at((line, column)) for column in named}) != 1:
            return False
        if len(own) > len(named) and NUMERAL.fullmatch(folded(self._eye.at((line, own[0])))) and self._arabic:
            return True
        place, text = (line, named[0]), self._eye.at((line, named[0]))
        wide = self._eye.width_of(place)
        if any(self._eye.text(line, c) for c in self._header.of(*WHO, *WHEN) if not place[1] <= c < place[1] + wide):
            return False
        heading = HEADING.match(text) is not None
        across = wide >= max(2, self._eye.width // 2)
        if len(text) > _LONGEST_SECTION or ("。" in text.rstrip("。") and not heading):
            return False
        if self._meaning.get(place[1]) == "section" and place[1] != self._task:
            return across or (wide == 1 and not self._title(line, self._task or 0))
        before = place[1] <= (self._task or 0)
        return (
            (heading and (across or before) and len(own) == len(named))
            or across
            or (place[1] == 0 and place[1] != self._task and place[1] != self._number and before)
            or (heading and place[1] == self._number)
        )

    def _open(self, place: Place, number: str | None = None) -> None:
        self._section_place = place
        text = self._eye.at(place)
        mark = HEADING.match(text)
        title = re.sub(r"\s*\n\s*", "", text[mark.end() :] if mark else text).strip(" \u3000：:。")
        title = COUNT_OF_ITEMS.sub("", title).strip() or text
        no = (mark["plain"] or mark["round"] or mark[0].strip(" 、，,:：．.\u3000")) if mark else number
        self._section = len(self.sections)
        self.sections.append(Section(no, title, self._eye.cell(place).name))

    def _enter_section(self, line: int) -> None:
        """Note the section column's value, merged, repeated, or left blank under the first."""
        if self._chapter is None:
            return
        place = self._eye.first(line, self._chapter)
        text = self._eye.at(place)
        if not text or folded(text) in SAME_AS_ABOVE or place == self._section_place:
            return
        here = self._section_place
        if here and here[1] == self._chapter and folded(self._eye.at(here)) == folded(text):
            return
        if self._section is not None and folded(self.sections[self._section].title) in folded(text):
            return
        number = self._eye.text(line, self._number) if self._block_numbers and self._number is not None else None
        self._open(place, number)

    def _title(self, line: int, task: int) -> str:
        text = self._eye.text(line, task)
        return "" if text in NOTHING else text

    def _goes_on(self, line: int, task: int) -> bool:
        """Whether the line goes on with the task above: its title or number is merged, or it has neither."""
        if not self.entries:
            return False
        above = self._eye.first(line, task)
        number = self._number if not self._block_numbers else None
        own_number = number is not None and bool(self._eye.own_text(line, number))
        if above[0] < line and self._eye.at(above):
            return above[0] >= self.entries[-1].lines[0].line
        if self._eye.at(above):
            merged = (
                number is not None and self._eye.first(line, number)[0] < line and bool(self._eye.text(line, number))
            )
            return merged and self._eye.first(line, number or 0)[0] >= self.entries[-1].lines[0].line
        if own_number:
            return False
        return any(self._eye.own_text(line, column) for column in self._header.of(*CONTENT, *WHO, *WHEN, *SAID))

    def _begin(self, line: int) -> None:
        self._enter_section(line)
        number = None
        if self._number is not None and not self._block_numbers and self._eye.text(line, self._number):
            number = self._eye.cell(self._eye.first(line, self._number))
        self.entries.append(Entry(number, self._section, [self._line(line)]))

    def _line(self, line: int) -> Line:
        found = Line(line)
        for column in self._header.columns:
            place = self._speaking(line, column.place)
            if place and column.meaning not in ("no", "section", "skip"):
                found.cells[column.place] = self._eye.cell(place)
        return found

    def _speaking(self, line: int, column: int) -> Place | None:
        """The cell whose value counts here: the merged one; for 同上 the last one above that says anything."""
        place = self._eye.first(line, column)
        text = self._eye.at(place)
        if folded(text) in SAME_AS_ABOVE:
            return self._above(place)
        return place if text and text not in NOTHING else None

    def _above(self, place: Place) -> Place | None:
        for line in range(place[0] - 1, self._header.last, -1):
            other = self._eye.first(line, place[1])
            text = self._eye.at(other)
            if text and folded(text) not in SAME_AS_ABOVE:
                return other if text not in NOTHING else None
        return None

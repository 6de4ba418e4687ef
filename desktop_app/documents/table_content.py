"""What the cells of a column hold, whatever its header says: names of units, days, figures, people, numbers, sentences.

A header word that nobody has written down costs nothing where the cells below it show what they are.
"""

import re
from datetime import date
from functools import lru_cache

from desktop_app.documents.deadlines import resolve
from desktop_app.documents.folding import fold
from desktop_app.documents.numerals import NUMERAL
from desktop_app.documents.surnames import SURNAMES
from desktop_app.documents.table_grid import Grid
from desktop_app.documents.table_words import MEASURE, NOTE_ROW, NOTHING, SAME_AS_ABOVE
from desktop_app.documents.unit_grammar import told_in
from desktop_app.documents.unit_names import are_unit_names, has_ending, split_units
from desktop_app.documents.units import read_fields

KINDS = ("number", "days", "units", "people", "telephone", "measure", "figures", "text")
_MOST_ROWS = 120  # so many cells show what a column is
_LEAST_SHARE = 0.6
_LONGEST_LIST = 120
_POST = "(?:[一-鿿]{0,8}(?:长|书记|主任|委员|同志|：))?"
_PERSON = rf"{_POST}[ \n]?[{SURNAMES}] *[一-鿿×xX某*＊○]{{1,2}}(?:同志|（[^（）]*）)?"
_PEOPLE = re.compile(rf"{_PERSON}(?:[、，；/ \n]+{_PERSON})*")
_NUMBER = re.compile(rf"（?(?:\d{{1,3}}|[{NUMERAL}]{{1,4}}|[①-⑳])）?[、.]?")
_FIGURE = re.compile(r"[≥≤><约不少低于超过少达到 ]*\d+(?:\.\d+)?(?P<unit>%|‰|[一-鿿]{0,4}) *(?:以[上内]|左右)?")
_COUNTED = re.compile("(?<!第)(?<!\\d)\\d{1,5}[余多]?[处所站室院科股组队]$")  # 新建墓地2处
_SHAPES = {"telephone": re.compile(r"[\d\s、，/—-]{7,}"), "measure": MEASURE, "figures": _FIGURE}
_A_DATE = date(2000, 1, 1)


class Columns:
    """The cells below a header, a column at a time, each merged cell once."""

    def __init__(self, grid: Grid, last: int) -> None:
        self.grid = grid
        self.first = last + 1
        rows = range(self.first, grid.height)
        self.rows = [row for row in rows if self._holds_data(row)][:_MOST_ROWS]

    def _holds_data(self, row: int) -> bool:
        cells = self.grid.own(row)
        return len({self.grid.at(cell) for cell in cells}) > 1 and not NOTE_ROW.match(fold(self.grid.at(cells[0])))

    def values(self, column: int) -> list[str]:
        """The folded texts in this column."""
        places = dict.fromkeys(self.grid.first(row, column) for row in self.rows)
        texts = (self.grid.at(place) for place in places)
        return [fold(text) for text in texts if text and text not in NOTHING and text not in SAME_AS_ABOVE]

    def kind(self, column: int) -> str | None:
        """What most cells of this column are, one of KINDS; None where there are none."""
        values = self.values(column)
        if not values:
            return None
        return next((kind for kind in KINDS[:-1] if _share(values, kind) >= _LEAST_SHARE), "text")

    def repeats(self, column: int) -> bool:
        """Whether cells of this column stand for several rows: merged, left blank below, or said again."""
        rows = [row for row in self.rows if self.grid.text(row, column)]
        values = self.values(column)
        said = len(set(values)) * 3 <= len(rows) * 2
        return len(self.rows) > 1 and bool(values) and (said or len(rows) * 2 <= len(self.rows))

    def length(self, column: int) -> float:
        """The mean length of the texts in this column."""
        values = self.values(column)
        return sum(map(len, values)) / len(values) if values else 0.0


def _share(values: list[str], kind: str) -> float:
    return sum(is_kind(kind, value) for value in values) / len(values)


@lru_cache(4096)
def is_kind(kind: str, text: str) -> bool:
    """Whether a folded cell is of this kind, one of KINDS but "text"."""
    if kind == "number":
        return bool(_NUMBER.fullmatch(text))
    if kind == "days":
        return _is_day(text)
    if kind == "units":
        return len(text) <= _LONGEST_LIST and not _COUNTED.search(text) and are_unit_names(_names(text))
    if kind == "people":
        return bool(_PEOPLE.fullmatch(text))
    return bool(_SHAPES[kind].fullmatch(text))


def _names(text: str) -> list[str]:
    """The names in a cell, without the words that tell their roles (牵头：甲科；乙科配合)."""
    whole = (0, len(text))
    if is_person(text):
        return []
    note = read_fields(text, text, *whole, whole) if "：" in text else None
    if note:
        return [unit.name for unit in note.lead + note.co]
    if (told := told_in(text, text, *whole)) and told.vouched:
        return [unit.name for unit in told.note.lead + told.note.co]
    return [unit.name for unit in split_units(text, text, *whole) if not is_person(unit.name)]


def is_person(name: str) -> bool:
    """Whether a folded name is a person's rather than a unit's."""
    return bool(_PEOPLE.fullmatch(name)) and not has_ending(name)


def _is_day(text: str) -> bool:
    """Whether due times are most of what a cell says."""
    if len(text) > 40:
        return False
    said = resolve(text, _A_DATE.year, _A_DATE)
    sure = sum(len(deadline.phrase) for deadline in said if deadline.kind != "event")
    events = sum(len(deadline.phrase) for deadline in said if deadline.kind == "event")
    length = len(text.replace("\n", ""))
    return sure * 2 >= length or (sure + events) * 5 >= length * 4

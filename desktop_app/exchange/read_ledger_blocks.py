"""Ledgers of figures: indicators side by side, each with its target, figure and share, and a line for each area.

An indicator becomes a task, its line for an area an action that the area leads. Two columns that no sheet has stand for
what the header says: the indicator's name and the area's.
"""

from typing import NamedTuple

from desktop_app.exchange.read_ledger_grid import Cell, Eye
from desktop_app.exchange.read_ledger_header import DEEPEST, Column, Header
from desktop_app.exchange.read_ledger_rows import Entry, Line, Section
from desktop_app.exchange.read_ledger_words import EITHER, NOTE_ROW, TOTAL_ROW, known_meaning
from desktop_app.exchange.read_values import folded

TASK, ACTION = -1, -2  # the places of the two columns that stand for the header's words
_FEWEST = 2


class Blocks(NamedTuple):
    """What the sheet holds: its header, its indicators as tasks, and the groups over them as sections."""

    header: Header
    entries: tuple[Entry, ...]
    sections: tuple[Section, ...]


def read_blocks(eye: Eye) -> Blocks | None:
    """The indicators of a sheet that has them side by side; None where it has not."""
    for line in range(1, min(eye.height, DEEPEST)):
        starts = _starts(eye, line)
        if len(starts) >= _FEWEST:
            return _read(eye, line, starts)
    return None


def _starts(eye: Eye, line: int) -> list[int]:
    """The columns in which an indicator begins: a target, under a name that spans it and the columns beside it."""
    meant = {column: known_meaning(folded(eye.at((line, column)))) for column in eye.own(line)}
    if not set(meant.values()) & {"percent", "progress_text"} or set(meant.values()) & {"action", "lead", "deadline"}:
        return []
    starts = [column for column, meaning in meant.items() if meaning == "target"]
    names = [eye.first(line - 1, column) for column in starts]
    spans = all(eye.width_of(name) > 1 and eye.at(name) for name in names)
    return starts if spans and len(set(names)) == len(starts) and min(starts, default=0) > 0 else []


def _read(eye: Eye, line: int, starts: list[int]) -> Blocks:
    area = max(column for column in range(starts[0]) if _says_words(eye, line, column))
    columns = [
        Column(TASK, "", (), "task", True),
        Column(ACTION, "", (), "action", True),
        Column(area, eye.text(line, area), (eye.text(line, area),), "lead", True),
    ]
    entries: list[Entry] = []
    sections: list[Section] = []
    first = line
    for start in starts:
        name = eye.first(line - 1, start)
        first = min(first, name[0])
        places = range(start, start + eye.width_of(name))
        columns += [_column(eye, line, place, eye.at(name)) for place in places]
        group = eye.first(name[0] - 1, start) if name[0] else name
        grouped = eye.width_of(group) > len(places) and name[0] - 1 >= _top(eye)
        section = _section(eye, group, sections) if grouped else None
        first = min(first, group[0]) if grouped else first
        title = _named(eye.cell(name), eye.height)
        lines = [
            Line(below, {TASK: title, ACTION: eye.cell((below, area)), **_cells(eye, below, (area, *places))})
            for below in range(line + 1, eye.height)
            if _is_area(eye, below, area)
        ]
        entries.append(Entry(None, section, lines))
    return Blocks(Header(first, line, tuple(columns)), tuple(entries), tuple(sections))


def _top(eye: Eye) -> int:
    """The first line that is no title across the whole sheet."""
    for line in range(eye.height):
        own = eye.own(line)
        if len(own) > 1:
            return line
    return eye.height


def _says_words(eye: Eye, line: int, column: int) -> bool:
    meaning = known_meaning(folded(eye.text(line, column)))
    values = [eye.own_text(below, column) for below in range(line + 1, eye.height)]
    return meaning != "no" and any(value and not value[:1].isdigit() for value in values)


def _column(eye: Eye, line: int, place: int, name: str) -> Column:
    label = eye.text(line, place)
    meaning = known_meaning(folded(label)) or "other"
    if EITHER.fullmatch(folded(label)) and meaning != "percent":
        meaning = "progress_text"
    return Column(place, f"{name}/{label}", (name, label), meaning, meaning != "other")


def _named(cell: Cell, height: int) -> Cell:
    """The indicator's name, which speaks for all lines, without the unit that the target's label keeps."""
    bare = cell.text.split("（")[0].split("(")[0].strip()
    return cell._replace(text=bare or cell.text, last=height)


def _section(eye: Eye, place: tuple[int, int], sections: list[Section]) -> int:
    cell = eye.cell(place)
    known = next((number for number, section in enumerate(sections) if section.cell == cell.name), None)
    if known is None:
        sections.append(Section(None, cell.text, cell.name))
    return len(sections) - 1 if known is None else known


def _is_area(eye: Eye, line: int, area: int) -> bool:
    words = folded(eye.text(line, area))
    return bool(words) and not NOTE_ROW.match(words) and not TOTAL_ROW.match(words) and len(eye.own(line)) > 1


def _cells(eye: Eye, line: int, places: tuple[int, ...]) -> dict[int, Cell]:
    return {place: eye.cell((line, place)) for place in places if eye.at((line, place))}

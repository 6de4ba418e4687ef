"""Who does a task, from the cells of an existing ledger: plain lists, collectives, and phrases such as X牵头、Y配合."""

from collections.abc import Iterable
from functools import lru_cache

from desktop_app.documents.folding import fold
from desktop_app.documents.unit_grammar import told_in
from desktop_app.documents.unit_names import split_units
from desktop_app.documents.units import find_notes, read_fields
from desktop_app.exchange.ledger_records import Held
from desktop_app.exchange.read_ledger_grid import Cell
from desktop_app.exchange.read_ledger_words import FIRST_LEADS, IN_BRACKETS, UNIT, WITH_PERSON, people
from desktop_app.texts import import_ledger as texts

Cells = Iterable[tuple[str, str, Cell]]  # role, label of the column, cell
Roles = tuple[tuple[Held, ...], tuple[Held, ...]]


def units_in(cells: Cells) -> Roles:
    """The leads and the helping units of these cells, each once; a lead is no helper."""
    leads: dict[str, Held] = {}
    cos: dict[str, Held] = {}
    for role, label, cell in cells:
        text = _unwrapped(cell.text)
        if WITH_PERSON.search(label):
            text = IN_BRACKETS.sub("", text)
        lead, co = _roles(text, role == "co", bool(FIRST_LEADS.search(label)))
        leads |= {name: Held(name, cell.name) for name in lead if name not in leads}
        cos |= {name: Held(name, cell.name) for name in co if name not in cos}
    return tuple(leads.values()), tuple(held for name, held in cos.items() if name not in leads)


def persons_in(cells: Iterable[tuple[str, Cell]]) -> Held | None:
    """The people in brackets behind units, where a column's label says that they stand there."""
    for label, cell in cells:
        names = IN_BRACKETS.findall(cell.text) if WITH_PERSON.search(label) else []
        if names:
            return Held(texts.LIST.join(people(name) for name in names), cell.name)
    return None


def _unwrapped(text: str) -> str:
    """A name broken over lines in one piece: a line that is no unit by itself goes on in the next."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and not UNIT.fullmatch(lines[-1]) and lines[-1][-1:].isalnum():
            lines[-1] += line
        else:
            lines.append(line)
    return "\n".join(lines)


def units_noted(cells: Iterable[Cell]) -> Roles:
    """The units of notes inside cells of content, for a ledger without a column of units."""
    leads: dict[str, Held] = {}
    cos: dict[str, Held] = {}
    for cell in cells:
        for note in find_notes(fold(cell.text), cell.text, 0, len(cell.text)):
            leads |= {unit.name: Held(unit.name, cell.name) for unit in note.lead}
            cos |= {unit.name: Held(unit.name, cell.name) for unit in note.co}
    return tuple(leads.values()), tuple(held for name, held in cos.items() if name not in leads)


def unit_names(text: str) -> list[str]:
    """The names of a list of units, each once, in order."""
    return list(dict.fromkeys(unit.name for unit in split_units(fold(text), text, 0, len(text))))


@lru_cache(maxsize=4096)
def _roles(text: str, helping: bool, first_leads: bool) -> tuple[list[str], list[str]]:
    """What one cell says: plain names take the column's role; words such as 牵头 and 配合 give their own."""
    labelled = (texts.CO_LABEL if helping else texts.LEAD_LABEL) + text
    note = read_fields(fold(labelled), labelled, 0, len(labelled), (0, len(labelled)))
    if note is None:
        told = told_in(fold(text), text, 0, len(text))
        return ([unit.name for unit in told.note.lead], [unit.name for unit in told.note.co]) if told else ([], [])
    lead, co = [unit.name for unit in note.lead], [unit.name for unit in note.co]
    if helping:
        return [], list(dict.fromkeys([*lead, *co]))
    if first_leads and not co:
        return lead[:1], lead[1:]
    return lead, co

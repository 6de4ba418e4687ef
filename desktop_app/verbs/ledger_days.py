"""Time limits and dated steps, from the cells of an existing ledger."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from desktop_app.documents.deadlines import resolve
from desktop_app.documents.extraction import DeadlineRead
from desktop_app.documents.propose import deadline_fields
from desktop_app.domain.periods import month_end
from desktop_app.exchange.ledger_records import Held, HeldNode
from desktop_app.exchange.read_days import read_day
from desktop_app.exchange.read_ledger_grid import Cell
from desktop_app.exchange.read_ledger_words import EDGES, LEAD_IN, MONTHS, SERIAL, STEPS
from desktop_app.exchange.read_values import Typed
from desktop_app.texts import import_ledger as texts


def deadline_of(cells: Iterable[Cell], year: int) -> tuple[dict[str, Held], str | None]:
    """The fields of a time limit; and the raw text where it is a bare number that no day can be made of."""
    read: list[DeadlineRead] = []
    raws, doubt, place = [], None, None
    for cell in cells:
        place = place or cell.name
        raws.append(cell.text)
        day = _day_of(cell, year)
        found = [DeadlineRead(cell.text, day, "date", (0, 0))] if day else []
        if not found and isinstance(cell.raw, int | float) and not float(cell.raw).is_integer() and cell.raw < 2000:
            doubt = cell.text
        elif not found:
            found = [line._replace(span=(0, 0)) for line in _resolved(_one_line(cell.text), year)]
        read += found or [DeadlineRead(cell.text, None, "event", (0, 0))]
    if place is None:
        return {}, None
    fields = deadline_fields(read, year)
    kept = {"deadline": fields["deadline"], "deadline_kind": fields["deadline_kind"]}
    kept["deadline_raw"] = texts.JOINED.join(dict.fromkeys(raws))
    return {
        name: Held(value.isoformat() if isinstance(value, date) else str(value), place)
        for name, value in kept.items()
        if value is not None
    }, doubt


@lru_cache(maxsize=4096)
def _resolved(text: str, year: int) -> tuple[DeadlineRead, ...]:
    return tuple(resolve(text, year, None))


def _day_of(cell: Cell, year: int) -> date | None:
    """The day of a cell that holds a date, or a number that can only be one."""
    raw = float(cell.raw) if isinstance(cell.raw, str) and SERIAL.fullmatch(cell.raw.strip()) else cell.raw
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    if isinstance(raw, int | float) and not isinstance(raw, bool) and float(raw).is_integer() and raw > 30_000:
        said = read_day(Typed(raw), date(year, 12, 31)).value
        return date.fromisoformat(said) if isinstance(said, str) else None
    return None


def quarter_node(cell: Cell, quarter: int, year: int) -> HeldNode:
    """The step that a quarter's cell names: by the day it says, else by the quarter's end."""
    days = [found.date for found in resolve(cell.text, year, None) if found.date]
    due = max(days) if days and isinstance(cell.raw, str) else month_end(year, 3 * quarter)
    return HeldNode(_one_line(cell.text), due.isoformat(), cell.name)


def month_node(cell: Cell, month: int, year: int) -> HeldNode:
    """The step that a month's cell names: by the month's end."""
    return HeldNode(_one_line(cell.text), month_end(year, month).isoformat(), cell.name)


def nodes_in(cell: Cell, year: int) -> list[HeldNode]:
    """The dated steps of one cell: ①1-3月份…②4-6月份…; a step without a day is none."""
    nodes = []
    for part in STEPS.split(cell.text):
        words = LEAD_IN.sub("", part.strip(EDGES))
        due = _step_day(words, year) if words else None
        if due:
            nodes.append(HeldNode(_one_line(words), due.isoformat(), cell.name))
    return nodes


def _step_day(words: str, year: int) -> date | None:
    head = MONTHS.search(words)
    if head:
        return month_end(year, int(head["last"]))
    days = [found.date for found in resolve(words, year, None) if found.date]
    return max(days) if days else None


def _one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", text)

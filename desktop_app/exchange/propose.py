"""The changes that make a round, or add to one: its rows with the unit's last answer, its figures, its forms."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from desktop_app.domain.changes import Draft
from desktop_app.domain.model import ANSWER_FIELDS, Form, Report, Round, RoundRow, Task, Unit
from desktop_app.domain.periods import Period, parse_period
from desktop_app.domain.proposal import Note, Proposal, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.asking import Asking, Pair, asked_of
from desktop_app.exchange.sheet_layout import FIGURES, columns_of, period_words
from desktop_app.exchange.targets import figures_of, targets_words
from desktop_app.files import safe_name
from desktop_app.texts import exchange as texts

_VERSION = re.compile(texts.VERSION.format(number=r"(\d+)"))


class LastSaid(NamedTuple):
    """What the ledger holds of a unit about a task from an earlier round."""

    round: Round
    report: Report


def propose_dispatch(snapshot: Snapshot, asking: Asking, token: str, taken: Iterable[str] = ()) -> Proposal:
    """The changes that make a round with its rows and forms; none where there is nothing to ask. Nothing is written.

    `taken` are the names of files that stand where the forms will be written.
    """
    asked = asked_of(snapshot, asking)
    notes = tuple(
        Note(Severity.ASK, texts.NO_LEAD.format(task=task.title), task=task.title) for task in asked.without_lead
    )
    if asked.lasting:
        words = {"count": len(asked.lasting), "task": asked.lasting[0].title}
        notes += (Note(Severity.INFO, texts.LASTING_LEFT_OUT.format(**words)),)
    if not asked.pairs:
        return Proposal(notes=notes)
    groups = dict.fromkeys(pair.unit for pair in asked.pairs if snapshot.units[pair.unit].kind == "group")
    notes += tuple(Note(Severity.INFO, texts.NO_MEMBERS.format(group=snapshot.units[key].name)) for key in groups)
    draft = Draft()
    dates = {"as_of": asking.as_of.isoformat(), "due": asking.due.isoformat()}
    values = {"token": token, "period": asking.period.name, "state": "open", "asked": asking.asked, **dates}
    made = Round(draft.create("round", values), token, asking.period.name, **dates, state="open", asked=asking.asked)
    names = {name.casefold() for name in taken}
    words = _numbered(asking.period, sum(other.period == made.period for other in snapshot.rounds.values()))
    by_unit: dict[int, list[Pair]] = {}
    for pair in asked.pairs:
        by_unit.setdefault(pair.unit, []).append(pair)
    position = 0
    for unit in sorted(by_unit, key=lambda key: (snapshot.units[key].position, key)):
        draft.create("form", {"round": made.key, "unit": unit, "file": _file_name(snapshot.units[unit], words, names)})
        for pair in by_unit[unit]:
            position += 1
            _ask(draft, snapshot, made, pair, position)
    return Proposal(tuple(draft.changes), notes=notes)


def propose_more(snapshot: Snapshot, made: Round, pairs: Iterable[Pair], taken: Iterable[str] = ()) -> Proposal:
    """The changes that add rows to a round that is out: a unit with a form gets a new version of it, another its first.

    A row that was withdrawn from the round is brought back.
    """
    draft = Draft()
    rows = {(row.task, snapshot.unit(row.unit).key): row for row in snapshot.rows_of(made.key)}
    position = max((row.position for row in rows.values()), default=0)
    grown: list[int] = []
    for pair in pairs:
        row = rows.get((pair.task.key, pair.unit))
        if row is not None and not row.withdrawn:
            continue
        grown.append(pair.unit)
        if row is not None:
            draft.set("round_row", row, {"withdrawn": 0})
        else:
            position += 1
            _ask(draft, snapshot, made, pair, position)
    names = {name.casefold() for name in taken}
    forms: dict[int, Form] = {form.unit: form for form in snapshot.having("form", "round", made.key)}
    for unit in dict.fromkeys(grown):
        if unit in forms:
            draft.set("form", forms[unit], {"file": _next_version(forms[unit].file, names)})
        else:
            name = _file_name(snapshot.units[unit], batch_words(snapshot, made), names)
            draft.create("form", {"round": made.key, "unit": unit, "file": name})
    return Proposal(tuple(draft.changes))


def not_asked(snapshot: Snapshot, made: Round, asking: Asking) -> list[Pair]:
    """What the ledger would now ask by these choices, and the round does not."""
    asked = {(row.task, snapshot.unit(row.unit).key) for row in snapshot.rows_of(made.key) if not row.withdrawn}
    return [pair for pair in asked_of(snapshot, asking).pairs if (pair.task.key, pair.unit) not in asked]


def _ask(draft: Draft, snapshot: Snapshot, made: Round, pair: Pair, position: int) -> None:
    """A row of the round with its own copy of what is asked and of what the unit last said."""
    as_of = date.fromisoformat(made.as_of)
    values = _row(snapshot, pair.task, pair.unit, as_of)
    row = draft.create("round_row", {"round": made.key, "position": position, "co": int(pair.co), **values})
    if "figures" in (made.asked or "").split(","):
        for figure in figures_of(snapshot, pair.task.key, pair.unit, as_of):
            draft.create("row_target", {"row": row, **figure})


def _row(snapshot: Snapshot, task: Task, unit: int, as_of: date) -> dict[str, object]:
    row = {"task": task.key, "unit": unit, "title": task.title, "targets": targets_words(snapshot, task.key, unit)}
    said = last_said(snapshot, task.key, unit, as_of)
    if said is None:
        return row
    return row | {f"last_{field}": getattr(said.report, field) for field in ANSWER_FIELDS}


def last_said(snapshot: Snapshot, task: int, unit: int, as_of: date, besides: int | None = None) -> LastSaid | None:
    """The newest report of a unit about a task up to a day, in rounds that count; `besides` is the round left aside."""
    return snapshot.once(_Said, as_of.isoformat(), besides).last(task, unit)


class _Said:
    """What was said up to a day, read from the newest round back as far as is asked for: a year costs as a month."""

    def __init__(self, snapshot: Snapshot, until: str, besides: int | None) -> None:
        self._snapshot = snapshot
        self._stands = {key: snapshot.unit(key).key for key in snapshot.units}
        rounds = snapshot.rounds_in_order()
        self._unread = [r for r in rounds if r.as_of <= until and r.state != "voided" and r.key != besides]
        self._last: dict[tuple[int, int], LastSaid] = {}

    def last(self, task: int, unit: int) -> LastSaid | None:
        """The newest report of a unit about a task."""
        while (task, unit) not in self._last and self._unread:
            self._read(self._unread.pop())
        return self._last.get((task, unit))

    def _read(self, made: Round) -> None:
        for row in sorted(self._snapshot.rows_of(made.key), reverse=True):  # the newest, where units were merged
            place = (row.task, self._stands[row.unit])
            if row.withdrawn or place in self._last:
                continue
            report = self._snapshot.report_of(row.key)
            if report is not None and any(getattr(report, field) is not None for field in ANSWER_FIELDS):
                self._last[place] = LastSaid(made, report)


def cells_of(snapshot: Snapshot, made: Round, row: RoundRow) -> int:
    """How many cells of a row its unit is asked to fill."""
    figures = len(snapshot.having("row_target", "row", row.key))
    return sum(column.asked for column in columns_of(made.asked, min(figures, len(FIGURES))))


def batch_words(snapshot: Snapshot, made: Round) -> str:
    """The period of a round as the office writes it, numbered from the second round of that period on."""
    earlier = sum(other.period == made.period and other.key < made.key for other in snapshot.rounds.values())
    return _numbered(parse_period(made.period), earlier)


def version_of(form: Form) -> int:
    """Which version of a unit's form this is: the first, or one made again with more rows."""
    found = _VERSION.search(form.file)
    return int(found[1]) if found else 1


def _numbered(period: Period, earlier: int) -> str:
    return period_words(period) + (texts.BATCH.format(number=earlier + 1) if earlier else "")


def _file_name(unit: Unit, period: str, taken: set[str]) -> str:
    return _free(safe_name(texts.FILE.format(unit=unit.name, period=period)), taken)


def _next_version(file: str, taken: set[str]) -> str:
    stem, found = file.removesuffix(".xlsx"), _VERSION.search(file)
    version = texts.VERSION.format(number=int(found[1]) + 1 if found else 2)
    return _free(_VERSION.sub(version, stem) if found else f"{stem}{version}", taken)


def _free(stem: str, taken: set[str]) -> str:
    name, count = f"{stem}.xlsx", 1
    while name.casefold() in taken:
        count += 1
        name = f"{stem}({count}).xlsx"
    taken.add(name.casefold())
    return name

"""The books that are searched, made of the ledger: tasks, units, plans, rounds, reports, files, the journal."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from desktop_app.domain.model import Report, Target, Unit
from desktop_app.domain.periods import parse_period
from desktop_app.domain.search import Book, book
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.exchange.sheet_layout import day_words, period_words
from desktop_app.store.journal import Entry
from desktop_app.store.receipts import Receipt
from desktop_app.texts import search as texts
from desktop_app.texts import units as unit_texts


def _joined(*parts: str | None) -> str:
    return texts.SPACE.join(part for part in parts if part)


def tasks_book(snapshot: Snapshot, keys: Sequence[int]) -> Book:
    """Tasks and actions: titles, units by every name they have had, and everything else that is written of them."""
    tasks = [snapshot.tasks[key] for key in keys]

    def units(place: int) -> str:
        key = tasks[place].key
        return _joined(*(names_of(snapshot, u) for u in (*snapshot.leads_of(key), *snapshot.cos_of(key))))

    def text(place: int) -> str:
        task = tasks[place]
        section = snapshot.sections.get(task.section or 0)
        targets = (_target(target) for target in snapshot.targets_of(task.key))
        nodes = (node.title for node in snapshot.nodes_of(task.key))
        people = (task.leader, task.person, task.contact, task.deadline_raw, task.deadline, task.note)
        return _joined(task.no, task.text, *people, *targets, *nodes, section.title if section else "")

    def about(place: int) -> str:
        return texts.NAMES.join(unit.name for unit in snapshot.leads_of(tasks[place].key))

    def title(place: int) -> str:
        return tasks[place].title

    return book("task", keys, title, about, {"title": title, "units": units, "text": text})


def _target(target: Target) -> str:
    value = plain_number(target.value) if target.value is not None else ""
    return _joined(target.phrase, target.item, f"{value}{target.unit or ''}")


def names_of(snapshot: Snapshot, unit: Unit) -> str:
    """A unit by all its names: its own, its aliases, those of the units that were merged into it."""
    merged = snapshot.having("unit", "merged_into", unit.key)
    aliases = [alias.name for one in (unit, *merged) for alias in snapshot.having("alias", "unit", one.key)]
    return _joined(unit.name, *aliases, *(other.name for other in merged))


def units_book(snapshot: Snapshot) -> Book:
    """The units that stand, by every name; contacts and telephone numbers too."""
    units = snapshot.units_in_order()

    def others(place: int) -> str:
        return names_of(snapshot, units[place]).removeprefix(units[place].name).strip()

    def about(place: int) -> str:
        said = others(place)
        return _joined(unit_texts.KINDS[units[place].kind], texts.FORMER.format(names=said) if said else "")

    def title(place: int) -> str:
        return units[place].name

    say = {"title": title, "units": others, "text": lambda n: _joined(units[n].contact, units[n].phone)}
    return book("unit", [unit.key for unit in units], title, about, say)


def plans_book(snapshot: Snapshot) -> Book:
    """The documents that tasks come from, by title, notice, number and file name."""
    plans = snapshot.plans_in_order()

    def title(place: int) -> str:
        return plans[place].title

    def text(place: int) -> str:
        plan = plans[place]
        return _joined(plan.notice_title, plan.doc_number, plan.issuer, plan.file_name, str(plan.year or ""))

    def about(place: int) -> str:
        return texts.PLAN.format(year=plans[place].year or "", file=plans[place].file_name or "")

    return book("plan", [plan.key for plan in plans], title, about, {"title": title, "text": text})


def rounds_book(snapshot: Snapshot) -> Book:
    """The rounds of forms, the newest first."""
    rounds = snapshot.rounds_in_order()[::-1]

    def title(place: int) -> str:
        return texts.ROUND.format(period=period_words(parse_period(rounds[place].period)))

    def about(place: int) -> str:
        return texts.DUE.format(day=day_words(rounds[place].due))

    say: dict[str, Callable[[int], str]] = {"title": title, "text": lambda n: _joined(rounds[n].period, rounds[n].due)}
    return book("round", [made.key for made in rounds], title, about, say)


def standing_reports(snapshot: Snapshot) -> list[int]:
    """The reports that count: of rows not withdrawn, in rounds not voided."""
    rows, rounds = snapshot.rows, snapshot.rounds
    said = ((report.key, rows[report.row]) for report in snapshot.tables["report"].values())
    return [key for key, row in said if not row.withdrawn and rounds[row.round].state != "voided"]


def reports_book(snapshot: Snapshot, now: Callable[[], Snapshot], keys: Sequence[int]) -> Book:
    """What units have said: progress, problems, next steps, evidence; named by the task they said it of.

    Tasks and units are called as they are `now`, so that a new title alone makes no new book.
    """
    reports: list[Report] = [snapshot.tables["report"][key] for key in keys]

    def heading(place: int) -> str:
        row = snapshot.rows[reports[place].row]
        task = now().tasks.get(row.task)
        return task.title if task else row.title

    def about(place: int) -> str:
        said = reports[place]
        row = snapshot.rows[said.row]
        period = period_words(parse_period(snapshot.rounds[row.round].period))
        percent = "" if said.percent is None else plain_number(said.percent)
        spoken = texts.SPOKEN.format(percent=percent, text=said.text or "") if percent else said.text or ""
        return texts.REPORT.format(period=period, unit=now().unit(row.unit).name, text=spoken.replace("\n", " "))

    def text(place: int) -> str:
        said = reports[place]
        return _joined(said.text, said.problems, said.next_steps, said.evidence)

    return book("report", keys, heading, about, {"report": text})


def files_book(came: Sequence[Receipt]) -> Book:
    """The files that came in, the newest first."""
    came = came[::-1]

    def title(place: int) -> str:
        return PurePath(came[place].name).name

    def about(place: int) -> str:
        return texts.CAME.format(day=came[place].at[:10])

    return book("file", [receipt.id for receipt in came], title, about, {"history": title})


def entries_book(entries: Sequence[Entry]) -> Book:
    """The journal by its labels, the newest first."""

    def label(place: int) -> str:
        return entries[place].label

    def about(place: int) -> str:
        return texts.ENTRY.format(day=entries[place].at[:10], who=entries[place].who)

    return book("entry", [entry.id for entry in entries], label, about, {"history": label})

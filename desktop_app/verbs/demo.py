"""The whole cycle on the demo plan: intake, three months of forms out and back, the papers."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.errors import Refused
from desktop_app.files import write_bytes, write_whole
from desktop_app.paths import asset
from desktop_app.store.practice import RULE
from desktop_app.store.store import FILE, Store, open_ledger
from desktop_app.texts import demo as texts
from desktop_app.verbs.collect import apply_collected, collect
from desktop_app.verbs.dispatch import Dispatched, dispatch
from desktop_app.verbs.export import export
from desktop_app.verbs.gantt import gantt
from desktop_app.verbs.intake import intake
from desktop_app.verbs.returns import Collected
from desktop_app.verbs.status import status

PLAN_DAY = date(2026, 3, 9)
PRACTICE_DAY = date(2026, 7, 1)
Counts = dict[str, int]


def demo(folder: Path) -> Counts:
    """Build the demo ledger and its papers in `folder`; returns what was done, counted. Refused if one is there."""
    if (folder / FILE).exists():
        raise Refused(texts.EXISTS.format(folder=folder))
    script = json.loads(asset("resources", "demo", "returns.json").read_text("utf-8"))
    with open_ledger(folder) as store:
        counts = start(store)
        for month in script["months"]:
            _month(store, folder, month, counts)
        with clock.on_day(PRACTICE_DAY):
            _papers(store, folder)
    return counts


def start(store: Store) -> Counts:
    """The first day: the ledger's day set, the plan taken in."""
    with clock.on_day(PLAN_DAY):
        draft = Draft()
        draft.create("rule", {"name": RULE, "value": PRACTICE_DAY.isoformat()})
        store.apply(draft.changes, texts.PRACTICE_LABEL)
        taken = intake(store, asset("resources", "demo", texts.PLAN))
    units = len(store.snapshot().units_in_order())
    names = ("rounds", "forms", "returns", "changed", "questions", "silent")
    return {"tasks": len(taken.extraction.tasks), "units": units, **dict.fromkeys(names, 0)}


def _month(store: Store, folder: Path, month: dict[str, Any], counts: Counts) -> None:
    period, as_of, due = month["period"], date.fromisoformat(month["as_of"]), date.fromisoformat(month["due"])
    with clock.on_day(as_of.replace(day=20)):
        sent = dispatch(store, period, due, folder / texts.SENT.format(period=period), as_of)
    returned = folder / texts.RETURNED.format(period=period)
    first = _fill(sent, returned, month["units"], texts.FILE)
    second = _fill(sent, returned, month.get("corrections", []), texts.CORRECTION)
    with clock.on_day(due):
        for files in (first, second):
            if files:
                _count(collect_and_apply(store, files), counts)
    counts["rounds"] += 1
    counts["forms"] += len(sent.files)
    counts["returns"] += len(first) + len(second)
    counts["silent"] += len(month["silent"])


def collect_and_apply(store: Store, files: list[Path]) -> Collected:
    """What `collect --apply` does."""
    collected = collect(store, files)
    apply_collected(store, collected)
    return collected


def _count(collected: Collected, counts: Counts) -> None:
    counts["changed"] += sum(f.changed for f in collected.files)
    counts["questions"] += sum(len(f.questions) for f in collected.files)


def _fill(sent: Dispatched, folder: Path, units: Iterable[dict[str, Any]], name: str) -> list[Path]:
    files = {f.unit: f.path for f in sent.files}
    written = []
    for unit in units:
        path = folder / name.format(unit=unit["unit"])
        fill_form(files[unit["unit"]], path, unit["rows"])
        written.append(path)
    return written


def fill_form(form: Path, path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Type a unit's answers into its form as people do, and save it under another name."""
    from openpyxl import load_workbook

    book = load_workbook(form)
    sheet = book[texts.SHEET]
    shown = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(n for n, row in enumerate(shown) if texts.ASKED["percent"] in row)
    columns = {str(title): place for place, title in enumerate(shown[top], 1)}
    lines = {str(row[columns[texts.NUMBER] - 1]): n for n, row in enumerate(shown[top + 1 :], top + 2)}
    for row in rows:
        for field, title in texts.ASKED.items():
            value = {**row, **row.get("as_typed", {})}.get(field)
            if value is not None:
                sheet.cell(lines[row["no"]], columns[title]).value = typed(field, value)
    write_whole(path, book.save)


def typed(field: str, value: Any) -> Any:
    """What a person types: a real date in the date column, else the value as it is."""
    return date.fromisoformat(value) if field == "finished_on" else value


def _papers(store: Store, folder: Path) -> None:
    export(store, folder / texts.LEDGER)
    gantt(store, folder / texts.GANTT)
    picture = json.dumps(status(store, clock.today(), None), ensure_ascii=False, indent=1)
    write_bytes(folder / texts.STATUS, picture.encode())

"""The ledger of an earlier moment: the same data, journal and receipts as then; nothing of it can be written."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.domain.changes import Draft, Source, edits
from desktop_app.errors import Refused
from desktop_app.store import journal, undo
from desktop_app.store.past import days_of_work, ledger_at
from desktop_app.store.receipts import Receipt, log_receipt, receipts
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.status import moment
from tests.builders import Built, answer, plan_with, round_of

DAYS = ("2026-03-02", "2026-04-10", "2026-05-20", "2026-06-30")


@pytest.fixture
def lived(tmp_path: Path):
    """A ledger that lived through some days, and its dump at the end of each."""
    with open_ledger(tmp_path) as store:
        dumps = dict(zip(DAYS, _live(store), strict=True))
        yield store, dumps


def _live(store: Store):
    with clock.on_day(date.fromisoformat(DAYS[0])):
        built = plan_with(store, {"lead": "养老科"}, {"lead": "救助科"}, {"title": "要删的"})
    yield store.logical_dump()
    with clock.on_day(date.fromisoformat(DAYS[1])):
        rows = round_of(store, "2026-04", [(built.tasks[0], built.units["养老科"])])
        file = store.sources.keep(b"x", "表.xlsx")
        log_receipt(store, Receipt(0, "", "表.xlsx", file, None, None, None, "merged", None))
        answer(store, rows[0], Source(file, "填报表", "I5"), percent=20.0)
    yield store.logical_dump()
    with clock.on_day(date.fromisoformat(DAYS[2])):
        _change(store, built)
    yield store.logical_dump()
    with clock.on_day(date.fromisoformat(DAYS[3])):
        undo.undo(store, store_entries(store)[0].id)
        answer(store, rows[0], percent=70.0)
    yield store.logical_dump()


def _change(store: Store, built: Built) -> None:
    snapshot = store.snapshot()
    draft = Draft()
    draft.changes += edits("task", snapshot.tasks[built.tasks[0]], {"title": "改过的", "note": "新"})
    draft.delete("task", snapshot.tasks[built.tasks[2]])
    store.apply(draft.changes, "改与删")


def store_entries(store: Store):
    return journal.entries(store.connection)


@pytest.mark.parametrize("day", DAYS)
def test_it_is_the_ledger_of_that_evening(lived, day: str) -> None:
    store, dumps = lived
    now = store.logical_dump()
    with ledger_at(store, moment(day)) as past:
        assert past.logical_dump() == dumps[day]
        assert past.snapshot().tables == store.snapshot_at(moment(day)).tables
        assert {entry.at[:10] for entry in store_entries(past)} == {one for one in DAYS if one <= day}
        assert len(receipts(past)) == (day >= DAYS[1])
        assert not past.faults()
    assert store.logical_dump() == now


def test_before_the_first_day_it_is_empty(lived) -> None:
    with ledger_at(lived[0], moment("2020-01-01")) as past:
        assert not past.snapshot().tasks and store_entries(past) == []


def test_nothing_of_it_is_written(lived) -> None:
    store, _ = lived
    with ledger_at(store, moment(DAYS[1])) as past:
        assert not past.writable
        task = next(iter(past.snapshot().tasks.values()))
        with pytest.raises(Refused, match="回到今天"):
            past.apply(edits("task", task, {"title": "改写历史"}), "不行")
        with pytest.raises(sqlite3.OperationalError):
            past.connection.execute("DELETE FROM task")


def test_the_days_of_work_newest_first(lived) -> None:
    days = days_of_work(lived[0])
    assert [day for day, _, _ in days] == list(reversed(DAYS))
    assert days[1] == (DAYS[2], "改与删", 1) and days[-1][2] == 1

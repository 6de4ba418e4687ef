"""The chart of an open ledger: the plan as issued comes from the journal and survives undo, redo and restarts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.baseline import issue_changes
from desktop_app.domain.changes import Draft
from desktop_app.reports.gantt_scene import Bar, Issued, Was
from desktop_app.store.store import Store, open_ledger, read_ledger
from desktop_app.store.undo import undo
from desktop_app.verbs.gantt_scene import issued_days, scene_of
from tests.builders import plan_with


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three tasks, due at the end of September."""
    with open_ledger(tmp_path / "ledger") as opened:
        plan_with(opened, *({"deadline": "2026-09-30", "start": "2026-03-01"} for _ in range(3)))
        yield opened


def move(store: Store, place: int, **days: str) -> int:
    draft = Draft()
    draft.set("task", store.snapshot().tasks_in_order()[place], days)
    applied = store.apply(draft.changes, "改时限")
    assert applied is not None
    return applied.entry


def bars(store: Store) -> list[Bar]:
    return [row for row in scene_of(store, date(2026, 6, 30)).rows if isinstance(row, Bar)]


def test_a_task_lay_where_it_first_came_into_the_ledger(store: Store, tmp_path: Path) -> None:
    assert [bar.was for bar in bars(store)] == [None] * 3
    move(store, 0, deadline="2026-10-31")
    move(store, 0, deadline="2026-11-30")
    move(store, 1, start="2026-04-01", deadline="2026-08-31")
    first, second, third = bars(store)
    issued = Was(date(2026, 3, 1).toordinal(), date(2026, 9, 30).toordinal())
    assert (first.was, first.slip) == (issued, 61)
    assert (second.was, second.slip) == (issued, -30)
    assert (third.was, third.slip) == (None, 0)
    store.close()
    with read_ledger(tmp_path / "ledger") as again:
        assert [bar.was for bar in bars(again)] == [issued, issued, None]


def test_a_move_that_was_undone_leaves_no_trace_on_the_chart(store: Store) -> None:
    before = bars(store)
    moved = move(store, 0, deadline="2026-10-31")
    undone = undo(store, moved)
    assert undone is not None and bars(store) == before
    undo(store, undone.entry)
    assert bars(store)[0].slip == 31


def test_the_clerk_may_count_the_plan_as_issued_from_a_later_moment(store: Store) -> None:
    move(store, 0, deadline="2026-10-31")
    now = store.connection.execute("SELECT max(at) FROM journal_entry").fetchone()[0]
    applied = store.apply(issue_changes(store.snapshot(), now), "以现在的时间为原计划")
    assert applied is not None and [bar.was for bar in bars(store)] == [None] * 3
    move(store, 0, deadline="2026-11-30")
    assert bars(store)[0].slip == 30
    key = bars(store)[0].key
    assert issued_days(store, store.snapshot())[key] == Issued("2026-03-01", "2026-10-31")
    undo(store, applied.entry)
    assert bars(store)[0].slip == 61


def test_days_of_rest_are_those_of_the_holiday_notices(store: Store) -> None:
    rest = {day: span.kind for span in scene_of(store).rest for day in range(span.first, span.last + 1)}
    assert rest[date(2026, 10, 1).toordinal()] == "holiday"
    assert rest[date(2026, 10, 10).toordinal()] == "work"
    assert rest[date(2026, 11, 7).toordinal()] == "weekend"

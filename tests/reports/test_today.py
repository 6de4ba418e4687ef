"""What the 今日 page counts, on a real ledger with a round that is half answered."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.changes import Draft
from desktop_app.domain.progress import statuses
from desktop_app.domain.workdays import Calendar, Holidays
from desktop_app.reports.today import TILES, paces_by_section, paces_by_unit, reminders, reporting, tiles, turned_red
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import today as texts
from tests.builders import answer, plan_with, round_of

WEDNESDAY = date(2026, 7, 1)
TASKS = [
    {"title": "按时", "lead": "养老科", "section": "一、养老"},
    {"title": "本周", "lead": "养老科", "section": "一、养老", "deadline": "2026-07-05"},
    {"title": "本月", "lead": "救助科", "section": "二、救助", "deadline": "2026-07-31"},
    {"title": "过期", "lead": "救助科", "section": "二、救助", "deadline": "2026-06-30"},
    {"title": "办完", "lead": "救助科", "section": "二、救助", "deadline": "2026-07-03"},
    {"title": "没人", "section": "二、救助"},
]


@pytest.fixture
def store(tmp_path: Path):
    with open_ledger(tmp_path) as opened:
        yield opened


def filled(store: Store) -> dict[str, int]:
    built = plan_with(store, *TASKS)
    keys = dict(zip((str(task["title"]) for task in TASKS), built.tasks, strict=True))
    asked = [(keys[str(t["title"])], built.units[str(t["lead"])]) for t in TASKS if "lead" in t]
    rows = round_of(store, "2026-06", asked)
    for row, percent in ((rows[2], 40), (rows[3], 60), (rows[4], 100)):
        answer(store, row, percent=percent)
    return keys


def test_each_number_names_exactly_its_tasks(store: Store):
    keys = filled(store)
    snapshot = store.snapshot()
    found = {t.name: set(t.tasks) for t in tiles(snapshot, statuses(snapshot, WEDNESDAY), WEDNESDAY)}
    assert found[texts.DUE_WEEK] == {keys["本周"]}
    assert found[texts.DUE_MONTH] == {keys["本周"], keys["本月"]}
    assert found[texts.OVERDUE] == {keys["过期"]}
    assert found[texts.WITHOUT_LEAD] == {keys["没人"]}
    silent_and_late = {k for k, s in statuses(snapshot, date(2027, 1, 4)).items() if s.state == "overdue"}
    late = {t.name: set(t.tasks) for t in tiles(snapshot, statuses(snapshot, date(2027, 1, 4)), date(2027, 1, 4))}
    assert late[texts.OVERDUE] == silent_and_late >= {keys["按时"], keys["过期"]}
    assert {keys["按时"], keys["本周"]} <= found[texts.SILENT]


def test_the_silent_units_of_the_latest_open_round(store: Store):
    filled(store)
    found = reporting(store.snapshot())
    assert found and (found.asked, found.silent, found.round.period) == (2, ("养老科",), "2026-06")
    draft = Draft()
    draft.set("round", found.round, {"state": "voided"})
    store.apply(draft.changes, "作废")
    assert reporting(store.snapshot()) is None


def test_the_pace_of_sections_and_units(store: Store):
    filled(store)
    snapshot = store.snapshot()
    now = statuses(snapshot, WEDNESDAY)
    by_unit = {pace.name: pace for pace in paces_by_unit(snapshot, now)}
    assert round(by_unit["救助科"].done, 1) == 66.7 and by_unit["养老科"].done == 0
    assert [pace.name for pace in paces_by_section(snapshot, now)] == ["养老", "救助"]
    assert all(0 <= pace.expected <= 100 for pace in by_unit.values())


def test_an_empty_ledger_counts_nothing(store: Store):
    snapshot = store.snapshot()
    found = tiles(snapshot, {}, WEDNESDAY)
    assert len(found) == TILES and all(tile.tasks == () for tile in found)
    assert reporting(snapshot) is None and paces_by_unit(snapshot, {}) == []


def test_what_turned_red_since_the_last_round(store: Store):
    built = plan_with(store, {"lead": "养老科"}, {"lead": "养老科"}, {"lead": "养老科"})
    unit = built.units["养老科"]
    for period, percents in (("2026-05", (5, 40, 5)), ("2026-06", (6, 12, 55))):
        rows = round_of(store, period, [(task, unit) for task in built.tasks])
        for row, percent in zip(rows, percents, strict=True):
            answer(store, row, percent=percent)
    snapshot = store.snapshot()
    now = statuses(snapshot, WEDNESDAY)
    assert [now[key].light for key in built.tasks] == ["red", "red", "green"]
    assert turned_red(snapshot, now) == (built.tasks[1],)


def test_reminders_follow_the_workdays(store: Store):
    keys = filled(store)
    snapshot = store.snapshot()
    now = statuses(snapshot, WEDNESDAY)

    def said(calendar: Calendar) -> list[tuple[int, ...]]:
        return [r.tasks for r in reminders(snapshot, now, WEDNESDAY, calendar, lambda due: f"{due}") if r.tasks]

    silent = tuple(keys[name] for name in ("按时", "本周"))
    assert said(Calendar({})) == [silent, (keys["本周"],)]
    holidays = frozenset(date(2026, 7, day) for day in range(2, 32))
    assert set(said(Calendar({2026: Holidays(holidays, frozenset())}))[1]) == {keys["本周"], keys["本月"]}
    late = date(2099, 12, 1)
    words = [r.words for r in reminders(snapshot, statuses(snapshot, late), late, Calendar({}), lambda due: "")]
    assert [word[:4] for word in words if "未更新" in word] == ["2099", "2100"]

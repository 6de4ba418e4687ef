"""The day meant in principle (原则上): passed, a task is behind; overdue it is only after its deadline."""

from datetime import date

import pytest

from desktop_app.domain.progress import Status, status_of, statuses
from desktop_app.domain.snapshot import Snapshot
from tests.domain.test_progress import Tables, round_in, row_in, task_in


def judged(as_of: str, percent: int | None, **task: str | None) -> Status:
    """A task meant for June's end and due at September's, with what its lead said in May."""
    tables = Tables()
    key = task_in(tables, **{"soft_deadline": "2026-06-30", "deadline": "2026-09-30", **task})
    unit = tables.put("unit", name="甲", kind="section", position=1)
    tables.put("assignment", task=key, unit=unit, role="lead", position=1)
    row_in(tables, round_in(tables, "2026-05-31"), key, unit, percent)
    snapshot = Snapshot(tables)
    found = status_of(snapshot, key, date.fromisoformat(as_of))
    assert statuses(snapshot, date.fromisoformat(as_of)) == {key: found}
    return found


@pytest.mark.parametrize(
    ("as_of", "percent", "state", "light"),
    [
        ("2026-06-30", 90, "under_way", "green"),
        ("2026-07-01", 90, "behind", "amber"),
        ("2026-07-01", 0, "behind", "red"),
        ("2026-07-01", 100, "finished", "blue"),
        ("2026-09-30", 99, "behind", "amber"),
        ("2026-10-01", 99, "overdue", "red"),
    ],
)
def test_the_light_after_the_day_meant_in_principle(as_of: str, percent: int, state: str, light: str) -> None:
    found = judged(as_of, percent)
    assert (found.state, found.light) == (state, light)


def test_the_reason_names_both_days_and_what_would_turn_it() -> None:
    reason = judged("2026-07-01", 90).reason
    assert reason.startswith("原则上6月30日前完成（最迟9月30日），尚未完成。")
    assert "完成率达到100%可转为已完成" in reason and "可转为正常" not in reason


def test_without_a_hard_day_it_is_told_all_the_same() -> None:
    assert judged("2026-07-01", 90, deadline=None).reason.startswith("原则上6月30日前完成，尚未完成。")


def test_silence_stays_silence() -> None:
    found = judged("2026-07-01", None)
    assert (found.light, found.label) == ("grey", "未报") and "原则上6月30日前完成" in found.reason

"""What falls due on which day, of which tasks, in which light."""

from datetime import date
from pathlib import Path

from desktop_app.domain.changes import Draft
from desktop_app.domain.progress import statuses
from desktop_app.reports.falling_due import Falling, coming, falling_due, what_is_due, worst
from desktop_app.store.store import open_ledger
from tests.builders import answer, plan_with, round_of

AS_OF = date(2026, 6, 30)


def fallen(folder: Path, wanted: set[str] | None = None) -> list[Falling]:
    """What falls due in a ledger of a soft and a hard end, a finished, a paused and an undated task, and a round."""
    with open_ledger(folder) as store:
        built = plan_with(
            store,
            {"title": "甲", "lead": "养老科", "deadline": "2026-09-30", "soft_deadline": "2026-08-31"},
            {"title": "乙", "lead": ["救助科", "养老科"], "deadline": "2026-07-10", "soft_deadline": "2026-07-10"},
            {"title": "丙", "lead": "救助科", "deadline": "2026-07-05", "state": "paused"},
            {"title": "丁", "lead": "救助科", "deadline": None, "state": "ongoing"},
        )
        draft = Draft()
        draft.create("node", {"task": built.tasks[3], "position": 1, "title": "每季度1次", "due": "2026-07-10"})
        draft.create("node", {"task": built.tasks[3], "position": 2, "due": "2026-07-20"})
        store.apply(draft.changes, "节点")
        rows = round_of(store, "2026-06", [(built.tasks[0], built.units["养老科"])])
        answer(store, rows[0], percent=100, status="已办结")
        snapshot = store.snapshot()
    keys = None if wanted is None else {task.key for task in snapshot.tasks.values() if task.title in wanted}
    return falling_due(snapshot, statuses(snapshot, AS_OF), keys)


def told(found: list[Falling]) -> list[tuple[str, str, str]]:
    return [(date.fromordinal(one.day).isoformat()[5:], what_is_due(one), one.title) for one in found]


def test_everything_comes_by_day_and_paused_tasks_do_not(tmp_path: Path) -> None:
    found = fallen(tmp_path)
    assert told(found) == [
        ("06-30", "填报截止", "2026年6月填报"),
        ("07-10", "完成时限", "乙"),
        ("07-10", "每季度1次", "丁"),
        ("07-20", "时间节点", "丁"),
        ("08-31", "原则上时限", "甲"),
        ("09-30", "完成时限", "甲"),
    ]
    assert [one.units for one in found[1:3]] == ["救助科、养老科", "救助科"]
    assert [(one.light, one.done) for one in found if one.title == "甲"] == [("blue", True)] * 2


def test_only_what_is_left_to_do_is_coming(tmp_path: Path) -> None:
    found = fallen(tmp_path)
    first, last = date(2026, 7, 1).toordinal(), date(2026, 12, 31).toordinal()
    assert [title for *_, title in told(coming(found, first, last))] == ["乙", "丁", "丁"]
    assert told(fallen(tmp_path / "b", {"甲"}))[1:] == [("08-31", "原则上时限", "甲"), ("09-30", "完成时限", "甲")]


def test_a_day_shows_the_worst_of_its_lights(tmp_path: Path) -> None:
    one = fallen(tmp_path)[1]
    assert worst([one._replace(light=light) for light in ("blue", "amber", "green")]) == "amber"
    assert worst([]) == "grey"

"""Who holds a post on a day; a change of the holder leaves the days before it as they were."""

from pathlib import Path

import pytest

from desktop_app.domain.changes import edits
from desktop_app.domain.posts import Holding, holder, holdings, posts_changes, with_holders
from desktop_app.store import undo
from desktop_app.store.store import open_ledger
from tests.builders import plan_with

FIRST, SECOND = Holding("分管副局长", "甲同志"), Holding("分管副局长", "乙同志", "2026-07-01")


def test_papers_of_each_day_name_the_holder_of_that_day(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as store:
        task, other, third = plan_with(store, {}, {}, {}).tasks
        store.apply(posts_changes(store.snapshot(), [FIRST]), "岗位")
        applied = store.apply(posts_changes(store.snapshot(), [SECOND, Holding("局长", "丙同志"), FIRST]), "换人")
        assert applied
        now = store.snapshot()
        assert holdings(now) == [FIRST, SECOND, Holding("局长", "丙同志")]
        assert [holder(now, "分管副局长", day) for day in ("2026-06-30", "2026-07-01")] == ["甲同志", "乙同志"]
        held = (
            edits("task", now.tasks[task], {"leader": "分管副局长"}),
            edits("task", now.tasks[other], {"leader": "丁同志"}),
        )
        store.apply([change for changes in held for change in changes], "责任领导")
        for day, name in (("2026-06-30", "甲同志"), ("2026-07-01", "乙同志")):
            told = with_holders(store.snapshot(), day)
            assert [told.tasks[key].leader for key in (task, other, third)] == [name, "丁同志", None]
        assert store.snapshot().tasks[task].leader == "分管副局长"
        undo.undo(store, applied.entry)
        assert holdings(store.snapshot()) == [FIRST]


def test_nobody_holds_a_post_before_its_first_day(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as store:
        store.apply(posts_changes(store.snapshot(), [SECOND]), "岗位")
        assert holder(store.snapshot(), "分管副局长", "2026-06-30") is None
        assert with_holders(store.snapshot(), "2026-06-30").tables == store.snapshot().tables


@pytest.mark.parametrize("wanted", [[Holding("", "甲")], [Holding("局长", " ")], [FIRST, FIRST._replace(person="戊")]])
def test_a_post_without_name_or_with_two_holders_from_one_day_is_no_post(tmp_path: Path, wanted: list[Holding]) -> None:
    with open_ledger(tmp_path) as store, pytest.raises(ValueError, match=r"post|day"):
        posts_changes(store.snapshot(), wanted)

"""Blocks of answers a line off are asked about once; a task left out by itself is not."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import propose
from desktop_app.verbs.dispatch import Choices, dispatch
from desktop_app.verbs.returns import Collected
from tests.builders import plan_with
from tests.exchange.answered import returned_rows

TITLES = ("新建助餐网点", "核对低保对象", "培训护理人员", "巡查殡葬市场", "登记社会组织", "更新地名标志")
BLAND = ("已开会部署", "正在招标", "签订合同三份", "资金已到账", "现场勘查两次", "方案报审")
BLANK = None
LOW, HIGH = (told.split("；")[0].split("，")[-1] for told in (astray.PASTED_LOW, astray.PASTED_HIGH))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        targets = [{"item": "网点", "value": 12.0, "unit": "个"}]
        tasks = (
            {"title": title, "lead": "养老科", "targets": targets * (place % 2 == 0)}
            for place, title in enumerate(TITLES)
        )
        plan_with(store, *tasks)
        dispatch(store, "2026-06", date(2026, 6, 26), tmp_path / "out", None, Choices(asked="text,percent,figures"))
        yield store


def said_last(store: Store, lasts: Sequence[float]) -> None:
    """These rates were said of the tasks in the round before."""
    draft = Draft()
    for row, last in zip(store.snapshot().tables["round_row"].values(), lasts, strict=True):
        draft.set("round_row", row, {"last_percent": last})
    store.apply(draft.changes, "上期")


def answers(words: Sequence[str | None], percents: Sequence[float] = (31.0,) * 6) -> list[dict[str, Any]]:
    """A row's cells; none where its words are."""
    rows = zip(words, percents, strict=True)
    return [{"status": texts.PROGRESS, "text": text, "percent": rate} if text else {} for text, rate in rows]


def collected(store: Store, rows: Sequence[Mapping[str, Any]]) -> Collected:
    keys = [row.key for row in store.snapshot().tables["round_row"].values()]
    return propose(store, [returned_rows(store, list(zip(keys, rows, strict=True)))])


def whole_file(store: Store, rows: Sequence[Mapping[str, Any]]) -> str:
    """The question about the whole file, '' for none; behind one nothing is taken in."""
    found = collected(store, rows)
    asked = [question.text for question in found.questions if question.row is None]
    assert bool(asked) is not any(change.entity == "report" for change in found.changes)
    return asked[0] if asked else ""


def speaking(*places: int | None) -> list[str | None]:
    """Words about the tasks at these places."""
    return [BLANK if place is None else f"{TITLES[place]}，本月推进" for place in places]


def test_all_but_the_first_row_answered_is_asked_once(store: Store) -> None:
    question = whole_file(store, answers([BLANK, *BLAND[1:]]))
    assert LOW in question
    assert TITLES[0] in question
    assert "5行" in question
    assert LOW in whole_file(store, answers([BLANK, *BLAND[1:4], BLANK, BLANK]))


def whole_file_of_three(store: Store, words: Sequence[str | None]) -> str:
    """The question about a file from which the other rows were deleted."""
    keys = list(store.snapshot().tables["round_row"])[:3]
    rows = zip(keys, answers(words, (31.0,) * 3), strict=True)
    found = propose(store, [returned_rows(store, list(rows))]).questions
    return next((question.text for question in found if question.row is None), "")


def test_two_rows_tell_where_they_are_all_but_the_first(store: Store) -> None:
    assert LOW in whole_file_of_three(store, [BLANK, *BLAND[1:3]])
    assert whole_file_of_three(store, [BLANK, BLAND[1], *speaking(2)]) == ""


@pytest.mark.parametrize(
    "words",
    [
        [BLANK, *speaking(1, 2, 3, 4, 5)],
        [BLANK, BLAND[1], BLAND[2], BLANK, BLAND[4], BLAND[5]],
        [BLANK, BLANK, *BLAND[2:]],
        [BLAND[0], BLANK, *BLAND[2:]],
        [*BLAND[:5], BLANK],
        [BLANK, BLAND[1], BLAND[2], BLANK, BLANK, BLANK],
    ],
)
def test_tasks_left_out_are_no_shift(store: Store, words: list[str | None]) -> None:
    assert whole_file(store, answers(words)) == ""


def test_a_first_task_that_is_over_or_was_answered_is_left_out_with_reason(store: Store) -> None:
    said_last(store, (100.0, 0, 0, 0, 0, 0))
    assert whole_file(store, answers([BLANK, *BLAND[1:]])) == ""
    said_last(store, (10.0, 0, 0, 0, 0, 0))
    assert whole_file(store, answers([BLANK, *BLAND[1:]]))
    draft = Draft()
    draft.create("report", {"row": min(store.snapshot().tables["round_row"]), "text": BLAND[0]})
    store.apply(draft.changes, "登记")
    assert whole_file(store, answers([BLANK, *BLAND[1:]])) == ""


def test_words_about_the_neighbours_tell(store: Store) -> None:
    assert LOW in whole_file(store, answers([BLAND[0], BLANK, *speaking(1, 2), BLANK, BLAND[5]]))
    assert HIGH in whole_file(store, answers([*speaking(1, 2, 3), BLANK, *BLAND[4:]]))


def test_cells_deleted_below_rows_at_home_tell(store: Store) -> None:
    assert HIGH in whole_file(store, answers([*speaking(0, 1, 2), *speaking(4, 5), BLANK]))
    assert whole_file(store, answers([*speaking(0, 1, 2, 3, 4), BLANK])) == ""


def test_rates_that_fall_in_their_own_rows_only_tell(store: Store) -> None:
    said_last(store, (20.0, 30.0, 40.0, 50.0, 60.0, 70.0))
    moved = (0, 0, 31.0, 41.0, 51.0, 61.0)
    assert LOW in whole_file(store, answers([BLANK, BLANK, *BLAND[2:]], moved))
    level = (0, 0, 45.0, 55.0, 65.0, 75.0)
    assert whole_file(store, answers([BLANK, BLANK, *BLAND[2:]], level)) == ""


def test_figures_that_only_the_neighbours_have_tell(store: Store) -> None:
    rows = [{**row, "figure_1": 3.0} if place % 2 == 0 else row for place, row in enumerate(answers(BLAND))]
    assert whole_file(store, [*rows[:5], {}]) == ""
    assert LOW in whole_file(store, [*rows[:2], {}, *rows[2:5]])


def test_figures_far_above_their_target_tell(tmp_path: Path) -> None:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        wanted = (5.0, 400.0, 30.0, 900.0)
        tasks = (
            {
                "title": title,
                "lead": "养老科",
                "targets": [{"item": "数量", "comparator": ">=", "value": value, "unit": "个"}],
            }
            for title, value in zip(TITLES, wanted, strict=False)
        )
        plan_with(store, *tasks)
        dispatch(store, "2026-06", date(2026, 6, 26), tmp_path / "out", None, Choices(asked="text,percent,figures"))
        own = [2.0, 150.0, 11.0, 320.0]
        for said, home in ((own[1:], False), (own[:3], True)):
            rows = [{**row, "figure_1": one} for row, one in zip(answers(BLAND), said, strict=False)]
            assert (whole_file(store, [*rows, {}]) == "") is home


def doubted(store: Store, rows: Sequence[Mapping[str, Any]]) -> list[tuple[str | None, str | None]]:
    """The cells asked about, by task and field."""
    return [(question.task, question.field) for question in collected(store, rows).questions]


def test_one_sign_beside_a_blank_row_puts_the_rows_up_to_one_at_home_in_doubt(store: Store) -> None:
    said = [*speaking(0, 1), BLAND[2], *speaking(4), BLANK, BLAND[5]]
    fields = ("status", "percent", "text")
    assert set(doubted(store, answers(said))) == {(TITLES[n], field) for n in (2, 3) for field in fields}
    said_last(store, (0, 0, 0, 0, 0, 40.0))
    below = {(TITLES[5], field) for field in fields}
    assert set(doubted(store, answers([*speaking(0, 1, 2, 3), BLANK, BLAND[5]]))) == below


def test_a_row_at_home_beside_a_blank_one_is_taken(store: Store) -> None:
    assert doubted(store, answers([*speaking(0), BLANK, *BLAND[2:5], BLANK])) == []
    assert doubted(store, answers([*speaking(0, 1, 2, 3), BLANK, *speaking(5)])) == []

"""Figures of single targets: read in the target's own unit, merged three-way, shown, and asked about."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.exchange.sheet_layout import FIGURES
from desktop_app.store import journal
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import Collected, apply_collected, decide, propose
from desktop_app.verbs.status import status
from tests.builders import plan_with
from tests.exchange.answered import returned_form

HOME = "养老科"
TARGETS = (
    {"item": "助餐点", "comparator": "=", "value": 8.0, "unit": "个", "phrase": "新建助餐点8个"},
    {"item": "投资", "comparator": ">=", "value": 2e7, "unit": "元", "phrase": "完成投资2000万元"},
    {"item": "满意率", "comparator": ">=", "value": 90.0, "unit": "%", "phrase": "满意率90%以上"},
)


class Asked(NamedTuple):
    """The ledger with one row asked for three figures."""

    store: Store
    task: int
    row: int


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asked]:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        built = plan_with(store, {"title": "建助餐点", "lead": HOME, "targets": TARGETS})
        draft, snapshot = Draft(), store.snapshot()
        made = draft.create(
            "round",
            {"token": "t", "period": "2026-06", "as_of": "2026-06-30", "due": "2026-06-30", "state": "open",
             "asked": "text,percent,figures"},
        )  # fmt: skip
        unit, task = built.units[HOME], built.tasks[0]
        row = draft.create(
            "round_row",
            {"round": made, "task": task, "unit": unit, "position": 1, "title": "建助餐点",
             "targets": "新建助餐点8个；完成投资2000万元；满意率90%以上", "last_percent": 20},
        )  # fmt: skip
        draft.create("form", {"round": made, "unit": unit, "file": "a.xlsx"})
        for target in snapshot.targets_of(task):
            copied = {field: getattr(target, field) for field in ("position", "item", "comparator", "value", "unit")}
            last = 3.0 if target.position == 1 else None
            draft.create("row_target", {"row": row, "target": target.key, "last": last, **copied})
        applied = store.apply(draft.changes, "生成", journal.DISPATCH)
        assert applied is not None
        yield Asked(store, task, applied.keys[row])


def answer(asked: Asked, saved: datetime | None = None, **fields: Any) -> Collected:
    """The unit's answer, proposed and applied."""
    collected = propose(asked.store, [returned_form(asked.store, asked.row, fields, saved)])
    apply_collected(asked.store, collected)
    return collected


def held(asked: Asked) -> list[tuple[float | None, float | None]]:
    """Accepted and held figures of the row."""
    return [(r.accepted, r.held) for r in asked.store.snapshot().having("row_target", "row", asked.row)]


def test_clean_figures_are_merged_with_their_cells_and_shown(asked: Asked) -> None:
    before = asked.store.logical_dump()
    collected = answer(asked, text="已建成5处", percent=60.0, figure_1=5.0, figure_2="1500万元", figure_3="95%")
    assert (collected.questions, collected.files[0].changed) == ([], 5)
    assert held(asked) == [(5.0, 5.0), (1.5e7, 1.5e7), (95.0, 95.0)]
    (task,) = status(asked.store, date(2026, 6, 30))["tasks"]
    assert [target["reported"] for target in task["targets"]] == [5.0, 1.5e7, 95.0]
    assert [one["reported"] for one in task["reports"][0]["figures"]] == [5.0, 1.5e7, 95.0]
    first = asked.store.snapshot().having("row_target", "row", asked.row)[0]
    source = journal.sources_of(asked.store.connection, "row_target")[first.key, "held"]
    assert (source.sheet, source.cell) == (texts.SHEET, "figure_1")
    entry = journal.entries(asked.store.connection)[0]
    undo(asked.store, entry.id)
    assert asked.store.logical_dump() == before


@pytest.mark.parametrize(
    ("fields", "field", "theirs"),
    [
        ({"figure_1": 2.0}, "figure_1", 2.0),
        ({"figure_1": "5户"}, "figure_1", "5户"),
        ({"figure_1": "4-6个"}, "figure_1", 4.0),
        ({"figure_1": "不少"}, "figure_1", "不少"),
        ({"figure_2": 1500.0}, "figure_2", 1.5e7),
        ({"figure_3": 0.95}, "figure_3", 95.0),
        ({"figure_1": 200.0}, "figure_1", 200.0),
        ({"text": "已建成5个，尚有3处未定"}, "figure_1", 5.0),
        ({"figure_4": 5.0}, "figure_4", "5"),
        ({"percent": 100.0, "figure_1": 5.0}, "figure_1", 5.0),
        ({"figure_3": 130.0}, "figure_3", 130.0),
    ],
)
def test_a_doubtful_figure_is_asked_about(asked: Asked, fields: dict[str, Any], field: str, theirs: object) -> None:
    (question,) = answer(asked, **fields).questions
    assert (question.field, question.theirs) == (field, theirs)
    assert all(pair == (None, None) for pair in held(asked))


@pytest.mark.parametrize("choice", ["take", "keep"])
def test_a_decision_about_a_figure_settles_it(asked: Asked, choice: str) -> None:
    file = returned_form(asked.store, asked.row, {"figure_1": "4-6个"})
    (question,) = propose(asked.store, [file]).questions
    decide(asked.store, [(question, choice)])
    assert held(asked)[0] == ((4.0, 4.0) if choice == "take" else (None, None))
    assert propose(asked.store, [file]).questions == []


def test_a_figure_that_both_changed_is_a_conflict_and_one_only_the_clerk_changed_stays(asked: Asked) -> None:
    answer(asked, datetime(2026, 6, 9), figure_1=5.0, figure_2="900万元")
    draft = Draft()
    for target in asked.store.snapshot().having("row_target", "row", asked.row)[:2]:
        draft.set("row_target", target, {"held": 7.0 if target.position == 1 else 8e6})
    asked.store.apply(draft.changes, "核实")
    collected = answer(asked, datetime(2026, 6, 10), figure_1=6.0, figure_2="900万元")
    (question,) = collected.questions
    assert (question.base, question.ours, question.theirs) == (5.0, 7.0, 6.0)
    assert held(asked)[:2] == [(5.0, 7.0), (9e6, 8e6)]


def test_blank_is_no_answer_and_a_correction_is_clean(asked: Asked) -> None:
    answer(asked, datetime(2026, 6, 9), figure_1=6.0)
    assert answer(asked, datetime(2026, 6, 10), figure_2="900万元").questions == []
    assert answer(asked, datetime(2026, 6, 11), figure_1=5.0).questions == []
    assert held(asked) == [(5.0, 5.0), (9e6, 9e6), (None, None)]


def test_no_change_repeats_the_last_figure(asked: Asked) -> None:
    answer(asked, status=texts.SAME_AS_LAST)
    assert held(asked) == [(3.0, 3.0), (None, None), (None, None)]


@pytest.mark.parametrize("gone", [True, False])
def test_law_8_a_figure_for_a_changed_target_is_asked_about(asked: Asked, gone: bool) -> None:
    target, draft = asked.store.snapshot().targets_of(asked.task)[0], Draft()
    if gone:
        draft.delete("target", target)
    else:
        draft.set("target", target, {"value": 12.0, "phrase": "新建助餐点12个"})
    asked.store.apply(draft.changes, "修订")
    (question,) = answer(asked, figure_1=5.0, figure_3="95%").questions
    assert question.field == "figure_1"
    assert ("12" in question.text) is not gone


def test_a_finished_task_without_its_figures_is_told(asked: Asked) -> None:
    collected = answer(asked, status=texts.FINISHED, percent=100.0, text="已全部完成", figure_1=8.0)
    assert any(texts.FIGURE.format(number="②") in note.text for note in collected.notes)
    assert collected.files[0].state == "needs decision"


def test_every_figure_has_a_place() -> None:
    assert len(FIGURES) == 6

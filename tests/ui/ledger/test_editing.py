"""What typing in a cell proposes, applied to the real store; and what is refused with nothing changed."""

from datetime import date

import pytest

from desktop_app.domain.progress import statuses
from desktop_app.errors import Refused
from desktop_app.store import undo
from desktop_app.ui.ledger.columns import (
    CONTACT,
    COS,
    DEADLINE,
    DONE,
    GOAL,
    LEADER,
    LEADS,
    NEXT_STEPS,
    NO,
    NOTE,
    PROBLEMS,
    SAID,
    SOFT,
    START,
    STATE,
    TARGETS,
    TITLE,
)
from desktop_app.ui.ledger.editing import EDITABLE, edit_of, typed_text
from desktop_app.ui.ledger.facts import Facts
from tests.ui.ledger_case import DAY, Case

TODAY = date.fromisoformat(DAY)


def type_in(case: Case, task: int, column: int, words: str) -> tuple[str, ...]:
    edit = edit_of(case.store.snapshot(), case.built.tasks[task], column, words, TODAY)
    case.store.apply(edit.changes, edit.label)
    return edit.new_units


def cell(case: Case, task: int, column: int) -> str:
    snapshot = case.store.snapshot()
    return typed_text(Facts(snapshot, TODAY, statuses(snapshot, TODAY)), case.built.tasks[task], column)


@pytest.mark.parametrize(
    ("task", "column", "words", "then"),
    [
        (0, TITLE, " 新建助餐点 ", "新建助餐点"),
        (0, NOTE, "请留意", "请留意"),
        (2, NOTE, "", ""),
        (0, STATE, "待销号", "待销号"),
        (0, DEADLINE, "2026-09-15", "2026-09-15"),
        (0, DEADLINE, "9月底", "2026-09-30"),
        (0, DEADLINE, "长期坚持", "长期坚持"),
        (0, DEADLINE, "", ""),
        (0, DONE, "42.5%", "42.5"),
        (0, DONE, "", ""),
        (0, SAID, "已建2处", "已建2处"),
        (3, DONE, "30", "30"),
        (3, SAID, "已核对", "已核对"),
        (0, LEADS, "福利院、养老科", "福利院、养老科"),
        (0, LEADS, "救助科", "救助科"),
        (0, LEADS, "", ""),
        (4, LEADS, "养老科，救助科", "养老科、救助科"),
        (4, COS, "福利院、救助科", "福利院"),
        (0, NO, "1-1", "1-1"),
        (0, LEADER, "分管领导", "分管领导"),
        (0, CONTACT, "内线 2031", "内线 2031"),
        (0, START, "2026.3.1", "2026-03-01"),
        (0, SOFT, "10月底", "2026-10-31"),
        (0, DEADLINE, "2026年6月30日", "2026-06-30"),
        (0, DEADLINE, "2026/6/30", "2026-06-30"),
        (0, DEADLINE, "上半年", "2026-06-30"),
        (0, PROBLEMS, "场地未定", "场地未定"),
        (0, NEXT_STEPS, "月内开工", "月内开工"),
        (0, TARGETS, "≥600张 家庭养老床位", "≥600张 家庭养老床位"),
        (0, TARGETS, "床位不少于600张；60% 覆盖率", "≥600张 床位；60% 覆盖率"),
        (1, TARGETS, "3万人次 培训", "30000人次 培训"),
        (0, TARGETS, "", ""),
        (0, GOAL, "≥12处", "≥12处"),
        (1, GOAL, "40张", "40张"),
    ],
)
def test_what_is_typed_is_stored_and_undone(case: Case, task: int, column: int, words: str, then: str) -> None:
    before, title = case.store.logical_dump(), cell(case, task, TITLE)
    edit = edit_of(case.store.snapshot(), case.built.tasks[task], column, words, TODAY)
    assert title in edit.label and edit.new_units == ()
    applied = case.store.apply(edit.changes, edit.label)
    assert cell(case, task, column) == then
    if applied is None:
        assert case.store.logical_dump() == before
        return
    step = undo.steps(case.store).undo
    assert step is not None and step.id == applied.entry
    undo.undo(case.store, step.id)
    assert case.store.logical_dump() == before


@pytest.mark.parametrize("column", sorted(EDITABLE))
@pytest.mark.parametrize("task", [0, 1, 4])
def test_typing_what_is_there_changes_nothing(case: Case, task: int, column: int) -> None:
    same = cell(case, task, column)
    if column in (DONE, SAID) and task != 0:
        return  # never asked: refused below
    edit = edit_of(case.store.snapshot(), case.built.tasks[task], column, same, TODAY)
    assert all(change.field in ("deadline_raw", "deadline_kind") for change in edit.changes)


@pytest.mark.parametrize(
    ("task", "column", "words", "say"),
    [
        (0, TITLE, "  ", "不能为空"),
        (0, STATE, "做完了", "待销号"),
        (0, DEADLINE, "改天吧", "6月底"),
        (0, DONE, "一半", "0到100"),
        (0, DONE, "120", "0到100"),
        (0, DONE, "nan", "0到100"),
        (1, DONE, "50", "收发"),
        (1, SAID, "在做", "收发"),
    ],
)
def test_what_means_nothing_is_refused_with_the_way_out(
    case: Case, task: int, column: int, words: str, say: str
) -> None:
    with pytest.raises(Refused) as refused:
        type_in(case, task, column, words)
    assert say in refused.value.sentence and "台账没有改动" in refused.value.sentence


def test_an_unknown_unit_is_made_with_the_task(case: Case) -> None:
    assert type_in(case, 5, LEADS, "慈善科、养老科、慈善科") == ("慈善科",)
    snapshot = case.store.snapshot()
    assert [unit.name for unit in snapshot.leads_of(case.built.tasks[5])] == ["慈善科", "养老科"]
    assert snapshot.units_in_order()[-1].name == "慈善科"


def test_a_unit_has_one_role(case: Case) -> None:
    type_in(case, 4, LEADS, "养老科")
    snapshot = case.store.snapshot()
    assert [unit.name for unit in snapshot.leads_of(case.built.tasks[4])] == ["养老科"]
    assert snapshot.cos_of(case.built.tasks[4]) == []

"""Whole plans in notations of all kinds: every task, title and unit, nothing from what is no plan, nothing lost."""

import pytest

from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract_text
from tests.documents.long_plans import LONG
from tests.documents.test_nothing_lost import check, check_cleaning
from tests.documents.unseen import UNSEEN, Told, Unseen

each = pytest.mark.parametrize("plan", UNSEEN, ids=[plan.name for plan in UNSEEN])


def told(result: Extraction) -> list[Told]:
    return [Told(task.no, task.title, list(task.lead_units), list(task.co_units)) for task in result.tasks]


@each
def test_every_task_with_its_units(plan: Unseen) -> None:
    result = extract_text(plan.text)
    assert isinstance(result, Refusal) is plan.refused
    found = result.offer if isinstance(result, Refusal) and plan.tasks else result
    if isinstance(found, Refusal):
        assert "台账没有改动" in found.reason
        return
    assert isinstance(found, Extraction)
    assert told(found) == plan.tasks
    assert [section.title for section in found.sections] == plan.sections


@each
def test_nothing_is_lost(plan: Unseen) -> None:
    check_cleaning(plan.text)
    result = extract_text(plan.text)
    found = result.offer if isinstance(result, Refusal) else result
    if found:
        check(found)


@pytest.mark.parametrize("number", range(len(LONG)))
def test_long_plans(number: int) -> None:
    plan = LONG[number]
    result = extract_text(plan.text)
    assert isinstance(result, Extraction)
    assert told(result) == [Told(*task) for task in plan.tasks]
    assert [section.title for section in result.sections] == plan.sections
    check(result)

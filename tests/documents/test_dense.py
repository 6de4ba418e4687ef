"""Plans dense in figures and due times of a dozen kinds of office: what is read, and how much of it is right."""

from collections import Counter

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import read_plan
from tests.documents.dense import FOLDER, Dense, Score, f1, plan_named, score

NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
META = ("title", "notice_title", "doc_number", "issuer", "issued_on", "year", "addressees")


def read(plan: Dense) -> Extraction:
    result = read_plan(plan.text)
    assert isinstance(result, Extraction)
    return result


def told(name: str) -> Score:
    plan = plan_named(name)
    return score(plan, read(plan))


@pytest.mark.parametrize("name", NAMES)
def test_figures_and_due_times(name: str) -> None:
    found = told(name)
    assert f1(found.targets) >= 0.9 and f1(found.deadlines) >= 0.8, found.remarks


def test_all_together_reach_the_bars() -> None:
    scores = [told(name) for name in NAMES]
    targets, deadlines, comparators = (
        sum((getattr(one, part) for one in scores), Counter()) for part in ("targets", "deadlines", "comparators")
    )
    remarks = [remark for one in scores for remark in one.remarks]
    assert targets["hit"] > 350 and f1(targets) >= 0.98, remarks
    assert deadlines["hit"] > 50 and f1(deadlines) >= 0.97, remarks
    assert comparators["right"] >= 0.98 * comparators.total(), remarks


@pytest.mark.parametrize("name", NAMES)
def test_meta(name: str) -> None:
    plan = plan_named(name)
    said = read(plan).meta._asdict()
    shown = {field: said[field] if said[field] is None else str(said[field]) for field in META}
    assert shown == {field: plan.meta.get(field) for field in META}


@pytest.mark.parametrize("name", NAMES)
def test_every_phrase_stands_where_its_span_says(name: str) -> None:
    result = read(plan_named(name))
    for task in result.tasks:
        for found in (*task.targets, *task.deadlines):
            assert result.source[slice(*found.span)] == found.phrase


def test_a_score_sees_what_is_wrong() -> None:
    plan = plan_named("education")
    empty = read(plan)._replace(tasks=tuple(task._replace(targets=(), deadlines=()) for task in read(plan).tasks))
    assert f1(score(plan, empty).targets) == 0.0

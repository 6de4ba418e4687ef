"""Headings without a number that are the units themselves: a plan that goes through the departments one by one."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

TITLE = "潭口区档案馆各科室2026年重点工作安排\n"


def read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    result = extract_text(TITLE + text)
    assert isinstance(result, Extraction)
    return [(task.title, task.lead_units) for task in result.tasks]


@pytest.mark.parametrize("heading", ["{}\n", "【{}】\n", "{}：\n", "一、{}\n"])
def test_the_items_below_a_unit_are_its_own(heading: str) -> None:
    first, second = heading.format("征集科"), heading.format("区档案修复中心").replace("一", "二")
    text = f"{first}1.征集史料50件。\n2.走访老人20位。\n{second}1.修复残卷8卷。\n2.培训馆员30人。\n"
    assert read(text) == [
        ("征集史料50件", ("征集科",)),
        ("走访老人20位", ("征集科",)),
        ("修复残卷8卷", ("区档案修复中心",)),
        ("培训馆员30人", ("区档案修复中心",)),
    ]


def test_a_unit_below_each_item_is_who_does_that_one() -> None:
    text = "1.征集史料50件。\n征集科\n2.修复残卷8卷。\n区档案修复中心\n3.培训馆员30人。\n"
    said = [("征集史料50件", ("征集科",)), ("修复残卷8卷", ("区档案修复中心",)), ("培训馆员30人", ())]
    assert read(text) == said
    above = "潭口区档案馆\n" + text
    assert read(above) == said

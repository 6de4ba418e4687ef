"""What the clerk is asked about, in plain words, each with the task it belongs to."""

import re

import pytest

from desktop_app.documents.extraction import Doubt, Extraction
from desktop_app.documents.plan import read_plan
from tests.documents.invented import INVENTED, Invented

HEAD = "甲县2026年工作要点\n"


def doubts(body: str) -> list[Doubt]:
    result = read_plan(HEAD + body)
    assert isinstance(result, Extraction)
    return list(result.doubts)


NOTE = "（责任科室：道路科）"

CASES = [
    ("1.修路。铺油。\n", "unit", "修路", "没有写牵头单位"),
    ("1.修路。铺油。（责任单位：道路科、相关单位）\n", "unit", "相关单位", "请指定"),
    ("1.修路。铺油。（责任单位：道路科等有关部门）\n", "unit", "等有关部门", "请指定"),
    (f"1.修路。围绕“1234”目标推进。{NOTE}\n", "number", "“1234”", "口号"),
    (f"1.修路。落实1+4+N机制。{NOTE}\n", "number", "1+4+N", "口号"),
    (f"1.修路。新修道路3—5公里。{NOTE}\n", "target", "新修道路3—5公里", "范围"),
    (f"1.修路。春节前完工。{NOTE}\n", "deadline", "春节前", "没有写明日期"),
    (f"1.修路。每月5日前报送进度。{NOTE}\n", "deadline", "每月5日前", "多次"),
    (f"1.修路。铺油。{NOTE}\n3.架桥。立墩。{NOTE}\n", "numbering", "3", "缺"),
    (f"1.修路。铺油。{NOTE}\n1.架桥。立墩。{NOTE}\n", "numbering", "1", "不止一次"),
]


def test_what_was_and_what_shall_be_is_no_range() -> None:
    assert not doubts(f"1.修路。铺装率由去年的76%提高到85%以上。{NOTE}\n")


@pytest.mark.parametrize(("body", "what", "phrase", "said"), CASES)
def test_each_doubt(body: str, what: str, phrase: str, said: str) -> None:
    (found,) = doubts(body)
    assert (found.what, found.phrase) == (what, phrase)
    assert said in found.text
    assert found.seq is not None


def test_a_clean_item_raises_none() -> None:
    assert doubts(f"1.修路。6月底前新修道路3公里。{NOTE}\n2.架桥。建成桥梁2座。{NOTE}\n") == []


def test_numbers_may_begin_again_in_a_new_section_and_may_run_through() -> None:
    for second in ("1", "3"):
        body = f"一、城\n1.修路。铺油。{NOTE}\n2.架桥。立墩。{NOTE}\n二、乡\n{second}.通电。架线。{NOTE}\n"
        assert doubts(body) == []


def test_a_missing_section_is_asked_about() -> None:
    found = doubts(f"一、城\n1.修路。铺油。{NOTE}\n三、乡\n2.通电。架线。{NOTE}\n")
    assert [(doubt.what, doubt.seq) for doubt in found] == [("numbering", None)]


def test_without_a_year_it_says_which_year_it_took(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBAN_TODAY", "2031-05-01")
    result = read_plan(f"甲县工作要点\n1.修路。6月底前完工。{NOTE}\n")
    assert isinstance(result, Extraction)
    assert result.meta.year is None
    assert "2031" in result.doubts[0].text
    assert str(result.tasks[0].deadlines[0].date) == "2031-06-30"


@pytest.mark.parametrize("plan", INVENTED, ids=[plan.name for plan in INVENTED])
def test_doubts_are_plain_chinese_and_point_into_the_text(plan: Invented) -> None:
    result = read_plan(plan.text)
    assert isinstance(result, Extraction)
    for doubt in result.doubts:
        assert doubt.what in {"unit", "number", "target", "deadline", "numbering", "structure"}
        assert re.search("[一-鿿]", doubt.text)
        assert doubt.text.endswith("。")
        assert doubt.seq is None or result.tasks[doubt.seq - 1].seq == doubt.seq
        assert doubt.span is None or 0 <= doubt.span[0] <= doubt.span[1] <= len(result.source)

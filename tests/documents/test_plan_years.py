"""The year of a plan: a school year's by its term, none that only another paper's name tells."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text
from tests.documents.water_heads import read


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("芦洲水校2025-2026学年第二学期工作计划", 2026),
        ("芦洲水校2025—2026学年度（下学期）工作计划", 2026),
        ("芦洲水校2025～2026学年春季学期工作计划", 2026),
        ("芦洲水校2025-26学年下学期工作计划", 2026),
        ("芦洲水校2025-2026学年第一学期工作计划", 2025),
        ("芦洲水校2025年至2026年学年度上学期工作计划", 2025),
        ("芦洲水校2025-2026学年秋季工作计划", 2025),
        ("芦洲水校2025-2026学年度工作计划", None),
        # no school year: a plan of several years begins with the first
        ("芦洲县水务工作方案（2025-2027年）", 2025),
        ("芦洲县2026年学校饮水工作计划", 2026),
        ("芦洲县2026年春季学期学校饮水工作计划", 2026),
    ],
)
def test_the_year_of_a_title(title: str, year: int | None) -> None:
    assert read(f"{title}\n芦洲县水务局\n2025年9月1日\n").year == year


def test_a_whole_school_year_asks_which_year_is_meant() -> None:
    result = extract_text(
        "芦洲水校2025-2026学年工作计划\n一、清洗水箱。6月底前完成。（后勤处负责）\n二、检查水管。（后勤处负责）\n"
    )
    assert isinstance(result, Extraction)
    assert any(doubt.seq is None and doubt.what == "deadline" for doubt in result.doubts)


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("水务工作举措\n为落实《芦洲县供水行动方案（2020-2022年）》，制定本文。\n", None),
        ("水务工作举措\n为落实《芦洲县供水行动方案（2020-2022年）》，做好2026年水务工作，制定本文。\n", 2026),
        ("水务工作举措\n到2028年，全县供水覆盖率明显提高。\n", None),
        ("水务工作举措\n到2028年，供水覆盖率明显提高。2026年工作安排是：\n", 2026),
        ("芦水〔2026〕3号\n水务工作举措\n为落实《2023年供水方案》，制定本文。\n", 2026),
    ],
)
def test_the_year_in_another_papers_name_is_not_the_plans(head: str, year: int | None) -> None:
    assert read(head).year == year

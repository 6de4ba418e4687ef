"""Due times put together as nobody wrote them down: a day with a short verb, an event with an offset, an occasion."""

from datetime import date

import pytest

from desktop_app.documents.deadlines import read_deadlines
from desktop_app.documents.extraction import Extraction
from desktop_app.documents.folding import fold
from desktop_app.documents.plan import extract_text


def told(text: str) -> list[tuple[str, str | None]]:
    found = read_deadlines(fold(text), text, 0, len(text), 2026, date(2026, 3, 3))
    return [(deadline.phrase, deadline.date and deadline.date.isoformat()) for deadline in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月31日封顶，交付620套。", [("5月31日", "2026-05-31")]),
        ("招收学员150名，7月10日开班。", [("7月10日", "2026-07-10")]),
        ("于6月15日通水。", [("6月15日", "2026-06-15")]),
        ("4月进场，10月收尾。", [("4月", "2026-04-30"), ("10月", "2026-10-31")]),
        ("赶在4月15日完成检修。", [("4月15日", "2026-04-15")]),
        ("截止日期为7月31日。", [("7月31日", "2026-07-31")]),
        ("重阳节（10月19日）前开园。", [("10月19日", "2026-10-19")]),
        ("验收合格后30日内移交资料。", [("验收合格后30日内", None)]),
        ("开工后3个月内封顶。", [("开工后3个月内", None)]),
        ("15日内拿出方案。", [("15日内", "2026-03-18")]),
        ("春耕前完成渠道清淤。", [("春耕前", None)]),
        ("节后一周内复工。", [("节后一周内", None)]),
    ],
)
def test_due_times_of_any_verb_event_and_occasion(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "3月15日印发的通知要求，",
        "1月20日全市会议召开，",
        "目前完成3个。",
        "会前准备材料。",
        "以前完成的项目，",
        "12月4日宪法宣传。",
        "9月9日开展慰问。",
        "9月开学季，",
        "6月30日前后，",
        "5月12日防灾减灾日，",
    ],
)
def test_days_that_nothing_is_due_by(text: str) -> None:
    assert told(text) == []


def test_after_the_meeting_counts_from_its_day() -> None:
    text = (
        "芦洲县人民政府专题会议纪要\n芦府纪〔2026〕6号\n芦洲县人民政府办公室　2026年3月6日\n"
        "3月4日，县长主持召开会议，研究供水。会议议定：\n1.请县水务局抓紧检修，会后5个工作日内拿出方案。\n"
    )
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert [str(day.date) for day in result.tasks[0].deadlines] == ["2026-03-11"]
    assert str(result.meta.issued_on) == "2026-03-06"

"""Every notation of a due time in a field, what counts in running text, and what is no due time."""

from datetime import date

import pytest

from desktop_app.documents.deadlines import read_deadlines, resolve
from desktop_app.documents.extraction import Extraction
from desktop_app.documents.folding import fold
from desktop_app.documents.plan import extract_text

ISSUED = date(2025, 3, 14)  # a Friday
YEAR = 2025

FIELDS = [
    ("2025年6月30日前", [("2025-06-30", "date")]),
    ("6月30日前", [("2025-06-30", "date")]),
    ("2025.6.30", [("2025-06-30", "date")]),
    ("2025/6/30", [("2025-06-30", "date")]),
    ("6.30前", [("2025-06-30", "date")]),
    ("20250630", [("2025-06-30", "date")]),
    ("2025-06", [("2025-06-30", "period_end")]),
    ("6月底", [("2025-06-30", "period_end")]),
    ("6月底前", [("2025-06-30", "period_end")]),
    ("6月份", [("2025-06-30", "period_end")]),
    ("６月底", [("2025-06-30", "period_end")]),
    ("六月底", [("2025-06-30", "period_end")]),
    ("2月底", [("2025-02-28", "period_end")]),
    ("9月上旬", [("2025-09-10", "period_end")]),
    ("9月中旬", [("2025-09-20", "period_end")]),
    ("9月下旬", [("2025-09-30", "period_end")]),
    ("二季度末", [("2025-06-30", "period_end")]),
    ("第二季度", [("2025-06-30", "period_end")]),
    ("第三季度前", [("2025-09-30", "period_end")]),
    ("上半年", [("2025-06-30", "period_end")]),
    ("双过半", [("2025-06-30", "period_end")]),
    ("年底前", [("2025-12-31", "period_end")]),
    ("2025年底", [("2025-12-31", "period_end")]),
    ("年内", [("2025-12-31", "period_end")]),
    ("全年", [("2025-12-31", "period_end")]),
    ("2025年", [("2025-12-31", "period_end")]),
    ("12月", [("2025-12-31", "period_end")]),
    ("明年3月底前", [("2026-03-31", "period_end")]),
    ("2025—2027年", [("2027-12-31", "period_end")]),
    ("9—11月", [("2025-11-30", "date")]),
    ("长期坚持", [(None, "ongoing")]),
    ("常态化", [(None, "ongoing")]),
    ("持续推进", [(None, "ongoing")]),
    ("12月底前取得成效并长期坚持", [("2025-12-31", "period_end"), (None, "ongoing")]),
    ("立即", [("2025-03-14", "relative")]),
    ("即日起", [("2025-03-14", "relative")]),
    ("印发后10个工作日内", [("2025-03-28", "relative")]),
    ("会后5个工作日内", [("2025-03-21", "relative")]),
    ("收到之日起3日内", [(None, "relative")]),
    ("每月25日前", [(None, "recurring")]),
    ("每季度首月20日前", [(None, "recurring")]),
    ("每季度末", [(None, "recurring")]),
    ("每半年", [(None, "recurring")]),
    ("半年一次", [(None, "recurring")]),
    (
        "3月底前出方案，6月底前开工，11月底前完工",
        [("2025-03-31", "period_end"), ("2025-06-30", "period_end"), ("2025-11-30", "period_end")],
    ),
    (
        "3月出方案、6月开工、11月完工",
        [("2025-03-31", "period_end"), ("2025-06-30", "period_end"), ("2025-11-30", "period_end")],
    ),
    (
        "①1—3月摸底②4—6月施工③7—9月扫尾④10—12月验收",
        [("2025-03-31", "date"), ("2025-06-30", "date"), ("2025-09-30", "date"), ("2025-12-31", "date")],
    ),
    (
        "甲项1月底前；其他12月底前并长期坚持",
        [("2025-01-31", "period_end"), ("2025-12-31", "period_end"), (None, "ongoing")],
    ),
    ("原则上6月底前，最迟9月底前", [("2025-06-30", "period_end"), ("2025-09-30", "period_end")]),
    ("春节前", [(None, "event")]),
    ("重阳节前", [(None, "event")]),
    ("汛期前", [(None, "event")]),
    ("按市局时间节点", [(None, "event")]),
    ("适时", [(None, "event")]),
    ("尽快", [(None, "event")]),
    ("", []),
    ("从第二季度起", [(None, "start")]),
    ("2月30日", []),
    ("13月", []),
    ("无", []),
]

IN_TEXT = [
    ("到2025年底，建成两处", ["2025-12-31"]),
    ("8月底前完成验收", ["2025-08-31"]),
    ("2月底、8月底前各查一遍", ["2025-02-28", "2025-08-31"]),
    ("于6月30日前搭好框架", ["2025-06-30"]),
    ("确保开学（9月1日前）启用", ["2025-09-01"]),
    ("时限为二季度末", ["2025-06-30"]),
    ("6月开工建设", ["2025-06-30"]),
    ("三季度启动招标", ["2025-09-30"]),
    ("到2027年，全县建成", ["2027-12-31"]),
    ("15日内报结果", ["2025-03-29"]),
    ("自印发之日起30日内提交", ["2025-04-13"]),
    ("9—11月开展普查", ["2025-11-30"]),
    ("年内建成", ["2025-12-31"]),
    ("举办宣传周1次（9月）；开展回访（5月、11月）。", ["2025-09-30", "2025-05-31", "2025-11-30"]),
    ("坝体图纸于2025/5/20提交", ["2025-05-20"]),
    ("4月上旬完成选址、中旬完成勘界、下旬开工", ["2025-04-10", "2025-04-20", "2025-04-30"]),
    ("6月10日前报方案、25日前报总结", ["2025-06-10", "2025-06-25"]),
    ("3—5月普查，8—10月回头看", ["2025-05-31", "2025-10-31"]),
    ("离校毕业生年底去向落实率90%以上", ["2025-12-31"]),
    ("年底前建成的书屋不少于9间", ["2025-12-31"]),
]

NOT_IN_TEXT = [
    "举办2025年全县技能大赛",
    "开展2024年度年检",
    "3月、10月各查一轮",
    "遇到堵点立行立改",
    "全年办理建议",
    "12月4日国家宪法日活动",
    "紧扣重阳节、中秋节开展活动",
    "重阳节前后开展慰问",
    "持续推进厉行节约",
    "一季度增速较快",
    "敬老月（10月）期间",
    "印发方案（2024年3月），抓好落实",
    "2024年底前已建成",
    "年底考核结果运用",
    "前三季度运行平稳",
    "审批压缩到5个工作日以内",
    "办件5个工作日内办结",
    "投入1.5万元",
    "深化2025年“暖心工程”项目",
    "第二批、三级网络、四季常绿",
    "改造2000年底前建成的小区28个",
    "整治1998年6月30日前颁证的采石点",
    "6月30日前到期的租约全部续签",
    "办理10月1日前受理的渔船证",
    "5—9月为主汛期，双人值守",
    "用水高峰期（7—8月）加密调度",
]


@pytest.mark.parametrize(("raw", "expected"), FIELDS)
def test_a_field_resolves(raw: str, expected: list[tuple[str | None, str]]) -> None:
    found = resolve(raw, YEAR, ISSUED)
    assert [(item.date.isoformat() if item.date else None, item.kind) for item in found] == expected
    assert all(raw[slice(*item.span)] == item.phrase for item in found)


@pytest.mark.parametrize(("text", "expected"), IN_TEXT)
def test_running_text_names_due_times_in_company(text: str, expected: list[str]) -> None:
    found = read_deadlines(fold(text), text, 0, len(text), YEAR, ISSUED)
    assert [item.date.isoformat() for item in found if item.date] == expected


@pytest.mark.parametrize("text", NOT_IN_TEXT)
def test_occasions_years_and_phrases_are_no_due_times(text: str) -> None:
    assert read_deadlines(fold(text), text, 0, len(text), YEAR, ISSUED) == []


@pytest.mark.parametrize(
    ("text", "kind"), [("每月5日前调度", "recurring"), ("春节前发放到位", "event"), ("按市局时间节点推进", "event")]
)
def test_without_a_single_day_there_is_no_date(text: str, kind: str) -> None:
    (found,) = read_deadlines(fold(text), text, 0, len(text), YEAR, ISSUED)
    assert (found.kind, found.date) == (kind, None)


RECUR = [
    ("从第二季度起，每月20日前拨付水费", "2025-04-20", 9),
    ("7月起每季度末通报", "2025-09-30", 2),
    ("下半年起，每月10日前报数", "2025-07-10", 6),
    ("从第二季度起开放。每月20日前拨付水费", "2025-01-20", 12),
    ("每月5日、20日前各报一次", "2025-01-05", 24),
    ("每月8日和18日前巡库", "2025-01-08", 24),
]


@pytest.mark.parametrize(("text", "first", "count"), RECUR)
def test_what_recurs_has_its_days_from_its_beginning_on(text: str, first: str, count: int) -> None:
    found = read_deadlines(fold(text), text, 0, len(text), YEAR, ISSUED)
    (again,) = [one for one in found if one.kind == "recurring"]
    assert (str(again.days[0]), len(again.days)) == (first, count)
    assert all(one.date is None for one in found)


def test_a_day_alone_is_of_a_month_that_its_own_line_names() -> None:
    text = "1.巡库。5月10日前完成。\n2.会商。领导到场，20日前报结果。"
    found = read_deadlines(fold(text), text, text.index("2."), len(text), YEAR, ISSUED)
    assert [one.date for one in found if one.date] == []


@pytest.mark.parametrize("number", ["3", "12"])
def test_a_range_of_months_may_stand_right_behind_the_items_number(number: str) -> None:
    read = extract_text(f"某某县水利局2026年工作要点\n{number}.4月至10月，每月巡库2次。（水库科）\n")
    assert isinstance(read, Extraction)
    assert [(str(one.start), str(one.date)) for one in read.tasks[0].deadlines] == [("2026-04-01", "2026-10-31")]


@pytest.mark.parametrize(
    "raw", ["二季度末", "三季度底前", "第四季度", "6月底前", "9月下旬", "2025年6月30日前", "印发后10个工作日内"]
)
def test_the_words_of_a_field_are_kept_whole(raw: str) -> None:
    assert [one.phrase for one in resolve(raw, YEAR, ISSUED)] == [raw]


def test_without_an_issue_date_a_relative_time_has_none() -> None:
    (found,) = resolve("印发后10个工作日内", YEAR, None)
    assert (found.kind, found.date) == ("relative", None)


def test_february_ends_by_the_year() -> None:
    assert resolve("2月底", 2028, None)[0].date == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("note", "leads", "due"),
    [
        ("（县城管局负责，9月底前完成）", ("县城管局",), "2026-09-30"),
        ("（县城管局牵头，县财政局配合，11月底前完成）", ("县城管局",), "2026-11-30"),
        ("（牵头单位：县城管局，6月20日前完成）", ("县城管局",), "2026-06-20"),
        ("（县城管局；年底前）", ("县城管局",), "2026-12-31"),
        ("（县城管局负责）", ("县城管局",), None),
        ("（县城管局负责，2025年9月已开工）", ("县城管局",), None),
    ],
)
def test_a_day_in_the_bracket_of_the_units(note: str, leads: tuple[str, ...], due: str | None) -> None:
    read = extract_text(f"某某县2026年民生实事清单\n1.新建口袋公园4处。{note}\n2.改造电梯。（县住建局负责）\n")
    assert isinstance(read, Extraction)
    task = read.tasks[0]
    assert task.lead_units == leads
    assert [str(deadline.date) for deadline in task.deadlines if deadline.date] == ([due] if due else [])

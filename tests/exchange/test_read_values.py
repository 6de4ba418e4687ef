"""What people type into a cell: taken where it is certain, asked about where it is not."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.values import of_field
from desktop_app.exchange.read_days import read_day
from desktop_app.exchange.read_values import Reading, Typed, read_percent, read_status, read_text
from desktop_app.exchange.read_words import read_problems, read_progress
from desktop_app.texts import exchange as texts

AS_OF = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (80, 80.0),
        (80.5, 80.5),
        (0, 0.0),
        (100, 100.0),
        (120, 120.0),
        ("80%", 80.0),
        ("80％", 80.0),
        ("８０％", 80.0),
        ("８０", 80.0),
        ("80 %", 80.0),
        ("0.8%", 0.8),
        ("60.50", 60.5),
        ("约60%", 60.0),
        ("60%左右", 60.0),
        ("已完成60%", 60.0),
        ("进度60", 60.0),
        ("六成", 60.0),
        ("约六成", 60.0),
        ("六成半", 65.0),
        ("八成五", 85.0),
        ("十成", 100.0),
        ("百分之六十", 60.0),
        ("百分之八十五", 85.0),
        ("百分之五", 5.0),
        ("百分之24", 24.0),
        ("百分之百", 100.0),
    ],
)
def test_percents_that_are_certain(raw: Any, value: float) -> None:
    reading = read_percent(Typed(raw))
    assert (reading.value, reading.doubt) == (value, None)


@pytest.mark.parametrize(("shown", "value"), [(0.6, 60.0), (1.0, 100.0), (0.29, 29.0), (0.0, 0.0), (1.2, 120.0)])
def test_a_percent_format_tells_the_share(shown: float, value: float) -> None:
    assert read_percent(Typed(shown, percent=True)) == Reading(value)


@pytest.mark.parametrize(("raw", "suggested"), [(0.6, 60.0), (1.0, 100.0), ("0.8", 80.0), ("1", 100.0)])
@pytest.mark.parametrize("percent", [None, False])
def test_without_a_percent_format_up_to_one_is_asked_about(raw: Any, suggested: float, percent: bool | None) -> None:
    reading = read_percent(Typed(raw, percent=percent))
    assert reading.value == suggested
    assert reading.doubt


@pytest.mark.parametrize("raw", ["完成12", "已完成60", "达到30"])
def test_a_number_done_may_be_a_count(raw: str) -> None:
    reading = read_percent(Typed(raw))
    assert isinstance(reading.value, float)
    assert reading.doubt


@pytest.mark.parametrize("raw", [1.2, 1.5, 2.5, 9.99])
def test_a_broken_number_of_unknown_format_may_be_a_multiple(raw: float) -> None:
    assert read_percent(Typed(raw)).doubt
    assert read_percent(Typed(raw, percent=False)) == Reading(raw)


@pytest.mark.parametrize("raw", ["同上", "/", "无", "与上期无变化", "—"])
def test_words_that_say_nothing_about_progress_are_asked_about(raw: str) -> None:
    reading = read_progress(Typed(raw))
    assert (reading.value, bool(reading.doubt)) == (raw, True)


@pytest.mark.parametrize(("raw", "doubted"), [("无", False), ("同上", True), ("缺资金", False)])
def test_no_problems_is_an_answer(raw: str, doubted: bool) -> None:
    reading = read_problems(Typed(raw))
    assert (reading.value, bool(reading.doubt)) == (raw, doubted)


@pytest.mark.parametrize("raw", ["/", "——", "－", "空"])
def test_a_stroke_is_no_problem(raw: str) -> None:
    assert read_problems(Typed(raw)) == Reading(None, note=texts.READ_BLANK.format(raw=raw))


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_a_round_at_the_end_of_time_reads_days(as_of: date) -> None:
    assert read_day(Typed("2026-6-5"), as_of).value == "2026-06-05"


@pytest.mark.parametrize(
    "raw",
    ["过半", "六七成", "百分之一百二", "6O%", "-5", -5.0, True, datetime(2026, 6, 1), "60个", "成", "1e3"],
)
def test_percents_that_cannot_be_read_are_asked_about_never_zero(raw: Any) -> None:
    reading = read_percent(Typed(raw))
    assert reading.value is None
    assert reading.doubt


@pytest.mark.parametrize(
    ("raw", "suggested"),
    [
        ("60-70%", 60.0),
        ("60%至70%", 60.0),
        ("60%以上", 60.0),
        ("近60%", 60.0),
        ("100%（已验收）", 100.0),
        ("完成", 100.0),
        ("已完成", 100.0),
        ("未启动", 0.0),
    ],
)
def test_words_near_a_share_are_asked_about_with_the_likeliest(raw: str, suggested: float) -> None:
    reading = read_percent(Typed(raw))
    assert reading.value == suggested
    assert reading.doubt


@pytest.mark.parametrize(
    "raw",
    ["2026年6月30号", "六月三十日", "二〇二六年六月三十日", "26.6.30", "已于6月30日办结", "2026-06-30T08:00:00"],
)
def test_days_in_words_of_offices(raw: str) -> None:
    assert read_day(Typed(raw), AS_OF) == Reading("2026-06-30")


@pytest.mark.parametrize(
    ("raw", "suggested"), [("6.3", "2026-06-03"), ("6/30/2026", "2026-06-30"), ("46203", "2026-06-30")]
)
def test_days_that_may_be_another_are_asked_about(raw: str, suggested: str) -> None:
    reading = read_day(Typed(raw), AS_OF)
    assert reading.value == suggested
    assert reading.doubt


def test_not_finished_is_no_day() -> None:
    reading = read_day(Typed("未办结"), AS_OF)
    assert (reading.value, reading.doubt) == (None, None)
    assert reading.note


@pytest.mark.parametrize("raw", ["", "  ", "/", "无", "—", "-"])
def test_signs_of_nothing_are_no_answer(raw: str) -> None:
    for reading in (read_percent(Typed(raw)), read_day(Typed(raw), AS_OF)):
        assert (reading.value, reading.doubt) == (None, None)
        assert bool(reading.note) == bool(raw.strip())


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (date(2026, 6, 30), "2026-06-30"),
        (datetime(2026, 6, 30, 8, 30), "2026-06-30"),
        ("2026.6.30", "2026-06-30"),
        ("2026-6-3", "2026-06-03"),
        ("2026/06/30", "2026-06-30"),
        ("2026年6月30日", "2026-06-30"),
        ("２０２６年６月３０日", "2026-06-30"),
        ("2026-06-30 00:00:00", "2026-06-30"),
        ("20260630", "2026-06-30"),
        (20260630.0, "2026-06-30"),
        ("6月30日", "2026-06-30"),
        ("6.30", "2026-06-30"),
        ("6月底", "2026-06-30"),
        ("6月底前", "2026-06-30"),
        ("2026年2月底", "2026-02-28"),
        (46203.0, "2026-06-30"),
    ],
)
def test_days_that_are_certain(raw: Any, value: str) -> None:
    assert read_day(Typed(raw), AS_OF) == Reading(value)


def test_a_december_named_in_january_is_the_last_one() -> None:
    assert read_day(Typed("12月28日"), date(2027, 1, 31)) == Reading("2026-12-28")
    assert read_day(Typed("12月底"), date(2027, 1, 31)) == Reading("2026-12-31")
    assert read_day(Typed("1.20"), date(2027, 1, 31)) == Reading("2027-01-20")


def test_serial_days_of_1904_are_counted_from_there() -> None:
    assert read_day(Typed(44741.0, days_from_1904=True), AS_OF) == Reading("2026-06-30")


@pytest.mark.parametrize(
    ("raw", "suggested"),
    [
        ("6月", "2026-06-30"),
        ("6月份", "2026-06-30"),
        ("6月中旬", "2026-06-20"),
        ("2026.6", "2026-06-30"),
        ("12月31日", "2026-12-31"),
        (date(2020, 1, 1), "2020-01-01"),
        (6.3, None),
        (60.0, None),
        ("2026年2月30日", None),
        ("近期", None),
        (False, None),
    ],
)
def test_doubtful_days_are_asked_about(raw: Any, suggested: str | None) -> None:
    reading = read_day(Typed(raw), AS_OF)
    assert reading.value == suggested
    assert reading.doubt


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("有进展", "有进展"),
        (" 已办结 ", "已办结"),
        ("完成", "已办结"),
        ("无变化", "与上期无变化"),
        ("推进中", "有进展"),
        ("较上季度无变化", "与上期无变化"),
        ("☑ 有进展　□ 与上期无变化　□ 已办结", "有进展"),
        ("□有进展□无变化■办结", "已办结"),
        ("□有进展□无变化□办结", None),
        ("有进展。", "有进展"),
        ("√有进展", "有进展"),
        ("（已办结）", "已办结"),
        ("☑与上期无变化；", "与上期无变化"),
    ],
)
def test_status_words(raw: str, value: str | None) -> None:
    assert read_status(Typed(raw)) == Reading(value)


@pytest.mark.parametrize(
    "raw", ["同上", "快了", 1.0, "□有进展", "×有进展", "有进展？", "☑有进展☑已办结", "☑有进展（两处）", "■快了□已办结"]
)
def test_other_status_words_are_asked_about(raw: Any) -> None:
    assert read_status(Typed(raw)).doubt


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("  已完成\r\n选址 ", "已完成\n选址"),
        ("=1+1", "=1+1"),
        (3.0, "3"),
        (date(2026, 6, 1), "2026-06-01"),
        ("无", "无"),
        ("\U0001f600𠮷", "\U0001f600𠮷"),
    ],
)
def test_words_stay_as_written(raw: Any, value: str) -> None:
    assert read_text(Typed(raw)) == Reading(value)


typed = st.one_of(
    st.text(max_size=40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1901, 1, 1), date(2200, 1, 1)),
    st.from_regex(r"(约|已完成)?\d{1,4}(\.\d{1,3})?%?(左右)?", fullmatch=True),
    st.from_regex(r"(20\d\d[年./-])?\d{1,2}[月./-](\d{1,2}日?|底|份)?", fullmatch=True),
)


@given(typed, st.sampled_from([True, False, None]))
def test_whatever_is_typed_gives_a_canonical_value_or_a_doubt(raw: Any, percent: bool | None) -> None:
    cell = Typed(raw, percent)
    readings = {
        "percent": read_percent(cell),
        "finished_on": read_day(cell, AS_OF),
        "status": read_status(cell),
        "text": read_text(cell),
    }
    for field, reading in readings.items():
        assert reading.value == of_field("report", field, reading.value)
        if of_field("report", "text", str(raw)) and reading.value is None:
            assert reading.doubt or reading.note


@pytest.mark.parametrize(("raw", "percent"), [(1.8e306, True), (1e300, None), (2_000_000, False), ("9999999%", None)])
def test_a_figure_that_no_share_can_be_is_asked_about(raw: Any, percent: bool | None) -> None:
    reading = read_percent(Typed(raw, percent))
    assert reading.value is None and reading.doubt


@pytest.mark.parametrize("raw", ["\u200b37\xa0%", "\ufeff37", "3\u200d7%", "\u202a37%\u202c"])
def test_signs_that_nobody_sees_are_left_out(raw: str) -> None:
    assert read_percent(Typed(raw)).value == 37.0
    assert read_percent(Typed(raw)).doubt is None

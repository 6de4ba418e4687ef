"""The notice of holidays as pasted text: read like the shipped table, refused where it contradicts itself."""

from datetime import date, timedelta

import pytest

from desktop_app.documents.holiday_notice import read_notice
from desktop_app.domain.workdays import Calendar, Holidays, is_workday
from desktop_app.errors import Refused

# the days are those of 2026; the wording is put together for this test
OF_2026 = """关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各单位要妥善安排好值班。"""


def test_the_notice_gives_the_year_that_the_package_has() -> None:
    tables = read_notice(OF_2026, 2030)
    assert tables.keys() == {2026}
    calendar = Calendar(tables)
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [d for d in days if calendar.is_workday(d) != is_workday(d)] == []
    assert len(tables[2026].off) == 33 and len(tables[2026].work) == 6


@pytest.mark.parametrize(
    ("text", "off", "work"),
    [
        ("10月1日至8日放假调休，共8天。9月28日（周日）、10月11日（周六）上班。", 8, 2),
        ("1月1日放假1天", 1, 0),
        ("元旦:2027年1月1日(星期五)至3日(星期日)放假，共3天；", 3, 0),
        ("春节：２月６日（周六）－12日（周五）放假调休，共7天，2月14日（农历初九，周日）上班", 7, 1),
        ("劳动节：4月30日至5月4日放假，共5天。", 5, 0),
    ],
)
def test_other_wordings(text: str, off: int, work: int) -> None:
    year = 2025 if "9月28日" in text else 2027
    found = read_notice(text, year)[year]
    assert (len(found.off), len(found.work)) == (off, work)


def test_a_holiday_over_the_new_year_belongs_to_both() -> None:
    table = read_notice("元旦：2026年12月31日（周四）至2027年1月2日（周六）放假，共3天。", 2026)[2026]
    assert table == Holidays(frozenset({date(2026, 12, 31)}), frozenset())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("今天天气不错", "没有读出放假的日子"),
        ("", "没有读出放假的日子"),
        ("2027年：1月1日（周四）放假", "2027年1月1日是星期五"),
        ("1月1日至3日放假，共4天", "按日期是3天"),
        ("2月30日放假", "不存在的日期"),
        ("5月5日至1日放假", "起止日期对不上"),
        ("2月6日至12日放假，2月14日（周一）上班", "2月14日是星期日"),
    ],
)
def test_what_contradicts_itself_is_refused(text: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        read_notice(text, 2027)
    assert "台账没有改动" in refused.value.sentence

"""The notations of a due time, one entry each, and how each resolves; periods to their last day.

A new notation is one entry here and one example in tests/documents/test_deadlines.py.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.documents.numerals import NUMERAL, chinese_number
from desktop_app.domain import workdays

_BEFORE = r"(?:以前|之前|前|止|以内|之内|内)"
_YEAR = r"(?:(?P<year>20\d\d)年|(?P<next>明年|次年|下一年)|(?:今年|本年|当年))"
_MONTH = rf"(?<!\d)(?P<month>1[0-2]|0?[1-9]|[{NUMERAL}]{{1,3}})月"
_PART = r"(?P<part>底|末|上旬|中旬|下旬|初)"
_QUARTER = r"第?(?P<quarter>[一二三四1-4])季度"
# What is done by then follows at once: 6月完成, 三季度启动. A plain date without it is an occasion.
_DEED = (
    r"(?=(?:要|应|须|将|再|全部|全面|基本|正式|如期|集中|组织|力争)?(?:完成|完工|开工|竣工|建成|出台|印发|启动|"
    r"开展|召开|举办|实施|"
    r"投用|投入|上线|运行|提交|报送|上报|验收|通过|制定|形成|发布|开放|交付|拨付|落实|实现|达到|见效|出方案|检查|"
    r"评选|总结|挂牌))"
)


class Context(NamedTuple):
    """What a due time is reckoned from: the year of the plan and the day it was issued."""

    year: int
    issued: date | None


_Resolver = Callable[[re.Match[str], Context], date | None]


class Notation(NamedTuple):
    """One way to write a due time; in running text it counts only when `company` follows (None: never)."""

    kind: str
    core: str
    resolve: _Resolver
    company: str | None


def _year(found: re.Match[str], context: Context) -> int:
    groups = found.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    return context.year + bool(groups.get("next"))


def _month_end(year: int, month: int) -> date | None:
    if not 1 <= month <= 12:
        return None
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _day(year: int, month: int | None, day: int) -> date | None:
    try:
        return date(year, month or 0, day)
    except ValueError:
        return None


def _by_day(found: re.Match[str], context: Context) -> date | None:
    return _day(_year(found, context), chinese_or_int(found["month"]), chinese_or_int(found["day"]) or 0)


def _by_month(found: re.Match[str], context: Context) -> date | None:
    month = chinese_or_int(found["month"]) or 0
    end = _month_end(_year(found, context), month)
    tenth = {"上旬": 10, "中旬": 20, "初": 10}.get(found.groupdict().get("part") or "")
    return end and (end.replace(day=tenth) if tenth else end)


def _by_quarter(found: re.Match[str], context: Context) -> date | None:
    return _month_end(_year(found, context), 3 * (chinese_or_int(found["quarter"]) or 0))


def _mid_year(found: re.Match[str], context: Context) -> date | None:
    return date(_year(found, context), 6, 30)


def _year_end(found: re.Match[str], context: Context) -> date | None:
    return date(_year(found, context), 12, 31)


def _none(found: re.Match[str], context: Context) -> date | None:
    return None


def _issue_day(found: re.Match[str], context: Context) -> date | None:
    return context.issued


def _after_issue(found: re.Match[str], context: Context) -> date | None:
    """Counted from the day after the document was issued; an unknown event (收到, 会后) has no date of its own here."""
    count = chinese_or_int(found["count"]) or 0
    if context.issued is None or not re.search("印发|下发|发布|发文|公布|会后|会议", found["event"] or "印发"):
        return None
    if found["work"]:
        return workdays.add_workdays(context.issued, count)
    return context.issued + timedelta(days=count * (7 if found["week"] else 1))


def chinese_or_int(text: str) -> int | None:
    """6, 六 and 十二 as numbers."""
    return int(text) if text.isdecimal() else chinese_number(text)


_EVENTS = (
    "元旦|春节|元宵节?|两会|清明节?|五一|劳动节|端午节?|六一|儿童节|七一|八一|中秋节?|国庆节?|双节|十一|重阳节?|"
    "敬老月|主汛期|汛期|"
    "冬季|入冬|供暖期|采暖季|高考|中考|秋季开学|春季开学|开学|暑假|寒假|雨季|防火期|冬至|助残日"
)
_COUNT = rf"(?P<count>[{NUMERAL}\d]{{1,3}})个?(?:(?P<work>工作日)|(?P<week>周|星期)|日|天)(?:以内|之内|内)"
_D = r"(?P<day>[12]\d|3[01]|0?[1-9])"
_M = r"(?P<month>1[0-2]|0?[1-9])"
_NOT_START = r"(?!起|以来|开始)"
_ANY = f"{_BEFORE}?"

NOTATIONS: tuple[Notation, ...] = (
    # 每月25日前, 每季度首月20日前, 每季度末: many days, no single one
    Notation(
        "recurring",
        rf"每个?(?:月|季度?|半年|年|学期|周|旬)(?:首月|末月|第一个月|最后一个月)?的?"
        rf"(?:[{NUMERAL}\d]{{1,3}}[日号]|底|末|初|周[一二三四五])",
        _none,
        _ANY,
    ),
    Notation("recurring", r"每月|每季度?|每半年|每年|每周|半年一次|按月|按季度?|逐月|逐季", _none, None),
    # 印发后10个工作日内, 会后5个工作日内, 自收到之日起3日内
    Notation(
        "relative",
        r"(?P<event>[^，。；：、（）\s]{0,8}?(?:印发|下发|发布|发文|公布|收到|接到|受理|会议?|通知|"
        r"纪要)[^，。；：、（）\s]{0,6}?(?:之日起|后|起))的?" + _COUNT,
        _after_issue,
        "",
    ),
    Notation("relative", rf"(?P<event>)(?<![\d{NUMERAL}月年第]){_COUNT}", _after_issue, "(?=报[结送告]|反馈|上报)"),
    # 9—11月, 2025年3月至11月: the end of the range
    Notation(
        "date", rf"(?:{_YEAR})?\d{{1,2}}月?[—~至到-](?:20\d\d年)?{_MONTH}[份底末]?", _by_month, (f"{_BEFORE}|{_DEED}")
    ),
    # 2025—2027年
    Notation("period_end", r"20\d\d年?[—~至到-](?P<year>20\d\d)年", _year_end, None),
    # 2025年6月30日前, 6月30日前
    Notation(
        "date",
        rf"(?:{_YEAR})?{_MONTH}(?P<day>[12]\d|3[01]|0?[1-9]|[{NUMERAL}]{{1,3}})[日号]",
        _by_day,
        f"{_BEFORE}|(?=完成|报送|截止)",
    ),
    # 2025.6.30, 2025/6/30, 2025-06-30; 20250630; 2025-06; 6.30
    Notation("date", rf"(?<![\d.])(?P<year>20\d\d)(?P<stop>[./-]){_M}(?P=stop){_D}(?![\d.])", _by_day, _BEFORE),
    Notation("date", r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)", _by_day, _BEFORE),
    Notation("period_end", rf"(?<![\d.])(?P<year>20\d\d)[./-]{_M}(?![\d.])", _by_month, _BEFORE),
    Notation("date", rf"(?<![\d.]){_M}\.{_D}(?![\d.%万亿])", _by_day, _BEFORE),
    # 2025年底, 年底前, 年末; 到2027年
    Notation("period_end", rf"(?:{_YEAR}|全?年|今)年?[底末终]", _year_end, rf"{_BEFORE}|(?=[，。；、）]|$)|{_DEED}"),
    Notation("period_end", r"(?<=到)(?P<year>20\d\d)年", _year_end, f"(?=[，力]|全[区县市镇])|{_DEED}"),
    # 6月底前, 9月上旬, 12月中旬; 6月份, 12月
    Notation("period_end", rf"(?:{_YEAR})?{_MONTH}份?{_PART}", _by_month, _ANY),
    Notation("period_end", rf"(?:{_YEAR})?{_MONTH}份?{_NOT_START}", _by_month, f"{_BEFORE}|{_DEED}"),
    # 一季度末, 三季度前, 二季度
    Notation(
        "period_end",
        rf"(?:{_YEAR})?(?<!前){_QUARTER}(?:[底末]|结束)?{_NOT_START}",
        _by_quarter,
        rf"{_BEFORE}|(?<=[底末])|(?=[，。；）]|$)|{_DEED}",
    ),
    Notation("period_end", rf"(?:{_YEAR})?(?:上半年|年中|双过半)", _mid_year, _ANY),
    Notation("period_end", rf"(?:{_YEAR})?(?:下半年|年内)|年度内|20\d\d年(?:以|之)?内", _year_end, _ANY),
    Notation("period_end", rf"{_YEAR}|全年|年度", _year_end, None),
    # 春节前, 汛期前: the clerk says when
    Notation("event", rf"(?:{_EVENTS})(?:来临|到来|开始)?(?:之前|以前|前夕|前(?!后))", _none, ""),
    Notation(
        "event",
        (rf"按照?[^，。；]{{0,12}}?(?:时间节点|时限要求|统一部署|进度安排|要求)|适时|尽快|尽早|{_EVENTS}"),
        _none,
        None,
    ),
    # 长期坚持; 持续推进, 常态化, 贯穿全年
    Notation("ongoing", r"长期坚持|长期推进", _none, ""),
    Notation("ongoing", r"长期|持续(?:推进|开展|实施)?|常态化?(?:推进|开展)?|贯穿全年|全年推进|全年持续", _none, None),
    # 即日起; 立即, 立行立改
    Notation("relative", r"即日起", _issue_day, ""),
    Notation("relative", r"立即|立行立改|马上", _issue_day, None),
)

IN_FIELD = tuple((notation, re.compile(f"(?:{notation.core}){_ANY}")) for notation in NOTATIONS)
IN_TEXT = tuple(
    (notation, re.compile(f"(?:{notation.core})(?:{notation.company})"))
    for notation in NOTATIONS
    if notation.company is not None
)

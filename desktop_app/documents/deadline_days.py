"""From a notation that was found to its days: the due day, the day it begins, or all the days of a duty that recurs.

Periods end on their last day; a ten-day period on the 10th, the 20th or the month's last.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.documents.numerals import NUMERAL, chinese_number
from desktop_app.domain import workdays


class Context(NamedTuple):
    """What a due time is reckoned from: the year of the plan and the day it was issued."""

    year: int
    issued: date | None


class Due(NamedTuple):
    """The due day, the day the work begins, and where it is due more than once all its days."""

    day: date | None = None
    start: date | None = None
    days: tuple[date, ...] = ()


Resolver = Callable[[re.Match[str], Context], Due]

_TENTHS = {"初": 10, "上旬": 10, "中旬": 20, "中": 20, "上中旬": 20, "中上旬": 20}
_TENTH_STARTS = {"初": 1, "上旬": 1, "中旬": 11, "上中旬": 1, "中上旬": 1, "下旬": 21, "中下旬": 11}
_BY_ISSUE = re.compile("印发|下发|发布|发文|公布|会后|会议|^$")
_MONTHS = {"月": 1, "两月": 2, "双月": 2, "两个月": 2, "季": 3, "半年": 6}
_PERIOD = re.compile("(?:[每按逐]个?)?(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")")
_MONTH_SAID = re.compile(rf"(?<![{NUMERAL}\d])(1[0-2]|0?[1-9]|[{NUMERAL}]{{1,2}})月|每个?月")  # the latter is none
_NEAR = 40  # characters before a day in which its month stands
_LAST_DAY = 31  # a day that no month is short of
_CENTURY, _CENTURIES = 100, 2000  # 26年6月
_FIRST_PLAN_ENDS, _PLAN_YEARS = 1955, 5  # “十五五” ends in 2030
_FORTNIGHT = 15
_DAY_ZERO = date(1899, 12, 30)  # of a workbook's days


def chinese_or_int(text: str) -> int | None:
    """6, 六 and 十二 as numbers; 元 as the first month."""
    return int(text) if text.isdecimal() else chinese_number(text.replace("○", "零").replace("元", "一"))


def month_end(year: int, month: int) -> date | None:
    """The last day of a month, None where there is no such month."""
    if not 1 <= month <= 12:
        return None
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _group(found: re.Match[str], name: str) -> str:
    return found.groupdict().get(name) or ""


def _number(found: re.Match[str], name: str) -> int | None:
    text = _group(found, name)
    return chinese_or_int(text) if text else None


def _day(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


def _year(found: re.Match[str], context: Context, which: str = "") -> int:
    """The year beside the end of a period; without one that of its beginning, else the plan's."""
    said = _number(found, "year" + which)
    if said is None and not which:
        said = _number(found, "year0")
    if said is not None and said < _CENTURY:
        said += _CENTURIES
    return said or context.year + bool(_group(found, "next" + which))


def by_day(found: re.Match[str], context: Context) -> Due:
    """6月30日."""
    return Due(_day(_year(found, context), _number(found, "month"), _number(found, "day")))


def by_month(found: re.Match[str], context: Context) -> Due:
    """6月底, 6月份, 9月上旬."""
    end = month_end(_year(found, context), _number(found, "month") or 0)
    tenth = _TENTHS.get(_group(found, "part"))
    return Due(end and (end.replace(day=tenth) if tenth else end))


def by_same_month(found: re.Match[str], context: Context) -> Due:
    """中旬, 25日前 behind 4月上旬 or 6月10日前: a later day of the month that its own line named last."""
    line = found.string.rfind("\n", 0, found.start()) + 1
    months = _MONTH_SAID.findall(found.string, max(line, found.start() - _NEAR), found.start())
    month, day = chinese_or_int(months[-1]) if months and months[-1] else None, _number(found, "day")
    end = month_end(context.year, month) if month else None
    return Due(
        end and (_day(end.year, end.month, day) if day else end.replace(day=_TENTHS.get(found["part"], end.day)))
    )


def by_quarter(found: re.Match[str], context: Context) -> Due:
    """第三季度, Q3."""
    return Due(month_end(_year(found, context), 3 * _quarter(found)))


def by_month_or_quarter(found: re.Match[str], context: Context) -> Due:
    """9月出版, 三季度出版."""
    return by_quarter(found, context) if _group(found, "quarter") else by_month(found, context)


def _quarter(found: re.Match[str]) -> int:
    return _number(found, "quarter") or _number(found, "quarter_short") or 0


def mid_year(found: re.Match[str], context: Context) -> Due:
    """上半年, 双过半."""
    return Due(date(_year(found, context), 6, 30))


def year_end(found: re.Match[str], context: Context) -> Due:
    """年底, 年内, 全年; 2026 alone in a cell."""
    return Due(date(_number(found, "year_only") or _year(found, context), 12, 31))


def by_plan(found: re.Match[str], context: Context) -> Due:
    """“十五五”末: the last day of a five-year plan."""
    return Due(date(_FIRST_PLAN_ENDS + _PLAN_YEARS * (10 + (_number(found, "plan") or 0)), 12, 31))


def by_serial(found: re.Match[str], context: Context) -> Due:
    """45838, as a workbook holds a day."""
    return Due(_DAY_ZERO + timedelta(days=int(found["serial"])))


def by_this_month(found: re.Match[str], context: Context) -> Due:
    """本月底, 下月10日前: a day of the month of the issue, or of the next one."""
    if context.issued is None:
        return Due()
    end = month_end(context.issued.year, context.issued.month)
    if end and _group(found, "later"):
        end = month_end(end.year + end.month // 12, end.month % 12 + 1)
    day = _number(found, "day") or _TENTHS.get(_group(found, "part"))
    return Due(end and end.replace(day=min(day or end.day, end.day)))


def by_range(found: re.Match[str], context: Context) -> Due:
    """9—11月, 6月1日至8月31日, 3月底至10月中旬, 即日起至年底: the end is due, the beginning starts it."""
    if not _group(found, "month") and not _group(found, "day"):
        return year_end(found, context)._replace(start=context.issued)
    if _group(found, "day"):
        month = _number(found, "month") or _number(found, "month0")
        end = _day(_year(found, context), month, _number(found, "day"))
    else:
        end = by_month(found, context).day
    return Due(end, _start(found, context) if _group(found, "month0") else context.issued)


def _start(found: re.Match[str], context: Context) -> date | None:
    year, month = _year(found, context, "0"), _number(found, "month0") or 0
    part = _group(found, "part0")
    if part.endswith(("底", "末", "尾")):
        return month_end(year, month)
    return _day(year, month, _number(found, "day0") or _TENTH_STARTS.get(part, 1))


def by_years(found: re.Match[str], context: Context) -> Due:
    """2025—2027年: due at the end, with a stage at the end of each year from the plan's on."""
    first, last = _number(found, "year0") or context.year, _number(found, "year") or context.year
    stages = tuple(date(year, 12, 31) for year in range(max(first, context.year), last + 1))
    return Due(date(last, 12, 31), _day(first, 1, 1), stages if len(stages) > 1 else ())


def from_day(found: re.Match[str], context: Context) -> Due:
    """从第二季度起, 自4月起, 5月1日起: a beginning without an end."""
    quarter = _quarter(found)
    month = 3 * quarter - 2 if quarter else _number(found, "month") or (7 if "下半年" in found[0] else 1)
    start = _day(_year(found, context), month, _number(found, "day") or 1)
    return Due(start=start if start and start.year >= context.year else None)


def nothing(found: re.Match[str], context: Context) -> Due:
    """春节前, 适时: the clerk says when."""
    return Due()


def issue_day(found: re.Match[str], context: Context) -> Due:
    """即日起, 立即."""
    return Due(context.issued)


def after_issue(found: re.Match[str], context: Context) -> Due:
    """印发后10个工作日内: counted from the day after the issue; another event (收到) has no day that is known here."""
    count = _number(found, "count") or 0
    if context.issued is None or not _BY_ISSUE.search(_group(found, "event")):
        return Due()
    if _group(found, "work"):
        return Due(workdays.add_workdays(context.issued, count))
    if _group(found, "fortnight"):
        return Due(context.issued + timedelta(days=_FORTNIGHT))
    months = count * len(_group(found, "month_long")[:1]) + 6 * bool(_group(found, "half"))
    if months:
        place = context.issued.month + months - 1
        end = month_end(context.issued.year + place // 12, place % 12 + 1)
        return Due(end and end.replace(day=min(end.day, context.issued.day)))
    return Due(context.issued + timedelta(days=count * (7 if _group(found, "week") else 1)))


def each_period(found: re.Match[str], context: Context) -> Due:
    """每月25日前, 每季度末, 每半年: all days of the year; the month after a quarter reports on it.

    每周五 and 每学期末 name too many days or unknown ones, and have none.
    """
    day, later = _number(found, "day") or _LAST_DAY, 1 if _group(found, "first") else 0
    return Due(days=period_days(found[0], context.year, day, later))


def each_month(found: re.Match[str], context: Context) -> Due:
    """每月5日、20日前: each of these days of all months."""
    told = [int(day) for day in re.findall(r"\d+", found["each"])]
    every = {one for day in told if 1 <= day <= _LAST_DAY for one in period_days("每月", context.year, day)}
    return Due(days=tuple(sorted(every)))


def period_days(words: str, year: int, day: int = _LAST_DAY, later: int = 0) -> tuple[date, ...]:
    """That day of the last month of each period that `words` begin with (每季度), or `later` months after it."""
    period = _PERIOD.match(words)
    if not period:
        return ()
    step = _MONTHS[period[1]]
    months = [year * 12 + month + later for month in range(step - 1, 12, step)]
    ends = [month_end(month // 12, month % 12 + 1) for month in months]
    return tuple(end.replace(day=min(day, end.day)) for end in ends if end)

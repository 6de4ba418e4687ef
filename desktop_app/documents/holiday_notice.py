"""Read the State Council's notice of holidays (节假日安排), pasted as text: the days off and the days made up for."""

import re
from datetime import date, timedelta

from desktop_app.domain.workdays import Holidays
from desktop_app.errors import Refused
from desktop_app.texts import holidays as texts

_DIGITS = str.maketrans("０１２３４５６７８９（）()：，～", "0123456789（）（）:,—")
_YEAR = re.compile(r"(20\d\d)年")
_NOTE = r"(?:（(?P<{0}>[^（）]*)）)?"
_DAY = r"(?:(?P<year{0}>20\d\d)年)?(?:(?P<month{0}>\d{{1,2}})月)?(?P<day{0}>\d{{1,2}})[日号]" + _NOTE.format("note{0}")
_SPAN = re.compile(_DAY.format(1) + r"(?:[至到—–\-－]+" + _DAY.format(2) + ")?")
_SENTENCE = re.compile(r"[^。；;\n]+")
_PIECE = re.compile(r"(?:（[^）]*）|[^，,（])+")
_OFF, _WORK = re.compile("放假|休息|补休|调休"), re.compile("上班|工作日|正常工作")
_COUNT = re.compile(r"共(\d{1,2})天|放假(\d{1,2})天")
_WEEKDAYS = "一二三四五六日天"


def read_notice(text: str, year: int) -> dict[int, Holidays]:
    """The tables that the notice gives, by year; a text that names no year means `year`.

    What contradicts itself (a weekday that the day is not, a wrong count) or gives no holiday is Refused.
    """
    folded = text.translate(_DIGITS).replace(" ", "").replace("\u3000", "")
    named = _YEAR.search(folded)
    year = int(named[1]) if named else year
    off: set[date] = set()
    work: set[date] = set()
    for sentence in _SENTENCE.findall(folded):
        free: set[date] = set()
        for piece in _PIECE.findall(sentence):
            if _WORK.search(piece):
                work.update(_days(piece, year))
            elif _OFF.search(piece):
                free.update(_days(piece, year))
        if free:
            _check_count(sentence, len(free))
        off.update(free)
    off -= work
    if not off:
        raise Refused(texts.NOTHING_READ)
    return {
        one: Holidays(frozenset(d for d in off if d.year == one), frozenset(d for d in work if d.year == one))
        for one in sorted({day.year for day in off | work})
        if one == year or len({day for day in off if day.year == one}) > 3
    }


def _days(piece: str, year: int) -> list[date]:
    days: list[date] = []
    month: int | None = None
    for found in _SPAN.finditer(piece):
        month = int(found["month1"]) if found["month1"] else month
        if month is None:
            continue
        first = _date(found, "1", int(found["year1"] or year), month)
        last = first
        if found["day2"]:
            month = int(found["month2"]) if found["month2"] else month
            after = int(found["year2"] or first.year)
            last = _date(found, "2", after + (not found["year2"] and month < first.month), month)
        if last < first or (last - first).days > 31:
            raise Refused(texts.BAD_SPAN.format(said=found[0]))
        days += [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return days


def _date(found: re.Match[str], place: str, year: int, month: int) -> date:
    try:
        day = date(year, month, int(found[f"day{place}"]))
    except ValueError as error:
        raise Refused(texts.NO_DAY.format(said=found[0])) from error
    weekday = re.search(f"(?:周|星期)([{_WEEKDAYS}])", found[f"note{place}"] or "")
    if weekday and _WEEKDAYS.index(weekday[1].replace("天", "日")) != day.weekday():
        right = _WEEKDAYS[day.weekday()]
        raise Refused(texts.WRONG_WEEKDAY.format(said=found[0], day=day, right=right))
    return day


def _check_count(sentence: str, count: int) -> None:
    said = _COUNT.search(sentence)
    if said and int(said[1] or said[2]) != count:
        raise Refused(texts.WRONG_COUNT.format(said=sentence, count=count))

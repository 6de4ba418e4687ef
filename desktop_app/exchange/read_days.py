"""The day on which a unit says that it finished: every way of writing one, its year that of the round where unsaid."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from desktop_app.domain.periods import month_end
from desktop_app.domain.values import plain_number
from desktop_app.exchange.read_values import (
    BLANK,
    DIGITS,
    SIGNS_OF_NOTHING,
    Reading,
    Typed,
    folded,
    numeral,
    shown_raw,
    unread,
)
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts

_NOT_DONE = {"未办结", "未完成", "尚未办结", "尚未完成", "未到期", "暂无", "推进中", "办理中", "未启动", "无。"}
_WHOLE_DAY = re.compile(r"(?P<year>20\d\d)[.\-/年](?P<month>\d{1,2})[.\-/月](?P<day>\d{1,2})[日号]?")
_SHORT_YEAR = re.compile(r"(?P<short>2\d)[.\-/年](?P<month>\d{1,2})[.\-/月](?P<day>\d{1,2})[日号]?")
# 6.3 may be the 3rd, or a 6.30 that was taken for a number.
_CUT_SHORT = re.compile(r"\d{1,2}\.[123]")
_AMERICAN = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>20\d\d)")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_AROUND_DAY = re.compile(r"(?:已?于|已在|时间)?(?P<day>.+?)(?:(?:已|已经)?(?:办结|完成|办理完毕|完工|销号))?")
_NUMERAL_DAY = re.compile(
    r"(?:(?P<year>[二〇零一三四五六七八九]{4})年)?(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})[日号]"
)
_TIME = re.compile(r"[\sT]+\d{1,2}[:：]\d\d(?:[:：]\d\d)?\s*$")
_PACKED_DAY = re.compile(r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)")
_SHORT_DAY = re.compile(r"(?P<month>\d{1,2})[.\-/月](?P<day>\d{1,2})[日号]?")
_MONTH = re.compile(r"(?:(?P<year>20\d\d)[.\-/年])?(?P<month>\d{1,2})(?:月份?)?(?P<end>底|末)?前?")
_PART_OF_MONTH = re.compile(r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<part>上旬|中旬|下旬|初|中)")
_PARTS = {"上旬": 10, "中旬": 20, "下旬": 31, "初": 10, "中": 20}
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
LATE_ROUNDS = 2  # months in which a round may still be about the year before
_LATEST_AHEAD = timedelta(days=60)


def read_day(cell: Typed, as_of: date) -> Reading:
    """A day; its year, where it is not said, is that of the round's as-of day."""
    raw = cell.raw
    if isinstance(raw, datetime | date):
        return _plausible(_day_of(raw), raw, as_of)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _day_of_number(float(raw), cell.days_from_1904, as_of)
    if not isinstance(raw, str):
        return unread(raw)
    words = folded(_TIME.sub("", raw))
    if not words:
        return BLANK
    if words in SIGNS_OF_NOTHING | _NOT_DONE:
        return Reading(None, note=texts.READ_BLANK.format(raw=raw.strip()))
    return _day_in_words(words, raw, as_of)


def _day_of_number(number: float, from_1904: bool, as_of: date) -> Reading:
    packed = _PACKED_DAY.fullmatch(plain_number(number))
    if packed:
        return _made(packed, number, as_of)
    if 30_000 < number < 73_051:
        return _plausible((_EPOCH_1904 if from_1904 else _EPOCH_1900) + timedelta(days=int(number)), number, as_of)
    return unread(plain_number(number))


def _day_in_words(words: str, raw: str, as_of: date) -> Reading:
    around = _AROUND_DAY.fullmatch(words)
    words = around["day"] if around else words
    for pattern in (_WHOLE_DAY, _PACKED_DAY, _SHORT_YEAR, _SHORT_DAY, _NUMERAL_DAY):
        found = pattern.fullmatch(words)
        if found:
            made = _made(found, raw, as_of)
            return _asked(made, raw) if _CUT_SHORT.fullmatch(words) else made
    if _SERIAL.fullmatch(words):
        return _asked(_day_of_number(float(words.split(".")[0]), False, as_of), raw)
    american = _AMERICAN.fullmatch(words)
    if american:
        return _asked(_made(american, raw, as_of), raw)
    found = _PART_OF_MONTH.fullmatch(words) or _MONTH.fullmatch(words)
    if not found or not 1 <= int(found["month"]) <= 12:
        return unread(raw)
    parts = found.groupdict()
    last = month_end(int(parts["year"] or _year(int(parts["month"]), as_of)), int(parts["month"]))
    if parts.get("end"):
        return _plausible(last, raw, as_of)
    day = last.replace(day=min(_PARTS.get(parts.get("part") or "", 31), last.day))
    return Reading(day.isoformat(), texts.DOUBT_SAYS.format(raw=raw.strip(), suggested=day.isoformat()))


def _made(found: re.Match[str], raw: Any, as_of: date) -> Reading:
    parts = found.groupdict()
    try:
        month, number = _of_digits(parts["month"]), _of_digits(parts["day"])
        short = parts.get("short")
        day = date(2000 + int(short) if short else _year_said(parts.get("year"), month, as_of), month, number)
    except ValueError:
        return unread(raw)
    return _plausible(day, raw, as_of)


def _of_digits(digits: str) -> int:
    """A number in figures or in Chinese numerals; ValueError for none."""
    found = int(digits) if digits.isdecimal() else numeral(digits)
    if found is None:
        raise ValueError(digits)
    return found


def _year_said(digits: str | None, month: int, as_of: date) -> int:
    if not digits:
        return _year(month, as_of)
    return int(digits) if digits.isdecimal() else int("".join(str(DIGITS[digit]) for digit in digits))


def _asked(reading: Reading, raw: str) -> Reading:
    """The reading as a suggestion."""
    if reading.doubt or reading.value is None:
        return reading
    return reading._replace(doubt=texts.DOUBT_SAYS.format(raw=raw.strip(), suggested=reading.value))


def _year(month: int, as_of: date) -> int:
    """The year of a day whose year is not said: a December named in January or February is the last one."""
    return as_of.year - 1 if as_of.month <= LATE_ROUNDS and month >= 11 else as_of.year


def _plausible(day: date, raw: Any, as_of: date) -> Reading:
    """A day of finishing after the round's own day, or before the year that it is about, is asked about."""
    said = day.isoformat()
    if day - as_of > _LATEST_AHEAD or day.year < as_of.year - (as_of.month <= LATE_ROUNDS):
        return Reading(said, texts.DOUBT_SAYS.format(raw=shown_raw(raw), suggested=said))
    if day > as_of:
        return Reading(said, astray.DAY_AFTER.format(raw=shown_raw(raw), as_of=as_of.isoformat(), suggested=said))
    return Reading(said)


def _day_of(raw: datetime | date) -> date:
    return raw.date() if isinstance(raw, datetime) else raw

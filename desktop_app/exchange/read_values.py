"""What a person typed into an asked cell, as a canonical value: taken where certain, else asked about, never 0."""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from desktop_app.domain.kinds import Kind
from desktop_app.domain.periods import month_end
from desktop_app.domain.values import Value, canonical, plain_number
from desktop_app.texts import exchange as texts


class Typed(NamedTuple):
    """A cell as it was found: `percent` tells whether it is shown as a percentage (None: the file does not say)."""

    raw: Any
    percent: bool | None = None
    days_from_1904: bool = False


class Reading(NamedTuple):
    """A value; with a `doubt` it is only a suggestion (None: none can be made); a `note` tells how it was read."""

    value: Value
    doubt: str | None = None
    note: str | None = None


BLANK = Reading(None)
_SIGNS_OF_NOTHING = {"/", "-", "—", "——", "--", "\\", "无", "空"}
_POINTERS = {"同上", "同前", "如上", "〃", "″", '"', "同左", "见上", "同上期", "同上月", "与上期无变化", "无变化"}
_FIGURE = re.compile(
    r"(?:累计)?(?:已)?(?:(?P<done>完成|达到?)|进度)?(?:约|大约|大概)?(?P<figure>\d+(?:\.\d+)?)(?P<sign>%)?(?:左右)?"
)
_TENTHS = re.compile(r"(?:约|大约)?(?P<tens>[一二两三四五六七八九十])成(?P<half>半|[一二三四五六七八九])?(?:左右)?")
_HUNDREDTHS = re.compile(r"(?:约|大约)?百分之(?P<figure>[零一二两三四五六七八九十百]+)(?:左右)?")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "十": 10}
_WHOLE_DAY = re.compile(r"(?P<year>20\d\d)[.\-/年](?P<month>\d{1,2})[.\-/月](?P<day>\d{1,2})日?")
_TIME = re.compile(r"\s+\d{1,2}[:：]\d\d(?:[:：]\d\d)?\s*$")
_PACKED_DAY = re.compile(r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)")
_SHORT_DAY = re.compile(r"(?P<month>\d{1,2})[.\-/月](?P<day>\d{1,2})日?")
_MONTH = re.compile(r"(?:(?P<year>20\d\d)[.\-/年])?(?P<month>\d{1,2})(?:月份?)?(?P<end>底|末)?前?")
_PART_OF_MONTH = re.compile(r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<part>上旬|中旬|下旬|初|中)")
_PARTS = {"上旬": 10, "中旬": 20, "下旬": 31, "初": 10, "中": 20}
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
LARGEST_PERCENT = 100_000  # far beyond any real overfulfilment
LARGEST_RATIO = 10  # above it nobody means a multiple of the whole
_LATEST_AHEAD = timedelta(days=60)
_STATUS_WORDS = {
    **dict.fromkeys(("有进展", "推进中", "正在推进", "进行中"), texts.PROGRESS),
    **dict.fromkeys(("与上期无变化", "无变化", "同上期", "与上期相同", "与上期一致", "没有变化"), texts.SAME_AS_LAST),
    **dict.fromkeys(("已办结", "办结", "已完成", "完成", "已办结完成"), texts.FINISHED),
}


def read_progress(cell: Typed) -> Reading:
    """Words about progress; those that say nothing by themselves are asked about."""
    reading = read_text(cell)
    if isinstance(reading.value, str) and says_nothing(reading.value):
        return reading._replace(doubt=texts.DOUBT_SAYS_NOTHING.format(raw=reading.value))
    return reading


def says_nothing(words: str) -> bool:
    """Whether words only point elsewhere or stand for a blank."""
    return folded(words) in _POINTERS | _SIGNS_OF_NOTHING


def read_problems(cell: Typed) -> Reading:
    """Words about problems; 无 says something here, 同上 does not."""
    reading = read_text(cell)
    if isinstance(reading.value, str) and folded(reading.value) in _POINTERS:
        return reading._replace(doubt=texts.DOUBT_SAYS_NOTHING.format(raw=reading.value))
    return reading


def read_text(cell: Typed) -> Reading:
    """Words as they were written; a number or a day typed among them as people write it."""
    raw = cell.raw
    if isinstance(raw, bool):
        return _unread(raw)
    if isinstance(raw, int | float):
        return Reading(plain_number(raw * 100) + "%" if cell.percent else plain_number(raw))
    if isinstance(raw, datetime | date):
        return Reading(_day_of(raw).isoformat())
    return Reading(canonical(Kind.TEXT, raw) or None)


def read_status(cell: Typed) -> Reading:
    """One of the three choices of 本期情况."""
    words = folded(cell.raw)
    if not words:
        return BLANK
    found = _STATUS_WORDS.get(words)
    return Reading(found) if found else _unread(cell.raw)


def read_percent(cell: Typed) -> Reading:
    """A share in percent; what may be 0.6 % or 60 % is asked about unless the number format tells."""
    raw = cell.raw
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _percent_of(float(raw), cell.percent)
    if not isinstance(raw, str):
        return _unread(raw)
    words = folded(raw)
    if not words:
        return BLANK
    if words in _SIGNS_OF_NOTHING:
        return Reading(None, note=texts.READ_BLANK.format(raw=raw.strip()))
    return _percent_in_words(words, raw)


def _percent_of(number: float, shown_as_percent: bool | None) -> Reading:
    if number < 0 or number > LARGEST_PERCENT:
        return _unread(plain_number(number))
    if shown_as_percent:
        return Reading(_tidy(number * 100))
    if 0 < number <= 1 or (shown_as_percent is None and number <= LARGEST_RATIO and not number.is_integer()):
        return _ratio(number)
    return Reading(_tidy(number))


def _ratio(number: float) -> Reading:
    plain, suggested = plain_number(number), plain_number(_tidy(number * 100))
    return Reading(float(suggested), texts.DOUBT_RATIO.format(raw=plain, suggested=suggested, plain=plain))


def _percent_in_words(words: str, raw: str) -> Reading:
    found = _FIGURE.fullmatch(words)
    if found:
        number = float(found["figure"])
        if number > LARGEST_PERCENT:
            return _unread(raw)
        if not found["sign"] and 0 < number <= 1:
            return _ratio(number)
        if not found["sign"] and found["done"]:
            suggested = plain_number(_tidy(number))
            return Reading(_tidy(number), texts.DOUBT_COUNTED.format(raw=raw.strip(), suggested=suggested))
        return _said(_tidy(number), raw, plainly=words in (found["figure"], f"{found['figure']}%"))
    found = _TENTHS.fullmatch(words)
    if found:
        half = found["half"]
        tail = 5 if half == "半" else _DIGITS[half] if half else 0
        return _said(float(_DIGITS[found["tens"]] * 10 + tail), raw, plainly=False)
    found = _HUNDREDTHS.fullmatch(words)
    number = _numeral(found["figure"]) if found else None
    return _unread(raw) if number is None else _said(float(number), raw, plainly=False)


def _said(number: float, raw: str, plainly: bool) -> Reading:
    note = None if plainly else texts.READ_AS.format(raw=raw.strip(), value=plain_number(number))
    return Reading(number, note=note)


def _numeral(words: str) -> int | None:
    """十, 六十, 八十五, 百, 一百 as a number."""
    if words in ("百", "一百"):
        return 100
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS[words] if len(words) == 1 and words in _DIGITS else None
    if (tens and tens not in _DIGITS) or (ones and ones not in _DIGITS):
        return None
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


def _tidy(number: float) -> float:
    """The figure without the noise of binary fractions: 0.29 × 100 is 29."""
    return round(number, 10) + 0.0


def read_day(cell: Typed, as_of: date) -> Reading:
    """A day; its year, where it is not said, is that of the round's as-of day."""
    raw = cell.raw
    if isinstance(raw, datetime | date):
        return _plausible(_day_of(raw), raw, as_of)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _day_of_number(float(raw), cell.days_from_1904, as_of)
    if not isinstance(raw, str):
        return _unread(raw)
    words = folded(_TIME.sub("", raw))
    if not words:
        return BLANK
    if words in _SIGNS_OF_NOTHING:
        return Reading(None, note=texts.READ_BLANK.format(raw=raw.strip()))
    return _day_in_words(words, raw, as_of)


def _day_of_number(number: float, from_1904: bool, as_of: date) -> Reading:
    packed = _PACKED_DAY.fullmatch(plain_number(number))
    if packed:
        return _made(packed, number, as_of)
    if number.is_integer() and 30_000 < number < 73_051:
        return _plausible((_EPOCH_1904 if from_1904 else _EPOCH_1900) + timedelta(days=int(number)), number, as_of)
    return _unread(plain_number(number))


def _day_in_words(words: str, raw: str, as_of: date) -> Reading:
    for pattern in (_WHOLE_DAY, _PACKED_DAY, _SHORT_DAY):
        found = pattern.fullmatch(words)
        if found:
            return _made(found, raw, as_of)
    found = _PART_OF_MONTH.fullmatch(words) or _MONTH.fullmatch(words)
    if not found or not 1 <= int(found["month"]) <= 12:
        return _unread(raw)
    parts = found.groupdict()
    last = month_end(int(parts["year"] or _year(int(parts["month"]), as_of)), int(parts["month"]))
    if parts.get("end"):
        return _plausible(last, raw, as_of)
    day = last.replace(day=min(_PARTS.get(parts.get("part") or "", 31), last.day))
    return Reading(day.isoformat(), texts.DOUBT_SAYS.format(raw=raw.strip(), suggested=day.isoformat()))


def _made(found: re.Match[str], raw: Any, as_of: date) -> Reading:
    parts = found.groupdict()
    try:
        year = int(parts.get("year") or _year(int(parts["month"]), as_of))
        day = date(year, int(parts["month"]), int(parts["day"]))
    except ValueError:
        return _unread(raw)
    return _plausible(day, raw, as_of)


def _year(month: int, as_of: date) -> int:
    """The year of a day whose year is not said: a December named in January or February is the last one."""
    return as_of.year - 1 if as_of.month <= 2 and month >= 11 else as_of.year


def _plausible(day: date, raw: Any, as_of: date) -> Reading:
    """A day of finishing that lies well after the round's own day, or years before it, is asked about."""
    said = day.isoformat()
    if day - as_of > _LATEST_AHEAD or day.year < as_of.year - 1:
        return Reading(said, texts.DOUBT_SAYS.format(raw=_shown(raw), suggested=said))
    return Reading(said)


def _day_of(raw: datetime | date) -> date:
    return raw.date() if isinstance(raw, datetime) else raw


def _unread(raw: Any) -> Reading:
    return Reading(None, texts.UNREAD.format(raw=_shown(raw)))


def _shown(raw: Any) -> str:
    return plain_number(raw) if isinstance(raw, float) else str(raw).strip()


def local_time(moment: str) -> str:
    """A moment in UTC as the clerk's clock shows it."""
    return datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M")


def folded(raw: Any) -> str:
    """Text for matching: half-width, without blanks; what is shown stays as written."""
    return "".join(unicodedata.normalize("NFKC", str(raw)).split())

"""What a person typed into an asked cell, as a canonical value: taken where certain, else asked about, never 0."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from desktop_app.domain.kinds import Kind
from desktop_app.domain.values import Value, canonical, encode, plain_number
from desktop_app.office.shown import shown_as
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts


class Typed(NamedTuple):
    """A cell as it was found: `percent` tells whether it is shown as a percentage (None: the file does not say).

    `code` is its number format, where that shows words beside the number.
    """

    raw: Any
    percent: bool | None = None
    days_from_1904: bool = False
    code: str = ""


class Reading(NamedTuple):
    """A value; with a `doubt` it is only a suggestion (None: none can be made); a `note` tells how it was read."""

    value: Value
    doubt: str | None = None
    note: str | None = None


BLANK = Reading(None)
SIGNS_OF_NOTHING = {"/", "-", "—", "——", "--", "\\", "无", "空"}
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_APART = re.compile(r"\d\s+\d")
_FIGURE = re.compile(
    r"(?:累计)?(?:已)?(?:(?P<done>完成|达到?)|进度)?(?:约|大约|大概)?(?P<figure>\d+(?:\.\d+)?)(?P<sign>%)?(?:左右)?"
)
_ABOUT_FIGURE = re.compile(
    r"(?P<before>近|将近|接近|不到|不足|超过?|逾|已超过?|大于|至少)?(?P<figure>\d+(?:\.\d+)?)%?"
    r"(?:(?:[-~—–至到]+)(?P<upper>\d+(?:\.\d+)?)%?)?(?P<after>以上|以内|多|余|不到)?%?(?:\([^)]*\))?"
)
_ENDS = {
    **dict.fromkeys(("已完成", "完成", "全部完成", "已全部完成", "已办结", "办结", "全面完成"), 100.0),
    **dict.fromkeys(("未启动", "尚未启动", "未开始", "未开展", "尚未开展", "未开工"), 0.0),
}
_TENTHS = re.compile(
    r"(?:约|大约)?(?P<tens>[一二两三四五六七八九十]|[1-9])成(?P<half>半|[一二三四五六七八九])?(?:左右)?"
)
_HUNDREDTHS = re.compile(r"(?:约|大约)?百分之(?P<figure>[零一二两三四五六七八九十百]+|\d+(?:\.\d+)?)(?:左右)?")
_SIGNS_OF_DIGITS = ("零一二三四五六七八九", "0123456789")
DIGITS = {digit: value for signs in _SIGNS_OF_DIGITS for value, digit in enumerate(signs)} | {
    "两": 2,
    "十": 10,
    "〇": 0,
}
# Most sentences hold no other sign to be folded, and words that are normal already are told so at once.
_WIDE_SIGNS = tuple(zip("，；：！？（）％", ",;:!?()%", strict=True))
LARGEST_PERCENT = 100_000  # far beyond any real overfulfilment
LARGEST_RATIO = 10  # above it nobody means a multiple of the whole
_EMPTY_BOXES = "□☐○◯"
_BOX = re.compile(rf"([{_EMPTY_BOXES}☑☒✓✔√■●◉▣])([^{_EMPTY_BOXES}☑☒✓✔√■●◉▣]+)")
_AROUND_CHOICE = '。.,;、!√✓✔☑■●()【】"“”'
_STATUS_WORDS = {
    **dict.fromkeys(
        (
            "有进展",
            "推进中",
            "正在推进",
            "进行中",
            "正常推进",
            "有序推进",
            "按计划推进",
            "按序时推进",
            "正在办理",
            "办理中",
            "在办",
        ),
        texts.PROGRESS,
    ),
    **dict.fromkeys(
        (
            "与上期无变化",
            "无变化",
            "同上期",
            "与上期相同",
            "与上期一致",
            "没有变化",
            "与上月无变化",
            "同上月",
            "较上期无变化",
            "较上月无变化",
            "与上季度无变化",
            "较上季度无变化",
            "同上季度",
        ),
        texts.SAME_AS_LAST,
    ),
    **dict.fromkeys(
        ("已办结", "办结", "已完成", "完成", "已办结完成", "全部完成", "已全部完成", "办结完毕"), texts.FINISHED
    ),
}


def read_text(cell: Typed) -> Reading:
    """Words as they were written; a number or a day typed among them as people write it."""
    raw = cell.raw
    if isinstance(raw, bool):
        return unread(raw)
    if isinstance(raw, int | float):
        return Reading(plain_number(raw * 100) + "%" if cell.percent else plain_number(raw))
    if isinstance(raw, datetime | date):
        return Reading((raw.date() if isinstance(raw, datetime) else raw).isoformat())
    return Reading(canonical(Kind.TEXT, raw) or None)


def read_status(cell: Typed) -> Reading:
    """One of the three choices of 本期情况."""
    words = folded(cell.raw)
    if not words:
        return BLANK
    found = _STATUS_WORDS.get(words) or _STATUS_WORDS.get(words.strip(_AROUND_CHOICE))
    return Reading(found) if found else _boxed(words) or unread(cell.raw)


def _boxed(words: str) -> Reading | None:
    """The choice with the only full box before it, of choices with a box each: ☑有进展□已办结; a blank without one."""
    boxes = _BOX.findall(words)
    if len(boxes) < 2 or "".join(f"{box}{choice}" for box, choice in boxes) != words:
        return None
    full = [_STATUS_WORDS.get(choice) for box, choice in boxes if box not in _EMPTY_BOXES]
    return BLANK if not full else Reading(full[0]) if len(full) == 1 and full[0] else None


def read_percent(cell: Typed) -> Reading:
    """A share in percent; what may be 0.6 % or 60 % is asked about unless the number format tells."""
    raw = cell.raw
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return (as_shown(cell, read_percent) if cell.code else None) or _percent_of(float(raw), cell.percent)
    if not isinstance(raw, str):
        return unread(raw)
    words = folded(raw)
    if not words:
        return BLANK
    if words in SIGNS_OF_NOTHING:
        return Reading(None, note=texts.READ_BLANK.format(raw=raw.strip()))
    reading = _percent_in_words(words, raw)
    return apart(raw, reading) if reading.value is not None and not reading.doubt else reading


def as_shown(cell: Typed, read: Callable[[Typed], Reading]) -> Reading | None:
    """A number as it is shown with words by its format: 1.5 shown as 1.5千 is asked about; None where it shows none."""
    parts = shown_as(cell.code, cell.raw)
    if parts is None:
        return None
    before, number, after = parts
    words = f"{before}{plain_number(tidy(number))}{after}"
    reading = read(cell._replace(raw=words, code=""))
    if reading.value is None or reading.value == tidy(cell.raw):
        return reading._replace(note=None)
    said = {"raw": plain_number(cell.raw), "shown": words, "suggested": encode(reading.value)}
    return Reading(reading.value, astray.SHOWN_AS.format(**said))


def apart(raw: str, reading: Reading) -> Reading:
    """A number with a blank inside is asked about: 4 5 may be 45, 4.5, or two numbers."""
    if not _APART.search(raw.strip()):
        return reading
    suggested = encode(reading.value) or ""
    return reading._replace(doubt=astray.APART.format(raw=raw.strip(), suggested=suggested))


def _percent_of(number: float, shown_as_percent: bool | None) -> Reading:
    if number < 0 or number > LARGEST_PERCENT:
        return unread(plain_number(number))
    if shown_as_percent:
        return Reading(tidy(number * 100))
    if 0 < number <= 1 or (shown_as_percent is None and number <= LARGEST_RATIO and not number.is_integer()):
        return _ratio(number)
    return Reading(tidy(number))


def _ratio(number: float) -> Reading:
    plain, suggested = plain_number(number), plain_number(tidy(number * 100))
    return Reading(float(suggested), texts.DOUBT_RATIO.format(raw=plain, suggested=suggested, plain=plain))


def _percent_in_words(words: str, raw: str) -> Reading:
    found = _FIGURE.fullmatch(words)
    if found:
        number = float(found["figure"])
        if number > LARGEST_PERCENT:
            return unread(raw)
        if not found["sign"] and 0 < number <= 1:
            return _ratio(number)
        if not found["sign"] and found["done"]:
            suggested = plain_number(tidy(number))
            return Reading(tidy(number), texts.DOUBT_COUNTED.format(raw=raw.strip(), suggested=suggested))
        return _said(tidy(number), raw, plainly=words in (found["figure"], f"{found['figure']}%"))
    found = _TENTHS.fullmatch(words)
    if found:
        half = found["half"]
        tail = 5 if half == "半" else DIGITS[half] if half else 0
        return _said(float(DIGITS[found["tens"]] * 10 + tail), raw, plainly=False)
    found = _HUNDREDTHS.fullmatch(words)
    if not found:
        return _nearly_percent(words, raw)
    number = float(found["figure"]) if found["figure"].isascii() else numeral(found["figure"])
    return unread(raw) if number is None or number > LARGEST_PERCENT else _said(tidy(float(number)), raw, plainly=False)


def _nearly_percent(words: str, raw: str) -> Reading:
    """Words that leave open which figure is meant: the likeliest one is asked about."""
    found = _ABOUT_FIGURE.fullmatch(words)
    suggested = float(found["figure"]) if found else _ENDS.get(words)
    if suggested is None or suggested > LARGEST_PERCENT or (found and "%" not in words and not found["upper"]):
        return unread(raw)
    shown = f"{plain_number(suggested)}%"
    return Reading(suggested, texts.DOUBT_SAYS.format(raw=raw.strip(), suggested=shown))


def _said(number: float, raw: str, plainly: bool) -> Reading:
    note = None if plainly else texts.READ_AS.format(raw=raw.strip(), value=plain_number(number))
    return Reading(number, note=note)


def numeral(words: str) -> int | None:
    """十, 六十, 八十五, 百, 一百 as a number."""
    if words in ("百", "一百"):
        return 100
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return DIGITS[words] if len(words) == 1 and words in DIGITS else None
    if (tens and tens not in DIGITS) or (ones and ones not in DIGITS):
        return None
    return DIGITS.get(tens, 1) * 10 + DIGITS.get(ones, 0)


def tidy(number: float) -> float:
    """The figure without the noise of binary fractions: 0.29 × 100 is 29."""
    return (number if number.is_integer() else round(number, 10)) + 0.0


def without_notes(words: str) -> str:
    """Words without the marks of footnotes, which folding would make digits: 112①, 45², 30⑴."""
    if words.isascii():
        return words
    return "".join(sign for sign in words if sign.isdecimal() or not _hides_digit(sign))


def _hides_digit(sign: str) -> bool:
    return any(part.isdecimal() for part in unicodedata.normalize("NFKC", sign))


def unread(raw: Any) -> Reading:
    """What cannot be read is asked about."""
    return Reading(None, texts.UNREAD.format(raw=shown_raw(raw)))


def shown_raw(raw: Any) -> str:
    """What was typed, for a sentence."""
    return plain_number(raw) if isinstance(raw, float) else str(raw).strip()


def local_time(moment: str) -> str:
    """A moment in UTC as the clerk's clock shows it."""
    return datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M")


def folded(raw: Any) -> str:
    """Text for matching: half-width, without blanks; what is shown stays as written."""
    return _folded(raw if isinstance(raw, str) else str(raw))


@lru_cache(maxsize=4096)  # titles, units and choices come back row after row
def _folded(words: str) -> str:
    if not unicodedata.is_normalized("NFKC", words):
        for wide, plain in _WIDE_SIGNS:
            words = words.replace(wide, plain)
        words = unicodedata.normalize("NFKC", words)
    if not words.isprintable():  # nobody sees them, so nobody typed them
        words = _UNSEEN.sub("", words)
    return "".join(words.split())

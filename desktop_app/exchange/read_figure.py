"""A figure for one target as a unit wrote it: the number in whole units, checked against the target's own unit."""

import re
from typing import NamedTuple

from desktop_app.domain.values import plain_number
from desktop_app.exchange.read_values import BLANK, Reading, Typed, as_shown, folded, read_percent, shown_raw
from desktop_app.texts import astray, merge
from desktop_app.texts import exchange as texts

_SCALES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_SCALE = r"(?P<scale>万亿|千万|百万|十万|亿|万|千|百)?"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_NUMBER = rf"(?:(?P<low>\d+(?:\.\d+)?)(?:[-~—–至到]+))?(?P<number>{_DIGITS}|[零一二两三四五六七八九十百千]+)"
_MORE = r"[余多几]?"
_MORE_SAID = re.compile(r"[余多几](?:[万千百亿]|$|[^\d])")
_BEFORE = (
    r"(?:截至目前|截止目前|目前|现|现已|本期|全年)?(?:累计|共计|合计|总计|共|已|已经|均)*"
    r"(?:完成|达到?|实现|新增|新建|建成|建设|改造|办理|发放|开展|举办)?了?(?:(?P<short>近|将近|接近|不到|不足)|约|大约|大概|超过?|逾|不少于)?"
)
_NEW = re.compile(r"[^\d累共合总]*新[增建]")  # perhaps since the last form only, where 累计 does not stand before it
_FIGURE = re.compile(
    rf"{_BEFORE}(?P<money>人民币[¥￥]?|[¥￥])?{_NUMBER}{_MORE}{_SCALE}{_MORE}(?P<unit>[^\d,,。;;]{{0,8}}?)(?:左右|以上|上下)?"
)
_MENTIONED = rf"(?<![\d.,第]){_NUMBER}{_MORE}{_SCALE}{_MORE}"
_ONES = {"零": 0, "一": 1, "二": 2, "两": 2, **{digit: n for n, digit in enumerate("三四五六七八九", 3)}}
_PLACES = {"十": 10, "百": 100, "千": 1_000}
_SIGNS_OF_NOTHING = {"/", "-", "—", "——", "--", "\\", "无", "空"}
# what nobody has half of
_WHOLE = frozenset(
    "张 个 人 户 家 处 所 座 块 场 次 件 项 名 台 套 条 份 期 辆 对 例 宗 间 栋 幢 支 册 篇 批 轮 盏 具 穴 只 位 "
    "人次 户次 家次 场次 村 社区 街道 站 点 床".split()
)
_SHARES = {"%", "百分比"}
_FAR = 10  # times the target: beyond it more likely a slip of the unit than a feat


class Wanted(NamedTuple):
    """What a figure is asked for: the target's unit and value, and the scale that its own words use (1 or 万 or 亿).

    `last` is what the unit had reached before.
    """

    unit: str | None
    value: float | None
    scale: int = 1
    last: float | None = None


def worded_scale(phrase: str | None) -> int:
    """The scale in which a target is written: 10,000 for 2000万元, 1 for 600张."""
    words = folded(phrase or "")
    return 10**8 if re.search(r"\d亿", words) else 10_000 if re.search(r"\d[余多]?万", words) else 1


def read_figure(cell: Typed, wanted: Wanted) -> Reading:
    """The figure in a cell; a range, another unit, perhaps another scale, or half a thing is asked about."""
    reading = _figure(cell, wanted)
    value = reading.value
    if not isinstance(value, float) or value.is_integer() or reading.doubt or wanted.unit not in _WHOLE:
        return reading
    said = {"raw": shown_raw(cell.raw), "unit": wanted.unit}
    return Reading(value, astray.PART_OF_ONE.format(**said))


def _figure(cell: Typed, wanted: Wanted) -> Reading:
    raw = cell.raw
    if wanted.unit is not None and folded(wanted.unit) in _SHARES:
        return read_percent(cell)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        if cell.code and (reading := as_shown(cell, lambda words: read_figure(words, wanted))):
            return reading
        shown = plain_number(raw * 100) + "%" if cell.percent else None
        if shown or raw < 0:
            return _other_unit(shown, wanted) if shown else _unread(plain_number(raw))
        return _bare(float(raw), wanted)
    if not isinstance(raw, str):
        return _unread(str(raw))
    words = folded(raw)
    if not words:
        return BLANK
    if words in _SIGNS_OF_NOTHING:
        return Reading(None, note=texts.READ_BLANK.format(raw=raw.strip()))
    found = _FIGURE.fullmatch(words)
    return _in_words(found, raw.strip(), wanted) if found else _unread(raw.strip())


def mentioned(words: str, unit: str | None) -> float | None:
    """The one figure of this unit that words speak of; None where they speak of none or of several."""
    if not unit or folded(unit) in _SHARES:
        return None
    pattern = re.compile(_MENTIONED + re.escape(folded(unit)) + r"(?!次)")
    found = [m for m in pattern.finditer(folded(words)) if not m["low"]]
    values = {value for m in found if (value := _value(m["number"], m["scale"])) is not None}
    return values.pop() if len(values) == 1 and len(found) == 1 else None


def _in_words(found: re.Match[str], raw: str, wanted: Wanted) -> Reading:
    value = _value(found["number"], found["scale"])
    if value is None:
        return _unread(raw)
    unit = found["unit"] or ("元" if found["money"] else "")
    if unit and wanted.unit and not _is_unit(unit, folded(wanted.unit)):
        return _other_unit(raw, wanted)
    if found["low"]:
        low = _value(found["low"], found["scale"])
        return Reading(low, merge.DOUBT_RANGE.format(raw=raw, suggested=plain_number(low or 0)))
    if found[0] in (found["number"], f"{found['money']}{found['number']}"):
        return _bare(value, wanted)
    if wanted.value and value > _FAR * wanted.value:
        return _far(value, raw, wanted.value)
    if _is_vague(found):
        return Reading(value, texts.DOUBT_SAYS.format(raw=raw, suggested=plain_number(value)))
    if wanted.last and _NEW.match(found[0]):
        return Reading(value, astray.NEW_ONLY.format(raw=raw, last=plain_number(wanted.last)))
    note = None if found[0] == found["number"] + unit else texts.READ_AS.format(raw=raw, value=plain_number(value))
    return Reading(value, note=note)


def _is_vague(found: re.Match[str]) -> bool:
    """Whether less was reached (近320), or more than a tenth is left open: 3千多 may be 3900, 320余 not much more."""
    if found["short"]:
        return True
    if not _MORE_SAID.search(found[0]):
        return False
    digits = found["number"]
    rough = digits[-1] in _PLACES if not digits[0].isascii() else bool(found["scale"]) and len(digits) == 1
    return rough or (not digits[0].isascii() and bool(found["scale"]))


def _is_unit(written: str, unit: str) -> bool:
    """Whether what follows a number is this unit, perhaps with the thing counted: 个助餐点 is 个, 人次 is not 人."""
    return written == unit or (written.startswith(unit) and not written[len(unit) :].startswith("次"))


def _bare(number: float, wanted: Wanted) -> Reading:
    """A number without a unit: of the target's scale, if it is one, or as it stands."""
    value = round(number, 6) + 0.0
    if wanted.scale > 1 and number and wanted.value and number * wanted.scale <= _FAR * wanted.value:
        suggested = round(number * wanted.scale, 6)
        words = {"raw": plain_number(value), "suggested": plain_number(suggested), "unit": wanted.unit or ""}
        return Reading(suggested, merge.DOUBT_SCALE.format(**words))
    if wanted.value and value > _FAR * wanted.value:
        return _far(value, plain_number(value), wanted.value)
    return Reading(value)


def _far(value: float, raw: str, target: float) -> Reading:
    return Reading(value, merge.DOUBT_FAR.format(raw=raw, target=plain_number(target)))


def _value(number: str, scale: str | None) -> float | None:
    known = float(number.replace(",", "")) if number[0].isascii() else _numeral(number)
    times = 10**12 if scale == "万亿" else _SCALES[scale or ""]
    return None if known is None else round(known * times, 6)


def _numeral(words: str) -> float | None:
    """十二, 一百二十, 三千零五 as a number; None for what is none."""
    total, digit = 0, None
    for sign in words:
        if sign in _ONES:
            if digit:
                return None
            digit = _ONES[sign]
        else:
            total += (1 if digit is None else digit) * _PLACES[sign]
            digit = None
    return float(total + (digit or 0))


def _other_unit(raw: str | None, wanted: Wanted) -> Reading:
    return Reading(None, merge.DOUBT_UNIT.format(raw=raw, unit=wanted.unit or merge.NO_UNIT))


def _unread(raw: str) -> Reading:
    return Reading(None, texts.UNREAD.format(raw=raw))

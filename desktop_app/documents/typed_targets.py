"""A target as someone types it into a cell: ≥600张 家庭养老床位, 床位不少于600张, 3万人次, 全覆盖."""

import re
from typing import NamedTuple

from desktop_app.documents.folding import fold
from desktop_app.documents.numerals import MAGNITUDES
from desktop_app.documents.targets import read_targets

_SIGNS = {
    "≥": ">=",
    ">=": ">=",
    "不少于": ">=",
    "不低于": ">=",
    "至少": ">=",
    "≤": "<=",
    "<=": "<=",
    "不超过": "<=",
    "不高于": "<=",
    "控制在": "<=",
    ">": ">",
    "＞": ">",
    "超过": ">",
    "<": "<",
    "＜": "<",
    "低于": "<",
    "约": "~",
    "=": "=",
}
_AFTER = {"以上": ">=", "以下": "<=", "以内": "<=", "左右": "~"}
_SIGN = "|".join(sorted(_SIGNS, key=len, reverse=True))
_FIGURE = (
    rf"(?P<sign>{_SIGN})?\s*(?P<value>\d[\d,，]{{0,18}}(?:\.\d+)?)\s*(?P<scale>[十百千]?[万亿]|[百千])?"
    rf"(?P<unit>[%％‰]|(?:(?!{'|'.join(_AFTER)})[^\s\d，,；;。]){{0,6}}?)(?P<after>{'|'.join(_AFTER)})?"
)
_FIGURE_FIRST = re.compile(rf"{_FIGURE}(?:\s+(?P<item>\S.*))?")
_ITEM_FIRST = re.compile(rf"(?P<item>[^\d]*?[^\d\s{''.join(s for s in _SIGNS if len(s) == 1)}])\s*[:：]?\s*{_FIGURE}")
_PARTS = re.compile(r"[；;\n]+")


class TypedTarget(NamedTuple):
    """What was typed for one target, in the fields of `domain.model.Target`; `value` is None where it says none."""

    item: str | None
    comparator: str
    value: float | None
    unit: str | None
    kind: str | None
    phrase: str


def parts(words: str) -> list[str]:
    """The targets of one cell, each as typed."""
    return [part.strip() for part in _PARTS.split(words) if part.strip()]


def read_typed(words: str, year: int) -> TypedTarget:
    """One target as typed; words without a figure are a target in words."""
    found = _FIGURE_FIRST.fullmatch(words) or _ITEM_FIRST.fullmatch(words)
    if found:
        unit = (found["unit"] or "").replace("％", "%") or None
        sign = _SIGNS.get(found["sign"] or "") or _AFTER.get(found["after"] or "") or "="
        value = round(float(re.sub("[,，]", "", found["value"])) * MAGNITUDES[found["scale"] or ""], 6)
        return TypedTarget((found["item"] or "").strip() or None, sign, value, unit, _kind(unit, sign), words)
    read = read_targets(fold(words), words, 0, len(words), year)
    if len(read) == 1:
        one = read[0]
        return TypedTarget(one.item or None, one.comparator, one.value, one.unit or None, one.kind, words)
    return TypedTarget(None, "=", None, None, None, words)


def _kind(unit: str | None, sign: str) -> str:
    if unit in ("%", "‰"):
        return "ratio"
    return "cap" if sign in ("<", "<=") else "cumulative"

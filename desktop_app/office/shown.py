"""What a cell shows beside its number: the words of its number format (0.0"万" shows 1.5 as 1.5万)."""

import re
from functools import lru_cache
from typing import NamedTuple

_PARTS = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<one>.)|\[(?P<about>[^\]]*)\]|[_*].|(?P<digit>[0#?])|(?P<other>.)', re.S
)
_HAN = re.compile(r"[\u3400-\u9fff]+")
# General is written in Chinese by some offices
_GENERAL = re.compile(r"(?:G/)?\u901a\u7528\u683c\u5f0f|General", re.IGNORECASE)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
_NO_NUMBER = re.compile(r"[ymdhs%@e]", re.IGNORECASE)  # of a date, a share, words, or an exponent
_LONGEST = 255  # of a number format


class _Section(NamedTuple):
    """A part of a number format: the numbers it is for, its words before and after, how often it divides by 10."""

    condition: tuple[str, float] | None
    before: str
    after: str
    tens: int
    plain: bool


def is_worded(code: str) -> bool:
    """Whether a number format shows numbers with words, or as thousands."""
    return any(one.before or one.after or one.tens for one in _sections(code) if one.plain)


def shown_as(code: str, number: float) -> tuple[str, float, str] | None:
    """The words before it, the number and the words after it that a number format shows; None where it does not."""
    section = _section_for(_sections(code), number)
    if section is None or not section.plain or not (section.before or section.after or section.tens):
        return None
    return section.before, number / 10**section.tens, section.after


def _section_for(sections: tuple[_Section, ...], number: float) -> _Section | None:
    if any(one.condition for one in sections):
        return next((one for one in sections if one.condition is None or _holds(one.condition, number)), None)
    return next(iter(sections[1:] if number < 0 and len(sections) > 1 else sections), None)


def _holds(condition: tuple[str, float], number: float) -> bool:
    sign, limit = condition
    order = "<" if number < limit else ">" if number > limit else "="
    return order in sign


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section, ...]:
    sections, parts = [], []
    for part in _PARTS.finditer(_GENERAL.sub("0", code[:_LONGEST])):
        if part["other"] == ";":
            sections.append(_section(parts))
            parts = []
        else:
            parts.append(part)
    return (*sections, _section(parts))


def _section(parts: list[re.Match[str]]) -> _Section:
    """What these parts of a number format say; a point that is typed among the digits divides them."""
    condition, words, tens, commas = None, ["", ""], 0, 0
    digits, pointed = False, False
    for part in parts:
        about, other = part["about"], part["other"]
        literal = part["quoted"] or part["one"] or ""
        found = _CONDITION.fullmatch(about) if about else None
        if found:
            condition = (found[1], float(found[2]))
        elif part["digit"]:
            tens, commas, digits = tens + pointed, 0, True
        elif other == "," and digits:
            commas += 1
        elif literal == "." and digits:
            pointed = True
        elif other and _NO_NUMBER.match(other):
            return _Section(condition, "", "", 0, plain=False)
        else:
            words[digits] += "".join(_HAN.findall(literal or other or ""))
    return _Section(condition, words[0], words[1], tens + 3 * commas, digits)

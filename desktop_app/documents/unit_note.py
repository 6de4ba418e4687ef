"""One note: who leads and who helps, the person and the due times it names."""

import re
from typing import NamedTuple

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.unit_names import UnitRead

_VAGUE = re.compile(rf"(?:{words.VAGUE}).{{0,6}}(?:单位|部门|科室|镇街|街道|乡镇|处室|股室|企业|机构|方面)")
_OF_A_PART = re.compile(
    "（[^，。；：、（）由]{1,14}(?:内|外|中|的|部分|方面|期间|以[上下])由[^，。；]{2,24}(?:负责|承担|办理|牵头|组织|实施)）"
)
_COMRADE = re.compile("(?<!负责)同志$")


class Note(NamedTuple):
    """What one note says; `deadlines` are spans of due-time values, `vague` the names somebody must ask about.

    `unsure` where nobody knows the words beside the names, so that their order told who leads.
    """

    span: Span
    lead: tuple[UnitRead, ...]
    co: tuple[UnitRead, ...]
    person: str | None
    deadlines: tuple[Span, ...]
    vague: tuple[UnitRead, ...]
    unsure: bool = False


def note_of(
    span: Span, lead: list[UnitRead], co: list[UnitRead], person: str | None, deadlines: tuple[Span, ...]
) -> Note:
    """The note without names said twice; a lead is not its own helper."""
    leads = list({unit.name: unit for unit in reversed(lead)}.values())[::-1]
    names = {unit.name for unit in leads}
    helpers = [unit for unit in {unit.name: unit for unit in reversed(co)}.values() if unit.name not in names][::-1]
    vague = tuple(unit for unit in leads + helpers if _VAGUE.search(unit.name))
    who = _COMRADE.sub("", person) if person else None
    return Note(span, tuple(leads), tuple(helpers), who, deadlines, vague)


def is_of_a_part(shadow: str, first: int, last: int) -> bool:
    """Whether a bracket amid a sentence says who does a part of what it tells: 发证（校外由甲局负责），…."""
    return shadow.startswith(("，", "；", "、"), last) and _OF_A_PART.fullmatch(shadow, first, last) is not None

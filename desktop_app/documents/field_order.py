"""The legend that says what the fields of all closing brackets are: 括号内依次为牵头股室/配合单位/完成时限."""

import re
from functools import lru_cache
from itertools import accumulate

from desktop_app.documents.extraction import Span
from desktop_app.documents.unit_labels import kind_of_label
from desktop_app.documents.unit_names import UnitRead, are_unit_names, split_units
from desktop_app.documents.unit_note import Note, note_of
from desktop_app.documents.unit_tails import is_due_time

_LEGEND = re.compile(
    "(?:括号|括弧|末尾|[文条项句]末)[^。；\\n]{0,16}?(?:为|是|：|注明|标明|标注|列出?)：?(?P<fields>[^。；\\n）]{4,60})"
)
_PARTS = re.compile("[、/，|—+]+|以?及|和(?!单位)")
_SIGNS = "/；|—，、 "  # what may part the fields of a bracket, the strongest first


@lru_cache(maxsize=1)
def order_told(shadow: str) -> tuple[str, ...]:
    """What the fields of brackets are by the legend of a text: kinds of labels; none where no legend tells."""
    for legend in _LEGEND.finditer(shadow):
        kinds = [kind_of_label(part.strip(" “”")) for part in _PARTS.split(legend["fields"])]
        told = tuple("lead" if kind == "neutral" else kind for kind in kinds if kind and kind != "unknown")
        if len(told) == len(kinds) > 1 and "lead" in told:
            return told
    return ()


def by_legend(shadow: str, source: str, span: Span) -> Note | None:
    """What a bracket says whose fields are those of the legend; the helpers' field may be missing."""
    kinds = order_told(shadow)
    if not kinds or "：" in shadow[slice(*span)]:
        return None
    without = tuple(kind for kind in kinds if kind != "co")
    for order in (kinds, without):
        for sign in _SIGNS:
            note = _in_order(shadow, source, span, _split(shadow, span, sign), order)
            if note:
                return note
    return None


def _split(shadow: str, span: Span, sign: str) -> list[Span]:
    """The fields between the brackets of a passage, parted by one sign outside brackets within it."""
    first, last = span[0] + 1, span[1] - 1
    depths = accumulate((char == "（") - (char == "）") for char in shadow[first:last])
    stops = [at for at, depth in enumerate(depths, first) if depth == 0 and shadow[at] == sign]
    return list(zip([first, *(stop + 1 for stop in stops)], [*stops, last], strict=True))


def _in_order(shadow: str, source: str, span: Span, fields: list[Span], kinds: tuple[str, ...]) -> Note | None:
    """The note of fields whose kinds are known; None where they are not as many, or no such things."""
    if len(fields) != len(kinds):
        return None
    units: dict[str, list[UnitRead]] = {"lead": [], "co": []}
    person: str | None = None
    deadlines: list[Span] = []
    for kind, field in zip(kinds, fields, strict=True):
        text = source[slice(*field)].strip()
        if kind == "deadline" and text:
            deadlines.append(field)
        elif kind == "person":
            person = person or text or None
        elif kind in units:
            units[kind] += split_units(shadow, source, *field)
    names = [unit.name for unit in units["lead"] + units["co"]]
    timed = all(is_due_time(shadow[slice(*field)]) for field in deadlines)
    if not units["lead"] or not are_unit_names(names) or not timed:
        return None
    return note_of(span, units["lead"], units["co"], person, tuple(deadlines))

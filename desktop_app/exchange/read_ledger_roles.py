"""Ledgers with a column a unit: where line and column meet, a mark or a word says whether the unit leads or helps."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from desktop_app.exchange.read_ledger_grid import Eye
from desktop_app.exchange.read_ledger_words import NOTHING, TOTAL_ROW, UNIT, known_meaning
from desktop_app.exchange.read_values import folded

LEAD, CO = "lead", "co"
_OF_UNIT = "(?:责任)?(?:单位|科室|部门)?"
_LEADS = f"(?:总?牵头|主办|主责|主抓|负责|责任|承办){_OF_UNIT}"
_HELPS = f"(?:配合|协办|协助|协同|协作|会办|参与|参加){_OF_UNIT}"
_SOLID, _HOLLOW, _TICKS = "●★▲■◆", "○☆△□◇◯〇◎", "√✓✔☑"
_SIGN = f"[{_SOLID}{_HOLLOW}{_TICKS}]"
_BRACKET = re.compile(r"\([^()]*\)")
_WORD = {LEAD: re.compile(f"{_LEADS}|主"), CO: re.compile(f"{_HELPS}|辅|协|配")}
_SAID = re.compile(f"{_SIGN}|{_LEADS}|{_HELPS}|[主辅协配]")
# ●为牵头单位, “○”表示配合; and the other way round: 牵头单位用★标注, 配合(△)
_LEGENDS = (
    re.compile(
        f"(?P<sign>{_SIGN})[”\"')）]?(?:号|标记)?(?:的|表示|代表|是指|指|为|是|:|=|-|—)*(?:(?P<lead>{_LEADS})|(?P<co>{_HELPS}))"
    ),
    re.compile(f"(?:(?P<lead>{_LEADS})|(?P<co>{_HELPS}))(?:以|用|打|标注?|填|画|为|:)*[“\"'(（]?(?P<sign>{_SIGN})"),
)
_UNIT = re.compile(f"{UNIT.pattern}|.{{1,14}}(?:联|会|部|校|园|社|社区|村)|各.+")
_FEWEST = 2  # columns; a single one with ticks says something else


class Roles(NamedTuple):
    """What each mark says; `sure` is false where the sheet leaves it open."""

    of: Mapping[str, str]
    sure: bool


def marked_columns(eye: Eye, last: int, parts: Mapping[int, Sequence[str]]) -> list[int]:
    """The places of the columns that are a unit's each, below a header that ends in `last`; `parts` are their labels.

    Units without a mark are among them.
    """
    units = {place: _marks(eye, last, place) for place, labels in parts.items() if _is_units(labels)}
    found = [place for place, marks in units.items() if marks is not None]
    return found if sum(bool(units[place]) for place in found) >= _FEWEST else []


def roles_in(marks: Iterable[str], source: str, led: bool) -> Roles:
    """What the marks of a sheet say: by their words, by its legend, by their shapes, or all alike: that they lead.

    Where another column tells who leads (`led`), marks that nothing else explains only help.
    """
    found = {mark: role for mark in set(marks) for role, word in _WORD.items() if word.fullmatch(mark)}
    told = _told(folded(source))
    signs = sorted(set(marks) - found.keys())
    found |= {sign: told[sign] for sign in signs if sign in told}
    left = [sign for sign in signs if sign not in told]
    solid = [sign for sign in left if sign in _SOLID]
    others = [sign for sign in left if sign not in _SOLID]
    if led or LEAD in found.values():
        found |= dict.fromkeys(left, CO)
    else:
        found |= dict.fromkeys(others, CO if solid else LEAD) | dict.fromkeys(solid, LEAD)
    by_shape = bool(solid and others) and not told and all(sign in _HOLLOW for sign in others)
    return Roles(found, led or by_shape or not left)


def mark_of(text: str) -> str:
    """What a cell says of its unit's role, without who does it there: ●（张）."""
    return _BRACKET.sub("", folded(text))


def _told(source: str) -> dict[str, str]:
    """By its sign what the legend says; of ●牵头○配合 and 牵头●配合○ each is found whole only in its own order."""
    found = ([*legend.finditer(source)] for legend in _LEGENDS)
    return {one["sign"]: LEAD if one["lead"] else CO for one in max(found, key=len)}


def role_above(parts: Sequence[str]) -> str | None:
    """The role that a heading over a unit's column gives to all its marks."""
    above = {known_meaning(folded(part)) for part in parts[:-1]}
    return next((role for role in (LEAD, CO) if role in above), None)


def _marks(eye: Eye, last: int, place: int) -> list[str] | None:
    """The marks of a column, without lines that sum it up or repeat the header; None where it says anything else."""
    label, marks = eye.text(last, place), []
    for line in range(last + 1, eye.height):
        text = eye.own_text(line, place)
        if text in NOTHING or text in ("", label):
            continue
        mark = mark_of(text)
        if _SAID.fullmatch(mark):
            marks.append(mark)
        elif not _sums(eye, line):
            return None
    return marks


def _sums(eye: Eye, line: int) -> bool:
    return any(TOTAL_ROW.match(folded(eye.at((line, column)))) for column in eye.own(line)[:_FEWEST])


def _is_units(parts: Sequence[str]) -> bool:
    """Whether a column is called as a unit is, or stands under a heading of units."""
    above = {known_meaning(folded(part)) for part in parts[:-1]}
    own = folded(parts[-1]) if parts else ""
    return known_meaning(own) is None and bool(_UNIT.fullmatch(own) or above & {"lead", "co", "neutral"})

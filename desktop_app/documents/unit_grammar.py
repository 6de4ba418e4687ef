"""The grammar of a note: names and role words in any order and with any signs between them, and who leads by them.

A role word before names (牵头：甲; 牵头甲; 会同乙) means those that follow, up to the next one; one behind names
(甲牵头; 甲（牵头）) those before it in its clause. Names without any word lead, unless others do.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.unit_ends import opens_with_deed
from desktop_app.documents.unit_names import UnitRead, are_unit_names, chosen, has_ending, is_bare_unit
from desktop_app.documents.unit_note import Note, note_of
from desktop_app.documents.unit_role_words import Token
from desktop_app.documents.unit_tokens import tokens_of

_ONE_NUMBER = r"第?（?\d{1,3}）?(?:项|条)?"
# 第1—3项由A牵头, in the bracket behind a heading: which items it means, the heading says already
_OF_NUMBERS = re.compile(
    rf"(?=第){_ONE_NUMBER}(?:(?:[—~至到-]+|[、和及]){_ONE_NUMBER})*(?:工作|任务|事项)?(?:均|都|统一)?由"
)
_LONGEST = 240
_CLAUSE_ENDS = re.compile(r"[，；。]|\Z")
# what hardly a note says: a long clause, or a figure that is neither of a day nor of a telephone
_PROSE = re.compile(
    r"[^，；。、：|/ \n（）→=—]{27,}|(?<!等)(?<!等\d)\d[万亿]?(?![\d万亿月日年季号点时：、，；。）—/.-])[一-鿿%]"
)
_ZONE = re.compile("(?:经开|高新|开发|新|园|度假|管理|示范|保税|功能)区$")  # its committee is meant
_ROLES = ("lead", "co", "neutral", "unknown")
_VOUCH = ("lead", "co", "neutral", "together", "person")
_STRENGTH = {None: 0, "unknown": 1, "neutral": 2, "lead": 3, "co": 3}


class Told(NamedTuple):
    """A note as its words say it; whether a role word that is known vouches for the names, or any tells a role."""

    note: Note
    vouched: bool
    roles: bool


class Clauses(NamedTuple):
    """Who leads and who helps by the clauses that open a passage, where those end, and whether a known word says so."""

    lead: list[UnitRead]
    co: list[UnitRead]
    stop: int
    vouched: bool


@dataclass
class _Group:
    """Names of one clause; `role` by the word that governs them, `told` where one of their own says it."""

    units: list[UnitRead] = field(default_factory=list)
    role: str | None = None
    word: str = ""
    told: bool = False
    fixed: bool = False


@dataclass
class _State:
    """What has been read so far of a note."""

    shadow: str
    groups: list[_Group] = field(default_factory=list)
    group: _Group = field(default_factory=_Group)
    person: str | None = None
    deadlines: list[Span] = field(default_factory=list)
    label: str = ""  # the last label was of a person, of a due time, or of nothing that is asked for

    def close(self, role: str | None, word: str = "", fixed: bool = False) -> None:
        """Begin the next group, under a role word or under none."""
        if self.group.units:
            self.groups.append(self.group)
        self.group = _Group(role=role, word=word, fixed=fixed)


def read_note(
    shadow: str, source: str, span: Span, inside: Span, known: frozenset[str], at_end: bool, bare: bool = True
) -> Note | None:
    """The note that a passage is from its first character to its last; None where anything in it is something else.

    At the end of an item (`at_end`) less proof will do; `bare` where names alone are one, without any role word.
    """
    said = told_in(shadow, source, *inside)
    if said is None or (said.roles and not (said.vouched or at_end or said.note.co)):
        return None
    names = tuple(unit.name for unit in said.note.lead + said.note.co)
    if not (bare or said.vouched or said.note.person):
        return None
    here = known if not said.vouched else known.intersection(names)  # a longer known list vouches by its endings
    return said.note._replace(span=span) if _are_sure(names, said.vouched, here, at_end or said.note.unsure) else None


@lru_cache(maxsize=1 << 16)  # a passage is looked at by each step of the reading
def told_in(shadow: str, source: str, start: int, end: int) -> Told | None:
    """What a passage says as a note, whoever its names are."""
    counted = _OF_NUMBERS.match(shadow, start, end)
    start = counted.end() if counted else start
    for closing in (words.NOT_AGAIN_REMARK, words.FIRST_LEADS_REMARK):
        remark = closing.search(shadow[start:end])
        end = start + remark.start() if remark else end
    if not 1 < end - start <= _LONGEST or _PROSE.search(shadow, start, end):
        return None
    tokens = tokens_of(shadow, source, start, end)
    if not tokens or not any(token.kind == "unit" for token in tokens) or _is_open(tokens):
        return None
    state = _State(shadow)
    for index, token in enumerate(tokens):
        _take(state, source, tokens, index, token)
    state.close(None)
    lead, co, unsure = _by_roles(state)
    vouched = any(token.kind in _VOUCH and not token.guessed for token in tokens) or _has_person(shadow, tokens)
    note = note_of((start, end), lead, co, state.person, tuple(state.deadlines))._replace(unsure=unsure)
    return Told(note, vouched, any(group.role for group in state.groups))


def clauses_told(shadow: str, source: str, start: int, end: int) -> Clauses | None:
    """Who leads and who helps by the clauses that open a passage, and where they end: 甲总抓，乙予以保障，…."""
    stop = start
    signs = [sign.end() for sign in _CLAUSE_ENDS.finditer(shadow, start, min(end, start + _LONGEST))]
    for at in signs:
        said = told_in(shadow, source, stop, at - (shadow[at - 1] in "，；。"))
        if said is None or not said.roles or said.note.deadlines:
            break
        stop = at
    told = told_in(shadow, source, start, stop - (shadow[stop - 1] in "，；。")) if stop > start else None
    return Clauses([*told.note.lead], [*told.note.co], stop, told.vouched) if told else None


def _has_person(shadow: str, tokens: list[Token]) -> bool:
    """Whether a colon parts a name from a person's: 甲部：柳青."""
    return any(
        unit.kind == "unit" and who.kind == "who" and "：" in shadow[unit.span[1] : who.span[0]]
        for unit, who in pairwise(tokens)
    )


def _is_open(tokens: list[Token]) -> bool:
    """Whether a passage ends with a label whose value is not in it."""
    said = [token for token in tokens if token.kind not in ("stop", "link", "close", "open")]
    return said[-1].before


def _take(state: _State, source: str, tokens: list[Token], index: int, token: Token) -> None:
    if token.kind == "unit":
        if state.group.told:
            state.close(None)
        state.group.units += token.units
    elif token.kind == "who":
        state.person = state.person or (None if state.label == "other" else source[slice(*token.span)])
    elif token.kind == "when":
        state.deadlines.append(token.span)
    elif token.kind in ("person", "deadline", "other"):
        if state.group.units or not state.group.role:
            state.close(None)
        state.label = token.kind
    elif token.kind == "stop" and state.group.units:
        role = None if state.group.told else state.group.role
        state.close(role, state.group.word)
    elif token.kind == "open" and index and tokens[index - 1].kind == "unit" and _holds_unit(tokens, index):
        state.close(None)
    elif token.kind == "together":
        later = bool(state.groups) and state.shadow.startswith("协调", token.span[0])
        if state.group.units and (later or not state.group.role):
            state.group.role = "co" if later else "neutral"  # 甲所负责，乙股协调丙局落实: both help
        state.close("co", fixed=True)
    elif token.kind in _ROLES:
        state.label = ""
        _role(state, tokens, index, token)


def _holds_unit(tokens: list[Token], index: int) -> bool:
    """Whether a bracket names units of its own: 甲科（乙站配合）."""
    for token in tokens[index + 1 :]:
        if token.kind in ("unit", "close"):
            return token.kind == "unit"
    return False


def _role(state: _State, tokens: list[Token], index: int, token: Token) -> None:
    """A role word: of the names before it, or of those that follow."""
    word = words.STEM.sub("", state.shadow[slice(*token.span)])
    in_bracket = tokens[index - 1].kind == "open" and index + 1 < len(tokens) and tokens[index + 1].kind == "close"
    alone = in_bracket and (index < 2 or tokens[index - 2].kind != "unit" or _opens_with_role(tokens))
    before = token.before or alone or _before_bracket(tokens, index)
    if before or not state.group.units:
        behind = not before and state.groups and not _unit_follows(tokens, index)
        if behind and not state.groups[-1].told:
            state.groups[-1].role, state.groups[-1].told = token.kind, True
        else:
            state.close(token.kind, word)
        return
    if in_bracket and "双" not in word and "共同" not in word:  # 甲、乙（牵头）: the last one
        last = tokens[index - 2].units
        others = [unit for unit in state.group.units if unit not in last]
        group = state.group
        state.group = _Group(others, group.role, group.word)
        state.close(group.role, group.word)
        state.group.units = list(last)
    if state.group.fixed:
        return
    if not state.group.told or _STRENGTH[token.kind] > _STRENGTH[state.group.role]:
        state.group.role, state.group.word, state.group.told = token.kind, word, True


def _before_bracket(tokens: list[Token], index: int) -> bool:
    """Whether a role stands before a bracket in a passage that opens so: 牵头（甲）配合（乙）."""
    first = next(at for at, token in enumerate(tokens) if token.kind != "open")
    opens = tokens[first].kind in _ROLES and tokens[first + 1].kind == "open"
    return opens and index + 1 < len(tokens) and tokens[index + 1].kind == "open"


def _opens_with_role(tokens: list[Token]) -> bool:
    """Whether a passage opens with a role in brackets of its own: （牵）甲（配）乙."""
    return len(tokens) > 2 and tokens[0].kind == "open" and tokens[1].kind in _ROLES and tokens[2].kind == "close"


def _unit_follows(tokens: list[Token], index: int) -> bool:
    following = next((token for token in tokens[index + 1 :] if token.kind not in ("open", "close", "link")), None)
    return (
        following is not None
        and following.kind in ("unit", "stop")
        and any(token.kind == "unit" for token in tokens[index + 1 :])
    )


def _by_roles(state: _State) -> tuple[list[UnitRead], list[UnitRead], bool]:
    """Who leads and who helps, and whether a word that nobody knows left it to the order."""
    groups = state.groups
    chief = any(group.role == "lead" for group in groups)
    roles = any(group.role for group in groups)
    levels = not roles and _has_two_levels(state)
    lead: list[UnitRead] = []
    co: list[UnitRead] = []
    first = groups[0].word if groups else ""
    alike = _has_one_word_for_all(state)
    for group in groups:
        if group.role in ("lead", "co"):
            helps = group.role == "co"
        elif group.role == "neutral":
            helps = chief or (bool(lead) and group.word != first and not alike)
        else:
            helps = chief or (bool(lead) and (roles or levels))
        (co if helps else lead).extend(group.units)
    if len(groups) == 1 and groups[0].role in (None, "neutral") and (marked := chosen(state.shadow, lead)):
        return marked, [unit for unit in lead if unit not in marked], False
    return lead, co, any(group.role == "unknown" for group in groups)


def _has_one_word_for_all(state: _State) -> bool:
    """Whether one word behind the last name is said of all: 甲局、乙局，丙局负责; 责任单位：甲局，乙局分工负责."""
    *others, last = state.groups or [_Group()]
    shared = None if "分工" not in last.word else "neutral"
    if last.role != "neutral" or not others or any(group.told or group.role not in (None, shared) for group in others):
        return False
    return "；" not in state.shadow[others[0].units[0].span[0] : last.units[-1].span[1]]


def _has_two_levels(state: _State) -> bool:
    """Whether one sign parts who leads from who helps, and another the helpers: 甲；乙、丙; or the time: 甲/乙/9月."""
    units = [unit for group in state.groups for unit in group.units]
    text = state.shadow[units[0].span[0] : units[-1].span[1]] if units else ""
    timed = any(state.shadow[first - 1] == "/" for first, _ in state.deadlines)
    return ("、" in text and ("；" in text or "/" in text)) or ("/" in text and timed)


@lru_cache(maxsize=1 << 14)
def _are_sure(names: tuple[str, ...], vouched: bool, known: frozenset[str], at_end: bool) -> bool:
    """Whether the names are units: a role word vouches for what ends as units do, else each must surely be one."""
    strange = [name for name in names if name not in known]
    if strange and (not are_unit_names(strange) or any(map(opens_with_deed, strange))):
        return False
    if vouched:
        return all(is_bare_unit(name, known, at_end=True) or _is_place(name) for name in names)
    sure = [is_bare_unit(name, known, at_end) for name in names]
    return all(sure) or (any(sure) and all(_is_office(name) for name in names))


def _is_place(name: str) -> bool:
    """Whether what ends as other words do is short enough for a name: 红旗社区, 县人武部, 财政."""
    return name in words.SHORT_NAMES or (has_ending(name) and len(name) <= (10 if name[-1] in "会部关" else 6))


def _is_office(name: str) -> bool:
    return name in words.SHORT_NAMES or bool(_ZONE.search(name)) or (has_ending(name) and name[-1] not in "区县市村")

"""Who does what in a passage of names and role words: 甲牵头，乙、丙配合; 甲会同乙负责; 甲总抓，乙帮办.

Role words are entries of `unit_words.STEPS`. Where a passage is nothing but names with a short word behind them, it is
read by the order of its clauses even if nobody has written that word down.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents import unit_words as words
from desktop_app.documents.unit_names import (
    ANNOTATION,
    VERB_FIRST,
    UnitRead,
    are_unit_names,
    ends_like_unit,
    has_ending,
    is_bare_unit,
    split_units,
)


def compiled_steps(steps: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """The pattern that finds the words of `unit_words.STEPS`, longer ones first."""
    return re.compile(
        rf"(?P<together>{'|'.join(steps['together'])})|(?P<with>(?:负责)?(?:{'|'.join(steps['with'])}))|"
        rf"(?P<does>{'|'.join(steps['does'])})"
    )


STEP = compiled_steps(words.STEPS)
_CALL = re.compile(
    "(?:并|再|统一|具体)?(?:由|请|责成|委托|授权|指定|交由|以(?=[^，；。]{2,20}为主)|交(?=[省市区县州旗镇])|"
    "(?P<together>会同|联合|协同|商))"
)
_ONE_NUMBER = r"第?（?\d{1,3}）?(?:项|条)?"
# 第1—3项由A牵头, in the bracket behind a heading: which items it means, the heading says already
OF_NUMBERS = re.compile(
    rf"(?=第){_ONE_NUMBER}(?:(?:[—~至到-]+|[、和及]){_ONE_NUMBER})*(?:工作|任务|事项)?(?:均|都|统一)?由"
)
_SEGMENT = re.compile(f"(?:{words.GOVERNMENTS}|[^，；。、 /（）\n]|（[^（）]*（[^（）]*）[^（）]*）|（[^（）]*）)+")
_TAIL = re.compile("[一-鿿]{0,8}(?:（[^（）]*）)?")
_INNER = re.compile("（([^（）]{2,16})）")
_OF_DOING = re.compile("(?:(?<=[科局股处室站所])|(?<=中心))[一-鿿]办$")
# 查处 and 主办 are deeds; what may go on behind a place or an office of offices is a longer name than behind 局
_ENDINGS = "|".join(sorted(words.ENDING.split("|"), key=len, reverse=True))
_ENDING = re.compile(
    f"(?:{_ENDINGS})(?!长(?!期))(?<!(?<!席)会(?=[议场展商]))(?<!委(?=员(?!会)))(?<![查惩阅酌研论]处)(?<![主协承催查交领会联阅代帮包经举兴筹创开]办)(?!(?<=办)[理结好妥])"
)
_WIDE = re.compile("(?:政府|机关|街道|镇|乡|区|县|市|村|委|会|办|部|院|校)$")
_BUILDS = re.compile(r"[^，。；、]{0,12}?[城村]?[乡镇]建设?[局厅部处科股办委]")  # 住房城乡建设局, 村镇建设股
_GOES_ON, _ENDS_SOON = 8, 2  # characters up to the next ending of the same name
# 发展科 is what an office is called
_DEED = re.compile(
    rf"(?![一-鿿]{{2}}(?:[科股处室部办局]|中心)$)(?:{VERB_FIRST.pattern})|作?为|予以|给予|做|提供|抓|依[法规]|每|足额|限期|认真|扎实|大力|有序|稳步|切实|着力|加大|持续"
)
_SHARE = re.compile(f"(?:负责)?(?:做好|抓好|提供|给予|予以)[^，。；]{{0,10}}(?:{words.SHARES})(?:工作)?")
_AS = re.compile("(?:作?为|是)?")
_LONGEST_NAME, _SHORT_NAME, _LONGEST_WORD = 20, 8, 4
_LONGEST_SHARE = 6  # what a helper does, in a clause of its own: 做好技术指导
_LONGEST_PASSAGE = 160


class Clauses(NamedTuple):
    """Who leads and who helps; `unsure` where only the order told, in words that nobody has written down.

    `vouched` where a word that is known stands behind one of the names. `sentences` where so much stands behind a name
    that it may be what the unit does, and no role word.
    """

    lead: tuple[UnitRead, ...]
    co: tuple[UnitRead, ...]
    unsure: bool
    sentences: bool = False
    vouched: bool = False


class _Group(NamedTuple):
    """Names that stand together, what is said behind the last of them, where that begins and where it ends.

    `together` where they are named as those with whom somebody does it (会同乙).
    """

    names: list[UnitRead]
    tail: str
    named: int
    stop: int
    together: bool


def has_step(text: str) -> bool:
    """Whether a passage has a role word outside the brackets behind a name."""
    return bool(STEP.search(ANNOTATION.sub("", text)))


def read_opening(shadow: str, source: str, start: int, end: int) -> tuple[Clauses, int] | None:
    """Who a sentence opens with, and where the deed begins: 甲总抓，乙予以保障，…; 甲足额安排….

    The units of the first clause lead; those of the next ones count only where a role word stands behind them.
    """
    told: list[_Group] = []
    stop = start
    for group in _groups(shadow, source, start, min(end, start + _LONGEST_PASSAGE)):
        if told and not are_unit_names([unit.name for unit in group.names]):
            break
        role = _role(group) if _TAIL.fullmatch(group.tail) else None
        word = 0 < len(group.tail) <= _LONGEST_WORD and group.stop > group.named + len(group.tail)
        if not told or role:
            told.append(group)
            stop = group.stop if role or word else group.named
        if not role and (len(told) > 1 or not word):
            break
    clauses = _by_order(told, None) if told and told[0].tail else None
    return (clauses, stop) if clauses else None


def _role(group: _Group) -> str | None:
    """What the word behind the names tells of their role."""
    if group.together or not group.tail:
        return "co" if group.together else None
    word = group.tail[_AS.match(group.tail).end() :]  # type: ignore[union-attr]
    step = STEP.match(word)
    if step:
        return "co" if step["with"] else "lead" if "牵头" in step[0] else "neutral"
    if _SHARE.fullmatch(word):
        return "co"
    return words.role_in(word) if len(word) <= _LONGEST_WORD else None


def opens_with_deed(name: str) -> bool:
    """Whether what ends like a name begins with what somebody does: 依法办理…登记处."""
    return bool(_DEED.match(name)) and not (len(name) < _SHORT_NAME and is_bare_unit(name, frozenset(), at_end=True))


def is_share(text: str) -> bool:
    """Whether a word behind a name says that it does a part only: 做好技术指导."""
    return bool(_SHARE.fullmatch(text))


def read_helpers(shadow: str, source: str, start: int, end: int) -> tuple[list[UnitRead], int]:
    """The names of the clauses that go on from who leads, each with a short word behind it: ，乙、丙帮办，…."""
    helpers: list[UnitRead] = []
    stop = start
    first = start + len(shadow[start:end]) - len(shadow[start:end].lstrip("，、"))
    for group in _groups(shadow, source, first, min(end, start + _LONGEST_PASSAGE)):
        short = len(group.tail) <= _LONGEST_SHARE or _role(group) == "co"
        if not group.tail or not short or group.stop == group.named + len(group.tail):
            break
        helpers += group.names
        stop = group.stop
    return helpers, stop


def _groups(shadow: str, source: str, start: int, end: int) -> Iterator[_Group]:
    """The names that each clause opens with, as far as clauses open with names."""
    names: list[UnitRead] = []
    together = False
    position = start
    while segment := _SEGMENT.match(shadow, position, end):
        call = _CALL.match(shadow, segment.start(), segment.end())
        first = call.end() if call else segment.start()
        last = name_end(shadow, first, segment.end())
        if last is None:
            return
        together = together or (call is not None and bool(call["together"]))
        inner = _INNER.match(shadow, last, segment.end())
        last = inner.end() if inner and has_ending(inner[1]) else last
        names += split_units(shadow, source, first, last)
        position = segment.end()
        tail, sign = shadow[last:position], shadow[position : position + 1]
        while position < end and shadow[position] in "，；。、 /\n":
            position += 1
        if tail or sign not in ("、", "/") or position >= end:
            yield _Group(names, tail, last, position, together)
            names, together = [], False


def name_end(shadow: str, start: int, end: int) -> int | None:
    """Where the name that opens `start:end` stops: behind the last ending that no role word and no deed precedes."""
    return start + length if (length := name_length(shadow[start : min(end, start + _LONGEST_NAME)])) else None


@lru_cache(maxsize=1 << 12)  # the same names stand in most notes of a plan
def name_length(text: str) -> int:
    """How long the name is that opens a text; 0 where none does."""
    if text[:1] in ("其", "该", "此", "本"):
        return 0
    if (step := STEP.search(text)) and step.start():
        text = text[: step.start()]
    if doing := _OF_DOING.search(text):
        text = text[: doing.start()]
    endings = [ending.span() for ending in _ENDING.finditer(text)]
    whole = (bool(endings) and endings[-1][1] == len(text)) or (ends_like_unit(text) and not has_ending(text))
    if text in words.SHORT_NAMES or (len(text) > 1 and whole and not _DEED.search(text, 3)):
        return len(text)
    found = 0
    for first, last in (ending for ending in endings if ending[0]):
        if _DEED.match(text, last) and not _BUILDS.match(text, found):
            return last
        reach = _ENDS_SOON if found and not _WIDE.search(text, 0, found) else _GOES_ON
        if found and first - found > reach:
            break
        found = last
    found += text.startswith("）", found) and "（" in text[:found]  # 各镇（街道）
    return found if found > 1 else 0


def _by_order(groups: list[_Group], known: frozenset[str] | None) -> Clauses | None:
    """The first names lead and the others help, unless the words behind them say otherwise.

    Where no word tells a role, each name must surely be a unit's, unless `known` is None: somebody calls them by name.
    """
    names = [unit.name for group in groups for unit in group.names]
    if not are_unit_names(names):
        return None
    lead: list[UnitRead] = []
    co: list[UnitRead] = []
    unsure = told = False
    chief = any(_role(group) == "lead" for group in groups)  # 甲、乙按职责分工负责，甲牵头
    for group in groups:
        role = _role(group)
        told = told or role is not None
        unsure = unsure or bool(group.tail and role is None)
        helps = role == "co" or (role != "lead" and (bool(lead) or chief))
        (co if helps else lead).extend(group.names)
    doubtful = unsure and not told and known is not None
    if doubtful and not all(is_bare_unit(name, known or frozenset(), at_end=True) for name in names):
        return None
    long = any(len(group.tail) > _LONGEST_WORD for group in groups)
    return Clauses(tuple(lead), tuple(co), unsure, long or (unsure and len(groups) == 1), told)

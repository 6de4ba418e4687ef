"""Names of units as written: parting a list of them, and telling a name from other words."""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span

_ENDINGS = tuple(words.ENDING.split("|"))
_STRICT = re.compile(rf"(?:{words.STRICT_ENDING})(?:（[^（）]{{1,12}}）)?$")
_COLLECTIVE = re.compile(r"^(?:各|全体|全局|局属|机关|直属|所属)")
_STOPS = " \n；，。、：】]］〕}｝〉>』」〗”》>-—="
_BEFORE_NAME = re.compile(r"(?:[ *★☆▲△●◎◆■#—→<“《=|-]|[①-⒛]|\d{1,2}[.、）])*")
SIGNS = "*★☆▲△●◎◆■#"
"""Put to a name that leads among others: 甲局*、乙局."""
_STARS = "*★☆▲△#"  # ●甲局、乙局 is a list behind a bullet
_PLACE = re.compile("[区县市村会部]$|机关$|大厅$|窗口$|基地$|广场$")
_PARTS = "部组队站所室院馆处"
_PEOPLE = re.compile("(?:领导|成员|负责人|专干|网格员|志愿者|人员|职工|党员|干部|同志)$")
_ETC = re.compile(
    r"等(?:\d+个|[省市区县州旗][直级]|相关|有关|各)*(?:部门|单位|科室|镇街|镇|街道|乡镇)?(?:和(?:单位|部门))?$"
)
_DOING = re.compile("(?:共同|分别|具体|抓好)?(?:抓?落实|实施|推进|完成|办理|承办)")
ANNOTATION = re.compile(rf"（(?:[^（）]*(?:{words.ROLE_NOTE})[^（）]*|[主牵协配辅])）")
VERB_FIRST = re.compile(
    "坚持|健全|建[立设成]|完善|形成|实[行施]|构建|推[行进动]|发[挥展]|落实|强化|继续|加[强快大]|按照|根据|做[好实优强]|抓[好实紧]|支持|依托|提[升高]|"
    "优化|深[化入]|整[治合]|改[造革进]|新[建增]|打造|培育|规范|开展|(?<!社会)组织|统筹|督促|指导|鼓励|引导|扩[大建]|全面|积极|会议|围绕|通过|利用|以|对|将|把|为|"
    "开工|启动(?!区)|迁建|加快|完成|实现|"
    "(?:研究|讨论|传达|学习|部署|通报|观看|审定|分析|总结|汇报|介绍){1,2}了|同意|原则|明确|要求|关于|对于|听取|审议|筹[建办备措]|谋划|争[取创]|申[报请]|创[建新]|成立|组建|设立"
)
_OFFICE = re.compile("[科股局办处室部委会站所]$|中心$")
_LONGEST_NAME = 20
# 农村与社会发展科 is one name
_FIELD_OF_WORK = re.compile("(?:城[乡市镇]|农业|基层)?(?:农村|乡村|城市|社区|园区|城区|企业|社会|学校)")
_SECTION = re.compile("[科股处室]$")
_CONJUNCTION = re.compile(r"以及|[和及与]")
_TOLD_WITHIN = re.compile(r"(?<=.)(?<!自)由|\d[万亿]?元")  # 资金260万元由某局
_BRACKETED = re.compile("（([^（）]{1,6})）")
_GAP = re.compile(r"\s+(?=[（(])")
_BEFORE_INNER = re.compile(r"(?<=[科股处室局办])[ \n]+（[^（）]{2,16}[科股处室]）")  # 地名科 （社区治理科）
_ROLE_ONLY = re.compile(
    rf"^(?!各).*(?:{'|'.join(words.STEMS.values())})(?:单位|科室|部门|处室|股室|部室|委室|主体)$"
)  # 追究责任单位: whoever that is
_CALL = re.compile(r"[ \n]*(?:[此本该][项条](?:工作|任务)?，?)?(?:由|请|责成)?[ \n]*")


class UnitRead(NamedTuple):
    """A unit's name as written, and where."""

    name: str
    span: Span


_WHOLE = re.compile(words.GOVERNMENTS)


def split_units(shadow: str, source: str, start: int, end: int) -> list[UnitRead]:
    """The names between separators at bracket depth 0; 和 and 及 part names only where both sides end like units."""
    names: list[UnitRead] = []
    for first, last in _parts(shadow, start, end):
        for a, b in _at_conjunctions(shadow, first, last):
            unit = _clean(shadow, source, a, b)
            if unit:
                names.append(unit)
    return names


def _parts(shadow: str, start: int, end: int) -> list[Span]:
    parts, depth, first = [], 0, start
    whole = {at for found in _WHOLE.finditer(shadow, start, end) for at in range(*found.span())}
    for at in range(start, end):
        char = shadow[at]
        depth += (char == "（") - (char == "）")
        if depth <= 0 and at not in whole and char in "、，；/ \n。：+|&" and not _BEFORE_INNER.match(shadow, at, end):
            parts.append((first, at))
            first = at + 1
    parts.append((first, end))
    return parts


def _at_conjunctions(shadow: str, start: int, end: int) -> list[Span]:
    pieces, first = [], start
    for found in _CONJUNCTION.finditer(shadow, start, end):
        left, right = shadow[first : found.start()], shadow[found.end() : end]
        if (
            depth_at(shadow, first, found.start()) == 0
            and not any(whole.start() < found.start() < whole.end() for whole in _WHOLE.finditer(shadow, start, end))
            and len(left) > 1
            and has_ending(plain_name(left))
            and has_ending(plain_name(right))
            and not (_FIELD_OF_WORK.fullmatch(left) and _SECTION.search(plain_name(right)))
        ):
            pieces.append((first, found.start()))
            first = found.end()
    pieces.append((first, end))
    return pieces


_DATED = re.compile(r"(?:20\d\d年)?\d{1,2}月|(?:今|本|明)?年[底末内]|[一二三四]季度|[上下]半年|20\d\d年")


def _clean(shadow: str, source: str, start: int, end: int) -> UnitRead | None:
    """One name without blanks, 由, 等部门 and a bracketed role."""
    annotation = ANNOTATION.search(shadow, start, end)
    if annotation and not shadow[annotation.end() : end].strip(" 等"):
        end = annotation.start()
    etc = _ETC.search(shadow[start:end])
    if etc and etc.start() > 1:
        end = start + etc.start()
    start = _CALL.match(shadow, start, end).end()  # type: ignore[union-attr]
    while end > start and (shadow[end - 1] in _STOPS + SIGNS or _is_left_over(shadow, start, end)):
        end -= 1
    start = _BEFORE_NAME.match(shadow, start, end).end()  # type: ignore[union-attr]
    doing = _DOING.search(shadow, start, end)
    if doing and doing.end() == end and has_ending(shadow[start : doing.start()]):
        end = doing.start()
    if end - start < 2 or words.NOBODY.fullmatch(shadow, start, end):
        return None
    if _DATED.match(shadow, start, end) and not has_ending(shadow[start:end]):
        return None
    return UnitRead(_GAP.sub("", source[start:end]), (start, end))


def _is_left_over(shadow: str, start: int, end: int) -> bool:
    """Whether a passage ends with a bracket that does not open in it."""
    return shadow[end - 1] == "）" and depth_at(shadow, start, end) < 0


def plain_name(name: str) -> str:
    """A unit's name without the 等 after a list."""
    return name.rstrip(" 等")


def has_ending(name: str) -> bool:
    """Whether a name ends as units' names do, a bracket behind it left aside: 区民政局（养老科）."""
    if name.endswith(")"):
        name = name.replace("(", "（").replace(")", "）")
    if name.endswith("）") and "（" in name:
        name = name[: _opening_bracket(name)]
    return name.endswith(_ENDINGS) or name in words.SHORT_NAMES


def _opening_bracket(name: str) -> int:
    """Where the bracket opens that closes at the end of a name."""
    depth = 0
    for at in range(len(name) - 1, -1, -1):
        depth += (name[at] == "）") - (name[at] == "（")
        if depth == 0:
            return at
    return len(name)


def chosen(shadow: str, units: list[UnitRead]) -> list[UnitRead]:
    """Those of `units` that a sign or a bracketed role (牵头, 主办) marks as leading the others; none where all are."""
    found = [unit for unit in units if _is_chosen(shadow, unit.span)]
    return found if len(found) < len(units) else []


def _is_chosen(shadow: str, span: Span) -> bool:
    if shadow[span[1] : span[1] + 1] in tuple(SIGNS) or (span[0] and shadow[span[0] - 1] in _STARS):
        return True
    role = _BRACKETED.match(shadow, span[1])
    return role is not None and words.role_in(role[1]) == "lead" and not has_ending(role[1].removesuffix("单位"))


def named_like_unit(name: str, known: frozenset[str]) -> bool:
    """Whether a name is known, ends as units do, or is a collective."""
    return name in known or bool(has_ending(name) or _COLLECTIVE.match(name) or _PEOPLE.search(name))


def ends_like_unit(name: str) -> bool:
    """Whether the last word of a name is one for an office or for people."""
    return bool(has_ending(name) or _PEOPLE.search(name))


def is_bare_unit(name: str, known: frozenset[str], at_end: bool) -> bool:
    """Whether a name without any label is surely a unit; at the end of an item less proof will do."""
    if _ROLE_ONLY.search(name):
        return False
    return (
        name in known
        or _like_known(name, known)
        or bool(_STRICT.search(name))
        or bool(_COLLECTIVE.match(name) and (has_ending(name) or _PEOPLE.search(name)))
        or (at_end and len(name) > 2 and bool(has_ending(name)) and not _PLACE.search(name))
    )


_POST = re.compile("(?:[局处科股市区县镇乡村组所站]长|主任|书记)$")  # 各区区长


def are_unit_names(names: list[str]) -> bool:
    """Whether the names in a cell, or in a bracket without a label, are all such as units bear."""
    return bool(names) and all(_may_be_unit(name) for name in names)


_ASIDE = re.compile("[（(][^（）()]*[）)]")


def _may_be_unit(name: str) -> bool:
    plain = _ASIDE.sub("", name)
    if (
        len(plain) > _LONGEST_NAME
        or _ROLE_ONLY.search(plain)
        or _TOLD_WITHIN.search(plain)
        or _POST.search(plain)
        or not (has_ending(name) or _COLLECTIVE.match(name))
    ):
        return False
    return not VERB_FIRST.match(name) or (len(plain) < 8 and bool(_OFFICE.search(plain)))


def _like_known(name: str, known: frozenset[str]) -> bool:
    """Whether a short name ends like two others that this document names: 宣传部 beside 组织部 and 活动部."""
    return 2 < len(name) < 8 and name[-1] in _PARTS and _last_letters(known)[name[-1]] > 1


@lru_cache(maxsize=4)
def _last_letters(names: frozenset[str]) -> Counter[str]:
    return Counter(name[-1] for name in names)


def depth_at(shadow: str, start: int, at: int) -> int:
    """How many brackets are open at a place, counted from the start."""
    part = shadow[start:at]
    return part.count("（") - part.count("）")

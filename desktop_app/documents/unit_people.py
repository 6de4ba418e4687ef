"""Persons named beside units without a label of their own: 排水科　陶然; 责任单位及责任人：水利站（柳青）."""

import re

from desktop_app.documents import unit_words as words
from desktop_app.documents.surnames import PLAIN, SURNAMES
from desktop_app.documents.unit_names import UnitRead, has_ending

_NAME = f"[{PLAIN}][一-鿿×某]{{1,2}}"
_PERSON = re.compile(f"{_NAME}|[一-鿿]{{2}}(?:同志|局长|科长|主任|书记|镇长|站长)")
_DOING = re.compile(
    rf"(?:[一-鿿]{{0,8}}(?:委员|书记|主任|[局科镇站队处股]长|同志))?(?P<who>{_NAME}?)(?:同志)?"
    "(?:具体|牵头|总体)?(?:负责|牵头|包抓|联系|抓总|督办)"
)
_BEHIND_UNIT = re.compile(f"[{SURNAMES}][一-鿿×某]{{1,2}}")
_NO_NAME = re.compile(
    rf"{words.ROLE_NOTE}|[本原各]|兼|代|筹|司法|公安|卫[健计]|商务|科技|教育|水利|农业|林业|交通|发改|财政|人社|住建|文旅|"
    "应急|审计|统计|信访"
)
_IN_BRACKET = re.compile("（([^（）]{2,5})）$")
_BLANKS = re.compile(r"\s")


def is_plainly_person(name: str) -> bool:
    """Whether a name is built as a person's, even beside units, and does not end as a unit's does."""
    return bool(_PERSON.fullmatch(_BLANKS.sub("", name))) and not has_ending(name)


def person_doing(text: str) -> str | None:
    """The person of whom a passage says nothing but that they do it: 组织委员焦某负责."""
    found = _DOING.fullmatch(text)
    return found["who"] if found else None


def _stands_behind_unit(name: str) -> bool:
    """Whether a name in brackets or behind a blank, right behind a unit's, is a person's."""
    plain = _BLANKS.sub("", name)
    return bool(_BEHIND_UNIT.fullmatch(plain)) and not _NO_NAME.match(plain) and not has_ending(plain)


def may_be_person(name: str) -> bool:
    """Whether a name could be a person's, in a place where only units, persons and role words stand."""
    return is_plainly_person(name) or _stands_behind_unit(name)


def apart(shadow: str, units: list[UnitRead]) -> tuple[list[UnitRead], str | None]:
    """The units of a list, and the first person named among them or in brackets behind one."""
    found: list[UnitRead] = []
    person = None
    for unit in units:
        bracket = _IN_BRACKET.search(unit.name)
        gap = shadow[found[-1].span[1] : unit.span[0]] if found else "，"
        behind = gap.isspace() and has_ending(found[-1].name) and _stands_behind_unit(unit.name)
        if behind or is_plainly_person(unit.name):
            person = person or unit.name
        elif bracket and (is_plainly_person(bracket[1]) or _stands_behind_unit(bracket[1])):
            person = person or bracket[1]
            found.append(UnitRead(unit.name[: bracket.start()], (unit.span[0], unit.span[0] + bracket.start())))
        else:
            found.append(unit)
    return found, person

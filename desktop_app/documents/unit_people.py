"""Persons named beside units without a label of their own: 排水科　陶然; 责任单位及责任人：水利站（柳青）."""

import re

from desktop_app.documents.unit_names import UnitRead, has_ending

# Surnames that hardly begin another word; where a whole column names people, table_content knows more of them.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤柳温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂"
    "章鲁岳翟殷詹申欧耿关兰焦俞左柴甘祝包宁尚符舒阮纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝骆路游辛靳管柏卓阳房霞祁阎"
)
_NAME = f"[{_SURNAMES}][一-鿿×某]{{1,2}}"
_PERSON = re.compile(f"{_NAME}|[一-鿿]{{2}}(?:同志|局长|科长|主任|书记|镇长|站长)")
_DOING = re.compile(
    rf"(?:[一-鿿]{{0,8}}(?:委员|书记|主任|[局科镇站队处股]长|同志))?(?P<who>{_NAME}?)(?:同志)?"
    "(?:具体|牵头|总体)?(?:负责|牵头|包抓|联系|抓总|督办)"
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


def apart(units: list[UnitRead]) -> tuple[list[UnitRead], str | None]:
    """The units of a list, and the first person named among them or in brackets behind one."""
    found: list[UnitRead] = []
    person = None
    for unit in units:
        bracket = _IN_BRACKET.search(unit.name)
        if is_plainly_person(unit.name):
            person = person or unit.name
        elif bracket and is_plainly_person(bracket[1]):
            person = person or bracket[1]
            found.append(UnitRead(unit.name[: bracket.start()], (unit.span[0], unit.span[0] + bracket.start())))
        else:
            found.append(unit)
    return found, person

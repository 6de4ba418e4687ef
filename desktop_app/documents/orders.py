"""Orders in a sentence: 由A牵头，B、C配合，…; 责成A对…; 同意由A作为实施主体，…; 请A牵头研处，B督办."""

import re
from typing import NamedTuple

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.unit_names import UnitRead, is_bare_unit, split_units
from desktop_app.documents.units import Note

_NAME = rf"[^，。；、：“”（）由请\n]{{1,20}}?(?:{words.ENDING})(?:（[^（）]{{1,16}}）)?"
_NAMES = rf"(?P<units>{_NAME}(?:[、和及与]{_NAME})*)"
_LEADS = "牵头负责|共同牵头|牵头|负责|主办|作为(?:项目)?(?:实施主体|牵头单位|责任单位|建设单位|业主单位|责任主体)|承办"
_TOGETHER, _WITH = "|".join(words.STEPS["together"]), "|".join(words.STEPS["with"])
_HELPS = f"{_TOGETHER}|(?:做好)?(?:{_WITH})(?:做好|抓好)?(?:工作)?"
# The deed itself follows the unit's name at once: 由A对…开展, 由A制定….
_DEEDS = (
    "对|就|按|于|在|适时|[阅酌][处研办情]|尽快|抓紧|组织|制定|制订|提出|研究|开展|落实|推进|推动|加快|完善|做好|统筹|根据|依法|进一步|"
    "认真|要|应|须|将|切实|全面|起草|汇总|梳理|"
    "承担|编制|出具|办理|协调|审核|审定|会商|每|年内|\\d|立即|会后|向|以|建立|健全|启动|完成|实施|加强|强化|指定|"
    "明确|安排|筹措|保障|拨付|测算|核[实查算定]|调[研查]|摸[排底]|排查|检查|整[治改理]|修[缮建订改复]|建[设成]|新建|改造|采购|招[聘标商]|"
    "培训|组建|收集|汇编|公布|发布|印发|上报|报[送批请]|申[报请]|争取|对接|联系|衔接|跟[进踪]|督促|监[督管]|评[估审选]|验收|签[订署]|"
    "清[理查运]|拆除|调整|优化|提[供升]|配[备齐合]|划拨|支付|解决|处[理置]|化解|回复|答复|反馈|通报|约谈|宣传|引导|动员|走访|慰问|征求|听取|"
    "召开|举办|参照|结合|围绕|聚焦|针对|通过|利用|积极|主动|全力|迅速|及时|限期|分[类批别管步头]|再|全程|逐|继续|持续|务必|具体|专[题门项]|另行|"
    "为|把|将|用|从|从严|严格|巩固|深化|拓展|扩大|创[建新]|打造|培育|引进|推广|更新|维[护修]|养护|疏[通浚]|设[置立]|划定|编[写印]|补[充助齐]|统[一计]|"
    "牵[线头]|带头|负责|代|购买|选[派聘取]|研[判处]|办结|谋划|策划|布[置设]|勘[查测]|监测|巡[查逻]|值守|储备|救助|关[爱闭]|保[护证持]|管[理好控]"
)
# 市场|监管局会同…: the shortest name must not be the beginning of a longer one.
_NOT_A_NAME = (
    "(?![一-鿿]{1,8}?(?:局|委员会|委|办公室|办|科|股|中心|大队|支队|处|所|院|公司|站)"
    "(?:[，、和及与]|会同|联合|牵头|配合|负责|主办|对|抓紧|立即|尽快|研究))"
)
_NOT_A_NAME = f"(?:(?=[阅酌]处)|{_NOT_A_NAME})"  # 请某局阅处 names no 处
_OPENING = re.compile(
    r"(?:会议)?(?:研究)?(?:原则)?(?:议定|决定|确定|明确|强调|要求|同意|提出)?[，：]?(?:同意|原则同意|"
    r"明确)?(?P<call>由|请|责成|委托|授权|指定|交由|(?:要求|明确|强调|决定)[，：]?)"
)
_LEAD = re.compile(
    rf"{_NAMES}(?:(?P<role>{_LEADS})|(?P<together>{_TOGETHER})|(?P<helps>具体落实)|(?={_NOT_A_NAME}(?:{_DEEDS})))"
)
_HELPERS = re.compile(rf"[，、]?(?:(?P<with>{_TOGETHER}))?{_NAMES}(?P<role>{_HELPS})?(?=[，。；、]|按职责|$)")
_LATER = re.compile(
    rf"(?<=[，。；])(?P<call>并?由|请|责成)?{_NAMES}(?:(?P<lead>牵头负责|牵头|主办)|"
    rf"(?P<help>(?:负责)?(?:{_WITH}))|(?P<does>负责))"
)
_TOLD = re.compile(rf"(?:(?<=[，。；：\n])|^)(?:由|请|责成){_NAMES}(?=牵头|负责|会同|主办|联合)")


_CLAUSE = re.compile("[，；：](?=(?:并|同时|其中)?(?:由|请|责成|委托))")
# In a plan without a note: who is asked by name, or leads a sentence.
_ASKED = re.compile(rf"(?:(?<=[，。；：\n])|^)(?:请|责成|交由)(?!各|有关|相关){_NAMES}(?={_DEEDS})")
_HEADED = re.compile(
    rf"(?:(?<=[。；：\n])|^)(?!坚持|健全|建立|完善|形成|实行|构建|推行|发挥|落实|强化|推动|继续|加强|按照){_NAMES}(?=(?:负责)?牵头[，、负]|会同|负责[，：])"
)
IN_PLAN: dict[str, re.Pattern[str]] = {"told": _TOLD, "asked": _ASKED, "headed": _HEADED}
"""How an order stands in a plan: 由A牵头, 请B抓紧…, C牵头，…. The last two only where the name is surely a unit's."""
_MUST = re.compile("(?:要|应当?|须|必须|需)(?:牵头)?(?=[一-鿿])")


class Order(NamedTuple):
    """Who is told, and where the deed begins."""

    note: Note
    start: int


def read_order(shadow: str, source: str, start: int, end: int) -> Order | None:
    """The order that opens at `start`; None where no unit is told anything."""
    opening = _OPENING.match(shadow, start, end)
    first = opening.end() if opening else start
    told = _LEAD.match(shadow, first, end)
    if not told or not (opening or told["role"] or told["together"]):
        return None
    lead = _units(shadow, source, told)
    co: list[UnitRead] = []
    position = told.end()
    if told["together"]:
        helpers = re.compile(rf"{_NAMES}(?:{_LEADS}|(?=[，。；]|{_DEEDS}))").match(shadow, position, end)
        if helpers:
            co += _units(shadow, source, helpers)
            position = helpers.end()
    while helpers := _HELPERS.match(shadow, position, end):
        if not (helpers["role"] or helpers["with"]) or shadow[position] not in "，、":
            break
        co += _units(shadow, source, helpers)
        position = helpers.end()
    position += len(shadow[position:end]) - len(shadow[position:end].lstrip("，、 "))
    must = _MUST.match(shadow, position, end)
    position = must.end() if must else position
    later_lead, later_co = _later(shadow, source, position, end, bool(lead))
    return Order(_as_note((start, position), lead + later_lead, co + later_co), position)


def open_order(shadow: str, source: str, start: int, end: int) -> Order | None:
    """The order that opens a sentence, or a later clause of it (会议同意…，由A修改后印发)."""
    order = read_order(shadow, source, start, end)
    if order:
        return order
    calls = (read_order(shadow, source, found.end(), end) for found in _CLAUSE.finditer(shadow, start, end))
    return next((order for order in calls if order), None)


def find_order(shadow: str, source: str, start: int, end: int) -> Note | None:
    """An order somewhere inside a task that has no unit note (由养老科会同财务科提出…); its words stay in the text."""
    for name, pattern in IN_PLAN.items():
        found = pattern.search(shadow, start, end)
        order = read_order(shadow, source, found.start(), end) if found else None
        if order and (name == "told" or all(_surely(unit) for unit in order.note.lead)):
            return order.note
    return None


def _surely(unit: UnitRead) -> bool:
    return len(unit.name) > 2 and is_bare_unit(unit.name, frozenset(), at_end=False)


def _later(shadow: str, source: str, start: int, end: int, led: bool) -> tuple[list[UnitRead], list[UnitRead]]:
    """Units told further on: 由B负责技术把关 helps, 由C牵头 leads too."""
    lead: list[UnitRead] = []
    co: list[UnitRead] = []
    for found in _LATER.finditer(shadow, max(start - 1, 0), end):
        if not (found["call"] or found["lead"] or found["help"]):
            continue
        units = _units(shadow, source, found)
        if found["lead"] or not led:
            lead += units
        else:
            co += units
    return lead, co


def _units(shadow: str, source: str, found: re.Match[str]) -> list[UnitRead]:
    return split_units(shadow, source, *found.span("units"))


def _as_note(span: Span, lead: list[UnitRead], co: list[UnitRead]) -> Note:
    leads = {unit.name: unit for unit in reversed(lead)}
    helpers = {unit.name: unit for unit in reversed(co) if unit.name not in leads}
    vague = tuple(unit for unit in [*lead, *co] if re.search(words.VAGUE, unit.name))
    return Note(span, tuple(leads.values())[::-1], tuple(helpers.values())[::-1], None, (), vague)

"""Orders in a sentence: 由A牵头，B、C配合，…; 责成A对…; 同意由A作为实施主体，…; 请A牵头研处，B督办."""

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.unit_ends import name_end
from desktop_app.documents.unit_grammar import Clauses, clauses_told
from desktop_app.documents.unit_names import VERB_FIRST, UnitRead, has_ending, is_bare_unit, split_units
from desktop_app.documents.unit_note import Note, note_of

_NAME = (
    rf"(?:[^，。；、：“”（）由请\d\n]|\d{{3,5}}(?=[热急平])|（[^（）\n]{{1,4}}）(?=[一-鿿])){{1,20}}?(?:{words.ENDING})"
    "(?!理|(?<=社)会|(?<=组)织)(?<!社会)"
    "(?:（[^（）]{1,16}）)?"
)
_NAMES = rf"(?P<units>{_NAME}(?:[、和及与]{_NAME})*)等?"
_LEADS = (
    "牵头负责|(?:共同|联合)(?:牵头|负责|承担)|牵头|负责(?!人)|主办|承办|(?:确定|明确|指定)?作?为[^，。；]{0,8}?(?:实施|建设|责任|业主|牵头)"
    "(?:主体|单位|部门)|作?为(?:该|本)?(?:项目|工程)(?:的)?(?:业主|法人)"
)
_TOGETHER, _WITH = "|".join(words.STEPS["together"]), "|".join(words.STEPS["with"])
_HELPS = (
    f"{_TOGETHER}|(?:做好)?(?:{_WITH})(?:做好|抓好)?(?:工作)?|"
    f"(?:负责)?(?:做好|抓好|落实|提供)[^，。；]{{0,10}}(?:{words.SHARES})(?:工作)?|"
    "作?为[^，。；]{0,4}(?:配合|协[助办同作]|参[与加]|支持)(?:单位|部门|科室|主体)"
)
# The deed itself follows the unit's name at once: 由A对…开展, 由A制定….
_DEEDS = (
    "予以|给予|对|就|按|于|在|适时|[阅酌][处研办情]|尽快|抓紧|组织|制定|制订|提出|研究|开展|落实|推进|推动|加快|完善|做好|统筹|根据|依法|进一步|"
    "认真|要|应|须|将|切实|全面|起草|汇总|梳理|"
    "承担|编制|出具|办理|协调|审核|审定|会商|每|年内|\\d|立即|会后|向|以|建立|健全|启动|完成|实施|加强|强化|指定|"
    "明确|安排|筹措|保障|拨付|测算|核[实查算定]|调[研查]|摸[排底]|排查|检查|整[治改理]|修[缮建订改复]|建[设成]|新建|改造|采购|招[聘标商]|"
    "培训|组建|成立|抽调|收集|汇编|公布|发布|印发|上报|报[送批请]|申[报请]|争取|对接|联系|衔接|跟[进踪]|督促|监[督管]|评[估审选]|验收|签[订署]|"
    "清[理查运]|拆除|调整|优化|提[供升]|配[备齐合]|划拨|支付|解决|处[理置]|化解|回复|答复|反馈|通报|约谈|宣传|引导|动员|走访|慰问|征求|听取|"
    "召开|举办|参照|结合|围绕|聚焦|针对|通过|利用|积极|主动|全力|迅速|及时|限期|分[类批别管步头]|再|全程|逐|继续|持续|务必|具体|专[题门项]|另行|"
    "为|把|将|用|从|从严|严格|巩固|深化|拓展|扩大|创[建新]|打造|培育|引进|推广|更新|维[护修]|养护|疏[通浚]|设[置立]|划定|编[写印]|补[充助齐]|统[一计]|"
    "牵[线头]|带头|负责|代|购买|选[派聘取]|研[判处]|办结|谋划|策划|布[置设]|勘[查测]|监测|巡[查逻]|值守|储备|救助|关[爱闭]|保[护证持]|管[理好控]"
)
# 市场|监管局会同…: the shortest name must not be the beginning of a longer one.
_NOT_A_NAME = (
    "(?!(?!对(?!外|口)|把|将|按)[一-鿿]{1,8}?(?:局|委员会|委|办公室|办|科|股|中心|大队|支队|处|所|院|公司|集团|部|站)"
    "(?:[，、和及与]|会同|联合|牵头|配合|负责|主办|对|抓紧|立即|尽快|研究|要|应|须))"
)
_NOT_A_NAME = f"(?:(?=[阅酌]处)|{_NOT_A_NAME})"  # 请某局阅处 names no 处
_OPENING = re.compile(
    r"(?:会议)?(?:研究)?(?:原则)?(?:议定|决定|确定|明确|强调|要求|同意|提出)?[，：]?(?:同意|原则同意|"
    r"明确)?(?P<call>由|请|责成|委托|授权|指定|交由|交(?=[省市区县州旗镇])|将|(?:要求|明确|强调|决定)[，：]?)"
)
_HAS_TO = "(?:要|应当|应|须|必须|需)"
_LEAD = re.compile(
    rf"{_NAMES}{_HAS_TO}?(?:(?P<role>{_LEADS})|(?P<together>{_TOGETHER})|(?P<helps>具体落实)|(?={_NOT_A_NAME}(?:{_DEEDS})))"
)
_HELPERS = re.compile(rf"[，、]?(?:(?P<with>{_TOGETHER}))?{_NAMES}(?P<role>{_HELPS})?(?=[，。；、]|按职责|$)")
_BROUGHT = re.compile(  # 甲科牵头，会同乙局开展抽查
    rf"(?:[，、]|(?<=[，、]))(?P<with>{_TOGETHER}){_NAMES}(?P<role>(?!))?(?={_NOT_A_NAME}(?:{_DEEDS}))"
)
# 资金由某局统筹: who is told to do a part of it helps
_PART = re.compile(rf"(?<=[，；])(?!并|再|具体|统一)[^，。；：“”（）由请\n]{{2,14}}(?<!自)由{_NAMES}(?=[一-鿿])")
_LATER = re.compile(
    rf"(?<=[，。；])(?:\d[.、] ?)?(?P<call>并?由|请|责成)?{_NAMES}{_HAS_TO}?(?:(?P<lead>牵头负责|牵头|主办)|"
    rf"(?P<help>(?:负责)?(?:{_WITH})|(?:负责)?(?:做好|提供)[^，。；]{{0,8}}(?:{words.SHARES})(?:工作)?(?=[，。；]))|(?P<does>负责|"
    "(?=全程|跟踪|加强|抓好|落实(?![到在])|核[定实]|审核|拨付|督促|指导)))"
)
_NUMBERED = r"(?<=\d[.、])|(?<=\d[.、] )|(?<=[\d一二三四五六七八九十][）、])"  # where an item's words begin
_AT_HEAD, _OF_SENTENCE = (rf"(?:(?<=[{stops}\n])|{_NUMBERED}|^)" for stops in ("，。；：！", "。；：！"))
_TOLD = re.compile(
    rf"{_AT_HEAD}(?:(?:[此该本这上]述?项?|具体|日常|相关)(?:工作|任务|事项)?(?:具体|统一)?)?(?P<call>由|请|责成){_NAMES}"
    "(?=牵头|负责|会同|主办|联合|承担|承办|办理|落实|主抓|抓总|组织实施|作?为(?:实施|责任|建设|落实|项目|承办)(?:主体|单位))"
)


_CLAUSE = re.compile("[，；：](?=(?:并|同时|其中)?(?:由|请|责成|委托))")
_AGREED = re.compile("(?:会议)?(?:研究|审议)?(?:原则)?(?:上)?(?:同意|通过)(?!由)")
# In a plan without a note: who is asked by name, or leads a sentence.
_ASKED = re.compile(f"{_AT_HEAD}(?:请|责成|交由)(?!各|有关|相关)(?=[一-鿿]{{2}})")
_ALSO = re.compile("[一-鿿]{1,4}(?=[，、；])")  # 负责|抓总
_STOP = re.compile("[，、；。]")
_LONGEST, _NEAR = 800, 160  # characters of a sentence; of a clause that is nothing but names and what they are for
_SENTENCE = re.compile("[。；] *(?=[^ ])")
_NAME_ENDS = re.compile(r"[，、；。 \n]|\Z")
_CALLED = re.compile(f"{_AT_HEAD}(?:由|请|责成|交由|委托)(?=[一-鿿]{{2}})")
# a sentence whose first clause ends with a word for what a unit is there for: 甲负责实施，乙做好协调
_WITH_ROLE = re.compile(
    f"{_AT_HEAD}(?:由|请|责成)?(?=[^，。；：“”（）\\d\\n]{{2,40}}[牵抓主总负承统领][一-鿿]{{0,3}}[，、。；])"
)
_HEADED = re.compile(
    rf"{_OF_SENTENCE}(?=[^。；：\n]{{2,80}}?(?:牵头|会同|负责|主办|主责)){_NAMES}"
    "(?=(?:负责)?牵头[，、负]|会同|负责[，：]|主办[，、]|主责[，、])"
)
_DRAWS_UP = re.compile(rf"{_OF_SENTENCE}由{_NAMES}(?={_NOT_A_NAME}(?:制[定订]|拟定|编制|起草|出台|核定|汇总))")
IN_PLAN: dict[str, re.Pattern[str]] = {"told": _TOLD, "asked": _ASKED, "headed": _HEADED, "draws up": _DRAWS_UP}
"""How an order stands in a plan: 由A牵头; and, where the name is surely a unit's, 请B抓紧…, C牵头，…, 由D制定…."""
_SAID = re.compile("(?:批示|指示|要求|强调|批转|批注|签批)：")
_HELPING = re.compile("(?:积极|密切|全力)?(?:配合|协助|协同|参与|支持)")
_REPORTS = re.compile("汇报|介绍了|[作做]了|发言|通报了")
_MATTER = re.compile(
    "(?P<matter>(?!会议|同意|原则|决定|明确|要求|请)[^，。；：由\\n]{3,40})"
    "(?P<comma>，(?P<said>[此该本这上]述?项?(?:工作|任务|事项)?)?(?:具体|统一)?)?(?:由|交(?=[省市区县州旗镇]))"
)
_MUST = re.compile("(?:由其(?:负责)?|要|应当?|须|必须|需)(?:牵头)?(?=[一-鿿])")


_OF_A_PLACE = re.compile(
    "(?:[省市区县州旗镇乡](?!域|场|民|政设|容|城|村|内|外|级|情)|各(?!级|方|部门|单位|有关|相关)).{2,}|.{2,5}(?:镇|街道|街道办)$"
)


class Order(NamedTuple):
    """Who is told, and where the deed begins."""

    note: Note
    start: int


def read_order(shadow: str, source: str, start: int, end: int) -> Order | None:
    """The order that opens at `start`; None where no unit is told anything."""
    opening = _OPENING.match(shadow, start, end)
    first = opening.end() if opening else start
    told = _LEAD.match(shadow, first, end)
    if told and (opening or told["role"] or told["together"]) and not _goes_on(shadow, told, end):
        return _order(shadow, source, start, told, end)
    return _called(shadow, source, start, first, end) if opening else None


def _goes_on(shadow: str, told: re.Match[str], end: int) -> bool:
    """Whether the last name is the beginning of a longer one, and no deed follows it: 区住房城乡|建设局."""
    if told["role"] or told["together"] or told["helps"]:
        return False
    first, last = told.span("units")
    first = max(first, *(shadow.rfind(sign, first, last) + 1 for sign in "、和及与"))
    whole = name_end(shadow, first, end)
    return whole is not None and whole > last and shadow[whole - 1] in "局委科股"


def _called(shadow: str, source: str, start: int, first: int, end: int) -> Order | None:
    """The order to somebody called by name, whatever they are told to do: 请甲足额安排…; 由甲总抓，乙予以保障."""
    lead, co, stop, _ = clauses_told(shadow, source, first, end) or _names_told(shadow, source, first, end)
    if not lead or not _are_subjects(lead):
        return None
    later_lead, later_co = _later(shadow, source, stop, end, True)
    return Order(note_of((start, stop), lead + later_lead, co + later_co, None, ()), stop)


def _names_told(shadow: str, source: str, start: int, end: int) -> Clauses:
    """Those whose names open a passage, who all lead, and where the deed begins: 甲、乙|足额安排…."""
    units: list[UnitRead] = []
    stop = at = start
    for sign in _NAME_ENDS.finditer(shadow, start, end):
        last = name_end(shadow, at, sign.start())
        if last is None:
            break
        units += split_units(shadow, source, at, last)
        stop, at = last, sign.end()
        if last < sign.start() or sign[0] != "、":
            break
    return Clauses(units, [], stop, False)


def _order(shadow: str, source: str, start: int, told: re.Match[str], end: int) -> Order:
    """The order that begins with `told`: the helpers that follow, those told further on, and where the deed begins."""
    lead = _units(shadow, source, told)
    co: list[UnitRead] = []
    position = told.end()
    if told["together"]:
        helpers = re.compile(rf"{_NAMES}(?:{_LEADS}|一道|一起|(?=[，。；]|{_DEEDS}))").match(shadow, position, end)
        if helpers:
            co += _units(shadow, source, helpers)
            position = helpers.end()
        elif (last := name_end(shadow, position, end)) and (more := split_units(shadow, source, position, last)):
            co, position = more, last  # 会同属地街道取缔…
    while helpers := _HELPERS.match(shadow, position, end) or _BROUGHT.match(shadow, position, end):
        if not (helpers["role"] or helpers["with"]) or shadow[position] not in "，、":
            break
        co += _units(shadow, source, helpers)
        position = helpers.end()
        while helpers["with"] and shadow[position : position + 1] == "、":  # 会同甲局、乙局重新核定
            last = name_end(shadow, position + 1, end)
            if last is None:
                break
            co += split_units(shadow, source, position + 1, last)
            position = last
    more = _ALSO.match(shadow, position, end) if told["role"] else None
    position = more.end() if more and words.role_in(more[0]) else position
    if not co and told["role"] and shadow[position : position + 1] in ("，", "、"):
        more = clauses_told(shadow, source, position + 1, end)
        if more and _are_subjects(more.lead + more.co):
            co, position = more.lead + more.co, more.stop
    position += len(shadow[position:end]) - len(shadow[position:end].lstrip("，、 "))
    must = _MUST.match(shadow, position, end)
    position = must.end() if must else position
    later_lead, later_co = _later(shadow, source, position, end, bool(lead))
    return Order(note_of((start, position), lead + later_lead, co + later_co, None, ()), position)


def open_order(shadow: str, source: str, start: int, end: int) -> Order | None:
    """The order that opens a sentence, or a later clause of it (会议同意…，由A修改后印发)."""
    order = read_order(shadow, source, start, end) or _subject_order(shadow, source, start, end)
    if order:
        return order
    near = min(end, start + _LONGEST)
    calls = (read_order(shadow, source, found.end(), end) for found in _CLAUSE.finditer(shadow, start, near))
    return next((order for order in calls if order), None) or _after_agreement(shadow, source, start, end)


def _after_agreement(shadow: str, source: str, start: int, end: int) -> Order | None:
    """The order of a clause that opens with the unit itself, behind what was agreed to: 同意某方案，甲局修改后印发."""
    if not _AGREED.match(shadow, start, end):
        return None
    subjects = (_subject_order(shadow, source, stop.end(), end) for stop in _STOP.finditer(shadow, start, end))
    return next((order for order in subjects if order), None)


def _subject_order(shadow: str, source: str, start: int, end: int) -> Order | None:
    """The order of a sentence that opens with the unit itself (区财政局要足额拨付…) and reports nothing."""
    told = _LEAD.match(shadow, start, end)
    if not told or _HELPING.match(shadow, told.end(), end) or _REPORTS.search(shadow, told.end(), end):
        return None
    order = _order(shadow, source, start, told, end)
    return order if _are_subjects(order.note.lead) else None


def topic_order(shadow: str, source: str, start: int, end: int) -> tuple[Span, Order] | None:
    """The matter and the order where it stands before who is told: 绿化补植工作由A负责，B配合."""
    matter = _MATTER.match(shadow, start, end)
    if not matter or open_order(shadow, source, start, matter.end() - 1):
        return None
    order = read_order(shadow, source, matter.end() - 1, end)
    if order is None or (matter["comma"] and not matter["said"] and shadow[order.start : end].strip("，。； ")):
        return None  # what follows who is told is the deed
    return matter.span("matter"), order


def find_order(shadow: str, source: str, start: int, end: int) -> Note | None:
    """An order somewhere inside a task that has no unit note (由养老科会同财务科提出…); its words stay in the text."""
    for name, pattern in IN_PLAN.items():
        found = pattern.search(shadow, start, end)
        first = found.start("call" if found and name == "told" else 0) if found else end
        order = read_order(shadow, source, first, end) if found else None
        if order and (name == "told" or _are_subjects(order.note.lead)):
            return order.note
    said = _SAID.search(shadow, start, end)
    order = open_order(shadow, source, said.end(), end) if said else None
    return order.note if order and _are_subjects(order.note.lead) else _only_told(shadow, source, start, end)


def _only_told(shadow: str, source: str, start: int, end: int) -> Note | None:
    """A clause that is nothing but names and what they are there for: 由甲挑起，…; 甲负责实施，乙做好协调，…."""
    for found in _CALLED.finditer(shadow, start, end):
        stop = _STOP.search(shadow, found.end(), end)
        near = read_order(shadow, source, found.start(), min(end, found.end() + _NEAR)) if stop else None
        if near and stop and near.start >= stop.end() and _are_subjects(near.note.lead):
            return whole.note if (whole := read_order(shadow, source, found.start(), end)) else None
    told = _WITH_ROLE.search(shadow, start, end)
    clauses = clauses_told(shadow, source, told.end(), end) if told else None
    if told and clauses and (clauses.vouched or clauses.co) and _are_subjects(clauses.lead):  # 甲主动巡查 is a deed
        return note_of((told.end(), clauses.stop), clauses.lead, clauses.co, None, ())
    return None


def find_call(shadow: str, source: str, start: int, end: int) -> Note | None:
    """The first sentence that calls somebody by name, in minutes (由甲每半月通报一次), or opens with who must do it."""
    called = (read_order(shadow, source, found.start(), end) for found in _CALLED.finditer(shadow, start, end))
    opened = (open_order(shadow, source, stop.end(), end) for stop in _SENTENCE.finditer(shadow, start, end))
    return next((order.note for order in chain(called, opened) if order and _are_subjects(order.note.lead)), None)


def _are_subjects(units: Sequence[UnitRead]) -> bool:
    """Whether names at the head of a sentence are units and no other words that end like one; a sure one vouches."""
    names = [unit.name for unit in units]
    if any(VERB_FIRST.match(name) or not has_ending(name) for name in names):
        return False
    sure = (name for name in names if len(name) > 2 and is_bare_unit(name, frozenset(), at_end=False))
    return any(map(_OF_A_PLACE.match, names)) or any(sure)


def _later(shadow: str, source: str, start: int, end: int, led: bool) -> tuple[list[UnitRead], list[UnitRead]]:
    """Units told further on: 由B负责技术把关 helps, 由C牵头 leads too."""
    lead: list[UnitRead] = []
    co: list[UnitRead] = []
    for found in _LATER.finditer(shadow, max(start - 1, 0), end):
        units = _units(shadow, source, found)
        if not (found["call"] or found["lead"] or found["help"]) and not (led and _are_subjects(units)):
            continue
        if found["lead"] or not led:
            lead += units
        else:
            co += units
    if led:
        parts = (found for pattern in (_PART, _BROUGHT) for found in pattern.finditer(shadow, start, end))
        co += [unit for found in parts for unit in _units(shadow, source, found)]
    return lead, co


def _units(shadow: str, source: str, found: re.Match[str]) -> list[UnitRead]:
    return split_units(shadow, source, *found.span("units"))

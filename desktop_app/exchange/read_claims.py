"""What words about progress claim as a whole: that all is done, that it goes on, or nothing at all."""

import re

from desktop_app.exchange.read_values import folded

_STOP_SIGNS = ",。;、.!！:…"
_STOPS = re.compile(f"[{_STOP_SIGNS}]+")
# words that tell nothing by themselves, and of which a hollow sentence is wholly made
_FILLER = (
    "该项|该|此项|此|本项|本|各项|项|工作|任务|事项|项目|目前|当前|现在|现|仍在|仍|还在|还|正在|正|在|均|都|已按|按照|按|根据|依|"
    "时间节点|时间|时序|节点|进度|序时|既定|计划|方案|要求|安排|部署|有序|有力|稳步|持续|扎实|积极|全力|加快|抓紧|稳妥|"
    "顺利|正常|良好|逐步|较好|平稳|推进|推动|开展|实施|进行|落实|办理|跟进|执行|之中|当中|中|进展|状态|情况|总体|整体|"
    "常态化|如期|按期|按时|一切|地|的|着|了|并|且|和|与"
)
_CORE = re.compile("推进|推动|开展|实施|进行|落实|办理|跟进|执行|进展|正常|顺利|良好|平稳")
_LONGEST_HOLLOW = 80  # characters
_HOLLOW = re.compile(f"(?:{_FILLER})+")
_HOLLOW_SIGNS = "".join({*_FILLER, *",。;、.!:…！"})  # strip() with these tells at once that something else is said
_DONE_WORDS = (
    "该项|该|此项|此|本项|各项|项|工作|任务|事项|项目|目标|指标|年度|全年|本年|目前|现|均|都|已经|已|全部|全面|整体|按期|如期|提前|"
    "圆满|顺利|按时|按要求|按计划|按|序时|完成|办结|完工|竣工|完毕|验收|通过|并|了|的|100%|百分之百"
)
_DONE_CLAUSE = re.compile(rf"(?<![^{_STOP_SIGNS}])(?:{_DONE_WORDS})+(?![^{_STOP_SIGNS}])")
_DONE_CORE = re.compile("完成|办结|完工|竣工|完毕")
_BUSY = "推进|办理|实施|建设|施工|开展|进行|落实|筹备|组织|申报|审核|审批|招标|采购|改造|装修|修订|起草"
_GOING_ON = re.compile(
    rf"(?:{_BUSY})(?:之)?中(?!心|标|央|学|小)|正在?(?:按计划|按|有序|稳步|持续|积极|全力|加快|抓紧|逐步)*(?:{_BUSY})"
    "|(?:尚|还|仍)?未(?:全部|全面|能|按期)*(?:完成|办结|完工|竣工|启动|开工|开展)|尚未|仍需推进"
)


def is_hollow(words: str) -> bool:
    """Whether words say nothing of what was done: 正在按计划有序推进中."""
    if len(words) > _LONGEST_HOLLOW or folded(words).strip(_HOLLOW_SIGNS):
        return False
    clauses = _clauses(words)
    return bool(clauses) and all(_HOLLOW.fullmatch(c) and _CORE.search(c) for c in clauses)


def claims_end(words: str) -> bool:
    """Whether words say that the whole is done: 已全部完成, not 已完成选址."""
    return _ended(words) and not _GOING_ON.search(folded(words))


def claims_going_on(words: str) -> bool:
    """Whether words say that the work still goes on, and none of them that the whole is done."""
    return _GOING_ON.search(folded(words)) is not None and not _ended(words)


def _ended(words: str) -> bool:
    if not _DONE_CORE.search(words):
        return False
    return any(_DONE_CORE.search(clause) for clause in _DONE_CLAUSE.findall(folded(words)))


def _clauses(words: str) -> list[str]:
    return [clause for clause in _STOPS.split(folded(words)) if clause]

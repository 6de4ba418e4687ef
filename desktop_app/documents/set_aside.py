"""Parts of an outline that hold no tasks unless they say who does them: requirements, reviews, rosters."""

import re

from desktop_app.documents.extraction import Span
from desktop_app.documents.items import Frame
from desktop_app.documents.no_tasks import has_no_tasks
from desktop_app.documents.sections import Node, is_roster
from desktop_app.documents.units import find_notes

_COUNTED = re.compile(
    ".{0,24}(?:考核(?:统计|办法|方式|方法|程序|评分|奖惩)|统计口径|(?:名词|指标)解释)"
)  # how, by whom
_SAYS_WHO = re.compile("责任|牵头|负责|配合|主办|承办|协[办助同]")
_CLOSED = ("", "。", "；", "\n")
# what the last part of a plan is called that asks how all of it is done: 切实做好组织实施, 强化督导考核
_ASKS = re.compile(
    "(?:切实|认真|扎实|全力|进一步|着力|全面|持续|坚决)*(?:做好|抓好|抓实|加强|强化|健全|完善|狠抓|严格|压实|夯实|确保|推进)"
    "(?:组织|领导|保障|责任|落实|落地|实施|推进|督查|督导|督促|督办|考核|评估|问效|措施|机制|协调|统筹|跟踪|调度|贯彻|见效|"
    "工作|任务|各项|[和与、，])+"
)
_ASKED = re.compile(
    "组织|领导|责任|督[查导促办]|考核|考评|问效|认识|思想|重视|负责人|落实|宣传|氛围|协[调同作]|保障|统筹|机制|纪律|"
    "报送|信息|调度|总结|评估|跟踪|监督"
)
# what the last part is called that only tells in a paragraph what all of it is given: 要素保障
_PROVIDES = re.compile(
    "(?:(?:要素|政策|资金|经费|人才|人员|队伍|服务|制度|技术|物资|条件|资源|能力)[和与及、]?)*(?:支撑)?保障"
)
_SENTENCE = re.compile("[。：\n]")
_SAID = 40  # characters of a paragraph that has no head sentence


def is_set_aside(frame: Frame, node: Node, beside: list[Node], kind: str) -> bool:
    """Whether a numbered part, one of those `beside` each other, holds no tasks."""
    if kind == "minutes" or node.depth > 1:
        return False
    if _COUNTED.match(frame.shadow, *node.head):
        return True
    asks = _only_asks(frame, node, beside) or _only_provides(frame, node, beside)
    if asks or has_no_tasks(frame.shadow, *node.head, frame.year):
        return not _names_somebody(frame, node)
    return len(beside) > 1 and is_roster(frame.shadow, node)


def _names_somebody(frame: Frame, node: Node) -> bool:
    """Whether a note in the part says who does it; a name in brackets within a sentence explains the word before it."""
    for note in find_notes(frame.shadow, frame.source, node.start, node.end):
        first, last = note.span
        said = _SAYS_WHO.search(frame.shadow, first, last) or frame.shadow[last : last + 1] in _CLOSED
        if said and (note.lead or note.co):
            return True
    return False


def _only_asks(frame: Frame, node: Node, beside: list[Node]) -> bool:
    """Whether this is the last part, below parts with items, and by name and by most of its points asks how to work.

    Items counted on from the part above are tasks, whatever it is called, and so are points that say how much.
    """
    if node.depth or node is not beside[-1] or not any(other.children for other in beside[:-1]):
        return False
    title = _SENTENCE.split(frame.shadow[slice(*node.head)].strip(), maxsplit=1)[0]
    if not _ASKS.fullmatch(title.rstrip(" ，；")):
        return False
    first = node.children[0].mark if node.children else None
    if first and first.value and first.value > 1:
        return False
    points = [child.head for child in node.children] or node.body
    asked = sum(bool(_ASKED.search(_said_first(frame.shadow, span))) for span in points)
    figures = sum(any(char.isdigit() for char in frame.shadow[slice(*span)]) for span in points)
    return bool(points) and asked * 2 > len(points) and figures * 2 <= len(points)


def _only_provides(frame: Frame, node: Node, beside: list[Node]) -> bool:
    """Whether this last part, below parts with items, tells in a paragraph without a figure what is given."""
    title = frame.shadow[slice(*node.head)].strip().rstrip("。：")
    if node.depth or node is not beside[-1] or node.children or not _PROVIDES.fullmatch(title):
        return False
    figures = any(char.isdigit() for span in node.body for char in frame.shadow[slice(*span)])
    return bool(node.body) and not figures and any(other.children for other in beside[:-1])


def _said_first(shadow: str, span: Span) -> str:
    """The head sentence of a point, or its first words."""
    return _SENTENCE.split(shadow[slice(*span)], maxsplit=1)[0][:_SAID]

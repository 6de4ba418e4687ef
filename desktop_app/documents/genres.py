"""Telling a plan from what is none: news, speeches, rules, and notices that only ask for something."""

import re

from desktop_app.documents.extraction import Extraction, Span, TaskRead
from desktop_app.documents.folding import fold
from desktop_app.documents.lines import is_day, is_title

_OTHER = re.compile(
    r"(?:讲话|致辞|致词|发言|发言稿|倡议书|公告|公示|启事|简报|信息|新闻稿|通讯|办法|规定|细则|条例|章程|制度|规则|规程|合同|协议|协议书|答复|复函|"
    r"请示|情况说明|解读|慰问信|感谢信|邀请函|心得体会|先进事迹|事迹材料|调研报告|考察报告|说明书|须知|指南|公约|承诺书|"
    r"议程|日程|通讯录|问答|问卷|调查表|做法|决定|通报|介绍|概况|简介|简章|通告|公报|大事记|要闻|述职报告|流程|教程|"
    r"(?:值班|放假|考试|会议|会务|行程|接待|考察|活动日程|日程)(?:安排|方案|计划|名单)?表?)"
    r"(?:（[^（）]{1,16}）)?$"
)
_QUESTION = re.compile("问(?:题|[一二三四五六七八九十\\d]{1,2})?$|[？?]|[吗呢](?:$|。)")
_NEWS = re.compile(
    r"(?:^|\n)(?:本报讯|[^，。\n]{0,12}讯 |(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚)?，)[^\n]{0,80}"
    r"(?:召开|举行|举办|开展|调研|走访|慰问|出席)|"
    r"（?(?:通讯员|记者|撰稿|供稿)(?:：| |从|了解到|获悉|[一-鿿]{2,4}）)|(?:从.{2,20})?获悉，"
)
# a people's congress makes known what it decided that the government is to do in the year
_VOTED = re.compile(
    "(?:票决|表决|投票|审议)[^。]{0,24}(?:确定|通过|产生|决定)[^。]{0,40}(?:民生实事|实事项目|为民办?实事)"
)
_EXPLAINS = re.compile("(?:解读|读懂)(?!工作|机制|回应)")
_OTHERS_NAME = re.compile("《[^》]*》")
_DUTIES = re.compile("(?:[一-鿿]{1,2}、|（[一-鿿]{1,2}）)? *(?:(?:主要|部门|机构|单位)(?:职责|职能)|内设机构|机构设置)")
_TELLS = re.compile("会议(?:要求|强调|指出|听取|传达)|[一-鿿](?:强调|指出)[，：]|据(?:了解|介绍)，|印发了《")
_PASSED_ON = re.compile(
    "现(?:将|予|转发|印发|下发).{0,120}(?:印发|下发|转发|发给你们)(?!如下)|现(?:印发|下发|转发)(?!如下)"
)
_DECIDED = re.compile("会议(?:议定|决定|研究决定|明确)|议定事项|纪要")
_SETS_TASKS = re.compile(
    "分解|交办|任务|要点|计划|安排|方案|清单|分工|打算|重点|民生实事|实事|台账|目标|考核指标|责任|意见$"
)
_TASKS_PART = re.compile(  # 二、工作任务
    " *(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）) *"
    "(?:(?:工作|主要|重点|目标|整治|治理|行动|年度|具体)+任务(?:[和与及、]?(?:分工|措施|举措|安排))?|任务(?:分工|安排|分解)|"
    "(?:重点|主要)(?:工作|举措|措施))[：。 ]*"
)
_ITEM = re.compile("第?（?[一二三四五六七八九十\\d①-⑳]+[、.）是条章 ]|[—●■◆]")
_HEAD_LINES = 6
_POINTS = tuple("一二三四五六七八九十")
_A_YEARS_WORK = 10  # a notice that only asks for something has fewer points


def other_genre(
    title: str | None, notice: str | None, texts: list[str], tasks: tuple[TaskRead, ...], year: int | None
) -> str | None:
    """The line that shows a document to be no plan: its own title, its notice, or its news opening; None for a plan.

    `title` and `notice` are folded, `texts` the folded lines of the document, `year` what it says it is of.
    """
    head = [text.replace(" ", "") for text in texts[:_HEAD_LINES]]
    duties = None if title else next((line for line in head if _DUTIES.fullmatch(line)), None)
    if duties or 2 * sum(bool(task.lead_units) for task in tasks) >= len(tasks):
        return duties
    if 2 * sum(bool(_QUESTION.search(fold(task.title + task.text[:1]))) for task in tasks) > len(tasks):
        return texts[0][:40]
    if title:
        own = _OTHERS_NAME.sub("", title)
        other = _OTHER.search(title) and not _SETS_TASKS.search(_OTHER.sub("", title))
        return title if other or _EXPLAINS.search(own) else None
    named = next((line for line in head if len(line) <= 50 and _OTHER.search(line) and not is_title(line)), None)
    if named and not _VOTED.search("\n".join(texts[:_HEAD_LINES])):
        return named
    asks = notice and len(tasks) < _A_YEARS_WORK and not _SETS_TASKS.search(notice)
    if asks and not any(_TASKS_PART.fullmatch(text) for text in texts):
        return notice
    told = all(task.no in ("", *_POINTS) for task in tasks) and any(_TELLS.search(text) for text in texts)
    news = told or _NEWS.search("\n".join(texts[:_HEAD_LINES]))
    if news and not any(_DECIDED.search(text) for text in texts):
        return texts[0][:40]
    named = bool(texts) and not _ITEM.match(texts[0])  # what was pasted without a head may be a plan's
    return texts[0][:40] if named and not (year or notice or _says_what_is_due(tasks)) else None


def _says_what_is_due(tasks: tuple[TaskRead, ...]) -> bool:
    """Whether points without title and year can be a plan's: many of them, or figures and due times in half of them."""
    due = sum(bool(task.targets or task.deadlines) for task in tasks)
    return len(tasks) >= _A_YEARS_WORK or 2 * due >= len(tasks)


def only_covers(title: str | None, lines: list[Span], texts: list[str], extraction: Extraction) -> bool:
    """Whether this is the covering notice of a paper that is not with it: what it numbers are requirements.

    `lines` and `texts` are the places and folded words of the document's lines. The paper itself would stand below
    the day of the notice, have sections, or name who does what.
    """
    passed_on = next((end for (_, end), text in zip(lines, texts, strict=True) if _PASSED_ON.search(text)), None)
    tasks = extraction.tasks
    if title or passed_on is None or extraction.sections or len(tasks) >= _A_YEARS_WORK:
        return False
    if 2 * sum(bool(task.lead_units and task.note_spans) for task in tasks) > len(tasks):
        return False
    signed = max((end for (_, end), text in zip(lines, texts, strict=True) if is_day(text)), default=tasks[-1].span[1])
    return passed_on <= tasks[0].span[0] and all(task.span[0] < max(signed, passed_on) for task in tasks)

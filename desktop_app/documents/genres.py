"""Telling a plan from what is none: news, speeches, rules, and notices that only ask for something."""

import re

from desktop_app.documents.extraction import TaskRead
from desktop_app.documents.folding import fold
from desktop_app.documents.lines import is_title

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
_DECIDED = re.compile("会议(?:议定|决定|研究决定|明确)|议定事项|纪要")
_SETS_TASKS = re.compile("分解|交办|任务|要点|计划|安排|方案|清单|分工|打算|重点|民生实事|实事|台账|目标|责任|意见$")
_ITEM = re.compile("第?（?[一二三四五六七八九十\\d①-⑳]+[、.）是条章 ]|[—●■◆]")
_HEAD_LINES = 6
_A_YEARS_WORK = 10  # a notice that only asks for something has fewer points


def other_genre(
    title: str | None, notice: str | None, texts: list[str], tasks: tuple[TaskRead, ...], year: int | None
) -> str | None:
    """The line that shows a document to be no plan: its own title, its notice, or its news opening; None for a plan.

    `title` and `notice` are folded, `texts` the folded lines of the document, `year` what it says it is of.
    """
    if 2 * sum(bool(_QUESTION.search(fold(task.title + task.text[:1]))) for task in tasks) > len(tasks):
        return texts[0][:40]
    if title:
        return title if _OTHER.search(title) and not _SETS_TASKS.search(_OTHER.sub("", title)) else None
    head = [text.replace(" ", "") for text in texts[:_HEAD_LINES]]
    named = next((line for line in head if len(line) <= 50 and _OTHER.search(line) and not is_title(line)), None)
    if named:
        return named
    if notice and len(tasks) < _A_YEARS_WORK and not _SETS_TASKS.search(notice):
        return notice
    opening = "\n".join(texts[:_HEAD_LINES])
    if _NEWS.search(opening) and not any(_DECIDED.search(text) for text in texts):
        return texts[0][:40]
    named = bool(texts) and not _ITEM.match(texts[0])  # what was pasted without a head may be a plan's
    return texts[0][:40] if named and not (year or notice or _says_what_is_due(tasks)) else None


def _says_what_is_due(tasks: tuple[TaskRead, ...]) -> bool:
    """Whether points without title and year can be a plan's: many of them, or figures and due times in half of them."""
    due = sum(bool(task.targets or task.deadlines) for task in tasks)
    return len(tasks) >= _A_YEARS_WORK or 2 * due >= len(tasks)

"""The lines of a cleaned text, and the words by which a line shows what it is."""

import re

from desktop_app.documents.extraction import Span

_TITLE = re.compile(
    r"(?:要点|计划书?|安排|方案|总结|(?:工作|情况)汇报|打算|思路|纪要|分解表|任务表|分工表|清单|报告|台账|目标任务|重点任务|重点工作|工作任务|工作重点|工作部署|关于.{4,40}(?:意见|措施)|若干(?:政策|具体|工作)?措施|"
    r"(?:发展|建设|事业|专项|保障|体系|服务|行动|防治|达标|[”’])规划(?:纲要)?|主要任务|工作举措|行动方案|任务分工|责任分工|任务分解|责任分解|任务书|责任书|责任清单|民生实事|为民(?:办)?实事|实事项目|重点事项|"
    r"(?:交办|督办|催办|任务|通知|批办)(?:单|函|件|通知书)|(?:交办|督办)事项|(?<!附)(?:一览|[一-鿿]{2})表|作战图|施工图|路线图)"
    r"(?:（[^（）]{1,16}）)?$"
)
NAMED = re.compile("《([^《》]+)》(?:正式)?(?:[印下]发|发布|出台|公布)?")
"""A line that is nothing but a name in its marks, as a page sets the title of what it prints: 《…方案》印发."""
_NOT_TITLE = re.compile(
    r"^(?:第[一二三四五六七八九十]{1,2}部分|[上下]半?部分|[上下]篇|附件|附表|关于.*通知$|根据|按照|为|现将|请|各|标题|来源|主题)|[。；！？]|：$|的通知$|^·|^•|^[^“《]{2,8}：|"
    r"会(?:议)?(?:召开|举行)|(?:召开|举行|举办).{0,24}会(?:议)?(?: |，|$)"
)
_ORGAN = re.compile(
    r"[^，。；：、\d]{2,30}(?:局|委|委员会|办公室|政府|中心|厅|院|处|所|站|会|办|镇|街道|科|指挥部|领导小组|党组|"
    r"党委|委[一-鿿]{1,6}部|主席团)$|"
    r"(?:中共|共青团|[一-鿿]{1,6}[省市区县州旗镇乡])[^，。；：、\d]{2,20}(?:室|部|学校?|院|园|队|公司|集团|社|馆|厂|联|法院)$|"
    r"[一-鿿]{2,12}(?:[中小]学|大学|学院|学校|医院|幼儿园)$"
)
_DAY = re.compile(
    r"(?P<year>20\d\d|二[零〇○Oo0][一二三四五六七八九零〇○Oo0]{2})(?:年|[./-](?=\d))"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})(?:月|(?<=\d)[./-](?=\d))(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|(?!\d))"
)
DAY = _DAY


def lines_of(source: str, start: int, end: int) -> list[Span]:
    """The spans of the lines in `source[start:end]` that hold more than blanks, without blanks at their ends."""
    lines: list[Span] = []
    for found in re.finditer(r"[^\n]*\S", source[start:end]):
        first = start + found.start()
        first += len(found[0]) - len(found[0].lstrip())
        lines.append((first, start + found.end()))
    return lines


def is_title(line: str) -> bool:
    """Whether a folded line could be the title of a plan, a summary or minutes."""
    tight = line.replace(" ", "")
    tight = named[1] if (named := NAMED.fullmatch(tight)) else tight
    return 4 <= len(tight) <= 60 and bool(_TITLE.search(tight)) and not _NOT_TITLE.search(tight)


def is_organ(line: str) -> bool:
    """Whether a folded line is the name of an office, as in a signature."""
    return bool(_ORGAN.fullmatch(line.replace(" ", "")))


def is_day(line: str) -> bool:
    """Whether a folded line is nothing but a full date."""
    return bool(_DAY.fullmatch(line.replace(" ", "").strip("（）")))

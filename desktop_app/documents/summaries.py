"""Telling a summary of what was done from a plan, and finding its part about what comes next."""

import re

from desktop_app.documents.extraction import Span
from desktop_app.documents.numbering import mark_at

_SUMMARY = re.compile("总结|年度报告|情况汇报|情况的?报告|工作汇报|述职|工作报告|情况通报|工作情况")
_PLAN = re.compile("要点|计划|打算|安排|思路|部署|方案|分解|分工|重点任务|谋划")
_OTHERS_NAME = re.compile("《[^》]*》|政府工作报告(?!$|（)")  # 《政府工作报告》重点任务 names another paper
_CLOSING_THE_YEAR = re.compile("(?:现将|现就).{0,20}(?:工作(?:情况)?|完成情况)(?:总结|汇报|报告)如下|总结如下|汇报如下")
_NEXT = re.compile(
    r"(?:下一?(?:步|阶段|年度?|半年)|明年|来年|今后|20\d\d年)[^，。；：]{0,16}?(?:打算|计划|安排|思路|重点|任务|"
    r"举措|措施|要点|工作|谋划|部署)|(?:工作)?(?:打算|谋划)$|"
    r"[^，。；：]{0,12}(?:工作)?(?:打算|计划|安排|思路)$"
)
_SAID_NEXT = re.compile(
    r"(?:(?<=[。！\n])|(?<![\s\S]))[ 　]*(?:接下来|下一?步|下一?阶段|下半年|今后|明年|来年|新的一年|(?P<year>20\d\d)年)"
    "[^。：；]{0,30}?(?:将|要|重点|打算|计划|着力|继续|做好|抓好)"
)
_REVIEW = re.compile("完成情况|工作情况|开展情况|工作回顾|工作总结|主要成效|取得|主要做法")
_TROUBLE = re.compile("问题|不足|困难|差距|短板|薄弱")


def calls_itself_summary(title: str | None, opening: str) -> bool:
    """Whether a document with this folded title and first paragraphs looks back, and only back."""
    if title and _PLAN.search(title):
        return False
    return bool(title and _SUMMARY.search(_own(title))) or bool(not title and _CLOSING_THE_YEAR.search(opening))


def looks_both_ways(title: str | None) -> bool:
    """Whether the title names a summary and a plan in one (总结和…打算)."""
    return bool(title and _SUMMARY.search(_own(title)) and _PLAN.search(title))


def _own(title: str) -> str:
    """The title without the names of other papers in it."""
    return _OTHERS_NAME.sub("", title) or title


def is_next_part(heading: str) -> bool:
    """Whether a folded heading announces what comes next."""
    return bool(_NEXT.search(heading)) and not (_REVIEW.search(heading) and not re.search("打算|计划|下一?步", heading))


def _year(heading: str) -> int:
    found = re.search(r"20\d\d(?=年)", heading)
    return int(found[0]) if found else 0


def next_part(shadow: str, headings: list[tuple[int, Span]], lines: list[Span], first: int) -> int | None:
    """The index of the line, from `first` on, where the part about what comes next begins; None without one.

    `headings` are the top headings as (index of their line, span of their words); an unnumbered short line serves too.
    """
    told = [
        (index, shadow[start:end].strip().rstrip("。：")[:40]) for index, (start, end) in headings if index >= first
    ]
    found = [(index, words) for index, words in told if is_next_part(words)]
    if found:  # 一、2025年主要工作 looks back where 二、2026年工作思路 follows
        later = [index for index, words in found if _year(words) > _year(found[0][1]) > 0]
        return later[0] if later else found[0][0]
    for index in range(first, len(lines)):
        text = shadow[slice(*lines[index])].rstrip("。：")
        if len(text) <= 30 and "。" not in text and is_next_part(text):
            return index
    return None


def said_next(shadow: str, lines: list[Span], year: int | None) -> list[Span]:
    """Without a heading over it, what comes next from the sentence on that opens it (下一步，我局将…); as lines.

    The first is empty: a part is what stands below a heading.
    """
    for index, (start, end) in enumerate(lines):
        for found in _SAID_NEXT.finditer(shadow, start, end):
            if found["year"] is None or int(found["year"]) > (year or int(found["year"])):
                return [(found.start(), found.start()), (found.start(), end), *lines[index + 1 :]]
    return []


def without_troubles(shadow: str, paragraphs: list[Span]) -> list[Span]:
    """The paragraphs but those that open by naming what went badly, and their points in paragraphs of their own."""
    kept: list[Span] = []
    trouble = False
    for start, end in paragraphs:
        mark = mark_at(shadow, start, end, shadow)
        if not (mark and mark.kind == "point"):  # a point is of what stands before it
            trouble = bool(_TROUBLE.search(re.split("一是|首先", shadow[start:end], maxsplit=1)[0]))
        if not trouble:
            kept.append((start, end))
    return kept

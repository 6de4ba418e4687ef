"""Parts of a plan that ask, look back or warn: their points are tasks only if they name who does them."""

import re

_NO_TASKS = re.compile(
    "^(?:总体(?:要求|思路|目标)|指导思想|基本思路|.{0,6}原则$|工作(?:目标|思路|要求|原则)|(?:主要|总体|预期|"
    "年度|发展)?(?:预期)?目标(?:任务)?$|保障措施|组织(?:保障|实施|领导)$|"
    "(?:有关|相关|几点|工作)要求|推进措施|(?:实施|推进|工作)步骤$|时间安排|方法步骤|(?:工作|实施)保障$|保障机制$|"
    "(?:强化|落实|完善)(?:保障|工作)?措施(?:，[^，]{2,8})?$|.{0,12}(?:工作)?(?:回顾|总结)$|"
    ".{0,24}(?:工作|完成|主要|执行|落实|进展)(?:开展)?情况$|"
    ".{0,8}(?:存在|主要)(?:的)?(?:主要)?(?:困难|问题)|主要(?:成效|做法|亮点)|面临.{0,6}形势|形势分析|形势[与和及]任务$|"
    "(?:发展|工作|产业|基本)?现状(?:分析|情况|[与和及](?:形势|问题|短板))?$|(?:发展|工作|现实)基础(?:[与和及].{2,8})?$|"
    "(?:发展|规划|工作|编制)(?:环境|背景)(?:[与和及].{2,8})?$|(?:主要|突出|存在的?)短板(?:弱项)?$|附[件表](?:清单|目录)?$)"
)
# over what money and rules there are for all of it; none where it opens an item: 3.配套政策。出台办法2项。
_POLICIES = re.compile("(?:支撑|支持|配套|扶持|保障)政策(?:措施)?|政策(?:支撑|保障|支持)(?:措施)?")
_DONE = (
    "(?:全[局区县市镇系统]{1,2}|我局)?(?:主要|重点|各项)*(?:工作|任务|目标)*(?:完成|开展|推进|进展|所?取得的?)*"
    "(?:(?:主要|突出)?(?:情况|回顾|总结|成[绩效]|亮点|业绩)|(?<=工作))(?:[和与及、][一-鿿]{2,6})?$"
)
_PAST = re.compile(rf"(?:(?P<year>20\d\d)年度?|去年|上一?年度?|过去的?一年的?|前一?阶段的?){_DONE}")
_ACHIEVED = re.compile("(?:主要|工作|所?取得的?|阶段性?)*(?:成绩|成效|业绩)(?:[和与及、][一-鿿]{2,6})?$")
_LONGEST = 60


def has_no_tasks(shadow: str, start: int, end: int, year: int) -> bool:
    """Whether the heading at `start` announces requirements, a review or conditions, in a plan for `year`."""
    head = re.split("[。：]", shadow[start : min(end, start + _LONGEST)], maxsplit=1)[0].strip()
    past = _PAST.match(head)
    if past and (past["year"] is None or int(past["year"]) < year):
        return True
    if _POLICIES.fullmatch(head):
        return not shadow[start:end].strip()[len(head) :].strip("。： ")
    return bool(_NO_TASKS.match(head) or _ACHIEVED.match(head))

"""The words that head a column of a returned form, ours and those that people put in their place."""

import re
from functools import lru_cache

from desktop_app.exchange.read_values import folded
from desktop_app.exchange.sheet_layout import EVERY_COLUMN

OWN = {folded(column.header): column.field for column in EVERY_COLUMN}
_OTHER_WORDS = {
    "no": "编号 序 项号 任务编号",
    "title": (
        "任务 工作任务 任务名称 重点工作任务 重点工作 目标与任务 任务内容 事项 工作事项 考核指标 督办事项 工作名称"
    ),
    "content": "工作措施 主要内容 工作要求 工作内容 举措 措施 主要措施 任务举措",
    "targets": "年度目标 工作目标 目标任务 成果形式 目标 指标 年度指标",
    "deadline": "时限要求 拟定时限 完成期限 时限 计划完成时间 办理时限",
    "last": "上期进展 上期情况 上期填报 上期进展情况 上月进展",
    "status": (
        "状态 完成状态 本期状态 进展状态 办理状态 办结状态 任务状态 本月情况 本季情况 本季度情况 有无进展 是否有进展"
    ),
    "text": (
        "进展 进展情况 完成情况 推进情况 落实情况 动态 进度情况 办理情况 开展情况 进展及成效 推进落实情况 "
        "进展说明 进展和成效 进展完成情况 贯彻落实情况 工作动态 工作进展 目前进展 完成进展"
    ),
    "percent": (
        "完成率 完成比例 完成百分比 完成占比 完成进度 进度 进度率 百分比 进度百分比 进度比例 形象进度 完成度 "
        "完成率百分比"
    ),
    "finished_on": "办结时间 办结日期 办结日 完成日期 实际完成时间 实际完成日期 办结完成时间 实际办结时间",
    "evidence": (
        "佐证材料 佐证 佐证资料 印证材料 证明材料 支撑材料 佐证材料名称 佐证材料清单 佐证附件 印证资料 "
        "证明资料 佐证材料附件 附件 附件材料 附件名称 相关材料 相关附件"
    ),
}
_UNITS = set(
    "填报单位 报送单位 上报单位 单位 单位名称 镇街 镇街名称 镇街道 镇(街道) 乡镇 乡镇街道 乡镇(街道) 街道 科室 "
    "填报科室 报送科室".split()
)
_ROLE = re.compile(
    r"(?:责任|牵头|主责|主办|承办|主管|落实|实施|配合|协办|协同|协助)+(?:责任)?(?:单位|部门|科室|股室|处室|镇街|镇\(街道\))"
)
_FIELD_OF = {word: field for field, words in _OTHER_WORDS.items() for word in words.split()}
_PROBLEMS = re.compile(
    r"(?:(?:工作|任务)?(?:推进|开展|落实|实施)?(?:过程)?中)?(?:目前|当前|现阶段|本期|本月|本季度?)?"
    r"(?:存在|遇到|面临)?的?(?:主要)?(?:问题|困难)(?:[和及与、/]?(?:主要)?(?:问题|困难|不足|原因))?"
)
_NUMBER = "[1-6一二三四五六]"
_FIGURE = re.compile(
    rf"(?:目标)?指标(?P<number>{_NUMBER})(?:实际)?(?:累计)?(?:完成(?:数|值|量|情况|数量)?|实绩|数值?)"
    rf"|(?:指标)?(?:实际)?(?:累计)?完成(?:数|值|量|数量)(?P<last>{_NUMBER})"
)
_NEXT_STEPS = re.compile(
    r"(?:(?:整改)?措施[和及与、])?(?:下一?步|下一?个?阶段)(?:的|主要|重点)*(?:工作)?"
    r"(?:(?:打算|措施|计划|安排|举措|思路|工作)(?:[和及与、]?(?:打算|措施|计划|安排|举措|建议))?)|工作打算"
)
_TEXT = re.compile(
    r"(?:主要|具体)?(?:工作|任务)?(?:进展(?:情况)?|(?:推进|完成|落实|开展)情况)(?:[和及]成效)?(?:说明|描述|简述|概述)?"
)
_PERCENT = re.compile(
    r"(?:全年|年度|总体?|整体|目标|任务|工作)*(?:累计|实际)?(?:完成率|完成比例|完成百分比|完成进度)|(?:总体?|整体)进度"
)
_WORDED = {"problems": _PROBLEMS, "next_steps": _NEXT_STEPS, "text": _TEXT, "percent": _PERCENT}
_NUMERALS = {numeral: n for n, numeral in enumerate("一二三四五六", 1)}
_LONGEST = 60  # no header is longer; an answer may be, with thousands of brackets
_FRILLS = re.compile(r"\([^)]*\)|[%:*★]")
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
OTHER_PERIOD = "另一期"
_OTHER_TIME = rf"{OTHER_PERIOD}|上(?:一?个?[期月季年次]|半年)|去年|同期|往[期年]"
_PLANNED = r"计划|预计|预期|^拟"
_PART = r"^[本当][期月季](?!.*累计)|^(?:\d{1,2}月份?|[一二三四]季度)$|新增|净增|增量|剩余|尚未"
_ONLY = {
    "text": f"{_OTHER_TIME}|{_PLANNED}",
    "percent": f"{_OTHER_TIME}|{_PLANNED}|资金|支付|投资|占|同比|环比|增[长幅]|剩余|尚未",
    "finished_on": f"{_OTHER_TIME}|{_PLANNED}",
    "problems": f"{_OTHER_TIME}|已(?:解决|整改|化解)",
    "next_steps": _OTHER_TIME,
    "figure": f"{_OTHER_TIME}|{_PLANNED}|{_PART}",
}
_NEXT = re.compile(r"(?:下个?月份?|下个?季度|下期|下半年|下一?个?阶段)(?:重点)?(?:工作)?(?=打算|计划|安排|措施|思路)")
_LABEL = re.compile(r"([^:：\n]{2,12})[:：]")
_BEFORE = re.compile(
    r"(?:截[至止](?:本[月期季]末?底?|\d{1,2}月(?:\d{1,2}日|底|末)?|目前|当前)?)?"
    r"(?:本期|本月|本季度?|目前|当前|最新|累计|实际|重点)?(?:工作|任务|工作任务)?"
)


@lru_cache(maxsize=4096)
def meaning(words: str) -> str | None:
    """The field that a column under these folded words holds; None where they are not known."""
    if words in OWN or len(words) > _LONGEST:
        return OWN.get(words)
    plain = _NEXT.sub("下步", _FRILLS.sub("", words), count=1)
    figure = _FIGURE.fullmatch(plain)
    if figure:
        number = figure["number"] or figure["last"]
        return f"figure_{_NUMERALS.get(number, number)}"
    said = next((field for field, words_for in _WORDED.items() if words_for.fullmatch(plain)), None)
    return said or OWN.get(plain) or _FIELD_OF.get(plain) or _FIELD_OF.get(_BEFORE.sub("", plain, count=1))


@lru_cache(maxsize=256)  # the forms of a round all come back with the same headers
def is_narrowed(words: str, field: str) -> bool:
    """Whether a header's brackets say that it is not all of a field: 完成率(资金), 办结时间(预计), 指标①(本季新增)."""
    only = _ONLY.get("figure" if field.startswith("figure_") else field, _OTHER_TIME)
    return any(re.search(only, inside) for inside in _IN_BRACKETS.findall(words))


def header_before(words: str) -> str | None:
    """The field whose header begins what was typed: 存在问题：人手不足."""
    found = _LABEL.match(words)
    return meaning(folded(found[1])) if found else None


def names_roles(words: str) -> bool:
    """Whether a column under these folded words tells who does a task, which the ledger knows and no unit is asked."""
    return _ROLE.fullmatch(_FRILLS.sub("", words)) is not None


def names_units(words: str) -> bool:
    """Whether a column under these folded words tells of whom each row is."""
    return words.replace("、", "") in _UNITS

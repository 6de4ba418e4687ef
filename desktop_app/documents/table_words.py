"""The words of a table's header: what each column holds. A new name of a column is one entry here.

Roles are those of the contract `import` (house.md), with "neutral" for 责任单位, which leads alone and helps beside a
lead column, and "measure" for the unit a figure is counted in.
"""

import re
from functools import lru_cache

from desktop_app.documents import unit_words as words

_LABELS: tuple[tuple[str, str], ...] = (
    ("no", "序号|编号|项次|顺序号?|(?:任务|项目|事项|工作)(?:序号|编号)|序|№|no"),
    (
        "section",
        "(?:工作|任务|项目|事项|目标|重点)?(?:板块|类别|类型|分类|领域|大类|模块|条线)|(?:重点|工作)方面|"
        "方面|议题(?:名称)?|一级(?:任务|指标|目标)|专项|篇章|章节|所属(?:板块|领域)",
    ),
    ("node_q1", "第?[一1]季度(?:末|底)?(?:目标|节点|进度|任务|计划)?|1[—~-]3月份?|3月底?前?"),
    (
        "node_q2",
        "第?[二2]季度(?:末|底)?(?:目标|节点|进度|任务|计划)?|[14][—~-]6月份?|6月底?前?|上半年(?:目标|节点|进度|任务)?",
    ),
    (
        "node_q3",
        "第?[三3]季度(?:末|底)?(?:目标|节点|进度|任务|计划)?|[17][—~-]9月份?|9月底?前?|前三季度(?:目标|节点|进度)?",
    ),
    (
        "node_q4",
        "第?[四4]季度(?:末|底)?(?:目标|节点|进度|任务|计划)?|(?:10|1)[—~-]12月份?|12月底?前?|下半年(?:目标|节点|进度|任务)?",
    ),
    ("percent", "完成(?:比例|率|百分比|进度)|进度百分比|完成占比"),
    (
        "progress_text",
        "(?:目前|当前|工作|任务|最新|截至.{0,8}|本(?:期|月|季度)|第?[一二三四1-4]季度|[上下]半年|\\d{1,2}月份?)?"
        "(?:进展|推进|完成|落实|办理|实施)(?:情况|动态|结果)|"
        "工作动态|(?:目前|当前|工作|最新)进展|进展|落实情况及成效",
    ),
    (
        "state",
        "(?:完成|办理|办结|推进|销号|工作)(?:状态|状况)|是否(?:完成|销号|办结)|销号(?:情况|时间)?|亮灯|状态|评价",
    ),
    ("problems", "(?:存在|主要)?(?:的)?(?:问题|困难)(?:及原因|和困难|与困难|及困难)?|未完成原因|滞后原因"),
    ("next_steps", "下一?步(?:工作)?(?:打算|措施|计划|安排)|工作打算|整改措施|需(?:协调|上级解决).{0,6}"),
    ("evidence", "佐证(?:材料|资料)?|支撑材料|印证材料|附件"),
    ("note", "备注|说明|备考|其他"),
    (
        "contact",
        "(?:联系人|联络员|经办人)(?:姓名)?(?:及|和)?(?:联系)?(?:电话|方式)?|(?:联系|监督|办公|举报)?电话|联系方式|手机号?码?|监督方式",
    ),
    (
        "leader",
        "(?:[市区县局镇]{0,3}(?:政府)?|具体)(?:责任|分管|牵头|领办|包抓|包保|主管|挂帅|领衔|联系|挂钩|督办|负责)"
        "(?:[市区县局]{0,2})(?:局)?领导(?:干部)?|(?:包保|包联|联系|挂点|带队|主抓|分管)(?:[市区县局镇]{0,2})领导(?:干部)?|(?:负责|分管|包保|责任)同志|分管(?:副)?(?:局|市|区|县)长|(?:分管|牵头|主要)负责人|领导",
    ),
    ("person", "(?:具体|第一|直接)?(?:责任|负责|承办|经办|落实)人员?"),
    ("co", f"{words.CO_LABELS}|责任(?:配合|协办)(?:单位|科室|部门)|(?:相关|参加|参与)(?:单位|科室|部门)|配合(?:局|方)"),
    (
        "lead",
        f"{words.LEAD_LABELS}|(?:牵头|主办)(?:责任)?(?:局|委|中心|镇街|方|科)|主体责任单位|第一责任(?:科室|部门)",
    ),
    (
        "neutral",
        f"{words.NEUTRAL_LABELS}|责任(?:分工|落实|股|处)|责任镇街|单位|科室|部门|承办处室|完成科室",
    ),
    ("measure", "计量单位|计算单位|数量单位|指标单位"),
    (
        "deadline",
        f"{words.DEADLINE_LABELS}|(?:计划|预计|要求|规定|最迟)?(?:完成|办结|办理|截止|结束|达成|反馈)(?:时间|时限|"
        "期限|日期|节点)(?:要求|节点)?|截止|期限|时间|节点时间|时限安排|时间安排|(?:工作)?周期|"
        "(?:分月|季度|月度|工作|任务|阶段)?(?:序时|形象|节点|时序)?(?:进度|节点)(?:安排|计划|要求|目标)?|推进(?:时间|计划|节点)",
    ),
    (
        "target",
        "(?:年度|工作|任务|预期|量化|考核|具体|主要|总体|全年|完成|责任|阶段|绩效|目标|绝对)?(?:目标|指标|目标任务|"
        "任务目标|工作目标|目标值|目标要求|指标值|目标指标|指标任务|任务指标|任务数|标准)|"
        "(?:预期|工作|最终)?(?:成果|成效)(?:形式)?|计划数|任务量|目标数|绩效目标|建设(?:规模|标准)|年度计划",
    ),
    (
        "action",
        "(?:具体|工作|主要|重点|推进|落实|保障|细化|实施|推动)?(?:举措|措施)|(?:主要|工作|具体|建设|实施|重点|任务)"
        "(?:内容|要求)|任务要求|工作要求|实施步骤|具体(?:工作|任务|事项|安排)|工作目标及任务要求|(?:三级|二级)指标|内容|"
        "工作(?:安排|步骤)|细化任务|子任务|分项任务|实施方案",
    ),
    (
        "task",
        "(?:重点|工作|主要|目标|年度|二级|牵头|改革|督办|督查|交办|实事|民生|攻坚|分解)?(?:任务|事项|项目|工作)(?:名称|"
        "内容|事项|分解|清单|项目|安排)?|重点(?:工作)?(?:任务|事项|项目)(?:名称|内容)?|任务|事项|项目|"
        "目标(?:与|和|及)(?:工作)?任务|"
        "(?:年度)?重点工作(?:任务)?(?:内容|名称)?|工作(?:任务|要点|名称)(?:内容)?|议定(?:事项|内容)|批示(?:内容|事项|要求)|"
        "民生实事(?:项目)?(?:名称|内容)?|报告(?:内容|原文|任务|表述)|政府工作报告.{0,10}|要点(?:内容)?|工作内容(?:及|和)(?:目标|"
        "要求|措施)|(?:目标)?任务(?:内容)?(?:及|和|与)(?:目标|要求|措施|标准|分工)|决策部署|[一-鿿]{2,6}名称|名称",
    ),
)

COLUMNS = tuple((role, re.compile(f"(?:{labels})", re.IGNORECASE)) for role, labels in _LABELS)
"""Role and the names of its columns, the narrower before the wider."""

_YEAR = re.compile(r"^(?:20\d\d年?度?|本年度?|今年|全[区县市局]|我[区县市局]|区级|县级|市级|局)(?=.{2})")
_BRACKET = re.compile("（[^（）]*）|（.*$")


@lru_cache(4096)
def role_of(label: str) -> str | None:
    """What the column under this folded label holds; None where the label is none that offices use."""
    tight = re.sub(r"[\s：:*★]", "", label)
    bare = _BRACKET.sub("", tight)
    for name in dict.fromkeys((tight.replace("（", "").replace("）", ""), bare, _YEAR.sub("", bare))):
        for role, pattern in COLUMNS:
            if name and pattern.fullmatch(name):
                return role
    return None


_BODY = re.compile(f"(?:{words.ENDING})$")
_GUESSES = (
    ("leader", re.compile("领导|局长|负责人")),
    ("deadline", re.compile("时限|期限|(?:完成|办结).*时间")),
    ("action", re.compile("内容|措施|举措|要求|步骤|做法|任务|事项")),
    ("target", re.compile("目标|指标|规模|成果|成效|标准")),
)


def guess_of(label: str) -> str | None:
    """What a column with an unusual label in a known header most likely holds: 建设内容及规模 tells how."""
    tight = _BRACKET.sub("", re.sub(r"\s", "", label))
    told = words.role_in(tight) if _BODY.search(tight) else None
    return told or next((role for role, words_in in _GUESSES if words_in.search(tight)), None)


NOTE_ROW = re.compile(
    r"（?(?:注|备注|说明|填表说明|填报说明|附注|编制说明)[\d一二三四五]?(?: *[：:．.、]|$)|※|(?:数据|统计)?截[至止]|"
    r"(?:计量)?单位[：:]|(?:数据)?来源[：:]|(?:填报|制表|填表|审核|报送|联系|统计|编制|负责|经办|签发)"
    r"(?:(?:单位|人|时间|日期|电话|部门|科室)(?:（[^（）]*）)?(?: *[：:]|$)| *[：:])|单位负责人|"
    r"(?:合|总|小)计|共计|以上|（?续表|第.{1,3}页"
)
"""Rows that are no tasks: remarks below the table, who filled it in, sums."""

SAME_AS_ABOVE = frozenset({"同上", "〃", "″", "”", '"', "同前", "……"})
NOTHING = frozenset({"-", "—", "——", "/", "无", "\\", "--", "－"})
COUNT_OF_ITEMS = re.compile(r"（共?[\d一二三四五六七八九十]{1,3}[项个件条]）$")
MEASURE = re.compile(
    "%|‰|万?人次?|人（次）|[万亿]?元|万?[个张户家所处次场件对名套份例座条篇期项批只台辆床支间亩]|公里|平方米|百分点|个百分点"
)
"""A unit that a column of figures is counted in."""

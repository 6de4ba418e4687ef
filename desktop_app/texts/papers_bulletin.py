"""Words of the bulletin (通报): its fields, by the names that templates have for them, and the sentences in them."""

FIELDS = {
    "period": "期",
    "as_of": "截至日",
    "to": "主送",
    "plans": "来源",
    "total": "任务总数",
    "labels": "状态统计",
    "not_issued": "未下达",
    "rate": "完成率",
    "pace": "平均进度",
    "before": "环比",
    "sections": "板块情况",
    "asked": "应报数",
    "in_time": "按时反馈",
    "late": "迟报单位",
    "silent": "未报单位",
    "good": "进展较好",
    "behind_count": "滞后概况",
    "behind": "滞后事项",
    "problems": "主要问题",
    "due": "下步到期",
}
TO = "局机关各科室、局属各单位"
PLAN, PLANS, NO_PLAN = "《{title}》", "、", "年度重点工作安排"
LABEL = "{label}{count}项（占{share}%）"
LABEL_COUNT = "{label}{count}项"
NOT_ISSUED = "另有{count}项上级尚未下达，不计入统计。"
RATE = "完成率为{rate}%（已完成{done}项÷总数{total}项）。"
PACE = "已报完成率的{count}项任务平均完成{done}%，平均序时进度{expected}%，{gap}。"
AHEAD, EVEN, LAGGING = "超前{gap}个百分点", "与序时进度持平", "落后{gap}个百分点"
BEFORE = "与{day}相比：{changes}。"
MORE, FEWER, SAME = "{label}增加{count}项", "{label}减少{count}项", "各类任务数量没有变化"
SECTION = "{name}：共{count}项，{labels}{pace}。"
SECTION_PACE = "，已报任务平均完成{done}%，平均序时进度{expected}%"
ASKED = "本期应反馈单位{asked}个，已反馈{reported}个。"
IN_TIME = "其中按时反馈{count}个，按时反馈率{rate}%（按时反馈{count}个÷应反馈{asked}个）。"
LATE, SILENT = "迟报的单位{count}个：{units}。", "未反馈的单位{count}个：{units}。"
GOOD_DONE = "已完成的事项{count}项：{tasks}。"
GOOD_AHEAD = "超序时进度的事项{count}项，其中超前较多的：{tasks}。"
AHEAD_TASK = "{unit}{task}（完成{done}%{late}，超前{gap}个百分点）"
DONE_TASK = "{unit}{task}"
BEHIND_COUNT = "滞后事项共{count}项，涉及{units}个单位：{labels}。"
BEHIND_UNIT = "{unit}（{count}项）：{tasks}。"
BEHIND_TASK = "{task}完成{done}%{late}，序时进度{expected}%，落后{gap}个百分点"
OVERDUE_TASK = "{task}时限为{deadline}，已逾期，完成{done}%{late}"
BEHIND_FOR = "{task}{late}：{reason}"
CAME_LATE = "（补报）"
UNKNOWN_TASK = "{task}时限为{deadline}，已逾期，本期未报完成率"
TASK, TASK_BARE = "第{no}项“{title}”", "“{title}”"
PROBLEM = "{unit}（{task}）：{text}"
DUE = "{first}至{last}到期、尚未完成的任务{count}项：{tasks}。"
DUE_TASK = "{unit}{task}（{deadline}）"
DAY, MONTH_DAY = "{day.year}年{day.month}月{day.day}日", "{day.month}月{day.day}日"
SEMICOLON, COMMA = "；", "、"
STOPS = "。；;，,"
NO_LEAD = "未定牵头单位"
BEHIND_TABLE = "滞后事项清单"
CHARTS = "进展情况图"
TABLE_HEADERS = ("序号", "重点任务", "牵头单位", "完成时限", "完成%", "序时%", "状态", "情况说明")
ELLIPSIS = "……"

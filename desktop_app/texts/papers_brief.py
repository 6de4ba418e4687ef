"""Words of the leader's one-page brief (领导简报)."""

TITLE = "{period}重点工作任务简报"
UNDER = "（供局领导参阅　数据截至{day}）"
HEADS = ("", "任务总数", "已完成", "正常推进", "滞后", "已逾期", "未报", "其他")
LINES = ("项数", "占比(%)", "较上期")
NONE = "—"
OTHER_NOTE = "其他：长期坚持、暂缓的任务。"
PICTURE = "各板块进度和各单位亮灯"
CONCERN = "需要关注的事项（共{count}项，列{shown}项）"
CONCERN_ALL = "需要关注的事项（共{count}项）"
CONCERN_HEADS = ("序号", "事项", "牵头单位", "分管领导", "完成%", "序时%", "状态")
LEADERS = "分管领导任务进展"
LEADER_HEADS = ("分管领导", "任务", "已完成", "滞后", "已逾期", "未报", "平均完成%", "平均序时%")
NOTHING_LATE = "目前没有滞后、逾期的事项。"
SILENT = "未报单位{count}个：{units}。"
AND_MORE = "{first}等"
LIST = "、"
CUT = "…"

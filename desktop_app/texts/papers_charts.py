"""Words on charts."""

PACE_SECTIONS, PACE_UNITS = "各板块平均完成率与序时进度（%）", "各牵头单位平均完成率与序时进度（%）"
STACK, TARGETS, TREND = (
    "各牵头单位任务亮灯情况（项）",
    "目标指标完成比例（%，进度较慢的在前）",
    "历次填报平均完成率（%）",
)
HEAT = "各单位按时反馈情况"
DONE, EXPECTED = "完成率", "序时进度"
LIGHTS = {"blue": "蓝灯", "green": "绿灯", "amber": "黄灯", "red": "红灯", "grey": "灰灯（未报等）"}
MARKS = {"in time": "按时", "late": "迟报", "silent": "未报", "open": "未到期", "": ""}
MORE = "…"
PERIOD_MONTH, PERIOD_OTHER = "{month}月", "{name}"
ATTACHMENT = "进展情况图"

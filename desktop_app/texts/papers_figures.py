"""Words of the tables of figures (统计表)."""

TITLE = "{period}重点工作任务统计表"
UNDER = "（数据截至{day}）"
RATES, LEADERS, UNITS, SECTIONS = "主要比率", "按分管领导", "按牵头单位", "按工作板块"
REPORTING, RANKING, TREND, TURNED = "各单位反馈情况", "评分和名次", "历次填报", "与{period}相比有变化的任务"
RATE_HEADS = ("比率", "计算式", "结果(%)")
GROUP_HEADS = {LEADERS: "分管领导", UNITS: "牵头单位", SECTIONS: "工作板块"}
COUNT, DONE, EXPECTED = "任务", "平均完成%", "平均序时%"
REPORTING_HEADS = ("单位", "应报期数", "按时", "迟报", "未报", "按时反馈率(%)")
RANKING_HEADS = ("名次", "单位", "得分", "算法")
TREND_HEAD = "填报批次"
TURNED_HEADS = ("序号", "重点任务", "牵头单位", "当时", "现在", "完成%变化")
CHANGE = "{before}→{after}"
STOOD = "另有{further}项完成率有提高，{same}项没有变化。"
NOTHING_TURNED = "没有任务变换状态。"
RATE_NOTE = "未下达的任务不计入任何比率；平均值只算已报完成率的任务。"
LIGHTS = {"blue": "蓝灯", "green": "绿灯", "amber": "黄灯", "red": "红灯", "grey": "灰灯"}
NONE = "—"
LIST = "、"

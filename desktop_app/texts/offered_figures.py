"""Sentences of the dialog that offers figures found in what units wrote."""

WINDOW = "从进展文字中提取完成数"
LABEL = "从进展文字提取{count}个完成数"
HEAD = "在最近一次填报的文字里读到{count}个完成数，请核对后采用"
COLUMNS = ("采用", "任务", "指标", "目标", "读到", "原话", "单位")
TABLE = "读到的完成数"
QUOTED = "{before}【{figure}】{after}"
HINT = "空格 勾选或取消　没有勾选的不采用，以后不再提示"
STORE = "采用{count}个"
EVERY = "全部勾选"
LEAVE = "以后再说"
NOTHING = "最近一次填报的文字里，没有读到可以采用的完成数。"

"""Sentences of the dialog that gives many tasks their lead units."""

WINDOW = "批量指定牵头单位"
HEAD = "{count}项任务没有牵头单位"
COLUMNS = ("任务", "指定为", "建议1", "建议2", "建议3")
NUMBERED = "{digit} {unit}"
TABLE = "没有牵头单位的任务"
WHY = "{unit}：{reason}"
BREAK = "　"
NO_SUGGESTION = "没有建议。请直接输入单位名称，多个单位用“、”分开。"
ALL_FIRST = "其余都用建议1"
STORE = "指定{count}项"
LEAVE = "取消"
NOTHING = "筛选出的任务都已有牵头单位。"

"""Sentences about returned values that are asked about, and about the slips that units get back."""

# A figure for one target
DOUBT_RANGE = "填的是“{raw}”，是一个范围，是否按{suggested}计？"
DOUBT_SCALE = "填的是{raw}，没有写单位，指标按万（亿）计，是否按{suggested}{unit}计？"
DOUBT_FAR = "填的是{raw}，超过指标{target}的10倍，请核对单位。"
DOUBT_UNIT = "填的是“{raw}”，指标的单位是“{unit}”，请核对后人工填写。"
NO_UNIT = "（无）"
FIGURE_FALLS = "填{theirs}，低于上期的{last}。"
FIGURE_CHANGED = "填{theirs}，但发表之后这项指标已改为“{target}”，请核对是否仍然适用。"
FIGURE_GONE = "填{theirs}，但发表之后这项指标已经取消，请核对。"
FIGURE_OVER = "填{theirs}，超过100%。"
FIGURE_SHORT = "填{theirs}，没有达到指标{target}，但完成率填的是100。"
FIGURE_NOT_ASKED = "填的是“{raw}”，但这项任务没有这个指标，没有采用。"
FIGURE_IN_WORDS = "没有填，但进展情况中写到{suggested}{unit}，是否登记？"
NO_FIGURE = "选了“已办结”，但没有填{fields}。请向单位核实。"

# Words that do not go with the rest
HOLLOW = "写的是“{raw}”，没有说做了什么。请核对是否照录。"
REPEATED = "与上期写的完全相同。请核对是否照录。"
GOING_ON = "填{theirs}，但进展情况写的是“{text}”。请核对。"
ENDED = "填{theirs}，但进展情况写的是“{text}”。请核对。"
ENDED_TEXT = "写的是“{text}”，但完成率是{percent}。请核对。"
CLOSED = "填{theirs}，但台账中这项任务{state}。请核对是否重新打开。"
NO_MORE = "无"
TAKEN_BACK = "填的是“{raw}”，本批前面报过“{before}”。是否改为“无”？"
LONGEST_QUOTE = 24
CUT = "…"

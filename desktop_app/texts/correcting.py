"""Words for correcting what was read, from the source text itself."""

ACTS = {
    "title": "作为标题",
    "lead": "作为牵头单位",
    "co": "作为配合单位",
    "deadline": "作为完成时限",
    "target": "加为目标指标",
}
LABEL = "按原文更正“{title}”的{field}"
FIELDS = {"title": "标题", "lead": "牵头单位", "co": "配合单位", "deadline": "完成时限", "target": "目标指标"}
EDGES = " 　\t\n\u2028。；;，,、：:（）()【】"
CHART = "{words}，各期完成：{figures}"
FIGURE = "{period}{figure}"
BETWEEN = "，"
YEAR = "年"

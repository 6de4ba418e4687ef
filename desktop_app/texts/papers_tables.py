"""Words of the tables among the papers: the breakdown of tasks (任务分解表) and the list of tasks behind."""

ATTACHMENT = "附件"
BREAKDOWN_TITLE = "{year}年重点工作任务分解表"
DRAFT = "\n（征求意见稿）"
BREAKDOWN = {
    "no": "序号",
    "section": "工作板块",
    "task": "重点任务",
    "content": "具体举措",
    "targets": "目标指标",
    "q1": "一季度",
    "q2": "二季度",
    "q3": "三季度",
    "q4": "四季度",
    "leader": "分管领导",
    "lead": "牵头单位",
    "co": "配合单位",
    "person": "责任人",
    "deadline": "完成时限",
    "note": "备注",
}
OVER = {"nodes": "时间节点", "duty": "责任分工"}
BREAKDOWN_NOTE = "注：牵头单位列多个的，第一个为主牵头单位；未注明时限的，按当年12月31日前完成。"
NODE = "完成"
ONGOING = "长期坚持"
COMMA = "、"
DAY = "{day.month}月{day.day}日前"
BEHIND_TITLE = "滞后事项清单"
BEHIND = {
    "no": "序号",
    "task": "重点任务",
    "lead": "牵头单位",
    "deadline": "完成时限",
    "done": "完成率(%)",
    "expected": "序时进度(%)",
    "label": "状态",
}
BEHIND_NOTE = "注：按牵头单位排列，数据截至{day}。{late}"
LATE_NOTE = "标“补报”的，是报送截止日之后才报来的数据。"
CAME_LATE = "\n（补报）"
SHEET = "清单"
FOOTER = "&C第&P页，共&N页"
COLON = "："

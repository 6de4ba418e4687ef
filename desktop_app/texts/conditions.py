"""Words of the conditions over the ledger and of the views that are kept."""

MORE = "条件"
MORE_TIP = "按年度、来源、责任领导、时限、完成率等筛选，可选“同时满足”或“满足任意一个”"
TITLE = "筛选条件"
JOINED = "各条件之间"
JOINS = {False: "同时满足", True: "满足任意一个"}
ANY = "任一："
SETS = {
    "leads": "牵头单位",
    "years": "年度",
    "plans": "来源文件",
    "leaders": "责任领导",
    "persons": "责任人",
}
YEAR = "{year}年度"
DUE = "完成时限"
DONE = "完成率"
FROM = "从"
TO = "到"
OPEN = "不限"
PERCENT = "%"
TRAITS = {
    "unassigned": "未指定牵头",
    "joint": "有配合单位",
    "reported": "本期已报",
    "silent": "本期未报",
    "behind_twice": "连续两期落后",
    "with_problems": "填了存在问题",
    "with_target": "有目标指标",
    "without_target": "没有目标指标",
    "with_nodes": "有时间节点",
    "without_deadline": "没有完成时限",
    "default_deadline": "时限为默认",
    "carried": "上年结转",
    "action": "只看举措",
    "noted": "有备注",
}
TRAITS_TITLE = "还要具备"
COUNT = "符合条件：{count}项"
USE = "筛选"
CLEAR = "清空条件"
CANCEL = "取消"
SPAN = "{name} {first}—{last}"
SET = "{name}：{values}"
NAMES = "、"
BREAK = "；"
COUNTED = "{name}：{count}项"

VIEWS = "视图"
VIEWS_TIP = "保存好的筛选，一点就用；台账和甘特图通用"
BEHIND_TWICE = "连续两期落后（{count}）"
KEEP = "保存当前筛选为视图…"
KEEP_TITLE = "保存视图"
KEEP_NAME = "给这个视图起个名字："
KEEP_LABEL = "保存视图“{name}”"
FORGET = "删除视图"
FORGET_LABEL = "删除视图“{name}”"
NOT_A_VIEW = "请先筛选、搜索或换一种分组，再保存为视图。"

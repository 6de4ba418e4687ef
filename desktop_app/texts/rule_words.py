"""What the rules of the ledger are called, and what they say, in the history."""

NAMES = {
    "lights": "亮灯规则",
    "expected": "序时进度推算办法",
    "scores": "评分规则",
    "due": "截止日遇休息日",
    "holidays:": "{key}年节假日",
    "light:": "人工定灯：{task}",
    "back:": "核实退回：{task}",
    "posts": "领导岗位",
    "shares:": "指标分解",
    "files:": "附件：{task}",
    "extend:": "延期：{task}",
    "view:": "保存的视图：{key}",
    "columns:": "表头对应的列",
    "order:": "督办单编号",
    "issued:": "已印发的材料",
    "opinion:": "对征求意见稿的意见",
    "template:": "材料的文字模板",
}
OTHER = "其他设定"
SET = "已设定"
LIGHTS = "黄灯{amber:g}个、红灯{red:g}个百分点"
LOOK = "，{verdict}为{colour}灯“{label}”"
NEAR = "，临期{near}天"
NODES = {True: "，有节点的按节点", False: "，不按节点"}
HOLIDAYS = "放假{off}天，调休上班{work}天"
HAND = "{label}，{since}至{until}，{reason}"
BACK = "{on}，{reason}"
POST = "{post} {person}"
FILES = "、"
EXTENSION = "{old}延至{new}，{by}批准，{reason}"
NO_DAY = "未定时限"
SCORES = {True: "启用，基础分{base:g}分", False: "未启用"}
OPINION = "{unit}：{text}"
DUE = {"earlier": "提前", "later": "顺延", "as set": "不动"}

"""Words of the rates, of what changed between rounds, and of scoring."""

SETTLED = ("办结率", "已办结", "应办结（已到期）")
DONE = ("完成率", "已完成", "任务总数")
SETTLED_IN_TIME = ("按期办结率", "按期办结", "应办结（已到期）")
STARTED = ("启动率", "已启动", "任务总数")
FORMULA = "{name}＝{over}{above}项÷{under}{below}项＝{percent}"
NOTHING = "—"

EVENTS = {
    "silent": "未报",
    "late report": "迟报",
    "behind": "滞后",
    "far behind": "严重滞后",
    "overdue": "逾期未办结",
    "sent back": "退回",
    "finished": "已完成",
}
ROLES = {"lead": "牵头", "co": "配合"}
SCORE_LINE = "{event}（{role}）{count}项，每项{points:+g}分，共{total:+g}分"
SCORE_FORMULA = "得分＝基础分{base:g}分，{lines}，合计{score:g}分"
SCORE_PLAIN = "得分＝基础分{base:g}分，无加减分"
COMMA = "、"

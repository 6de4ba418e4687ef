"""Sentences of the end of a task (待销号, 销号, 退回), and of a light that is set by hand."""

CHECK = "核实销号…"
BY_HAND = "人工定灯…"
CHECK_TITLE, HAND_TITLE = "核实销号", "人工定灯"
TASK = "{title}"
NOW = "当前：{label}。{reason}"
WAYS = {
    "finish": "任务已完成，转为待销号",
    "close": "核实通过，销号",
    "send back": "核实未通过，退回重办",
    "reopen": "撤回销号，重新推进",
}
LINES = {
    "finish": "{day} 转待销号：{words}",
    "close": "{day} 核实销号：{words}",
    "send back": "{day} 核实未通过，退回：{words}",
    "reopen": "{day} 撤回销号：{words}",
}
LABELS = {
    "finish": "“{title}”转为待销号",
    "close": "“{title}”销号",
    "send back": "退回“{title}”",
    "reopen": "撤回“{title}”的销号",
}
WORDS = "核实情况和佐证（销号、退回时必填，记入备注）"
WORDS_HINT = "如：7月2日现场核实，验收单、照片已存档"
NO_WORDS = "请写明核实情况和佐证，或退回的原因。台账没有改动。"
NO_WAYS = "该任务目前是“{label}”，没有可办的销号事项。台账没有改动。"
DO, CANCEL = "确定", "取消"

HAND_ABOUT = "到期后自动恢复按规则亮灯。理由会写在亮灯说明里。未报的任务仍显示未报，填报后才按人工定灯。"
VERDICT, REASON, UNTIL = "定为", "理由", "有效期至"
REASON_HINT = "如：上级调整了时间安排，见会议纪要"
NO_REASON = "请写明人工定灯的理由。台账没有改动。"
BY_RULE = "恢复按规则"
LABEL_HAND = "“{title}”人工定灯为{label}"
LABEL_RULE = "“{title}”恢复按规则亮灯"

"""Words of the year-end summary (年终总结) material."""

FIELDS = {
    "results": "分板块成效",
    "targets": "指标概况",
    "met": "已达成指标",
    "missed": "未达成指标",
    "open": "未完成事项",
}
SECTION = "（{place}）{name}。共{count}项任务，已完成{done}项。"
NO_SECTION = "其他工作"
STANDS, CAME_LATE = "{label}，完成{done}%{late}", "（补报）"
TASK, TASK_BARE = "第{no}项“{title}”", "“{title}”"
RESULT = "{task}：{stands}。{said}{figures}"
FIGURES = "指标：{figures}。"
FIGURE, FIGURE_BARE = "{item}目标{aim}{unit}、完成{reported}{unit}", "{item}完成{reported}{unit}"
COMMA = "，"
TARGET = "{task}：{figure}。"
TARGETS = "已报数的目标指标{judged}个，已达成{met}个，未达成{missed}个。"
OPEN = "{task}：{label}。{reason}"

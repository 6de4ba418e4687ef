"""Sentences of the command line."""

PROGRAM = "督办台账：从工作要点到填报、汇总、甘特图。不带参数时打开窗口。"
VERB = "命令"
USAGE = "用法："
ARGUMENTS = "内容"
OPTIONS = "选项"
SHOW_HELP = "显示这段说明"
MISTYPED = "{usage}\n命令写法不对。台账没有改动。请在命令后加 --help 查看写法。"
HELP = {
    "extract": "读取工作要点，输出读到的任务（JSON），不存入台账。",
    "suggest": "为工作要点的各项任务建议牵头单位，每项至多三个，各有理由；不存入台账。",
    "compare": "比对两份工作要点：逐项配对，列出新增、取消和有变化的任务。",
    "intake": "读取工作要点并建立台账，记为一条可撤销的操作。",
    "import": "导入已有的 Excel 台账（任意格式），记为一条可撤销的操作；本台账导出后改过的，收回其中的修改。",
    "fill": "用台账的内容填好上级下发的 Excel 表，另存为新文件，原表样式不动。",
    "dispatch": "为一个填报周期生成各单位的填报表和通知。",
    "collect": "读取收回的填报表，列出变化和疑问；加 --apply 合并没有疑问的部分。",
    "export": "把台账导出为 .xlsx、.jsonl 或 .csv 文件。",
    "status": "列出各项任务在某一天的进展和亮灯，每盏灯都有理由。",
    "gantt": "生成甘特图（.pdf、.png 或 .xlsx）。",
    "report": "写出材料：通知、分解表、通报、督办单、总结、领导简报、统计表、图表等（.docx .pdf .png，表也可 .xlsx）。",
    "issued": "列出已登记印发的材料，以及其中后来有变动的数据。",
    "opinion": "登记单位对征求意见稿某项任务的意见和采纳情况；不写任务时列出全部意见。",
    "template": "列出、修改或恢复材料的文字模板。",
    "check-docx": "核对改过的材料：数字与台账不一致的逐个列出，并给出应有的数。",
    "journal": "列出操作记录；给出编号时列出这一条的每处改动。",
    "undo": "撤销最近一条或指定的操作；撤销一条“撤销”即为重做。",
    "check": "检查台账文件是否完好，不作任何改动；加 --repair 先备份再修复。",
    "backup": "备份台账，并核对备份与台账一致。",
    "restore": "用备份、交接包或台账内容文件恢复台账；原来的台账先备份。",
    "shots": "把各个页面画成图片。",
    "demo": "用示例要点走完三个月的填报，生成示例台账和各种文件。",
    "self-test": "自检：在临时文件夹里走一遍主要功能，写出结果。",
}
REPAIR = "先备份，再修复能自动修复的损坏，不丢掉任何一行"
SECOND_PLACE = "另复制一份到这个文件夹（U盘等）"
BACKUP_FILE = "备份（.duban）、交接包（.zip）或台账内容（.jsonl）"
DATA = "台账所在的文件夹；不写时用本机用户自己的"
JSON = "输出一个JSON对象"
FILE = "工作要点文件（.docx .doc .wps .txt .pdf .html，或任务分解表 .xlsx .xls .et .ods）"
REVISES = "这是台账中这份工作要点（标题或编号）的新文本：更新任务，保留进展"
EITHER = "工作要点文件，或台账中工作要点的标题、编号"
ONLY = "只导入这个单位牵头或配合的任务（政府工作报告任务分解等）"
CARRY = "从 A 结转到 B：关联同一任务，沿用牵头单位，未完成的任务列入 B"
CARRIED = "已结转：关联{linked}项，列入{taken}项。"
UPPER_FORM = "上级下发的表（.xlsx）；在窗口里指明过各列的，记得怎样对应"
LEDGER_FILE = "Excel 台账（.xlsx .xls .et .ods .csv）"
DRY_RUN = "只看读成什么样，不存入台账"
SHEET = "要读的表的名称；不写时读任务最多的一张"
PERIOD = "填报周期：2026-06、2026-Q2、2026-H1 或 2026"
DUE = "报送截止日期，如 2026-06-27；不写时为周期最后一天"
AS_OF = "数据截止日期，如 2026-06-30"
ASK = (
    "要求填报的栏目，用逗号隔开：text 进展情况、percent 完成率、finished_on 办结时间、problems 存在问题、"
    "next_steps 下步打算、evidence 佐证材料、figures 各项指标完成数；不写时为前四栏"
)
ONLY_UNIT = "只发给这个单位，可以写几次"
ONLY_SECTION = "只列这个板块的任务，可以写几次"
ONLY_LIGHT = "只列这种亮灯的任务，可以写几次"
ALSO = "也列入平时不填的任务：closed 已销号、ongoing 长期坚持、paused 暂缓、not_issued 未下达，可以写几次"
CO = "配合单位也填，每个单位一行"
SIGNOFF = "盖章件：one 各单位合为一份、each 每个单位一份、none 不要"
ZIP = "另外打成一个zip压缩包"
OUT_FOLDER = "存放文件的文件夹"
OUT = "要写出的文件"
PATHS = "收回的文件、文件夹或压缩包"
PASSWORD = "有打开密码的文件用的密码；几个密码就写几次"
APPLY = "合并没有疑问的部分"
KNOWN_AT = "按这一时刻已录入的内容计算，如 2026-07-01T12:00"
SCALE = "时间刻度：year 年、half 半年、quarter 季、month 月、week 周"
GROUP = "分组：section 按板块、unit 按单位、leader 按分管领导、light 按亮灯"
PAPER = "纸张：A3 或 A4"
ORIENTATION = "纸张方向：landscape 横向、portrait 纵向"
TIME = "时间：period 只印截止日所在的一期、all 全部时间，一期接一期"
PAGES = "分成几页；不写时按内容自动分页"
REPORT_KIND = (
    "通知 notice、任务分解表 breakdown、通报 bulletin、交办单 assign、催办单 chase、督办单 order、总结 summary、"
    "领导简报 brief、统计表 figures、图表 charts、修改对照表 changes、更正 correction"
)
PRIVATE = "隐去身份证号和电话号码的中间几位"
AGAINST = "统计表与哪一期对比，如 2026-03；不写时与上一期比"
ISSUE = "写出后登记为已印发，文件存入台账；以后数据有变动会提示更正"
ISSUED = "更正哪一份已印发的材料（编号见 issued）"
TASK_NO = "任务的序号；不写时列出全部意见"
OPINION_UNIT, OPINION_TEXT = "提出意见的单位", "意见内容"
TAKEN, TAKEN_WHY = "采纳情况：adopted 采纳、partly 部分采纳、declined 未采纳", "采纳情况的说明"
TEMPLATE_KIND = "通报 bulletin、总结 summary、交办单 assign、催办单 chase、督办单 order"
TEMPLATE_FILE, TEMPLATE_RESET = "用这个文本文件作模板；不写时列出现用的模板", "恢复程序自带的模板"
RED_HEAD, DOC_NUMBER = "红头的发文机关，不写时没有红头", "发文字号，如 ×民发〔2026〕5号"
SEALED = "盖章的落款格式；不写时为不盖章的格式"
REPLY_BY = "督办单、催办单、交办单的反馈时限；不写时为5个工作日后"
DRAFT, TRACE = "分解表注明“征求意见稿”", "同时列出每个数字的台账出处（配合 --json）"
EDITED, MARKED = "改过的材料（.docx）", "另写一份，不一致的数字标黄并批注"
ENTRY_NUMBER = "操作记录的编号"
LIMIT = "最多列出几条"
KEEP_LATER = "之后又改动过的内容保留，只撤销其余部分"

INTAKE = "已导入《{plan}》：{sections}个板块，{tasks}项任务，{targets}项目标，{units}个单位，{doubt_count}处需要确认。"
REVISED = "已更新《{plan}》：新增{new}项任务，{changed}项有变化，撤回{withdrawn}项。"
SUGGESTED = "{seq}\t{title}\t{units}"
SUGGESTION = "{unit}（{reason}）"
OR = "；"
PAIRED = "{a[no]} {a[title]} → {b[no]} {b[title]}\t变化{count}处"
NEW = "新增\t{no} {title}"
GONE = "取消\t{no} {title}"
DISPATCH = "已生成{count}份填报表，存放在：{folder}"
COLLECTED = "{file}：{state_name}，对上{matched}行，变化{changed}处，未变{unchanged}处"
STATES = {
    "merged": "已合并",
    "partly": "部分合并",
    "unchanged": "没有变化",
    "refused": "未采用",
    "needs decision": "有疑问待定",
}
WRITTEN = "已写出：{file}"
STATUS = "{no}\t{title}\t{lead}\t{label}\t{reason}"
NO_TASKS = "台账里还没有任务。"
ENTRY = "{id}\t{at}\t{label}\t{changes}处"
CHANGE = "{entity} {key} {field}：{old} → {new}"
NO_ENTRIES = "还没有操作记录。"
UNDONE = "已撤销第{entry}条操作。"
SOUND = "台账完好，没有发现问题。"
SHOTS = "已画出{count}张图片，存放在：{folder}"
DEMO = (
    "示例已生成在：{folder}\n"
    "{tasks}项任务，{units}个单位；{rounds}批填报，发出{forms}份填报表，收回{returns}份，"
    "合并{changed}处，待定{questions}处，未报{silent}家次。"
)
SELF_TEST = {True: "自检通过，结果在：{file}", False: "自检没有通过，结果在：{file}"}

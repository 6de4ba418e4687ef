"""Words of the 甘特 page, of its PDF and picture, and of the verb that writes them."""

TITLE = "{plan}甘特图"
PLAN_OF_YEAR = "{year}年重点任务"
NO_SECTION = "未分板块"
NO_LEAD = "未指定牵头单位"
NO_LEADER = "未明确分管领导"
FILTERED = "筛选出{shown}项，共{all}项"
COMMA = "、"

# Time axis
QUARTERS = ("一季度", "二季度", "三季度", "四季度")
QUARTER_OF_YEAR = "{year}年{quarter}"
YEAR, HALVES = "{year}年", ("上半年", "下半年")
ROUND = "{period}填报"
MONTH = "{month}月"
MONTH_OF_YEAR = "{year}年{month}月"
TENS = ("上旬", "中旬", "下旬")
DAY = "{month}月{day}日"
DAY_OF_YEAR = "{year}年{month}月{day}日"
WEEK = "{first}—{last}"
WEEKDAY = "{day} {weekday}"
WEEKDAYS = "一二三四五六日"

# Table and paper
NO, TASK, UNIT = "序号", "任务", "牵头单位"
COUNT = "{count}项"
AS_OF, WITH_NOTE = "截至{day}", "{note}　{as_of}"
PAGE = "第{page}页 共{pages}页"
MARKS = {
    "expected": "序时进度",
    "late": "未达序时（斜线）",
    "due": "完成时限",
    "soft": "原则上的时限",
    "node": "时间节点",
    "recurring": "定期事项",
    "was": "原计划",
    "round": "填报截止",
    "rest": "休息日、节假日",
    "work": "调休上班",
    "load": "每月任务数/其中当月到期",
}
LEGEND = {"green": "正常", "amber": "滞后", "red": "严重滞后或逾期", "blue": "已完成", "grey": "未报、暂缓等"}
LEGEND_NAME = "图例"
PERCENT = "{done}%"
LATER, EARLIER = "晚{days}天", "早{days}天"
LOAD, LOAD_ENDING = "{running}", "{running}/{ending}"

# Page of the window
PAGE_NAME = "甘特图"
PAGE_HELP = (
    "上下键选任务，左右键移动时间，Ctrl加滚轮或加减号改变刻度，Home键回到今天。"
    "拖动横条、两端或节点可改时间，Esc取消；Alt加左右键移动完成时限，加Shift移动开始，加Ctrl整条移动；"
    "双击横条处或按Insert加时间节点。"
)
PULLED = "{days}（松开即保存，Esc取消）"
MOVED = "移动“{title}”的时间"
NODE_ADDED = "为“{title}”加时间节点"
NEW_NODE = "新节点"
GROUPS = {"section": "按板块", "unit": "按单位"}
SCALES = {"year": "年", "half": "半年", "quarter": "季度", "month": "月", "week": "周"}
GROUP_NAME, SCALE_NAME = "分组方式", "时间刻度"
NAME_JOIN = "："
TODAY, TODAY_HELP = "今天", "把时间轴移到今天（Home）"
EXPORT, EXPORT_HELP = "导出PDF", "把甘特图存为PDF文件，用于打印或发送（Ctrl+P）"
EXPORT_TITLE, EXPORT_FILTER = "导出甘特图", "PDF文件 (*.pdf);;图片 (*.png);;工作簿 (*.xlsx)"
EXPORTING = "正在导出甘特图"
EXPORTED = "已导出“{name}”，共{pages}页。"
EMPTY = "还没有任务。请点右上角“导入要点”，或把年度工作要点拖到窗口里，任务会按时间排在这里。"
TIP_TITLE = "{no}　{title}"
TIP_DATES = "时间：{start}至{end}"
TIP_UNITS = "牵头：{units}"
TIP_LIGHT = "亮灯：{light}　{reason}"
TIP_DONE = "完成{done}%　序时{expected}%"
TIP_NODE = "节点：{day}　{title}"

# Refusals of the verb
SUFFIX = "“{name}”的格式不能写：甘特图只能存为.pdf、.png或.xlsx文件。台账没有改动，也没有写文件。请改用其中一种扩展名。"
NOTHING = "台账里还没有任务，甘特图没有内容。台账没有改动，也没有写文件。请先导入工作要点。"
TOO_FEW_PAGES = (
    "{rows}行放进{pages}页，字会小于7磅，看不清。台账没有改动，也没有写文件。请改为{needed}页；用A4纸的，也可换成A3纸。"
)
ONE_PAGE = "“{name}”不能指定为{pages}页：只有.pdf文件可以选页数。台账没有改动，也没有写文件。请存为.pdf，或不写页数。"
TOO_TALL = "任务太多（{rows}行），一张图片放不下。台账没有改动，也没有写文件。请存为.pdf。"

# Workbook
SHEET = "甘特图"
LIGHT, DONE, START, DEADLINE = "亮灯", "完成率(%)", "开始", "完成时限"
SHEET_FOOT = "第&P页 共&N页"

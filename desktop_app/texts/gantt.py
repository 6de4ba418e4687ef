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
    "上下键选任务，左右键移动时间，Ctrl加滚轮或加减号改变刻度，F键全部显示，Home键回到今天。"
    "拖动横条、两端或节点可改时间，Esc取消。用键盘：F2拿起，Tab换一处，左右键移动，回车放下；"
    "Alt加左右键直接移动完成时限，加Shift移动开始，加Ctrl整条移动。"
    "按住Ctrl在横条上点、双击或按Insert画时间节点。"
)
PARTS = {"end": "完成时限", "start": "开始", "bar": "整条", "soft": "原则上的时限", "node": "节点"}
PULLED = "{part}：{day}（松开即保存，Esc取消）"
HELD = "{part}：{day}（左右移，Tab换，回车存，Esc取消）"
MOVED = "移动“{title}”的时间"
NODE_ADDED = "为“{title}”加时间节点“{node}”"
NODE_NAME = "节点名称，回车保存"
NEW_NODE = "新节点"
GROUPS = {"section": "按板块", "unit": "按单位", "leader": "按分管领导", "light": "按亮灯", "": "不分组"}
FILTER, FILTER_COUNT, FILTER_HELP = "筛选", "筛选：{count}项", "与台账页相同的筛选"
FIT, FIT_HELP = "全部", "显示全部横条所占的时间（F）"
MORE, MORE_HELP = "更多", "导出、对齐方式、原计划"
SNAPS = {
    "scale": "对齐：按刻度（年到季对月末，月和周对工作日）",
    "workday": "对齐：工作日",
    "month": "对齐：月初、月末",
}
ISSUE_NOW, ISSUE_FIRST = "以现在的时间为原计划", "以首次建账的时间为原计划"
SCALES = {"year": "年", "half": "半年", "quarter": "季度", "month": "月", "week": "周"}
GROUP_NAME, SCALE_NAME = "分组方式", "时间刻度"
NAME_JOIN = "："
TODAY, TODAY_HELP = "今天", "把时间轴移到今天（Home）"
PRINT, PRINT_HELP = "打印…", "预览、打印或存为PDF（Ctrl+P）"
EXPORT = "导出为PDF、图片或Excel…"
EXPORT_TITLE, EXPORT_FILTER = "导出甘特图", "PDF文件 (*.pdf);;图片 (*.png);;工作簿 (*.xlsx)"
EXPORTING = "正在导出甘特图"
EXPORTED = "已导出“{name}”，共{pages}页。"
NONE_MATCH = "没有符合条件的任务。请在“筛选”里减少条件，或换一个搜索词。"
EMPTY = "还没有任务。请点右上角“导入要点”，或把年度工作要点拖到窗口里，任务会按时间排在这里。"
TIP_TITLE = "{no}　{title}"
TIP_DATES = "时间：{start}至{end}"
TIP_UNITS = "牵头：{units}"
TIP_LIGHT = "亮灯：{light}　{reason}"
TIP_DONE = "完成{done}%　序时{expected}%"
TIP_NODE = "节点：{day}　{title}"
TIP_SOFT = "原则上：{day}前"
TIP_WAS = "原计划：{start}至{end}，{slip}"
COMMA_WIDE = "，"
TIP_COUNT = "{light}{count}项"
TIP_LOAD = "{year}年{month}月：在办{running}项，其中当月到期{ending}项"
TIP_DAY = "{day}　星期{weekday}"
TIP_ROUND = "{label}截止"
RESTS = {"weekend": "双休日", "holiday": "节假日", "work": "调休上班"}

# Year calendar and the next days
VIEWS = {"bars": "横道图", "year": "年历", "coming": "近30天"}
VIEW_NAME = "看法"
YEAR_NAME, DAY_LIST, COMING_LIST = "年历", "当天到期事项", "近30天到期事项"
YEAR_HINT = "右边的数是当天到期项数，颜色按最严重的灯；灰底为休息日，下划线为调休上班"
DUE_KINDS = {"deadline": "完成时限", "soft": "原则上时限", "node": "时间节点", "round": "填报截止"}
DUE_COLUMNS = ("日期", "事项", "任务", "牵头单位", "亮灯")
DUE_DAY = "{month}月{day}日 周{weekday}"
DUE_LINE = "{kind}：{title}"
DAY_COUNT, DAY_NOTHING = "{day}：{count}项到期", "{day}：没有到期的事项"
COMING_COUNT = "{first}至{last}：{count}项待办"
COMING_NOTHING = "{first}至{last}：没有到期的事项"

# Printing
PRINT_TITLE, PREVIEW = "打印甘特图", "打印预览"
PAPER, ORIENTATION, TIME, PAGES = "纸张", "方向", "时间", "页数"
PAPERS = {"A4": "A4", "A3": "A3"}
ORIENTATIONS = {"landscape": "横向", "portrait": "纵向"}
TIMES = {"period": "当前一期", "all": "全部时间，逐期"}
PAGES_FREE = "自动"
LARGE, GREY = "按实际大小", "按黑白打印预览"
SAVE_PDF, PDF_FILTER, CLOSE = "存为PDF…", "PDF文件 (*.pdf)", "关闭"
PAGE_BACK, PAGE_ON = "上一页", "下一页"
NO_PRINTER = "没有找到打印机，什么也没有打印，台账没有改动。请先在系统里添加打印机，或点“存为PDF…”拿到别处打印。"

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
WAS, SLIP = "原定时限", "偏差(天)"
SHEET_LEGEND = "■深色为已完成，浅色为未完成，斜线为未达序时；◇时间节点　┃定期事项　▷原则上的时限"
SHEET_FOOT = "第&P页 共&N页"

"""Sentences of the window itself: its bars, its boxes, and what is said when something goes wrong."""

PROGRAM = "督办台账"
WINDOW = "督办台账 — {folder}"
PRACTICE = "督办台账 — 示例（练习用，日期固定为{day}）"
KNOWN = "知道了"
CANCEL = "取消"
STOPPING = "正在取消，请稍候"
COUNTED = "{label}（{done}/{total}）"

PAGES = {
    "today": "今日",
    "ledger": "台账",
    "gantt": "甘特",
    "exchange": "收发",
    "reports": "报告",
    "history": "历史",
    "units": "单位",
    "settings": "设置",
}
PAGE_TIP = "{name}（Ctrl+{number}）"
NAVIGATION = "页面"
TOP_BAR = "顶栏"

SCOPE = "年度与来源文件"
ALL_PLANS = "全部来源"
NO_PLAN = "尚无要点"
YEAR = "{year}年度"
PLAN = "{year}年度 {title}"
COMPARE_PLANS = "对比与结转…"
SEARCH = "搜索一切（Ctrl+K，可用拼音首字母）"
SEARCH_NAME = "搜索"
UNDO = "撤销“{label}”"
UNDO_TIP = "撤销“{label}”（Ctrl+Z）"
NO_UNDO = "没有可以撤销的操作"
REDO = "重做“{label}”"
REDO_TIP = "重做“{label}”（Ctrl+Y）"
NO_REDO = "没有可以重做的操作"
IMPORT = "导入要点 ＋"
IMPORT_TIP = "选择年度工作要点文件，先核对，再建立台账（Ctrl+O）；复制的文字或表格按 Ctrl+Shift+V"
NOTHING_COPIED = "剪贴板里没有文字。台账没有改动。请先复制要点的文字或表格，再按 Ctrl+Shift+V。"
CHOOSE_PLAN = "选择年度工作要点"
PLAN_FILES = "工作要点 (*.docx *.doc *.wps *.txt *.pdf *.html *.htm *.xlsx *.xls *.et *.ods)"
INSPECTOR = "任务详情"
INSPECTOR_TIP = "显示或隐藏任务详情（F4）"

COUNT = "{tasks}项任务"
COUNT_ACTIONS = "{tasks}项任务、{actions}项举措"
SHOWN = "筛选出{shown}项"
KEPT = "刚改动的另{kept}项暂留"
SAVED, NOT_WRITABLE = "已保存", "只读"
NO_SECRETS = "仅限处理非涉密信息"
DOT = " · "

OBSTACLES = "“{label}”之后又有改动，下面{count}处不能一起撤销。台账没有改动。"
OBSTACLES_TITLE = "撤销“{label}”"
UNDO_REST = "撤销其余部分"
NOTHING_LEFT = "“{label}”的内容之后都又改动过，没有其余部分可以撤销。台账没有改动。"

UNKNOWN_DROP = (
    "“{name}”不是工作要点，也不是填报表。台账没有改动。"
    "请拖入 .docx、.pdf、.txt 等格式的要点，或收回的 .xlsx 填报表、文件夹、压缩包。"
)

LOOKING = "正在看拖入的文件"
ONE_PLAN_AT_ONCE = "要点要一份一份核对。现在打开“{name}”，另外{count}份没有读入，请在这一份之后再拖入。"

GONE = "文件夹里有备份，但没有台账文件：可能被移走、改名或误删了。没有任何改动。"
CRASHED_UNCHANGED = "程序遇到没有料到的情况，这一步没有完成，台账没有改动。"
CRASHED_AFTER = "程序遇到没有料到的情况。刚才的“{label}”已经保存在台账里，只是画面可能没有更新。"
CRASHED = "此前保存的内容都在。请再试一次；如又出现，请把文件“{file}”（不含台账内容）交给技术人员。"
CRASHED_WITHOUT_FILE = "此前保存的内容都在。请重新打开程序再试。"
OPEN_LOG = "打开日志文件夹"

DEMO_FOLDER = "示例台账"
DEMO_BUILDING = "正在生成示例台账"

NOT_THE_LEDGER = (
    "“{name}”不是正在使用的台账，而是备份或另外的文件，没有打开，什么都没有改动。"
    "要用备份里的内容，请打开本程序，在“设置”的“备份列表与恢复”里选这个文件。"
)

"""The keys of all that can be done, by where they work."""

TITLE = "快捷键一览"
TABLE = "快捷键"
COLUMNS = ("在哪里", "按键", "作用")
FIND = "查找作用或按键"
CLOSE = "关闭"

ANYWHERE = "任何地方"
LEDGER = "台账页"
SEARCH = "搜索栏"
GANTT = "甘特页"
REVIEW = "核对要点"

KEYS = (
    (ANYWHERE, "Ctrl+1 … Ctrl+8", "打开 今日、台账、甘特、收发、报告、历史、单位、设置"),
    (ANYWHERE, "Ctrl+K", "搜索任务、进展、单位、来源、历史，也可查找操作"),
    (ANYWHERE, "Ctrl+Z", "撤销上一步"),
    (ANYWHERE, "Ctrl+Y 或 Ctrl+Shift+Z", "重做"),
    (ANYWHERE, "Ctrl+O", "导入要点"),
    (ANYWHERE, "Ctrl+Shift+V", "把复制的文字或表格当作要点读入"),
    (ANYWHERE, "Ctrl+N", "登记领导交办的任务"),
    (ANYWHERE, "Ctrl+Shift+H", "看某一天的台账"),
    (ANYWHERE, "F4", "显示或隐藏任务详情"),
    (ANYWHERE, "F1", "使用手册，翻到本页那一章"),
    (ANYWHERE, "Ctrl+/", "本表"),
    (ANYWHERE, "Tab、Shift+Tab", "到下一个、上一个控件"),
    (ANYWHERE, "Esc", "关闭对话框；取消正在做的"),
    (SEARCH, "↑ ↓ PgUp PgDn", "选择结果"),
    (SEARCH, "回车", "打开所选的结果"),
    (SEARCH, "Ctrl+回车", "在台账里只看含这些词的任务"),
    (SEARCH, "Esc", "结束搜索"),
    (LEDGER, "直接打字、F2", "改写、接着改当前格；Esc 放弃"),
    (LEDGER, "回车、Tab、方向键", "下移、右移、移动"),
    (LEDGER, "Shift+方向键、Ctrl+A", "选一块、全选"),
    (LEDGER, "Shift+空格、Ctrl+空格", "选整行、整列"),
    (LEDGER, "Ctrl+C、Ctrl+X、Ctrl+V", "与 Excel、WPS 之间成块复制、剪切、粘贴"),
    (LEDGER, "Delete", "清空所选"),
    (LEDGER, "Ctrl+D", "向下填充"),
    (LEDGER, "Ctrl+Shift+E", "给所选各行填同一个值"),
    (LEDGER, "Ctrl+H", "查找和替换"),
    (LEDGER, "Ctrl++、Ctrl+-", "插入、删除任务"),
    (LEDGER, "Alt+↑、Alt+↓", "上移、下移"),
    (LEDGER, "Ctrl+M", "合并所选任务"),
    (LEDGER, "Ctrl+Shift+D", "拆分为举措"),
    (LEDGER, "Ctrl+Alt+D", "把指标分解到各单位"),
    (LEDGER, "Ctrl+L", "批量指定牵头单位"),
    (LEDGER, "Ctrl+Shift+F", "从进展文字提取完成数"),
    (LEDGER, "Ctrl+Shift+K", "核实销号"),
    (LEDGER, "Ctrl+Shift+L", "人工定灯"),
    (LEDGER, "Ctrl+Shift+C", "选择显示的列"),
    (LEDGER, "Ctrl+Shift+O", "打开已有的 Excel 台账，或收回导出后的修改"),
    (LEDGER, "Ctrl+回车", "打完字后填进所选的每一格"),
    (LEDGER, "Alt+回车", "在格子里换行"),
    (LEDGER, "F6", "在表格和筛选之间切换"),
    (GANTT, "Ctrl+加号、Ctrl+减号", "换刻度"),
    (GANTT, "F、Home", "显示全部时间、回到今天"),
    (GANTT, "F2、Tab、← →、回车", "拿起横条、换一处、移动、放下"),
    (GANTT, "Alt+← →", "直接移动完成时限；加 Shift 移动开始，加 Ctrl 移动整条"),
    (GANTT, "Insert", "画时间节点"),
    (GANTT, "Ctrl+P", "打印预览"),
    (GANTT, "Ctrl+Shift+P", "导出 PDF、图片、Excel"),
    (REVIEW, "回车", "照此登记"),
    (REVIEW, "1 2 3", "采用建议"),
    (REVIEW, "Ctrl+回车", "建立台账"),
)

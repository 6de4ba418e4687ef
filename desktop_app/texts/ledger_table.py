"""Words of what can be done in the table beyond typing: editors, blocks of cells, rows, columns."""

PICK_LIST = "可选的名称"
NAME_SIGNS = "、，,;；"  # what parts names as one types
READING = "读出的意思"
NO_DAY = "还看不出是哪一天"
WITHOUT_DAY = "不定日期"
READ_DAY = "读作 {day} {weekday}"
WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
TARGET_IN_WORDS = "读作 文字目标（没有数）"
READ_TARGET = "读作 {goal}　{item}"
NO_ITEM = "（没有写指标名称）"

# blocks of cells
UNCHANGED = "台账没有改动。"  # what a refusal says of the ledger; in a list of cells it is said once, above
PASTE_LABEL = "粘贴{count}格"
CLEAR_LABEL = "清空{count}格"
FILL_LABEL = "向下填充{count}格"
SAME_LABEL = "把{count}格统一改为“{words}”"
REPLACE_LABEL = "把“{found}”替换为“{new}”，共{count}格"
TOO_LOW = "超出表格末行，没有这一行"
TOO_LOW_UNNAMED = "超出表格末行；要新增任务，请连同“任务”一列一起复制"
ADD_ROWS = "粘贴的内容比表格多出{count}行。要在末行“{title}”下面新增{count}项任务吗？台账还没有改动。"
ADD = "新增{count}项任务"
FIT = "只填已有的行"
PASTE_ADD_LABEL = "粘贴{count}格，新增{rows}项任务"
TOO_WIDE = "超出最右一列，没有这一列"
NOT_TYPED = "由程序算出，不能直接填写"
NOT_CLEARED = "不能为空"
BELOW = "（末行以下）"
LINE = "（粘贴的第{row}行）"
BEYOND = "（第{column}列）"
NO_BLOCK = "选中的格子没有连成一整块，不能整块复制、粘贴或填充。台账没有改动。请选连续的一片，或者一次只选一片。"
NOTHING_TO_PASTE = "剪贴板里没有文字，没有粘贴。"
NOTHING_FITS = "没有一格可以这样填写。台账没有改动。"

MISFITS = "有{count}格放不进去"
MISFITS_HEAD = "{fits}格可以填写，下面{count}格放不进去。台账还没有改动。"
MISFITS_COLUMNS = ("任务", "列", "内容", "原因")
MISFITS_TABLE = "放不进去的格子"
TAKE_REST = "只填合适的{count}格"
LEAVE = "取消"

# the same words in many cells
MANY = "统一修改所选各行"
MANY_HEAD = "把所选{count}行的"
MANY_COLUMN = "列"
MANY_VALUE = "改为"
MANY_HINT = "留空即清空。单位可输入拼音首字母，时限可写“6月底”，目标可写“≥600张 床位”。"
MANY_DO = "修改{count}行"

# find and replace
REPLACE = "查找和替换"
FIND = "查找"
BY = "替换为"
IN_COLUMNS = "在这些列里"
IN_ROWS = "范围"
ALL_ROWS = "表中全部{count}行"
CHOSEN_ROWS = "所选的{count}行"
FOUND = "在{cells}格里找到{count}处。"
FOUND_NONE = "没有找到。"
FOUND_COLUMNS = ("任务", "列", "原来", "改后")
FOUND_TABLE = "将要替换的格子"
SHOWN_FIRST = "下面列出前{count}格。"
DO_REPLACE = "替换{count}格"

# rows
NEW_TASK = "新任务"
INSERT_LABEL = "插入一行"
REMOVE_LABEL = "删除“{title}”"
REMOVE_MANY_LABEL = "删除{count}行"
REMOVED_BUT_KEPT = "{count}项已列入填报批次，改记为“已撤回”，已有的填报保留。按撤销可以恢复。"
MERGE_LABEL = "合并“{title}”等{count}行"
MERGE_TWO = "请先选中要合并的两行或更多行。"
MERGE_ALIKE = "只能合并同一份要点里的任务，或同一项任务下的举措；任务和举措不能混在一起合并。台账没有改动。"
MERGE_SIGN = "；"
MOVE_LABEL = "移动“{title}”"
MOVE_MANY_LABEL = "移动{count}行"
MOVE_SORTED = "现在按“{column}”排序，行的先后由它决定。请再点一两次该列的表头取消排序，再移动。"
MOVE_GROUPED = "现在不是按板块排列，行的先后由分组决定。请选“按板块分组”或“不分组”，再移动。"
MOVE_APART = "举措只能在所属任务之内移动，任务只能在同一份要点里移动。台账没有改动。"
NO_ROWS = "请先在表格里选中要处理的行。"

# columns
COLUMNS = "显示的列"
COLUMNS_HEAD = "打勾的列按这里的先后显示在表格里；序号和任务总在最左边。也可以在表格里拖动表头换位置。"
COLUMNS_LIST = "可以显示的列"
COLUMNS_MOVE = {
    -1: ("上移", "把这一列往前放（Alt+↑）", "Alt+Up"),
    1: ("下移", "把这一列往后放（Alt+↓）", "Alt+Down"),
}
COLUMNS_USUAL = "恢复常用的列"
COLUMNS_DONE = "确定"

# the menu
ACTS = {
    "copy": "复制",
    "cut": "剪切",
    "paste": "粘贴",
    "fill_down": "向下填充",
    "many": "统一修改所选各行…",
    "replace": "查找和替换…",
    "insert": "在下面插入一行",
    "remove": "删除所选行",
    "merge": "合并所选行",
    "up": "上移",
    "down": "下移",
    "columns": "显示的列…",
}

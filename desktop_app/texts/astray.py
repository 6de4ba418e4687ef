"""Sentences about answers that were struck out, slid to another place, or written into the form of another round."""

STRUCK = "填的是“{raw}”，但加了删除线，可能已经作废。是否仍然采用？"
A_PICTURE = "图片"
SIGNS_LOST = "填的是“{raw}”，其中的“{sign}”可能是保存时丢掉的字。请核对。"
STRUCK_PARTLY = "填的是“{raw}”，其中有加了删除线的字，去掉后是“{theirs}”。是否按去掉后的采用？"

# The round that a file is of; `count` is the number of cells left open
SEVERAL_ROUNDS = (
    "文件里的标识已经丢失，里面又有几批的表（{periods}），分不清要报哪一批。请让单位分开发送，每份文件只放一批的表。"
)
LIKELIEST_ROUND = (
    "文件里没有标识，也没有写明是哪一批；这个单位有几批填报表在外（{periods}），其中{period}还没有报，"
    "按{period}对应填了{{count}}处。是否采用？"
)
OTHER_PERIOD_ABOVE = (
    "表题写的是{printed}，表里的标识却是{period}的，可能用错了以前的表；填了{{count}}处。是否作为{period}的采用？"
)
SHEET_OF_OTHER = (
    "文件的标识是{period}的，里面另有一张没有标识的工作表“{sheet}”，写的是{printed}，分不清报的是哪一期；填了{{count}}处。"
    "是否都作为{period}的采用？"
)
OTHER_LAST_BESIDE = (
    "表里印的上期内容是{other}那一批的，标识或表题却是{period}的，可能贴错了表；填了{{count}}处。"
    "是否作为{period}的采用？"
)
LATER_OUT = (
    "这份是{period}的表，{period}已经报过，{later}的表已经发出、还没有收到；"
    "其中{{count}}处与已经合并的不同，可能是用旧表填了{later}的进展。是否作为{period}的更正采用？"
)

# Answers that slid to other columns or other tasks
ROW_SLID = "填的是“{theirs}”，但这一行有几格像是别的栏的内容，可能整行错了栏。请核对。"
ANSWERS_ASKEW = "有几行写的像是另一项任务的进展（{tasks}），可能只排了填报的几栏；其中填了{{count}}处。是否采用？"
OF_OTHER_ROW = "填的是“{theirs}”，但这一行和“{task}”一行写的像是对方的进展，可能填反了。请核对。"
OF_ROW_BESIDE = "填的是“{theirs}”，但这一行写的像是“{task}”的进展，可能错了行。请核对。"
OF_FOREIGN = "填的是“{theirs}”，但这一行写的像是“{task}”的进展，而这张表里没有那项任务，可能贴错了行。请核对。"
PASTED_LOW = (
    "“{task}”一行空着，紧接着的{rows}行却都填了，填报的几栏可能整块错下了一行；其中填了{{count}}处。"
    "请对照核实：没有错行的采用，错了的不采用，改好再收。"
)
PASTED_HIGH = (
    "“{task}”一行空着，上面紧挨着的{rows}行像是写的下一行任务，填报的几栏可能整块错上了一行；其中填了{{count}}处。"
    "请对照核实：没有错行的采用，错了的不采用，改好再收。"
)
FIGURES_MOVED = "填的是“{theirs}”，但有几行的指标数对不上本行、挪一行就都对得上，指标可能错了一行。请核对。"
EXCHANGED = "填的是“{{theirs}}”，但“{one}”和“{other}”两栏换过来才对得上上期和目标，可能填反了。请核对。"
TICKED = "在“{said}”下填的是“{raw}”，看不出选的是哪一项。请核对后人工填写。"
REMARKED = "填的是“{theirs}”，这一格另有批注“{words}”。请核对以哪一处为准。"
REMARKS_UNREAD = "{cells}有批注，没有读取，共{count}处（如“{first}”）。请核对是否需要登记。"
FAR_BELOW = "表格下面很远处还有内容，没有读取：{cells}共{count}处（如“{first}”）。请核对是否要登记。"
WORDS_OUTSIDE = "表格之外另有文字，没有读取：{cells}共{count}处（如“{first}”）。请核对是否改变了所填的内容。"
SUM_UNREAD = "第{line}行是合计一类的数，没有读取。"
SHEET_UNREAD = (
    "工作表“{sheet}”里没有填报表的表头，没有读取：{cells}共{count}处有内容（如“{first}”）。请打开文件核对是否需要登记。"
)
BOX_UNREAD = "有文本框，没有读取：“{words}”。请核对是否需要登记。"
ONLY_REMARK = "格子空着，批注里写的是“{words}”。请核对后人工填写。"
BESIDE_BLANK = "填的是“{theirs}”，但挨着的“{task}”一行空着，这里有内容对不上本行任务，可能错了一行。请核对。"
BESIDE_LIKE = "填的是“{{theirs}}”，但除了“{header}”还有一栏“{other}”，其中{cell}填的是“{words}”。请核对以哪一处为准。"
NEW_ONLY = "填的是“{raw}”，可能只是本期新增的数，不是累计数（上期{last}）。请核对后决定。"
PART_OF_ONE = "填的是{raw}，以{unit}计的应是整数，请核对是否换了单位。"
SHOWN_AS = "单元格里的数是{raw}，按数字格式显示为“{shown}”，是否按{suggested}计？"
REPEATED_CELL = "照抄了“上期”一栏的内容。请核对是否照录。"
DAY_AFTER = "填的是{raw}，晚于数据截止日期{as_of}。是否按{suggested}登记？"
APART = "填的是“{raw}”，数字中间有空格，可能是{suggested}。"

# Answers that stand below their task
WRITTEN_BELOW = "填的是“{theirs}”，写在任务的下一行。是否作为这项任务的采用？"
OTHER_BELOW = "填的是“{theirs}”，下一行（{cell}）没有任务名称，又填了“{words}”。请核对以哪一处为准。"
GOES_ON_BELOW = "填的是“{theirs}”，其中后一段写在下一行（{cell}），没有任务名称。是否接在一起采用？"
COLUMN_PUSHED = (
    "任务之下还有一格没有任务名称的内容，上面又有一行缺这一栏，可能这一栏错了行；其中填了{count}处。是否采用？"
)
COLUMN_PULLED = (
    "“{task}”缺{field}，上面有的行{field}对不上本行、挪到下一行才对得上，这一栏可能错上了一行；其中填了{count}处。"
    "请对照核实：没有错行的采用，错了的不采用，改好再收。"
)

# Several units' forms in one file
PART = "文件里有几个单位的表，其中{unit}的有{rows}行，单独对应。"
PART_OF_OTHER = "文件是发给“{own}”的，里面另有“{unit}”的表，其中填了{count}处。是否作为“{unit}”的采用？"

HEADLESS = "表头不在了，按发出时各栏的位置读，其中填了{count}处。请打开文件看看各栏有没有挪动，是否采用？"
TYPED_OVER = "表是发给“{own}”的，里面的任务{tasks}却都是“{unit}”的，其中填了{count}处。是否作为“{unit}”的采用？"
SUCH_TASKS = "（如{tasks}）"

TIED = "同时收到这个单位的几份表，填的不一样，又分不清哪份在后；这一份填了{count}处。是否采用这一份？"

# Words that are of other rows or columns, or not quite a task's
TITLE_NEAR = "填的是“{theirs}”，这一行的任务名称写的是“{title}”，像是“{task}”。请核对是否就是这项任务。"
TITLES_NEAR = "有{rows}行的任务名称与所发的不完全一样，按相近的任务（{tasks}）对应，其中填了{{count}}处。是否采用？"
GATHERED = "填的是“{theirs}”，其中写到了“{tasks}”，而那几行没有写进展，可能几项写在了一起。请核对。"
WORDS_AS_PROBLEMS = "填的是“{theirs}”，而各行的“进展情况”都空着，可能填错了栏。请核对。"
CROSSED = "填的是“{theirs}”，但“进展情况”和“存在问题”像是填反了。请核对。"
OF_OTHER_COLUMN = "填的是“{theirs}”，像是“{header}”一栏的内容。请核对应放在哪一栏。"
NAMES_OTHER_ROW = "填的是“{theirs}”，写的像是“{task}”的情况，可能这一栏错了行。请核对。"
DRAGGED = "填的是“{theirs}”，与上一行只差末尾的数加1，像是下拉填充带下来的。请核对。"
COPIED = "填的是“{theirs}”，与“{task}”一行一字不差，像是那一行的进展。请核对。"
GOES_ON_FROM = "填的是“{raw}”，像是接着别的格子写的。请核对应放在哪一栏。"
PERCENT_IN_WORDS = "没有填，但进展情况中写到{suggested}%，是否登记？"

TURNED = "表格的行和列是互换的（转置），已按互换前对应。"

"""Words and sentences of the exchange with the units: the form, the notice, and what is said of a returned file."""

# The form
SONG, HEI, XIAOBIAOSONG = "宋体", "黑体", "方正小标宋简体"
SHEET = "填报表"
NO, TITLE, CONTENT, TARGETS, DEADLINE = "序号", "重点任务", "具体举措", "目标指标", "完成时限"
LAST = "上期"
STATUS, TEXT, PERCENT, FINISHED_ON, PROBLEMS = "本期情况", "进展情况", "完成率(%)", "办结时间", "存在问题"
NEXT_STEPS, EVIDENCE = "下步打算", "佐证材料"
CIRCLED, FIGURE = "①②③④⑤⑥", "指标{number}完成数"
MARK = "标识"
PROGRESS, SAME_AS_LAST, FINISHED = "有进展", "与上期无变化", "已办结"
STATUSES = (PROGRESS, SAME_AS_LAST, FINISHED)
ATTACHMENT = "附件"
FORM_TITLE = "{period}重点工作任务进展填报表"
FORM_UNIT = "填报单位：{unit}"
FILLED_BY = "填报人："
CHECKED_BY = "审核人："
PHONE = "联系电话："
FILLED_ON = "填报日期："
PROPERTY = "督办台账填报表"
PAGE = "&C第 &P 页，共 &N 页"
LEFT_OPEN = "还有{count}处未填（标红处）"
ALL_FILLED = "必填项已填完，请核对后报送"
EXPLAIN = (
    "填表说明：1.只填浅色底的五栏，其余内容请勿改动；文字较多时可以调整行高。2.“本期情况”从下拉列表中选择；选“与上期无变化”的，其余各栏可以不填。"
    "3.“完成率(%)”填0—100之间的数，如60。4.“办结时间”只在完成率为100时填写，如2026-6-30。"
    "5.数据截至{as_of}，请于{due}前报送。"
)
STATUS_ERROR = ("请从列表中选择", "请选择：有进展、与上期无变化、已办结。")
PERCENT_ERROR = ("完成率填写有误", "请填0至100之间的数，如60，不要写百分号或文字。")
DAY_ERROR = ("办结时间填写有误", "请填日期，如2026-6-30；尚未办结的不填。")
LAST_SAID = "截至{as_of}：{said}"
LAST_PERCENT = "{percent}%"
LAST_FINISHED = "{day}办结"
NOTHING_LAST = "（无）"
AND_ALSO = "，"
SEVERAL = "；"
DAY = "{month}月{day}日"
FULL_DAY = "{year}年{month}月{day}日"

# Periods
MONTH, QUARTER, HALF, YEAR = "{year}年{month}月", "{year}年{quarter}季度", "{year}年{half}半年", "{year}年度"
QUARTERS, HALVES = "一二三四", "上下"

# Files that go out
BATCH = "（第{number}批）"
FILE = "{unit}_{period}填报表"
NOTICE_FILE = "{period}填报通知.txt"
LIST_FILE = "{period}填报表清单.txt"
NOTICE = """关于报送{period}重点工作任务进展情况的通知

{units}：

为掌握{period}重点工作任务推进情况，请按所附填报表报送进展。现将有关事项通知如下。

一、填报范围
本次填报涉及{unit_count}个单位、{row_count}项任务（一项任务由几个单位牵头的，各单位分别填报）。已销号和长期坚持的任务本次不填。

二、填报要求
数据截至{as_of}。请对照填报表逐项填写“本期情况”“进展情况”“完成率(%)”；已经办结的填写“办结时间”，有困难的填写“存在问题”。与上期相比没有变化的，在“本期情况”中选“与上期无变化”即可。请不要增删行列，也不要改动表中已有内容。

三、报送时间和方式
请于{due}前，将填报表电子版报送办公室；经主要负责人审定的盖章件一并报送。

附件：
{attachments}

{signed_on}
"""
ATTACHED = "{number}.{file}"
LIST_HEAD = "{period}填报表清单（数据截至{as_of}，{due}前报送）\n\n单位\t文件\t任务数\t校验值（SHA-256）\n"
LISTED = "{unit}\t{file}\t{rows}\t{digest}\n"
DISPATCH_LABEL = "生成{period}填报表"
VOID_LABEL = "作废{period}填报批次"

NO_ROUND = "没有这一填报批次。台账没有改动。请在“收发”中重新选择。"
BAD_PERIOD = "“{period}”不是填报周期。台账没有改动。请写成 2026-06（月）、2026-Q2（季）、2026-H1（半年）或 2026（年）。"
BAD_DAY = "日期{day}不在2000年至2100年之间，没有生成填报表，台账没有改动。请核对数据截至日和报送截止日。"
EARLIER_ROUND = (
    "{period}的填报表已在{day}生成过一批，没有作废。两批都有效，同一任务两批都填报的，以后生成的一批为准；"
    "不需要的一批请在“收发”中作废。"
)
NOBODY = "没有一项任务有牵头单位，没有生成填报表，台账没有改动。请先在台账中指定牵头单位。"
NO_FOLDER = "文件夹“{folder}”不能写入，没有生成填报表，台账没有改动。请换一个文件夹，或检查权限和磁盘空间。"
NOT_WRITTEN = (
    "填报批次已经登记，但有{count}份文件没有写出（从“{file}”起）：文件夹不能写入、磁盘空间不足，或同名文件正被打开。"
    "已写出的文件可以照常使用；排除故障后，请在“收发”中对这一批选“重新生成”。"
)
VOIDED_ALREADY = "这一批已经作废。台账没有改动。如需填报，请新建一批。"
NO_LEAD = "“{task}”没有牵头单位，没有列入填报表。"
SHORT_NOTICE = "报送截止日期{due}距今不足3个工作日，请考虑给各单位留出时间。"
DUE_PAST = "报送截止日期{due}已经过去，请核对。"

# Files that come back: refused as a whole
NOT_MERGED = "“{name}”没有合并，台账没有因它改动。"
FILE_EMPTY = "文件是空的。请让单位重新发送。"
FILE_MISSING = "没有找到这个文件。请检查是否已被移动或改名。"
FILE_UNREADABLE = "文件打不开：没有读取权限，或正被其他程序占用。请关闭占用它的程序，或复制到桌面后再试。"
FILE_ENCRYPTED = "文件加了打开密码。请让单位取消密码后重新发送。"
FILE_TRUNCATED = "文件不完整，可能没有传完。请让单位重新发送。"
FILE_WORD = "这是Word文档，不是填报表。请让单位在所发的Excel填报表中填写。"
FILE_PICTURE = "这是图片，无法读出数据。请让单位发送填报表的电子版。"
FILE_PDF = "这是PDF文件，不是填报表。请让单位发送填报表的电子版（Excel）。"
FILE_RAR = "这种压缩包打不开。请解压后再导入，或改用zip压缩包。"
FILE_KIND = "这不是Excel工作簿。请让单位在所发的填报表中填写后重新发送。"
FILE_DAMAGED = "工作簿已经损坏，读不出来。请让单位重新另存后发送。"
FILE_HUGE = "文件解开后过大（超过{limit}MB），不像填报表。请让单位检查后重新发送。"
ZIP_DEEP = "压缩包层数过多。请解压后再导入。"
ZIP_EMPTY = "压缩包里没有文件。"
NO_HEADER = "没有找到填报表的表头（进展情况、完成率(%)等）。请让单位在所发的填报表中填写，不要删改表头。"
NO_FILES = "没有找到可以合并的文件。台账没有改动。请选择收回的填报表，或存放它们的文件夹。"
UNKNOWN_FORM = "认不出是哪个单位、哪一批的填报表。请核对是否为本台账发出的表。"
OTHER_LEDGER = "这份填报表是另一个台账发出的。请在那个台账中合并。"
WHICH_ROUND = (
    "文件里的标识已经丢失，这个单位又有几批填报表在外（{periods}），分不清是哪一批。"
    "请让单位在原表中填写，或在表题中写明是哪一期。"
)
OTHER_PERIOD = "表题写的是{period}，台账中这个单位没有这一期的填报批次，或这一批已经作废。请核对后再导入。"
NEWER_FORM = "这份填报表由更新版本的程序生成。请改用新版本的程序合并。"
NO_SUCH_ROUND = "台账中没有这份填报表所属的批次，可能是恢复备份之前发出的。请重新生成填报表，或人工登记。"
VOIDED = "这一批填报（{period}）已经作废。如需采用，请重新生成填报表。"

# Files that come back: told or asked
SAID_OF_TASK = "“{task}”{field}：{said}"
UNREAD = "填的是“{raw}”，读不准。请核对后人工填写。"
DOUBT_RATIO = "填的是{raw}，单元格不是百分比格式，可能是{suggested}%，也可能是{plain}%。"
DOUBT_SAYS = "填的是“{raw}”，可能是{suggested}。"
DOUBT_COUNTED = "填的是“{raw}”，可能是{suggested}%，也可能是数量。请核对。"
DOUBT_SAYS_NOTHING = "只填了“{raw}”，看不出进展。请核对是否照录。"
DOUBT_COMPUTED = "是公式或错误值，文件里没有可用的结果。请打开文件核对，或人工填写。"
DOUBT_ERROR = "单元格里是错误值“{raw}”。请核对。"
DOUBT_MERGED = "与上面的行合并在一个单元格里，可能也是“{suggested}”。"
DOUBT_TWICE = "同一任务在文件里出现不止一次，填的不一样：{said}。是否取最后一处“{suggested}”？"
QUOTED = "“{words}”"
READ_AS = "“{raw}”按{value}计。"
READ_BLANK = "填的是“{raw}”，按未填处理。"
PICTURES = "单元格里嵌有图片，没有读取；原文件已经保存，可以打开查看。"
CONFLICT = "单位填“{theirs}”，台账已改为“{ours}”，单位上次填的是“{base}”。"
BLANK = "空"
FALLS = "填{theirs}，低于上期的{last}。"
TARGETS_CHANGED = "填{theirs}，但发表之后目标指标已改为“{targets}”，请核对是否仍然适用。"
OVER = "填{theirs}，超过100。"
FINISHED_BELOW = "选了“已办结”，但完成率是{percent}。"
FINISHED_BLANK = "选了“已办结”，没有填完成率，是否按100计？"
BACK_FROM_END = "填{theirs}，但台账中已经办结（{finished}）。请核对是否重新打开。"
DAY_WITHOUT_END = "填了办结时间，但完成率是{percent}。"
SAME_BUT = "选了“与上期无变化”，但填{theirs}，与上期的{last}不同。"
SAME_AS_NOTHING = "选了“与上期无变化”，但这个单位上期没有填报。请核对。"
END_WITHOUT_DAY = "完成率为100，没有填办结时间。"
MISSING = "没有填{fields}。"
AND = "、"
ROW_WITHDRAWN = "这一行已经撤回，单位仍填了“{theirs}”。"
ROW_OF_OTHER = "这一行是{unit}的，却出现在{own}的表里，填的是“{theirs}”。"
ROW_TITLE_OTHER = "填的是“{theirs}”，但这一行的任务名称写成了“{title}”，与隐藏标识不一致，请核对是否填的这项任务。"
ROW_TITLE_LOST = "填的是“{theirs}”，但这一行没有任务名称，只有隐藏标识可以对应，请核对是否填的这项任务。"
ROWS_MOVED = "有{count}行的隐藏标识与任务名称对不上（可能排过序）：{tasks}。已按任务名称对应。"
ROW_UNKNOWN = "“{task}”在这一批里没有对应的任务，这一行没有采用。"
ROW_OF_OTHER_ROUND = "“{task}”是另一批的行，这一行没有采用。请在那一批的表里填写。"
ROW_NAMELESS = "这一行填了内容，但看不出是哪项任务，没有采用。"
ROWS_MISSING = "表里少了{count}行：{tasks}。"
ROWS_BLANK = "有{count}行没有填：{tasks}。"
AND_MORE = "等"
BY_NAME = "文件里的标识已经丢失，按单位名称和任务名称对应。"
MARK_DAMAGED = "文件里的标识有损坏，按任务逐行核对后采用。"
COLUMN_UNREAD = (
    "表里的“{header}”一栏不是所发表中的栏目，没有读取：{cells}共{count}处有内容（如“{first}”）。请核对是否需要登记。"
)
NO_HEADER_WORDS = "（无表头）"
DOUBT_COLUMN = "填的是“{{theirs}}”，但表头写的是“{header}”，是否就是“{field}”？"
PRINTED_OVER = "“{task}”的{field}在表里写的是“{words}”，与台账的“{ours}”不同，没有采用。"
HEADER_TWICE = "有两栏都叫“{header}”，只读了前面一栏。请核对。"
OLDER_FILE = "这份文件比已经合并的一份更早保存（{modified}），其中{count}处与台账不同。是否用它替换？"
NAMES_OTHER_UNIT = "表里的填报单位写的是“{unit}”，与发给的单位不同，其中填了{count}处。是否采用？"
AGE_UNKNOWN = "分不清这份文件和已经合并的一份哪个在后（没有保存时间，或时间相同），其中填了{count}处。是否采用？"
OLDER_EPOCH = "这份填报表是台账恢复备份之前发出的，其中填了{count}处。是否采用？"
COLLECT_LABEL = "合并{period}填报（{count}个文件）"
COLLECT_LABEL_MANY = "合并填报（{count}个文件）"
DECIDE_LABEL = "处理合并疑问（{count}处）"
COLLECT_STALE = "这些文件读入之后，台账里相应的任务又有了新的填报，没有合并，台账没有改动。请重新选择文件再合并一次。"
QUESTION_STALE = "“{task}”在此期间已被改动，疑问没有处理，台账没有改动。请重新查看后再决定。"

"""Words of papers that went out (已印发), and of the correction (更正) that the ledger offers afterwards."""

LABEL = "登记印发：{title}"
TITLE = "关于更正《{title}》\n有关数据的通知"
TO = "局机关各科室、局属各单位："
REASON = (
    "《{title}》（{day}印发，数据截至{as_of}）印发后，台账中的有关数据有更正或补报。"
    "现将有关数据更正如下，其余内容不变。"
)
HEADS = ("序号", "原文", "更正为", "原因")
ENDS, BETWEEN_CELLS = "[。；\\n]", "　"
LATE, CORRECTED, GONE, NEW = "补报", "更正", "删去", "增列"
NOTE = "注：“补报”指印发时尚未报来、以后补报的数据；“更正”指报来后改正的数据。"
NOT_ISSUED = "没有登记过第{no}份已印发的材料，没有写出文件，台账没有改动。请在“报告”页“已印发”中查看编号。"
NOTHING = "《{title}》用到的数据没有变动，不需要更正，没有写出文件，台账没有改动。"
NO_NUMBER = "请写明更正哪一份（--issued 编号），没有写出文件，台账没有改动。"
NOT_SAME = "“{name}”已不是刚才写出的那份文件，没有登记印发，台账没有改动。请重新保存再登记。"
LISTED = "{no}. {day} {title}（{name}）"
CHANGED = "　　有{count}处数据后来有变动，可以出更正：report 更正 --issued {no}"
NONE = "还没有登记印发的材料。"

"""Sentences about the formats that plans come in: what cannot be read, and what could not be read whole."""

TABLE_NAME = "表{number}"

ARCHIVE = "“{name}”是压缩包，没有读取。台账没有改动。请先解压，再导入其中的工作要点文件。"
OFD = (
    "“{name}”是 OFD 版式文件，暂时不能直接读取。台账没有改动。"
    "请向来文单位要 Word 文件，或用 OFD 阅读器打开，把全文复制到 Word 里存为 .docx 后再导入。"
)
XML = "XML 格式的文档"
TEXT_LONG = "“{name}”有{count}万多字，太长，没有读取。台账没有改动。请只留下工作要点那一部分，另存后再导入。"
TEXT_TORN = "“{name}”有{count}万多行，不像工作要点，没有读取。台账没有改动。请只留下工作要点那一部分，另存后再导入。"
STRUCK = "文中有{count}处画了删除线的文字（如“{words}”），照样读了，请对照原文核对；不要的请先删去再导入。"
NOTES_LEFT_OUT = "文中另有{count}条脚注或批注，没有读取，请对照原文。"

PDF_PASSWORD = "“{name}”有打开密码，没有读取。台账没有改动。请向来文单位要没有密码的文件，或解密后另存一份再导入。"
PDF_SCAN = (
    "“{name}”是扫描件，里面只有图片，没有文字。台账没有改动。"
    "请向来文单位要 Word 文件，或用文字识别转成 .docx 后再导入。"
)
PDF_BROKEN = "“{name}”已损坏或没有传输完整，打不开。台账没有改动。请重新获取这个 PDF 文件后再导入。"
PDF_LONG = "“{name}”有{pages}页，太长，没有读取。台账没有改动。请只留下工作要点那几页，另存后再导入。"
PDF_CROWDED = (
    "“{name}”到第{page}页为止，文字和线条已多得不正常，没有读取。台账没有改动。"
    "请只留下工作要点那几页，或向来文单位要 Word 文件后再导入。"
)
PDF_OVERLAID = (
    "“{name}”的表格行高、列宽不够，许多字叠在一起或被格子遮住，读出来会错行，没有读取。台账没有改动。"
    "请改用原来的 Excel 或 Word 文件；没有的，请对方把表格调到能看全再转成 PDF。"
)
PDF_SOME_OVERLAID = "第{pages}页的表格里有{count}处字叠在一起，可能没有读全或放错了行，请对照原文。"
PDF_EMPTY_PAGES = "第{pages}页没有文字，可能是扫描图片，没有读到，请对照原文。"

WORD_BROKEN = "“{name}”已损坏或没有传输完整，打不开。台账没有改动。请用 WPS 或 Word 打开，另存为 .docx 后再导入。"
WORD_PASSWORD = "“{name}”有打开密码，没有读取。台账没有改动。请去掉密码另存一份后再导入。"
WORD_TOO_OLD = "“{name}”是 Word 95 或更早的格式，没有读取。台账没有改动。请用 WPS 或 Word 打开，另存为 .docx 后再导入。"
NUMBERS_MISSING = (
    "文中有{count}段用了自动编号，旧版 Word 格式里读不全，任务可能缺编号，请对照原文，或另存为 .docx 后再导入。"
)

SHEET_BROKEN = "“{name}”已损坏或没有传输完整，打不开。台账没有改动。请用 WPS 或 Excel 打开，另存为 .xlsx 后再导入。"
SHEET_PASSWORD = "“{name}”有打开密码，没有读取。台账没有改动。请去掉密码另存一份后再导入。"
SHEET_BIG = "“{name}”的表格大得不正常，没有读取。台账没有改动。请删去表格外多余的行和列，另存为 .xlsx 后再导入。"
NO_TABLE = (
    "没有在表格里找到任务表的表头（如“重点任务、牵头单位、完成时限”），没有导入，台账没有改动。"
    "请确认文件是任务分解表，并在任务上方留一行表头后再导入。"
)
PAGE_EMPTY = "“{name}”这个网页里没有正文。台账没有改动。请在浏览器里打开原网页，确认能看到正文后重新保存，再导入。"
PAGE_BIG = "“{name}”这个网页大得不正常，没有读取。台账没有改动。请把正文复制到 .docx 后再导入。"
PASTED = "粘贴的文字"
NO_PASTED = "剪贴板里没有文字。台账没有改动。请先在原文里选中要点的文字，复制后再粘贴。"

HIDDEN_SHEET = "隐藏的工作表“{name}”没有读取，请核对。"
SAME_SHEET = "工作表“{name}”里的任务与前面的表相同，没有重复读取，请核对。"
LIST_LEFT_OUT = "文中另有一张表列的是“{labels}”，不像任务，没有读取，请核对。"
NUMBER_COLUMN = "序号"
LINE_TABLE = "文中的表格是一格一行的文字，已按表头和各格内容还原成表，请核对各列。"
TABLE_LEFT_OUT = "文中另有一张任务表（{count}行），与正文里的任务重复，没有读取，请核对。"
PROSE_LEFT_OUT = "任务取自文中的表格，正文里带编号的{count}段没有作为任务，请核对。"
SHARE = "“{phrase}”可能是百分数（{percent}%），请核对。"
SEVERAL_LEADS = "这一项在表里有{count}行，牵头单位不止一个，请核对；需要分头填报时可拆分为举措。"
BY_CONTENT = "“{label}”这一列没有见过，按格子里的内容当作{role}，请核对。"
ROLES = {
    "no": "序号",
    "section": "工作板块",
    "task": "重点任务",
    "action": "具体举措",
    "target": "目标指标",
    "lead": "牵头单位",
    "co": "配合单位",
    "leader": "责任领导",
    "deadline": "完成时限",
}
NO_TASK_CELL = "这一行写了单位或时限，但没有写任务内容，请核对。"

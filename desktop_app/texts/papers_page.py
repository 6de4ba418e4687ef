"""Words of the papers (公文) on the 报告 page: their list, where a number comes from, and the check of a file."""

BULLETIN, BREAKDOWN, CHASE, ORDER, ASSIGN, YEAR_END = "进展通报", "任务分解表", "催办单", "督办单", "交办单", "总结素材"
KINDS = {
    BULLETIN: "bulletin",
    BREAKDOWN: "breakdown",
    CHASE: "chase",
    ORDER: "order",
    ASSIGN: "assign",
    YEAR_END: "summary",
}
ABOUT = {
    BULLETIN: "月度、季度、半年通报，附滞后清单和图",
    BREAKDOWN: "随要点印发的附件，列多时为 A3",
    CHASE: "未报和滞后的，一个单位一张",
    ORDER: "逾期和严重滞后的，一个单位一张",
    ASSIGN: "尚未交办的任务，一个单位一张",
    YEAR_END: "分板块写成效，列出指标完成情况",
}
PERIOD = "周期"
DOCX = "Word 文件 (*.docx)"
FILTERS = {".docx": DOCX, ".pdf": "PDF 文件 (*.pdf)", ".png": "图片 (*.png)", ".xlsx": "Excel 工作簿 (*.xlsx)"}
FILE_NAME = "{name}（{period}）.docx"
CHECK, CHECK_TIP = "核对改过的文件…", "逐个核对改过的通报、总结里的数字，与台账不一致的列出来"
ORIGINS = "数字出处"
MADE_OF = "“{number}”由台账里的{count}处内容得出："
NO_ORIGINS = "“{number}”是日期或编号，不是从台账里的内容算出的。"
COLUMNS = ("任务", "内容", "台账里的值", "来自文件", "工作表", "单元格")
TYPED = "在本程序中录入"
CLOSE = "关闭"
CHECK_TITLE = "核对：{name}"
CHECK_COLUMNS = ("所在文字", "文件里写的", "当时的数", "台账现在的数")
OTHERS = "另有{count}个数字不是本程序写的，请自行核对。"
GONE, NOT_KNOWN = "已没有这一项", "请自行核对"
SAVE_MARKED = "另存标记过的文件…"
MARKED = "{name}（核对）.docx"
HINT = "点数字可看出处"
NUMBERED = "保存后编号{numbers}已登记。"

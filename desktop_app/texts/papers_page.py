"""Words of the papers (公文) on the 报告 page: their list, where a number comes from, and the check of a file."""

NOTICE, BULLETIN, BRIEF, FIGURES, CHARTS = "填报通知", "进展通报", "领导简报", "统计表", "图表"
BREAKDOWN, CHASE, ORDER, ASSIGN, YEAR_END = "任务分解表", "催办单", "督办单", "交办单", "总结素材"
KINDS = {
    NOTICE: "notice",
    BULLETIN: "bulletin",
    BRIEF: "brief",
    FIGURES: "figures",
    CHARTS: "charts",
    BREAKDOWN: "breakdown",
    CHASE: "chase",
    ORDER: "order",
    ASSIGN: "assign",
    YEAR_END: "summary",
}
ABOUT = {
    NOTICE: "随填报表发给各单位的通知",
    BULLETIN: "月度、季度、半年通报，附滞后清单和图",
    BRIEF: "一页纸：数字、两张图、要关注的事项",
    FIGURES: "比率、分管领导、单位、历次、与上期比",
    CHARTS: "可以逐张复制，直接粘贴到文件里",
    BREAKDOWN: "随要点印发的附件，可先征求意见",
    CHASE: "未报和滞后的，一个单位一张",
    ORDER: "逾期和严重滞后的，一个单位一张",
    ASSIGN: "尚未交办的任务，一个单位一张",
    YEAR_END: "分板块写成效，列出指标完成情况",
}
VARIANT = "哪一稿"
FINAL, DRAFT, CHANGES = "定稿", "征求意见稿", "修改对照表"
PERIOD = "周期"
DOCX = "Word 文件 (*.docx)"
FILTERS = {
    ".docx": DOCX,
    ".pdf": "PDF 文件 (*.pdf)",
    ".png": "图片 (*.png)",
    ".xlsx": "Excel 工作簿 (*.xlsx)",
    ".txt": "文本文件 (*.txt)",
}
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
NOTHING_WRONG = "没有发现问题。\n文件里的{count}个数字都与台账一致。"
NOTHING_COMPARED = "没有可以核对的数字。\n文件里找不到由台账算出的数字，可能都已改写成文字。"
OTHERS = "另有{count}个数字不是本程序写的，请自行核对。"
GONE, NOT_KNOWN = "已没有这一项", "请自行核对"
SAVE_MARKED = "另存标记过的文件…"
MARKED = "{name}（核对）.docx"
HINT = "点数字可看出处。"
FONTS = "本机缺{count}种公文字体，这里以“{other}”等代替显示；文件里写的不变。"
NO_FONT = "系统字体"
NUMBERED = "保存后编号{numbers}已登记。"

CHART, COPY_CHART, COPIED_CHART = "选一张图", "复制图片", "已复制图片，可以粘贴到WPS、微信或邮件里。"
SAVE_CHARTS, SAVED_CHARTS = "逐张存为图片…", "已保存{count}个图片文件：{folder}"

OPTIONS, OPTIONS_TIP = "版头、落款…", "红头、文号、盖章、数据截至哪天、按哪天的台账、隐去号码"
OPTIONS_TITLE = "版头、落款和数据"
RED_HEAD, RED_HINT = "红头（发文机关）", "不写时没有红头"
NUMBER, NUMBER_HINT = "文号", "如 ×民发〔2026〕5号"
SIGNED, SEALED, NOT_SEALED = "落款", "加盖印章", "不加盖印章"
PRIVATE = "隐去身份证号和电话号码的中间几位"
AS_OF = "数据截至"
KNOWN_AT, KNOWN_TIP = "按这一天的台账", "当时已经录入的才算；用来重出以前的材料"
AGAINST = "统计表对比"
USUAL, LAST = "不指定（按周期）", "上一期"
DO, CANCEL = "采用", "取消"

REGISTER, REGISTER_TIP = "登记印发", "文件存入台账，以后数据有变动会提示更正"
REGISTERED = "已登记印发，可以撤销；文件已存入台账。"
ISSUED, ISSUED_TITLE = "已印发…", "已印发的材料"
ISSUED_TIP = "看印发过的材料后来有没有数据变动，需要时出更正"
ISSUED_COLUMNS = ("编号", "印发日期", "材料", "文件", "后来变动")
NOTHING_ISSUED = "还没有登记印发的材料。保存材料后点“登记印发”。"
UNCHANGED, CHANGED = "没有", "{count}处"
DIFFERENCES = ("印发时", "现在", "原因")
OPEN_STORED, MAKE_CORRECTION = "打开印发的文件", "出更正…"
CORRECTION_FILE = "更正（{no}）.docx"
SAVED = "已保存：{file}"
NO_STORED = "这份文件已不在台账文件夹里。台账没有改动。"

OPINIONS, OPINIONS_TITLE = "各单位意见…", "对征求意见稿的意见"
OPINION_COLUMNS = ("序号", "任务", "单位", "意见", "采纳情况", "说明")
ADD_OPINION, DROP_OPINION = "登记", "删去选中的"
OPINION_TASK, OPINION_UNIT, OPINION_TEXT = "任务", "单位", "意见"
NO_OPINIONS = "还没有登记意见。上面选任务、写单位和意见，点“登记”。"

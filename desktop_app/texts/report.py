"""Words and sentences of the verb `report`, and of the papers by name."""

NAMES = {
    "notice": "通知",
    "breakdown": "任务分解表",
    "bulletin": "通报",
    "assign": "交办单",
    "chase": "催办单",
    "order": "督办单",
    "summary": "总结",
    "brief": "领导简报",
    "figures": "统计表",
    "charts": "图表",
    "changes": "修改对照表",
    "correction": "更正",
}
SHORT = {"分解表": "breakdown"}  # what else a paper is called
CHARTS_TITLE, CHARTS_UNDER = "{period}重点工作任务进展图", "（数据截至{day}）"
DOES = {"assign": "交办", "chase": "催办", "order": "督办"}
ORDER_NUMBER = "{no}号"
NO_PERIOD = "“{said}”不是一个周期，没有写出文件，台账没有改动。请写成 2026-06、2026-Q2、2026-H1 或 2026。"
NO_TASKS = "台账里还没有任务，没有写出文件。请先导入工作要点。"
NO_ROUND = "{period}还没有填报批次，没有写出文件，台账没有改动。请先在“收发”中新建一批。"
NO_UNIT = "台账里没有单位“{name}”，没有写出文件，台账没有改动。请按台账里的名称填写。"
SUFFIX = "“{name}”的类型不对，没有写出文件，台账没有改动。这种材料可以保存为{kinds}。"
WRITTEN = "已写出：{file}"
NUMBERS = "共{count}个数字，每个都能查到台账出处。"
ATTACHMENT = "附件"
NO_KIND = "没有“{said}”这种材料，没有写出文件，台账没有改动。可以写：{kinds}。"
CHECKED = "核对了{count}个数字，{wrong}个与台账不一致。"
WRONG = "{number}. “{context}”中的{found}应为{right}。"
UNKNOWN = "“{context}”中的{found}不是本程序生成的，请自行核对。"
NOT_OURS = "“{name}”不是本台账生成的材料，没有核对，台账没有改动。请选用“报告”页保存的文件（改过文字的也可以）。"
NOT_CHECKED = "“{name}”是{kind}，里面没有由台账算出、需要核对的数字，没有核对，台账没有改动。"
DOCX_HUGE = "“{name}”解压以后大得不像一份材料，没有核对，台账没有改动。请用本程序生成、只改过文字的那一份再试。"
NOT_DOCX = "“{name}”打不开，不是完好的 .docx 文件，没有核对，台账没有改动。请另存为 .docx 再试。"
COMMENT = "台账：{right}"
COMMENT_AUTHOR = "督办台账核对"
WIDE_DIGITS = "０１２３４５６７８９．％，"
TIMES = {"万": 10_000, "亿": 100_000_000}
GONE = "（台账里已没有这一项）"

"""Sentences of the 报告 page, and of the summary that it makes."""

TITLE = "报告"
PAPERS = "可以生成的材料"
LEDGER, GANTT, SUMMARY = "督办台账", "甘特图", "进展概况"
ABOUT = {
    LEDGER: "Excel 工作簿，A4 横向，可直接打印，附 Excel 图表",
    GANTT: "全年进度，PDF 文件，A4 横向",
    SUMMARY: "各类任务数量和滞后任务，可直接粘贴",
}
PREVIEW = "预览：{name}"
ROUND = "填报批次"
ROUND_NAME = "{period}（{due}前报送）"
ROUND_VOID = "{period}（已作废）"
SAVE = "保存为文件…"
COPY = "复制文字"
COPIED = "已复制，可以粘贴到WPS、微信或邮件里。"
OPEN_FILE = "打开文件"
OPEN_FOLDER = "打开文件夹"
SAVED = "已保存：{file}"
SAVING = "正在写出《{name}》……"
FILE_NAME = {
    LEDGER: "{name}（{day}）.xlsx",
    GANTT: "{name}（{day}）.pdf",
    SUMMARY: "{name}（{day}）.txt",
}
KINDS = {
    LEDGER: "Excel 工作簿 (*.xlsx)",
    GANTT: "PDF 文件 (*.pdf)",
    SUMMARY: "文本文件 (*.txt)",
}
DAY = "{day.year}年{day.month}月{day.day}日"
NO_TASKS = "台账里还没有任务。请先导入工作要点，或点“今日”页上的“用示例数据试一试”。"
NO_ROUNDS = "还没有填报批次，没有通知可看。请在“收发”中新建一批。"
FIRST_LINES = "预览只列出前{count}行，保存的文件里是全部{all}行。"

COMMA = "、"
NO_LEAD = "未指定牵头单位"
SUMMARY_TITLE = "重点工作任务进展概况（截至{day.year}年{day.month}月{day.day}日）"
SUMMARY_ALL = "全年共{count}项任务：{said}。"
SHARE = "{name}{count}项（{share:g}%）"
COUNT = "{name}{count}项"
BY_SECTION = "各板块情况："
SECTION = "　　{name}：{count}项，{said}"
LISTED = "{name}的任务（{count}项）："
LATE_TASK = "　　{number}. {title}（{leads}）：{reason}"
SILENT = "{name}{count}项，涉及：{units}。"
RATES = "主要比率："
RATE_LINE = "　　{formula}"
RANKING = "各单位得分和名次："
RANKED = "　　第{rank}名　{unit}　{score:g}分（{formula}）"

"""Sentences and file names of the demo."""

EXISTS = "“{folder}”里已经有一个台账，示例没有生成，已有的台账没有改动。请换一个空文件夹。"
PRACTICE_LABEL = "设定示例日期"
SENT = "{period}发出"
RETURNED = "{period}收回"
FILE = "{unit}.xlsx"
CORRECTION = "{unit}（更正）.xlsx"
LEDGER = "督办台账.xlsx"
GANTT = "甘特图.pdf"
STATUS = "进展和亮灯.json"
NUMBER = "序号"
SHEET = "填报表"
ASKED = {
    "status": "本期情况",
    "text": "进展情况",
    "percent": "完成率(%)",
    "finished_on": "办结时间",
    "problems": "存在问题",
}
PLAN = "2026年全区民政工作要点.docx"

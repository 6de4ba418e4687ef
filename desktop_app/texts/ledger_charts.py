"""Words of the charts in the ledger's workbook."""

SHEET, DATA_SHEET = "图表", "图表数据"
TITLE = "{years}重点工作任务进展图"
ABOUT = "图随“图表数据”中的数改变；黑白打印时以花纹区分。"
NAME = "名称"
REPORTED = "各期按时反馈情况（个）"

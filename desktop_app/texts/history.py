"""Words of the history page."""

TITLE = "历史"
HINT = "每一步操作都记在这里。选中一条，可看到每处改动，也可以单独撤销它，之后的工作会保留。"
EMPTY = "还没有操作记录。导入工作要点后，每一步都会记在这里。"
ENTRIES = "操作记录"
CHANGES = "改动明细"
ENTRY_COLUMNS = ("编号", "时间", "操作", "改动", "操作人")
CHANGE_COLUMNS = ("对象", "项目", "原来", "改为", "来自")
COUNT = "{count}处"
UNDO = "撤销这一条"
UNDO_AGAIN = "重做这一条"
UNDONE = "{label}（已撤销）"
SEARCH = "在操作记录中查找"
NEW = "新建"
GONE = "删除"
PLACE = "{cell}　{file}"
SHOWN_FIRST = "改动较多，先列出前{count}处。"
ALL = "共{count}处改动"

"""Words of the templates of papers and of the window in which they are edited."""

NO_TEMPLATE = "“{name}”没有可以改的模板，台账没有改动。"
EMPTY = "模板里没有标题（以“# ”开头的一行）或没有正文，没有保存，台账没有改动。请补上。"
LABEL, LABEL_SHIPPED = "修改{name}模板", "{name}模板恢复默认"
TITLE = "{name}的文字模板"
ABOUT = (
    "改的是固定的文字，花括号里的内容由台账算出。“# ”开头是标题，“> ”是主送，“## ”是一级标题（编号自动加），"
    "“//”开头的不印；一行里的内容全都没有时，这一行不印。"
)
FIELDS, FIELDS_TIP = "可用的内容", "双击加到光标处"
SAVE, SHIPPED, CLOSE = "采用", "恢复默认", "关闭"
OWN, AS_SHIPPED = "现用的是本台账改过的模板。", "现用的是程序自带的模板。"
SAVED, RESET = "已采用，预览已更新；可以撤销。", "已恢复默认模板；可以撤销。"
KEPT = "模板已采用，可以撤销。"
BUTTON = "改文字…"
TIP = "修改这种材料的固定文字"

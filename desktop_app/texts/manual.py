"""Sentences of the manual's window, and which chapter belongs to which page."""

TITLE = "使用手册"
TIP = "使用手册（F1），打开与当前页面有关的一章"
CONTENTS = "目录"
PAGES = "手册正文"
FIND = "在手册中查找，回车找下一处"
FIND_NAME = "查找手册"
NOT_FOUND = "手册里没有“{words}”。"
BACK = "返回"
NOT_SHIPPED = "“{name}”没有随程序一起安装，这里打不开。台账没有改动。"

# A chapter is known by its title without its number.
CHAPTERS = {
    "today": "第一次打开",
    "ledger": "台账和甘特图",
    "gantt": "台账和甘特图",
    "exchange": "发填报表",
    "reports": "通知和材料",
    "history": "历史和撤销",
    "units": "分工和拆分",
    "settings": "设置",
}

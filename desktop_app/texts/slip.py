"""Words and sentences of the slip that a unit gets back with its form (退回单)."""

FONT = "宋体"
SHEET = "退回说明"
TITLE = "填报表退回说明"
INTRO = "{unit}：你单位报来的“{file}”有{count}处需要核对或改正，见下表。请改正后重新报送；没有列出的内容不用再填。"
INTRO_NONE = "{unit}：你单位报来的“{file}”请按下面的说明核对后重新报送。"
MARKED = "要改的单元格已经标成红底，把鼠标移到格子上可以看到说明。"
WORDS = "办公室说明：{words}"
COLUMNS = ("次序", "所在工作表", "位置", "涉及事项", "不对的地方", "怎样改")
NO_PLACE = "—"
FOR_THE_CLERK = r"[，,。；]?(?:请|是否)[^。？]*[。？]"  # what a sentence asks of the clerk is not for the unit
END = "。"
AUTHOR = "督办台账"
COMMENT = "{wrong}\n改法：{todo}"
MARKED_FILE = "{stem}_退回.xlsx"
SLIP_FILE = "{stem}_退回单.xlsx"

TODO = "请核对后改正，重新报送。"
TODO_OF = {
    "status": "请从下拉列表中选择：有进展、与上期无变化、已办结。",
    "text": "请写明本期做了什么、完成多少。",
    "percent": "请填0—100之间的数，如60，不带文字。",
    "finished_on": "请填年月日，如2026-6-30；没有办结的不填。",
    "problems": "请写明问题；没有问题的填“无”。",
    "figure": "请填累计完成的数，并写明单位。",
}
NOTHING = "这份文件没有需要退回的地方。如确要退回，请写明理由。"
NOT_STORED = "这个单位还没有收到文件，不能退回。台账没有改动。"

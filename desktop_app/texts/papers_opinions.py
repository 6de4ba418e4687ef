"""Words of opinions on a draft breakdown (征求意见), and of what the final one changed."""

TITLE = "{year}年重点工作任务分解表\n征求意见和修改情况"
HEADS = ("序号", "重点任务", "内容", "征求意见稿", "定稿", "单位意见", "采纳情况")
TAKEN = {"": "待定", "adopted": "采纳", "partly": "部分采纳", "declined": "未采纳"}
OPINION = "{unit}：{text}"
TAKEN_WHY = "{taken}。{reply}"
ADDED, REMOVED, WHOLE = "新增", "删去", "整行"
SAME = "未改"
NOTE = "注：征求意见稿为{day}印发的一稿；共收到意见{count}条，采纳{adopted}条，部分采纳{partly}条，未采纳{declined}条。"
NO_DRAFT = "还没有登记印发过征求意见稿，没有可以对照的一稿，没有写出文件，台账没有改动。请先保存征求意见稿并登记印发。"
NO_TASK = "台账里没有序号为“{said}”的任务，意见没有登记，台账没有改动。请按台账里的序号填写。"
NO_TEXT = "没有写明意见内容，意见没有登记，台账没有改动。"
NO_UNIT = "没有写明提出意见的单位，意见没有登记，台账没有改动。"
LABEL, LABEL_TAKEN = "登记意见：{unit}对“{task}”", "意见采纳情况：{unit}对“{task}”{taken}"
LABEL_GONE = "删去意见：{unit}对“{task}”"
LISTED = "{no}　{task}　{unit}：{text}（{taken}）"
NONE = "还没有登记意见。"
KEPT = "意见已登记，可以撤销。"

"""Sentences of the dialogs in which plans are compared, carried over and revised."""

WINDOW = "来源文件对比与结转"
FILE = "选择文件…"
CHOOSE = "选择要对比的工作要点"
READING = "正在读取《{name}》……"
PLAN = "{year}年度　{title}"
COLUMNS = ("", "结果", "{title}", "{title}", "变化")
SIDES = ("旧", "新")
SIDE_OF = "{side}：{title}"
SAME, CHANGED, NEW, GONE = "相同", "有变化", "新增", "不再列入"
TASK = "{no} {title}"
FIELDS = {
    "no": "序号",
    "section": "板块",
    "title": "标题",
    "text": "内容",
    "lead_units": "牵头",
    "co_units": "配合",
    "leader": "责任领导",
    "targets": "目标",
    "deadlines": "时限",
}
LIST = "、"
SAID = "{field}：{value}"
DIFFERENCE = "{field}：{a} → {b}"
NOTHING = "（空）"
SUM = "相同{same}项，有变化{changed}项，新增{new}项，不再列入{gone}项。"
NOTHING_TO_COMPARE = "请在上面选两份要对比的工作要点，或选“选择文件…”。"
HINT = "勾选“不再列入”且未完成的任务，可列入新的一年；新要点没写牵头单位的，沿用上年。"
HINT_FILES = "两份都已建立台账时，才可以结转。"
CARRY = "结转（列入{count}项）"
CARRIED = "已结转：关联{linked}项，列入{taken}项。"
NOTHING_CARRIED = "没有可以结转的内容，台账没有改动。"
CLOSE = "关闭"
TABLE = "对比结果"
DETAIL = "所选任务的内容（{side}）"

RESEMBLES = (
    "这份文件与台账中的《{title}》有{count}项任务相同，可能是它的修订稿。"
    "按修订稿更新：已有的进展、填报和分工保留，只改文件改动的内容。另外建账：作为另一份来源，任务另列。"
)
AS_REVISION, AS_OTHER = "按修订稿更新", "另外建账"
UPDATE = "更新台账…"
REVISION = "修订稿带来的改动"
REVISION_SUM = "《{title}》：新增{new}项任务，改动{changed}项，撤回{withdrawn}项。"
REVISION_COLUMNS = ("内容", "项目", "现在", "改为")
REVISION_TABLE = "将要改动的内容"
QUESTIONS = "{count}处请确定：台账里改过而新文本写了别的，或新文本里不再有（不选则保持台账）"
QUESTION_TABLE = "需要确定的地方"
KEEP, TAKE = "保持台账", "用新文本"
CHOICE_OF = "如何处理：{text}"
STORE = "更新台账"
BACK = "返回核对"
UNCHANGED = "新文本与台账一致，没有要改动的内容。"

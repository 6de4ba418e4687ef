"""Sentences about importing an existing ledger, and about what one of our own brings back."""

LEAD_LABEL, CO_LABEL = "牵头单位：", "配合单位："
LIST = "、"
JOINED = "；"
LABELLED = "{label}：{text}"
AND = "、"

MEANINGS = {
    "no": "序号",
    "section": "板块",
    "task": "重点任务",
    "action": "具体举措",
    "target": "目标指标",
    "lead": "牵头单位",
    "co": "配合单位",
    "marks": "单位（打勾）",
    "leader": "责任领导",
    "person": "责任人",
    "contact": "联系人及电话",
    "deadline": "完成时限",
    "node_q1": "一季度节点",
    "node_q2": "二季度节点",
    "node_q3": "三季度节点",
    "node_q4": "四季度节点",
    "nodes": "分月进度（一格多个节点）",
    "progress_text": "进展情况",
    "percent": "完成率",
    "state": "完成状态",
    "finished_on": "办结时间",
    "problems": "存在问题",
    "next_steps": "下步打算",
    "evidence": "佐证材料",
    "measure": "计量单位",
    "note": "备注",
    "other": "其他（记入备注）",
    "skip": "不导入",
}

NO_TABLE = (
    "“{name}”里没有找到台账：没有一张表的表头写明任务和单位（或时限、进展）。台账没有改动。"
    "请确认表头各列都有名称，或打开窗口在“打开已有的 Excel 台账”中指明表头在第几行。"
)
NO_TASKS = "按这样的表头，没有读到任务。台账没有改动。请调整表头所在的行，并指明哪一列是重点任务。"
NO_SHEET = "文件里没有叫“{sheet}”的表。台账没有改动。"
KNOWN_ALREADY = "这份文件已经导入过，就是“{title}”，台账没有改动。"
IS_FORM = "这是发给单位的填报表，不是台账。台账没有改动。请在“收发”中收回它。"
IS_OWN_LEDGER = (
    "这是本台账导出的 Excel 台账，不是工作要点。台账没有改动。要把在 Excel 里改过的内容收回来，请用“导入台账”。"
)
LABEL = "导入台账《{title}》"
IMPORTED = "导入《{title}》：{tasks}项任务、{actions}项举措，{units}个单位，{reports}项有进展。"
WOULD_IMPORT = "《{title}》：表“{sheet}”，{tasks}项任务、{actions}项举措，台账没有改动（只是预览）。"

MARK = "“{mark}”按{role}"
MARKS = "一列一个单位的表，格内{marks}读入。"
MARKS_OPEN = "一列一个单位的表，没有写明各记号的含义，格内{marks}读入，请核对。"
GUESSED_COLUMN = "“{label}”一列按“{meaning}”读入，拿不准，请核对。"
OTHER_COLUMN = "“{label}”一列不认识，有内容的记入备注。"
LOST_LINE = "“{text}”这一行没有写任务，没有读入。"
OTHER_SHEETS = "这份文件里的“{names}”也像是台账，没有读入。需要时请另选这张表再导入一次。"
NO_YEAR = "表上没有写年度，按{year}年读时限。"
NO_AS_OF = "表上没有写“截至×月×日”，进展按{day}的情况存入。"
UNREAD_PERCENT = "完成率填的是“{raw}”，读不准，没有存入。"
UNREAD_STATE = "状态写的是“{raw}”，不认识，已记入备注。"
UNREAD_DAY = "“{raw}”读不出日期，已按原文保留。"
NO_LEAD_TO_SAY = "没有牵头单位，进展无处可记，已写入备注。指定牵头单位后可以再录入。"
AGAIN = "{count}项任务台账里已有（《{title}》），按原任务更新进展，不重复建；另有{new}项新任务。"
AGAIN_SAME = "{count}项任务台账里已有（《{title}》），这份台账没有新的内容，台账没有改动。"
KEPT_OURS = "“{task}”的{label}：台账里是“{ours}”，这份表里是“{theirs}”，没有改。要改请在台账里改。"
NOTHING = "（空）"
STATES = {
    "open": "未完成",
    "ongoing": "长期坚持",
    "finished": "已完成",
    "closed": "已销号",
    "paused": "暂缓",
    "not_issued": "未下达",
}
SAME_TITLES = "有{count}项任务的名称与台账里已有的任务相同（如“{title}”），请留意是否重复。"
HALF_DAY = "时限写的是数字{raw}，可能是“{raw}”也可能是末尾少了一个0，没有当作日期，请核对。"

# our own ledger, edited in Excel
OWN_LABEL = "收回在Excel中修改的台账"
OLD_EPOCH = "台账在导出这份文件之后曾从备份恢复，已按编号对应任务，请核对。"
SPOILT_MARK = "这份台账里的识别信息已损坏，不能可靠地对应任务。台账没有改动。请重新导出一份，再改。"
NO_ROWS = "这份台账里没有一行能与任务对应（隐藏的标识列没有了）。台账没有改动。请重新导出一份，再改。"
OWN_DONE = "收回{changed}处修改，{questions}处需要您决定。"
OWN_NOTHING = "与导出时相比没有修改，台账没有改动。"
ROW_GONE = "《{title}》这一行在文件里没有了。任务没有删除；如确需取消，请在台账中撤回。"
BLANKED = "“{header}”被清空了，空格不当作删除，台账里仍是原来的内容。"
NOT_TAKEN = "“{header}”由各单位的填报或其他记录得出，在这里改了也不收，请在台账中修改。"
CONFLICT = "“{header}”：导出后台账里已改为“{ours}”，文件里是“{theirs}”。"
ASK_VALUE = "“{header}”改成了“{theirs}”，读不准，请决定是否采用。"
NEW_ROW = "文件里新增了一行“{title}”。"
KNOWN_ROW = "新增的一行“{title}”台账里已经有了，没有重复新增。"
KNOWN_ROW_DIFFERS = "新增的一行“{title}”台账里已经有了，没有重复新增；这一行与台账不同的内容，请在台账中修改。"
TWICE = "《{title}》在文件里有两行，只看第一行。"
TASK_GONE = "标识为{mark}的一行对应的任务已不在台账里，没有收。"

RETURNED = "收回在 Excel 中修改的台账"
QUESTION_COLUMNS = ("采用", "任务", "项目", "台账里现在是", "文件里是", "单元格")
TICK = "导出之后两边都改过或读不准的，打勾的采用文件里的，不打勾的保留台账里的："
TAKE_BACK = "收回修改"

# the mapping page
WINDOW = "打开已有的 Excel 台账"
CHOOSE = "打开已有的 Excel 台账"
CHOOSE_FILES = "Excel 台账 (*.xlsx *.xlsm *.xls *.et *.ods *.csv)"
READING = "正在读取{name}"
SHEET = "表"
HEADER_FROM, HEADER_TO = "表头从第", "行到第"
HEADER_END = "行"
HINT = "每一列上面写着它按什么读入，黄色的拿不准；点开可以改。回车导入，Esc 离开，Ctrl+Z 可撤销。"
PREVIEW = "读到的任务"
GRID = "表格前几行和各列的含义"
PROBLEMS = "需要留意的{count}处"
NO_PROBLEMS = "没有需要留意的地方"
COUNTS = "{tasks}项任务，{actions}项举措，{sections}个板块"
IMPORT = "导入台账"
LEAVE = "离开"
COLUMN_NAME = "第{column}列“{label}”的含义"
TASK_COLUMNS = ("序号", "任务", "牵头", "配合", "时限", "完成率")
EMPTY_LABEL = "（无名称）"
PERCENT = "{value}%"
UNCLEAR = "{name}（拿不准）"
IMPORT_BUTTON = "打开已有的 Excel 台账…"
IMPORT_TIP = "把现成的 Excel 台账（任意格式）读进来，先看各列怎样对应，再导入（Ctrl+Shift+O）"

"""Words of the ledger page."""

from desktop_app.texts import lights

TITLE = "台账"
COLUMNS = {
    "no": "序号",
    "title": "任务",
    "leads": "牵头单位",
    "cos": "配合单位",
    "leader": "责任领导",
    "person": "责任人",
    "contact": "联系人及电话",
    "done": "完成",
    "gap": "序时差",
    "light": "亮灯",
    "start": "开始时间",
    "deadline": "时限",
    "soft_deadline": "原则上时限",
    "goal": "目标值",
    "held": "完成数",
    "targets": "目标指标",
    "said": "最新进展",
    "problems": "存在问题",
    "next_steps": "下步打算",
    "evidence": "佐证材料",
    "state": "状态",
    "section": "板块",
    "text": "具体内容",
    "note": "备注",
}
TABLE = "台账表格"
FROZEN = "台账表格的序号和任务"

GROUPINGS = {
    "section": "按板块分组",
    "unit": "按单位分组",
    "light": "按亮灯分组",
    "leader": "按责任领导分组",
    "": "不分组",
}
GROUPING = "分组方式"
NO_SECTION = "未分板块"
NO_LEAD = "未指定牵头单位"
NO_LEADER = "未明确责任领导"
GROUP_COUNT = "{name}（{count}）"
ACTION = "└ {title}"
NAMES = "、"
PERCENT = "{figure}%"
POINTS = "{figure}点"
FIGURE = "{sign}{figure}{unit}"
MONTH_AND_DAY = r"\1月\2日"  # how 9/15 is read
WHOLE_DAY = r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?"  # 2026.6.30, 2026年6月30日
PERCENT_SIGNS = "%％"
NAME_BREAKS = r"[、，,;；\s]+"  # what people type between names
TARGETS = "；"
NO_FIGURE = "—"
MONTH_DAY = "{month}月{day}日"
FULL_DAY = "{year}年{month}月{day}日"
DEFAULT = "{day}（默认）"
SAID_BY = "{unit}：{said}"
TIP_DONE = "完成{done}，序时进度{expected}。"

VIEWS = {
    "all": "全部",
    "behind": "落后序时",
    "this_month": "本月到期",
    "overdue": "已逾期",
    "no_lead": "未指定牵头",
    "silent": "未报",
}
VIEW = "{name} {count}"
CHIPS = {"units": "单位", "sections": "板块", "lights": "亮灯", "states": "状态"}
CHIP_CHOSEN = "{name}：{count}项"
LIGHTS = {"green": "绿灯", "amber": "黄灯", "red": "红灯", "blue": "蓝灯", "grey": "灰灯"}
STANDINGS = {
    "not_started": "未开始",
    "under_way": "推进中",
    "behind": "落后",
    "overdue": "逾期",
    "finished": "已完成",
    "closed": "已销号",
    "ongoing": "长期坚持",
    "paused": "暂缓",
    "not_issued": "未下达",
}
CLEAR = "清除筛选"
FROM_ELSEWHERE = "只看：{label}"
NOTHING = "没有符合条件的任务。请减少筛选条件，或换一个搜索词。"
EMPTY = "台账里还没有任务。请把年度工作要点文件拖进窗口，核对后建立台账。"

STATES = {
    "open": "推进中",
    "ongoing": lights.ONGOING,
    "finished": lights.TO_CLOSE,
    "closed": lights.CLOSED,
    "paused": lights.PAUSED,
    "not_issued": lights.NOT_ISSUED,
}

MORE = "更多"
MORE_TIP = "对筛选出的或所选的任务：批量指定牵头单位、拆分为举措、提取完成数、核实销号、人工定灯"
ASSIGN = "批量指定牵头单位…"
SPLIT = "拆分为举措"
FIGURES = "从进展文字提取完成数…"
ASSIGN_LABEL = "指定{count}项任务的牵头单位"
SPLIT_LABEL = "拆分“{title}”"
NO_TASK_CHOSEN = "请先在表格里选一项任务。"

LABEL = "修改“{title}”的{column}"
CREATE_UNITS = "单位目录里没有：{names}。是否新建？选“取消”则台账不改动。"
CREATE = "新建单位并保存"
WRONG_DAY = "没有看懂时限“{said}”。台账没有改动。请写成 2026-06-30、6月30日、6月底 或 长期坚持。"
WRONG_PERCENT = "“{said}”不是0到100的数字。台账没有改动。请填写完成率，如 45 或 45%。"
WRONG_STATE = "没有“{said}”这种状态。台账没有改动。可填：{states}。"
NO_TITLE = "任务名称不能为空。台账没有改动。"
NOT_TYPED = "“{column}”由程序算出，不能直接填写。台账没有改动。"
TARGET_REPORTED = "指标“{target}”已有单位填报，不能删除，只能修改。台账没有改动。"
NEVER_ASKED = "“{title}”还没有列入任何填报批次，进展和完成率暂时无处可填。台账没有改动。请先在“收发”里新建一批。"

OPEN_EXISTING = "打开已有的 Excel 台账，或收回导出后的修改…"
HELD_POST = "{post}（{person}）"

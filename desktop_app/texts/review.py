"""Sentences of the review of a plan, before anything is stored."""

DAY = "{day.year}年{day.month}月{day.day}日"
STRANGE_UNIT = "“{unit}”不在现有单位名录中，将登记为新单位"
DEFAULT_DEADLINE = "{count}项任务没有写明完成时限，将按{day}登记"
NO_TARGET = "不作为目标"
SIMILAR = "名称相近"

DOCUMENT = "原文"
LEGEND = "标记说明：{kinds}"
KINDS = {"no": "序号", "title": "任务", "unit": "单位", "target": "目标", "deadline": "时限"}
COLUMNS = ("序号", "任务", "牵头单位", "配合单位", "目标", "时限", "疑问")
DOUBT_COUNT = "◆{count}"
COMMA = "、"
SEMICOLON = "；"
DEFAULT = "年底（默认）"
COMPARATORS = {"=": "", ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "~": "约"}

WINDOW = "核对工作要点 — {file}"
FACTS = "{sections}个板块　{tasks}项任务　{targets}项目标　{units}个单位"
ROWS = "读出的任务"
OFFICES = "只留哪个单位的任务"
OFFICES_TIP = "这份文件分给许多单位：可只留本单位牵头或配合的任务"
ALL_OFFICES = "全部单位（{count}项）"
OFFICE = "只留{name}（{count}项）"
OUR_OFFICE = "只留本单位：{name}（{count}项）"
DOUBTS = "需要确认的地方"
TO_CONFIRM = "{count}处需要确认"
ALL_CONFIRMED = "没有需要确认的地方，可以建立台账"
DOUBT = "{about}：{text}"
ABOUT = "{no}　{title}"
ACCEPT = "照此登记（Enter）"
WITHOUT_LEAD = "先不指定牵头单位（Enter）"
OFFER = "{digit}　{text}"
OFFER_WHY = "{digit}　{text}（{why}）"
KEYS = "↑↓ 移动　Enter 照此登记　1–3 选择建议　直接输入即可修改　Ctrl+Z 撤回　Ctrl+Enter 建立台账　Esc 离开"
STORE = "建立台账"
LEAVE = "不保存，离开"
REALLY_LEAVE = "已经修改过的内容还没有存入台账。离开后这些修改不会保留，台账没有改动。要离开吗？"

FIELDS = ("任务", "牵头单位", "时限", "配合单位")
TARGETS = "目标"
TARGET_COLUMNS = ("指标", "要求", "数值", "单位")
TARGETS_HINT = "直接改数；不是目标的，选中后按 Delete 去掉；漏读的填在最后一行"
NEW_TARGET = "漏读的目标填在这一行，填上数值即可"
UNITS_HINT = "多个单位用“、”分开"
UNIT_SEPARATORS = "，,；;/"
DUE_HINT = "如 6月底、2026-06-30；不填为年底"
NO_DAY = "“{words}”不是日期，没有采用。请写成“6月底”或“2026-06-30”。"
NO_FIGURE = "“{words}”没有采用。数值只填数字；要求只填 =、≥、≤、＞、＜、约。"

PASTED = "粘贴的文字 {day}.{ending}"
READING = "正在读取《{name}》……"
VIEW_OFFER = "查看其中的条目"

"""Sentences of the 收发 page and its dialogs."""

TITLE = "收发"
NEW_ROUND = "新建一批填报"
PERIOD, AS_OF, DUE, FOLDER = "填报周期", "数据截至", "报送截止", "存放文件夹"
YEAR = "年"
PERIODS = (
    *(f"{month}月" for month in range(1, 13)),
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "上半年",
    "下半年",
    "全年",
)
DAY_FORMAT = "yyyy年M月d日"
OUT_FOLDER = "督办台账"
FOLDER_NAME = "{period}填报表"
CHOOSE_FOLDER = "选择文件夹…"
MAKE = "生成填报表"
CANCEL = "取消"
COMMA = "、"
WILL_SEND = "将生成{units}份填报表（每个牵头单位一份），共{rows}行，涉及{tasks}项任务，请单位填写{cells}格。"
NOTHING_TO_SEND = "没有可以发出的任务：没有一项任务有牵头单位。请先在台账中指定牵头单位。"
WITHOUT_LEAD = "◆ {count}项任务没有牵头单位，不会列入填报表：{titles}等。可先取消，在台账中指定后再来。"
SAME_PERIOD = "◆ {period}已经有一批在填报。再建一批，单位会收到两份同期的填报表。"
DUE_PAST = "◆ 报送截止日期已经过去，请核对。"

ROUNDS = "填报批次"
ROUND = "{period}\n{due}前报送　{state}"
ROUND_STATE = "已报{done}/{all}"
ROUND_VOID = "已作废"
NO_ROUNDS = (
    "还没有填报批次。\n\n点“新建一批填报”，给每个牵头单位生成一份填报表；"
    "收回后把文件、文件夹或压缩包拖到本页任意位置，核对后合并进台账。"
)
NO_TASKS = "台账里还没有任务。\n\n请先导入工作要点，再来新建填报批次。"
ROSTER = "单位名单"
ROSTER_COLUMNS = ("单位", "任务行", "状态", "收到时间", "来自文件", "盖章件")
STAMPED_ON = "盖章件{day}收到；取消勾选改为未收"
STAMP_TIP = "收到盖章件后在这里打勾"
STATES = {
    "not written": "未写出",
    "made": "已生成",
    "silent": "未报",
    "received": "已收",
    "in doubt": "有疑问",
    "merged": "已合并",
    "stamped": "盖章件已收",
}
MARKED = "{shape} {state}"
HEAD = "{period}　数据截至{as_of}，{due}前报送"
COUNTS = "{all}个单位：{said}"
COUNT = "{state}{count}"
CHOOSE_FILES = "选择收回的文件…"
FILES_KIND = "填报表和压缩包 (*.xlsx *.xls *.et *.ods *.xlsm *.zip);;所有文件 (*)"
DECIDE = "处理疑问（{count}）"
OPEN_FOLDER = "打开文件夹"
NO_FOLDER = "文件夹“{folder}”已不在原处。台账没有改动。可以点“重新生成”，再写一份。"
WRITE_AGAIN = "重新生成"
WRITE_WHERE = "填报表存放到哪个文件夹"
VOID = "作废这一批"
REALLY_VOID = "作废{period}填报批次后，这一批的填报表不再能合并，已合并的进展不再计入亮灯。确定作废吗？"
DROP_HINT = "收回的填报表、文件夹或压缩包，可以直接拖到本页。"

SENT = "填报表已生成"
SENT_COUNT = "已生成{files}份填报表，共{rows}行。请把各单位的文件和下面的通知一起发出。"
WARNED = "◆ {text}"
NOTICE = "通知"
COPY_NOTICE = "复制通知"
COPIED = "已复制，可以粘贴到WPS、微信或邮件里。"
CLOSE = "关闭"

READING = "正在读取收回的文件……"
JUDGING = "正在核对……"
KEEPING = "正在保存原文件……"
PASSWORD = "打开密码"
PASSWORD_OF = "“{file}”加了打开密码。\n请输入密码；不知道的可以跳过，其余文件照常合并。"
ENTER = "打开"
SKIP = "跳过"
COLLECT = "合并收回的填报表"
COLLECTED = "{files}个文件：{changed}格变化可直接合并，{same}格与台账一致"
COLLECTED_ASK = "，{count}个文件有疑问"
COLLECTED_REFUSED = "，{count}个文件没有采用"
STOP = "。"
PENDING = "以前收回的文件里还有{count}处疑问没有决定。"
QUESTIONS = "需要决定的地方"
TO_DECIDE = "{count}处需要决定"
QUESTION_COLUMNS = ("单位", "任务", "栏目", "台账现为", "单位上次", "这次填的", "单元格", "处理")
SEND_BACK = "退回…"
CHOICES = ("以后再定", "采用单位的", "保留台账的")
CHOICE_OF = "处理：{text}"
BLANK = "（空）"
ALL_TAKE = "全部采用单位的"
ALL_KEEP = "全部保留台账的"
AT_CELL = "（{file}，{sheet} {cell}）"
OPEN_FILE = "打开文件"
UNIT_IN_ROUND = "{unit}（{period}）"
COLLECT_HINT = "键盘：↑↓ 移动　1 采用单位的　2 保留台账的　0 以后再定"
NOT_NOW = "先不合并"
MERGE = "合并"
SEEN = "知道了"
MERGE_WITH = "合并（含{count}处决定）"
TOLD = "{count}条说明"
NOTES = "说明"
NOTE = "{file}{cell}：{text}"
CELL = "（{cell}）"
NOTHING_NEW = "收回的{files}个文件都与台账一致，没有变化。已登记收到时间。"

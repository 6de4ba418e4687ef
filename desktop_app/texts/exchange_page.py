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

"""Sentences of the 设置 page."""

TITLE = "设置"
LEDGER = "台账文件夹"
LEDGER_ABOUT = "台账、导入的要点和收回的填报表都存放在这里；备份或换电脑时，把整个文件夹拷走即可。"
OPEN_FOLDER = "打开文件夹"
LIGHTS = "亮灯规则"
LIGHTS_ABOUT = "按完成率落后序时进度的百分点（个）亮灯，颜色和叫法可以改，改动可以撤销。未报的一律为灰灯。"
PRESET, OWN = "方案", "自定"
AMBER = "黄灯：落后达到"
RED = "红灯：落后超过"
NEAR = "临期：到期前"
DAYS_BEFORE, NO_NEAR = " 天", "不设"
POINTS = " 个百分点"
VERDICTS = {
    "finished": "完成100%",
    "normal": "不落后",
    "near": "临近到期",
    "behind": "落后",
    "far_behind": "落后很多",
    "overdue": "过期未完成",
}
COLOURS = {"green": "绿", "amber": "黄", "red": "红", "blue": "蓝"}
COLOUR_OF, WORD_OF = "{verdict}的颜色", "{verdict}的叫法"
RULE_WORDS = (
    "落后不到{amber:g}个百分点：{normal}；落后{amber:g}至{red:g}个百分点：{behind}；"
    "落后超过{red:g}个百分点：{far_behind}。完成时限已过仍未完成的：{overdue}；完成100%的：{finished}。"
)
RULE_WORDS_NO_AMBER = (
    "不落后：{normal}；落后不超过{red:g}个百分点：{behind}；"
    "落后更多：{far_behind}。完成时限已过仍未完成的：{overdue}；完成100%的：{finished}。"
)
RULE_NEAR = "不落后而{days}天内到期的：{near}。"
SAVE_LIGHTS = "采用这一规则"
AS_SHIPPED = "恢复默认（10／30）"
LABEL_LIGHTS = "修改亮灯规则（{amber:g}／{red:g}个百分点）"
WRONG_ORDER = "红灯的界限要大于黄灯的界限。台账没有改动。请重新填写。"
NO_WORD = "每种情况都要有叫法。台账没有改动。请补上空着的叫法。"
TAKEN = ("未报", "待销号", "已销号", "长期坚持", "暂缓", "未下达", "退回")
WORD_TAKEN = "{words}另有固定含义，不能用作叫法。台账没有改动。请换一个词。"
COMMA = "、"
LIGHTS_SAVED = "已采用新的亮灯规则。"

EXPECTED = "序时进度"
EXPECTED_ABOUT = "截至某日应当完成的比例，从开始到完成时限（没有写明的到年底）推算。"
EXPECTED_HOW = "推算办法"
EXPECTED_BY = {"month": "按已满的月数（默认）", "day": "按已过的天数"}
BY_NODES = "有季度节点、分期进度的任务按节点计"
LABEL_EXPECTED = "修改序时进度推算办法"
TYPE = "字号"
TYPE_ABOUT = "界面文字的大小，只影响本机。"
PERCENT = "{percent}%"
ABOUT = "关于"
ABOUT_WORDS = "{program} {version}\n单机使用，不连接网络；数据只存放在上面的文件夹里。仅限处理非涉密信息。"

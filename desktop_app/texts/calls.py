"""Sentences of the director's call, and the words by which near days are said."""

TITLE = "登记领导交办"
WORDS = "交办内容"
WORDS_HINT = "照原话写，如：请养老服务科在下周五前报送助餐点排查情况"
LEADS = "牵头单位"
HELPERS = "配合单位"
DUE = "完成时限"
DUE_HINT = "下周五、月底、6月底、10个工作日内、2026-06-30"
LEADER = "交办领导"
LEADER_HINT = "如：分管副局长"
FOUND = "从交办内容中读出，可以改"
DAY = "{year}年{month}月{day}日（{weekday}）"
WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
REST_DAY = "，是休息日"
NO_DAY = "没有读懂这个时限，请写成“下周五”“6月底”或“2026-06-30”"
NO_DUE = "没有写时限，按{year}年12月31日登记，标为“默认”"
SAVE = "登记"
NO_WORDS = "请先写交办内容。"
PLAN = "{year}年领导交办事项"
KIND = "交办"
LABEL = "登记领导交办“{title}”"
NOTE = "{year}年{month}月{day}日交办"
NAMES = "、"
TOGETHER = "会同"
TITLE_ENDS = "。；！\n"
TITLE_LONGEST = 40

# Days as people say them. Weeks begin on Monday.
TODAY = {"今天": 0, "今日": 0, "当天": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}
WEEKS = {"": 0, "本": 0, "这": 0, "这个": 0, "下": 1, "下个": 1, "下下": 2}
WEEK_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 6}
MONTHS = {"本": 0, "这个": 0, "下": 1, "下个": 1}
DIGITS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "半": 15}
HALF, WORKDAY, MONTH = "半", "工作日", "月"
DAYS_IN = {"天": 1, "日": 1, "周": 7, "星期": 7}
NEAR = (
    r"(?P<day>大后天|今天|今日|当天|明天|明日|后天)"
    r"|(?P<week>下下|下个|这个|本|这|下)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])"
    r"|(?P<count>\d{1,3}|[一两二三四五六七八九十半])个?(?P<unit>工作日|天|日|周|星期|月)(?:之?内|以内)"
    r"|(?P<month>下个|这个|本|下)?月(?P<end>底|末)"
)

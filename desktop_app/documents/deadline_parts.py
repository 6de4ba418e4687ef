"""The pieces that due times are written with, as patterns: days, months, years, festivals, and what follows a date."""

from desktop_app.documents.numerals import NUMERAL

BEFORE = (
    r"(?:(?:\d{1,2}[时点]|\d{1,2}：\d\d|下班)?(?:以前|之前|前(?!后|三季|期|往))|止|(?:以内|之内|内)(?!容|部|"
    r"涝|在|地|蒙))"
)
CHINESE_YEAR = "二[零○]二[零一二三四五六七八九]|二[零○]三[零一二三四五]"
TO = "[—~至到-]{1,2}"
PART = "底|末|上旬|中旬|下旬|初(?![评审选筛试稿赛步])|上中旬|中上旬|中下旬"
DAY = rf"(?:[12]\d|3[01]|0?[1-9]|[{NUMERAL}]{{1,3}})"


def year(which: str = "") -> str:
    """2026年, 二〇二六年, 明年, 今年; `which` tells the beginning of a range (0) from its end."""
    return rf"(?:(?P<year{which}>20\d\d|{CHINESE_YEAR})年|(?P<next{which}>明年|次年|下一年)的?|(?:今年|本年|当年)的?)"


def month(which: str = "") -> str:
    """6月, 十二月."""
    return rf"(?<![\d{NUMERAL}])(?P<month{which}>1[0-2]|0?[1-9]|[{NUMERAL}]{{1,3}})月"


def day(which: str = "") -> str:
    """30日, 三十号."""
    return rf"(?P<day{which}>{DAY})[日号]"


QUARTER = r"(?:第?(?P<quarter>[一二三四1-4])季度|(?<![A-Za-z])[Qq](?P<quarter_short>[1-4])(?!\d))"
ADVERBS = (
    "(?:要|应|须|将|再|初步|各|均|可|全部|全面|基本|正式|如期|集中|组织|力争|确保|陆续|率先|统一|分别|启动并|有序|"
    "扎实|具备|主体)?"
)
# What is done by then follows at once: 6月完成, 三季度启动. A plain date without it is an occasion.
DEEDS = (
    "完成|完工|开工|动工|竣工|建成|出台|印发|启动|开展|召开|举办|实施|投用|投入|投产|上线|运行|运营|试运行|启用|提交|"
    "报送|上报|报批|验收|通过|制定|形成|发布|公布|公示|开放|开馆|交付|交工|移交|拨付|发放|落实|落地|到位|"
    "实现|达到|见效|"
    "出方案|初评|初审|初选|初验|检查|评选|总结|挂牌|揭牌|通车|封顶|招标|摸底|摸排|申报|建立|组建|办结|兑现|进场|首演|首发|首航|收官"
)
DEED = rf"(?=，?{ADVERBS}(?:{DEEDS}))"
WORK = rf"(?=，?{ADVERBS}(?:{DEEDS}|整治|排查|攻坚|推进|改造|施工|建设|评审|评估|普查|调研|清理|整改|巩固|扫尾|集中))"
REACH = r"(?=[^，。；、\d]{2,14}(?:达到?|提高到|提升[到至]|降[到至])[^，。；、\d]{0,4}\d)"  # 四季度办结率达到90%
STOP = "(?=[，。；、）]|$)"
COMPANY = (
    "确保|力争|争取|务必于|必须于|不晚于|不迟于|不得晚于|最迟|截止|截止到|截止至|时限为|时限：|时间：|预计|"
    "计划|定于完成"
)
BOUND = "(?:" + "|".join(f"(?<={word})" for word in COMPANY.split("|")) + ")"
EVENTS = (
    "元旦|春节|元宵节?|两会|清明节?|五一|劳动节|端午节?|六一|儿童节|七一|八一|中秋节?|国庆节?|双节|十一|重阳节?|"
    "敬老月|主汛期|入汛|汛期|冬季|入冬|供暖季|供暖期|采暖季|采暖期|高考|中考|秋季开学|春季开学|开学|暑期|"
    "暑假|寒假|雨季|"
    "防火期|冬至|助残日"
)
COUNT = (
    rf"(?P<count>[{NUMERAL}两\d]{{1,3}})(?:个?(?P<work>工作日)|个?(?P<week>周|星期)|(?P<month_long>个月)|个?日|"
    rf"天)(?:以内|之内|内)?"
)
HALF = "(?P<half>半年)(?:以内|之内|内)"
NOT_START = r"(?!起|以来|开始|末?以来)"
NOT_PAST = r"(?!，?[^，。；]{0,6}?(?:已|现有|共有|共建))"
ANY = f"{BEFORE}?{NOT_PAST}"
FROM = "(?:以后|之后)?(?:起|开始)(?![草步动工])"
# a clause that opens with a time and says shortly what is done then (5月31日封顶), whatever the verb
CLAUSE = r"(?:(?<=[，。；、：（\n ])|(?<=[于在])|(?<![\s\S]))"
SHORT = (
    r"(?=(?!以来|以后|之后|期间|的|第|会议|讲话|文件|条例|已|曾|施行|生效|全国|世界|同期|累计|开展|组织|集中|前后|左右|各|均|都)"
    rf"[一-鿿]{{2,4}}(?<![日周月季节天会起])(?<!宣传|慰问|纪念|期间|活动|同期|以来){STOP})"
)
# 验收合格后30日内: whatever happens first
AFTER = r"[^，。；：、（）\s\d]{1,10}?(?:之日起|以后|之后|后|起)"
OCCASION = (
    "(?!目前|此前|当前|以前|之前|事前|提前|学前|生前|面前|眼前|日前|空前|会前|往前|从前|年前|超前|前所|名列|位居|居|先前)"
    "[一-鿿]{2,6}(?<![目此当以之事提学生面眼日空往从年超先])"
)

"""The pieces that due times are written with, as patterns: days, months, years, festivals, and what follows a date."""

from desktop_app.documents.numerals import NUMERAL

_CLOCK = (
    rf"(?:(?:上午|中午|下午|早上|晚上?|当[天日])?(?:(?:\d{{1,2}}|[{NUMERAL}]{{1,3}})[时点](?:\d{{1,2}}分|[半整])?|"
    r"\d{1,2}：\d\d)|下班)"
)
_ASIDE = r"(?:（[^（）\d，。；]{1,14}）)?"  # 8月20日（星期四）前
BEFORE = (
    rf"(?:{_ASIDE}{_CLOCK}?(?:以前|之前|前(?!后|三季|期|往)|截?止)|(?:以内|之内|内)(?!容|部|"
    r"涝|在|地|蒙))"
)
CHINESE_YEAR = "二[零○]二[零一二三四五六七八九]|二[零○]三[零一二三四五]"
TO = "[—~至到-]{1,2}"
PART = "月?[底末尾]|上旬|中旬|下旬|初(?![评审选筛试稿赛步])|上中旬|中上旬|中下旬|中(?=[，。；、）前完]|$)"
MAY_OPEN = rf"(?=[\d{NUMERAL}元明次下今本当第])"  # a year, a month or a quarter: most places are passed over by it
DAY = rf"(?:[12]\d|3[01]|0?[1-9]|[{NUMERAL}]{{1,3}})"


def year(which: str = "") -> str:
    """2026年, 26年6月, 二〇二六年, 明年, 今年; `which` tells the beginning of a range (0) from its end."""
    short = r"(?<!\d)[23]\d(?=年(?:\d{1,2}月|[上下]半年|第?[一二三四]季))"
    said = rf"(?P<year{which}>(?:19|20)\d\d|{short}|{CHINESE_YEAR}) ?(?:年度?|(?=[Qq][1-4]))(?: (?=[\d{NUMERAL}]))?"
    return rf"(?:{said}|(?P<next{which}>明年|次年|下一年)的?|(?:今年|本年|当年)的?)"


def month(which: str = "") -> str:
    """6月, 6 月 (before a day), 十二月, 元月; no month of the old calendar."""
    first = r"(?<![美欧日万亿千百十\d])元(?=月(?:[底末份初上中下]|\d))"
    number = rf"1[0-2]|0?[1-9]|[{NUMERAL}]{{1,3}}|{first}"
    return rf"(?<![\d{NUMERAL}])(?<!农历|[去上前]年)(?P<month{which}>{number}) ?月(?: (?=\d))?"


def day(which: str = "") -> str:
    """30日, 三十号."""
    return rf"(?P<day{which}>{DAY}) ?[日号]"


QUARTER = (
    r"(?:(?<![去上前]年)(?<!年第)第?(?P<quarter>[一二三四1-4])季度|"
    r"(?<![A-Za-z])[Qq](?P<quarter_short>[1-4])(?!\d))"
)
ADVERBS = (
    "(?:要|应|须|将|再|初步|各|均|可|全部|全面|基本|正式|如期|集中|组织|力争|确保|陆续|率先|统一|分别|启动并|有序|"
    "扎实|具备|主体)?"
)
# What is done by then follows at once: 6月完成, 三季度启动. A plain date without it is an occasion.
DEEDS = (
    "组织(?![部科股处委架机人章])|完成|完工|开工|动工|竣工|建成|出台|印发|启动|开展|召开|举办|实施|投用|投入|投产|上线|运行|运营|试运行|启用|提交|"
    "报送|上报|报批|验收|通过|制定|形成|发布|公布|公示|开放|开馆|交付|交工|移交|拨付|发放|落实|落地|到位|"
    "实现|达到|见效|见到|"
    "出方案|初评|初审|初选|初验|检查|评选|总结|挂牌|揭牌|通车|封顶|招标|摸底|摸排|申报|建立|组建|办结|兑现|进场|首演|首发|首航|收官"
)
# 第一季度检查发现的问题 tells which ones
_WHICH = "(?!的|(?<=检查|排查|摸底|摸排|通报|印发|发布|公布|公示|验收|评选)(?:发现|反馈|指出|存在)?[一-鿿]{0,2}的)"
DEED = rf"(?=，?{ADVERBS}(?:{DEEDS}){_WHICH})"
WORK = (
    rf"(?=为(?!主?汛期|[^，。；]{{0,6}}(?:高峰|[旺淡]季|农忙|农闲|假|防火期|采暖期))|：|，?{ADVERBS}"
    rf"(?:{DEEDS}|整治|排查|攻坚|推进|改造|施工|建设|评审|评估|普查|调研|清理|整改|巩固|扫尾|集中))"
)
REACH = r"(?=[^，。；、\d]{2,14}(?:达到?|提高到|提升[到至]|降[到至])[^，。；、\d]{0,4}\d)"  # 四季度办结率达到90%
RATE = r"(?=[^，。；、\d已]{2,12}率[^，。；、\d]{0,6}\d)"  # 年底去向落实率90%
STOP = "(?=[，。；、）]|$)"
COMPANY = (
    "确保|力争|争取|务必于|必须于|不晚于|不迟于|不得晚于|最迟|截止|截止到|截止至|时限为|时限：|时间：|预计|"
    "计划|定于完成|截止日期为|截止时间为|完成时间为|完成时限为|期限为|赶在|抢在|至迟|截至|截止日期：|不超过|限期"
)
_BEGINS = rf"(?=[\d{NUMERAL}明次下今本当元])"
_ENDS_WITH = "".join(sorted({word[-1] for word in COMPANY.split("|")}))
_OTHER_TIMES = "".join(f"(?<!{word}时间：)" for word in "批示 交办 来文 收文 登记 会议 召开 开始 成立 印发".split())
BOUND = f"{_BEGINS}{_OTHER_TIMES}(?<=[{_ENDS_WITH}])(?:" + "|".join(f"(?<={word})" for word in COMPANY.split("|")) + ")"
EVENTS = (
    "元旦|春节|元宵节?|两会|清明节?|五一|劳动节|端午节?|六一|儿童节|七一|八一|中秋节?|国庆节?|双节|十一|重阳节?|"
    "敬老月|主汛期|入汛|汛期|冬季|入冬|供暖季|供暖期|采暖季|采暖期|高考|中考|秋季开学|春季开学|开学|暑期|"
    "暑假|寒假|雨季|梅雨季|"
    "防火期|冬至|助残日|换届|两节"
)
# “八一”建军节前, “五一”假期前, 主汛期来临前
EVENT = rf"“?(?:{EVENTS}|汛)”?(?:[一-鿿]{{1,4}}节|小?长?假期?|黄金周|[两双]节)?(?:来临|到来|开始)?"
COUNT = (
    rf"(?P<count>[{NUMERAL}两\d]{{1,3}})(?:个?(?P<work>工作日)|个?(?P<week>周|星期)|(?P<month_long>个月)|个?日|"
    rf"天)(?:以内|之内|内)?"
)
HALF = "(?:(?P<half>半年)|(?P<fortnight>半个?月))(?:以内|之内|内)"
NOT_START = r"(?!起|以来|开始|末?以来)"
NOT_PAST = r"(?!，?[^，。；]{0,6}?(?:已|现有|共有|共建))"
ANY = f"{BEFORE}?{NOT_PAST}"
FROM = "(?:以后|之后)?(?:起|开始)(?![草步动工])"
# a clause that opens with a time and says shortly what is done then (5月31日封顶), whatever the verb
CLAUSE = r"(?:(?<=[，。；、：（\n ])|(?<=[于在])|(?<![\s\S]))"
SHORT = (
    r"(?=(?!以来|以后|之后|期间|的|第|会议|讲话|文件|条例|已|曾|施行|生效|全国|世界|同期|累计|开展|组织|集中|前后|左右|各|均|都|是|为)"
    rf"[一-鿿]{{2,4}}(?<![日周月季节天会起])(?<!宣传|慰问|纪念|期间|活动|同期|以来){STOP})"
)
# a verb that nobody has written down, told by its first letter, in a clause that soon ends: 9月提请区政府审议
_VERB = (
    "[提报送评复迎切出签交摘开定挂过搬入试铺迁换修改整推完实投验竣落形制编印选确拟申争办结清拆移接通调招引启"
    "建审讨研上付收补销付搭培举]"
)
_ENDS = f"(?<![日周月季节天会起的])(?<!宣传|慰问|纪念|期间|活动|同期|以来|情况){STOP}"
_ACTS = rf"(?!开展|开门|开局|迎来|开学|建[党军国]|上[级年]|过去|实际|通知|定于|研究生){_VERB}"
SOON = rf"(?={_ACTS}(?:(?!的|增速|增长|下降|同比|环比|较|收入)[一-鿿]){{1,11}}{_ENDS})"
AT_ONCE = rf"(?={_ACTS}(?!售|入)[一-鿿]{{1,3}}{_ENDS})"
# 验收合格后30日内: whatever happens first
AFTER = r"[^，。；：、（）\s\d]{1,10}?(?:之日起|以后|之后|后|起)"
OCCASION = (
    "(?!目前|此前|当前|以前|之前|事前|提前|学前|生前|面前|眼前|日前|空前|会前|往前|从前|年前|超前|前所|名列|位居|居|先前)"
    "[一-鿿]{2,6}(?<![目此当以之事提学生面眼日空往从年超先门])"
)

"""The words of a note that names who does a task: labels, roles, endings of unit names.

A label is a role word and what bears the role (牵头 + 单位). `LABELS` holds one entry a role, its pattern; a label that
no entry knows is still read by the words in it (`role_in`). A new notation is one entry here and one example in
tests/documents/test_units.py.
"""

import re

_ONE = "单位|科室|部门|处室|股室|部室|委室|室所|站所|办所|机构|主体|中心|镇街|乡镇|委办|组别|支部|企业|专班"
NOUN = f"(?:{_ONE})(?:（(?:{_ONE})）|[及和与/、](?:{_ONE}))?"
"""What bears a role in a label that may stand without a colon."""
STEM = re.compile(rf"(?:{NOUN})?[\d一二三]?[^一-鿿]*$|[^一-鿿]")
"""What a label has besides the word that tells its role: 承办科室 and 承办单位 are one."""
_SHORT_NOUN = "局|办|处|科|股|部|室|站|所|组|队|方|院"  # only with a colon: 牵头局：
STEMS: dict[str, str] = {
    "lead": (
        "总牵头|牵头主责|牵头责任|牵头负责|共同牵头|联合牵头|牵头|主办责任|主办|主要责任|主要负责|主要牵头|主要承办|主责|第一责任|"
        "首要责任|首责|主体责任|汇总|抓总|领办"
    ),
    "co": (
        "责任配合|配合责任|协同责任|其他责任|其他配合|其它责任|协同配合|主要协作|主要配合|主要协办|配合|协办|会办|协作|协同|协助|参与|"
        "参加|联办|会同|联动|支持|共同责任|辅助"
    ),
    "neutral": (
        "重点责任|责任|承办|实施|落实|完成|负责|执行|推进|经办|归口|具体责任|具体承办|具体落实|具体实施|建设|业主"
    ),
}
"""What comes before the noun of a label. The unit of a neutral one leads where no lead label stands in the same note,
and helps where one does."""
ALONE: dict[str, str] = {
    "lead": "牵头责任|牵头|主办|主责",
    "co": "配合|协办|会办|协作",
    "neutral": "承办|具体负责|责任",
}
"""Labels without a noun."""
_LETTERS = {"lead": "[主牵]", "co": "[协配辅会]", "neutral": "[责办承]"}  # 责：甲科；协：乙科


def unit_labels(stems: dict[str, str]) -> dict[str, str]:
    """By role, the pattern of the labels that are made of `stems`; those alone too, as far as their word is a stem."""
    found: dict[str, str] = {}
    for role, words in stems.items():
        known = set("|".join(stems.values()).split("|"))
        alone = [word for word in ALONE[role].split("|") if word in known or word == "具体负责"]
        found[role] = "|".join([rf"(?:{words})(?:{NOUN})", *alone, f"{_LETTERS[role]}(?= *：)"])
    return found


_UNIT_LABELS = unit_labels(STEMS)
LEAD_LABELS, CO_LABELS, NEUTRAL_LABELS = (_UNIT_LABELS[role] for role in ("lead", "co", "neutral"))
PERSON_LABELS = (
    "(?:责任|分管|牵头|领办|包抓|包保|包联|主管|挂帅|领衔|联系|挂钩|挂点|带队|负责|主抓|主要|具体|直接|第一)"
    "(?:责任|负责|分管)?(?:[局县市区镇街委])?(?:级)?(?:领导(?:干部)?|(?<=负责)同志|负责人|责任人|局长|县长|区长|镇长|市长|主任|书记|同志)|"
    "(?:分管|主管)副[局县市区镇]长|责任人员?|负责人|(?:分管|挂帅|包保|包联|领办)(?= *：)"
)
DEADLINE_LABELS = (
    "(?:计划|预计|要求|规定|最迟|拟定?|任务|项目)?(?:完成|办结|办理|结束|反馈|截止|达成|落实|竣工|完工|交付|投用|建成|整改)(?:时限|时间|期限|日期|节点|"
    "时间节点)(?:要求)?|时限要求|时间要求|时间安排|时间节点|时间进度|拟定时限|工作时限|推进时限|工作期限|实施期限|进度安排|时限|期限"
)
ORIGIN_LABELS = (
    "(?:批示|交办|来文|来函|来件|收文|登记|转办|批办|签批)(?:领导|人|单位|机关|部门|科室|时间|日期|标题|题目|字号|文号|编号)|"
    "(?:文件)?编号|文号|收文号|急缓程度|紧急程度|缓急"
)
"""What a sheet says of where an instruction came from; nobody there does it, and nothing is due on that day."""
OTHER_LABELS = (
    f"{ORIGIN_LABELS}|"
    "联系人及(?:联系)?(?:电话|方式)|联系(?:人|电话|方式|单位|科室|部门)|联络员|监督电话|举报电话|办公电话|电话|手机|备注|"
    "(?:督办|督查|督导|监督|考核)(?:单位|科室|部门|领导)"
)

LABELS: dict[str, str] = {
    **_UNIT_LABELS,
    "person": PERSON_LABELS,
    "deadline": DEADLINE_LABELS,
    "other": OTHER_LABELS,
}
"""Role and the pattern of its labels, all of which may be followed by a colon, a blank or the end of the line."""

UNKNOWN_LABEL = rf"(?:[一-鿿]{{1,7}}?(?:{NOUN}|{_SHORT_NOUN}|领导|负责人|责任人|联系人|情况)|[一-鿿]{{2,4}})"
"""Another label, only with a colon behind it; `role_in` tells what for, if anything."""
LONG_UNKNOWN = "[一-鿿]{2,4}?(?:单位|科室|部门|处室|股室|部室|委室|主体)"
"""Another label that may stand alone on its line; 便民服务中心 there is a name."""
BEFORE = re.compile(
    "(?P<lead>牵头|主办|主责|主抓)|(?P<co>配合|协办|会办|协作|协同|协助|参与|参加)(?!单位|科室|部门)|(?P<together>会同|会商|会签|会(?=[省市区县州旗镇]))|"
    "(?P<neutral>责任|承办|负责)"
)
"""Role words that may stand right before a name, with nothing between: 牵头甲科，参与乙站."""
_NO_ROLE = re.compile(
    "各|有关|相关|送|填|稿|制表|编制|督|监|审|联系|印|发|会议|受理|直属|所属|下属|机关|内容|任务|目标|要求|措施|举措|情况|问题|成果|步骤|"
    "意见|方案|事项|重点|指标|标准|规模|名称|项目|原则|如下|方式|目的|范围|对象|地点|制度|机制|体系|人员|名单"
)
_BEARER = re.compile(f"(?:{NOUN})$")
_BEARS = re.compile(f"(?:{NOUN}|{_SHORT_NOUN})$")
_WHEN = re.compile("限$|限期|期限|节点|(?:完|成|结|交|竣|销|底)[^间]{0,2}(?:时间|日期)$")
_NOT_DUE = re.compile("会议|活动|受理|办公|营业|出生|成立|印发|发布|召开|服务|有效|保修|公示")
_PEOPLE = re.compile("(?:领导|负责人|责任人|同志)$")
_OF_WHAT = re.compile("^(?:项目|工程|任务|事项|工作)")  # 项目责任人
_ROLES_IN = (
    ("lead", re.compile("牵")),
    ("co", re.compile("配|协|参|助|联|会|其他|其它|辅|支持|共同|跟")),
    ("lead", re.compile("主(?!管)|第一|首|总|抓(?!落实|好|实)|领|统筹")),
    ("neutral", re.compile("责|承|落实|实施|完成|负|执行|推进|经办|归口|建设|业主|主管|办理|承担|担当")),
)


def role_in(label: str) -> str | None:
    """The role that the words of a label tell; None where they tell none."""
    if _NO_ROLE.search(_OF_WHAT.sub("", label) if bears_role(label) else label):
        return None
    return next((role for role, pattern in _ROLES_IN if pattern.search(label)), None)


def letter(text: str) -> str | None:
    """The role of one letter in brackets of its own: （牵）, （配）."""
    return next((role for role, letters in _LETTERS.items() if re.fullmatch(letters, text)), None)


def bears_role(label: str) -> bool:
    """Whether a label ends with what bears its role: 责任单位."""
    return bool(_BEARER.search(label))


def is_open(label: str) -> bool:
    """Whether a label bears a role that its words do not tell (擎旗科室): its place among the others tells it."""
    return bool(_BEARS.search(label)) and not _NO_ROLE.search(label)


def tells_when(label: str) -> bool:
    """Whether a label that no entry knows stands over a due time (限期)."""
    return bool(_WHEN.search(label)) and not _NOT_DUE.search(label)


def may_be_role(label: str) -> bool:
    """Whether a label without a bearer (擎旗：) could tell a role, where only names of units stand behind it."""
    return not _NO_ROLE.search(label)


def names_people(label: str) -> bool:
    """Whether a label that no entry knows stands over the name of a person (擎旗领导)."""
    return bool(_PEOPLE.search(label)) and not _NO_ROLE.search(_OF_WHAT.sub("", label))


ENDING = (
    "科|股|处|室|局|委|办|厅|司|部|署|院|所|站|队|中心|馆|园|校|社|公司|集团|组|专班|街道|镇|乡|政府|单位|科室|部门|"
    "镇街道|镇街|机构|机关|会|妇联|残联|团委|银行|分行|"
    "处室|股室|总社|总支|总队|办事处|委员会|分局|系统|区|园区|管委会|学校|小学|中学|高中|大学|学院|医院|银行|人行|农发行|农商行|支行|联社|大队|支队|基地|窗口|大厅|县|"
    "市|村|社区|企业|协会|各方|工商联|文联|科协|社科联|社联|侨联|台联|记协|青联|企协|义工联|宫|苗圃|工会|团中央|居委|村委|党委|纪委|支部|党校|媒体|团队|厂|矿|林场|农场|牧场|渔场|法庭|电视台|气象台|广播台|剧团|歌舞团|馆|档案局|海关"
)
"""How the name of a unit ends."""

SHORT_NAMES = frozenset(
    (
        "民政 残联 财政 公安 公安交警 交警 教育 人社 住建 卫健 医保 司法 交通 水利 水务 农业 农业农村 文旅 "
        "应急 应急管理 自然资源 生态环境 市场监管 宣传 统战 政法 网信 团委 妇联 工会 审计 统计 发改 国资 商务 "
        "工信 城管 退役军人 信访 税务 消防 气象 供销 邮政 检察院 法院 乡村振兴 金融 民宗 林业 文体 广电 编办 "
        "大数据 机关事务 疾控 经贸 外经贸 经信 外事 环保 国土 质监 安监 物价 各地 各级"
    ).split()
)
"""What offices are called beside others, without a word that ends a name: 财政、公安配合."""

STRICT_ENDING = (
    "科|股|局|委|办|中心|科室|股室|处室|登记处|管理处|单位|镇街|各镇|办公室|事务所|管理所|管理站|救助站|福利院|党委|支部|总支|街道办|大队|支队|中队|"
    "卫生院|执法队|办事处|管委会|供电所|司法所|派出所|财政所|总工会|妇联|残联|团委|工商联"
)
"""Endings that make a bare bracket (养老科) a note and not an explanation."""

GENERIC = "（?街道）?|乡|镇|村|社区|居|县|市|区|州|办|会|站|所|科|室|院|（?市、?区）?|部门|单位|机构|学校|企业|本系统"
"""Bracketed place words that explain the word before them: 镇（街道）."""

_KIND = "(?:街道|乡镇|镇街|社区|行政村|开发区|园区|[县市区旗州盟乡镇村])(?:级市)?(?:（[^（）]{1,6}）)?"
_BODY = "(?:人民政府|政府|党委|党工委|管委会|办事处|街道办)(?:（[^（）]{1,6}）)?"
_NO_MORE = "(?=[^一-鿿]|$|等|牵头|配合|协[助办同]|负责|参与|参加|按|分别|共同|具体|落实|实施|承办|主办)"
GOVERNMENTS = (
    f"各(?:有关|相关)?{_KIND}(?:{_BODY})?(?:[、和及]{_KIND})+(?:{_BODY})?{_NO_MORE}|各{_KIND}(?:、{_KIND})+{_BODY}|"
    f"各{_KIND}{_BODY}(?:[、和及]{_BODY})+{_NO_MORE}|各[县市区]（[县市区旗、]{{1,3}}）、[县市区旗][一-鿿]{{1,8}}?{_NO_MORE}|"
    f"(?:各(?:有关|相关|成员)?|有关|相关)(?:科室|股室|处室|部门)[、和](?:中心|站所|单位|部门){_NO_MORE}|"
    f"各(?:(?![均都皆为是])[一-鿿]){{0,8}}(?:牵头|责任|配合|主办|协办|承办)(?:单位|部门|科室)(?!：){_NO_MORE}"
)
"""Several kinds of places or offices as one name: 各县、市、区政府; 各镇、街道; 各牵头单位."""

OF_EACH_PLACE = re.compile("(?:街道(?:办事处|办)?|[镇乡区县市村]|社区|管委会|政府|海关|总站|分局)$")
"""How an office ends that each place has one of, so that several share its name: 东湖、西湖街道."""

FIRST_LEADS = re.compile("(?:第一|首位|首个|排.{0,3}第一|列.{0,3}第一|居首).{0,6}牵头")
"""What a plan or a column says where the first of several units leads and the others help."""
FIRST_LEADS_REMARK = re.compile(
    "(?:[，。；（]?[排列位][^，。；（）]{0,4}第?[一首]|[，。；（] *(?:第一|首)[位个家名])"
    "[^，。；（）]{0,8}牵头[^，。；（）]{0,10}(?:[，。；]?以?下同)?[）。]*$"
)
"""The same as a remark that closes a note: 甲局、乙局负责，排首位的牵头，下同."""

NOT_AGAIN_REMARK = re.compile(
    "[。；，] *(?:以下|下列|后续)(?:各[项条]|所有|全部)?(?:重点)?(?:工作|任务|事项|举措|措施|内容)?"
    "[均都皆][^。]*不再[^。]{0,8}[。）]*$"
)
"""A remark that closes a note on those who are not listed again: 甲局牵头。以下各项工作均需各镇落实，不再一一列出."""

NAMED_WORK = re.compile("”(?:[^，。；、]{0,4}(?:工程|行动|计划|项目|建设|活动|体系|平台|阵地)){1,2}$")
"""A work with a name of its own, behind which a bracket lists the parts: “三个一”工程建设（甲中心、乙馆），."""

VAGUE = "相关|有关|涉及"
"""各相关单位: somebody must ask who that is."""

NOBODY = re.compile(
    r"(?:联系)?(?:电话|手机|座机)?[：\s]*[\d—-]{6,}|第[（\d一二三四五六七八九十].*[项条](?:由.*)?|"
    r"部门|单位|待定|待明确|待确定|未定|另定|另行.{0,6}|暂无|无|同上|下同|各自|分工|共同|分别|(?:以下|下文|后文)?不再(?:单独|另行|逐一|一一|逐项|重复|分别)?(?:列出|列示|列入|列明|说明|注明|标注|赘述)|按职责分工|按职责|双牵头|其他|排名不分先后|下同|以下同|以下(?:各[项条])?(?:工作|任务|项目)?均.*|[列排].{0,3}第?[一首].{0,8}牵头.{0,4}|"
    r"[\d\s×xX√*＊·+（）()./\\—-]+"
)
"""In the place of a name, but none."""

ROLE_NOTE = (
    "双牵头|牵头|主办|配合|协办|会办|分别报送|分别牵头|分别负责|共同|排名不分先后|按职责|主责|汇总|联系|电话|手机|责任人|负责人|"
    r"\d{7}|列首位|为主"
)
"""In brackets behind a unit's name: its role or a contact, not part of its name."""

SHARES = "保障|支持|服务|协调|配合|指导|报道|宣传|监管|审核"
"""What a helper does its part of: 做好用地保障."""

_NAME_GOES_ON = "科|处|股|室|部|中心|单位|部门|机构|人|领导"
_ENDS_PHRASE = r"(?=[，。；、）\s]|$|落实|实施|推进|做好|抓好|完成|开展|工作|负责|整改|办理)"
STEPS: dict[str, tuple[str, ...]] = {
    "together": (
        "会同",
        "(?:与|同)(?=[^，。；]{2,40}(?:一道|一起))",
        "携手|联手|携同|偕同|联袂|商请",
        "会商(?=[^，。；]{2,24}?(?:研究|处理|解决|确定|提出|办理|制定|拟定|核[实定]|妥处))",
        "协调(?!解决|推[进动]|处理|督促|指导|各方|有关|相关|好|做好|落实)(?=[^，。；：]{1,30}?"
        "(?:[科股局委办站所院]|中心|街道|镇街|乡镇|各镇|政府|公司|集团|单位|部门)(?:落实|办理|实施|配合|做好|抓好|提供|整改|完成|处[理置]|解决))",
        "联合(?!会|社|体|党|工会|执法|检查|开展|印发)",
        "会(?=[县市区各][^，。；）]{1,24}?(?:阅|研|办理|处理|提出|拟|核))",
        "商(?=[县市区各][^、，。；）]{1,12}(?:局|委|办|科|部))",
        "(?<=[科股处室])商(?![务业标圈户会贸城场品洽议定讨量谈店协])(?=[^、，。；）商]{2,8}[科股处室局])",
    ),
    "with": tuple(
        f"(?:[按依](?:各自)?(?:职责|职能|分工)(?:分工)?)?(?:予以|给予|积极|密切|全力|大力|主动|协同|共同|分别)?{word}{_ENDS_PHRASE}"
        for word in (
            "配合 协助 协办 会办 协同 参与 参加 具体落实 具体实施 结合实际(?:抓好|组织)?(?:贯彻)?落实 督促 督办 把关 "
            "指导 协作 支持 会商 联动 联办 跟进 保障"
        ).split()
    ),
    "does": tuple(
        f"(?:具体|直接|统筹|全面|统一|统一组织)?(?:{word})(?!{_NAME_GOES_ON})"
        for word in (
            "牵头负责",
            "(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:共同|联合|分别|分头|各自)牵头",
            "(?<=具体)组织(?:实施|开展|落实)?",
            "共同(?:负责|承担)",
            "牵头",
            "主办",
            "主责",
            "主抓|抓总|负总责",
            "承办",
            "按(?:照)?(?:各自)?(?:工作)?职责(?:分工)?(?:认真|切实|共同|抓好|做好)*(?:负责|落实|承担|(?:相关|有关|各自)?工作)",
            "(?:按(?:照)?|分别|各自|分头)?分工负责|(?:分别|各自|分头)负责",
            "按(?:照)?(?:各自)?职责分工|各负其责",
            "作?为(?:具体)?(?:实施|责任|建设|牵头|落实|项目|承办)(?:责任)?主体",
            "负责(?:落实|实施)?",
            "组织实施",
        )
    ),
}
"""The words between names: what is done together with somebody, who helps, who does it; one entry a word."""

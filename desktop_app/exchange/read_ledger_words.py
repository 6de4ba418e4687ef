"""The words of an existing ledger: what its columns are called, what its states mean, which rows are no tasks.

Matched against text folded by `read_values.folded`: half-width, without blanks. A new name is one entry here.

Meanings are those of the contract `import` (house.md); within the program there are a few more: "neutral" (责任单位,
which leads alone and helps beside a lead column), "marks" (a unit's own column, with its role in each line), "nodes"
(several dated steps in one cell), "finished_on", "measure" (the unit a figure is counted in) and "skip".
"""

import re
from functools import lru_cache
from typing import NamedTuple

NODES = ("node_q1", "node_q2", "node_q3", "node_q4")
CONTENT = ("task", "action", "target")
WHO = ("lead", "co", "neutral", "leader", "person", "marks")
WHEN = ("deadline", "nodes", *NODES)
SAID = ("progress_text", "percent", "state", "problems", "next_steps", "evidence", "finished_on")
_KEPT = ("measure", "note", "other", "skip")
MEANINGS = (
    "no",
    "section",
    *CONTENT,
    "lead",
    "co",
    "marks",
    "leader",
    "person",
    "contact",
    *WHEN,
    *SAID,
    "measure",
    "note",
    "other",
    "skip",
)

_OF_UNIT = "(?:责任|主要|具体)?(?:单位|科室|部门|处室|股室|委室|中心|镇街|主体|局|方|科|处|股|机构)"
_TO_HELP = "(?:需要?|提请|请求?)(?:上级|[市区县局]+)?(?:领导)?(?:协调|研究|解决|支持){1,2}的?(?:事项|问题|困难)?"
_QUARTER_TAIL = "(?:末|底)?(?:目标|节点|进度|任务|计划|安排|工作)?(?:目标|节点|计划|任务)?"
_LABELS: tuple[tuple[str, str], ...] = (
    ("no", "序号|编号|项次|顺序号?|单号|(?:任务|项目|事项|工作|督办)(?:序号|编号|号)|序|no\\.?|#"),
    (
        "section",
        "(?:工作|任务|项目|事项|目标|重点)?(?:板块|类别|类型|分类|领域|大类|模块|条线|方面)|重点方面|议题(?:名称)?|"
        "一级(?:任务|指标|目标)|专项|篇章|章节|所属(?:板块|领域)|业务(?:板块|领域)",
    ),
    ("node_q1", f"第?[一1]季度?{_QUARTER_TAIL}|q1|1[-—~至到]3月份?|(?:1季|3月)(?:底|末)?前?"),
    ("node_q2", f"第?[二2]季度?{_QUARTER_TAIL}|q2|[14][-—~至到]6月份?|6月(?:底|末)?前?|上半年{_QUARTER_TAIL}"),
    ("node_q3", f"第?[三3]季度?{_QUARTER_TAIL}|q3|[17][-—~至到]9月份?|9月(?:底|末)?前?|前三季度{_QUARTER_TAIL}"),
    ("node_q4", f"第?[四4]季度?{_QUARTER_TAIL}|q4|(?:10|1)[-—~至到]12月份?|12月(?:底|末)?前?|下半年{_QUARTER_TAIL}"),
    (
        "percent",
        "(?:任务|工作|目标|总体|累计)?(?:完成|进展|进度)(?:比例|率|百分比|占比|进度|百分率)%?|百分比|%|进度%|完成%",
    ),
    (
        "progress_text",
        "(?:目前|当前|工作|任务|最新|截至.{0,10}|截止.{0,10}|本(?:期|月|季度?|周)|[上下]半年|\\d{1,2}月份?|累计)?(?:工作)?"
        "(?:进展|推进|完成|落实|办理|实施|开展|进度|贯彻落实|推进落实|进展完成)(?:情况|动态|结果|说明|成效)(?:及成效|和成效)?|"
        "工作动态|工作(?:进展|推进)|(?:目前|当前|最新|本期|本月|办理|推进|推进落实|落实|实施|整改)(?:进展|进度)|进展|动态|办结情况|"
        "(?:进展|落实情况|完成情况|工作进展)(?:及|和|与)(?:成效|情况)",
    ),
    (
        "state",
        "(?:完成|办理|办结|推进|销号|工作|任务|进展|进度|当前|目前)(?:状态|状况)|是否(?:已)?(?:完成|销号|办结)|"
        "(?:是否)?销号(?:情况|意见)?|亮灯(?:情况)?|状态|(?:办结|完成)与否|红黄绿灯?",
    ),
    (
        "finished_on",
        "(?:实际)?(?:办结|销号)(?:时间|日期)|实际(?:完成|办结)(?:时间|日期)|完成日",
    ),
    (
        "problems",
        "(?:存在|主要|目前存在)?的?(?:主要)?(?:问题|困难)(?:[及和与、]?(?:原因|困难|问题|不足|建议|对策))?"
        f"(?:[及和与、]?{_TO_HELP})?|"
        "(?:未完成|滞后|未达序时)(?:的)?原因|存在不足|堵点难点|难点堵点",
    ),
    (
        "next_steps",
        "(?:下一?步|下阶段|下一阶段|下月|下季度)(?:的)?(?:工作)?(?:打算|措施|计划|安排|举措|思路)?|工作打算|整改措施|"
        "(?:下一?步)?(?:工作)?(?:计划及|计划与)?(?:打算|安排)",
    ),
    ("evidence", "佐证(?:材料|资料)?|支撑材料|印证(?:材料|资料)|证明材料|附件|材料清单"),
    ("note", "备注|备考|其他说明|说明"),
    (
        "other",
        "(?:任务|事项|工作|督办|督查)?(?:来源|出处|依据)|来文(?:单位|文号)|文号|分值|权重|得分|评分(?:标准|办法|细则)?|考核(?:分值|办法)|(?:计划|总|年度|完成|累计)?投资(?:额|规模)?|资金(?:使用|来源|安排)?|"
        f"{_TO_HELP}|协调(?:解决)?(?:的)?事项",
    ),
    (
        "contact",
        "(?:联系人|联络员|经办人|联络人)(?:姓名)?[及和与、/]?(?:联系)?(?:电话|方式)?|(?:联系|监督|办公|举报|咨询)?电话|"
        "联系方式|手机号?码?|监督方式|联系人员",
    ),
    (
        "leader",
        "(?:[市区县局镇委]{0,3}(?:政府|人民政府|党组)?)?(?:责任|分管|牵头|领办|包抓|包保|主管|挂帅|领衔|联系|挂钩|督办|负责|"
        "挂点|主抓)(?:[市区县局]{0,2})领导(?:干部)?|分管(?:副)?(?:局|市|区|县|镇)长|(?:分管|牵头|主要)负责人|领导",
    ),
    ("person", "(?:具体|第一|直接|主要|科室|单位)?(?:责任|负责|承办|经办|落实)(?:人员?|同志)(?:及(?:联系)?电话)?"),
    (
        "co",
        f"(?:配合|协办|会办|协作|协助|协同|参与|参加|联办|主要协作|其他|相关|协同配合)(?:责任)?{_OF_UNIT}|"
        f"责任(?:配合|协办){_OF_UNIT}|配合|协办|会办|协作|协助",
    ),
    (
        "lead",
        f"(?:牵头|主办|主责|主要责任|第一责任|主体责任|汇总|总牵头|主牵头)(?:责任|主责)?{_OF_UNIT}|牵头责任|牵头|主办|主责|"
        "(?:具体)?实施(?:部门|科室|单位)",
    ),
    (
        "neutral",
        f"(?:责任|承办|落实|负责|完成|具体负责|职能){_OF_UNIT}(?:及科室|及人员)?|责任(?:分工|落实|主体)|承办|具体负责|单位|"
        "科室|部门|(?:任务)?分工",
    ),
    (
        "nodes",
        "(?:分月|季度|月度|分季度|每季度|按季度|分阶段|阶段性?)(?:的)?(?:序时|形象|时序)?(?:进度|节点|目标|计划)(?:安排|计划|要求|目标)?|"
        "(?:序时|形象|时序)(?:进度|节点)(?:安排|计划|要求|目标)?|推进(?:计划|安排|节点)|进度(?:安排|计划)|工作节点",
    ),
    (
        "deadline",
        "(?:计划|预计|要求|规定|最迟|拟定|推进|工作|任务)?(?:完成|办结|办理|截止|结束|达成|反馈|落实)?(?:时间|时限|期限|日期|节点)"
        "(?:要求|节点|安排)?|(?:完成|办结|办理)(?:时限|时间)(?:要求|节点)?|截止|结束|时限|期限|时间节点|节点时间|(?:工作)?周期",
    ),
    (
        "target",
        "(?:年度|工作|任务|预期|量化|考核|具体|主要|总体|全年|完成|责任|阶段|绩效|目标|绝对)?(?:目标|指标|目标任务|任务目标|"
        "工作目标|目标值|目标要求|指标值|目标指标|指标任务|任务指标|任务数|标准)|(?:预期|工作|最终)?(?:成果|成效)(?:形式)?|"
        "计划数|任务量|目标数|绩效目标|建设(?:规模|标准)|年度计划",
    ),
    (
        "action",
        "(?:具体|工作|主要|重点|推进|落实|保障|细化|实施|推动|任务){0,3}(?:举措|措施)|建设内容[及和]规模|(?:主要|工作|具体|建设|实施|重点|任务)(?:内容|要求)|"
        "任务要求|工作要求|实施步骤|具体(?:工作|任务|事项|安排)|(?:三级|二级)指标|内容|工作(?:安排|步骤)|细化任务|子任务|分项任务|实施方案",
    ),
    (
        "task",
        "(?:重点|工作|主要|目标|年度|二级|牵头|改革|督办|督查|交办|实事|民生|攻坚|分解)?(?:任务|事项|项目|工作)(?:名称|内容|事项|"
        "分解|清单|项目|安排)?|重点(?:工作)?(?:任务|事项|项目)(?:名称|内容)?|目标(?:与|和|及)(?:工作)?任务|"
        "工作目标(?:及|和|与)任务(?:要求)?|(?:年度)?重点工作(?:任务)?(?:内容|名称)?|工作(?:任务|要点|名称)(?:内容)?|"
        "(?:督办|督查|督导|交办|办理)(?:内容|要求)|议定(?:事项|内容)|批示(?:内容|事项|要求)|民生实事(?:项目)?(?:名称|内容)?|报告(?:内容|原文|任务|表述)|"
        "政府工作报告.{0,10}|要点(?:内容)?|工作内容[及和](?:目标|要求|措施)|(?:目标)?任务(?:内容)?[及和与](?:目标|要求|措施|"
        "标准|分工)|决策部署|指标名称|名称",
    ),
)
_KNOWN = tuple((meaning, re.compile(f"(?:{labels})", re.IGNORECASE)) for meaning, labels in _LABELS)
_GUESSES = (
    ("lead", re.compile("(?:牵头|责任|主办|承办)(?:单位|科室|部门).*(?:配合|协办|参与)")),
    ("leader", re.compile("领导(?!.*(?:批示|意见|签|审))|局长|负责人")),
    ("co", re.compile("(?:配合|协助|协办|协同|参与).*(?:单位|科室|部门)")),
    ("lead", re.compile("(?:牵头|主办|主责).*(?:单位|科室|部门)")),
    ("neutral", re.compile("(?:责任|承办|落实|实施).*(?:单位|科室|部门)")),
    ("deadline", re.compile("时限|期限|(?:完成|办结).*时间")),
    ("progress_text", re.compile("进展|完成情况|落实情况|推进情况|动态")),
    ("problems", re.compile("问题|困难")),
    ("next_steps", re.compile("下一?步")),
    ("action", re.compile("内容|措施|举措|要求|步骤|做法")),
    ("target", re.compile("目标|指标|规模|成果|成效|标准")),
    ("task", re.compile("任务|事项|项目")),
)
_YEAR = re.compile(r"^(?:20\d\d年?度?|本年度?|今年|全[区县市局]|我[区县市局]|区级|县级|市级|局)(?=.{2})")
_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]|[(\[].*$")
_PUNCTUATION = re.compile(r"[:*★、,。/]+$|^[★*]+")
EITHER = re.compile(
    "(?:工作|任务|[目当]前|本期|形象|办理|推进|(?:推进)?落实|实施)?进度(?:情况)?|(?:任务|工作|目标)?完成(?:情况|数)?"
)
"""Columns that hold words in one ledger and figures in another: their cells tell."""


class Meant(NamedTuple):
    """What a column's label means; `sure` where the label is one that offices use."""

    meaning: str
    sure: bool


def meaning_of(label: str) -> Meant | None:
    """What the column under this folded label holds; None where nothing in it tells."""
    found = known_meaning(label)
    if found:
        return Meant(found, True)
    bare = _BRACKET.sub("", label)
    guessed = next((meaning for meaning, words in _GUESSES if words.search(bare)), None)
    return Meant(guessed, False) if guessed else None


@lru_cache(maxsize=4096)
def known_meaning(label: str) -> str | None:
    """What a column with a label that offices use holds; None for any other label."""
    bare = _PUNCTUATION.sub("", _BRACKET.sub("", label))
    whole = label.replace("(", "").replace(")", "")
    for name in dict.fromkeys((whole, bare, _YEAR.sub("", bare))):
        for meaning, words in _KNOWN:
            if name and words.fullmatch(name):
                return meaning
    return None


NOTE_ROW = re.compile(
    r"(?:注|备注|说明|填表说明|填报说明|附注|编制说明|注释)[\d一二三四五]?(?:[:.、]|$)|※|\*注|(?:填报|制表|填表|审核|报送|联系|统计|"
    r"编制|经办|签发|复核|审定)(?:单位|人|时间|日期|电话|部门|科室|领导)?(?:\([^()]*\))?[:(]|(?:填报|制表|填表|审核|报送)(?:单位|人|"
    r"日期|时间)$|\([^()]{4,}\)$|单位负责人[:(]|主要负责人[:(]|分管领导[:(]|\(?续表|第.{1,3}页|此表|本表"
)
TOTAL_ROW = re.compile(r"(?:合|总|小)\s*计|共计|以上(?:合计|共)|汇总")
SAME_AS_ABOVE = frozenset({"同上", "〃", "″", "”", '"', "同前", "……", "...", "同左"})
NOTHING = frozenset({"-", "—", "——", "/", "\\", "--", "－", "／"})
COUNT_OF_ITEMS = re.compile(r"[(（]共?\s*[\d一二三四五六七八九十]{1,3}\s*[项个件条][)）]\s*$")
HEADING = re.compile(
    r"\s*(?:第(?P<part>[一二三四五六七八九十百\d]{1,3})(?:部分|章|板块|类|篇|方面)[、，,:：．.\s]*|"
    r"(?P<plain>[一二三四五六七八九十]{1,3})[、，,．.\s]\s*|[(（](?P<round>[一二三四五六七八九十]{1,3})[)）][、\s]*)"
)
FIRST_LEADS = re.compile(
    "(?:第一|首位|首个|排.{0,3}第一|列.{0,3}第一|居首).{0,6}牵头|"
    "(?:牵头|责任|主办|承办)(?:单位|科室|部门)[/、及和(（].*(?:配合|协办|参与)"
)
"""In a header: the first of the listed units leads, the others help."""
WITH_PERSON = re.compile("单位.{0,3}责任人|单位.{0,3}联系人|科室.{0,3}责任人")
"""In a header: a unit's cell also names its person, in brackets."""
IN_BRACKETS = re.compile(r"[(（]([^()（）]{1,20})[)）]")

_STATES = (
    ("not_issued", "(?:省市?|上级)?(?:暂|尚)?未下达.*|不适用|未下达|不计"),
    ("paused", "(?:拟|申请|已)?(?:暂缓|暂停|中止|终止|取消|调整|缓办).*|暂缓/调整"),
    ("ongoing", "长期(?:坚持|推进|任务)?|持续(?:推进|坚持|开展|实施)|常态化(?:推进|开展)?"),
    ("closed", "(?:已|予以|同意|准予|可)?销号|已销号.*|是\\(?销号\\)?"),
    (
        "finished",
        "(?:已|全面|全部|按期|按时|提前|超额|基本已)?(?:完成|办结|办毕|完结|落实到位)(?:并)?(?:待销号|申请销号|年度(?:目标)?任务|"
        "全年(?:目标)?任务|任务)?|(?:已完成|已办结)\\(?待销号\\)?|待销号|已(?:完成|办结)(?:和|及|或)提前完成|"
        "提前(?:或|和|及)超额完成|已完成或达时序|超额完成.*|提前完成.*|全面完成.*|完成待销号|100%",
    ),
    (
        "open",
        "未(?:启动|开始|开工|完成|办结|销号|达序时|达时序|销)|尚未.*|正?在?(?:推进|办理|实施|进行|落实|开展|建设)中?|"
        "(?:正在|正|有序|正常|按序时|按时序|按计划|按进度|积极|加快|扎实|稳步)(?:推进|办理|实施|进行|开展|建设)中?|"
        "(?:欠|达|超|慢|快|未达|已达|超前|滞后)(?:序时)?(?:序时)?(?:进度|时序|序时)(?:项目|推进)?|(?:严重)?滞后.*|推进(?:缓慢|滞后|较慢)|"
        "进展(?:缓慢|顺利|正常|滞后)|正常(?:推进)?|缓慢|已?逾期.*|超期.*|有一定进度|正在开展前期工作|前期工作|基本完成|部分完成|"
        "未启动|未办|在办|办理中|已启动|其[它他]|[红黄绿橙]灯?|一般|较慢|序时推进|按序时推进|推进较快|未销号|待办|未报|临期|落后序时",
    ),
)
_STATE_WORDS = tuple((state, re.compile(words)) for state, words in _STATES)
_YES, _NO = frozenset({"是", "√", "✓", "✔", "y", "已", "true"}), frozenset({"否", "×", "✗", "n", "未", "x", "false"})
_SHAPES = re.compile(r"^[●▲◆■○★☆◎△□▼\s]+")


def state_of(said: str, label: str) -> str | None:
    """The task state that a cell's folded words mean under this folded label; None where they are none known."""
    words = _SHAPES.sub("", said)
    if words.lower() in _YES:
        return "closed" if CLOSED_COLUMN in label else "finished"
    if words.lower() in _NO:
        return "open"
    return next((state for state, pattern in _STATE_WORDS if pattern.fullmatch(words)), None)


AS_OF = re.compile(
    r"(?:截至|截止|统计至|数据截至)(?:到|目前)?(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?P<end>底|末|份)?)|"
    r"(?:填报|统计|报送|制表)(?:日期|时间)[:：]?(?P<year2>20\d\d)[年.\-/](?P<month2>\d{1,2})[月.\-/](?P<day2>\d{1,2})"
)
YEAR = re.compile(r"(?<!\d)(20[2-4]\d)(?=年|年度|[.\-/])")
APPENDIX = re.compile(r"附(?:件|表)\s*[\d一二三四五六七八九十]*[:：]?")
_PADDED = re.compile("(?<![\u4e00-\u9fff])([\u4e00-\u9fff×])[ \u3000]+([\u4e00-\u9fff×])(?![\u4e00-\u9fff×])")
_POST = re.compile(".*(?:局长|书记|主任|部长|领导|组长|主席|院长|站长|所长|科长|市长|区长|县长|镇长|调研员|巡视员)")


def people(text: str) -> str:
    """The people of a cell, 、 between them; a name padded to the width of three is one name, a post goes with it."""
    parts: list[str] = []
    for part in re.split("[\\s\u3000、，,;；/]+", _PADDED.sub(r"\1\2", text.strip())):
        if part and parts and _POST.fullmatch(part) and not _POST.fullmatch(parts[-1]) and len(parts[-1]) <= 4:
            parts[-1] = f"{parts[-1]}{part}"
        elif part:
            parts.append(part)
    return "、".join(dict.fromkeys(parts))


STEPS = re.compile(r"(?<=.)(?=[①-⑳])|[；;\n]+|(?<=[。])")
"""Between the dated steps of one cell: ①1-3月份…②4-6月份…"""
PARTS = re.compile(r"[；;\n]+|(?<=[。])(?=.)")
"""Between the targets of one cell."""
LEAD_IN = re.compile(r"^\s*(?:[①-⑳]|\d+[.．、](?!\d)|[（(]\d+[)）])\s*")
MONTHS = re.compile(r"(?<!\d)\d{1,2}月?[-—–~～至到](?P<last>1[0-2]|[1-9])月")
"""1-3月: the months of a step."""
FIGURE = re.compile(r"(?P<sign>≥|>=|≤|<=|>|<)?(?P<value>\d+(?:\.\d+)?)(?P<unit>[^\d\s]{0,6})")
SIGNS = {"≥": ">=", "≤": "<=", ">": ">", ">=": ">=", "<=": "<=", "<": "<="}
IN_LABEL = re.compile(r"[(（]([^()（）]{1,6})[)）]")
SCALES = ("万", "亿")
EDGES = "。：:；;，,、 \u3000\n"
NUMBER_EDGES = ".．、 "
UNIT = re.compile(".{1,14}(?:科|股|室|处|办|局|中心|站|所|队|院|馆|单位|部门|镇|街道|乡|委|公司|工会|支部|组)")
"""What the cells of a column of units look like, each name by itself."""
SERIAL = re.compile(r"[45]\d{4}")
"""A day as a spreadsheet counts it, written out as text."""
PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)?")
MONTH = re.compile(r"(?P<month>1[0-2]|[1-9])月份?")
"""The label of a month's column."""
NUMERAL = re.compile("[一二三四五六七八九十]{1,3}[、.]?|[(][一二三四五六七八九十]{1,3}[)]")
"""The number of a section among tasks that are numbered 1, 2, 3."""
CLOSED_COLUMN = "销号"

"""Which numbers of a plan are targets: what it commits to deliver, no name, level, age, baseline, nor what exists."""

import re

from desktop_app.documents import target_words as words
from desktop_app.documents.figures import Figure, comparator

_DATE_BEFORE = re.compile(r"20\d\d年$|\d月$")
_NAME_AFTER = re.compile(words.NAME_AFTER)
_EXISTING = re.compile(words.EXISTING)
_RENEWED = re.compile(words.RENEWED)
_COMPARED = re.compile(words.COMPARED)
_OF_THIS_YEAR = re.compile(words.RENEWED_YEAR)
_PAST_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_AGAINST = re.compile("(?:较|比)[^，。；]{0,14}$")  # 较2025年的1260件下降15%
_CHANGED = re.compile("(?:下降|减少|增长|增加|提高|提升|压降|压减|上升)")
_BASIS = re.compile("[一-鿿]{0,4}的?基础上")  # 在上年新增210张的基础上
_OF_LAST_YEAR = re.compile("(?:去年|上年|上一年度?)(?:同期)?的?$")
_PAST_LEAD = re.compile(words.PAST_LEAD)
_NOT_OF_THAT_YEAR = re.compile(words.NOT_OF_THAT_YEAR)
_STOCK = re.compile("(?:现有|在册|原有|既有|辖区内?)(?=[一-鿿]{2,}率)")  # of what there is, so much is asked
_OF_SUCH = re.compile(  # 改造2000年底前建成的小区28个, 对在册的416名护林员复核率100%
    rf"(?:对|{words.RENEWED_VERBS})[^，。；\d]{{0,8}}?(?:20\d\d年[^，。；\d]{{0,6}}前|现有|在册|已)[^，。；、\d]{{0,8}}的(?=.{{2}})"
)
_GOES_ON = re.compile(" *(?:同比|增长|下降|增幅|降幅|占|其中|位居|完成率)(?![到至])")
_NOW = re.compile(words.NOW)
_FROM = re.compile("(?:由|从|较|比)[^，。；]{0,16}$")
_TO = re.compile(
    r"(?:[、和与及]\d[\d.]*[^，。；、\d]{0,4})*"  # 由650元、480元分别提高到
    "[^，。；]{0,6}?(?:提高|提升|增加|上升|下降|降低|降|压缩|压减|缩短|扩大|增长|升)?[^，。；]{0,2}?[到至]"
)
_LASTING = re.compile("寿命|年限")
_WHOLE = re.compile("(?:全区|全县|全市|全省|全国|全局|全镇|全街|辖区|辖内|下辖|我[区县市镇局])的?$")
_PLACES = re.compile("(?:乡?镇|街道|乡|村|社区|县|区|市)")
_DELIVERED = re.compile(f"(?:{words.FOUND})[^，。；]*$")
_FOUND = re.compile(rf"(?:{words.FOUND})(?:了|各|共)?$")
_FOUND_BEFORE = re.compile(  # 举办汇演一场、讲座两场
    rf"(?:{words.FOUND})(?:[^，。；、\d]{{1,12}}[一两二三四五六七八九十](?:场|次|期|轮|处|所|家|个)[、和])*[^，。；、\d]{{1,16}}$"
)
_AT_END = re.compile("(?:以上|左右)?(?=[，。；、）]|$)")
_NOT_COUNTED = "方面|机制|体系|维度|重点|环节|问题|领域|清单|制度"
_NOT_COUNTED_AFTER = re.compile(_NOT_COUNTED)
_NOT_COUNTED_BEFORE = re.compile(f"(?:{_NOT_COUNTED})$")
_TAKEN_UP = re.compile(f"(?:{words.TAKEN_UP})[^，。；、\\d]{{0,4}}$")
_TOGETHER = re.compile(words.TOGETHER)
_TREATED = re.compile(f"(?:{words.RENEWED_VERBS}|{words.GIVEN})(?:{_WHOLE.pattern})")  # 改善全县30所
_TREATMENT = re.compile(f"[^，。；、\\d]{{2,20}}(?:{words.RENEWED_VERBS})(?=[，。；、]|$)")  # 全县30处险段整治
_DONE_TO = re.compile(r"对[^，。；、\d]{0,6}$")  # 对全区86个小区进行摸排
_DONE = re.compile("[^，。；、]{1,16}(?:进行|开展|实施|逐[一个家户处座村])")
_COVERED = re.compile(r"[^，。；、\d]{1,10}(?:全覆盖|百分之?百覆盖)")
_THRESHOLD = re.compile("(?:[及或]?以[上下内])的")  # 年收入20万元以上的村
_DESCRIBED = re.compile(  # 投资500万元以上项目12个; not 清淤沟渠40条以上并绿化3处
    r"[及或]?以[上下内](?:(?!并(?![购网轨联表]))[^，。；、（）\d]){0,14}\d(?!(?:\.\d)?版)"
)
_AND_MORE = re.compile("[及或]?以上(?!的)[^，。；、（）\\d]{2,14}[和与及]\\d")  # 6个以上驿站和3个以上站点
_SIZED = re.compile(r"的[^，。；、（）\d]{1,14}(?<![和与及])\d")  # 3000平方米的广场1个
_OVER = re.compile("(?:超过?|逾|过)$")
_SORTED = re.compile(r"[^，。；、（）\d]{1,12}\d")  # 产值超10亿元企业8家
_SIZE_OF = re.compile("(?:投资|占地|面积|全长|总长|长|造价|规模|产值)(?:约|达)?$")  # 总投资32亿元的物流园
_RATED = re.compile(r"[^，。；、\d]{2,16}[率比][^，。；、\d]{0,8}\d[\d.]*%")  # 5个断面优良率100%
_ON_LINE = re.compile("[一-鿿\\d]线(?:约|全长)?$")  # 边界线28.4公里
_LAID = re.compile("建|改|修|铺|治|淤|绿|亮|拓|新|化|打通|养护|完成|联检|勘|巡|踏|测|维护|管护|清理")
_TIME_AFTER = re.compile(
    r"[^，。；\d]{0,4}?(?:养老|服务|便民|生活|经济|就医|救援|响应)?圈|热线|值班|值守|在线|制|[^，。；\d]{0,4}?(?:范围|半径|覆盖)|"
    "(?:以|之)?内的?(?=[一-鿿])"
)
_WHO = re.compile("(?:以上)?的?(?=[一-鿿])(?!左右|以上|[完办到])")  # 滞留超过3个月人员
_STATED = re.compile("[及或]?以上的?(?=[一-鿿])(?!左右|[并和与及或且完办到])")  # 逾期90天以上借款
_GIVEN_TIME = re.compile(f"(?:{words.FOUND}|{words.FLOOR}|参加|接受|提供|储备|保障|开放|延长|达到?|提前)(?:了)?$")
_SHORT = ("不足", "不满", "未满", "未达", "未达到", "不到", "不够")
_SHORT_OF = re.compile(f"(?<!问题|短板|弱项|差距|存在|整改|缺点|补齐|补足)(?:{'|'.join(_SHORT)})$")
_SUCH = re.compile(  # 不足15名学生的村小; not 低于2%的目标
    "(?:[^，。；]{0,16}[^，。；、])?的(?!目标|要求|标准|水平|底线|红线|幅度|速度|比[例重率]|任务|基础)(?=[一-鿿])"
)
_SUCH_THINGS = re.compile("(?:的?(?![并和与及或且左以])[一-鿿]{2}|[、和或且][^，。；]{1,16}\\d[^，。；、]{1,4}的)")
_COVERING = re.compile("占地(?:面积|规模)?(?:约|达|共|总计)?$")
_SHORTER = re.compile("(?:缩短|压缩|压减|减少|提速)(?:了)?$")  # 缩短5个工作日
_SERVED = re.compile(rf"(?:以|之)?内，?(?:全部|即|均)?(?:{words.SERVED})(?![率圈制的]|机制|标准|要求|承诺|期限)")
_SERVED_AFTER = re.compile(  # 求助受理后2小时内到场
    rf"(?:{words.SERVED_EVENT})[^，。；\d]{{0,6}}(?:之日起|后|起)$"
)
_WHOSE_SERVICE = re.compile(  # 丧葬补贴申请7个工作日内办结; no order to one office, nor about one thing
    "[一-鿿]{2}[”）]?(?<![后起前时科局股处室办组厅委镇乡街村])(?<!中心|单位|部门|街道|社区|问题|整改|事宜|批示|之日)"
    "(?:均|都|全部|一律|原则上|必须|须|应|力争|确保|保证|做到|实现)*(?:在|于)?$"
)
_ORDERED = re.compile(
    "(?<!申)请(?!求)|责成|责令|交办|转办|批示|督办|该|[此本](?:件|案|事|问题)|上述|以上|会后|印发|下发|通知|反馈|整改"
)
_FREQUENCY = re.compile(rf"(?P<scope>{words.FREQUENCY})(?:[^，。；、\d]{{0,12}})$")
_TIMES = re.compile("次|场|期|轮|篇|遍|回")
_KIND_OF = re.compile("(?!以上|以[内下]|左右|[用余多来]|[新改扩]建|支持|补助|购|建)[一-鿿]")
_MONEY = re.compile("(?:资|投|拨|补|奖|款|贷|金|入|值|税|费|设立|募|安排|债|额)[^，。；、\\d]{0,6}$")
_BARE = re.compile(f"(?:{words.CAP_AFTER}|{words.FLOOR_AFTER})(?=[，。；、）并和与及]|$)|$")  # not 等级3.0以上的企业
_INDEX = re.compile("(?:系数|指数|[比率]|得分|评分|均值)[^，。；\\d]{0,6}(?:[到至为在]|达到?)$")
_SORTS_OPENED = re.compile(  # 打通车辆、社保等12类数据通道
    f"(?:{words.OPENED})[^，。；\\d]{{0,36}}(?<!涉及|涵盖|围绕|聚焦|包括)$"
)
_SORTS_HELD = re.compile(rf"[^，。；、\d]{{0,4}}(?:{words.DATA})")
_SORTS_COUNTED = re.compile("[一-鿿]{2}(?<!分为)(?<!分成)(?<!共有)(?<!包括)$")
_TIMES_OF = re.compile("(?:增长|提高|提升|扩大|增加|达|放宽|翻)[^，。；\\d]{0,12}[到至为的达]?$")  # 增长到去年的1.5倍
_DAYS_OF = re.compile(r"(?:天数|日数|时数|时长)[^，。；、\d]{0,4}$")  # 优良天数达到300天
_BROUGHT_TOGETHER = re.compile(r"整合[^，。；、\d]{2,12}(?<!部门)(?<!单位)(?<!力量)$")  # 整合养殖小区6个
_FOR_WHOM = re.compile("(?:对|凡)[^，。；]{2,}$")
_WHOM = re.compile(
    "的(?:中小|小微|重点|规上|民营)?(?:企业|单位|机构|组织|主体|项目|平台|园区|团队|个人|人员|家庭|对象|商户|农户|学校|社区|村)$"
)
_IN_SO_MANY = re.compile("(?:在|于)(?:全[区县市省])?$")
_PLACES_OF_WORK = frozenset("个家所处座")
_TRIED_IN = re.compile(  # 在30个以上的村试点推广
    "以上的[^，。；、\\d]{1,16}?(?:试点|推广|推行|应用|开展|部署|落地|建立|实施|启用)"
)
_WINDOW = 48  # of the clause that stands behind a figure
_LONG_HOURS = 500  # so many hours are service given, not a time to keep


def is_target(figure: Figure, lead: str, year: int) -> bool:
    """Whether this plan commits to deliver the figure; `lead` is its sentence up to it."""
    before, after, unit = figure.before, figure.after, figure.unit
    bound = comparator(figure)
    plain = unit.partition("（")[0]
    if unit in words.SERVED_SPANS and is_time_kept(figure):
        return not (_exists_already(before, year) or _is_past(lead, year))
    if not _counts(figure, plain, bound) or before.endswith(("第", "首", "第 ", "零下")):
        return False
    if _FOR_EACH.search(before) or (before.endswith("前") and not figure.is_share):
        return False
    if _DATE_BEFORE.search(before):
        return False
    if _NAME_AFTER.match(after) and not figure.is_share and not bound:
        return False
    if figure.chinese and not _counts_in_chinese(figure, bound):
        return False
    if _says_who_qualifies(before, after):
        return False
    if not figure.is_share and _is_description(figure, plain, bound):
        return False
    if (bound == "<" or before.endswith(_SHORT)) and _tells_which(figure):
        return False
    if _BASIS.match(after) or (_AGAINST.search(before) and _CHANGED.match(after)):
        return False
    if _FROM.search(before) and _TO.match(after):
        return False
    if is_frequency(figure):  # 对辖区内的儿童每月走访1次: a duty towards what there is
        before = before.replace("辖区", "")
    if figure.is_share and (bound or figure.value == words.WHOLE):
        before = _STOCK.sub("", before)
    if unit == "倍":  # 去年的1.5倍: of what was, but this year's
        before = _OF_LAST_YEAR.sub("", before)
    return not (_exists_already(before, year) or _is_past(lead, year))


def is_frequency(figure: Figure) -> re.Match[str] | None:
    """The period of a duty that recurs (每季度), where the figure says how often."""
    return _FREQUENCY.search(figure.before) if _TIMES.match(figure.unit) else None


def is_time_kept(figure: Figure) -> bool:
    """Whether a span says within what time a service is done every time (急难救助24小时内办结), no task's due time."""
    before = figure.before
    if not _SERVED.match(figure.after) or _ORDERED.search(before):
        return False
    return bool(_SERVED_AFTER.search(before) or _WHOSE_SERVICE.search(before))


def _says_who_qualifies(before: str, after: str) -> bool:
    """Whether a clause says who is given something: 经费超过300万元的，给予奖励; 对占比3%以上的企业，…."""
    after = after.rstrip()
    if after.endswith("的") and len(after) < _WINDOW:
        return True
    return bool(_WHOM.search(after) and _FOR_WHOM.search(before))


def _counts(figure: Figure, plain: str, bound: str | None) -> bool:
    """Whether the unit is one that can be delivered; spans of time and distances only where they are bound."""
    if plain in words.NEVER_UNITS:
        made = plain not in words.MARKS and not figure.chinese and _FOUND_BEFORE.search(figure.before)
        return bool(made or _LASTING.search(figure.before))
    if plain == "倍" and _TIMES_OF.search(figure.before):
        return True
    if plain in words.SORTS and not figure.chinese:
        if _SORTS_HELD.match(figure.after) and _SORTS_OPENED.search(figure.before):
            return True
        if _SORTS_COUNTED.search(figure.before):
            return bool(_AT_END.match(figure.after) or figure.after[:1].isdigit())
    if plain in words.SPANS and _SHORTER.search(figure.before) and _AT_END.match(figure.after):
        return True
    if plain in words.BOUND_UNITS and not bound:
        if plain in words.SPANS and _DAYS_OF.search(figure.before):
            return True
        return plain.endswith("小时") and (figure.scaled or figure.value >= _LONG_HOURS)
    if not figure.unit and figure.scaled and not bound and _KIND_OF.match(figure.after):
        return bool(_MONEY.search(figure.before))  # 5万卡智算中心
    if not figure.unit and not figure.scaled:
        if _INDEX.search(figure.before) and not figure.value.is_integer() and _BARE.match(figure.after):
            return True
        return bound in ("<=", "<", ">=", ">") and bool(_BARE.match(figure.after))
    return True


def _tells_which(figure: Figure) -> bool:
    """A number that others fall short of: it says which are meant (床位不足20张的机构, 入住率低于30%的站点)."""
    before, after = figure.before, figure.after
    short = before.endswith(_SHORT)
    if short and not _SHORT_OF.search(before):  # 查摆问题不足12项
        return False
    return bool((_SUCH_THINGS if short and not figure.is_share else _SUCH).match(after))


def _is_description(figure: Figure, plain: str, bound: str | None) -> bool:
    """A number that says which things are meant, or how many are concerned: 12个镇街全覆盖, 全区46家机构."""
    before, after = figure.before, figure.after
    if plain in _PLACES_OF_WORK and _IN_SO_MANY.search(before) and _TRIED_IN.match(after):
        return False
    listed = plain not in words.SIZES and _AND_MORE.match(after)
    if _THRESHOLD.match(after) or (_DESCRIBED.match(after) and not (figure.chinese or listed)):
        return True
    if plain in words.SIZES and (_SIZED.match(after) or (after.startswith("的") and _SIZE_OF.search(before))):
        return True
    if plain in words.SIZES and _OVER.search(before) and _SORTED.match(after):
        return True
    if plain in ("公里", "千米") and _ON_LINE.search(before) and not (bound or _LAID.search(before)):
        return True
    if plain in words.REACHES and _TIME_AFTER.match(after):
        return True
    if plain in words.SPANS and bound == ">" and _WHO.match(after):
        return True
    if plain in words.SPANS and _STATED.match(after) and not _GIVEN_TIME.search(before):
        return True
    if plain in words.SIZES and _COVERING.search(before) and bound in (None, "~"):
        return True
    if plain not in words.COUNTED or bound:
        return False
    if _TOGETHER.match(after):
        return True
    if _TAKEN_UP.search(before) and not (_BROUGHT_TOGETHER.search(before) and _AT_END.match(after)):
        return True
    if _RATED.match(after) and not _DELIVERED.search(before):
        return True
    whole = bool(_WHOLE.search(before))
    if whole and plain in ("", "个") and _PLACES.match(after):  # 36所村小 are no villages
        return True
    if _DONE_TO.search(before) and _DONE.match(after):
        return False
    if whole and (_TREATED.search(before) or _TREATMENT.match(after)):
        return False
    return (whole or bool(_COVERED.match(after))) and not _DELIVERED.search(before)


_FOR_EACH = re.compile(
    "每再?(?:增加?|新增|超[过出]?|多|少|减少|提前|推迟|逾期|发现|完成|查实)$"
)  # 每增加1人，增拨600元
_IN_ISSUES = re.compile("班|培训|讲座|刊|课|夜校|营|沙龙|论坛|活动|简报")  # 二期 of a building is its second part


def _counts_in_chinese(figure: Figure, bound: str | None) -> bool:
    """Chinese numerals count after a verb that delivers, or as a frequency; 三级, 四个方面 and 一户一策 are names."""
    if figure.unit not in words.CHINESE_UNITS or _NOT_COUNTED_AFTER.match(figure.after):
        return False
    if is_frequency(figure):
        return True
    if figure.unit == "期" and not _IN_ISSUES.search(figure.before):
        return False
    at_end = _AT_END.match(figure.after) and not _NOT_COUNTED_BEFORE.search(figure.before)
    if figure.value < 2 and bound != ">=":
        return bool(figure.unit in ("场", "次", "期", "轮") and at_end and _FOUND_BEFORE.search(figure.before))
    if bound or _FOUND.search(figure.before):
        return True
    return bool(at_end and _FOUND_BEFORE.search(figure.before))


def _exists_already(before: str, year: int) -> bool:
    """Whether the clause speaks of what there is, or of a year before the plan's without turning to this one."""
    if not (_EXISTING.search(before) or _PAST_YEAR.search(before)):
        return False
    before = _OF_SUCH.sub("", before)
    after = before[max((found.end() for found in _RENEWED.finditer(before)), default=0) :]
    if any(not _COMPARED.search(after[: found.start()]) for found in _EXISTING.finditer(after)):
        return True
    after = before[max((found.end() for found in _OF_THIS_YEAR.finditer(before)), default=0) :]
    return any(
        int(found[1]) < year and not _NOT_OF_THAT_YEAR.search(after[: found.start()])
        for found in _PAST_YEAR.finditer(after)
    )


def _is_past(lead: str, year: int) -> bool:
    """Whether the sentence opened with another year (2025年，…; 截至去年底，…) and has not come back since."""
    *earlier, clause = lead.rsplit("，", 1)
    if earlier and _GOES_ON.match(clause) and _exists_already(earlier[0].rsplit("，", 1)[-1], year):
        return True
    found = _PAST_LEAD.match(lead)
    if not found or (found["year"] and int(found["year"]) >= year):
        return False
    return not _NOW.search(lead, found.end()) and f"{year}年" not in lead[found.end() :]

"""The notations of a due time, one entry each; how each resolves is in deadline_days.

A new notation is one entry here and one example in tests/documents/test_deadlines.py.
"""

import re
from typing import NamedTuple

from desktop_app.documents import deadline_days as days
from desktop_app.documents import deadline_parts as parts
from desktop_app.documents.numerals import NUMERAL


class Notation(NamedTuple):
    """One way to write a due time; in running text it counts only when `company` follows (None: never).

    `sign` holds characters of which every such phrase has one (of each group, where blanks part groups): without them
    the text need not be searched. NUMERIC stands for a day in figures; where it is empty, a field is always searched.
    """

    kind: str
    sign: str
    core: str
    resolve: days.Resolver
    company: str | None


NUMERIC = "#"
_MONTHS = (
    rf"[自从]?(?:{parts.year('0')})?(?:(?<![\d.{NUMERAL}])|(?<=\n\d\.)|(?<=\n\d\d\.))(?P<month0>1[0-2]|0?[1-9]|"
    rf"[{NUMERAL}]{{1,2}})(?:月份?(?P<part0>{parts.PART})?)?"
    rf"{parts.TO}(?:{parts.year()})?{parts.month().replace('(?<![', '(?<![.')}份?(?P<part>{parts.PART})?"
)
NOTATIONS: tuple[Notation, ...] = (
    # 每月5日、20日前: each of these days of every month
    Notation(
        "recurring",
        "每 月 日号 、和及与",
        r"每个?月(?P<each>\d{1,2}[日号](?:[、和及与]\d{1,2}[日号])+)",
        days.each_month,
        f"{parts.BEFORE}?",
    ),
    # 每月25日前, 每季度首月20日前, 每季度末: many days, no single one
    Notation(
        "recurring",
        "每",
        rf"每个?(?:月|季度?|半年|年|学期|周|旬)(?:(?P<first>首月|第一个月)|末月|最后一个月)?的?"
        rf"(?:(?P<day>[{NUMERAL}\d]{{1,3}})[日号]|月?底|月?末|初|周[一二三四五])|每[单双隔]?周[一二三四五六日末]",
        days.each_period,
        f"{parts.BEFORE}?",
    ),
    Notation(
        "recurring", "次季 月后季", r"次月(?P<day>\d{1,2})[日号]|季后\d{1,2}[日天]|次季", days.nothing, parts.BEFORE
    ),
    Notation(
        "recurring",
        "",
        r"[每按逐]个?(?:两?个?月|季度?|半年|学期|[周旬日天])|每年(?!\d{1,2}月)|"
        r"(?:半年|[一两二三双单隔\d]?个?(?:[月年周旬日天]|季度?))"
        rf"[一两二三\d]次|(?<![\d{NUMERAL}Qq])季度?[底末]",
        days.each_period,
        None,
    ),
    # 从第二季度起, 自4月起: a beginning
    Notation(
        "start",
        "起始 月季年Qq",
        rf"(?:从|自)?(?:{parts.year()})?(?:{parts.QUARTER}|{parts.month()}(?:{parts.day()}|份|[底初])?|下半年|"
        rf"(?<=[从自])年初){parts.FROM}(?!{parts.TO})",
        days.from_day,
        "",
    ),
    Notation("start", "起", rf"[从自]?{parts.year()}{parts.FROM}(?!{parts.TO})", days.from_day, None),
    # 印发后10个工作日内, 会后5个工作日内, 自收到之日起3日内
    Notation(
        "relative",
        "后起 日天周星月年",
        r"(?P<event>[^，。；：、（）\s]{0,8}?(?:印发|下发|发布|发文|公布|收到|接到|受理|会议?|通知|"
        rf"纪要)[^，。；：、（）\s]{{0,6}}?(?:之日起|后|起))的?(?:{parts.COUNT}|{parts.HALF})",
        days.after_issue,
        "",
    ),
    Notation(
        "relative",
        "内 日天周星月年",
        rf"(?P<event>)(?<![\d{NUMERAL}月年第后起])(?<!其余)(?<!其他)(?:{parts.COUNT}(?<=内)|{parts.HALF})",
        days.after_issue,
        "(?=报[结送告]|反馈|上报|回复|答复|提[出交]|拿出)",
    ),
    # 验收合格后30日内, 开工后3个月内: only the clerk knows when that was
    Notation(
        "relative",
        "后起 日天周星月年",
        rf"(?P<event>{parts.AFTER})的?(?:{parts.COUNT}(?<=内)|{parts.HALF})",
        days.after_issue,
        "",
    ),
    # 两个月内完成: from when, nobody says
    Notation(
        "relative",
        "内 月年",
        rf"(?<![\d{NUMERAL}第])(?:[{NUMERAL}两\d]{{1,2}}(?:个月|年)|半年)(?:以内|之内|内)",
        days.nothing,
        parts.DEED,
    ),
    # 即日起至5月底
    Notation(
        "date",
        "即",
        rf"即日起{parts.TO}(?:(?:{parts.year()})?{parts.month()}(?:{parts.day()}|份?(?P<part>{parts.PART}))?|(?:20\d\d年|今|本|全)?年?[底末])",
        days.by_range,
        "",
    ),
    # 6月1日至8月31日, 5月20日至25日
    Notation(
        "date",
        "月 日号 —~至到-",
        rf"[自从]?(?:{parts.year('0')})?{parts.month('0')}(?P<day0>{parts.DAY})[日号]?{parts.TO}(?:{parts.year()})?(?:{parts.month()})?{parts.day()}",
        days.by_range,
        f"{parts.BEFORE}|期间|{parts.WORK}|{parts.STOP}",
    ),
    # 9—11月, 2025年3月至11月, 3月底至10月中旬
    Notation(
        "date",
        "月 —~至到-",
        _MONTHS,
        days.by_range,
        f"{parts.BEFORE}|期间|{parts.WORK}|{parts.STOP}",
    ),
    Notation("date", "月 —~至到-", rf"{parts.CLAUSE}{_MONTHS}", days.by_range, f"{parts.SHORT}|{parts.SOON}"),
    # 9.1-11.30, 2025.3-2025.11
    Notation(
        "date",
        "#",
        rf"(?<![\d.])(?:20\d\d\.)?(?P<month0>\d{{1,2}})\.(?P<day0>\d{{1,2}}){parts.TO}(?:20\d\d\.)?(?P<month>\d{{1,2}})\."
        rf"(?P<day>\d{{1,2}})(?![\d.])",
        days.by_range,
        None,
    ),
    Notation(
        "date",
        "#",
        rf"(?<![\d.])(?P<year0>20\d\d)[./](?P<month0>\d{{1,2}}){parts.TO}(?:(?P<year>20\d\d)[./])?(?P<month>\d{{1,2}})(?![\d.])",
        days.by_range,
        None,
    ),
    # 2025—2027年
    Notation("period_end", "年", rf"(?P<year0>20\d\d)年?{parts.TO}(?P<year>20\d\d)年", days.by_years, None),
    # 4月20日、10月20日前; 3月、6月、9月底前: the last word holds for all
    Notation(
        "date",
        "月 日号 、和及与",
        rf"(?:{parts.year()})?{parts.month()}{parts.day()}(?=(?:[、和及与]\d{{1,2}}月\d{{1,2}}[日号])+{parts.BEFORE})",
        days.by_day,
        "",
    ),
    Notation(
        "period_end",
        "月 、和及与",
        rf"(?:{parts.year()})?{parts.month()}(?=(?:[、和及与]\d{{1,2}}月)+份?[底末]?(?:{parts.BEFORE}|{parts.DEED}))",
        days.by_month,
        "",
    ),
    Notation(
        "period_end",
        "月 、和及",
        r"(?<![\d.])(?P<month>\d{1,2})(?=(?:[、和及]\d{1,2})+月)",
        days.by_month,
        rf"(?=[、和及\d]+月[底末]?{parts.BEFORE})",
    ),
    # 2025年6月30日前, 6月30日前; 确保10月1日
    Notation(
        "date",
        "月 日号",
        rf"(?:{parts.year()})?{parts.month()}{parts.day()}",
        days.by_day,
        f"{parts.BEFORE}|(?=：)|"
        "(?=，?(?:全部|全面|正式)?(?:完成|完工|竣工|开工|建成|报送|上报|提交|为?截止|投用|上线|交付))",
    ),
    Notation("date", "月 日号", rf"{parts.BOUND}(?:{parts.year()})?{parts.month()}{parts.day()}", days.by_day, ""),
    Notation(
        "date",
        "月 日号",
        rf"{parts.CLAUSE}(?:{parts.year()})?{parts.month()}{parts.day()}",
        days.by_day,
        f"{parts.SHORT}|{parts.SOON}",
    ),
    # 国庆节前（9月30日）: the day of the occasion
    Notation("date", "（", rf"(?<=前（)(?:{parts.year()})?{parts.month()}{parts.day()}", days.by_day, "(?=）)"),
    Notation("date", "（", rf"(?<=（)(?:{parts.year()})?{parts.month()}{parts.day()}", days.by_day, "(?=）[之以]?前)"),
    # 2025.6.30, 2025/6/30, 2025-06-30; 20250630; 2025-06; 6.30
    Notation(
        "date",
        "#",
        r"(?<![\d.])(?P<year>(?:20)?[23]\d)(?P<stop>[./-])(?P<month>\d{1,2})(?P=stop)(?P<day>\d{1,2})(?![\d.])",
        days.by_day,
        f"{parts.BEFORE}|{parts.DEED}",
    ),
    Notation(
        "date",
        "#",
        r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)",
        days.by_day,
        parts.BEFORE,
    ),
    Notation(
        "period_end",
        "#",
        r"(?<![\d.])(?P<year>20\d\d)[./-](?P<month>1[0-2]|0?[1-9])(?![\d.])",
        days.by_month,
        parts.BEFORE,
    ),
    Notation(
        "date",
        "#",
        r"(?<![\d.])(?P<month>1[0-2]|0?[1-9])\.(?P<day>[12]\d|3[01]|0?[1-9])(?![\d.%万亿])",
        days.by_day,
        parts.BEFORE,
    ),
    # 6/30, 06-30; 4-6 may be months
    Notation(
        "date",
        "#",
        r"(?<![\d./-])(?P<month>1[0-2]|0?[1-9])[/-](?P<day>1[3-9]|2\d|3[01]|0[1-9])(?![\d./月日年周天%-])",
        days.by_day,
        parts.BEFORE,
    ),
    # 202606; the number that a day is to a workbook
    Notation("period_end", "#", r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?!\d)", days.by_month, parts.BEFORE),
    Notation("date", "#", r"(?<![\d.])(?P<serial>4[4-9]\d{3})(?![\d.])", days.by_serial, None),
    # 2025年底, 年底前, 年末, 岁末; 到2027年; 到“十五五”末
    Notation(
        "period_end",
        "年岁 底末终尾",
        rf"(?:{parts.year()}|(?<=到)20\d\d年|全?年|今)年?[底末终尾]时?|岁[末尾]",
        days.year_end,
        rf"{parts.BEFORE}|(?<=到20\d\d年[底末])|{parts.STOP}|{parts.DEED}|{parts.AT_ONCE}|{parts.RATE}|{parts.LEAST}",
    ),
    # 到年底护理床位达到900张: whatever it shall be by then
    Notation(
        "period_end",
        "年 底末 到至",
        rf"{parts.BY_THEN}(?:[今本当]年年?|年)[底末]",
        days.year_end,
        rf"{parts.NOT_PAST}(?!考核|考评|评比|评优|总结|结账|决算|突击)",
    ),
    Notation("period_end", "五 末", r"“?十(?P<plan>[三四五六])五”?(?:规划)?期?末", days.by_plan, ""),
    # 本月底, 下月10日前: counted from the issue
    Notation(
        "period_end",
        "月 本下",
        rf"(?:本|(?P<later>下))个?月(?:{parts.day()}|(?P<part>{parts.PART}))",
        days.by_this_month,
        f"{parts.BEFORE}|{parts.DEED}",
    ),
    Notation(
        "period_end",
        "年",
        r"(?:(?<=到)|(?<=到 ))(?P<year>20\d\d) ?年",
        days.year_end,
        f"(?= ?[，力]|全[区县市镇])|{parts.DEED}",
    ),
    # 到2027年培育100家: how many there shall be by then; 2027年初步建成
    Notation(
        "period_end",
        "年 到至",
        rf"(?:{parts.BY_THEN}|(?<=[，。；、：（\n ][到至] )|(?<=^[到至] ))(?P<year>20\d\d) ?年(?!前)",
        days.year_end,
        rf"{parts.NOT_PAST}(?=[^，。；、\d已]{{2,14}}\d)",
    ),
    Notation(
        "period_end",
        "年 初基全力",
        rf"{parts.CLAUSE}(?P<year>20\d\d) ?年",
        days.year_end,
        "(?=(?:初步|基本|全面|力争)(?:建成|建立|形成|实现|完成))",
    ),
    # 4月上旬选址、中旬勘界; 6月10日前初审、25日前公布: of the month named before
    Notation(
        "period_end",
        "月 旬",
        r"(?<=[，；、。：])(?P<part>[上中下]旬)",
        days.by_same_month,
        f"{parts.BEFORE}|{parts.DEED}|{parts.SOON}|{parts.AT_ONCE}",
    ),
    Notation(
        "date",
        "月 日号",
        rf"(?<=[，；、。：和及]){parts.day()}",
        days.by_same_month,
        rf"{parts.BEFORE}(?=[^，。；、\s])",
    ),
    # 6月底前, 9月上旬, 12月中旬; 6月份, 12月
    Notation(
        "period_end",
        "月 底末尾旬初中",
        rf"{parts.MAY_OPEN}(?:{parts.year()})?{parts.month()}份?(?P<part>{parts.PART})",
        days.by_month,
        parts.ANY,
    ),
    Notation(
        "period_end",
        "月",
        rf"{parts.MAY_OPEN}(?:{parts.year()})?{parts.month()}份?{parts.NOT_START}",
        days.by_month,
        f"{parts.BEFORE}|{parts.DEED}|{parts.LEAST}",
    ),
    Notation(
        "period_end",
        "月",
        rf"{parts.BOUND}(?:{parts.year()})?{parts.month()}份?[底末]?{parts.NOT_START}",
        days.by_month,
        parts.NOT_PAST,
    ),
    Notation(
        "period_end",
        "月",
        rf"{parts.CLAUSE}(?:{parts.year()})?{parts.month()}份?",
        days.by_month,
        f"{parts.SHORT}|{parts.SOON}|(?=：)",
    ),
    # 余下三季度清零, 第二辑9月出版; 第三季度复产验收
    Notation(
        "period_end",
        "月季",
        rf"{parts.MAY_OPEN}(?<![较比同前去])(?:{parts.year()})?(?:{parts.month()}份?|(?<!前)第?(?P<quarter>[一二三四1-4])季度[底末]?)",
        days.by_month_or_quarter,
        parts.AT_ONCE,
    ),
    Notation("period_end", "季", rf"{parts.CLAUSE}(?:{parts.year()})?{parts.QUARTER}", days.by_quarter, parts.SOON),
    # 从3月开始，到11月结束
    Notation(
        "period_end",
        "月 到至",
        rf"(?<=[到至])(?:{parts.year()})?{parts.month()}份?",
        days.by_month,
        f"(?=结束)|{parts.STOP}",
    ),
    # 一季度末, 三季度前, 二季度; 二、四季度
    Notation(
        "period_end",
        "季 、和及",
        r"第?(?P<quarter>[一二三四1-4])(?=(?:[、和及][一二三四1-4])+季度)",
        days.by_quarter,
        rf"(?=[、和及一二三四1-4]+季度(?:[底末]|{parts.BEFORE}))",
    ),
    Notation(
        "period_end",
        "季Qq",
        rf"(?:{parts.year()})?(?<!前){parts.QUARTER}(?:[底末]|结束)?{parts.NOT_START}",
        days.by_quarter,
        rf"{parts.BEFORE}|(?<=[底末])|{parts.STOP}|{parts.DEED}|{parts.REACH}|{parts.AT_LEAST}|(?=：)",
    ),
    Notation(
        "period_end",
        "季 前",
        rf"(?:{parts.year()})?(?<![去上]年)前(?P<quarter>[二三])个?季度",
        days.by_quarter,
        f"(?=完成|实现|达到|建成|累计)|{parts.AT_LEAST}",
    ),
    Notation(
        "period_end",
        "上双 半",
        rf"(?:{parts.year()})?(?:上半年|双过半)",
        days.mid_year,
        f"{parts.ANY}(?!经济|增速|运行|情况)",
    ),
    Notation("period_end", "过", "时间过半", days.mid_year, None),
    Notation("period_end", "年 中", "年中", days.mid_year, f"{parts.BEFORE}|{parts.STOP}|{parts.DEED}"),
    Notation(
        "period_end",
        "年 内半",
        rf"(?:{parts.year()})?(?:下半年|(?<![{NUMERAL}两半\d])年内)|年度内|20\d\d年(?:以|之)?内",
        days.year_end,
        f"{parts.BEFORE}?",
    ),
    # 春节前, 汛期前: the clerk says when
    Notation(
        "event",
        "前",
        rf"(?:20\d\d年|今年)?{parts.EVENT}(?:之前|以前|前夕|前(?!后))",
        days.nothing,
        "",
    ),
    Notation("event", "农", "农历[^，。；\\s]{2,6}?(?:之前|以前|前)", days.nothing, ""),
    Notation("event", "年 前", f"{parts.CLAUSE}年前", days.nothing, parts.DEED),
    # 春耕前完成, 开园前: any other occasion, where something is done by then
    Notation("event", "前", rf"{parts.CLAUSE}{parts.OCCASION}(?:之前|以前|前夕|前)", days.nothing, parts.DEED),
    # 按市局时间节点: another office says when
    Notation(
        "event",
        "按依 点排限",
        r"[按依]照?[^，。；]{1,10}?(?:时间节点|进度安排|规定时限)",
        days.nothing,
        r"(?:要求)?(?=[，。；、推完组开落]|$)",
    ),
    Notation("ongoing", "贯", "贯穿全年", days.nothing, None),
    Notation(
        "period_end",
        "",
        rf"{parts.year()}(?:全年)?|全年|年度|(?<![\d./-])(?P<year_only>20\d\d)(?:全年|(?![\d./-]))",
        days.year_end,
        None,
    ),
    Notation(
        "event",
        "",
        r"[按依根视待随][^，。；]{0,12}?(?:时间节点|时限|部署|进度|进展|情况?|要求|安排|通知|明确|确定|下达|同步)|"
        rf"适时|择[期机]|另行[通安][知排]|与[^，。；]{{1,8}}同步|尽快|尽早|三年行动|{parts.EVENTS}|[春夏秋冬]季?(?!节)",
        days.nothing,
        None,
    ),
    # 长期坚持; 持续推进, 常态化, 贯穿全年
    Notation("ongoing", "长", r"长期坚持|长期推进", days.nothing, ""),
    Notation(
        "ongoing",
        "",
        r"长期|常年|持续|常态(?:长效|化)?|日常(?:性?工作)?|经常(?:性|化)?|动态|滚动|不间断|随时",
        days.nothing,
        None,
    ),
    # 即日起; 立即, 立行立改
    Notation("relative", "起", r"即日起", days.issue_day, ""),
    Notation("relative", "", r"立即|[立即][行知查]立?即?改|马上|即[时刻]", days.issue_day, None),
)

IN_FIELD = tuple((notation, f"(?:{notation.core}){parts.BEFORE}?") for notation in NOTATIONS)
IN_TEXT = tuple(
    (notation, f"(?:{notation.core})(?:{notation.company})") for notation in NOTATIONS if notation.company is not None
)
"""The notations with their expressions, which are compiled when a text first has one of their signs."""

SOFT = re.compile("(?:原则上|力争|争取|一般应?|计划|拟|预计)[^，。；、：（）]{0,6}$")
"""Right before a day that is meant in principle, not to be held to."""

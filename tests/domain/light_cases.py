"""Hand-worked cases beyond those of progress_cases: plain rows that a reader can check with a pencil."""

# start, deadline, as of, percent by days (both ends in)
BY_DAY = [
    ("2026-01-01", "2026-12-31", "2025-12-31", 0),
    ("2026-01-01", "2026-12-31", "2026-01-01", 0.27),
    ("2026-01-01", "2026-12-31", "2026-01-31", 8.49),
    ("2026-01-01", "2026-12-31", "2026-03-31", 24.66),
    ("2026-01-01", "2026-12-31", "2026-06-30", 49.59),
    ("2026-01-01", "2026-12-31", "2026-09-30", 74.79),
    ("2026-01-01", "2026-12-31", "2026-12-30", 99.73),
    ("2026-01-01", "2026-12-31", "2026-12-31", 100),
    ("2026-01-01", "2026-12-31", "2027-02-01", 100),
    ("2024-01-01", "2024-12-31", "2024-06-30", 49.73),
    ("2024-01-01", "2024-12-31", "2024-02-29", 16.39),
    ("2026-01-01", "2026-06-30", "2026-03-31", 49.72),
    ("2026-06-01", "2026-06-10", "2026-06-01", 10),
    ("2026-06-01", "2026-06-10", "2026-06-05", 50),
    ("2026-06-01", "2026-06-10", "2026-06-10", 100),
    ("2026-06-10", "2026-06-10", "2026-06-09", 0),
    ("2026-06-10", "2026-06-10", "2026-06-10", 100),
    ("2026-08-01", "2026-06-30", "2026-06-29", 0),
    ("2026-08-01", "2026-06-30", "2026-06-30", 100),
]

# the words of a step, the percent of progress that they name
NAMED_PERCENT = [
    ("一季度25%", 25),
    ("第二季度完成50%", 50),
    ("6月底完成60%", 60),
    ("①25%", 25),
    ("三季度：75%", 75),
    ("完成率达到80%", 80),
    ("全面完成100％", 100),
    ("进度12.5%", 12.5),
    ("25%", 25),
    ("一季度", None),
    ("6月底前开工", None),
    ("持证率达到92%", None),
    ("街道占比60%", None),
    ("覆盖率100%", None),
    ("完成3家", None),
    ("25%左右", None),
    ("一季度25%、二季度50%", None),
    ("", None),
]

QUARTERS = [("2026-03-31", "一季度"), ("2026-06-30", "二季度"), ("2026-09-30", "三季度"), ("2026-12-31", "四季度")]
CURVE = [("2026-03-31", "一季度10%"), ("2026-06-30", "二季度25%"), ("2026-10-31", "重阳节后90%")]
STEPS = [("2026-03-31", "出方案"), ("2026-06-30", "开工"), ("2026-11-30", "完工")]
HALF_YEARS = [("2026-06-30", "半年一次"), ("2026-12-31", "半年一次")]
ONE = [("2026-06-30", "出方案")]
SHORT = [("2026-02-28", "调研"), ("2026-04-30", "出方案")]
TWICE = [("2026-06-30", "甲"), ("2026-06-30", "乙"), ("2026-12-31", "丙")]

# steps, deadline, as of, percent expected
BY_NODES = [
    (QUARTERS, "2026-12-31", "2026-01-31", 0),
    (QUARTERS, "2026-12-31", "2026-03-30", 0),
    (QUARTERS, "2026-12-31", "2026-03-31", 25),
    (QUARTERS, "2026-12-31", "2026-05-31", 25),
    (QUARTERS, "2026-12-31", "2026-06-30", 50),
    (QUARTERS, "2026-12-31", "2026-11-30", 75),
    (QUARTERS, "2026-12-31", "2026-12-31", 100),
    (QUARTERS, None, "2026-06-30", 50),
    (CURVE, "2026-12-31", "2026-02-28", 0),
    (CURVE, "2026-12-31", "2026-03-31", 10),
    (CURVE, "2026-12-31", "2026-06-30", 25),
    (CURVE, "2026-12-31", "2026-09-30", 25),
    (CURVE, "2026-12-31", "2026-10-31", 90),
    (CURVE, "2026-12-31", "2026-12-30", 90),
    (CURVE, "2026-12-31", "2026-12-31", 100),
    (STEPS, "2026-11-30", "2026-03-31", 33.33),
    (STEPS, "2026-11-30", "2026-06-30", 66.67),
    (STEPS, "2026-11-30", "2026-10-31", 66.67),
    (STEPS, "2026-11-30", "2026-11-30", 100),
    (HALF_YEARS, None, "2026-06-29", 0),
    (HALF_YEARS, None, "2026-06-30", 50),
    (HALF_YEARS, "2026-12-31", "2026-12-31", 100),
    (ONE, "2026-12-31", "2026-06-30", 50),  # a single step charts nothing: the straight line
    (ONE, "2026-12-31", "2026-03-31", 25),
    (SHORT, "2026-12-31", "2026-06-30", 50),  # steps that end in April do not say what comes after
    (SHORT, "2026-04-30", "2026-02-28", 50),
    (TWICE, "2026-12-31", "2026-06-30", 50),  # two steps on one day are one
    ([], "2026-12-31", "2026-06-30", 50),
]

BEDS = {"item": "床位", "comparator": ">=", "value": 60.0, "unit": "张", "kind": "cumulative"}
HOMES = {"item": "站点", "comparator": ">=", "value": 4.0, "unit": "个", "kind": "cumulative"}
RATE = {"item": "持证率", "comparator": ">=", "value": 92.0, "unit": "%", "kind": "ratio"}
GROWTH = {"item": "捐赠", "comparator": ">=", "value": 6.0, "unit": "%", "kind": "growth"}
CAP = {"item": "差错率", "comparator": "<=", "value": 3.0, "unit": "%", "kind": "cap"}
ZERO = {"item": "事故", "comparator": "=", "value": 0.0, "unit": "起", "kind": "zero"}
COVER = {"item": "探访", "comparator": ">=", "value": 100.0, "unit": "%", "kind": "coverage"}
PAPER = {"item": "办法", "comparator": ">=", "value": 1.0, "unit": "个", "kind": "document"}
ABOUT = {"item": "慰问", "comparator": "~", "value": 1000.0, "unit": "人次", "kind": "frequency"}
STRIVEN = {**BEDS, "item": "示范点", "value": 10.0, "soft": 1}
MONEY = {"item": "资金", "comparator": ">=", "value": 1.5, "unit": "万元", "kind": "cumulative"}

GREEN, AMBER, RED = ("under_way", "green", "正常"), ("behind", "amber", "滞后"), ("behind", "red", "严重滞后")
BLUE, LATE, NONE = ("finished", "blue", "已完成"), ("overdue", "red", "已逾期"), ("not_started", "grey", "未报")

# targets, percent said, figures held (None: not said), deadline, (state, light, label), expected, done, of the reason;
# asked on 30 June 2026, straight line
BY_FIGURE = [
    # cumulative and no percent: figure ÷ target
    ([BEDS], None, [30], "2026-12-31", GREEN, 50, 50, "“床位”完成30张，目标不少于60张，为50%。"),
    ([BEDS], None, [36], "2026-12-31", GREEN, 50, 60, "为60%。"),
    ([BEDS], None, [25], "2026-12-31", GREEN, 50, 41.67, "落后8.33个百分点"),
    ([BEDS], None, [24], "2026-12-31", AMBER, 50, 40, "再完成1张并于7月30日前填报，可转为正常。"),
    ([BEDS], None, [13], "2026-12-31", AMBER, 50, 21.67, "再完成12张并于7月30日前"),
    ([BEDS], None, [12], "2026-12-31", AMBER, 50, 20, "再完成13张"),
    ([BEDS], None, [11], "2026-12-31", RED, 50, 18.33, "再完成14张"),
    ([BEDS], None, [0], "2026-12-31", RED, 50, 0, "再完成25张"),
    ([BEDS], None, [60], "2026-12-31", BLUE, 50, 100, "已完成"),
    ([BEDS], None, [72], "2026-12-31", BLUE, 50, 120, "为120%"),
    ([BEDS], None, [59], "2026-12-31", GREEN, 50, 98.33, "超前48.33个百分点"),
    ([BEDS], None, [59], "2026-05-31", LATE, 100, 98.33, "再完成1张，可转为已完成。"),
    ([BEDS], None, [30], "2026-05-31", LATE, 100, 50, "再完成30张，可转为已完成。"),
    ([BEDS], None, [60], "2026-05-31", BLUE, 100, 100, "已完成"),
    ([BEDS], None, [48], "2026-06-30", AMBER, 100, 80, "再完成7张并于6月30日前填报"),
    ([HOMES], None, [2], "2026-12-31", GREEN, 50, 50, "为50%"),
    ([HOMES], None, [1], "2026-12-31", AMBER, 50, 25, "再完成1个并于7月30日前"),
    ([HOMES], None, [0], "2026-12-31", RED, 50, 0, "再完成2个"),
    ([MONEY], None, [0.3], "2026-12-31", AMBER, 50, 20, "再完成0.3万元"),
    ([MONEY], None, [0.75], "2026-12-31", GREEN, 50, 50, "持平"),
    # two cumulative targets: the lower, and both must be said
    ([BEDS, HOMES], None, [36, 1], "2026-12-31", AMBER, 50, 25, "“站点”完成1个"),
    ([BEDS, HOMES], None, [12, 4], "2026-12-31", AMBER, 50, 20, "“床位”完成12张"),
    ([BEDS, HOMES], None, [60, 4], "2026-12-31", BLUE, 50, 100, ""),
    ([BEDS, HOMES], None, [60, None], "2026-12-31", NONE, 50, None, "未填完成率"),
    ([BEDS, HOMES], None, [None, None], "2026-12-31", NONE, 50, None, "未填完成率"),
    # what is striven for does not weigh
    ([BEDS, STRIVEN], None, [30, 0], "2026-12-31", GREEN, 50, 50, "为50%"),
    ([BEDS, STRIVEN], None, [30, None], "2026-12-31", GREEN, 50, 50, "为50%"),
    ([STRIVEN], None, [5], "2026-12-31", NONE, 50, None, "未填完成率"),
    # ratio, growth, cap, zero, coverage, document: met or not, never pro-rated
    ([RATE], None, [93], "2026-12-31", GREEN, None, None, "“持证率”现为93%，目标不少于92%，已达到。"),
    ([RATE], None, [92], "2026-12-31", GREEN, None, None, "不按序时进度折算"),
    ([RATE], None, [91], "2026-12-31", AMBER, None, None, "“持证率”现为91%，目标不少于92%，尚未达到。"),
    ([RATE], None, [91], "2026-05-31", LATE, None, None, "尚未达到"),
    ([RATE], None, [92], "2026-05-31", BLUE, None, None, "已达到"),
    ([GROWTH], None, [6], "2026-12-31", GREEN, None, None, "已达到"),
    ([GROWTH], None, [5.9], "2026-12-31", AMBER, None, None, "尚未达到"),
    ([GROWTH], None, [-2], "2026-12-31", AMBER, None, None, "现为-2%"),
    ([CAP], None, [3], "2026-12-31", GREEN, None, None, "目标不超过3%，已达到"),
    ([CAP], None, [3.1], "2026-12-31", AMBER, None, None, "尚未达到"),
    ([CAP], None, [0], "2026-05-31", BLUE, None, None, "已达到"),
    ([ZERO], None, [0], "2026-12-31", GREEN, None, None, "“事故”现为0起，目标0起，已达到。"),
    ([ZERO], None, [1], "2026-12-31", AMBER, None, None, "尚未达到"),
    ([ZERO], None, [1], "2026-05-31", LATE, None, None, "尚未达到"),
    ([COVER], None, [100], "2026-12-31", GREEN, None, None, "已达到"),
    ([COVER], None, [99], "2026-12-31", AMBER, None, None, "尚未达到"),
    ([PAPER], None, [1], "2026-12-31", GREEN, None, None, "已达到"),
    ([PAPER], None, [0], "2026-12-31", AMBER, None, None, "尚未达到"),
    ([ABOUT], None, [960], "2026-12-31", GREEN, None, None, "目标约1000人次，已达到"),
    ([ABOUT], None, [940], "2026-12-31", AMBER, None, None, "尚未达到"),
    ([RATE, ZERO], None, [93, 1], "2026-12-31", AMBER, None, None, "“事故”现为1起"),
    ([RATE], None, [None], "2026-12-31", NONE, 50, None, "未填完成率"),
    # cumulative with another that is missed: not green
    ([BEDS, RATE], None, [30, 93], "2026-12-31", GREEN, 50, 50, "为50%"),
    ([BEDS, RATE], None, [30, 80], "2026-12-31", AMBER, 50, 50, "“持证率”现为80%"),
    ([BEDS, RATE], None, [60, 80], "2026-12-31", AMBER, 50, 100, "“持证率”现为80%"),
    ([BEDS, RATE], None, [60, 80], "2026-05-31", LATE, 100, 100, "“持证率”现为80%"),
    # a percent of the unit's own decides; the figures are told where they say otherwise
    ([BEDS], 50, [30], "2026-12-31", GREEN, 50, 50, "与序时进度持平。"),
    ([BEDS], 55, [30], "2026-12-31", GREEN, 50, 55, "超前5个百分点。"),
    (
        [BEDS],
        60,
        [30],
        "2026-12-31",
        GREEN,
        50,
        60,
        "不符：“床位”完成30张，目标不少于60张，按指标为50%。",
    ),
    ([BEDS], 100, [59], "2026-12-31", BLUE, 50, 100, "按指标为98.33%"),
    ([BEDS], 95, [60], "2026-12-31", GREEN, 50, 95, "按指标为100%"),
    ([BEDS], 100, [60], "2026-12-31", BLUE, 50, 100, "填报完成率100%，已完成。"),
    ([BEDS], 20, [12], "2026-12-31", AMBER, 50, 20, "再完成13张并于7月30日前填报，可转为正常。"),
    ([RATE], 70, [91], "2026-12-31", GREEN, 50, 70, "“持证率”现为91%，目标不少于92%，尚未达到。"),
    ([RATE], 70, [95], "2026-12-31", GREEN, 50, 70, "超前20个百分点。"),
    ([RATE], 30, [95], "2026-12-31", AMBER, 50, 30, "落后20个百分点"),
]

TO_SEPT = {"since": "2026-06-01", "until": "2026-09-30"}
BLUE_AMBER_RED, THREE_FOUR, BY_DAYS = "蓝黄红", "三色四态", {"by": "day", "nodes": True}

# what it is about, percent said on 30 June (None: silent), task fields, rules (name → value), as of, (light, label), of
# the reason; a preset is named by its word
BY_RULES = [
    ("shipped", 50, {}, {}, "2026-06-30", ("green", "正常"), "持平"),
    ("blue amber red: even", 50, {}, {"lights": BLUE_AMBER_RED}, "2026-06-30", ("green", "正常"), "持平"),
    (
        "blue amber red: a point",
        49,
        {},
        {"lights": BLUE_AMBER_RED},
        "2026-06-30",
        ("amber", "滞后"),
        "达到50%可转",
    ),
    ("blue amber red: never far", 0, {}, {"lights": BLUE_AMBER_RED}, "2026-06-30", ("amber", "滞后"), "落后50个"),
    ("blue amber red: done", 100, {}, {"lights": BLUE_AMBER_RED}, "2026-06-30", ("green", "已完成"), "已完成"),
    (
        "blue amber red: a week before its end",
        100 * 5 / 6,
        {"deadline": "2026-07-07"},
        {"lights": BLUE_AMBER_RED},
        "2026-06-30",
        ("amber", "滞后"),
        "落后",
    ),
    (
        "blue amber red: near and even",
        90,
        {"deadline": "2026-07-07"},
        {"lights": BLUE_AMBER_RED},
        "2026-06-30",
        ("blue", "临期"),
        "完成时限将至，还有7天。",
    ),
    (
        "blue amber red: eight days are not near",
        90,
        {"deadline": "2026-07-08"},
        {"lights": BLUE_AMBER_RED},
        "2026-06-30",
        ("green", "正常"),
        "超前",
    ),
    (
        "blue amber red: late",
        90,
        {"deadline": "2026-06-29"},
        {"lights": BLUE_AMBER_RED},
        "2026-06-30",
        ("red", "已逾期"),
        "可转为已完成",
    ),
    ("blue amber red: silent", None, {}, {"lights": BLUE_AMBER_RED}, "2026-06-30", ("grey", "未报"), "未填报"),
    ("three colours: done", 100, {}, {"lights": THREE_FOUR}, "2026-06-30", ("green", "已完成"), ""),
    ("three colours: even", 50, {}, {"lights": THREE_FOUR}, "2026-06-30", ("green", "正常推进"), ""),
    ("three colours: slow", 30, {}, {"lights": THREE_FOUR}, "2026-06-30", ("amber", "推进缓慢"), "可转为正常推进"),
    ("three colours: far", 10, {}, {"lights": THREE_FOUR}, "2026-06-30", ("red", "严重滞后"), ""),
    (
        "three colours: late",
        90,
        {"deadline": "2026-06-29"},
        {"lights": THREE_FOUR},
        "2026-06-30",
        ("red", "严重滞后"),
        "已过",
    ),
    ("three colours: closed", None, {"state": "closed"}, {"lights": THREE_FOUR}, "2026-06-30", ("green", "已销号"), ""),
    ("closed", None, {"state": "closed"}, {}, "2026-06-30", ("blue", "已销号"), ""),
    ("by days in mid-July", 50, {}, {"expected": BY_DAYS}, "2026-07-15", ("green", "正常"), "序时进度53.7%"),
    ("by months in mid-July", 50, {}, {}, "2026-07-15", ("green", "正常"), "序时进度50%"),
    ("by days: behind in mid-July", 42, {}, {"expected": BY_DAYS}, "2026-07-15", ("amber", "滞后"), "落后11.7个"),
    (
        "by hand",
        10,
        {},
        {"light:": {"verdict": "behind", "reason": "资金已到位", **TO_SEPT}},
        "2026-06-30",
        ("amber", "滞后"),
        "人工定为滞后（至9月30日）：资金已到位。按规则应为严重滞后：序时进度50%",
    ),
    (
        "by hand, green",
        10,
        {},
        {"light:": {"verdict": "normal", "reason": "上级推迟", **TO_SEPT}},
        "2026-06-30",
        ("green", "正常"),
        "按规则应为严重滞后",
    ),
    (
        "by hand, last day",
        10,
        {},
        {"light:": {"verdict": "normal", "reason": "上级推迟", **TO_SEPT}},
        "2026-09-30",
        ("green", "正常"),
        "上级推迟",
    ),
    (
        "by hand, the day after",
        10,
        {},
        {"light:": {"verdict": "normal", "reason": "上级推迟", **TO_SEPT}},
        "2026-10-01",
        ("red", "严重滞后"),
        "落后65个",
    ),
    (
        "by hand, before it was set",
        10,
        {},
        {"light:": {"verdict": "normal", "reason": "上级推迟", **TO_SEPT, "since": "2026-07-01"}},
        "2026-06-30",
        ("red", "严重滞后"),
        "落后40个",
    ),
    (
        "by hand, but silent",
        None,
        {},
        {"light:": {"verdict": "normal", "reason": "口头说过", **TO_SEPT}},
        "2026-06-30",
        ("grey", "未报"),
        "人工定灯（至9月30日）待填报后生效：口头说过。",
    ),
    (
        "by hand, but done",
        100,
        {},
        {"light:": {"verdict": "far_behind", "reason": "无", **TO_SEPT}},
        "2026-06-30",
        ("blue", "已完成"),
        "已完成",
    ),
    (
        "sent back",
        100,
        {},
        {"back:": {"on": "2026-07-03", "reason": "缺验收材料"}},
        "2026-07-03",
        ("amber", "退回"),
        "7月3日核实未通过，已退回：缺验收材料。",
    ),
    (
        "the day before it was sent back",
        100,
        {},
        {"back:": {"on": "2026-07-03", "reason": "缺验收材料"}},
        "2026-07-02",
        ("blue", "已完成"),
        "",
    ),
    (
        "sent back before this round",
        100,
        {},
        {"back:": {"on": "2026-06-12", "reason": "缺验收材料"}},
        "2026-06-30",
        ("blue", "已完成"),
        "",
    ),
    (
        "sent back, less than all",
        80,
        {},
        {"back:": {"on": "2026-07-03", "reason": "缺验收材料"}},
        "2026-07-03",
        ("green", "正常"),
        "超前30个",
    ),
]

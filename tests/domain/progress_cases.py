"""Hand-worked cases of expected progress and lights: data for test_progress.py."""

from collections.abc import Mapping
from typing import Any, NamedTuple

EXPECTED = [
    # start, deadline, as of, percent
    ("2026-01-01", "2026-12-31", "2025-12-31", 0),
    ("2026-01-01", "2026-12-31", "2026-01-01", 0),
    ("2026-01-01", "2026-12-31", "2026-01-30", 0),
    ("2026-01-01", "2026-12-31", "2026-01-31", 8.33),
    ("2026-01-01", "2026-12-31", "2026-02-28", 16.67),
    ("2026-01-01", "2026-12-31", "2026-03-31", 25),
    ("2026-01-01", "2026-12-31", "2026-06-29", 41.67),
    ("2026-01-01", "2026-12-31", "2026-06-30", 50),
    ("2026-01-01", "2026-12-31", "2026-07-15", 50),
    ("2026-01-01", "2026-12-31", "2026-11-30", 91.67),
    ("2026-01-01", "2026-12-31", "2026-12-30", 91.67),
    ("2026-01-01", "2026-12-31", "2026-12-31", 100),
    ("2026-01-01", "2026-12-31", "2027-03-31", 100),
    ("2026-01-01", "2026-06-30", "2026-03-31", 50),
    ("2026-01-01", "2026-06-30", "2026-06-29", 83.33),
    ("2026-01-01", "2026-06-30", "2026-06-30", 100),
    ("2026-01-01", "2026-05-15", "2026-04-30", 80),
    ("2026-01-01", "2026-05-15", "2026-05-15", 100),
    ("2026-09-01", "2026-11-30", "2026-08-31", 0),
    ("2026-09-01", "2026-11-30", "2026-09-30", 33.33),
    ("2026-03-16", "2026-06-30", "2026-03-31", 25),
    ("2026-06-10", "2026-06-20", "2026-06-19", 0),
    ("2026-06-10", "2026-06-20", "2026-06-20", 100),
    ("2025-01-01", "2027-12-31", "2026-06-30", 50),
    ("2024-02-01", "2024-03-31", "2024-02-28", 0),
    ("2024-02-01", "2024-03-31", "2024-02-29", 50),
    ("2026-08-01", "2026-06-30", "2026-05-31", 0),
    ("2026-08-01", "2026-06-30", "2026-06-30", 100),
]


class Case(NamedTuple):
    """Rounds are (as-of day, what each unit said: a percent, None for silence, or fields); units 甲 … lead in order."""

    name: str
    rounds: list[tuple[str, dict[str, Any]]]
    stands: tuple[str, str, str, float | None, float | None]  # state, light, label, expected, done
    reason: str
    task: Mapping[str, Any] = {}
    leads: str = "甲"
    as_of: str = "2026-06-30"
    rule: str | None = None


def june(**said: Any) -> list[tuple[str, dict[str, Any]]]:
    return [("2026-06-30", said)]


GREEN = ("under_way", "green", "正常")
AMBER, RED = ("behind", "amber", "滞后"), ("behind", "red", "严重滞后")
OVERDUE, BLUE = ("overdue", "red", "已逾期"), ("finished", "blue", "已完成")
UNTOUCHED, SILENT, LATE = (("not_started", "grey", "未报"), ("under_way", "grey", "未报"), ("overdue", "grey", "未报"))
DUE_MAY = {"deadline": "2026-05-31"}
VOID = "voided"

CASES = [
    Case("ahead", june(甲=60), (*GREEN, 50, 60), "序时进度50%，完成60%，超前10个百分点。"),
    Case("even", june(甲=50), (*GREEN, 50, 50), "序时进度50%，完成50%，与序时进度持平。"),
    Case(
        "one point behind",
        june(甲=49),
        (*GREEN, 50, 49),
        "序时进度50%，完成49%，落后1个百分点，未满10个百分点，仍按正常计，请留意。",
    ),
    Case("just under ten", june(甲=40.5), (*GREEN, 50, 40.5), "落后9.5个百分点，未满10个"),
    Case(
        "ten points", june(甲=40), (*AMBER, 50, 40), "序时进度50%，完成40%，落后10个百分点；完成率超过40%可转为正常。"
    ),
    Case("eighteen", june(甲=32), (*AMBER, 50, 32), "落后18个百分点；完成率超过40%可转为正常。"),
    Case("thirty points", june(甲=20), (*AMBER, 50, 20), "落后30个百分点"),
    Case("over thirty", june(甲=19.5), (*RED, 50, 19.5), "落后30.5个百分点；完成率超过40%可转为正常。"),
    Case("nothing done", june(甲=0), (*RED, 50, 0), "完成0%，落后50个百分点"),
    Case("all done", june(甲=100), (*BLUE, 50, 100), "填报完成率100%，已完成。"),
    Case("more than all", june(甲=120), (*BLUE, 50, 120), "填报完成率120%"),
    Case("not yet whole", june(甲=99.9), (*GREEN, 50, 99.9), "超前49.9个百分点"),
    Case(
        "zero in the first month is not behind",
        [("2026-01-20", {"甲": 0})],
        ("not_started", "green", "正常", 0, 0),
        "持平",
        as_of="2026-01-20",
    ),
    Case(
        "two decimals",
        [("2026-05-31", {"甲": 31})],
        (*AMBER, 41.67, 31),
        "序时进度41.67%，完成31%，落后10.67个百分点；完成率超过31.67%可转为正常。",
        as_of="2026-05-31",
    ),
    Case(
        "gap by the shown figures",
        [("2026-05-31", {"甲": 31.67})],
        (*AMBER, 41.67, 31.67),
        "落后10个百分点",
        as_of="2026-05-31",
    ),
    Case("due in June, half done", june(甲=70), (*AMBER, 100, 70), "落后30个百分点", {"deadline": "2026-06-30"}),
    Case("due in June, done", june(甲=100), (*BLUE, 100, 100), "已完成", {"deadline": "2026-06-30"}),
    Case("due in June, nearly", june(甲=95), (*GREEN, 100, 95), "落后5个百分点", {"deadline": "2026-06-30"}),
    Case(
        "past its deadline",
        june(甲=95),
        (*OVERDUE, 100, 95),
        "完成时限5月31日已过，完成95%，尚未完成；完成率达到100%可转为已完成。",
        DUE_MAY,
    ),
    Case("past its deadline but done", june(甲=100), (*BLUE, 100, 100), "已完成", DUE_MAY),
    Case(
        "the day after", june(甲=95), (*OVERDUE, 100, 95), "6月30日已过", {"deadline": "2026-06-30"}, as_of="2026-07-01"
    ),
    Case("starts in September", june(甲=0), ("not_started", "green", "正常", 0, 0), "持平", {"start": "2026-09-01"}),
    Case("starts in April", june(甲=30), (*GREEN, 33.33, 30), "落后3.33个百分点", {"start": "2026-04-01"}),
    Case("no deadline runs to the year's end", june(甲=50), (*GREEN, 50, 50), "持平", {"deadline": None}),
    Case("no plan: the deadline's year", june(甲=50), (*GREEN, 50, 50), "持平", {"plan": None}),
    Case("no plan, no deadline: this year", june(甲=50), (*GREEN, 50, 50), "", {"plan": None, "deadline": None}),
    Case("due in three years", june(甲=16.67), (*GREEN, 16.67, 16.67), "持平", {"deadline": "2028-12-31"}),
    Case("never asked", [], (*UNTOUCHED, 50, None), "尚未填报。"),
    Case("another was asked", june(乙=70), (*GREEN, 50, 70), "超前20个百分点", leads="甲"),
    Case("no lead but asked", june(乙=30), (*AMBER, 50, 30), "落后20个百分点", leads=""),
    Case("asked and silent", june(甲=None), (*UNTOUCHED, 50, None), "本期（截至6月30日）未填报。此前也没有填报。"),
    Case(
        "silent after an answer",
        [("2026-05-31", {"甲": 32}), ("2026-06-30", {"甲": None})],
        (*SILENT, 50, None),
        "本期（截至6月30日）未填报。上次（截至5月31日）完成32%。",
    ),
    Case(
        "silent twice",
        [("2026-04-30", {"甲": 20}), ("2026-05-31", {"甲": None}), ("2026-06-30", {"甲": None})],
        (*SILENT, 50, None),
        "上次（截至4月30日）完成20%。",
    ),
    Case("silent, past its deadline", june(甲=None), (*LATE, 100, None), "完成时限5月31日已过。", DUE_MAY),
    Case("never asked, past its deadline", [], (*LATE, 100, None), "尚未填报。完成时限5月31日已过。", DUE_MAY),
    Case(
        "silent, done before",
        [("2026-05-31", {"甲": 100}), ("2026-06-30", {"甲": None})],
        (*SILENT, 100, None),
        "上次（截至5月31日）完成100%。",
        DUE_MAY,
    ),
    Case("words without a figure", june(甲={"text": "正在推进"}), (*UNTOUCHED, 50, None), "只填了情况，未填完成率"),
    Case("as last time", june(甲={"status": "与上期无变化", "last": 45}), (*GREEN, 50, 45), "落后5个百分点"),
    Case("as last time, nothing before", june(甲={"status": "与上期无变化"}), (*UNTOUCHED, 50, None), "未填完成率"),
    Case(
        "as last time, with a figure",
        june(甲={"status": "与上期无变化", "last": 45, "percent": 47}),
        (*GREEN, 50, 47),
        "3个",
    ),
    Case(
        "the round to come does not count",
        [("2026-05-31", {"甲": 40}), ("2026-07-31", {"甲": 90})],
        (*AMBER, 50, 40),
        "10个",
    ),
    Case(
        "between rounds the last one counts", [("2026-05-31", {"甲": 44})], (*GREEN, 50, 44), "6个", as_of="2026-07-15"
    ),
    Case(
        "a voided round does not count",
        [("2026-05-31", {"甲": 44}), ("2026-06-30", {"甲": None, VOID: 1})],
        (*GREEN, 50, 44),
        "",
    ),
    Case("only voided rounds", [("2026-06-30", {"甲": 44, VOID: 1})], (*UNTOUCHED, 50, None), "尚未填报。"),
    Case(
        "a withdrawn row does not count",
        [("2026-05-31", {"甲": 44}), ("2026-06-30", {"甲": {"withdrawn": 1}})],
        (*GREEN, 50, 44),
        "",
    ),
    Case(
        "a round that does not ask about it", [("2026-05-31", {"甲": 44}), ("2026-06-30", {})], (*GREEN, 50, 44), "6个"
    ),
    Case(
        "two rounds of one day: the later made",
        [("2026-06-30", {"甲": 20}), ("2026-06-30", {"甲": 55})],
        (*GREEN, 50, 55),
        "",
    ),
    Case(
        "two leads agree", june(甲=55, 乙=55), (*GREEN, 50, 55), "序时进度50%，完成55%，超前5个百分点。", leads="甲乙"
    ),
    Case(
        "two leads differ",
        june(甲=60, 乙=30),
        (*AMBER, 50, 30),
        "落后20个百分点；完成率超过40%可转为正常。牵头单位填报不一（甲60%、乙30%），按最低的计。",
        leads="甲乙",
    ),
    Case("leads in the task's order", june(乙=30, 甲=60), (*AMBER, 50, 30), "（甲60%、乙30%）", leads="甲乙"),
    Case("one done, one not", june(甲=100, 乙=60), (*GREEN, 50, 60), "（甲100%、乙60%）", leads="甲乙"),
    Case("both done", june(甲=100, 乙=100), (*BLUE, 50, 100), "已完成。", leads="甲乙"),
    Case(
        "the first lead is silent",
        june(甲=None, 乙=60),
        (*UNTOUCHED, 50, None),
        "本期（截至6月30日）牵头单位甲未填报，乙60%。",
        leads="甲乙",
    ),
    Case(
        "the second is silent: never green",
        june(甲=60, 乙=None),
        (*SILENT, 50, 60),
        "目前填报60%。乙未填报。",
        leads="甲乙",
    ),
    Case("the second is silent: never blue", june(甲=100, 乙=None), (*SILENT, 50, 100), "乙未填报。", leads="甲乙"),
    Case(
        "the second is silent, the first behind",
        june(甲=30, 乙=None),
        (*AMBER, 50, 30),
        "可转为正常。乙未填报。",
        leads="甲乙",
    ),
    Case("both silent", june(甲=None, 乙=None), (*UNTOUCHED, 50, None), "未填报。此前", leads="甲乙"),
    Case(
        "four leads",
        june(甲=10, 乙=20, 丙=30, 丁=40),
        (*RED, 50, 10),
        "（甲10%、乙20%、丙30%等4家）",
        leads="甲乙丙丁",
    ),
    Case("a helper's answer does not weigh", june(甲=60, 丁=10), (*GREEN, 50, 60), "超前10个百分点。", leads="甲"),
    Case("finished by the clerk", june(甲=80), ("finished", "blue", "待销号", 50, 80), "待销号", {"state": "finished"}),
    Case("finished, never asked", [], ("finished", "blue", "待销号", 50, None), "待销号", {"state": "finished"}),
    Case("closed", june(甲=None), ("closed", "blue", "已销号", 100, None), "已销号", {"state": "closed", **DUE_MAY}),
    Case(
        "ongoing",
        june(甲=10),
        ("ongoing", "grey", "长期坚持", 50, 10),
        "不按序时",
        {"state": "ongoing", "deadline": None},
    ),
    Case("paused", june(甲=10), ("paused", "grey", "暂缓", None, 10), "暂缓", {"state": "paused"}),
    Case("not issued", [], ("not_issued", "grey", "未下达", None, None), "未下达", {"state": "not_issued"}),
    Case("stricter rule: amber", june(甲=45), (*AMBER, 50, 45), "超过45%可", rule='{"amber": 5, "red": 15}'),
    Case("stricter rule: red", june(甲=34), (*RED, 50, 34), "落后16个百分点", rule='{"amber": 5, "red": 15}'),
    Case("stricter rule: still green", june(甲=46), (*GREEN, 50, 46), "未满5个百分点", rule='{"amber": 5, "red": 15}'),
]

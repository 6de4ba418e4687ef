"""The figure for a target in what a unit wrote, and the figures that are none: plans, past years, other things."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.extraction import TargetRead
from desktop_app.documents.progress_text import figures_in


def target(item: str, value: float, unit: str, kind: str = "cumulative") -> TargetRead:
    return TargetRead("", value, unit, "=", item, None, kind, (0, 0))


BEDS = target("家庭养老床位", 600, "张")
TREES = target("古树挂牌", 120, "株")
MEALS = target("老年助餐点", 12, "个")
RATE = target("特殊困难老年人探访率", 100, "%", "ratio")
MONEY = target("慈善募捐款", 5_000_000, "元")
GUESTS = target("游客接待", 300_000, "人次")
TRAINING = target("护理员培训", 4, "期")
VISITS = target("走访困难家庭", 2000, "户")
ROAD = target("农村公路改造", 80, "公里")
JOBS = target("城镇新增就业", 8500, "人")
CHECKS = target("消防安全检查", 2, "次")
GREEN = target("新增城市绿地", 30, "公顷")
VACCINE = target("适龄儿童接种率", 95, "%", "ratio")
SEATS = target("新增学位", 1200, "个")
GRADED = target("养老机构等级评定", 6, "家")
TAX = target("税收收入增长", 8, "%", "growth")
ALARMS = target("安装烟感报警器", 3000, "个")
LAW = target("法律明白人培训", 300, "名")
LIFTS = target("老旧小区加装电梯", 60, "部")
CONTENT = target("群众满意率", 95, "%", "ratio")
DAYS = target("审批时限", 5, "个工作日", "cap")
CASES = target("受理事项", 200, "件")

# what a unit wrote, its targets, and the value of each (None: the text gives none)
SAID: list[tuple[str, list[TargetRead], list[float | None]]] = [
    ("已建成家庭养老床位320张，正在安装智能设备。", [BEDS], [320]),
    ("截至6月底，累计建成家庭养老床位320张，其中本月新增45张。", [BEDS], [320]),
    ("全年目标600张，目前完成家庭养老床位建设280张，完成率46.7%。", [BEDS], [280]),
    ("计划下半年再建家庭养老床位200张。", [BEDS], [None]),
    ("去年建成家庭养老床位150张，今年已建成90张。", [BEDS], [90]),
    ("家庭养老床位较去年增加35张。", [BEDS], [None]),
    ("完成挂牌86株。", [TREES], [86]),
    ("新建助餐点５个，改造3个，均已投入运营。", [MEALS], [5]),
    ("已建成老年助餐点七个。", [MEALS], [7]),
    ("对特殊困难老年人开展探访，探访率达98.6%。", [RATE], [98.6]),
    ("探访率百分之百。", [RATE], [100]),
    ("募集善款326.5万元，发放救助金41万元。", [MONEY], [None]),
    ("慈善募捐款到账0.03亿元。", [MONEY], [3_000_000]),
    ("上半年接待游客12.6万人次，举办活动8场。", [GUESTS], [126_000]),
    ("举办护理员培训2期，参训160人，走访困难家庭1,250户。", [TRAINING, VISITS], [2, 1250]),
    ("开展护理员培训班两期；走访家庭860余户。", [TRAINING, VISITS], [2, 860]),
    ("建成老年助餐点4家，家庭养老床位110张。", [MEALS, BEDS], [4, 110]),
    ("按计划推进。", [BEDS, MEALS], [None, None]),
    ("第3批设备已进场。", [MEALS], [None]),
    ("召开推进会3次，制定方案1个。", [BEDS, VISITS], [None, None]),
    ("2026年1—6月，走访困难家庭1100户次，发放慰问品900份。", [VISITS], [1100]),
    ("护理员培训4期已全部完成。", [TRAINING], [4]),
    ("改造农村公路52.3公里，剩余路段11月底前完工。", [ROAD], [52.3]),
    ("1—9月全区城镇新增就业7,012人，完成年度任务8500人的82.5%。", [JOBS], [7012]),
    ("城镇新增就业完成0.7万人，失业人员再就业1300人。", [JOBS], [7000]),
    ("一季度开展消防安全检查1次，发现隐患12处，已整改10处。", [CHECKS], [1]),
    ("完成绿地建设18公顷，其中口袋公园6个。", [GREEN], [18]),
    ("因项目调整，绿地建设任务30公顷调减为25公顷。", [GREEN], [None]),
    ("适龄儿童接种率96.2%，较上年提高1.3个百分点。", [VACCINE], [96.2]),
    ("实验小学新校区投用，新增学位900个；新招教师45名。", [SEATS], [900]),
    ("力争12月底前新增学位1200个。", [SEATS], [None]),
    ("已有4家养老机构通过等级评定，2家正在整改。", [GRADED], [4]),
    ("税收收入同比增长6.4%。", [TAX], [6.4]),
    ("为独居老人安装烟感报警器2,860个，其余140个年内装完。", [ALARMS], [2860]),
    ("培训“法律明白人”260名，覆盖全部行政村。", [LAW], [260]),
    ("受天气影响，尚未开工。", [ROAD], [None]),
    ("本月新增家庭养老床位20张，累计320张。", [BEDS], [320]),
    ("家庭养老床位累计建成320张（本月新增20张）。", [BEDS], [320]),
    ("本月建成20张，累计建成320张家庭养老床位。", [BEDS], [320]),
    ("截至11月底建成320张，去年同期280张。", [BEDS], [320]),
    ("2025年建成150张，2026年建成320张。", [BEDS], [320]),
    ("已完成家庭养老床位320余张。", [BEDS], [320]),
    ("已建成床位320户。", [BEDS], [None]),
    ("完成60%。", [BEDS], [None]),
    ("目标1200个学位，已完成720个。", [SEATS], [720]),
    ("新增学位720个，其中小学480个、初中240个。", [SEATS], [720]),
    ("老旧小区电梯已开工45部、完工30部。", [LIFTS], [30]),
    ("加装电梯完工38部，完成年度目标60部的63.3%。", [LIFTS], [38]),
    ("群众满意率为96.3%，同比提升1.2个百分点。", [CONTENT], [96.3]),
    ("完成率53.3%，满意率达到95%以上。", [CONTENT], [95]),
    ("审批时限由7个工作日压缩至4个工作日。", [DAYS], [4]),
    ("共走访困难家庭一千二百户。", [VISITS], [1200]),
    ("走访家庭八百余户。", [VISITS], [800]),
    ("第二批古树挂牌20株已验收，第一批40株已完成。", [TREES], [None]),
    ("推进一件事一次办，受理事项151件。", [CASES], [151]),
    ("受理事项150余件，办结12.5万元。", [CASES], [150]),
]


def values(text: str, targets: list[TargetRead]) -> list[float | None]:
    found = {one.target: one.value for one in figures_in(text, targets)}
    return [found.get(place) for place in range(len(targets))]


@pytest.mark.parametrize(("text", "targets", "wanted"), SAID, ids=[text[:16] for text, *_ in SAID])
def test_what_units_write(text: str, targets: list[TargetRead], wanted: list[float | None]):
    assert values(text, targets) == wanted


def test_the_place_of_a_figure_is_told_in_the_text_as_written():
    text = "一是补短板。　已建成家庭养老床位０.３２万张。"
    (found,) = figures_in(text, [BEDS])
    assert found.value == 3200 and text[slice(*found.span)] == "０.３２万张"


def test_one_figure_speaks_for_one_target_only():
    found = figures_in("建成老年助餐点4个。", [MEALS, MEALS])
    assert [(one.target, one.value) for one in found] == [(0, 4.0)]


@given(st.text(alphabet="已建成家庭养老床位餐点一二三0123456789.,%万亿张个，。、 ", max_size=60))
def test_any_text_gives_at_most_one_figure_a_target_inside_it(text: str):
    found = figures_in(text, [BEDS, MEALS, RATE])
    assert len({one.target for one in found}) == len(found) and len({one.span for one in found}) == len(found)
    assert all(0 <= one.span[0] < one.span[1] <= len(text) for one in found)


def test_a_real_years_figures(plans: Path):
    """Each section of a real summary as one text, all its figures asked for at once."""
    stem = "004_4762048efa6c516e"
    gold = json.loads((plans / f"{stem}.gold.json").read_text("utf-8"))
    text = re.sub("[ \t\u3000]", "", (plans / f"{stem}.txt").read_text("utf-8"))
    starts = [text.find(part["section_title"].replace(" ", "")[:8]) for part in gold["achievements"]]
    asked = offered = right = 0
    for part, start, end in zip(gold["achievements"], starts, [*starts[1:], len(text)], strict=True):
        facts = part["facts"]
        targets = [target(fact["item"], 0, fact["unit"]) for fact in facts]
        found = figures_in(text[start:end], targets)
        asked += len(facts)
        offered += len(found)
        right += sum(one.value == pytest.approx(facts[one.target]["value"]) for one in found)
    assert asked == 138 and right >= 0.98 * offered and right >= 0.95 * asked

"""Parts of a plan that are no tasks: a look back, the ground it stands on, what keeps it going; and parts that are."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

PLAN = """潭口区档案馆2026年工作要点
一、{heading}
1.整理档案。整理档案300卷。
2.开放库房。开放库房2间。
二、重点任务
3.征集史料。征集史料50件。（征集科）
4.数字化。扫描档案8000页。（技术科）
"""

OTHER_PARTS = [
    "2025年工作",
    "2025年度重点工作完成情况",
    "2025年工作亮点",
    "去年工作成绩",
    "上年度主要工作成效",
    "过去一年的工作",
    "主要成绩和经验",
    "取得的成效",
    "工作保障",
    "保障机制",
    "推进步骤",
    "强化措施，确保实效",
    "形势与任务",
    "工作回顾",
    "保障措施",
    "现状分析",
    "发展基础",
    "发展环境与形势",
    "主要短板",
    "附件",
    "支撑政策",
    "配套政策措施",
    "政策支持",
]
PARTS_WITH_TASKS = [
    "2026年工作",
    "2025年续建项目",
    "上年度结转工作",
    "要素保障",
    "提升工作成效",
    "馆藏服务保障",
    "推进步骤标准化",
    "去年未办结事项",
    "成绩册编制",
    "夯实工作基础",
    "补齐服务短板",
    "现状调查",
    "附件档案整理",
    "政策支持体系建设",
    "落实配套政策",
]


def titles(heading: str) -> list[str]:
    result = extract_text(PLAN.format(heading=heading))
    assert isinstance(result, Extraction)
    return [task.title for task in result.tasks]


@pytest.mark.parametrize("heading", OTHER_PARTS)
def test_what_looks_back_or_asks_is_no_task(heading: str) -> None:
    assert titles(heading) == ["征集史料", "数字化"]


@pytest.mark.parametrize("heading", PARTS_WITH_TASKS)
def test_what_only_sounds_like_it_holds_tasks(heading: str) -> None:
    assert titles(heading) == ["整理档案", "开放库房", "征集史料", "数字化"]


def test_policies_that_a_part_tells_of_in_a_paragraph_are_asked_about() -> None:
    text = PLAN.format(heading="馆藏服务") + "三、配套政策\n统筹用好专项资金，对库房改造给予支持。\n"
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 4
    assert any("配套政策" in doubt.text for doubt in result.doubts)


def test_points_of_a_part_beside_others_are_its_tasks() -> None:
    points = "三、支撑能力\n一是充实队伍。培训馆员40人。\n二是更新设备。购置3台。\n三是联通数据。\n"
    result = extract_text(PLAN.format(heading="馆藏服务") + points)
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks][4:] == ["充实队伍", "更新设备", "联通数据"]
    assert result.sections[-1].title == "支撑能力"
    told = points.replace("能力\n", "能力。提升保障水平，抓好三件事。\n")
    result = extract_text(PLAN.format(heading="馆藏服务") + told)
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks][4:] == ["支撑能力"]


def test_several_may_sign_below_the_last_part() -> None:
    for signed in ("潭口区档案馆\n潭口区财政局\n潭口区司法局", "潭口区档案工作领导小组办公室\n（潭口区档案馆代章）"):
        text = PLAN.format(heading="馆藏服务") + f"三、工作要求\n各科室要压实责任。\n{signed}\n2026年3月9日\n"
        result = extract_text(text)
        assert isinstance(result, Extraction)
        assert len(result.tasks) == 4
        assert all(task.lead_units in ((), ("征集科",), ("技术科",)) for task in result.tasks)


ASKED = [
    "三、强化组织保障\n1.加强组织领导。成立专班，馆长负总责。\n2.严格督查考核。每月通报1次。\n3.营造氛围。抓好宣传。\n",
    "三、切实做好组织实施\n坚持党的领导。把牢方向。\n守住安全。防范风险。\n强化督促检查。办公室要按季通报。\n",
    "三、狠抓工作落实\n各科室要高度重视，负责人亲自抓。\n办公室要加强督查。\n",
    "三、要素保障\n统筹场地和编制，优先安排馆藏建设。\n健全协作机制，引导社会捐赠。\n",
    "三、资金和人才保障\n鼓励各馆出台办法，扩大支持范围。\n",
    "三、组织保障\n统筹推进，组建评议组（档案评议组），加强协同。各科室要制定细则。\n",
]
SET = [
    "三、强化组织保障\n5.加强组织领导。成立专班。\n6.严格督查考核。按季通报。\n",  # counted on
    "三、强化组织保障\n1.加强组织领导。成立专班。（办公室）\n2.严格考核。按季通报。（人事科）\n",
    "三、强化督导考核\n1.开展督查。督查12次。\n2.组织考核。考核9个分馆。\n",
    "三、强化责任落实\n1.更换设备。更换扫描仪。\n2.改造库房。加装货架。\n",
    "三、强化队伍建设\n1.加强组织建设。配齐支委。\n2.落实轮训。轮训馆员。\n",
]


@pytest.mark.parametrize("part", ASKED)
def test_a_last_part_that_asks_how_to_work_is_asked_about(part: str) -> None:
    result = extract_text(PLAN.format(heading="馆藏服务") + part)
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 4
    assert any("没有作为任务" in doubt.text for doubt in result.doubts)


@pytest.mark.parametrize("part", SET)
def test_a_last_part_that_sets_tasks_is_read(part: str) -> None:
    result = extract_text(PLAN.format(heading="馆藏服务") + part)
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 6


@pytest.mark.parametrize(
    "part",
    [
        "三、要素保障\n安排经费60万元，增设展柜。\n",  # says how much
        "三、要素保障\n统筹场地，优先安排馆藏建设。（责任科室：办公室）\n",
        "三、馆藏保障\n统筹场地，优先安排馆藏建设。\n",
    ],
)
def test_a_last_part_of_a_paragraph_that_commits_to_something_is_a_task(part: str) -> None:
    result = extract_text(PLAN.format(heading="馆藏服务") + part)
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 5


CLOSED = "各科室要提高站位，加强领导，细化任务。\n一要压实责任。列出时间表。\n二要强化督查。办公室每季通报1次。\n"


def test_what_is_asked_of_all_may_have_points_of_its_own() -> None:
    result = extract_text(PLAN.format(heading="馆藏服务") + CLOSED)
    assert isinstance(result, Extraction)
    assert result.tasks[-1].text == "扫描档案8000页。"
    assert len(result.tasks[-1].targets) == 1


def test_points_that_are_the_items_go_on_below_what_is_asked_of_all() -> None:
    asked = "各科室要加强领导，主动上门。"
    result = extract_text(
        f"潭口区档案馆2026年工作要点\n一是征集史料。征集50件。\n{asked}\n二是扫描档案。扫描8000页。\n"
    )
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["征集史料", "扫描档案"]


def test_policies_that_an_item_sets_are_a_task() -> None:
    result = extract_text(PLAN.format(heading="馆藏服务") + "5.配套政策。出台借阅办法2项。\n")
    assert isinstance(result, Extraction)
    assert result.tasks[-1].title == "配套政策"

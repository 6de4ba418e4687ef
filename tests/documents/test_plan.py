"""Whole plans of invented offices: everything a reader finds, and nothing more."""

from collections import Counter

import pytest

from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract_text, read_plan
from desktop_app.documents.reader.clean import clean
from tests.documents.invented import INVENTED, Invented

each = pytest.mark.parametrize("plan", INVENTED, ids=[plan.name for plan in INVENTED])

REWARDS = ((1, "修路", "交通局"), (2, "治水", "水利局"), (3, "植树", "林业局"))


def read(text: str) -> Extraction:
    document = clean(text)
    result = read_plan(document.text, document.dropped())
    assert isinstance(result, Extraction)
    return result


@each
def test_meta_and_sections(plan: Invented) -> None:
    result = read(plan.text)
    said = {**result.meta._asdict(), "issued_on": result.meta.issued_on and result.meta.issued_on.isoformat()}
    assert result.kind == plan.kind
    assert {name: said[name] for name in plan.meta} == plan.meta
    assert [section.title for section in result.sections] == plan.sections


@each
def test_tasks_and_their_units(plan: Invented) -> None:
    found = [(task.title, list(task.lead_units), list(task.co_units)) for task in read(plan.text).tasks]
    assert found == [(title, lead, co) for title, lead, co, _, _ in plan.tasks]


@each
def test_targets(plan: Invented) -> None:
    for task, (title, _, _, targets, _) in zip(read(plan.text).tasks, plan.tasks, strict=True):
        assert Counter((found.value, found.unit) for found in task.targets) == Counter(targets), title


@each
def test_due_days(plan: Invented) -> None:
    for task, (title, _, _, _, days) in zip(read(plan.text).tasks, plan.tasks, strict=True):
        assert {found.date.isoformat() for found in task.deadlines if found.date} == set(days), title


@each
def test_sequence_and_sections_of_tasks(plan: Invented) -> None:
    result = read(plan.text)
    assert [task.seq for task in result.tasks] == list(range(1, len(plan.tasks) + 1))
    for task in result.tasks:
        section = result.sections[task.section_seq - 1] if task.section_seq else None
        assert task.section_no == (section.no if section else None)
        assert section is None or section.span[0] < task.span[0]


def test_a_heading_with_units_gives_them_to_its_items() -> None:
    result = read(
        "2026年工作要点\n一、修路（责任科室：道路科）\n1.修东街。铺油。\n2.修西街。铺油。（责任科室：养护科）\n"
    )
    assert [task.lead_units for task in result.tasks] == [("道路科",), ("养护科",)]
    assert result.sections[0].title == "修路"


def test_a_range_line_names_units_of_items_above() -> None:
    result = read("2026年工作要点\n一、修路\n1.修东街。\n2.修西街。\n3.修南街。\n以上第1—2项责任单位均为道路科\n")
    assert [task.lead_units for task in result.tasks] == [("道路科",), ("道路科",), ()]


def test_requirements_of_the_notice_and_safeguards_are_no_tasks() -> None:
    result = read(
        "关于印发2026年工作要点的通知\n各科室：\n现印发给你们。\n一、提高认识。\n二、抓好落实。\n2026年工作要点\n"
        "一、重点任务\n（一）修路。铺油。\n（二）架桥。立墩。\n二、保障措施\n（一）加强领导。\n（二）加强督查。\n"
    )
    assert [task.title for task in result.tasks] == ["修路", "架桥"]
    assert [doubt.what for doubt in result.doubts if doubt.seq is None] == ["structure"]


def test_safeguards_with_units_are_tasks() -> None:
    result = read(
        "2026年工作要点\n一、重点任务\n1.修路。铺油。\n2.架桥。\n二、保障措施\n3.强化督查。（责任科室：督查科）\n"
    )
    assert [task.title for task in result.tasks] == ["修路", "架桥", "强化督查"]


def test_points_inside_an_item_stay_in_it() -> None:
    result = read(
        "2026年工作要点\n一、城建\n1.修路。要求如下：\n（1）铺油。\n（2）划线。\n2.架桥。一是立墩。二是架梁。\n"
    )
    assert [task.title for task in result.tasks] == ["修路", "架桥"]
    assert "划线" in result.tasks[0].text


def test_attachments_and_signature_end_the_plan() -> None:
    result = read(
        "2026年工作要点\n1.修路。铺油。\n2.架桥。立墩。\n附件：1.一览表\n2.责任表\n甲县交通局\n2026年2月3日\n"
    )
    assert [task.title for task in result.tasks] == ["修路", "架桥"]
    assert (result.meta.issuer, str(result.meta.issued_on)) == ("甲县交通局", "2026-02-03")


def test_without_any_item_it_is_refused() -> None:
    result = read_plan("今天天气很好。\n适合散步。")
    assert isinstance(result, Refusal)
    assert "没有找到" in result.reason
    assert "台账没有改动" in result.reason


def test_a_note_below_the_last_point_closes_the_item() -> None:
    result = read(
        "2026年工作要点\n一、城建\n（一）修路\n1.铺油。\n2.划线。\n（责任单位：道路科）\n"
        "（二）架桥\n1.立墩。\n2.架梁。\n（责任单位：桥梁科）\n"
    )
    assert [(task.title, task.text, task.lead_units) for task in result.tasks] == [
        ("修路", "1.铺油。2.划线。", ("道路科",)),
        ("架桥", "1.立墩。2.架梁。", ("桥梁科",)),
    ]


def test_headings_that_are_the_units_give_them_to_their_items() -> None:
    names = ("综合科", "农村与社会发展科", "社区和老龄工作科", "城市与园区建设科")
    items = "".join(f"{no}、{name}\n1.修路{no}段。铺油。\n" for no, name in zip("一二三四", names, strict=True))
    result = read("2026年工作要点\n" + items)
    assert [task.lead_units for task in result.tasks] == [(name,) for name in names]


@pytest.mark.parametrize(
    "opening",
    [
        "牵头道路科，配合桥梁科。",
        "由道路科牵头，桥梁科配合。",
        "道路科牵头，桥梁科配合：",
        "（牵头道路科，配合桥梁科）",
    ],
)
def test_a_sentence_that_only_says_who_does_it_is_no_title(opening: str) -> None:
    result = read(f"2026年工作要点\n1.{opening}修路3公里。\n2.承办全县技能大会。架桥2座。\n")
    assert [(task.title, task.lead_units, task.co_units) for task in result.tasks] == [
        ("修路3公里", ("道路科",), ("桥梁科",)),
        ("承办全县技能大会", (), ()),
    ]


@pytest.mark.parametrize(
    "closing",
    [
        "以上工作任务，各科室要于每月28日前报送进展。",
        "上述事项由办公室每月25日前调度，全年评比2次。",
        "各镇、各科室要切实加强领导，排出计划，办公室每季度晒单1次。",
        "各科室、各乡镇要对照要点细化措施，每月25日前报送进展。",
    ],
)
def test_what_is_asked_of_all_at_the_end_is_no_part_of_the_last_task(closing: str) -> None:
    items = "北桥县民政局2026年工作要点\n一、办好食堂。新建食堂3家。\n二、走访入户。走访80户。\n"
    read = extract_text(items + closing)
    assert isinstance(read, Extraction)
    assert [task.text for task in read.tasks] == ["新建食堂3家。", "走访80户。"]
    assert not any(task.deadlines for task in read.tasks)
    followed = extract_text(items + closing + "\n三、核对信息。核对90条。")
    assert isinstance(followed, Extraction)
    assert len(followed.tasks) == 3


def test_headings_in_brackets_part_a_plan_and_units_below_items_do_not() -> None:
    plan = "北桥县民政局2026年重点事项清单\n【养老板块】\n1.建好食堂\n2.办好讲堂\n【救助板块】\n3.走访入户\n4.核对信息"
    read = extract_text(plan)
    assert isinstance(read, Extraction)
    assert [section.title for section in read.sections] == ["养老板块", "救助板块"]
    assert [task.title for task in read.tasks] == ["建好食堂", "办好讲堂", "走访入户", "核对信息"]
    noted = extract_text(
        "北桥县民政局2026年重点事项清单\n1.建好食堂\n（养老科）\n2.办好讲堂\n（救助科）\n3.走访入户\n（儿童科）"
    )
    assert isinstance(noted, Extraction)
    assert noted.sections == ()
    assert [list(task.lead_units) for task in noted.tasks] == [["养老科"], ["救助科"], ["儿童科"]]


def test_headings_without_numbers_part_a_plan_too() -> None:
    result = read("2026年工作要点\n城乡建设\n1.修路。铺油。\n2.架桥。\n社会服务\n3.建驿站。新建3个。\n4.办食堂。\n")
    assert [section.title for section in result.sections] == ["城乡建设", "社会服务"]
    assert [(task.no, task.section_seq) for task in result.tasks] == [("1", 1), ("2", 1), ("3", 2), ("4", 2)]


def test_a_request_below_the_last_note_is_no_part_of_the_item() -> None:
    result = read("2026年工作要点\n1.修路。铺油。（道路科）\n2.架桥。立墩。（桥梁科）\n请各科室于3月20日前报送方案。\n")
    assert result.tasks[1].text == "立墩。"
    assert result.tasks[1].deadlines == ()
    assert [result.source[slice(*span)] for span in result.rest][-1].startswith("请各科室")


def test_points_that_are_a_section_s_only_items_are_tasks_and_those_inside_an_item_are_not() -> None:
    alone = (
        "云岭区民政局2026年工作思路\n一、做强救助\n一是扩面。新增对象300人。二是提速。时限压缩到5个工作日。\n"
        "二、做优养老\n一是建站。新建驿站4处。二是育人。培训90人。"
    )
    assert [(task.title, task.section_no) for task in read(alone).tasks] == [
        ("扩面", "一"),
        ("提速", "一"),
        ("建站", "二"),
        ("育人", "二"),
    ]
    inside = (
        "云岭区民政局2026年工作要点\n一、做强救助\n（一）健全体系。一是扩面。二是提速。\n（二）规范资金。按月发放。"
    )
    assert [task.title for task in read(inside).tasks] == ["健全体系", "规范资金"]


def test_fields_parted_by_tabs_are_a_title_and_its_figures() -> None:
    result = extract_text(
        "柳溪区残联2026年任务单\n1\t辅具适配\t1100件\n责任股室：康复股\n2\t就业培训\t培训240人，8期\n责任股室：教就股\n"
        "3\t强化统筹\t夯实基础\n责任股室：教就股\n"
    )
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["辅具适配", "就业培训", "强化统筹\u3000夯实基础"]
    assert [(target.value, target.unit) for task in result.tasks for target in task.targets] == [
        (1100, "件"),
        (240, "人"),
        (8, "期"),
    ]


def test_an_item_beside_a_section_is_in_none() -> None:
    text = "2026年水务工作计划\n一、加固堤防\n加固南堤。\n二、保障供水\n1.改造管网；\n2.抽检水质。\n三、巡河\n每月巡。"
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert [(task.title, task.section_no) for task in result.tasks] == [
        ("加固堤防", None),
        ("改造管网", "二"),
        ("抽检水质", "二"),
        ("巡河", None),
    ]


def test_what_stands_below_the_last_of_items_of_one_line_each_closes_the_plan() -> None:
    items = "\n".join(f"{n}、对{what}好的镇，给予奖励。（{who}负责）" for n, what, who in REWARDS)
    result = extract_text(f"柳溪区2026年激励措施安排\n{items}\n各部门于2026年12月10日前报送细则。\n自2月1日起执行。")
    assert isinstance(result, Extraction)
    assert [(task.text, task.deadlines) for task in result.tasks] == [("", ())] * 3


def test_the_text_of_items_below_their_notes_stays_theirs() -> None:
    items = "\n".join(f"{n}、对{what}好的镇，给予奖励（{who}负责）\n6月底前兑现。" for n, what, who in REWARDS)
    result = extract_text(f"柳溪区2026年激励措施安排\n{items}")
    assert isinstance(result, Extraction)
    assert [task.text for task in result.tasks] == ["6月底前兑现。"] * 3


def test_what_a_plan_aims_at_is_no_task() -> None:
    aims = "一、分工原则\n（一）各负其责。谁主管谁负责。\n（二）协同推进。不推诿。\n二、发展目标\n园区配套更加齐全。"
    text = f"柳溪区园区工作方案\n{aims}\n三、主要任务\n1.修整道路。修整道路3条。"
    result = extract_text(text + "\n2.更新路灯。更新路灯40盏。")
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["修整道路", "更新路灯"]


def test_what_is_asked_of_all_below_a_unit_s_own_line_is_no_part_of_the_task() -> None:
    items = "一、办好食堂。新建食堂3家。\n——责任科室：养老科\n二、走访入户。走访80户。\n——责任科室：救助科\n"
    read = extract_text(f"北桥县民政局2026年工作要点\n{items}各镇、各科室要加强组织领导，办公室每季度晒单1次。\n")
    assert isinstance(read, Extraction)
    assert [(task.text, len(task.targets), task.lead_units) for task in read.tasks] == [
        ("新建食堂3家。", 1, ("养老科",)),
        ("走访80户。", 1, ("救助科",)),
    ]


def test_a_page_s_list_of_attachments_is_no_part_of_the_last_task() -> None:
    read = extract_text(
        "北桥县民政局2026年工作要点\n一、办好食堂。新建食堂3家。\n二、走访入户。走访80户。\n相关附件：\n表样.xls\n"
    )
    assert isinstance(read, Extraction)
    assert [task.text for task in read.tasks] == ["新建食堂3家。", "走访80户。"]


@pytest.mark.parametrize(
    "line", ["各镇要建成食堂3家。", "各科室要报送信息80条，各镇要加强管护。", "相关附属设施同步完工。"]
)
def test_what_is_to_be_done_by_all_below_the_last_item_stays_with_it(line: str) -> None:
    read = extract_text(f"北桥县民政局2026年工作要点\n一、办好食堂。新建食堂3家。\n二、走访入户。走访80户。\n{line}\n")
    assert isinstance(read, Extraction)
    assert read.tasks[-1].text.endswith(line)

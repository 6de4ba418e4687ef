"""Tasks in paragraphs without a number of their own, below headings with one."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

TITLE = "云溪区2026年民政重点工作安排\n"


def read(text: str) -> Extraction:
    found = extract_text(TITLE + text)
    assert isinstance(found, Extraction)
    return found


def led(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(task.title, task.lead_units, task.co_units) for task in read(text).tasks]


def test_circled_numbers_that_count_on_in_a_line_are_items() -> None:
    text = (
        "一、健康支撑（卫健科）\n①管理率达到73%；②新建门诊2家；③开展宣传周1次（9月）。\n"
        "二、文化生活（文体科）\n④新增班次16个、学员400名；⑤送戏下乡60场。\n"
    )
    found = read(text).tasks
    assert [(task.no, task.lead_units) for task in found] == [
        *((number, ("卫健科",)) for number in "①②③"),
        *((number, ("文体科",)) for number in "④⑤"),
    ]
    assert [str(task.deadlines[0].date) for task in found if task.deadlines] == ["2026-09-30"]
    inside = read(
        "1.健康支撑。开展服务。（卫健科）\n①管理率达到73%；②新建门诊2家。\n2.文化生活。送戏下乡60场。（文体科）\n"
    )
    assert [task.no for task in inside.tasks] == ["1", "2"]


def test_each_sentence_that_a_note_closes_is_a_task() -> None:
    text = (
        "一、做实救助工作\n制定深化社会救助改革措施。（区民政局负"
        "责）调整联席会议成员单位。（区民政局牵头，区财政局配合）"
        "各镇参照执行，6月底前到位。（各镇政府负责）\n二、做优养老工作\n新"
        "建助餐点12处。（养老科牵头，各镇配合）改造300户。（养老科）\n"
    )
    assert led(text) == [
        ("制定深化社会救助改革措施", ("区民政局",), ()),
        ("调整联席会议成员单位", ("区民政局",), ("区财政局",)),
        ("各镇参照执行，6月底前到位", ("各镇政府",), ()),
        ("新建助餐点12处", ("养老科",), ("各镇",)),
        ("改造300户", ("养老科",), ()),
    ]
    assert [section.no for section in read(text).sections] == ["一", "二"]


def test_one_note_at_the_end_of_a_paragraph_leaves_the_heading_a_task() -> None:
    text = (
        "一、做实救助工作\n制定措施。核查2万户。（救助科牵头）\n二"
        "、做优养老工作\n新建助餐点12处。改造300户。（养老科）\n"
    )
    assert led(text) == [("做实救助工作", ("救助科",), ()), ("做优养老工作", ("养老科",), ())]


def test_what_introduces_the_paragraphs_of_a_heading_is_no_task() -> None:
    text = (
        "一、加快产业升级\n坚持调优调强，加快构筑产业高地。\n做强工业主体。投资20亿元，实施技改工程。\n"
        "做大服务业。新增限上企业15家。推进商圈建设。\n二、加快城乡统筹\n"
        "坚持城乡一体推进。\n完善路网。新建道路6条，10月底前通车。\n"
    )
    found = read(text)
    assert [(task.title, task.section_no) for task in found.tasks] == [
        ("做强工业主体", "一"),
        ("做大服务业", "一"),
        ("完善路网", "二"),
    ]
    rest = "".join(found.source[slice(*span)] for span in found.rest)
    assert "坚持调优调强" in rest


@pytest.mark.parametrize(("upper", "lower"), [("◆", "●"), ("■", "○"), ("●", "◇")])
def test_a_sign_over_items_behind_another_is_a_heading(upper: str, lower: str) -> None:
    text = (
        f"{upper} 养老服务\n{lower} 新建助餐点12处。责任科室：养老科\n{lower} 改造敬老院2所。责任科室：养老科\n"
        f"{upper} 社会救助\n{lower} 开展低保核查。责任科室：救助科\n"
    )
    found = read(text)
    assert [task.title for task in found.tasks] == ["新建助餐点12处", "改造敬老院2所", "开展低保核查"]
    assert [section.title for section in found.sections] == ["养老服务", "社会救助"]


@pytest.mark.parametrize(
    ("opening", "lead", "co"),
    [
        ("牵头：河道科；配合：工程科、各镇。", ("河道科",), ("工程科", "各镇")),
        ("责任科室：河道科。", ("河道科",), ()),
        ("牵头单位：河道科 配合单位：工程科 ", ("河道科",), ("工程科",)),
    ],
)
def test_an_item_may_open_with_its_note_on_the_same_line(
    opening: str, lead: tuple[str, ...], co: tuple[str, ...]
) -> None:
    found = read(f"1.{opening}疏浚河道8条，5月底前完成。\n2.牵头：办公室。编制年度计划。\n")
    assert [(task.title, task.lead_units, task.co_units) for task in found.tasks] == [
        ("疏浚河道8条，5月底前完成", lead, co),
        ("编制年度计划", ("办公室",), ()),
    ]


def test_what_each_unit_is_there_for_is_no_task_beside_tasks() -> None:
    tasks = "一、工作任务\n1.开展普查。9月底前完成。（区划科牵头，各镇配合）\n2.规范管理。新建公墓3处。（事务科）\n"
    roster = (
        "二、职责分工\n（一）区民政局（牵头单位）：负责统筹协调。\n"
        "（二）区财政局：负责落实经费。\n（三）各镇：负责登记。\n"
    )
    assert [task.title for task in read(tasks + roster).tasks] == ["开展普查", "规范管理"]
    due = "二、职责分工\n1.养老科：负责新建助餐点12处。\n2.救助科：负责核查2万户。\n"
    assert len(read(tasks + due).tasks) == 4


def test_names_that_blanks_tear_are_read_whole() -> None:
    text = (
        "（一）加强考核。制定区、 镇两级指标体系，把依法行政纳入目"
        "标管理考核、绩 效考核。依法行政 工作考核要面向社会，接受"
        "专家学者监督。（区司法局牵头，区监察局、人力 资源社会保障局配合"
        "）\n（二）加强队伍。明确镇司法 办公室职责，强化绩效考核和业务"
        "培训，壮大专家 学者队伍。（区委编办牵头，区人力资源社会保障局"
        "、财 政局配合）\n（三）加强宣传。加强法 制宣传和舆论引导，"
        "让市民平等接受法律的约 束。（区司法局牵 头，各有关部门配合）\n"
    )
    assert led(text) == [
        ("加强考核", ("区司法局",), ("区监察局", "人力资源社会保障局")),
        ("加强队伍", ("区委编办",), ("区人力资源社会保障局", "财政局")),
        ("加强宣传", ("区司法局",), ("各有关部门",)),
    ]


def test_blanks_between_labels_and_names_stay() -> None:
    text = "1.新建公墓3处。责任科室 事务科 配合科室 办公室 财务科\n2.开展普查。责任科室 区划科 配合科室 各镇 办公室\n"
    assert led(text) == [
        ("新建公墓3处", ("事务科",), ("办公室", "财务科")),
        ("开展普查", ("区划科",), ("各镇", "办公室")),
    ]


def test_a_plan_on_a_single_line_may_count_on_right_behind_a_name() -> None:
    text = (
        "云溪县2026年政务公开工作要点为落实省工作部署，结合实际，制定"
        "本要点。一、工作目标紧紧围绕重点任务，加大公开力度。二、工作任务"
        "（一）推进政务公开。1.公开权责清单。责任单位：县政府办2.推"
        "进决策公开。公开征求意见。责任单位：各部门（二）围绕重点领域。"
        "3.推进财政公开。6月底前公开预算。责任单位：县财政局"
    )
    found = extract_text(text)
    assert isinstance(found, Extraction)
    assert [(task.no, task.title, task.lead_units) for task in found.tasks] == [
        ("1", "公开权责清单", ("县政府办",)),
        ("2", "推进决策公开", ("各部门",)),
        ("3", "推进财政公开", ("县财政局",)),
    ]


def test_numbers_that_go_on_from_one_heading_to_the_next_are_those_of_tasks() -> None:
    text = (
        "一、重点工作\n（一）经济运行（区发改局牵头）\n1.编制年度计划。2月底前下达。\n2.调度重大项目30个。\n"
        "（二）社会民生（区民政局牵头，区财政局配合）\n3.提高低保标准5%。\n4.改造敬老院2所。（养老科负责）\n"
    )
    assert led(text) == [
        ("编制年度计划", ("区发改局",), ()),
        ("调度重大项目30个", ("区发改局",), ()),
        ("提高低保标准5%", ("区民政局",), ("区财政局",)),
        ("改造敬老院2所", ("养老科",), ()),
    ]


def test_a_star_before_a_number_is_no_part_of_the_task() -> None:
    found = read("★1.创建示范县。通过省级验收。（区民政局）\n2.建设平台。（区大数据局）\n* 3.开展普查。（区划科）\n")
    assert [(task.no.strip("★* "), task.title) for task in found.tasks] == [
        ("1", "创建示范县"),
        ("2", "建设平台"),
        ("3", "开展普查"),
    ]


def test_who_holds_a_meeting_leads_no_task() -> None:
    news = (
        "云溪区政府召开目标任务部署会\n1月12日上午，区政府召开目标任务部署会。区长陆某某主持会议并讲话，区政府各副区长，各乡镇政府和区政府各部门"
        "主要负责人参加会议。\n会上，各副区长提出了具体要求。\n"
    )
    assert not isinstance(extract_text(news), Extraction)


def test_the_first_of_those_responsible_is_no_number_of_an_item() -> None:
    assert led("1.保护文物。\n第一责任单位：区文旅局\n2.保护古树。\n主体责任单位：区林业局\n") == [
        ("保护文物", ("区文旅局",), ()),
        ("保护古树", ("区林业局",), ()),
    ]


def test_two_signs_over_whole_items_are_no_headings() -> None:
    text = "● 新建助餐点12处。责任科室：养老科\n■ 改造敬老院2所。责任科室：养老科\n● 开展低保核查。责任科室：救助科\n"
    assert len(led(text)) == 3

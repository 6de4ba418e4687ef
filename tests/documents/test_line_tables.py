"""Tables that come one cell a line, as they are copied from web pages: read as the same table would be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text
from desktop_app.texts import formats as texts

TITLE = "云岭区民政局2026年重点工作任务分解表"
HEAD = ("序号", "重点任务", "牵头单位", "配合单位", "责任人", "完成时限")
ROWS = (
    ("1", "新建社区助餐点12个", "养老服务科", "各镇街", "陆远帆", "6月底前"),
    ("2", "修订殡葬服务收费公示办法", "社会事务科", "区殡仪馆、区财政局", "孟清和", "9月30日"),
    ("3", "核查低保家庭2600户", "社会救助科", "区核对中心", "陆远帆", "12月底前"),
)


def flat(*lines: str, blank: bool = False) -> str:
    return ("\n\n" if blank else "\n").join(line for line in (TITLE, *lines) if line)


def cells(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    return [cell for row in rows for cell in row]


def read(text: str) -> Extraction:
    found = extract_text(text)
    assert isinstance(found, Extraction)
    return found


def said(text: str) -> list[tuple[object, ...]]:
    return [
        (
            task.no,
            task.title,
            task.lead_units,
            task.co_units,
            task.responsible_person,
            *(deadline.date for deadline in task.deadlines),
        )
        for task in read(text).tasks
    ]


def in_tabs(rows: tuple[tuple[str, ...], ...]) -> str:
    return "\n".join([TITLE, *("\t".join(row) for row in (HEAD, *rows))])


@pytest.mark.parametrize("blank", [False, True])
def test_one_cell_a_line_is_the_same_table(blank: bool) -> None:
    text = flat(*HEAD, *cells(ROWS), blank=blank)
    assert said(text) == said(in_tabs(ROWS))
    found = read(text)
    assert (found.kind, found.meta.title) == ("table", TITLE)
    assert texts.LINE_TABLE in {doubt.text for doubt in found.doubts}


@pytest.mark.parametrize("head", ["序号", "指标序号"])
def test_a_bureaus_own_rows_of_a_longer_list_keep_their_far_numbers(head: str) -> None:
    mine = tuple((no, *row[1:]) for no, row in zip(("9", "17", "46"), ROWS, strict=True))
    assert said(flat(head, *HEAD[1:], *cells(mine))) == said(in_tabs(mine))


def test_bars_behind_the_cells_are_no_part_of_them() -> None:
    assert said(flat(*(f"{line} |" for line in (*HEAD, *cells(ROWS))))) == said(in_tabs(ROWS))


def test_broken_header_words_are_joined() -> None:
    broken = ("序号", "重点任务", "牵头", "单位", "配合", "单位", "责任人", "完成", "时限")
    assert said(flat(*broken, *cells(ROWS))) == said(in_tabs(ROWS))


def test_the_header_on_the_next_page_is_no_row() -> None:
    assert said(flat(*HEAD, *ROWS[0], *HEAD, *cells(ROWS[1:]))) == said(in_tabs(ROWS))


def test_cells_merged_with_those_above_are_left_out() -> None:
    text = flat(*HEAD, *ROWS[0], "2", "改造失能老人家庭床位80张", "10月底前", "3", "培训养老护理员300人次")
    assert [row[2:5] for row in said(text)] == [(("养老服务科",), ("各镇街",), "陆远帆")] * 3
    assert [len(task.deadlines) for task in read(text).tasks] == [1, 1, 1]


def test_an_empty_cell_of_a_row_with_its_own_lead_stays_empty() -> None:
    assert said(flat(*HEAD, *ROWS[0], "2", "修订收费公示办法", "社会事务科", "9月30日"))[1][2:5] == (
        ("社会事务科",),
        (),
        None,
    )


def test_chapters_stand_over_their_rows() -> None:
    long = "一、养老服务、社会救助、社会事务、儿童福利、社会组织、区划地名等各条线年度重点工作（牵头领导：陆远帆）"
    found = read(flat(*HEAD, long, *ROWS[0], *ROWS[1], "二、社会救助", "1", *ROWS[2][1:]))
    assert [section.no for section in found.sections] == ["一", "二"]
    assert [(task.no, task.section_no) for task in found.tasks] == [("1", "一"), ("2", "一"), ("1", "二")]


def test_a_cell_of_several_lines_stays_one() -> None:
    text = flat(*HEAD, "1", "新建社区助餐点12个。", "改造厨房3处。", *ROWS[0][2:], *cells(ROWS[1:]))
    (first, *_) = read(text).tasks
    assert [target.value for target in first.targets] == [12, 3]
    assert first.lead_units == ("养老服务科",)


def test_what_stands_around_the_table_stays() -> None:
    found = read(
        flat(
            "区直各单位：",
            "现印发给你们。",
            *HEAD,
            *cells(ROWS),
            "注：责任人变动时由继任者承担。",
            "联系电话另行通知。",
        )
    )
    assert len(found.tasks) == 3
    assert found.tasks[-1].text == ""


@pytest.mark.parametrize(
    "lines",
    [
        ("序号", "姓名", "科室", "办公电话", "1", "陆远帆", "养老科", "8000001", "2", "孟清和", "救助科", "8000002"),
        ("1.发展助餐。新建12个。", "序号", "2.改造床位。完成80张。"),
        ("序号", "1", "2", "3"),
        ("序号",) * 2000,
        ("序号", "任务", "牵头单位") * 3000,
        ("序号", "任务", "牵头单位", "1") * 3000,
    ],
)
def test_other_lists_are_no_table_of_tasks(lines: tuple[str, ...]) -> None:
    found = extract_text(flat(*lines))
    assert not isinstance(found, Extraction) or found.kind != "table"


def led(text: str) -> list[tuple[object, ...]]:
    return [(task.title, task.lead_units, task.co_units) for task in read(text).tasks]


SHARED = [
    ("整理历史档案", ("办公室",), ()),
    ("公开办事指南", ("各科室",), ()),
    ("答复依申请公开", ("办公室",), ("各科室",)),
]


def test_the_numbers_may_stand_in_a_column_that_the_header_leaves_out() -> None:
    lines = ("工作任务", "具体要求", "责任科室", "时限要求", "做好公开", "1", "整理历史档案。", "办公室", "年底前")
    more = (
        "2",
        "公开办事指南。",
        "各科室",
        "持续推进",
        "规范答复",
        "3",
        "答复依申请公开。",
        "办公室牵头，各科室配合",
        "全年",
    )
    assert led(flat(*lines, *more)) == SHARED


def test_rows_in_bars_leave_out_what_is_merged_with_the_cell_above() -> None:
    assert (
        led(
            flat(
                "工作任务 | 具体要求 | 责任部门 |",
                "一、做好公开。 | 1.整理历史档案。 | 办公室 |",
                "2.公开办事指南。 | 各科室 | |",
                "二、规范答复。 | 3.答复依申请公开。 | 办公室牵头，各科室配合 |",
            )
        )
        == SHARED
    )


def test_chapters_without_rows_stand_between_those_that_have_some() -> None:
    lines = ("序号", "重点任务", "主要责任单位", "协同单位", "一、扩大投资", "3", "改造泵站2座。", "区水务局", "各镇")
    found = read(
        flat(*lines, "二、培育产业", "三、发展文旅", "四、改善民生", "68", "新建校舍1所。", "区教体局", "区住建局")
    )
    assert [(task.no, task.section_no, task.lead_units) for task in found.tasks] == [
        ("3", "一", ("区水务局",)),
        ("68", "四", ("区教体局",)),
    ]


def test_the_helpers_may_take_several_lines() -> None:
    lines = ("序号", "事项名称", "项目内容", "牵头单位", "协同单位", "1", "增设护学岗", "增设护学岗12处。", "区教体局")
    (task,) = read(flat(*lines, "松坪镇", "区交警大队", "区城管局")).tasks
    assert (task.lead_units, task.co_units) == (("区教体局",), ("松坪镇", "区交警大队", "区城管局"))


def test_a_table_without_anything_between_its_cells() -> None:
    first = "21修订救助办法。明确条件。区民政局、区财政局牵头；各镇配合"
    text = f"序号工作任务责任单位{first}22改造敬老院2所。养老科23每季通报1次。办公室"
    assert led(flat("（上接第三版）", text)) == [
        ("修订救助办法", ("区民政局", "区财政局"), ("各镇",)),
        ("改造敬老院2所", ("养老科",), ()),
        ("每季通报1次", ("办公室",), ()),
    ]


def test_the_last_row_keeps_what_is_in_its_place() -> None:
    lines = (
        "序号",
        "重点任务",
        "牵头单位",
        "责任单位",
        "1",
        "架桥1座。",
        "区住建局",
        "各镇",
        "2",
        "修路2条。",
        "区交通局",
        "松坪镇",
        "孝顺镇",
    )
    assert led(flat(*lines, "分享到微信")) == [
        ("架桥1座", ("区住建局",), ("各镇",)),
        ("修路2条", ("区交通局",), ("松坪镇", "孝顺镇")),
    ]


def test_two_whole_words_of_a_header_are_two_columns() -> None:
    lines = (
        "编号",
        "事项分类",
        "事项名称",
        "项目内容",
        "牵头单位",
        "1",
        "助学行动",
        "增设护学岗",
        "设岗12处。",
        "区教体局",
        "2",
        "暑期托管",
    )
    assert [title for title, _, _ in led(flat(*lines, "开设托管班100个。", "团区委"))] == ["增设护学岗", "暑期托管"]


def test_a_row_under_the_number_above_takes_its_unit() -> None:
    lines = ("序号", "民生实事", "责任单位", "完成时限", "1", "架桥1座。", "区住建局", "区代建中心", "12月底前")
    more = (
        "2",
        "开工建设养老楼。",
        "区民政局",
        "5月底前动工",
        "开工建设老年大学。",
        "12月底前",
        "3",
        "修路2条。",
        "区交通局",
        "全年",
    )
    assert led(flat(*lines, *more)) == [
        ("架桥1座", ("区住建局", "区代建中心"), ()),
        ("开工建设养老楼", ("区民政局",), ()),
        ("开工建设老年大学", ("区民政局",), ()),
        ("修路2条", ("区交通局",), ()),
    ]


def test_progress_so_far_is_no_target() -> None:
    lines = ("序号", "项目内容", "当前进度", "牵头单位", "1", "新建公园5处。", "80%（西园滞后）", "区园林局")
    (task,) = read(flat(*lines, "2", "改造管网3公里。", "95%", "区水务局")).tasks[:1]
    assert [(target.value, target.unit) for target in task.targets] == [(5, "处")]


def test_a_header_in_bars_that_goes_on_in_the_next_line() -> None:
    found = read(
        flat(
            "序号 | 项目名称 | 责任单位 | 目标任务 | 1-8月 实际完成情况 |",
            "任务完成率 | 备注 | |",
            "1 | 增设公厕 | 区城管局 | 18座 | 12座 | 67% | ||",
            "2 | 加装电梯 | 区住建局 | 260部 | 281部 | 108% | ||",
        )
    )
    assert [(task.title, [target.value for target in task.targets]) for task in found.tasks] == [
        ("增设公厕", [18]),
        ("加装电梯", [260]),
    ]


def test_a_header_that_says_in_brackets_of_which_month_a_report_is() -> None:
    head = ("项目", "名称", "内容", "牵头单位", "进展情况", "（5月）", "进展情况", "（8月）", "进展情况", "（11月）")
    (task,) = read(
        flat(*head, "安居项目", "加装扶手430处。", "区残联", "已装96处。", "已装300处。", "已装450处。")
    ).tasks
    assert (task.lead_units, [target.value for target in task.targets]) == (("区残联",), [430])


UNITS = st.sampled_from(["养老服务科", "社会救助科", "区救助管理站", "区财政局、区人社局", "各镇街", "局办公室"])
DAYS = st.sampled_from(["6月底前", "9月30日", "全年", "12月底", "2026年5月"])
PEOPLE = st.sampled_from(["陆远帆", "孟清和", "韦一鸣"])
TASKS = st.sampled_from(["新建助餐点{}个", "改造家庭床位{}张", "培训护理员{}人次", "开展探访{}次"])


@given(st.lists(st.tuples(TASKS, st.integers(2, 900), UNITS, UNITS, PEOPLE, DAYS), min_size=2, max_size=12))
def test_any_table_is_read_alike_both_ways(drawn: list[tuple[str, int, str, str, str, str]]) -> None:
    rows = tuple((str(n), task.format(count), *rest) for n, (task, count, *rest) in enumerate(drawn, 1))
    assert said(flat(*HEAD, *cells(rows))) == said(in_tabs(rows))


def test_nothing_of_such_a_text_is_lost() -> None:
    found = read(flat("区直各单位：", *HEAD, *cells(ROWS), "注：责任人变动时由继任者承担。"))
    rest = {found.source[slice(*span)] for span in found.rest}
    assert {"区直各单位：", *HEAD, "注：责任人变动时由继任者承担。"} <= {
        line for text in rest for line in text.split("\n")
    }
    covered = sorted([*(task.span for task in found.tasks), *found.rest])
    assert not "".join(found.source[a:b] for (_, a), (b, _) in pairwise([(0, 0), *covered])).strip()

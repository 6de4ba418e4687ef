"""Headers of several rows in a text of mere cells: what stood under a word comes last, and goes where the word is."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.header_folds import unfolded
from desktop_app.documents.plan import extract_text

TITLE = "云岭区民政局2026年工作要点任务分解表"


def read(*rows: tuple[str, ...], end: str = "") -> Extraction:
    found = extract_text("\n".join([TITLE, *(cell + end for row in rows for cell in row if cell or end)]))
    assert isinstance(found, Extraction)
    return found


def test_words_under_others_take_their_place() -> None:
    labels = "序号 重点任务 责任分工 时间节点 分管领导 牵头科室 配合科室 一季度 二季度".split()
    assert "序号 重点任务 分管领导 牵头科室 配合科室 一季度 二季度".split() in unfolded(labels)
    assert not unfolded("序号 重点任务 牵头科室 配合科室 完成时限".split())


@pytest.mark.parametrize("end", ["", " |"])
def test_two_rows_of_header_cell_by_cell(end: str) -> None:
    found = read(
        ("序号", "重点任务", "责任分工", "时间节点"),
        ("分管领导", "牵头科室", "配合科室", "二季度", "四季度"),
        ("1", "新增核对点5个", "陆远帆", "社会救助科", "各镇街", "建成2个", "建成5个"),
        ("2", "走访儿童400名", "孟清和", "儿童福利科", "区妇联", "走访200名", "走访400名"),
        end=end,
    )
    assert [(task.title, task.responsible_person, task.lead_units, task.co_units) for task in found.tasks] == [
        ("新增核对点5个", "陆远帆", ("社会救助科",), ("各镇街",)),
        ("走访儿童400名", "孟清和", ("儿童福利科",), ("区妇联",)),
    ]


def test_three_rows_of_header_parted_by_bars() -> None:
    lines = (
        "序号 | 事项 | 责任落实 | 计划安排 |",
        "领导 | 单位 | 启动时间 | 完成时间 |",
        "牵头 | 配合 |",
        "1 | 建成工作站9个 | 陆远帆 | 儿童福利科 | 区团委 | 3月 | 9月底 |",
        "2 | 办理登记12件 | 孟清和 | 社会事务科 | 区公安局 | 1月 | 12月底 |",
    )
    found = extract_text("\n".join((TITLE, *lines)))
    assert isinstance(found, Extraction)
    assert [(task.title, task.lead_units, task.co_units) for task in found.tasks] == [
        ("建成工作站9个", ("儿童福利科",), ("区团委",)),
        ("办理登记12件", ("社会事务科",), ("区公安局",)),
    ]


@pytest.mark.parametrize("end", ["", " |"])
def test_several_goals_under_one_number(end: str) -> None:
    found = read(
        ("序号", "类别", "项目名称", "目标任务", "牵头单位", "完成时限"),
        ("1", "老有所养", "食堂提升", "改造食堂12个", "养老服务科", "6月底前"),
        ("发放补助260万元", "11月底前"),
        ("2", "弱有所扶", "困难关爱", "探访老人2000人次", "社会救助科", "10月底前"),
        ("安装报警器350个", "9月底前"),
        ("建立档案800份", "8月底前"),
        end=end,
    )
    assert [(task.no, task.title, [target.value for target in task.targets]) for task in found.tasks] == [
        ("1", "食堂提升", [12, 2_600_000]),
        ("2", "困难关爱", [2000, 350, 800]),
    ]


def test_a_figure_is_no_number_of_a_row_where_the_next_number_follows() -> None:
    found = read(
        ("序号", "项目名称", "目标任务", "牵头单位", "目标任务", "累计完成", "累计进度", "备注"),
        ("1", "就业帮扶", "新增就业岗位1100个", "区人社局", "1100", "1063", "96.6%", ""),
        ("建设充分就业社区4个", "4", "4", "100%", ""),
        ("2", "家政培训", "培训服务人员613人次", "区商务局", "613", "626", "102.1%", ""),
        end=" |",
    )
    assert [(task.no, task.title, task.lead_units) for task in found.tasks] == [
        ("1", "就业帮扶", ("区人社局",)),
        ("2", "家政培训", ("区商务局",)),
    ]


def test_letters_one_below_the_other_are_a_word() -> None:
    found = read(
        ("任务类别", "序号", "任务名称", "牵头单位", "完成时限"),
        ("民", "生", "保", "障", "1", "扩大助洁服务", "养老服务科", "10月底"),
        ("规", "范", "管", "理", "2", "清查零散墓地", "殡葬管理所", "4月底"),
    )
    assert [(task.title, task.lead_units) for task in found.tasks] == [
        ("扩大助洁服务", ("养老服务科",)),
        ("清查零散墓地", ("殡葬管理所",)),
    ]
    assert [section.title for section in found.sections] == ["民生保障", "规范管理"]


def test_bars_on_lines_of_their_own_between_cells() -> None:
    rows = (
        ("工作任务", "具体要求", "责任科室", "时限要求"),
        ("清理文件", "1", "公布现行有效的文件目录。", "办公室", "年底前"),
        ("2", "报送清理结果的书面说明。", "办公室", "持续推进"),
        ("做好解读", "3", "丰富政策解读的各种形式。", "宣传科", "9月底前"),
    )
    found = extract_text("\n".join([TITLE, *("\n|\n".join(row) + "\n|" for row in rows)]))
    assert isinstance(found, Extraction)
    assert [(task.no, task.lead_units) for task in found.tasks] == [
        ("1", ("办公室",)),
        ("2", ("办公室",)),
        ("3", ("宣传科",)),
    ]

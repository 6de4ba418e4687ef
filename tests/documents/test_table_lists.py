"""Papers with tables of something else beside that of the tasks: the tasks are read, and the rest is asked about."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from tests.documents.tables import Rows, book, document

TITLE = "云岭市智慧养老创新发展方案"
TASKS = [
    ["序号", "任务名称", "任务内容", "责任单位", "时间节点"],
    ["1", "建设监测平台", "接入养老机构42家", "市民政局", "9月"],
    ["2", "培育服务企业", "引进企业3家", "市商务局，各县政府", "12月"],
    ["3", "改造老旧院舍", "改造院舍11处", "市民政局", "11月"],
    ["4", "开展护理培训", "培训护理员500人", "市人社局", "10月"],
    ["5", "发布标准规范", "发布标准2项", "市市场监管局", "6月"],
]
FIRMS = [["序号", "企业名称", "项目名称", "总投资（亿元）", "区县"], ["1", "柳青康养公司", "康养城", "3.2", "东岭区"]]
WISHES = [
    ["序号", "特色领域", "工作举措", "政策诉求", "建议责任单位"],
    ["1", "智慧助餐", "推广送餐机器人", "纳入省级目录", "省民政厅"],
]
OWNERS = [["序号", "项目名称", "项目主体", "建设地点", "建设周期"], ["1", "护理院", "柳青康养公司", "西岭区", "2026年"]]
PLACES = [["序号", "地市", "战略定位", "现状基础", "发展目标"], ["1", "云岭市", "康养名城", "有机构42家", "建成示范区"]]
LISTS = [FIRMS, WISHES, OWNERS, PLACES]
PROSE = [
    "一、发展目标",
    "到2026年底，床位达到9000张。",
    "二、特色领域",
    *(
        f"（{n}）{head}。推进相关工作。"
        for n, head in zip("一二三四五六七八", "助餐 助浴 助医 助行 助洁 助急 助学 助乐".split(), strict=True)
    ),
]


def word(folder: Path, *blocks: str | list[list[str]]) -> Extraction:
    result = extract(document(folder / "方案.docx", TITLE, *blocks))
    assert isinstance(result, Extraction)
    return result


@pytest.mark.parametrize("other", LISTS)
def test_a_list_beside_the_tasks_holds_none(tmp_path: Path, other: list[list[str]]) -> None:
    result = word(tmp_path, "附1", "2026年重点任务分解表", TASKS, "附2", "有关清单", other)
    assert [task.no for task in result.tasks] == ["1", "2", "3", "4", "5"]
    assert any("、".join(other[0][:3]) in doubt.text for doubt in result.doubts)


def test_projects_with_a_unit_that_answers_for_them_are_tasks(tmp_path: Path) -> None:
    projects = [["序号", "项目名称", "建设地点", "责任单位"], ["6", "新建护理院", "西岭区", "市民政局"]]
    result = word(tmp_path, "2026年重点任务分解表", TASKS, "项目表", projects)
    assert [task.title for task in result.tasks][-1] == "新建护理院"


def test_a_book_of_such_tables_alone_is_read(tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年项目清单"],
        ["序号", "项目名称", "区县"],
        [1, "新建护理院", "东岭区"],
        [2, "改造院舍", "西岭区"],
    ]
    result = extract(book(tmp_path / "表.xlsx", ("表", rows, ())))
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 2


def test_plain_lists_beside_prose_leave_it_the_tasks(tmp_path: Path) -> None:
    result = word(tmp_path, *PROSE, "附件1", PLACES, "附件2", WISHES)
    assert [task.title for task in result.tasks][:2] == ["助餐", "助浴"]
    assert len(result.tasks) == 8


def test_the_table_that_says_who_goes_before_longer_prose_that_does_not(tmp_path: Path) -> None:
    assert len(word(tmp_path, *PROSE, "附1", "2026年重点任务分解表", TASKS).tasks) == 5
    named = [line.replace("工作。", "工作。（市民政局）") for line in PROSE]
    assert len(word(tmp_path, *named, "附1", "2026年重点任务分解表", TASKS).tasks) == 8


def test_a_table_under_a_title_of_its_own_year_is_of_that_year(tmp_path: Path) -> None:
    head = "2025年，全市建成助餐点60个。"
    result = word(tmp_path, head, "附1", "2027年重点任务分解表", TASKS)
    assert [task.deadlines[0].date for task in result.tasks][:2] == [date(2027, 9, 30), date(2027, 12, 31)]
    several = word(tmp_path, head, "附1", "重点任务分解表（2025—2027年）", TASKS)
    assert several.tasks[0].deadlines[0].date == date(2025, 9, 30)

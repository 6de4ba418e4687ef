"""Workbooks of every kind offices send: what a cell shows, old formats, damaged and endless ones."""

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from desktop_app.documents.reader.sheets import read_sheets, shown
from desktop_app.errors import Refused
from desktop_app.office.formats import shows_no_day
from tests.documents.office import converted
from tests.documents.tables import Rows, book

ROWS: Rows = [
    ["云岭区民政局2026年任务分解表"],
    ["序号", "工作板块", "重点任务", "目标值（张）", "牵头科室", "完成时限"],
    [1, "养老服务", "建设家庭养老床位", 300, "养老科", date(2026, 6, 30)],
    [2, None, "发展老年助餐", None, "养老科", date(2026, 9, 1)],
    [3, "社会救助", "完成低保年审", None, "救助科", "三季度"],
]
MERGED = ("A1:F1", "B3:B4")


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same table as an Excel 97 file, also under the name of a WPS one, and as an OpenDocument one."""
    folder = tmp_path_factory.mktemp("sheets")
    path = book(folder / "表.xlsx", ("任务", ROWS, MERGED))
    files = {"xls": converted(folder, "xls", path)[0], "ods": converted(folder, "ods", path)[0], "xlsx": path}
    files["et"] = folder / "表.et"
    files["et"].write_bytes(files["xls"].read_bytes())
    return files


@pytest.mark.parametrize("kind", ["xlsx", "xls", "et", "ods"])
def test_each_kind_of_workbook_says_the_same(old: dict[str, Path], kind: str) -> None:
    result = extract(old[kind])
    assert isinstance(result, Extraction)
    assert result.meta.title == "云岭区民政局2026年任务分解表"
    assert [(section.title) for section in result.sections] == ["养老服务", "社会救助"]
    assert [(task.title, task.section_seq, task.deadlines[0].date) for task in result.tasks] == [
        ("建设家庭养老床位", 1, date(2026, 6, 30)),
        ("发展老年助餐", 1, date(2026, 9, 1)),
        ("完成低保年审", 2, date(2026, 9, 30)),
    ]
    assert [(target.value, target.unit) for target in result.tasks[0].targets] == [(300, "张")]


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_a_sheet_of_each_kind_tells_percentages_and_months(tmp_path: Path, kind: str) -> None:
    rows: Rows = [
        ["序号", "重点任务", "目标值", "责任科室", "完成时限"],
        [1, "提高合格率", 0.92, "养老科", date(2026, 6, 1)],
    ]
    path = book(tmp_path / "表.xlsx", ("任务", rows, ()))
    workbook = openpyxl.load_workbook(path)
    workbook["任务"]["C2"].number_format = "0%"
    workbook["任务"]["E2"].number_format = 'yyyy"年"m"月"'
    workbook.save(path)
    result = extract(converted(tmp_path, kind, path)[0])
    assert isinstance(result, Extraction)
    assert [(target.value, target.unit) for target in result.tasks[0].targets] == [(92, "%")]
    assert result.tasks[0].deadlines[0].date == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("value", "percent", "month", "text"),
    [
        (1.0, False, False, "1"),
        (48.6, False, False, "48.6"),
        (0.925, True, False, "92.5%"),
        (0.07, True, False, "7%"),
        (date(2026, 6, 1), False, True, "2026年6月"),
        (datetime(2026, 6, 30, 0, 0), False, False, "2026年6月30日"),
        (time(9, 30), False, False, "09:30:00"),
        (True, False, False, "是"),
        (" 甲\u3000\n\n 乙\t", False, False, "甲\n乙"),
        ('=DISPIMG("x",1)', False, False, ""),
        ("", False, False, ""),
    ],
)
def test_a_value_as_the_sheet_shows_it(value: Any, percent: bool, month: bool, text: str) -> None:
    assert shown(value, percent, month) == text


@pytest.mark.parametrize(
    ("code", "expected"), [("yyyy年m月", True), ("yyyy-mm-dd", False), ("h:mm", False), ("0%", False)]
)
def test_a_format_without_day(code: str, expected: bool) -> None:
    assert shows_no_day(code) is expected


@pytest.mark.parametrize(
    ("cell", "words", "asked"),
    [
        ("XFD1048576", "。", 0),  # a slip of Ctrl and an arrow
        ("B1048576", "另建站点3个，6月底前完成", 1),
        ("A9", "另建站点3个，6月底前完成", 1),
        ("A9", "填表日期：2026年3月1日", 0),
    ],
)
def test_words_below_the_table_are_no_task_but_asked_about(cell: str, words: str, asked: int, tmp_path: Path) -> None:
    path = book(tmp_path / "远.xlsx", ("任务", ROWS, ()))
    workbook = openpyxl.load_workbook(path)
    workbook["任务"][cell] = words
    workbook.save(path)
    result = extract(path)
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 3
    assert sum(words in doubt.text for doubt in result.doubts) == asked


def test_a_size_that_the_file_gets_wrong_does_not_matter(tmp_path: Path) -> None:
    path = book(tmp_path / "表.xlsx", ("任务", ROWS, MERGED))
    data = io.BytesIO()
    with zipfile.ZipFile(path) as old_file, zipfile.ZipFile(data, "w") as new_file:
        for member in old_file.namelist():
            new_file.writestr(
                member, old_file.read(member).replace(b'<dimension ref="A1:F5"', b'<dimension ref="A1:A1"')
            )
    path.write_bytes(data.getvalue())
    result = extract(path)
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 3


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=some.data())
def test_damaged_bytes_are_read_or_refused(old: dict[str, Path], kind: str, data: some.DataObject) -> None:
    content = bytearray(old[kind].read_bytes())
    for _ in range(data.draw(some.integers(1, 8))):
        content[data.draw(some.integers(0, len(content) - 1))] = data.draw(some.integers(0, 255))
    cut = data.draw(some.sampled_from([len(content), len(content) // 2]))
    try:
        read_sheets(bytes(content[:cut]), "坏.xls")
    except Refused as refused:
        assert "台账没有改动" in refused.sentence

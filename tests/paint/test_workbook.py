"""The Gantt workbook: bars are cells from their first to their last day, and the sheet prints."""

from datetime import date
from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.paint.paper import Paper
from desktop_app.paint.workbook import workbook_of
from desktop_app.reports.gantt_scene import Bar, Group, Scene, Step, Was
from desktop_app.reports.gantt_scene_axis import Scale, axis_of
from desktop_app.reports.gantt_scene_days import Rest

YEAR = date(2026, 1, 1), date(2026, 12, 31)
FIRST_TIME_COLUMN, FIRST_ROW = 10, 5


def sheet_of(*bars: Bar, scale: Scale = "year") -> Worksheet:
    """The workbook of these bars under one header row, read back."""
    axis = axis_of(date(2026, 1, 1), date(2026, 12, 31), scale)
    rows = (Group("一、为民服务", ()), *bars)
    scene = Scene("工作要点甘特图", date(2026, 6, 27).toordinal(), scale, "section", axis, rows)
    found = openpyxl.load_workbook(BytesIO(workbook_of(scene))).active
    assert isinstance(found, Worksheet)
    return found


def bar(start: date, end: date, done: float | None = 50.0, late: bool = False) -> Bar:
    """A bar between two days with a node on 15 May."""
    nodes = (Step(date(2026, 5, 15).toordinal(), "中期"),)
    days = (start.toordinal(), end.toordinal())
    return Bar(1, 0, "1", "=建设长者食堂", "养老科、办公室", *days, done, 60.0, "amber", "滞后", "原因", late, nodes)


def fills(sheet: Worksheet, row: int) -> list[str | None]:
    """The ground of each time cell, None where there is none."""
    cells = sheet[row][FIRST_TIME_COLUMN - 1 :]
    return [cell.fill.bgColor.rgb if cell.fill.fill_type != "solid" else cell.fill.fgColor.rgb for cell in cells]


def test_a_bar_covers_its_thirds_of_months_and_no_other() -> None:
    sheet = sheet_of(bar(date(2026, 3, 1), date(2026, 8, 31)))
    found = fills(sheet, FIRST_ROW + 1)
    painted = [place for place, colour in enumerate(found) if colour in ("FF9A5B00", "FFF0E6D9")]
    assert painted == list(range(6, 24))
    assert [place for place, colour in enumerate(found) if colour == "FF9A5B00"] == list(range(6, 15))


def test_a_late_bar_is_hatched() -> None:
    sheet = sheet_of(bar(date(2026, 1, 1), date(2026, 12, 31), late=True))
    patterns = {cell.fill.fill_type for cell in sheet[FIRST_ROW + 1][FIRST_TIME_COLUMN - 1 :]}
    assert patterns == {"solid", "lightUp"}


def test_the_row_says_what_the_scene_says() -> None:
    sheet = sheet_of(bar(date(2026, 3, 1), date(2026, 8, 31)), bar(date(2026, 3, 1), date(2026, 8, 31), None))
    values = [cell.value for cell in sheet[FIRST_ROW + 1]]
    assert values[:5] == ["1", "=建设长者食堂", "养老科、办公室", "◆滞后", 50]
    assert [value.date() for value in values[5:7]] == [date(2026, 3, 1), date(2026, 8, 31)]  # type: ignore[union-attr]
    assert values[7:9] == [None, None]
    assert [place for place, value in enumerate(values[9:]) if value] == [13]
    assert sheet.cell(FIRST_ROW + 1, 2).data_type == "s"
    assert sheet.cell(FIRST_ROW + 2, 5).value is None


def test_header_is_frozen_and_repeated_and_the_page_is_landscape() -> None:
    sheet = sheet_of(bar(date(2026, 3, 1), date(2026, 8, 31)))
    assert sheet.freeze_panes == "C5"
    assert sheet.print_title_rows == "$3:$4"
    page = sheet.page_setup
    assert (page.orientation, page.paperSize, page.fitToHeight) == ("landscape", 9, 0)
    assert sheet["A1"].value == "工作要点甘特图"
    assert sheet.cell(2, FIRST_TIME_COLUMN - 2).value == "截至2026年6月27日"
    months = [sheet.cell(3, FIRST_TIME_COLUMN + 3 * month).value for month in range(12)]
    assert months == [f"{month}月" for month in range(1, 13)]


def test_month_scale_has_a_cell_a_day() -> None:
    sheet = sheet_of(bar(date(2026, 6, 10), date(2026, 6, 20), 100.0), scale="month")
    found = fills(sheet, FIRST_ROW + 1)
    assert len(found) == 30
    assert [place + 1 for place, colour in enumerate(found) if colour == "FF9A5B00"] == list(range(10, 21))


def test_the_plan_as_issued_and_all_marks_stand_in_cells() -> None:
    moved = bar(date(2026, 3, 1), date(2026, 8, 31))
    steps = (Step(date(2026, 4, 30).toordinal(), "每月1次", True), Step(date(2026, 6, 5).toordinal(), "中期"))
    was = Was(date(2026, 3, 1).toordinal(), date(2026, 7, 31).toordinal())
    sheet = sheet_of(moved._replace(nodes=steps, soft=date(2026, 8, 5).toordinal(), was=was))
    values = [cell.value for cell in sheet[FIRST_ROW + 1]]
    assert values[7].date() == date(2026, 7, 31) and values[8] == 31  # type: ignore[union-attr]
    assert {place: value for place, value in enumerate(values[9:]) if value} == {11: "┃", 15: "◇", 21: "▷"}
    assert "斜线为未达序时" in str(sheet["A2"].value)


def test_days_of_rest_are_grey_beside_the_bar_and_the_page_may_stand_upright() -> None:
    scene = Scene("图", date(2026, 6, 27).toordinal(), "month", "section", axis_of(*YEAR, "month"), ())
    row = bar(date(2026, 6, 1), date(2026, 6, 10))
    scene = scene._replace(
        rows=(row,), rest=(Rest(date(2026, 6, 6).toordinal(), date(2026, 6, 21).toordinal(), "weekend"),)
    )
    found = openpyxl.load_workbook(BytesIO(workbook_of(scene, Paper("A3", "portrait")))).active
    assert isinstance(found, Worksheet)
    grey = [place + 1 for place, colour in enumerate(fills(found, FIRST_ROW)) if colour == "FFF1F3F5"]
    assert grey == list(range(11, 22))
    assert (found.page_setup.orientation, found.page_setup.paperSize) == ("portrait", 8)

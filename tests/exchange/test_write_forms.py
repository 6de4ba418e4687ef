"""The form as a unit gets it: what is printed, what is locked, what is checked, and by what it is known again."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop_app.exchange.form_paper import FormLine, FormPaper
from desktop_app.exchange.sheet_layout import ASKED, MARK_PROPERTY, MARK_SHEET, PLACES, FormMark, mark_text, row_mark
from desktop_app.exchange.write_forms import FIRST_LINE, HEADER_LINE, write_form
from desktop_app.texts import exchange as texts
from tests.exchange.returns import Sheet

MARK = FormMark("0123456789abcdef", 1, "00ff00ff00ff00ff", 12, 7)
GOLDEN = Path(__file__).parent / "form_sheet.json"


def line(number: int, **values: str) -> FormLine:
    """A row of invented text."""
    usual = FormLine(
        str(number),
        f"推进示例事项{number}",
        "新建便民点3处。",
        "便民点3处\n服务600人次",
        "9月底前",
        "截至5月31日：40%，已完成选址。",
        row_mark("a", "b", number),
    )
    return usual._replace(**values)


def paper(*lines: FormLine) -> FormPaper:
    """A form of these rows."""
    return FormPaper(MARK, "示例科", "2026年6月", "2026年6月30日", "2026年6月28日", lines or (line(1), line(2)))


@pytest.fixture
def book(tmp_path: Path) -> Any:
    path = tmp_path / "form.xlsx"
    write_form(paper(), path)
    return load_workbook(path)


@pytest.fixture
def sheet(book: Any) -> Sheet:
    return book[texts.SHEET]


def test_headers_are_those_of_the_contract(sheet: Sheet) -> None:
    headers = [cell.value for cell in sheet[HEADER_LINE + 1]]
    assert headers[6:11] == ["本期情况", "进展情况", "完成率(%)", "办结时间", "存在问题"]
    assert headers[:6] == ["序号", "重点任务", "具体举措", "目标指标", "完成时限", "上期"]


def test_only_the_asked_cells_and_the_signing_line_are_open(sheet: Sheet) -> None:
    assert sheet.protection.sheet
    assert not sheet.protection.password
    asked = {PLACES[column.field] + 1 for column in ASKED}
    for row in sheet.iter_rows(min_row=FIRST_LINE + 1, max_row=FIRST_LINE + 2):
        for cell in row:
            assert cell.protection.locked == (cell.column not in asked), cell.coordinate
            assert cell.value is None or cell.column not in asked
    opened = {cell.row for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert opened == {3, FIRST_LINE + 1, FIRST_LINE + 2}


def test_lists_and_limits_guard_the_asked_cells(sheet: Sheet) -> None:
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert {place: rule.type for place, rule in rules.items()} == {"G5:G6": "list", "I5:I6": "decimal", "J5:J6": "date"}
    assert rules["G5:G6"].formula1 == '"有进展,与上期无变化,已办结"'
    assert (rules["I5:I6"].formula1, rules["I5:I6"].formula2) == ("0", "100")
    assert all(rule.error and rule.errorTitle for rule in rules.values())
    marked = {str(area.sqref) for area in sheet.conditional_formatting}
    assert marked == {"H1", "G5:G6", "H5:H6", "I5:I6", "J5:J6"}


def test_page_is_one_landscape_a4_wide_with_its_header_repeated(sheet: Sheet) -> None:
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth or 1, setup.fitToHeight) == ("landscape", 9, 1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "C5"
    assert "&P" in str(sheet.oddFooter.center.text)


def test_the_line_that_counts_has_its_value_for_readers_that_do_not_compute(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    write_form(paper(), path)
    assert load_workbook(path, data_only=True)[texts.SHEET]["H1"].value == "还有6处未填（标红处）"
    assert str(load_workbook(path)[texts.SHEET]["H1"].value).startswith("=IF(")


def test_marks_stand_in_three_places(book: Any, sheet: Sheet) -> None:
    assert book[MARK_SHEET].sheet_state == "veryHidden"
    assert book[MARK_SHEET]["A1"].value == mark_text(MARK)
    assert next(p.value for p in book.custom_doc_props.props if p.name == MARK_PROPERTY) == mark_text(MARK)
    assert sheet.column_dimensions["L"].hidden
    assert [sheet.cell(FIRST_LINE + n, PLACES["mark"] + 1).value for n in (1, 2)] == [line(1).mark, line(2).mark]


@pytest.mark.parametrize("start", ["=1+1", "+86", "-5%", "@名单", '=HYPERLINK("http://x")', "'撇号"])
def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, start: str) -> None:
    path = tmp_path / "form.xlsx"
    write_form(paper(line(1, title=start, last=start)), path)
    sheet = load_workbook(path)[texts.SHEET]
    for column in ("title", "last"):
        cell = sheet.cell(FIRST_LINE + 1, PLACES[column] + 1)
        assert (cell.data_type, cell.value) == ("s", start)


def test_nothing_in_it_is_a_macro_or_a_link(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    write_form(paper(line(1, content="见 http://example.com")), path)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert not [name for name in names if "vba" in name.lower() or "external" in name.lower()]
        assert b"hyperlink" not in archive.read("xl/worksheets/sheet1.xml")


def test_forty_long_rows_stay_under_80_kb(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    long = "".join(chr(0x4E00 + n * 37 % 20000) for n in range(160))
    write_form(paper(*(line(n, content=long[n:] + long[:n], last=long) for n in range(40))), path)
    assert path.stat().st_size <= 80 * 1024


@given(text=st.text(st.characters(exclude_categories=()), max_size=80) | st.just("长" * 40_000))
@settings(max_examples=30)
def test_any_text_makes_a_workbook_that_opens(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "form.xlsx"
    write_form(paper(line(1, title=text, content=text, targets=text)), path)
    value = load_workbook(io.BytesIO(path.read_bytes()))[texts.SHEET].cell(FIRST_LINE + 1, PLACES["title"] + 1).value
    assert len(str(value or "")) <= 32_767


def test_the_sheet_is_as_it_was_approved(sheet: Sheet) -> None:
    """The golden file holds every cell that is not blank, the widths, heights and merged areas."""
    now = {
        "cells": {c.coordinate: str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None},
        "merged": sorted(str(area) for area in sheet.merged_cells.ranges),
        "widths": {name: round(d.width, 1) for name, d in sorted(sheet.column_dimensions.items())},
        "heights": {str(n): d.height for n, d in sorted(sheet.row_dimensions.items()) if d.height},
    }
    assert now == json.loads(GOLDEN.read_text("utf-8"))

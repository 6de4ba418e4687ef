"""Returned workbooks as they come: moved, sorted, retitled, merged, computed; nothing misleads, nothing is lost."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from desktop_app.errors import Refused
from desktop_app.exchange.form_paper import FormPaper
from desktop_app.exchange.read_forms import ReturnedForm, ReturnedRow, read_form
from desktop_app.exchange.sheet_layout import FORMAT, MARK_PROPERTY, MARK_SHEET, FormMark, mark_text
from desktop_app.exchange.write_forms import write_form
from desktop_app.texts import exchange as texts
from desktop_app.texts import returned
from tests.exchange.returns import Sheet, answer, change, columns_of, line_of
from tests.exchange.test_write_forms import MARK, line, paper

FIRST, SECOND = "推进示例事项1", "推进示例事项2"
GIVEN = {FIRST: {"percent": 40, "text": "已选址"}, SECOND: {"percent": 55, "problems": "资金紧张"}}


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "form.xlsx"
    write_form(paper(), path)
    return path


def read_after(form: Path, work: Any) -> ReturnedForm:
    """The form as read after a change to its sheet."""
    path = change(form, form.with_name("returned.xlsx"), work)
    return read_form(path.read_bytes(), path.name)


def raws(read: ReturnedForm) -> dict[str, dict[str, Any]]:
    """What was typed, by title and field."""
    return {
        row.title: {field: cell.typed.raw for field, cell in row.cells.items() if cell.typed.raw != ""}
        for row in read.rows
    }


def row_named(read: ReturnedForm, title: str) -> ReturnedRow:
    """The row of a task."""
    return next(row for row in read.rows if row.title == title)


def typed_in(sheet: Sheet) -> None:
    """Both rows answered."""
    answer(sheet, GIVEN)


def test_a_filled_form_is_read_with_its_marks_and_cells(form: Path) -> None:
    read = read_after(form, typed_in)
    assert (read.mark, read.damaged, read.unit, read.notes) == (MARK, False, "示例科", ())
    assert raws(read) == GIVEN
    assert [row.mark for row in read.rows] == [line(1).mark, line(2).mark]
    assert row_named(read, FIRST).cells["percent"].address == "I5"
    assert read.modified


def insert_title_rows(sheet: Sheet) -> None:
    typed_in(sheet)
    sheet.insert_rows(1, 2)
    sheet["A1"] = "示例区民政局"


def move_columns(sheet: Sheet) -> None:
    typed_in(sheet)
    sheet.insert_cols(3, 2)
    sheet["C4"] = "自加栏"


def sort_rows(sheet: Sheet) -> None:
    typed_in(sheet)
    rows = [[cell.value for cell in sheet[n]] for n in (6, 5)]
    for n, values in zip((5, 6), rows, strict=True):
        for cell, value in zip(sheet[n], values, strict=True):
            cell.value = value


def reword_headers(sheet: Sheet) -> None:
    typed_in(sheet)
    columns = columns_of(sheet)
    for old, new in ((texts.PERCENT, "完成率\n（％）"), (texts.TEXT, "进 展 情 况"), (texts.PROBLEMS, "存在的问题")):
        sheet.cell(4, columns[old]).value = new


def insert_block_rows(sheet: Sheet) -> None:
    typed_in(sheet)
    sheet.insert_rows(6)
    sheet["A6"] = "二、另一板块"
    sheet.merge_cells("A6:K6")


@pytest.mark.parametrize("work", [insert_title_rows, move_columns, sort_rows, reword_headers, insert_block_rows])
def test_a_changed_layout_does_not_mislead(form: Path, work: Any) -> None:
    read = read_after(form, work)
    assert {title: given for title, given in raws(read).items() if given} == GIVEN
    assert read.notes == ()


def test_a_percent_format_is_told_from_a_plain_number(form: Path) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {FIRST: {"percent": 0.6}, SECOND: {"percent": 0.6}})
        sheet.cell(line_of(sheet, FIRST), columns_of(sheet)[texts.PERCENT]).number_format = "0.0%"

    read = read_after(form, work)
    assert row_named(read, FIRST).cells["percent"].typed.percent is True
    assert row_named(read, SECOND).cells["percent"].typed.percent is False


@pytest.mark.parametrize("shown", ['0.0"%"', "[Red]0", "0\\%"])
def test_a_format_that_only_shows_the_sign_is_no_percentage(form: Path, shown: str) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {FIRST: {"percent": 0.6}})
        sheet.cell(line_of(sheet, FIRST), columns_of(sheet)[texts.PERCENT]).number_format = shown

    assert row_named(read_after(form, work), FIRST).cells["percent"].typed.percent is False


def test_a_formula_without_a_stored_result_is_a_doubt(form: Path) -> None:
    cell = row_named(read_after(form, lambda s: answer(s, {FIRST: {"percent": "=20+20"}})), FIRST).cells["percent"]
    assert cell.doubt == texts.DOUBT_COMPUTED


def test_an_error_value_is_a_doubt(form: Path) -> None:
    cell = row_named(read_after(form, lambda s: answer(s, {FIRST: {"percent": "#REF!"}})), FIRST).cells["percent"]
    assert cell.doubt == texts.DOUBT_COMPUTED


def test_an_error_pasted_as_text_is_a_doubt(form: Path) -> None:
    def work(sheet: Sheet) -> None:
        cell = sheet.cell(line_of(sheet, FIRST), columns_of(sheet)[texts.TEXT])
        cell.value, cell.data_type = "#REF!", "s"

    assert row_named(read_after(form, work), FIRST).cells["text"].doubt == texts.DOUBT_ERROR.format(raw="#REF!")


def test_a_picture_in_a_cell_is_told_and_not_read_as_text(form: Path) -> None:
    # WPS stores the formula's own text as its result; openpyxl would drop the result, so it is set as text here.
    def work(sheet: Sheet) -> None:
        cell = sheet.cell(line_of(sheet, FIRST), columns_of(sheet)[texts.TEXT])
        cell.value, cell.data_type = '=DISPIMG("ID_0A",1)', "s"

    read = read_after(form, work)
    assert [note.text for note in read.notes] == [texts.PICTURES]
    assert not row_named(read, FIRST).filled()


def test_merged_answers_are_doubts_below_the_first(form: Path) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {FIRST: {"text": "两项一并推进", "percent": 40}})
        column = columns_of(sheet)[texts.TEXT]
        sheet.merge_cells(start_row=5, end_row=6, start_column=column, end_column=column)

    read = read_after(form, work)
    assert not row_named(read, FIRST).cells["text"].merged
    below = row_named(read, SECOND).cells["text"]
    assert (below.typed.raw, below.merged) == ("两项一并推进", True)


def test_two_columns_of_one_name_are_asked_about(form: Path) -> None:
    def work(sheet: Sheet) -> None:
        typed_in(sheet)
        sheet["M4"] = texts.PERCENT

    (note,) = read_after(form, work).notes
    assert (note.text, note.cell) == (texts.HEADER_TWICE.format(header="完成率(%)"), "M4")


def test_a_spoilt_mark_is_told_from_a_missing_one(form: Path) -> None:
    book: Any = load_workbook(form)
    book[MARK_SHEET]["A1"] = mark_text(MARK)[:-1] + "x"
    del book.custom_doc_props[MARK_PROPERTY]
    book.save(form)
    read = read_form(form.read_bytes(), "a.xlsx")
    assert (read.mark, read.damaged) == (None, True)
    del book[MARK_SHEET]
    book.save(form)
    read = read_form(form.read_bytes(), "a.xlsx")
    assert (read.mark, read.damaged) == (None, False)


def test_either_mark_alone_is_enough(form: Path) -> None:
    book = load_workbook(form)
    del book[MARK_SHEET]
    book.save(form)
    assert read_form(form.read_bytes(), "a.xlsx").mark == MARK


def test_a_form_of_a_later_format_is_refused(form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.exchange import sheet_layout

    with monkeypatch.context() as later:
        later.setattr(sheet_layout, "FORMAT", FORMAT + 1)
        later_mark = mark_text(FormMark("a", 1, "b", 2, 3))
    book = load_workbook(form)
    book[MARK_SHEET]["A1"] = later_mark
    book.save(form)
    with pytest.raises(Refused) as refused:
        read_form(form.read_bytes(), "a.xlsx")
    assert refused.value.sentence == texts.NEWER_FORM


def test_a_workbook_without_the_header_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(Refused) as refused:
        read_form((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert refused.value.sentence == returned.NO_HEADER


def test_an_untouched_form_says_nothing(tmp_path: Path) -> None:
    blank: FormPaper = paper()
    write_form(blank, tmp_path / "a.xlsx")
    read = read_form((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert len(read.rows) == 2
    assert not any(row.filled() for row in read.rows)


@pytest.mark.parametrize("percent_format", [True, False])
def test_cells_without_an_address_are_told_by_their_turn(form: Path, percent_format: bool) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {FIRST: {"percent": 1.2}, SECOND: {"percent": "=20+20"}})
        if percent_format:
            sheet.cell(line_of(sheet, FIRST), columns_of(sheet)[texts.PERCENT]).number_format = "0%"

    path = change(form, form.with_name("returned.xlsx"), work)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = re.sub(rb'(<c) r="[A-Z]+\d+"', rb"\1", sheet)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    read = read_form(path.read_bytes(), path.name)
    assert row_named(read, FIRST).cells["percent"].typed.percent is percent_format
    assert row_named(read, SECOND).cells["percent"].doubt == texts.DOUBT_COMPUTED


def test_pictures_on_the_sheet_are_told(form: Path) -> None:
    with zipfile.ZipFile(form, "a") as archive:
        archive.writestr("xl/media/image1.png", b"\x89PNG")
        archive.writestr("xl/media/image2.jpeg", b"\xff\xd8\xff")
    (note,) = read_form(form.read_bytes(), "a.xlsx").notes
    assert note.text == returned.PICTURES_ON_SHEET.format(count=2)


def test_a_cell_full_of_brackets_is_soon_read(form: Path) -> None:
    answers = {FIRST: {"text": "(" * 30_000, "percent": 40}}
    read = read_after(form, lambda sheet: answer(sheet, answers))
    assert row_named(read, FIRST).cells["text"].typed.raw == "(" * 30_000


def test_without_a_header_the_places_of_columns_tell(form: Path) -> None:
    def work(sheet: Sheet) -> None:
        typed_in(sheet)
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.delete_rows(4)

    read = read_after(form, work)
    cells = row_named(read, FIRST).cells
    assert {field: cell.typed.raw for field, cell in cells.items()} == GIVEN[FIRST]
    assert read.headless

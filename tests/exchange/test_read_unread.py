"""What stands around a form's table is told, and what belongs to every form is not."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from desktop_app.domain.proposal import Note, Severity
from desktop_app.exchange.read_forms import read_form
from desktop_app.texts import astray, returned

HEADER = ["序号", "重点任务", "进展情况", "完成率(%)"]
ROWS = [[1, "改造护理床位", "已改造45张", 38], [2, "核对低保对象", "核对了两个村", 41], [3, "慰问困难群众", None, None]]


def notes_of(above: str = "", below: str = "", other: Any = None) -> list[Note]:
    """The notes of a form with words around it, and another sheet with a cell."""
    book = Workbook()
    sheet: Any = book.active
    for row in (
        ["附件2"],
        ["2026年6月重点工作任务进展填报表"],
        ["填报单位：养老科", "", "填报人：甲"],
        [above],
        HEADER,
        *ROWS,
        [below],
    ):
        sheet.append(row)
    book.create_sheet("说明")["B2"].value = other
    held = io.BytesIO()
    book.save(held)
    return [note for note in read_form(held.getvalue(), "a.xlsx").notes if note.severity is not Severity.INFO]


@pytest.mark.parametrize(("words", "severity"), [("。", Severity.INFO), ("另报", Severity.ASK), (38, Severity.ASK)])
def test_a_cell_at_the_end_of_the_sheet_is_told_and_the_form_is_read(words: Any, severity: Severity) -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (HEADER, *ROWS):
        sheet.append(row)
    sheet["C1048576"] = words
    held = io.BytesIO()
    book.save(held)
    form = read_form(held.getvalue(), "a.xlsx")
    said = [(note.severity, note.cell) for note in form.notes if astray.FAR_BELOW.split("：")[0] in note.text]
    assert ([row.title for row in form.rows], said) == ([str(row[1]) for row in ROWS], [(severity, "C1048576")])


def test_a_form_as_it_was_sent_tells_nothing() -> None:
    assert notes_of(below="填表说明：1.只填浅色底的栏目，其余内容请勿改动。") == []


@pytest.mark.parametrize(
    "words",
    [
        "主要负责人签字：　　　　填报日期：2026年6月27日",
        "合计",
        "养老科（盖章）",
        "（附件略）",
        "本表共3项，第1页，共2页；联系人：甲，电话：5550100",
    ],
)
def test_who_signs_and_short_labels_are_no_words_about_answers(words: str) -> None:
    assert notes_of(below=words) == []


def test_words_below_the_table_are_told() -> None:
    (note,) = notes_of(below="第2项核对的户数是估计，下周另报准数")
    assert (note.severity, note.cell) == (Severity.ASK, "A9")
    assert note.text == astray.WORDS_OUTSIDE.format(cells="A9", count=1, first="第2项核对的户数是估计，下周另报准数")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("说明：上项因道路塌方停了十天，工期要顺延", ["A3"]),
        ("※第1项的数待财政核定后另报", ["A3"]),
        ("二、兜牢底线，保障民生", []),
        ("（三）优化服务，规范管理（2项）", []),
        ("2026年6月重点工作任务进展填报表", []),
        ("填报人：甲，电话：5550100", []),
    ],
)
def test_a_sentence_between_the_rows_is_told_and_a_heading_is_not(words: str, told: list[str]) -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (HEADER, ROWS[0], [words], *ROWS[1:]):
        sheet.append(row)
    sheet.merge_cells("A3:D3")
    held = io.BytesIO()
    book.save(held)
    form = read_form(held.getvalue(), "a.xlsx")
    assert [note.cell for note in form.notes if note.severity is Severity.ASK] == told
    assert [row.title for row in form.rows] == [str(row[1]) for row in ROWS]


@pytest.mark.parametrize("words", ["三项平均41%，核对低保对象要拖到八月", "与分管领导商定，第3项今年不再单列"])
def test_a_sentence_beside_a_sum_or_a_name_is_told(words: str) -> None:
    assert [note.cell for note in notes_of(below=words)] == ["A9"]


def test_only_words_above_that_change_something_are_told() -> None:
    assert [note.cell for note in notes_of(above="第1项完成率以此为准：应为52")] == ["A4"]
    assert notes_of(above="各镇街、各科室请于月底前报办公室") == []


def test_a_blank_task_at_the_end_is_no_word_beside_the_table() -> None:
    assert notes_of() == []


def test_a_sheet_without_a_header_is_told() -> None:
    (note,) = notes_of(other="第1项改报52")
    assert note.text == astray.SHEET_UNREAD.format(sheet="说明", cells="B2", count=1, first="第1项改报52")


def test_a_picture_in_a_column_of_the_units_own_is_told_as_one() -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in ([*HEADER, "现场照片"], *ROWS):
        sheet.append(row)
    sheet["E2"] = '=DISPIMG("ID_0A1B",1)'
    sheet["E2"].data_type = "s"
    held = io.BytesIO()
    book.save(held)
    (note,) = (note for note in read_form(held.getvalue(), "a.xlsx").notes if note.cell == "E2")
    assert f"“{astray.A_PICTURE}”" in note.text


def test_a_text_box_over_the_cells_is_told() -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    drawing = (
        f'<xdr:wsDr xmlns:xdr="{space}/spreadsheetDrawing" xmlns:a="{space}/main"><xdr:sp><xdr:txBody>'
        "<a:p><a:r><a:t>第1项</a:t></a:r><a:r><a:t>暂缓</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{kind}" Target="../drawings/d.xml"/></Relationships>'
    )
    book = Workbook()
    for row in (HEADER, *ROWS):
        book.worksheets[0].append(row)
    held = io.BytesIO()
    book.save(held)
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("xl/drawings/d.xml", drawing)
        archive.writestr("xl/worksheets/_rels/sheet1.xml.rels", links)
    told = [note.text for note in read_form(held.getvalue(), "a.xlsx").notes]
    assert told == [astray.BOX_UNREAD.format(words="第1项暂缓")]


@pytest.mark.parametrize(("rows", "severity"), [(ROWS, Severity.INFO), (ROWS[2:], Severity.ASK)])
def test_a_picture_may_be_all_of_the_answers(rows: list[list[Any]], severity: Severity) -> None:
    book = Workbook()
    for row in (HEADER, *rows):
        book.worksheets[0].append(row)
    held = io.BytesIO()
    book.save(held)
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("xl/media/image1.png", b"")
    (note,) = read_form(held.getvalue(), "a.xlsx").notes
    assert (note.severity, note.text) == (severity, returned.PICTURES_ON_SHEET.format(count=1))

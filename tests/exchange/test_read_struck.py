"""Words struck through are perhaps withdrawn: they are asked about, in every kind of file that shows them so."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from desktop_app.exchange.read_forms import Cell, read_form
from desktop_app.exchange.read_workbook import read_book
from desktop_app.office.formats import Formats
from desktop_app.office.struck import struck_cells, struck_strings
from desktop_app.office.xls import _cells, _Styles
from tests.office.binary_books import binary_book, record

HEAD = ["重点任务", "进展情况", "完成率(%)", "存在问题"]
TASK, ALL, PART, LEFT = "新建助餐点", "选址2处", "签约3处，已开工1处", "已开工1处"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"


def workbook(strike: bool = True) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD)
    sheet.append([TASK, ALL, 60, CellRichText(TextBlock(InlineFont(strike=strike), "签约3处，"), LEFT)])
    sheet["B2"].font = Font(strike=strike)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def document() -> bytes:
    made = Document()
    table = made.add_table(2, 4)
    for place, words in enumerate(HEAD):
        table.cell(0, place).text = words
    for place, words in enumerate([TASK, "", "60", ""]):
        table.cell(1, place).text = words
    table.cell(1, 1).paragraphs[0].add_run(ALL).font.strike = True
    table.cell(1, 3).paragraphs[0].add_run("签约3处，").font.strike = True
    table.cell(1, 3).paragraphs[0].add_run(LEFT)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def page() -> bytes:
    head = "".join(f"<th>{words}</th>" for words in HEAD)
    row = f"<td>{TASK}</td><td><s>{ALL}</s></td><td>60</td><td><del>签约3处，</del>{LEFT}</td>"
    return f"<html><table><tr>{head}</tr><tr>{row}</tr></table></html>".encode()


def open_sheet() -> bytes:
    names = ("office", "table", "text", "style")
    spaces = " ".join(f'xmlns:{name}="{_OPEN}{name}:1.0"' for name in names)
    style = (
        '<style:style style:name="{}" style:family="{}"><style:text-properties style:text-line-through-style="solid"/>'
        "</style:style>"
    )
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    head = "".join(cell.format("", words) for words in HEAD)
    part = f'<text:span text:style-name="T1">签约3处，</text:span>{LEFT}'
    row = [("", TASK), (' table:style-name="ce1"', ALL), ("", "60"), ("", part)]
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{style.format('ce1', 'table-cell')}"
        f"{style.format('T1', 'text')}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="表"><table:table-row>{head}</table:table-row><table:table-row>'
        f"{''.join(cell.format(*one) for one in row)}</table:table-row></table:table></office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return held.getvalue()


def one_xml() -> bytes:
    cell = '<Cell{}><Data ss:Type="String">{}</Data></Cell>'
    head = "".join(cell.format("", words) for words in HEAD)
    row = [("", TASK), (' ss:StyleID="s1"', ALL), ("", "60"), ("", LEFT)]
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        '<Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="表"><Table>'
        f"<Row>{head}</Row><Row>{''.join(cell.format(*one) for one in row)}</Row></Table></Worksheet></Workbook>"
    ).encode()


def cells(data: bytes) -> dict[str, Cell]:
    (row,) = read_form(data, "x").rows
    return row.cells


@pytest.mark.parametrize("made", [workbook, document, page, open_sheet, one_xml])
def test_a_cell_struck_through_is_asked_about_and_its_neighbour_is_not(made: Callable[[], bytes]) -> None:
    found = cells(made())
    assert found["text"].typed.raw == ALL
    assert "删除线" in (found["text"].unsure or "")
    assert found["percent"].unsure is None


@pytest.mark.parametrize("made", [workbook, document, page, open_sheet])
def test_of_a_cell_struck_through_in_part_the_rest_is_offered(made: Callable[[], bytes]) -> None:
    cell = cells(made())["problems"]
    assert cell.typed.raw == LEFT
    assert PART in (cell.unsure or "")


def test_a_plain_file_has_nothing_struck() -> None:
    assert not read_book(workbook(strike=False)).sheets[0].struck
    assert struck_strings(b"<sst/>") == {}
    assert struck_cells(b"<worksheet/>", {}) == {}


def test_shared_strings_are_known_by_their_number() -> None:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    run = "<si><r><rPr><strike{}/></rPr><t>{}</t></r><r><t>{}</t></r></si>"
    strings = (
        f"<sst {space}><si><t>甲</t></si>{run.format('', '乙', '丙')}" + run.format(' val="0"', "丁", "戊") + "</sst>"
    )
    found = struck_strings(strings.encode())
    assert found == {1: "丙"}
    cell = '<c r="{}"{}><v>{}</v></c>'
    held = [("B3", ' t="s"', 1), ("C3", ' t="s"', 2), ("D3", "", 1)]
    sheet = f"<worksheet {space}>{''.join(cell.format(*one) for one in held)}</worksheet>"
    assert struck_cells(sheet.encode(), found) == {(2, 1): "丙"}


def test_an_old_workbook_names_its_struck_cells() -> None:
    words = struct.pack("<HHHI", 4, 1, 1, 0)
    several = struct.pack("<HH", 5, 2) + struct.pack("<HI", 1, 0) + struct.pack("<HI", 0, 0) + struct.pack("<H", 3)
    parts = ((0x0809, struct.pack("<HH", 0x0600, 0x10)), (0x00FD, words), (0x00BD, several), (0x000A, b""))
    sheet = b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in parts)
    found = _cells(sheet, 0, _Styles([False] * 2, [False] * 2, [False, True]))
    assert dict(found.struck) == {(4, 1): "", (5, 2): ""}


def test_a_binary_workbook_names_its_struck_cells() -> None:
    font = [record(43, struct.pack("<HH", 220, flags) + bytes(20)) for flags in (0, 8)]
    data = binary_book([["甲", "乙"]], {(0, 1): 1})
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("styles.bin"):
                plain = struct.pack("<HHH", 0xFFFF, 9, 0)
                assert plain in part
                part = part.replace(plain, struct.pack("<HHH", 0xFFFF, 9, 1)).replace(
                    record(617)[:2], b"".join(font) + record(617)[:2], 1
                )
            new.writestr(name, part)
    assert read_book(held.getvalue()).sheets[0].struck == {(0, 1): ""}
    assert Formats().struck == {}

"""Workbooks of every kind, read cell by cell: how cells are shown, what is damaged, what goes on without end."""

import io
import struct
import zipfile
from contextlib import suppress
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from xlsxwriter import Workbook as Writer

from desktop_app.office.faults import Damaged, Fault, Locked, Oversized
from desktop_app.office.package import Package, stored
from desktop_app.office.workbook import read_workbook
from desktop_app.office.xls import _cells, _Styles
from tests.office.binary_books import binary_book, record

ROWS = [["任务", "完成率"], ["甲", 0.6], ["乙", 46203]]


def book(**cells: Any) -> bytes:
    """An .xlsx of these cells."""
    made = Workbook()
    sheet: Any = made.active
    for place, value in {"A1": "任务", "B2": 0.6, **cells}.items():
        sheet[place] = value
    sheet["B2"].number_format = "0%"
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The zip with another content of one part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return stored({**parts, name: content})


def sheet_of(data: bytes) -> bytes:
    """The first sheet's part."""
    return Package(data).read("xl/worksheets/sheet1.xml")


def with_sheet(data: bytes, old: bytes, new: bytes) -> bytes:
    """The workbook with a stretch of its first sheet replaced."""
    return with_part(data, "xl/worksheets/sheet1.xml", sheet_of(data).replace(old, new))


def open_document(cells: str, styles: str = "") -> bytes:
    """An .ods of these cells."""
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    content = (
        f'<office:document-content{names} xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0">{styles}'
        f'<office:body><office:spreadsheet><table:table table:name="表">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return stored({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()})


def test_a_binary_workbook_tells_values_and_formats() -> None:
    (sheet,) = read_workbook(binary_book(ROWS, {(1, 1): 1, (2, 1): 2})).sheets
    assert sheet.grid == [["任务", "完成率"], ["甲", 0.6], ["乙", date(2026, 6, 30)]]
    assert (sheet.formats.percents, sheet.formats.months) == (frozenset({(1, 1)}), frozenset({(2, 1)}))


def test_a_binary_workbook_tells_its_comments() -> None:
    (sheet,) = read_workbook(binary_book(ROWS, {}, {(1, 1): "应为0.7", (2, 0): "已并入甲"})).sheets
    assert sheet.formats.remarks == {(1, 1): "应为0.7", (2, 0): "已并入甲"}


def test_an_open_document_tells_its_comments() -> None:
    remark = "<office:annotation><text:p>应为</text:p><text:p>0.7</text:p></office:annotation>"
    cell = f"<table:table-cell office:value-type='string'>{remark}<text:p>0.6</text:p></table:table-cell>"
    (sheet,) = read_workbook(open_document(f"<table:table-row>{cell}</table:table-row>")).sheets
    assert (sheet.grid, sheet.formats.remarks) == ([["0.6"]], {(0, 0): "应为\n0.7"})


@pytest.mark.parametrize("end", [(1 << 20, 1 << 14), (0, 0)])
def test_a_binary_sheet_of_impossible_size_is_damaged(end: tuple[int, int]) -> None:
    data = binary_book(ROWS, {})
    part = Package(data).read("xl/worksheets/sheet1.bin")
    old = record(148, struct.pack("<IIII", 0, 2, 0, 1))
    assert old in part
    new = record(148, struct.pack("<IIII", 5 - bool(end[0]) * 5, end[0], 0, end[1]))
    with pytest.raises(Damaged):
        read_workbook(with_part(data, "xl/worksheets/sheet1.bin", part.replace(old, new)))


@pytest.mark.parametrize("name", ["xl/workbook.bin", "xl/styles.bin", "xl/worksheets/sheet1.bin"])
def test_a_binary_part_without_end_is_too_large(name: str) -> None:
    with pytest.raises(Oversized):
        read_workbook(with_part(binary_book(ROWS, {}), name, record(1) * 1_000_001))


def test_an_open_sheet_tells_values_formats_and_repeats() -> None:
    cells = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2">'
        "<text:p>甲<text:s text:c='2'/>乙</text:p><text:p>丙</text:p></table:table-cell><table:covered-table-cell/>"
        '<table:table-cell office:value-type="percentage" office:value="0.6" table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-06-30"/>'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="9"/>'
        "</table:table-row>"
    )
    (sheet,) = read_workbook(open_document(cells)).sheets
    assert sheet.grid[2] == ["甲  乙\n丙", "", 0.6, 0.6, date(2026, 6, 30)]
    assert len(sheet.grid) == 3
    assert sheet.merged == (((2, 0), (2, 1)),)
    assert sheet.formats.percents == {(2, 2), (2, 3)}


@pytest.mark.parametrize("count", ["x", "", "1.5", "-3", "9" * 5000, "999999999"])
def test_spaces_of_no_sensible_number_are_one(count: str) -> None:
    words = f"<text:p>甲<text:s text:c='{count}'/>乙</text:p>"
    cell = f'<table:table-cell office:value-type="string">{words}</table:table-cell>'
    (sheet,) = read_workbook(open_document(f"<table:table-row>{cell}</table:table-row>")).sheets
    assert sheet.grid == [["甲 乙"]]


@pytest.mark.parametrize(("said", "read"), [("NaN", "nan"), ("-INF", "-inf"), ("1e400", "inf"), ("0.6", 0.6)])
def test_a_number_that_is_none_is_read_as_words(said: str, read: object) -> None:
    cell = f'<table:table-cell office:value-type="float" office:value="{said}"/>'
    (sheet,) = read_workbook(open_document(f"<table:table-row>{cell}{cell}</table:table-row>")).sheets
    assert sheet.grid == [[read, read]]
    spoilt = with_sheet(book(A1=0.7), b"<v>0.7</v>", f"<v>{said}</v>".encode())
    assert read_workbook(spoilt).sheets[0].grid == [[read, ""], ["", 0.6]]


@pytest.mark.parametrize("repeats", ['columns-repeated="999999999"', 'rows-repeated="999999999"'])
def test_an_open_sheet_without_end_is_too_large(repeats: str) -> None:
    where = "row" if repeats.startswith("rows") else "cell"
    row, cell = (f" table:number-{repeats}" if where == name else "" for name in ("row", "cell"))
    value = f'<table:table-cell office:value-type="float" office:value="1"{cell}/>'
    with pytest.raises(Oversized):
        read_workbook(open_document(f"<table:table-row{row}>{value}</table:table-row>"))


def test_a_sheet_tells_percentages_formulas_and_errors() -> None:
    held = io.BytesIO()
    with Writer(held, {"in_memory": True}) as made:
        sheet = made.add_worksheet("表")
        sheet.write_number(0, 0, 0.6, made.add_format({"num_format": "0.0%"}))
        sheet.write_number(0, 1, 0.6, made.add_format({"num_format": '0"%"'}))
        sheet.write_formula(1, 0, "=1+1", None, 2)
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")  # pyright: ignore[reportArgumentType]  # an error is one
    formats = read_workbook(held.getvalue()).sheets[0].formats
    assert (formats.percents, formats.computed) == ({(0, 0)}, {(1, 0), (1, 1)})


@given(
    st.lists(st.lists(st.sampled_from(["", "words", "number", "percent", "formula", "error"]), max_size=4), max_size=4)
)
@settings(max_examples=40, deadline=None)
def test_whatever_cells_a_sheet_has_they_are_told(kinds: list[list[str]]) -> None:
    held = io.BytesIO()
    with Writer(held, {"in_memory": True}) as made:
        sheet: Any = made.add_worksheet()
        percent, bold = made.add_format({"num_format": "0%"}), made.add_format({"bold": 1})
        write = {
            "": lambda *place: sheet.write_blank(*place, None, bold),
            "words": lambda *place: sheet.write_string(*place, "<f>", bold),
            "number": lambda *place: sheet.write_number(*place, 45),
            "percent": lambda *place: sheet.write_number(*place, 0.45, percent),
            "formula": lambda *place: sheet.write_formula(*place, "=1+1", bold, 2),
            "error": lambda *place: sheet.write_formula(*place, "=1/0", None, "#DIV/0!"),
        }
        places = {(line, column): kind for line, row in enumerate(kinds) for column, kind in enumerate(row)}
        for place, kind in places.items():
            write[kind](*place)
    formats = read_workbook(with_sheet(held.getvalue(), b"<f>1/0</f>", b"")).sheets[0].formats
    assert formats.percents == {place for place, kind in places.items() if kind == "percent"}
    assert formats.computed == {place for place, kind in places.items() if kind in ("formula", "error")}


@pytest.mark.parametrize("shape", [b"<c s='%s' r='B2'>", b'<c s="%s" cm="1" r="B2">', b"<c s=\"%s\"  r='B2' >"])
def test_a_cell_written_in_any_order_is_known(shape: bytes) -> None:
    data = book()
    old = b'<c r="B2" s="1">'
    changed = with_sheet(data, old, shape.replace(b"%s", b"1"))
    assert changed != data
    assert read_workbook(changed).sheets[0].formats.percents == {(1, 1)}


@pytest.mark.parametrize("style", [b' s="1"', b""])
def test_rows_out_of_order_are_damaged(style: bytes) -> None:
    plain = with_sheet(book(A3="丙"), b' s="1"', style)
    read_workbook(plain)
    with pytest.raises(Damaged):
        read_workbook(with_sheet(plain, b'r="B2"', b'r="B0"'))
    with pytest.raises(Damaged):
        read_workbook(with_sheet(plain, b'r="A1"', b'r="A9"'))


@pytest.mark.parametrize("digits", [8, 9, 20, 5000])
def test_a_row_beyond_any_sheet_is_damaged(digits: int) -> None:
    """Python refuses to read the longest of these, and calamine would end the program over the others."""
    bare = with_sheet(book(), b' r="B2"', b"")  # only where a cell has no address does its row's number count
    wild = with_sheet(bare, b'<row r="2"', b'<row r="%s"' % (b"9" * digits))
    assert wild != bare
    read_workbook(bare)
    with pytest.raises(Damaged):
        read_workbook(wild)


def test_a_font_of_thousands_of_digits_is_none() -> None:
    styles = Package(book()).read("xl/styles.xml")
    wild = styles.replace(b'fontId="0"', b'fontId="%s"' % (b"9" * 5000))
    assert wild != styles
    assert read_workbook(with_part(book(), "xl/styles.xml", wild)).sheets[0].formats.percents == {(1, 1)}


def test_a_cell_at_the_end_of_the_world_is_told_by_its_place() -> None:
    (near,), (sheet,) = read_workbook(book()).sheets, read_workbook(book(XFD1048576="。")).sheets
    assert (sheet.grid, dict(sheet.far)) == (near.grid, {(1_048_575, 16_383): "。"})


@pytest.mark.parametrize("row", [b'<row r="%d" s="1" customFormat="1"/>', b'<row r="%d"><c r="A%d" s="1"/></row>'])
def test_empty_rows_without_number_are_left_out(row: bytes) -> None:
    empty = b"".join(row.replace(b"%d", b"%d" % n) for n in range(10, 400_000))
    far = b'<row r="400001"><c r="A400001"><v>7</v></c></row>'
    data = with_sheet(book(), b"</sheetData>", empty + far + b"</sheetData><!-- end -->")
    (sheet,) = read_workbook(data).sheets
    if b' r="' in row:
        assert (sheet.grid[1][1], dict(sheet.far), len(sheet.grid)) == (0.6, {(400_000, 0): 7.0}, 2)
    else:
        assert (sheet.grid[1][1], sheet.grid[400_000][0], len(sheet.grid)) == (0.6, 7.0, 400_001)
    assert sheet.formats.percents == {(1, 1)}


def test_a_million_values_are_too_large_before_they_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(10, 600_000))
    data = with_sheet(book(), b"</sheetData>", rows + b"</sheetData>")
    monkeypatch.setattr("desktop_app.office.workbook.read_values", lambda _: pytest.fail("it was opened"))
    with pytest.raises(Oversized):
        read_workbook(data)


GROWN = [b"<a></a>" * 1_400_000, b"<a b='' c=\"\"/>" * 700_000, b"<!--%b-->" % (b"x" * (16 << 20))]
ABOUT = ["xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]


@pytest.mark.parametrize(("name", "grown"), [*product(ABOUT, GROWN), ("_rels/.rels", GROWN[2])])
def test_a_part_about_others_that_would_fill_the_memory_is_too_large(name: str, grown: bytes) -> None:
    part = Package(book()).read(name)
    start, end = part[: part.rindex(b"</")], part[part.rindex(b"</") :]
    with pytest.raises(Oversized):
        read_workbook(with_part(book(), name, start + grown + end))


def test_a_part_that_lies_about_its_size_is_damaged() -> None:
    data = bytearray(book())
    at = data.index(b"PK\x01\x02")
    while b"sheet1.xml" not in data[at : at + 80]:
        at = data.index(b"PK\x01\x02", at + 4)
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    with pytest.raises(Damaged):
        read_workbook(bytes(data))


def test_entities_are_not_resolved() -> None:
    doctype = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><workbook'
    data = book()
    parts = (
        Package(data).read("xl/workbook.xml").replace(b"<workbook", doctype, 1).replace(b'name="Sheet"', b'name="&b;"')
    )
    with pytest.raises(Fault):
        read_workbook(with_part(data, "xl/workbook.xml", parts))


def test_an_encrypted_open_sheet_is_locked() -> None:
    manifest = b'<m:manifest xmlns:m="x"><m:encryption-data/></m:manifest>'
    parts = {"content.xml": b"\x01\x02", "META-INF/manifest.xml": manifest}
    with pytest.raises(Locked):
        read_workbook(stored(parts))


SEEDS = {
    "xlsx": book(A3="丙", B3=date(2026, 6, 30)),
    "xlsb": binary_book(ROWS, {(1, 1): 1}),
    "ods": open_document(
        '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    ),
}


@given(data=st.data())
@settings(max_examples=120, deadline=None)
@pytest.mark.parametrize("kind", sorted(SEEDS))
def test_a_spoilt_workbook_is_read_or_a_fault_never_worse(data: st.DataObject, kind: str) -> None:
    parts = {name: Package(SEEDS[kind]).read(name) for name in Package(SEEDS[kind]).names()}
    name = data.draw(st.sampled_from(sorted(parts)))
    spoilt = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(spoilt)))
        spoilt[at : at + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=6))
    with suppress(Fault):
        read_workbook(stored({**parts, name: bytes(spoilt)}))


@pytest.mark.parametrize("size", [struct.pack("<HHHHH", 9, 3, 0, 4, 0), struct.pack("<IIHHH", 9, 3, 0, 4, 0)])
def test_an_old_sheet_of_impossible_size_is_damaged_in_either_length(size: bytes) -> None:
    sheet = b"".join(
        struct.pack("<HH", kind, len(body)) + body
        for kind, body in ((0x0809, struct.pack("<HH", 0x0600, 0x10)), (0x0200, size), (0x000A, b""))
    )
    with pytest.raises(ValueError, match="impossible size"):
        _cells(sheet, 0, _Styles([], [], []))

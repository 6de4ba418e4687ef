"""Number formats that show words beside a number, in every kind of workbook."""

import io
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook

from desktop_app.exchange.read_workbook import read_book
from desktop_app.office.shown import is_worded, shown_as
from desktop_app.office.xls import _cells, _Styles
from tests.office.binary_books import binary_book, wide


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ('0.000"千"', 0.072, ("", 0.072, "千")),
        ("0.0万", 1.5, ("", 1.5, "万")),
        ("0\\百", 3.0, ("", 3.0, "百")),
        ('0!.0,"万"', 15000.0, ("", 1.5, "万")),
        ("#,##0,", 3000.0, ("", 3.0, "")),
        ('"约"#,##0"户"', 1200.0, ("约", 1200.0, "户")),
        ("G/通用格式人", 8.0, ("", 8.0, "人")),
        ('[>=10000]0!.0,"万";0', 20000.0, ("", 2.0, "万")),
        ('[>=10000]0!.0,"万";0', 200.0, None),
        ('0"张";"减"0"张"', -2.0, ("减", -2.0, "张")),
        ('[红色]0.0"亿"_);[=0]"无"', 2.0, ("", 2.0, "亿")),
    ],
)
def test_the_words_beside_a_number_are_known(code: str, number: float, shown: tuple[str, float, str] | None) -> None:
    assert is_worded(code)
    assert shown_as(code, number) == shown


@pytest.mark.parametrize(
    "code",
    ["General", "0.00", "#,##0.00_ ", '"¥"#,##0', "[$￥-804]0.0", '0.0"%"', 'yyyy"年"m"月"', '"达"0%', "@", "0.0E+00"],
)
def test_other_formats_show_none(code: str) -> None:
    assert not is_worded(code)


def new_book() -> bytes:
    book = Workbook()
    sheet: Any = book.active
    sheet["B2"] = 0.3
    sheet["B2"].number_format = '0.0"千"'
    sheet["C2"] = 0.3
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def xml_book() -> bytes:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Styles><Style ss:ID="a">'
        '<NumberFormat ss:Format="0.0&quot;千&quot;"/></Style></Styles><Worksheet ss:Name="甲"><Table>'
        '<Row ss:Index="2"><Cell ss:Index="2" ss:StyleID="a"><Data ss:Type="Number">0.3</Data></Cell></Row>'
        "</Table></Worksheet></Workbook>"
    ).encode()


def flat_book() -> bytes:
    kinds = {"office": "office", "style": "style", "number": "datastyle", "table": "table"}
    names = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in kinds.items())
    return (
        f'<?xml version="1.0"?><office:document {names}><office:automatic-styles>'
        '<number:number-style style:name="N1"><number:number number:decimal-places="1"/>'
        '<number:text>千</number:text></number:number-style><number:number-style style:name="N2"><number:number '
        'number:display-factor="1000"><number:embedded-text number:position="1">.</number:embedded-text>'
        "</number:number><number:text>万</number:text></number:number-style>"
        '<style:style style:name="c1" style:data-style-name="N1"/><style:style style:name="c2" '
        'style:data-style-name="N2"/></office:automatic-styles><office:body><office:spreadsheet><table:table '
        'table:name="甲"><table:table-row><table:table-cell/></table:table-row><table:table-row><table:table-cell/>'
        '<table:table-cell table:style-name="c1" office:value-type="float" office:value="0.3"/>'
        '<table:table-cell table:style-name="c2" office:value-type="float" office:value="15000"/>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document>"
    ).encode()


def binary() -> bytes:
    data, held = binary_book([["甲", "乙"], ["丙", 0.3]], {(1, 1): 2}), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(wide('yyyy"年"m"月"'), wide('0.000000"千"')))
    return held.getvalue()


@pytest.mark.parametrize("made", [new_book, xml_book, flat_book, binary])
def test_a_workbook_tells_the_number_formats_with_words(made: Callable[[], bytes]) -> None:
    (sheet,) = read_book(made()).sheets
    parts = shown_as(sheet.codes[1, 1], sheet.grid[1][1])
    assert parts == ("", 0.3, "千")
    assert (1, 0) not in sheet.codes
    if (1, 2) in sheet.codes:
        assert shown_as(sheet.codes[1, 2], 15000.0) == ("", 1.5, "万")


def test_an_old_workbook_tells_them() -> None:
    small = struct.pack("<HHHI", 4, 1, 1, 0)
    several = struct.pack("<HH", 5, 2) + struct.pack("<HI", 1, 0) + struct.pack("<HI", 0, 0) + struct.pack("<H", 3)
    parts = ((0x0809, struct.pack("<HH", 0x0600, 0x10)), (0x027E, small), (0x00BD, several), (0x000A, b""))
    sheet = b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in parts)
    found = _cells(sheet, 0, _Styles([False] * 2, [False] * 2, [False] * 2, ["", '0.0"千"']))
    assert dict(found.codes) == {(4, 1): '0.0"千"', (5, 2): '0.0"千"'}

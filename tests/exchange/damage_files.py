"""Damage by other programs: other formats, and other ways of writing the same one."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from desktop_app.texts import exchange as texts
from tests.exchange.damage_forms import Filled
from tests.exchange.damage_kinds import FIRST, Damage, Kinds, cell, header_line, unmerge
from tests.office.binary_books import binary_book

FILES: Kinds = {}
OFFICE = shutil.which("soffice")
BY_OFFICE = {
    "saved_as_xls",
    "saved_as_et",
    "saved_as_ods",
    "saved_by_libreoffice",
    "fractions_saved_as_xls",
    "fractions_saved_as_ods",
    "saved_as_doc",
}
_S = "urn:schemas-microsoft-com:office:spreadsheet"


def file(kind: Callable[[Filled], Damage]) -> Callable[[Filled], Damage]:
    """A kind of damage to the whole file."""
    FILES[kind.__name__] = kind
    return kind


def converted(path: Path, kind: str, name: str | None = None) -> Path:
    """The file as LibreOffice saves it in another format."""
    folder = path.parent / f"als_{kind}"
    profile = (
        f"-env:UserInstallation=file://{Path(__file__).resolve().parent.parent.parent / '.pytest_cache' / 'office'}"
    )
    command = [str(OFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    made = next(folder.glob("*"))
    return made.rename(path.parent / (name or f"转存.{kind}"))


@file
def saved_as_xls(filled: Filled) -> Damage:
    return Damage([converted(filled.path(), "xls")])


@file
def saved_as_et(filled: Filled) -> Damage:
    return Damage([converted(filled.path(), "xls", "转存.et")])


@file
def saved_as_ods(filled: Filled) -> Damage:
    return Damage([converted(filled.path(), "ods")])


@file
def saved_by_libreoffice(filled: Filled) -> Damage:
    return Damage([converted(filled.path(), "xlsx")])


@file
def fractions_saved_as_xls(filled: Filled) -> Damage:
    return Damage([converted(_fractions(filled), "xls")])


@file
def fractions_saved_as_ods(filled: Filled) -> Damage:
    return Damage([converted(_fractions(filled), "ods")])


def _fractions(filled: Filled) -> Path:
    book = filled.book()
    for title, said in filled.answers.items():
        if "percent" in said:
            target = cell(book[texts.SHEET], title, "percent")
            target.value, target.number_format = said["percent"] / 100, "0%"
    return filled.saved(book, "百分比.xlsx")


@file
def renamed(filled: Filled) -> Damage:
    return Damage([filled.path().rename(filled.folder / "最终版2(1) - 副本.tmp")])


def _rows(filled: Filled) -> list[list[Any]]:
    """The sheet as a person sees it."""
    rows = [[c.value for c in row[:20]] for row in filled.book()[texts.SHEET].iter_rows()]
    return [[_shown(value) for value in row] for row in rows]


def _shown(value: Any) -> str:
    if isinstance(value, datetime | date):
        return f"{value.year}/{value.month}/{value.day}"
    return "" if value is None or str(value).startswith("=") else str(value)


def _csv(filled: Filled, between: str, encoding: str) -> Damage:
    held = io.StringIO()
    csv.writer(held, delimiter=between).writerows(_rows(filled))
    path = filled.folder / "导出.csv"
    path.write_bytes(held.getvalue().encode(encoding))
    return Damage([path])


@file
def csv_in_utf_8(filled: Filled) -> Damage:
    return _csv(filled, ",", "utf-8-sig")


@file
def csv_in_gbk(filled: Filled) -> Damage:
    return _csv(filled, ",", "gbk")


@file
def tabs_in_utf_16(filled: Filled) -> Damage:
    return _csv(filled, "\t", "utf-16")


@file
def csv_with_semicolons(filled: Filled) -> Damage:
    return _csv(filled, ";", "gb18030")


@file
def page_named_xls(filled: Filled) -> Damage:
    rows = "".join(f"<tr>{''.join(f'<td>{escape(v)}</td>' for v in row)}</tr>\r\n" for row in _rows(filled))
    head = '<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"></head><body>'
    path = filled.folder / "导出.xls"
    path.write_bytes(f"{head}<table>{rows}</table>".encode("gbk"))
    return Damage([path])


@file
def one_xml_file(filled: Filled) -> Damage:
    rows = []
    for row in filled.book()[texts.SHEET].iter_rows():
        cells = []
        for place, target in enumerate(row, 1):
            if target.value is not None and not str(target.value).startswith("="):
                cells.append(f'<Cell ss:Index="{place}">{_data(target.value)}</Cell>')
        rows.append(f'<Row ss:Index="{row[0].row}">{"".join(cells)}</Row>')
    sheet = f"<Worksheet ss:Name={quoteattr(texts.SHEET)}><Table>{''.join(rows)}</Table></Worksheet>"
    head = f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{_S}" xmlns:ss="{_S}">'
    path = filled.folder / "导出.xls"
    path.write_text(f"{head}{sheet}</Workbook>", encoding="utf-8")
    return Damage([path])


def _data(value: Any) -> str:
    if isinstance(value, datetime | date):
        return f'<Data ss:Type="DateTime">{value:%Y-%m-%d}T00:00:00.000</Data>'
    kind = "Number" if isinstance(value, int | float) else "String"
    return f'<Data ss:Type="{kind}">{escape(str(value))}</Data>'


def _document(filled: Filled) -> Path:
    from docx import Document

    rows = _rows(filled)
    head = header_line(filled.book()[texts.SHEET]) - 1
    document = Document()
    for row in rows[:head]:
        document.add_paragraph("  ".join(filter(None, row)))
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows[head:]:
        for target, value in zip(table.add_row().cells, row, strict=True):
            target.text = value
    path = filled.folder / "填报表.docx"
    document.save(str(path))
    return path


@file
def saved_as_xlsb(filled: Filled) -> Damage:
    rows: list[list[object]] = []
    styles: dict[tuple[int, int], int] = {}
    for line, row in enumerate(filled.book()[texts.SHEET].iter_rows(values_only=True)):
        values: list[object] = [value if isinstance(value, int | float) else _shown(value) for value in row]
        for column, value in enumerate(values):
            if value in (100, 45) and isinstance(value, int):
                values[column], styles[line, column] = value / 100, 1
        rows.append(values)
    path = filled.folder / "转存.xlsb"
    path.write_bytes(binary_book(rows, styles))
    return Damage([path])


@file
def page_in_a_page(filled: Filled) -> Damage:
    rows = "".join(f"<tr>{''.join(f'<td>{escape(v)}</td>' for v in row)}</tr>" for row in _rows(filled))
    path = filled.folder / "导出.htm"
    path.write_text(
        f"<html><table><tr><td>导航</td><td><table>{rows}</table></td></tr></table></html>", encoding="utf-8"
    )
    return Damage([path])


@file
def picture_as_wps_keeps_it(filled: Filled) -> Damage:
    """WPS writes the picture as a formula whose stored result is the formula's own text."""
    place = frozenset({(FIRST, "text")})
    path = Path(picture_in_a_cell(filled).paths[0])
    found = parts_of(path)
    formula = b'"str"><f>_xlfn.DISPIMG("ID_0A",1)</f><v>=DISPIMG("ID_0A",1)</v></c>'
    name = "xl/worksheets/sheet1.xml"
    shared = found.get("xl/sharedStrings.xml", b"")
    if b"DISPIMG" in shared:
        words = re.findall(rb"<si>(.*?)</si>", shared, re.DOTALL)
        number = next(n for n, word in enumerate(words) if b"DISPIMG" in word)
        xml = found[name].replace(b't="s"><v>%d</v></c>' % number, b"t=" + formula)
    else:
        xml = re.sub(rb'"inlineStr"><is><t[^>]*>=DISPIMG[^<]*</t></is></c>', formula, found[name])
    return Damage([zipped(path, {**found, name: xml})], place, place)


@file
def table_in_word(filled: Filled) -> Damage:
    return Damage([_document(filled)])


@file
def saved_as_doc(filled: Filled) -> Damage:
    return Damage([converted(_document(filled), "doc")])


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a zip by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(path: Path, parts: dict[str, bytes]) -> Path:
    """These parts as a zip on the disk."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _with_sheet(filled: Filled, work: Callable[[bytes], bytes], **parts: bytes) -> Damage:
    path = filled.path()
    found = parts_of(path)
    name = "xl/worksheets/sheet1.xml"
    return Damage([zipped(path, {**found, name: work(found[name]), **parts})])


@file
def size_said_to_be_one_cell(filled: Filled) -> Damage:
    return _with_sheet(filled, lambda xml: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:A1"', xml))


@file
def cells_without_addresses(filled: Filled) -> Damage:
    book = filled.book()
    sheet = book[texts.SHEET]
    unmerge(sheet)
    for row in sheet.iter_rows():  # without addresses every place has to be written
        for target in row:
            target.value = " " if target.value is None else target.value
    path = filled.saved(book)
    found = parts_of(path)
    xml = re.sub(rb'(<c) r="[A-Z]+\d+"', rb"\1", found["xl/worksheets/sheet1.xml"])
    return Damage([zipped(path, {**found, "xl/worksheets/sheet1.xml": xml})])


@file
def names_with_a_prefix(filled: Filled) -> Damage:
    def work(xml: bytes) -> bytes:
        xml = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", xml)
        return xml.replace(b"<?x:xml", b"<?xml").replace(b" xmlns=", b" xmlns:x=", 1)

    return _with_sheet(filled, work)


@file
def formulas_with_results(filled: Filled) -> Damage:
    def work(xml: bytes) -> bytes:
        return re.sub(rb"(<c [^>]*>)<v>(\d\d)</v>", rb"\1<f>20+\2-20</f><v>\2</v>", xml)

    return _with_sheet(filled, work)


@file
def with_macros_and_links(filled: Filled) -> Damage:
    book = filled.path()
    parts = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 90, "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    return Damage([zipped(filled.folder / "带宏.xlsm", {**parts_of(book), **parts})])


@file
def picture_in_a_cell(filled: Filled) -> Damage:
    book = filled.book()
    target = cell(book[texts.SHEET], FIRST, "text")
    target.value, target.data_type = '=DISPIMG("ID_0A",1)', "s"
    place = frozenset({(FIRST, "text")})
    return Damage([filled.saved(book)], place, place)


@file
def values_pasted_into_a_new_book(filled: Filled) -> Damage:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    for row in filled.book()[texts.SHEET].iter_rows(values_only=True):
        sheet.append([None if str(value).startswith(("=", "R")) else value for value in row])
    return Damage([filled.saved(book)])


@file
def whole_columns_formatted(filled: Filled) -> Damage:
    rows = b"".join(b'<row r="%d" s="1" customFormat="1"/>' % n for n in range(60, 300_000))
    return _with_sheet(filled, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))


@file
def entities_in_the_sheet(filled: Filled) -> Damage:
    def work(xml: bytes) -> bytes:
        bomb = b'<!DOCTYPE a [<!ENTITY b "' + b"9" * 1000 + b'"><!ENTITY c "' + b"&b;" * 1000 + b'">]>'
        return re.sub(rb"^(<\?xml[^>]*>)?", rb"\1" + bomb, xml, count=1)

    return _with_sheet(filled, work)

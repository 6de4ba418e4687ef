"""What a unit gets back: its own file with the wrong cells marked, or a slip beside it where marking would lose parts.

openpyxl writes back only what it knows; a file with pictures, macros or charts is never sent through it.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.office.editing import workbook_to_edit
from desktop_app.office.faults import Damaged
from desktop_app.texts import slip as texts

_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|app|custom)\.xml|"
    r"xl/(workbook|styles|sharedStrings|calcChain)\.xml|xl/_rels/workbook\.xml\.rels|xl/theme/theme\d+\.xml|"
    r"xl/worksheets/sheet\d+\.xml|xl/worksheets/_rels/sheet\d+\.xml\.rels|xl/printerSettings/.*|"
    r"xl/comments\d+\.xml|xl/comments/comment\d+\.xml|xl/drawings/(vmlDrawing|commentsDrawing)\d+\.vml|"
    r"xl/drawings/_rels/(vmlDrawing|commentsDrawing)\d+\.vml\.rels|docMetadata/.*"
)
RED, WIDTHS = "FFFFC7CE", (6, 14, 8, 26, 48, 40)
LINE_HEIGHT = 15  # points


class Fault(NamedTuple):
    """One thing for the unit to mend: where it stands, what is wrong with it, and what to do."""

    sheet: str | None
    cell: str | None
    task: str | None
    wrong: str
    todo: str


class Slip(NamedTuple):
    """What is sent back: to whom, about which file, with what faults, and the clerk's own words ('' for none)."""

    unit: str
    file: str
    faults: tuple[Fault, ...]
    words: str = ""


def can_be_marked(data: bytes) -> bool:
    """Whether the file is a workbook that comes out of openpyxl whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
        if "xl/workbook.xml" not in names or not all(_KEPT.fullmatch(name) for name in names):
            return False
        workbook_to_edit(data)
    except (zipfile.BadZipFile, Damaged):
        return False
    return True


def marked_copy(data: bytes, slip: Slip, path: Path) -> None:
    """Write the unit's own file with each wrong cell filled red and commented, and a sheet that lists them, last."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    book: Any = workbook_to_edit(data)
    fill = PatternFill("solid", fgColor=RED)
    remarks: dict[tuple[str, str], list[str]] = {}
    for fault in slip.faults:
        if fault.cell and fault.sheet in book.sheetnames:
            said = texts.COMMENT.format(wrong=fault.wrong, todo=fault.todo)
            remarks.setdefault((fault.sheet or "", fault.cell), []).append(said)
    for (sheet, place), said in remarks.items():
        cell = _first_of_merged(book[sheet], place)
        cell.fill = fill
        cell.comment = Comment("\n".join(said), texts.AUTHOR, height=140, width=280)
    name = texts.SHEET
    if name in book.sheetnames:
        del book[name]
    _list_faults(book.create_sheet(name), slip)
    book.save(path)


def _first_of_merged(sheet: Any, place: str) -> Any:
    """The cell at a place; of a merged area the one that can be marked."""
    area = next((area for area in sheet.merged_cells.ranges if place in area), None)
    return sheet.cell(area.min_row, area.min_col) if area else sheet[place]


def _list_faults(sheet: Any, slip: Slip) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    thin = Side(style="thin")
    edge, wrap = Border(thin, thin, thin, thin), Alignment(wrap_text=True, vertical="center")
    head = [texts.TITLE, intro(slip), texts.MARKED, *_words(slip)]
    for line, words in enumerate(head, 1):
        _put(sheet, line, 1, words, Font(name=texts.FONT, size=14 if line == 1 else 11, bold=line == 1), wrap)
        sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=len(WIDTHS))
        sheet.row_dimensions[line].height = 24 if line == 1 else 32
    for line, row in enumerate((texts.COLUMNS, *table(slip)), len(head) + 1):
        for column, words in enumerate(row, 1):
            bold = line == len(head) + 1
            _put(sheet, line, column, words, Font(name=texts.FONT, size=11, bold=bold), wrap).border = edge
        sheet.row_dimensions[line].height = row_height(row)
    for column, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEF"[column]].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _put(sheet: Any, line: int, column: int, words: str, font: Any, alignment: Any) -> Any:
    """Text that stays text, whatever it begins with."""
    cell = sheet.cell(line, column)
    cell.value, cell.data_type, cell.font, cell.alignment = words, "s", font, alignment
    return cell


def write_slip(slip: Slip, path: Path) -> None:
    """Write the list of faults as a workbook of its own."""
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(texts.SHEET)
        plain = {"font_name": texts.FONT, "font_size": 11, "text_wrap": True, "valign": "vcenter"}
        title = book.add_format({**plain, "font_size": 14, "bold": True})
        words, cell = book.add_format(plain), book.add_format({**plain, "border": 1})
        bold = book.add_format({**plain, "border": 1, "bold": True})
        last = len(WIDTHS) - 1
        head = [texts.TITLE, intro(slip), *_words(slip)]
        for line, said in enumerate(head):
            sheet.merge_range(line, 0, line, last, "", title if line == 0 else words)
            sheet.write_string(line, 0, said, title if line == 0 else words)
            sheet.set_row(line, 24 if line == 0 else 32)
        for line, row in enumerate((texts.COLUMNS, *table(slip)), len(head)):
            for column, said in enumerate(row):
                sheet.write_string(line, column, said, bold if line == len(head) else cell)
            sheet.set_row(line, row_height(row))
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    path.write_bytes(made.getbuffer())


def intro(slip: Slip) -> str:
    """The first sentence of a slip."""
    words = texts.INTRO if slip.faults else texts.INTRO_NONE
    return words.format(unit=slip.unit, file=slip.file, count=len(slip.faults))


def _words(slip: Slip) -> list[str]:
    return [texts.WORDS.format(words=slip.words)] if slip.words else []


def table(slip: Slip) -> list[tuple[str, ...]]:
    """The faults as rows of the list."""
    none = texts.NO_PLACE
    return [
        (str(n), fault.sheet or none, fault.cell or none, fault.task or none, fault.wrong, fault.todo)
        for n, fault in enumerate(slip.faults, 1)
    ]


def row_height(row: Sequence[str]) -> int:
    """Points that the longest cell of a row needs."""
    lines = max(-(-len(words) // max(1, width // 2)) for words, width in zip(row, WIDTHS, strict=True))
    return min(400, LINE_HEIGHT * max(1, lines) + 6)

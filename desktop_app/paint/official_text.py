"""Words and tables of a paper put into a document of Qt: letters as the style has them, each number an anchor."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from desktop_app.reports.docx_page import CLOSER, LINE_PITCH, RED, SIZE, Style
from desktop_app.reports.docx_paper import merge_starts, runs_over
from desktop_app.reports.paper import Table
from desktop_app.reports.trace import Words
from desktop_app.texts import docx_page as texts

DOT = 10.0  # units a point
MM = 72 / 25.4 * DOT
FIXED, SINGLE = 2, 0  # QTextBlockFormat.LineHeightTypes, which setLineHeight wants as a number
_ALIGN = {
    "both": Qt.AlignmentFlag.AlignJustify,
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


def insert_words(cursor: QTextCursor, words: Words, form: QTextCharFormat, place: str) -> None:
    """The text; its numbers are anchors, drawn like the rest."""
    end = 0
    text = words.text.replace("\n", "\u2028")
    for number, mark in enumerate(words.marks):
        cursor.insertText(text[end : mark.start], form)
        anchor = QTextCharFormat(form)
        anchor.setAnchor(True)
        anchor.setAnchorHref(f"{place}:{number}")
        cursor.insertText(text[mark.start : mark.end], anchor)
        end = mark.end
    cursor.insertText(text[end:], form)


def block_format(style: Style) -> QTextBlockFormat:
    """How a paragraph of a style stands."""
    form = QTextBlockFormat()
    form.setAlignment(_ALIGN[style.align])
    form.setLineHeight((style.line or LINE_PITCH / 20) * DOT, FIXED)
    form.setTextIndent(style.first * style.size * DOT)
    if style.keep:
        form.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_Auto)
    return form


def char_format(style: Style) -> QTextCharFormat:
    """How its letters look."""
    form = QTextCharFormat()
    form.setFont(font_of(style.font, style.size))
    form.setForeground(QColor(f"#{RED}") if style.red else QColor("black"))
    return form


def font_of(name: str, points: float) -> QFont:
    """A font at a size in points, unhinted, so that widths are the same at every size."""
    font = QFont(name)
    font.setPixelSize(round(points * DOT))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if points == SIZE:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, CLOSER / 20 * DOT)
    return font


def insert_table(
    cursor: QTextCursor, block: Table, styles: dict[str, Style], place: str, first_cell: int
) -> QTextTable:
    """The table at the end of the document; its columns are as wide as on paper, its cells numbered from one on."""
    runs = runs_over(block.columns)
    heads = 0 if not any(c.header for c in block.columns) else 2 if any(c.over for c in block.columns) else 1
    form = QTextTableFormat()
    form.setBorder(0.5 * DOT)
    form.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QColor("black"))
    form.setBorderCollapse(True)
    form.setCellPadding(0)
    form.setCellSpacing(0)
    form.setHeaderRowCount(heads)
    form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    fixed = QTextLength.Type.FixedLength
    form.setColumnWidthConstraints([QTextLength(fixed, column.width * MM) for column in block.columns])
    table = cursor.insertTable(heads + len(block.rows), len(block.columns), form)
    small = block.small
    head = styles[texts.SMALL_HEAD if small else texts.CELL_HEAD]
    for over, first, count in runs if heads else ():
        if over:
            table.mergeCells(0, first, 1, count)
            _cell(table, 0, first, Words(over), head, block.height, "")
        for column in range(first, first + count):
            line = 1 if over else 0
            if heads == 2 and not over:
                table.mergeCells(0, column, 2, 1)
            _cell(table, line, column, Words(block.columns[column].header), head, block.height, "")
    _rows(table, block, heads, styles, place, first_cell)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    return table


def _rows(table: QTextTable, block: Table, heads: int, styles: dict[str, Style], place: str, cell: int) -> None:
    small = block.small
    left, middle = (texts.SMALL, texts.SMALL_MIDDLE) if small else (texts.CELL, texts.CELL_MIDDLE)
    head = styles[texts.SMALL_HEAD if small else texts.CELL_HEAD]
    starts = merge_starts(block)
    for line, row in enumerate(block.rows):
        if len(row) == 1:
            table.mergeCells(heads + line, 0, 1, len(block.columns))
            _cell(table, heads + line, 0, row[0], head, block.height, f"{place}.{cell}")
            cell += 1
            continue
        for column, words in enumerate(row):
            style = styles[middle if block.columns[column].centred else left]
            if starts[line][column]:
                _cell(table, heads + line, column, words, style, block.height, f"{place}.{cell}")
            cell += 1
    for column, kind in enumerate(block.columns):
        if kind.merged:
            for first, count in _runs([row[column] if len(row) > 1 else True for row in starts]):
                table.mergeCells(heads + first, column, count, 1)


def _runs(starts: Sequence[bool]) -> Iterable[tuple[int, int]]:
    """Where more than one row make one cell: (first row, how many)."""
    places = [line for line, start in enumerate(starts) if start]
    for first, last in zip(places, [*places[1:], len(starts)], strict=True):
        if last - first > 1:
            yield first, last - first


def _cell(table: QTextTable, line: int, column: int, words: Words, style: Style, height: float, place: str) -> None:
    cell = table.cellAt(line, column)
    lines = 1 + words.text.count("\n")
    free = max(height * MM - lines * (style.line or 0) * DOT, 0.0)
    form = QTextTableCellFormat()
    form.setBorder(0.5 * DOT)
    form.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QColor("black"))
    form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    form.setTopPadding(free / 2)
    form.setBottomPadding(free / 2)
    form.setLeftPadding(1.5 * MM)
    form.setRightPadding(1.5 * MM)
    cell.setFormat(form)
    cursor = cell.firstCursorPosition()
    cursor.setBlockFormat(block_format(style))
    insert_words(cursor, words, char_format(style), place)

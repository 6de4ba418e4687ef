"""At the foot of a page: no heading alone, and a table that goes on overleaf is closed by a line."""

import pytest
from PySide6.QtGui import QImage, QTextTable
from pytestqt.qtbot import QtBot

from desktop_app.paint.official import Set, set_paper
from desktop_app.paint.official_breaks import page_of, parts
from desktop_app.paint.official_pages import picture_of
from desktop_app.reports.paper import Block, Column, Table, empty, said
from desktop_app.reports.trace import Words, number
from desktop_app.texts import docx_page as styles

COLUMNS = (Column("序号", 30), Column("事项", 120))


def rows(count: int) -> tuple[tuple[Words, ...], ...]:
    return tuple((Words(str(number)), Words("推进事项")) for number in range(1, count + 1))


@pytest.mark.parametrize("lines", range(19, 23))
def test_a_heading_goes_with_what_follows_it(qtbot: QtBot, lines: int) -> None:
    blocks: list[Block] = [
        *(empty() for _ in range(lines)),
        said(styles.HEAD, "一、情况"),
        said(styles.BODY, "正文。" * 30),
    ]
    made = set_paper(blocks)
    block = made.document.findBlockByNumber(lines)
    assert block.text() == "一、情况"
    assert page_of(made.document, block) == page_of(made.document, block.next())


def tables(made: Set) -> list[QTextTable]:
    return [frame for frame in made.document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def first_cells(table: QTextTable) -> list[str]:
    return [table.cellAt(row, 0).firstCursorPosition().block().text() for row in range(table.rows())]


def has_ink(picture: QImage) -> bool:
    steps = range(40, picture.height() - 120, 3)
    return any(picture.pixelColor(x, y).lightness() < 200 for y in steps for x in range(0, picture.width(), 3))


@pytest.mark.parametrize("count", [1, 22, 23, 24, 60, 69])
@pytest.mark.parametrize("before", range(4))
def test_a_table_goes_on_under_its_header_and_no_page_is_empty(qtbot: QtBot, count: int, before: int) -> None:
    made = set_paper([*(empty() for _ in range(before)), Table(COLUMNS, rows(count)), said(styles.BODY, "完。")])
    parts = [first_cells(table) for table in tables(made)]
    assert all(part[0] == "序号" for part in parts)
    assert [cell for part in parts for cell in part[1:]] == [str(number) for number in range(1, count + 1)]
    assert all(has_ink(picture_of(made, page, 72)) for page in range(made.pages))
    assert len(parts) <= made.pages <= len(parts) + 1


def test_a_heading_is_not_left_behind_by_its_table(qtbot: QtBot) -> None:
    for lines in range(18, 23):
        made = set_paper([*(empty() for _ in range(lines)), said(styles.TABLE_TITLE, "清单"), Table(COLUMNS, rows(3))])
        block = made.document.findBlockByNumber(lines)
        cell = tables(made)[0].cellAt(0, 0).firstCursorPosition().block()
        assert block.text() == "清单" and page_of(made.document, block) == page_of(made.document, cell)


def test_the_numbers_of_a_divided_table_keep_their_places(qtbot: QtBot) -> None:
    numbers = tuple((number(n, f"n:{n}"), Words("事项")) for n in range(40))
    made = set_paper([Table(COLUMNS, numbers)])
    found = []
    block = made.document.begin()
    while block.isValid():
        for part in block.textFormats():
            if part.format.isAnchor():  # type: ignore[attr-defined]
                found.append(part.format.anchorHref())  # type: ignore[attr-defined]
        block = block.next()
    assert found == [f"0.{2 * n}:0" for n in range(40)]


def test_rows_stand_together_page_by_page() -> None:
    assert list(parts([3, 3, 3, 3], 7, 9)) == [(0, 2), (2, 4)]
    assert list(parts([8, 3], 5, 9)) == [(0, 0), (0, 1), (1, 2)]
    assert list(parts([20, 3], 9, 9)) == [(0, 1), (1, 2)]
    assert list(parts([], 5, 9)) == [(0, 0)]

"""At the foot of a page: no heading alone, and a table that goes on overleaf is closed by a line."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.paint.official import set_paper
from desktop_app.paint.official_pages import picture_of
from desktop_app.paint.official_text import DOT
from desktop_app.reports.docx_page import LINE_PITCH
from desktop_app.reports.paper import Block, Column, Table, empty, said
from desktop_app.reports.trace import Words
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
    layout, high = made.document.documentLayout(), made.document.pageSize().height()
    block = made.document.findBlockByNumber(lines)
    assert block.text() == "一、情况"
    pages = [int((layout.blockBoundingRect(one).top() + 1) // high) for one in (block, block.next())]
    assert pages[0] == pages[1]


def test_a_table_over_three_pages_is_closed_on_each(qtbot: QtBot) -> None:
    made = set_paper([Table(COLUMNS, rows(60))])
    assert made.pages == 3 and sorted(made.lines) == [0, 1]
    high = made.document.pageSize().height()
    for page, (line,) in made.lines.items():
        foot = (page + 1) * high - line.y1()
        assert 0 <= foot < 2 * LINE_PITCH / 20 * DOT
        picture, scale = picture_of(made, page, 72), 1 / DOT
        x = round((made.inside.left() + (line.x1() + line.x2()) / 2) * scale)
        y = (made.inside.top() + line.y1() - page * high) * scale
        assert min(picture.pixelColor(x, round(y) + step).lightness() for step in (-1, 0, 1)) < 200


def test_a_table_on_one_page_has_nothing_added(qtbot: QtBot) -> None:
    assert set_paper([Table(COLUMNS, rows(5))]).lines == {}

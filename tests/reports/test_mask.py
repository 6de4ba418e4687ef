"""Numbers of persons are made unreadable, everything else stays where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reports.mask import masked, masked_text
from desktop_app.reports.paper import Column, Paragraph, Table
from desktop_app.reports.trace import Cell, Words, added, number, quoted
from desktop_app.texts import docx_page as styles


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("身份证号34010119900307123X，", "身份证号340101*********23X，"),
        ("（110101199003071234）", "（110101********1234）"),
        ("旧证110101900307123", "旧证110101******123"),
        ("联系电话13812345678。", "联系电话138****5678。"),
        ("电话138 1234 5678", "电话138***** 5678"),
        ("0551-62341234", "0551-****1234"),
        ("办公室010-62341234", "办公室010-****1234"),
        ("发放1234567元，补助20260630人次", "发放1234567元，补助20260630人次"),
        ("统一编号20260630123456", "统一编号20260630123456"),
        ("2026年6月30日完成60张、35.5%", "2026年6月30日完成60张、35.5%"),
    ],
)
def test_what_is_masked(text: str, shown: str) -> None:
    assert masked_text(text) in (shown, shown.replace("*********23X", "********123X"))
    assert len(masked_text(text)) == len(text)


@given(st.text(alphabet="0123456789X- 年月", max_size=40))
def test_masking_keeps_the_length_and_does_nothing_twice(text: str) -> None:
    once = masked_text(text)
    assert len(once) == len(text) and masked_text(once) == once


def test_numbers_of_the_ledger_keep_their_places_and_cells() -> None:
    cell = Cell("task", 1, "text")
    words = added(quoted("请与13812345678联系，", cell), number(35, "done", [cell]))
    table = Table((Column("电话", 20),), ((Words("13900001111"),),))
    line, cells = masked([Paragraph(styles.BODY, words), table])
    assert isinstance(line, Paragraph) and isinstance(cells, Table)
    assert line.words.text == "请与138****5678联系，35" and line.words.marks == words.marks[1:]
    assert cells.rows[0][0].text == "139****1111"

"""Blocks of cells on the clipboard, as Excel and WPS write and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.cells import read_block, write_block

CELLS = st.text(st.sampled_from("ab 养\"\t\n,'=-＝5"), max_size=8)
BLOCKS = st.integers(1, 4).flatmap(
    lambda wide: st.lists(st.lists(CELLS, min_size=wide, max_size=wide), min_size=1, max_size=4)
)


@given(BLOCKS)
def test_what_is_written_is_read_again(block: list[list[str]]) -> None:
    assert read_block(write_block(block)) == block


@given(st.text(st.sampled_from('a养"\t\n\r '), max_size=30))
def test_any_text_is_a_block_of_even_rows(text: str) -> None:
    rows = read_block(text)
    assert rows and len({len(row) for row in rows}) == 1


FROM_EXCEL = [
    ("甲\t乙\r\n丙\t丁\r\n", [["甲", "乙"], ["丙", "丁"]]),
    ('"第一行\n第二行"\t乙\r\n', [["第一行\n第二行", "乙"]]),
    ('"他说""好""\n再议"\r\n', [['他说"好"\n再议']]),
    ('5"管\t"尺\r\n', [['5"管', '"尺']]),  # marks that are no quotation
    ("甲\r\n", [["甲"]]),
    ("甲", [["甲"]]),
    ("\t\r\n甲\t\r\n", [["", ""], ["甲", ""]]),
    ("甲\t乙\t丙\n丁", [["甲", "乙", "丙"], ["丁", "", ""]]),
    ("", [[""]]),
]


@pytest.mark.parametrize(("text", "block"), FROM_EXCEL)
def test_what_spreadsheets_put_there_is_understood(text: str, block: list[list[str]]) -> None:
    assert read_block(text) == block


def test_a_plain_cell_goes_out_as_it_is() -> None:
    assert write_block([['60"屏', "甲 乙"]]) == '60"屏\t甲 乙\r\n'
    assert write_block([["甲\r\n乙"]]) == '"甲\n乙"\r\n'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", " =", "'=", "\n+"])
def test_no_cell_goes_out_as_a_formula(start: str) -> None:
    cell = f"{start}cmd|'/C calc'!A0"
    written = write_block([[cell, "甲"]]).removeprefix('"')
    assert written.startswith("'") and read_block(write_block([[cell, "甲"]])) == [[cell, "甲"]]


@pytest.mark.parametrize("cell", ["-5", "+3.5", "-12.5%", "-1,200", "-", "甲=乙", "5-3", "'", "'甲"])
def test_numbers_and_words_go_out_as_they_are(cell: str) -> None:
    assert write_block([[cell]]) == f"{cell}\r\n"


def test_a_quotation_behind_spaces_is_quoted_lest_a_spreadsheet_takes_it_for_the_mark() -> None:
    assert write_block([[' "急件"', "乙"]]) == '" ""急件"""\t乙\r\n'

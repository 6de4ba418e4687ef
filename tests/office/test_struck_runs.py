"""Words struck through in a part of a cell of a binary workbook: what is left of them."""

import struct

import pytest

from desktop_app.office.struck_runs import struck_of_item, struck_of_parts

PLAIN, STRIKE = 0, 5
WORDS = "完成选址abc作废"


def is_struck(font: int) -> bool:
    return font == STRIKE


def string(words: str, runs: list[tuple[int, int]], wide: bool = True) -> bytes:
    """A string of an .xls with runs of fonts."""
    flags = (8 if runs else 0) | wide
    head = struct.pack("<HB", len(words), flags) + (struct.pack("<H", len(runs)) if runs else b"")
    data = words.encode("utf-16-le") if wide else words.encode("latin-1")
    return head + data + b"".join(struct.pack("<HH", *run) for run in runs)


STRINGS = (
    string("甲", [])
    + string(WORDS, [(4, PLAIN), (7, STRIKE)])
    + string("plain", [(1, PLAIN)], wide=False)
    + string("old new", [(0, STRIKE), (4, PLAIN)], wide=False)
)
LEFT = {1: "完成选址abc", 3: "new"}


def test_what_is_left_is_known_by_number() -> None:
    assert struck_of_parts([bytes(8) + STRINGS], is_struck) == LEFT
    assert struck_of_parts([bytes(8) + STRINGS], lambda font: False) == {}


@pytest.mark.parametrize("cut", [1, 4, 8])
def test_words_that_go_on_in_the_next_record_say_anew_how_wide_they_are(cut: int) -> None:
    at = STRINGS.index(WORDS.encode("utf-16-le")) + 2 * cut
    assert struck_of_parts([bytes(8) + STRINGS[:at], b"\x01" + STRINGS[at:]], is_struck) == LEFT


def test_a_number_of_runs_may_be_parted_too() -> None:
    at = STRINGS.index(struct.pack("<HH", 7, STRIKE))
    assert struck_of_parts([bytes(8) + STRINGS[:at], STRINGS[at:]], is_struck) == LEFT


@pytest.mark.parametrize("upto", range(0, len(STRINGS), 3))
def test_strings_cut_off_give_what_was_before(upto: int) -> None:
    found = struck_of_parts([bytes(8) + STRINGS[:upto]], is_struck)
    assert found.items() <= LEFT.items()


def test_a_string_of_a_binary_workbook() -> None:
    runs = struct.pack("<I", 2) + struct.pack("<HHHH", 4, PLAIN, 7, STRIKE)
    item = struct.pack("<BI", 1, len(WORDS)) + WORDS.encode("utf-16-le") + runs
    assert struck_of_item(item, is_struck) == "完成选址abc"
    assert struck_of_item(b"\0" + item[1:], is_struck) is None
    assert [struck_of_item(item[:upto], is_struck) for upto in range(len(item))] == [None] * len(item)

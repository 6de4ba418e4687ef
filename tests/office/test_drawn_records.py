"""Comments and text boxes among the records of an .xls are told apart by their objects."""

import struct

from desktop_app.office.drawn_records import GOES_ON, NOTE, OBJECT, TEXT, words_drawn


def drawn(number: int, words: str, *parts: bytes) -> list[tuple[int, bytes]]:
    """The records of an object with words, in these parts or as one."""
    object_ = struct.pack("<HHHH", 0x15, 0x12, 0x19, number)
    text = struct.pack("<HH6xHH", 0x12, 0, len(words), 0x10) + bytes(4)
    said = parts or (b"\1" + words.encode("utf-16-le"),)
    runs = (GOES_ON, bytes(16))  # the fonts of the words, which are no words
    return [(OBJECT, object_), (TEXT, text), *((GOES_ON, part) for part in said), runs]


def test_a_comment_has_the_place_of_its_note_and_a_text_box_has_none() -> None:
    note = (NOTE, struct.pack("<HHHH", 4, 8, 0, 2) + bytes(4))
    records = [*drawn(1, "另报"), *drawn(2, "应为38"), note]
    assert words_drawn(records) == ({(4, 8): "应为38"}, ("另报",))


def test_words_in_two_records_are_one() -> None:
    parts = (b"\1" + "应为".encode("utf-16-le"), b"\x0038")
    assert words_drawn(drawn(1, "应为38", *parts)) == ({}, ("应为38",))


def test_spoilt_records_have_none() -> None:
    assert words_drawn([(OBJECT, b""), (TEXT, b""), (GOES_ON, b"\1a"), (NOTE, b"\0")]) == ({}, ())

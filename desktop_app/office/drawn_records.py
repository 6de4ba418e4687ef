"""The words drawn on a sheet of an .xls: its comments by their cells, and text boxes ([MS-XLS] 2.4.179, 2.4.329)."""

import struct
from collections.abc import Iterable

NOTE, OBJECT, TEXT, GOES_ON = 0x001C, 0x005D, 0x01B6, 0x003C
DRAWN = frozenset({NOTE, OBJECT, TEXT, GOES_ON})


def words_drawn(records: Iterable[tuple[int, bytes]]) -> tuple[dict[tuple[int, int], str], tuple[str, ...]]:
    """The comments by their places from 0, and the words of the other objects; spoilt records have none."""
    words: dict[int, str] = {}
    places: dict[int, tuple[int, int]] = {}
    number = missing = 0
    for kind, body in records:
        if kind == OBJECT:
            number = int.from_bytes(body[6:8], "little")
        elif kind == TEXT:
            missing = int.from_bytes(body[10:12], "little")
        elif kind == GOES_ON and missing:
            part = body[1:].decode("utf-16-le" if body[:1] == b"\1" else "latin-1", "replace")[:missing]
            words[number] = words.get(number, "") + part
            missing -= len(part)
        elif kind == NOTE and len(body) >= struct.calcsize("<HHHH"):
            row, column, _, of = struct.unpack_from("<HHHH", body)
            places[of] = (row, column)
    said = {number: text.strip() for number, text in words.items() if text.strip()}
    remarks = {place: said[number] for number, place in places.items() if number in said}
    return remarks, tuple(text for number, text in said.items() if number not in places)

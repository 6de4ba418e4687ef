"""The lists of a Word 97 file, as the numbering that counts them ([MS-DOC] 2.9.131 LSTF, 2.9.147 LVL, 2.9.128 LFO)."""

import struct

from desktop_app.documents.reader.word_numbering import Level, Numbering
from desktop_app.office.word97 import Fib

_LISTS, _OVERRIDES = 0x02E2, 0x02EA
# [MS-OSHARED] 2.2.1.3 MSONFC, those that Chinese offices meet.
_FORMS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle",
    19: "decimalFullWidth2",
    22: "decimalZero",
    23: "bullet",
    26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle",
    30: "ideographTraditional",
    31: "ideographZodiac",
    33: "taiwaneseCounting",
    34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    57: "numberInDash",
    255: "none",
}
_LEGAL, _RESTARTS_LESS = 0x04, 0x08
_START, _FORMATTING = 0x10, 0x20


def read_lists(fib: Fib) -> Numbering:
    """The lists of the file; paragraphs name them by their number among the overrides, from 1."""
    found = Numbering()
    table, levels = fib.part(_LISTS), fib.after(_LISTS)
    count = struct.unpack_from("<H", table)[0] if len(table) > 1 else 0
    at = 0
    for index in range(count):
        entry = table[2 + 28 * index : 30 + 28 * index]
        if len(entry) < 28:
            break
        name, simple = str(struct.unpack_from("<i", entry)[0]), entry[26] & 1
        found.levels[name] = {}
        for depth in range(1 if simple else 9):
            found.levels[name][depth], at = _level(levels, at)
    _read_overrides(fib, found)
    return found


def _level(data: bytes, at: int) -> tuple[Level, int]:
    """A level of a list, and where the next one begins."""
    start, form, flags = struct.unpack_from("<iBB", data, at)
    characters, paragraphs, restart = data[at + 24], data[at + 25], data[at + 26]
    at += 28 + characters + paragraphs
    length = struct.unpack_from("<H", data, at)[0]
    letters = struct.unpack_from(f"<{length}H", data, at + 2)
    text = "".join(f"%{code + 1}" if code < 9 else chr(code) for code in letters)
    limit = restart if flags & _RESTARTS_LESS else None
    return Level(start, _FORMS.get(form, "decimal"), text, bool(flags & _LEGAL), limit), at + 2 + 2 * length


def _read_overrides(fib: Fib, found: Numbering) -> None:
    table = fib.part(_OVERRIDES)
    count = struct.unpack_from("<I", table)[0] if len(table) > 3 else 0
    at = 4 + 16 * count
    for index in range(count):
        if 20 + 16 * index > len(table):
            break
        abstract, changed = struct.unpack_from("<i8xB", table, 4 + 16 * index)
        number = str(index + 1)
        found.lists[number] = str(abstract)
        at += 4
        for _ in range(changed):
            if at + 8 > len(table):
                return
            start, flags = struct.unpack_from("<iI", table, at)
            depth = flags & 0xF
            at += 8
            if flags & _FORMATTING:
                level, at = _level(table, at)
                found.levels[number] = {**found.levels.get(str(abstract), {}), depth: level}
                found.lists[number] = number
            elif flags & _START:
                found.overrides[number, depth] = start

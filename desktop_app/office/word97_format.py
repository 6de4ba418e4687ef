"""How paragraphs and characters of a Word 97 file are set: lists, tables, hidden and deleted text ([MS-DOC] 2.6)."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.office.word97 import Fib

_PAGE = 512
_IN_TABLE, _ROW_END, _LEVEL, _LIST, _TABLE = 0x2416, 0x2417, 0x260A, 0x460B, 0xD608
_DELETED, _HIDDEN = 0x0800, 0x083C
_ELSEWHERE = (0x6645, 0x6646)
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_NO_LIST = (0, 0xF801)


class Cell(NamedTuple):
    """A cell of a table's row: its left and right edge, and whether it goes on from the row above."""

    left: int
    right: int
    goes_on: bool


class Setting(NamedTuple):
    """A paragraph's list and level in it, whether it ends a row of a table, and that row's cells."""

    list: int | None = None
    level: int = 0
    in_table: bool = False
    row_end: bool = False
    cells: tuple[Cell, ...] = ()


class Runs(NamedTuple):
    """Properties by the byte where their characters begin; they hold up to the next one."""

    starts: list[int]
    values: list[bytes]

    def index(self, place: int) -> int:
        """Which run the character stored at `place` is in; -1 before the first."""
        return bisect_right(self.starts, place) - 1

    def at(self, place: int) -> bytes:
        """The properties of the character stored at `place`."""
        index = self.index(place)
        return self.values[index] if index >= 0 else b""


def paragraph_runs(fib: Fib) -> Runs:
    """The style and properties of all paragraphs: two bytes for the style, then single properties."""
    runs = _runs(fib, 0x0102, 13)
    return Runs(runs.starts, [_with_those_elsewhere(fib, value) for value in runs.values])


def character_runs(fib: Fib) -> Runs:
    """The properties of all characters that have any of their own."""
    return _runs(fib, 0x00FA, 1)


def _runs(fib: Fib, offset: int, entry: int) -> Runs:
    """The pages of properties that a table of the header lists; `entry` bytes stand there for each run."""
    table = fib.part(offset)
    count = (len(table) - 4) // 8
    found: list[tuple[int, bytes]] = []
    for index in range(max(count, 0)):
        number = struct.unpack_from("<I", table, 4 * (count + 1) + 4 * index)[0] & 0x3FFFFF
        page = fib.stream[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            continue
        runs = page[_PAGE - 1]
        starts = struct.unpack_from(f"<{runs + 1}I", page)
        for run in range(runs):
            at = page[4 * (runs + 1) + entry * run] * 2
            found.append((starts[run], _properties(page, at, entry == 1) if at else b""))
    found.sort(key=lambda pair: pair[0])
    return Runs([start for start, _ in found], [value for _, value in found])


def _properties(page: bytes, at: int, of_characters: bool) -> bytes:
    length = page[at]
    if of_characters:
        return page[at + 1 : at + 1 + length]
    if length == 0:
        return page[at + 2 : at + 2 + page[at + 1] * 2]
    return page[at + 1 : at + length * 2]


def _with_those_elsewhere(fib: Fib, properties: bytes) -> bytes:
    """The properties with those that found no room on their page, as a wide table's rows do not ([MS-DOC] 2.9.209)."""
    more = b""
    for code, operand in single(properties[2:]):
        if code in _ELSEWHERE and len(operand) == 4:
            at = struct.unpack("<I", operand)[0]
            length = struct.unpack_from("<H", fib.data, at)[0] if at + 2 <= len(fib.data) else 0
            more += fib.data[at + 2 : at + 2 + length]
    return properties + more


def single(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """Each property with its operand."""
    at = 0
    while at + 2 <= len(properties):
        code = struct.unpack_from("<H", properties, at)[0]
        at += 2
        if code == _TABLE:
            length = struct.unpack_from("<H", properties, at)[0] + 1 if at + 2 <= len(properties) else 0
        elif code >> 13 == 6:
            length = 1 + properties[at] if at < len(properties) else 0
        else:
            length = _OPERANDS[code >> 13]
        yield code, properties[at : at + length]
        at += length


def is_shown(properties: bytes) -> bool:
    """Whether characters with these properties are part of the text: neither hidden nor struck by a tracked change."""
    return not any(code in (_DELETED, _HIDDEN) and operand[:1] == b"\x01" for code, operand in single(properties))


def setting_of(properties: bytes, styles: dict[int, tuple[int | None, int]]) -> Setting:
    """A paragraph's setting by its own properties, else its style's list."""
    style = struct.unpack_from("<H", properties)[0] if len(properties) > 1 else 0
    number, level = styles.get(style, (None, 0))
    found = Setting(number, level)
    for code, operand in single(properties[2:]):
        if code == _LEVEL and operand:
            found = found._replace(level=operand[0])
        elif code == _LIST and len(operand) == 2:
            value = struct.unpack("<H", operand)[0]
            found = found._replace(list=None if value in _NO_LIST else value)
        elif code == _IN_TABLE:
            found = found._replace(in_table=operand[:1] == b"\x01")
        elif code == _ROW_END:
            found = found._replace(row_end=operand[:1] == b"\x01")
        elif code == _TABLE:
            found = found._replace(cells=_cells(operand))
    return found


def _cells(operand: bytes) -> tuple[Cell, ...]:
    """The cells that a row's definition gives; ones merged into their left neighbour still count as cells."""
    count = operand[2] if len(operand) > 2 else 0
    if len(operand) < 3 + 2 * (count + 1):
        return ()
    edges = struct.unpack_from(f"<{count + 1}h", operand, 3)
    cells: list[Cell] = []
    for index in range(count):
        at = 3 + 2 * (count + 1) + 20 * index
        flags = struct.unpack_from("<H", operand, at)[0] if at + 2 <= len(operand) else 0
        cells.append(Cell(edges[index], edges[index + 1], (flags >> 5) & 3 == 1))
    return tuple(cells)


def style_lists(fib: Fib) -> dict[int, tuple[int | None, int]]:
    """The list and level that each paragraph style numbers its paragraphs by, inherited from the style it builds on."""
    sheet = fib.part(0x00A2)
    if len(sheet) < 6:
        return {}
    header, count, base = struct.unpack_from("<HHH", sheet)
    at = 2 + header
    own: dict[int, tuple[int, bytes]] = {}
    for style in range(count):
        if at + 2 > len(sheet):
            break
        length = struct.unpack_from("<H", sheet, at)[0]
        if length > base:
            own[style] = _style(sheet[at + 2 : at + 2 + length], base)
        at += 2 + length + length % 2
    found: dict[int, tuple[int | None, int]] = {}
    for style in own:
        chain = [style]
        while (parent := own[chain[-1]][0]) in own and parent not in chain:
            chain.append(parent)
        properties = b"".join(own[link][1] for link in reversed(chain))
        said = setting_of(b"\xff\xff" + properties, {})
        if said.list is not None:
            found[style] = (said.list, said.level)
    return found


def _style(style: bytes, base: int) -> tuple[int, bytes]:
    """The style that this one builds on, and its own paragraph properties; none for a style of characters."""
    kind = struct.unpack_from("<H", style, 2)[0]
    letters = struct.unpack_from("<H", style, base)[0] if len(style) >= base + 2 else 0
    at = base + 2 + 2 * letters + 2
    at += at % 2
    if kind & 0xF != 1 or at + 2 > len(style):
        return kind >> 4, b""
    length = struct.unpack_from("<H", style, at)[0]
    return kind >> 4, style[at + 4 : at + 2 + length]

"""A Word 97 binary file: its header, and its text by the piece table ([MS-DOC] 2.5.1, 2.8.35)."""

import io
import struct
from bisect import bisect_right
from typing import NamedTuple

from desktop_app.office.faults import SPOILT_OLE, Damaged, Locked, OutOfDate

_WORD97 = 0x00C1  # nFib; smaller ones are Word 6 and 95
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_COMPRESSED = 0x40000000
_PARTS_BEFORE_BOXES = 6  # main text, footnotes, headers, macros, annotations, endnotes


class Piece(NamedTuple):
    """Characters `start` to `end`, stored from byte `place` on, `width` bytes each."""

    start: int
    end: int
    place: int
    width: int


class Fib(NamedTuple):
    """What the header says: the lengths of the text's parts, and where in the table stream things stand."""

    lengths: tuple[int, ...]
    stream: bytes
    table: bytes
    data: bytes

    def part(self, offset: int) -> bytes:
        """The part of the table stream whose place and length stand at `offset` of the header."""
        place, length = struct.unpack_from("<II", self.stream, offset)
        return self.table[place : place + length]

    def after(self, offset: int) -> bytes:
        """What follows that part in the table stream."""
        place, length = struct.unpack_from("<II", self.stream, offset)
        return self.table[place + length :]


class Words(NamedTuple):
    """The text, and the pieces that say where each character is stored."""

    text: str
    pieces: tuple[Piece, ...]
    main: int
    boxes: tuple[int, int]

    def place(self, at: int) -> int:
        """The byte of the character at `at`."""
        piece = self.pieces[max(bisect_right(self.pieces, at, key=lambda piece: piece.start) - 1, 0)]
        return piece.place + (at - piece.start) * piece.width


def open_file(data: bytes) -> Fib:
    """The header and streams; Damaged, Locked or OutOfDate."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            stream = ole.openstream("WordDocument").read()
            magic, version, flags = struct.unpack_from("<HH6xH", stream)
            if magic == 0xA5DC or version < _WORD97:
                raise OutOfDate
            if flags & _ENCRYPTED:
                raise Locked
            table = ole.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
            more = ole.openstream("Data").read() if ole.exists("Data") else b""
        return Fib(struct.unpack_from("<8i", stream, 0x4C), stream, table, more)
    except SPOILT_OLE as error:
        raise Damaged from error


def read_words(fib: Fib) -> Words:
    """The text of the document and of its text boxes; struct.error or ValueError where the file is damaged."""
    pieces = _pieces(fib.part(0x01A2), len(fib.stream))
    parts = []
    for piece in pieces:
        raw = fib.stream[piece.place : piece.place + (piece.end - piece.start) * piece.width]
        parts.append(_decoded(raw, piece))
    before = sum(fib.lengths[:_PARTS_BEFORE_BOXES])
    boxes = (before, before + fib.lengths[_PARTS_BEFORE_BOXES])
    return Words("".join(parts), pieces, fib.lengths[0], boxes)


def _decoded(raw: bytes, piece: Piece) -> str:
    """One character a place, so that positions hold: surrogates stay as they are stored."""
    length = piece.end - piece.start
    if piece.width == 1:
        text = raw.decode("cp1252", "replace")
    else:
        text = "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])))
    return text[:length].ljust(length, "\0")


def _pieces(clx: bytes, size: int) -> tuple[Piece, ...]:
    at = 0
    while clx[at : at + 1] == b"\x01":  # properties that quick saves left; they change no text
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at : at + 1] != b"\x02":
        raise ValueError("no piece table")
    length = struct.unpack_from("<I", clx, at + 1)[0]
    table = clx[at + 5 : at + 5 + length]
    count = (len(table) - 4) // 12
    starts = struct.unpack_from(f"<{count + 1}I", table)
    found: list[Piece] = []
    for index in range(count):
        place = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)[0]
        narrow = bool(place & _COMPRESSED)
        place = (place & ~_COMPRESSED) // 2 if narrow else place
        start, end = starts[index], starts[index + 1]
        if not 0 <= start <= end or end - start > size:
            raise ValueError("a piece longer than the file")
        found.append(Piece(start, end, place, 1 if narrow else 2))
    return tuple(found)

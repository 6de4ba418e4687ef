"""Words struck through in a part of a cell, in the binary workbooks: strings with runs of fonts ([MS-XLS], [MS-XLSB]).

A string is struck by the fonts of its runs; what cannot be followed to its end is left as it stands, for the values
themselves are read elsewhere.
"""

import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

_RICH, _EXTENDED, _HIGH = 0x08, 0x04, 0x01
_NO_END = (struct.error, IndexError, UnicodeDecodeError)
Font = Callable[[int], bool]
_Run = tuple[int, int]  # the first character, the font


def _left(words: str, runs: Iterable[_Run], is_struck: Font) -> str | None:
    """What is left of words without the runs struck through; None where none is. The first words are the cell's own."""
    bounds = [(0, False), *((start, is_struck(font)) for start, font in runs)]
    if not any(struck for _, struck in bounds):
        return None
    ends = [start for start, _ in bounds[1:]] + [len(words)]
    return "".join(words[start:end] for (start, struck), end in zip(bounds, ends, strict=True) if not struck)


def struck_of_parts(parts: list[bytes], is_struck: Font) -> dict[int, str]:
    """Of the strings of an .xls, in the record that holds them and those that go on, the struck ones by number."""
    found: dict[int, str] = {}
    with suppress(*_NO_END):  # the end of the strings, or the strings so far
        for number, (words, runs) in enumerate(_strings(_Parts(parts))):
            left = _left(words, runs, is_struck) if runs else None
            if left is not None:
                found[number] = left
    return found


def struck_of_item(body: bytes, is_struck: Font) -> str | None:
    """What is left of one string of an .xlsb; None where nothing of it is struck."""
    try:
        if not body[0] & 1:
            return None
        (length,) = struct.unpack_from("<I", body, 1)
        at = 5 + 2 * length
        (count,) = struct.unpack_from("<I", body, at)
        runs = [struct.unpack_from("<HH", body, at + 4 + 4 * n) for n in range(min(count, len(body)))]
        return _left(body[5:at].decode("utf-16-le"), runs, is_struck)
    except _NO_END:
        return None


class _Parts:
    """Bytes over several records; the words of a string say anew in each whether they are one byte or two."""

    def __init__(self, parts: list[bytes]) -> None:
        self._parts, self._number, self._at = parts, 0, 8  # behind the counts of strings

    def take(self, count: int) -> bytes:
        """The next bytes; IndexError beyond the last part."""
        taken = b""
        while True:
            piece = self._parts[self._number][self._at : self._at + count - len(taken)]
            taken += piece
            self._at += len(piece)
            if len(taken) == count:
                return taken
            self._turn()

    def words(self, length: int, wide: bool) -> str:
        """The next words, of so many characters; `wide`: two bytes each."""
        said = ""
        while len(said) < length:
            if self._at >= len(self._parts[self._number]):
                self._turn()
                wide = bool(self.take(1)[0] & _HIGH)
            part = self._parts[self._number]
            piece = part[self._at : self._at + (length - len(said)) * (1 + wide)]
            self._at += len(piece)
            said += piece.decode("utf-16-le" if wide else "latin-1")
            if not piece:
                raise IndexError("words without end")
        return said

    def _turn(self) -> None:
        self._number, self._at = self._number + 1, 0
        if self._number >= len(self._parts):
            raise IndexError("beyond the last part")


def _strings(parts: _Parts) -> Iterator[tuple[str, list[_Run]]]:
    """Each string with its runs; IndexError at the end."""
    while True:
        length, flags = struct.unpack("<HB", parts.take(3))
        (count,) = struct.unpack("<H", parts.take(2)) if flags & _RICH else (0,)
        (extended,) = struct.unpack("<I", parts.take(4)) if flags & _EXTENDED else (0,)
        words = parts.words(length, bool(flags & _HIGH))
        runs = [struct.unpack("<HH", parts.take(4)) for _ in range(count)]
        parts.take(extended)
        yield words, runs

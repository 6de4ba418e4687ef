"""Make a PDF's text searchable: put back the characters that were drawn.

Qt names each glyph of an embedded font by the lowest character that has this glyph. In Chinese fonts many characters
share theirs with a Kangxi radical (U+2F00 …), so the PDF would read a radical for the word and a search would fail.
The ToUnicode maps (ISO 32000-1, 9.10.3) are written uncompressed with four hex digits a character, so each wrong name
is replaced in place by one of the same length; no offset in the file moves.
"""

import re
from collections.abc import Iterable

from PySide6.QtGui import QFont, QRawFont

_RANGE = re.compile(rb"beginbfrange\n.*?endbfrange", re.DOTALL)
_NAME = re.compile(rb"<([0-9A-Fa-f]{4})>(?=[ \]])")
_LIST = re.compile(rb"\[.*?\]", re.DOTALL)


def with_drawn_text(pdf: bytes, drawn: Iterable[str], fonts: Iterable[QFont]) -> bytes:
    """The PDF with its text layer in the characters of `drawn`, as far as `fonts` have their glyphs."""
    letters = {letter for text in drawn for letter in text if ord(letter) < 0x10000}
    raw = [QRawFont.fromFont(font) for font in fonts]
    glyphs = [_glyphs(font, sorted(letters)) for font in raw]

    def named(found: re.Match[bytes]) -> bytes:
        said = chr(int(found[1], 16))
        if said in letters:
            return found[0]
        for font, by_glyph in zip(raw, glyphs, strict=True):
            meant = by_glyph.get(_glyph(font, said))
            if meant:
                return b"<%04X>" % ord(meant)
        return found[0]

    return _RANGE.sub(lambda part: _LIST.sub(lambda names: _NAME.sub(named, names[0]), part[0]), pdf)


def _glyphs(font: QRawFont, letters: list[str]) -> dict[int, str]:
    """By glyph, the character drawn with it; where two are, the later one, which is never the radical."""
    return {glyph: letter for letter in letters if (glyph := _glyph(font, letter))}


def _glyph(font: QRawFont, letter: str) -> int:
    """The glyph of a character, 0 where the font has none."""
    return next(iter(font.glyphIndexesForString(letter)), 0)

"""Raw text to cleaned text, with a map back: web furniture dropped, hard-wrapped paragraphs rejoined, odd characters
folded one for one."""

import re
from bisect import bisect_right
from typing import NamedTuple

from desktop_app.documents.extraction import Span
from desktop_app.documents.folding import LETTERS, fold, plain
from desktop_app.documents.reader.furniture import without_furniture
from desktop_app.documents.reader.page_marks import lines_apart, page_marks, parts_beside
from desktop_app.documents.reader.torn import torn_blanks, torn_in
from desktop_app.documents.reader.wrapping import paragraphs

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_LINE_END = re.compile(r"[\n\r]+")
_INVISIBLE = "".join(re.escape(chr(code)) for code, ordinary in LETTERS.items() if ordinary is None)
_KEPT = re.compile(f"[^{_INVISIBLE}]+")
_MOST_BLANKS = 16
_LONG_BLANKS = re.compile(rf"[ \t\u3000\xa0]{{{_MOST_BLANKS + 1},}}")
_PAGE = re.compile(
    r"第 ?\d{1,3} ?页[ ，,/]{0,2}共 ?\d{1,3} ?页(?:下载后可任意编辑)?|下载后可任意编辑"
)  # amid a document site's copy
_EDGES = "|｜│"  # of a table's cells
_BLANKS = " \t\u3000\xa0\u2002\u2003\u2009\u200b\ufeff\u202f\ue5e5"


class Piece(NamedTuple):
    """`text[start:end]` came, character for character, from `raw[raw_start:]`."""

    start: int
    end: int
    raw_start: int


class Document(NamedTuple):
    """A cleaned text, the raw text it came from, and the pieces that map one to the other."""

    text: str
    raw: str
    origin: tuple[Piece, ...]

    def raw_span(self, span: Span) -> Span:
        """Where the cleaned `span` stands in the raw text."""
        starts = [piece.start for piece in self.origin]
        first = self.origin[max(bisect_right(starts, span[0]) - 1, 0)]
        last = self.origin[max(bisect_right(starts, max(span[1] - 1, span[0])) - 1, 0)]
        return (
            first.raw_start + min(span[0], first.end) - first.start,
            last.raw_start + min(span[1], last.end) - last.start,
        )

    def dropped(self) -> str:
        """What cleaning left out of the text, line by line: furniture of a web page."""
        gaps: list[str] = []
        position = 0
        for piece in self.origin:
            gaps.append(self.raw[position : piece.raw_start])
            position = piece.raw_start + piece.end - piece.start
        lines = (line.strip(_BLANKS) for line in _LINE_END.split("\n".join((*gaps, self.raw[position:]))))
        return "\n".join(line for line in lines if line)


def clean(raw: str) -> Document:
    """The document that `raw` holds."""
    marks = page_marks(raw)
    lines = [_trimmed(raw, span) for found in _LINE.finditer(raw) for span in lines_apart(raw, marks, *found.span())]
    lines = [(start, end) for start, end in lines if end > start and _KEPT.search(raw, start, end)]
    texts = [fold(plain(raw[start:end])) for start, end in lines]
    indented = [start > 0 and raw[start - 1] in _BLANKS for start, _ in lines]
    torn = torn_in(texts)
    parts: list[str] = []
    pieces: list[Piece] = []
    position = 0
    for number, paragraph in enumerate(paragraphs(texts, indented, without_furniture(texts))):
        if number:
            parts.append("\n")
            position += 1
        for index in paragraph:
            for start, end in (span for part in parts_beside(marks, *lines[index]) for span in _kept(raw, *part, torn)):
                parts.append(plain(raw[start:end]))
                pieces.append(Piece(position, position + end - start, start))
                position += end - start
    return Document("".join(parts), raw, tuple(pieces))


def _kept(raw: str, start: int, end: int, torn: bool) -> list[Span]:
    """The runs of `raw[start:end]` without invisible characters and page numbers, nor blanks that tear words where the
    text is `torn`; of a long run of blanks, its beginning."""
    if torn and (blanks := torn_blanks(raw[start:end])):
        stops = [start, *(start + at for at in blanks)]
        ends = [*stops[1:], end]
        return [
            span
            for first, last in zip(stops, ends, strict=True)
            for span in _kept(raw, first + (first > start), last, False)
        ]
    spans: list[Span] = []
    for found in _KEPT.finditer(raw, start, end):
        first = found.start()
        if raw.find("页", first, found.end()) >= 0 or raw.startswith("下载", first):
            for page in _PAGE.finditer(raw, first, found.end()):
                spans += _kept(raw, first, page.start(), False)
                first = page.end()
        for blanks in _LONG_BLANKS.finditer(raw, first, found.end()):
            spans.append((first, blanks.start() + _MOST_BLANKS))
            first = blanks.end()
        spans.append((first, found.end()))
    return spans


def _trimmed(raw: str, span: Span) -> Span:
    start, end = span
    text = raw[start:end]
    return start + len(text) - len(text.lstrip(_BLANKS)), start + len(text.rstrip(_BLANKS + _EDGES))

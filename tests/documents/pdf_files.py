"""Small PDF files for tests, written by hand: Chinese text at given places, ruled lines, pages without text.

The font is named, not embedded (ISO 32000-1, 9.7.5.2: the predefined character map UniGB-UCS2-H), so that no font is
needed where the tests run.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

A4 = (595, 842)
ROOM = "\u2003"  # in words: the room of a letter, with nothing drawn
_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ << /Type /Font "
    "/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
    "/Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 "
    "/FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >> >> ] >>"
)


class Text(NamedTuple):
    """Words whose lower left corner is at x, y, in points; full-width letters are `size` wide."""

    x: float
    y: float
    words: str
    size: float = 16


class Stroke(NamedTuple):
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float


class Sideways(NamedTuple):
    """A page of A4 whose words run by so many quarters clockwise, and how a viewer is told to turn it."""

    items: Sequence[Text | Stroke]
    quarters: int
    turned: int = 0


_MATRICES = ("1 0 0 1 0 0", f"0 -1 1 0 0 {A4[1]}", f"-1 0 0 -1 {A4[0]} {A4[1]}", f"0 1 -1 0 {A4[0]} 0")


def pdf(*pages: Sequence[Text | Stroke] | Sideways) -> bytes:
    """A file with these pages of A4."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", _FONT]
    kids = []
    for page in pages:
        items, quarters, turned = page if isinstance(page, Sideways) else Sideways(page, 0)
        stream = f"q {_MATRICES[quarters]} cm\n" + "\n".join(_drawn(item) for item in items) + "\nQ"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A4[0]} {A4[1]}] /Rotate {turned} /Resources << /Font << /F "
            f"3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    return _file(objects)


def _drawn(item: Text | Stroke) -> str:
    if isinstance(item, Stroke):
        return f"0.5 w {item.x0} {item.y0} m {item.x1} {item.y1} l S"
    shown = re.sub(f"{ROOM}+", lambda room: f"> {-1000 * len(room.group())} <", _hex(item.words))
    return f"BT /F {item.size} Tf {item.x} {item.y} Td [<{shown}>] TJ ET"


def _hex(words: str) -> str:
    return "".join(char if char == ROOM else char.encode("utf-16-be").hex() for char in words)


def _file(objects: list[str]) -> bytes:
    data = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + (head + tail).encode("ascii")


def wrapped(words: str, letters: int) -> list[str]:
    """The words in lines of so many letters, the first two letters shorter for its indentation."""
    lines, words = [words[: letters - 2]], words[letters - 2 :]
    while words:
        lines.append(words[:letters])
        words = words[letters:]
    return lines


def column(paragraphs: list[str], x: float, y: float, letters: int, size: float = 16) -> list[Text]:
    """Paragraphs set from y downwards, first lines indented by two letters."""
    texts = []
    for paragraph in paragraphs:
        for index, line in enumerate(wrapped(paragraph, letters)):
            texts.append(Text(x if index else x + 2 * size, y, line, size))
            y -= 1.75 * size
    return texts


def grid(rows: list[list[str]], x: float, y: float, widths: list[float], letters: int) -> list[Text | Stroke]:
    """A ruled table; a cell's words wrap after so many letters of size 10."""
    drawn: list[Text | Stroke] = []
    edges = [x + sum(widths[:n]) for n in range(len(widths) + 1)]
    for row in rows:
        lines = [
            [part[n : n + letters] for part in cell.split("\n") for n in range(0, len(part), letters)] for cell in row
        ]
        height = 14 * max(len(cell) for cell in lines) + 8
        drawn.append(Stroke(edges[0], y, edges[-1], y))
        drawn += [Stroke(edge, y, edge, y - height) for edge in edges]
        for left, cell in zip(edges, lines, strict=False):
            drawn += [Text(left + 3, y - 14 - 14 * n, words, 10) for n, words in enumerate(cell)]
        y -= height
    drawn.append(Stroke(edges[0], y, edges[-1], y))
    return drawn

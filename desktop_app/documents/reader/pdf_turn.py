"""Which way the words of a PDF page run: tables are set sideways, scanned pages are turned."""

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_ASKED = 40  # characters of a page


class Box(NamedTuple):
    """A rectangle in points."""

    left: float
    bottom: float
    right: float
    top: float


class Turn(NamedTuple):
    """The page's rectangle, and by how many quarters its words run clockwise."""

    page: Box
    quarters: int

    @property
    def height(self) -> float:
        """The height of the page with its words upright."""
        left, bottom, right, top = self.page
        return right - left if self.quarters % 2 else top - bottom

    def upright(self, box: Box) -> Box:
        """Where `box` lies on the page with its words upright, from its lower left corner."""
        left, bottom, right, top = self.page
        if self.quarters == 1:
            return Box(top - box.top, box.left - left, top - box.bottom, box.right - left)
        if self.quarters == 2:
            return Box(right - box.right, top - box.top, right - box.left, top - box.bottom)
        if self.quarters == 3:
            return Box(box.bottom - bottom, right - box.right, box.top - bottom, right - box.left)
        return Box(box.left - left, box.bottom - bottom, box.right - left, box.top - bottom)


def turn_of(page: "PdfPage", words: "PdfTextPage") -> Turn:
    """How the words of a page run, as most of them do."""
    from pypdfium2 import raw as pdfium

    count = words.count_chars()
    angles = (pdfium.FPDFText_GetCharAngle(words.raw, at) for at in range(0, count, max(count // _ASKED, 1)))
    quarters = Counter(round(angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0)
    return Turn(
        Box(*(page.get_cropbox() or (0.0, 0.0, *page.get_size()))), quarters.most_common(1)[0][0] if quarters else 0
    )

"""The hatch of late bars, drawn and laid, and how wide texts are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.paint.application import ready
from desktop_app.paint.colours import INK, PAGE
from desktop_app.paint.fonts import text_font
from desktop_app.paint.gantt_hatch import Hatch, Pattern, hatch_drawn, hatch_laid
from desktop_app.paint.gantt_view import Face

PATTERN = Pattern(INK, 6.3, 1.0)


@pytest.fixture(autouse=True)
def _ready() -> None:
    ready()


def hatched(hatch: Hatch, boxes: list[QRectF], ratio: float = 1.0) -> QImage:
    """A white picture of 300×60 with these boxes hatched."""
    image = QImage(round(300 * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(PAGE))
    painter = QPainter(image)
    hatch(painter, {PATTERN: boxes})
    painter.end()
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    """The pixels that are not white."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    wide, pixels = grey.bytesPerLine(), bytes(grey.constBits())
    return [(place % wide, place // wide) for place, shade in enumerate(pixels) if shade < 250]


@given(left=st.floats(0, 200), width=st.floats(0, 90), top=st.integers(5, 30))
@pytest.mark.parametrize("hatch", [hatch_drawn, hatch_laid])
def test_no_diagonal_leaves_its_box(hatch: Hatch, left: float, width: float, top: int) -> None:
    for x, y in inked(hatched(hatch, [QRectF(left, top, width, 18)])):
        # a pixel covers 1 from its place on, and half a stroke lies beside the diagonal
        assert left - 2 <= x <= left + width + 1 and top - 2 <= y <= top + 19


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_laid_strips_look_like_drawn_strokes_at_any_scaling_of_the_screen(ratio: float) -> None:
    box = [QRectF(20, 10, 200, 18)]
    drawn, laid = (len(inked(hatched(hatch, box, ratio))) for hatch in (hatch_drawn, hatch_laid))
    assert drawn > 500 * ratio and 0.8 < laid / drawn < 1.25


def test_diagonals_run_through_boxes_of_one_row_in_one_phase() -> None:
    whole = hatched(hatch_laid, [QRectF(20, 10, 200, 18)])
    parts = hatched(hatch_laid, [QRectF(20, 10, 80, 18), QRectF(100, 10, 120, 18)])
    assert whole == parts


@pytest.mark.parametrize("text", ["推进第12号重点民生事项", "（一）A级 3.5%、“乡镇”——", "مرحبا", "ཀྲུང་ཧྭ"])
def test_a_text_is_as_wide_as_it_is_drawn(text: str) -> None:
    face = Face(text_font(40))
    assert face.width(text) == pytest.approx(face.metrics.horizontalAdvance(text), abs=0.5)

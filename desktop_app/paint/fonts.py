"""The Chinese fonts: the one that paper and picture are set in, and what this computer has of those our papers name."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QImage, QPainter

from desktop_app.paint.families import FAMILIES
from desktop_app.texts import fonts as texts


@cache
def family() -> str:
    """The first of FAMILIES that is installed, else Qt's own choice."""
    installed = set(QFontDatabase.families())
    return next((name for name in FAMILIES if name in installed), QFont().family())


def text_font(pixels: float, strong: bool = False) -> QFont:
    """The font at a height of so many device pixels; strong only where the family has a bold face of its own.

    Unhinted, so that widths are the same at every size.
    """
    font = QFont(family())
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return resized(font, pixels, strong)


def resized(font: QFont, pixels: float, strong: bool = False) -> QFont:
    """A copy of a font at another height in device pixels."""
    copy = QFont(font)
    copy.setPixelSize(max(1, round(pixels)))
    copy.setBold(strong)
    return copy


@cache
def stood_in() -> dict[str, str]:
    """Each font that our papers name → the one this computer shows it in: itself, its stand-in, or ""."""
    installed = set(QFontDatabase.families())

    def here(face: str) -> bool:
        return not installed.isdisjoint(texts.NAMES[face])

    return {
        face: next((name for name in (face, *others) if here(name)), "") for face, others in texts.STAND_INS.items()
    }


def told_of_stand_ins() -> list[str]:
    """A sentence for each font of our papers that this computer lacks."""
    others = {face: other for face, other in stood_in().items() if face != other}
    return [(texts.STOOD_IN if other else texts.NONE).format(face=face, other=other) for face, other in others.items()]


def is_drawn(text: str) -> bool:
    """Whether each character of a text has a picture of its own: ink, and not that of the missing-glyph box."""
    nothing = {_picture("\uffff"), _picture(" ")}  # no font has a glyph for the first
    pictures = {_picture(character) for character in text}
    return len(pictures) == len(set(text)) and pictures.isdisjoint(nothing)


def _picture(character: str) -> bytes:
    """The pixels of one character, 48 high, in the font of our papers."""
    image = QImage(64, 64, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(text_font(48))
    painter.drawText(4, 4 + QFontMetrics(painter.font()).ascent(), character)
    painter.end()
    return bytes(image.constBits())

"""The Chinese font that paper and picture are set in."""

import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

_WINDOWS = ("Microsoft YaHei UI", "Microsoft YaHei", "SimSun")
_OTHERS = ("Noto Sans CJK SC", "WenQuanYi Micro Hei")  # the text layers of both were checked
# The system's own first: asking for one that is not installed costs Qt a look through all there are.
FAMILIES = (*_WINDOWS, *_OTHERS) if sys.platform == "win32" else (*_OTHERS, *_WINDOWS)


@cache
def family() -> str:
    """The first of FAMILIES that is installed, else Qt's own choice."""
    installed = set(QFontDatabase.families())
    return next((name for name in FAMILIES if name in installed), QFont().family())


def text_font(pixels: float, strong: bool = False) -> QFont:
    """The font at a height of so many device pixels; strong only where the family has a bold face of its own."""
    return resized(QFont(family()), pixels, strong)


def resized(font: QFont, pixels: float, strong: bool = False) -> QFont:
    """A copy of a font at another height in device pixels. Unhinted, so that widths are the same at every size."""
    copy = QFont(font)
    copy.setPixelSize(max(1, round(pixels)))
    copy.setBold(strong)
    copy.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return copy

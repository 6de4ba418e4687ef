"""The Chinese font that paper and picture are set in."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

# Windows first; then what Linux has. Two text layers were checked: Noto Sans CJK SC and WenQuanYi Micro Hei.
FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "SimSun",
    "Noto Sans CJK SC",
    "WenQuanYi Micro Hei",
)


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

"""How everything looks: one palette, one font, one small style sheet, one set of line icons. Always light."""

import sys
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.paint.colours import ACCENT, BAND, CHOSEN, INK, LIGHTS, LINE, PAGE, SECOND
from desktop_app.paint.families import FAMILIES
from desktop_app.paths import asset

__all__ = ["ACCENT", "BAND", "CHOSEN", "HIT", "INK", "LIGHTS", "LINE", "PAGE", "SECOND", "apply_theme", "icon"]

HIT = "#FFE58A"  # ground of a search hit
SMALL, HEADING, TITLE = 9.0, 10.5, 14.0  # points
_ELLIPSIS = "…"
SCALES = (90, 100, 110, 125, 150)  # percent the clerk may choose
_COLOURS = {"INK": INK, "SECOND": SECOND, "LINE": LINE, "BAND": BAND, "PAGE": PAGE, "ACCENT": ACCENT, "CHOSEN": CHOSEN}


def application(percent: int = 100) -> QApplication:
    """The application, made where there is none yet, with the program's look."""
    # The style is asked for here: QApplication.setStyle would have Qt's binding make all 560 names of QStyle.
    app = QApplication.instance() or QApplication([*sys.argv, "-style", "Fusion"])
    assert isinstance(app, QApplication)
    apply_theme(app, percent)
    return app


def apply_theme(app: QApplication, percent: int = 100) -> None:
    """Give the application its look at `percent` of the usual type size; a dark system theme does not reach it."""
    app.styleHints().setProperty("colorScheme", "Light")
    app.setPalette(_palette())
    app.setFont(font(SMALL * percent / 100))
    app.setStyleSheet(_sheet(percent))


def font(points: float) -> QFont:
    """The program's font at this size, with its fallbacks.

    What is to stand out is larger, not bold: of a Chinese family the bold face is a file of its own, which costs the
    start three milliseconds and holds five megabytes.
    """
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPointSizeF(points)
    return made


def row_height(widget: QWidget) -> int:
    """The height of a table row in this widget's font: 28 pixels at the usual size, never under 24."""
    return max(24, round(QFontMetrics(widget.font()).height() * 28 / 17))


def elided(words: str, shown_in: QFont, width: int) -> str:
    """The words, cut short with an ellipsis where they are wider than so many pixels: QFontMetrics.elidedText."""
    metrics = QFontMetricsF(shown_in)
    if metrics.horizontalAdvance(words) <= width:
        return words
    room = width - metrics.horizontalAdvance(_ELLIPSIS)
    cut = (words[:kept] for kept in range(len(words) - 1, 0, -1))
    return next((short for short in cut if metrics.horizontalAdvance(short) < room), "") + _ELLIPSIS


@cache
def icon(name: str) -> QIcon:
    """A line icon of resources/icons; Qt draws it when and as large as it is shown, and greys it where disabled."""
    return QIcon(str(asset("resources", "icons", f"{name}.svg")))


def light_words(light: str, label: str) -> str:
    """A light as text: its shape before its word."""
    return f"{LIGHTS[light][1]} {label}"


def _sheet(percent: int) -> str:
    sheet = asset("resources", "style", "light.qss").read_text("utf-8")
    for name, colour in _COLOURS.items():
        sheet = sheet.replace(f"@{name}", colour)
    for name, points in (("TITLE", TITLE), ("HEADING", HEADING)):
        sheet = sheet.replace(f"@{name}", f"{points * percent / 100:g}pt")
    return sheet


def _palette() -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for part, colour in (
        (role.Window, PAGE),
        (role.Base, PAGE),
        (role.AlternateBase, BAND),
        (role.Button, BAND),
        (role.ToolTipBase, PAGE),
        (role.WindowText, INK),
        (role.Text, INK),
        (role.ButtonText, INK),
        (role.ToolTipText, INK),
        (role.BrightText, PAGE),
        (role.Accent, ACCENT),
        (role.Highlight, ACCENT),
        (role.HighlightedText, PAGE),
        (role.Link, ACCENT),
        (role.LinkVisited, ACCENT),
        (role.PlaceholderText, SECOND),
        (role.Light, PAGE),
        (role.Midlight, BAND),
        (role.Mid, LINE),
        (role.Dark, "#AFB8C1"),
        (role.Shadow, "#8C959F"),
    ):
        palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, part, QColor("#8C959F"))
    return palette

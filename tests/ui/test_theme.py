"""The look: light whatever the system says, readable, scaled by the clerk."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QTableView

from desktop_app.paths import asset
from desktop_app.ui import theme


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    theme.apply_theme(qapp)
    yield qapp
    theme.apply_theme(qapp)


def brightness(colour: QColor) -> float:
    """Relative luminance (WCAG 2)."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]  # type: ignore[index]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(QColor(one)), brightness(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_ink_on_every_ground_can_be_read() -> None:
    inks = [theme.INK, theme.SECOND, *(colour for colour, _ in theme.LIGHTS.values())]
    for ink in inks:
        for ground in (theme.PAGE, theme.BAND, theme.CHOSEN):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(theme.INK, theme.HIT) >= 4.5


def test_a_dark_system_does_not_reach_the_window(app: QApplication) -> None:
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    theme.apply_theme(app)
    assert app.styleHints().colorScheme() != Qt.ColorScheme.Dark
    palette, role, group = app.palette(), QPalette.ColorRole, QPalette.ColorGroup
    assert palette.color(role.Window) == QColor(theme.PAGE)
    assert palette.color(role.Text) == QColor(theme.INK)
    theirs = [  # what is not set here is the system's
        (one, part)
        for one in (group.Active, group.Inactive, group.Disabled)
        for part in role
        if part not in (role.NoRole, role.NColorRoles) and not palette.isBrushSet(one, part)
    ]
    assert theirs == []


def test_every_colour_of_the_sheet_is_filled_in(app: QApplication) -> None:
    assert app.styleSheet() and "@" not in app.styleSheet()


@pytest.mark.parametrize("percent", theme.SCALES)
def test_type_and_rows_scale_together(app: QApplication, percent: int) -> None:
    theme.apply_theme(app, percent)
    assert app.font().pointSizeF() == pytest.approx(9 * percent / 100)
    table = QTableView()
    height = theme.row_height(table)
    assert height >= 24 and height >= table.fontMetrics().height() + 6
    if percent == 100:
        assert height == 28


def test_every_icon_can_be_drawn(app: QApplication) -> None:
    for path in asset("resources", "icons").glob("*.svg"):
        picture = theme.icon(path.stem).pixmap(16, 16).toImage()
        assert any(picture.pixelColor(x, y).alpha() for x in range(16) for y in range(16)), path.name


def test_words_are_cut_short_as_qt_does_it(app: QApplication) -> None:
    shown_in, right = theme.font(9), Qt.TextElideMode.ElideRight
    for width in range(20, 260, 7):
        for words in ("推进社区养老服务站建设", "健全救助机制，办好实事", "字"):
            assert theme.elided(words, shown_in, width) == QFontMetrics(shown_in).elidedText(words, right, width)

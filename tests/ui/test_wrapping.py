"""What does not fit a row goes on below, at every type size; nothing is cut."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.session import Session
from desktop_app.ui.theme import apply_theme
from desktop_app.ui.today.page import TodayPage
from desktop_app.ui.wrapping import Wrapping
from tests.ui.ledger_case import Case


def shown(qtbot: QtBot, width: int) -> tuple[QWidget, list[QPushButton]]:
    """Four buttons, a spacer after the first, in a window of this width."""
    whole = QWidget()
    row = Wrapping(whole)
    buttons = [QPushButton(words) for words in ("口头填报", "增减任务", "重新生成", "打包")]
    for place, button in enumerate(buttons):
        row.addWidget(button)
        if place == 0:
            row.addStretch()
    qtbot.addWidget(whole)
    whole.resize(width, whole.heightForWidth(width))
    whole.show()
    qtbot.waitExposed(whole)
    return whole, buttons


def test_with_room_for_all_the_spacer_parts_them(qtbot: QtBot) -> None:
    whole, (first, second, *_, last) = shown(qtbot, 800)
    assert first.y() == last.y() and second.x() - first.geometry().right() > 200
    assert last.geometry().right() >= whole.width() - 20


def test_without_it_they_go_on_below_and_none_is_cut(qtbot: QtBot) -> None:
    whole, buttons = shown(qtbot, 220)
    assert len({button.y() for button in buttons}) > 1
    for button in buttons:
        assert button.width() >= button.sizeHint().width()
        assert whole.rect().contains(button.geometry())


@pytest.mark.parametrize(("percent", "rows"), [(90, 1), (100, 1), (150, 2)])
def test_the_numbers_of_today_are_never_cut(qtbot: QtBot, case: Case, percent: int, rows: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, percent)
    try:
        page = TodayPage(Session(case.store))
        qtbot.addWidget(page)
        page.resize(950, 540)  # what a window of 1024×600 leaves
        page.show()
        qtbot.waitExposed(page)
        buttons = page._tiles.buttons
        qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == rows)
        assert all(button.width() >= button.least_width() for button in buttons)
    finally:
        apply_theme(app)

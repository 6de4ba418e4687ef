"""Flat tables: columns fill the width by their weights, rows and columns grow with the type."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QStyle, QStyleOptionViewItem, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.flat import FlatDelegate, draw_table, size_dialog


def table(qtbot: QtBot, width: int) -> QTableWidget:
    made = QTableWidget(3, 3)
    draw_table(made, {0: 50, 1: 100, 2: 60}, {1: 3, 2: 1})
    qtbot.addWidget(made)
    made.resize(width, 300)
    made.show()
    return made


def test_spare_room_goes_to_the_columns_that_share_it(qtbot: QtBot):
    narrow, wide = table(qtbot, 400), table(qtbot, 800)
    assert narrow.columnWidth(0) == wide.columnWidth(0)
    gained = [wide.columnWidth(column) - narrow.columnWidth(column) for column in (1, 2)]
    assert gained[0] + gained[1] in (399, 400) and abs(gained[0] - 3 * gained[1]) <= 4
    wide.resize(400, 300)
    assert [wide.columnWidth(n) for n in range(3)] == [narrow.columnWidth(n) for n in range(3)]


def test_a_larger_type_makes_larger_rows_and_columns(qtbot: QtBot):
    small, large = table(qtbot, 400), table(qtbot, 400)
    font = QFont(large.font())
    font.setPointSizeF(2 * font.pointSizeF())
    large.setFont(font)
    assert large.rowHeight(0) > 1.5 * small.rowHeight(0)
    assert large.columnWidth(0) > 1.5 * small.columnWidth(0)


def test_no_box_is_drawn_around_the_current_cell(qtbot: QtBot):
    flat = table(qtbot, 400)
    option = QStyleOptionViewItem()
    option.state = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Enabled  # type: ignore[attr-defined]
    delegate = flat.itemDelegate()
    assert isinstance(delegate, FlatDelegate)
    delegate.initStyleOption(option, flat.model().index(0, 0))
    assert not option.state & QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]


def test_a_dialog_is_never_larger_than_its_window(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    dialog = QDialog(window)
    size_dialog(dialog, 2000, 100)
    assert dialog.width() == 700 and dialog.height() <= 500

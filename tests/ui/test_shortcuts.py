"""The sheet of keys: what it lists is there, and what is there is listed."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.texts import shortcuts as texts
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.manual.window import ManualWindow
from desktop_app.ui.session import Session
from desktop_app.ui.shortcuts import ShortcutsDialog
from tests.ui.fronting import seen, to_front
from tests.ui.ledger_case import Case


def test_every_key_of_the_window_and_the_ledger_is_listed(qtbot: QtBot, case: Case, tmp_path: Path) -> None:
    window = MainWindow(Session(case.store), tmp_path / "window.json")
    qtbot.addWidget(window)
    seen(qtbot, window)
    window.show_page("ledger")
    listed = {key for _, keys, _ in texts.KEYS for key in re.split("[、 ]|或", keys)}
    listed |= {f"Ctrl+{number}" for number in range(1, 9)}
    listed |= {"Ctrl+Up", "Alt+Up", "Alt+Down"}  # written as arrows
    shortcuts = {one.key().toString() for one in window.findChildren(QShortcut)}
    acts = {one.shortcut().toString() for one in window.findChildren(QAction) if not one.shortcut().isEmpty()}
    assert (shortcuts | acts) - listed - {""} == set()


def test_a_key_is_found_by_what_it_does(qtbot: QtBot, case: Case, tmp_path: Path) -> None:
    window = MainWindow(Session(case.store), tmp_path / "window.json")
    qtbot.addWidget(window)
    seen(qtbot, window)
    to_front(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None and dialog.isVisible()
    dialog.search.setText("撤销")
    shown = [row for row in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(row)]
    assert [dialog.table.item(row, 1).text() for row in shown] == ["Ctrl+Z"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ShortcutsDialog) is None)


def test_the_manual_leads_to_the_sheet(qtbot: QtBot) -> None:
    manual = ManualWindow()
    qtbot.addWidget(manual)
    manual.show()
    manual.keys.click()
    assert manual.findChild(ShortcutsDialog).isVisible()  # type: ignore[union-attr]

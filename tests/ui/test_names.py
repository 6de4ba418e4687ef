"""Everything in the pages and dialogs of intake and exchange that can have the keys says what it is."""

import gc
from datetime import date
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.ui.main_window import PAGES, MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.shot_dialogs import dialogs
from tests.ui.fronting import to_front
from tests.ui.ledger_case import Case


def nameless(whole: QWidget) -> list[str]:
    """The controls that can have the keys and bear neither name nor words; parts of another control are left out."""
    found = []
    for part in whole.findChildren(QWidget):
        inner = part.objectName().startswith("qt_") or isinstance(part.parent(), QComboBox | QAbstractSpinBox)
        passive = not part.isVisible() or part.focusPolicy() is Qt.FocusPolicy.NoFocus
        worded = isinstance(part, QLabel | QScrollArea) or (isinstance(part, QAbstractButton) and part.text())
        if not (inner or passive or worded or part.accessibleName()):
            found.append(f"{type(part).__name__} in {type(part.parent()).__name__}")
    return found


@pytest.fixture
def window(qtbot: QtBot, case: Case, tmp_path: Path) -> MainWindow:
    made = MainWindow(Session(case.store), tmp_path / "window.json")
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    return made


@pytest.mark.parametrize("page", PAGES)
def test_every_control_of_the_page_has_a_name(window: MainWindow, page: str) -> None:
    window.show_page(page)
    assert nameless(window) == []


def test_every_control_of_every_dialog_has_a_name_and_fits_a_small_screen(window: MainWindow) -> None:
    seen = set()
    for name, dialog in dialogs(window.session, window):
        dialog.show()
        assert nameless(dialog) == [], name
        assert dialog.width() <= 1024 and dialog.height() <= 600, name
        dialog.close()
        dialog.deleteLater()
        seen.add(name)
    assert {"review", "review-offices", "comparison", "import", "template", "export-back", "assign"} <= seen
    assert {"figures", "dispatch", "collect", "password", "send-back", "timeliness", "choose", "told"} <= seen
    assert {"conditions", "day", "between", "shortcuts"} <= seen


def missed_by_tab(dialog: QWidget) -> list[str]:
    """The controls of a dialog that Tab should lead to, and does not."""
    wanted = {
        part
        for part in dialog.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and part.isEnabled()
        if part.window() is dialog and part.focusProxy() is None
    }
    reached: set[QWidget] = set()
    for _ in range(3 * len(wanted) + 9):  # a day has three parts
        part = QApplication.focusWidget()
        if part is not None:
            reached.add(part)
            QTest.keyClick(part, Qt.Key.Key_Tab)
    left = [part for part in wanted - reached if not any(part.isAncestorOf(one) for one in reached)]
    return [f"{type(part).__name__} {part.accessibleName()}" for part in left]


def test_tab_leads_through_every_dialog_and_escape_out_of_it(qtbot: QtBot, window: MainWindow) -> None:
    for name, dialog in dialogs(window.session, window):
        if isinstance(dialog, QDialog):
            dialog.show()
            to_front(qtbot, dialog)
            assert missed_by_tab(dialog) == [], name
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            assert not dialog.isVisible(), name
        dialog.deleteLater()


def test_the_bars_the_list_of_finds_and_a_past_day_have_names(window: MainWindow) -> None:
    window.searching.go()
    window.aside.past.look_at(date(2026, 6, 30))
    assert nameless(window) == []
    window.aside.past.leave()


def test_a_closed_dialog_leaves_nothing_behind(window: MainWindow) -> None:
    def heard() -> int:
        return window.session.receivers(SIGNAL("changed(PyObject)"))  # type: ignore[arg-type]

    windows, before = set(QApplication.topLevelWidgets()), heard()
    assert before > 0
    seen: dict[str, ref[QWidget]] = {}
    for name, dialog in dialogs(window.session, window):
        dialog.show()
        QApplication.processEvents()
        dialog.close()
        dialog.deleteLater()
        seen[name] = ref(dialog)
        del dialog
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    left = {name: kept() for name, kept in seen.items()}
    assert [name for name, dialog in left.items() if dialog is not None and isValid(dialog)] == []
    assert [name for name, dialog in left.items() if dialog is not None] == []
    assert set(QApplication.topLevelWidgets()) <= windows
    assert heard() == before

"""Each dialog of the table: named for who cannot see it, by keys alone, and gone when it is closed."""

import gc
import weakref
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QListWidget, QTableWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.ledger.blocks import Misfit, Put
from desktop_app.ui.ledger.columns import COLUMNS, DEADLINE, LEADS, NOTE, USUAL
from desktop_app.ui.ledger.columns_dialog import ColumnsDialog
from desktop_app.ui.ledger.many_dialog import ManyDialog
from desktop_app.ui.ledger.misfits_dialog import MisfitsDialog
from desktop_app.ui.ledger.replace_dialog import ReplaceDialog
from tests.ui.fronting import to_front
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import Case

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    return Desk(qtbot, case)


def misfits(desk: Desk) -> object:
    puts = [Put(desk.case.built.tasks[0], DEADLINE, "改天"), Put(desk.case.built.tasks[1], DEADLINE, "8月底")]
    return desk.page.blocks.put(puts, str)


ROADS: list[tuple[type[QDialog], Callable[[Desk], object]]] = [
    (MisfitsDialog, misfits),
    (ManyDialog, lambda desk: desk.page.blocks.many()),
    (ReplaceDialog, lambda desk: desk.page.blocks.replace()),
    (ColumnsDialog, lambda desk: desk.page.choose_columns()),
]


@pytest.mark.parametrize(("kind", "road"), ROADS)
@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_a_dialog_is_named_ends_by_a_key_and_is_gone(
    desk: Desk, kind: type[QDialog], road: Callable[[Desk], object], key: Qt.Key
) -> None:
    seen: list[weakref.ref[QDialog]] = []

    def look() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
        seen.append(weakref.ref(dialog))
        assert dialog.windowTitle() and dialog.height() <= 560
        for part in (QLineEdit, QComboBox, QListWidget, QTableWidget):
            assert all(
                w.accessibleName() or w.parent() in dialog.findChildren(QComboBox) for w in dialog.findChildren(part)
            )
        QTest.keyClick(dialog, key)
        if dialog.isVisible():
            dialog.reject()

    desk.at(0, LEADS)
    before = desk.case.store.logical_dump()
    QTimer.singleShot(0, look)
    road(desk)
    if key == Key.Key_Escape:
        assert desk.case.store.logical_dump() == before
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert len(seen) == 1
    left = seen[0]()
    assert left is None or not shiboken6.isValid(left)


def test_chosen_columns_are_shown_and_the_usual_ones_come_back(qtbot: QtBot, desk: Desk) -> None:
    dialog = ColumnsDialog(desk.table.columns)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == [COLUMNS[column] for column in USUAL[2:]]
    dialog.show_columns([LEADS])
    desk.table.headings.show(dialog.chosen())
    assert desk.page.shown_columns() == ["no", "title", "leads"]
    assert [desk.table.right.isColumnHidden(column) for column in (LEADS, DEADLINE)] == [False, True]


def test_columns_are_put_in_order_without_a_mouse(qtbot: QtBot, desk: Desk) -> None:
    desk.table.headings.show(["leads", "deadline", "note"])
    dialog = ColumnsDialog(desk.table.columns)
    qtbot.addWidget(dialog)
    dialog.show()
    to_front(qtbot, dialog)
    dialog.list.setCurrentRow(2)
    for _ in range(3):  # once more than there is room
        QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.chosen() == ["leads", "note", "deadline"]
    desk.table.headings.show(dialog.chosen())
    assert desk.page.shown_columns() == ["no", "title", "leads", "note", "deadline"]
    header = desk.table.right.horizontalHeader()
    assert sorted((LEADS, DEADLINE, NOTE), key=header.sectionViewportPosition) == [LEADS, NOTE, DEADLINE]


def test_what_does_not_fit_is_listed_and_nothing_is_the_default(qtbot: QtBot) -> None:
    dialog = MisfitsDialog(0, [Misfit("任务", "时限", "改天", "没有看懂")])
    qtbot.addWidget(dialog)
    assert not dialog.take.isEnabled() and dialog.table.rowCount() == 1

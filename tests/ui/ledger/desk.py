"""The ledger page in the hand: what keys and mouse do, for the tests of this room."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.store.journal import Entry, entries
from desktop_app.ui.ledger.columns import TITLE
from desktop_app.ui.ledger.editors import set_words, words_of
from desktop_app.ui.ledger.lines import Line
from desktop_app.ui.ledger.page import LedgerPage
from desktop_app.ui.ledger.view import LedgerView
from desktop_app.ui.session import Session
from tests.ui.ledger_case import Case

Key, Held = Qt.Key, Qt.KeyboardModifier


class Desk:
    """The page of a case, with what a hand does."""

    def __init__(self, qtbot: QtBot, case: Case) -> None:
        self.case, self.session = case, Session(case.store)
        self.page = LedgerPage(self.session)
        self.table, self.model = self.page.table, self.page.model
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        qtbot.addWidget(self.page)
        self.page.resize(1280, 600)
        self.page.show()
        qtbot.waitExposed(self.page)

    def at(self, task: int, column: int) -> None:
        """Click on a cell."""
        self.table.choose(self.case.built.tasks[task], column)
        self.view.setFocus()

    def over(self, first: int, last: int, column: int, to: int | None = None) -> None:
        """Choose a block: from a cell of one task to a cell of another."""
        self.at(first, column)
        row = self.model.row_of(self.case.built.tasks[last])
        assert row is not None
        self.table.extend((row, column if to is None else to))

    @property
    def view(self) -> LedgerView:
        return self.table.left if self.current.column() < 2 else self.table.right

    @property
    def current(self) -> QModelIndex:
        return self.table.left.currentIndex()

    def press(self, key: Qt.Key, widget: QWidget | None = None, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
        QTest.keyClick(widget or self.view, key, held)

    def type_text(self, words: str) -> QWidget:
        """Type into the current cell, the first letter opening its editor."""
        QTest.keyClick(self.view, Key.Key_A)
        editor = self.editor()
        assert words_of(editor) == "a"
        set_words(editor, words)
        return editor

    def editor(self) -> QWidget:
        found = [w for kind in (QLineEdit, QPlainTextEdit) for w in self.view.viewport().findChildren(kind)]
        seen = [widget for widget in found if widget.isVisible()]
        assert seen
        return seen[-1]

    def titles(self) -> list[str]:
        lines = [self.model.line(row) for row in range(self.model.rowCount())]
        return [line.cells[TITLE] for line in lines if isinstance(line, Line)]

    def words(self, task: int, column: int) -> str:
        row = self.model.row_of(self.case.built.tasks[task])
        assert row is not None
        line = self.model.line(row)
        assert isinstance(line, Line)
        return line.cells[column]

    def place(self) -> tuple[str, int]:
        row = self.model.line(self.current.row())
        assert isinstance(row, Line)
        return row.cells[TITLE], self.current.column()

    def entry(self) -> Entry:
        """The newest entry of the journal."""
        return entries(self.case.store.connection)[0]

    def taken_back(self) -> str:
        """The ledger after the newest entry was taken back."""
        self.session.undo(self.entry().id)
        return self.case.store.logical_dump()

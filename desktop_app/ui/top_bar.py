"""The bar over every page: which plan, search, undo and redo by name, and the way in for a plan."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import manual
from desktop_app.texts import window as texts
from desktop_app.ui.theme import elided, icon

_WORDS_OF_UNDO = 220  # pixels; a longer label is elided and told whole in the tool tip


_TIP = 3  # Qt.ItemDataRole.ToolTipRole
_COMPARE = "compare"  # the last line of the plans: no plan, but the way to see two of them side by side


class SearchLine(QLineEdit):
    """The search over everything. It tells of the keys that choose among the finds; Ctrl+Z is the ledger's where
    nothing was typed."""

    entered = Signal()
    left = Signal()
    moved = Signal(int)  # rows down
    filter_wanted = Signal()
    ended = Signal()
    undo_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence

        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        rows = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        if key in rows:
            self.moved.emit(rows[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.filter_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.ended.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TopBar(QFrame):
    """Tells what the clerk wants; knows nothing of how it is done."""

    plan_chosen = Signal(object)  # the key of a plan, None for all of them
    plans_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    import_wanted = Signal()
    manual_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setAccessibleName(texts.TOP_BAR)
        self.scope = QComboBox(self)
        self._scope = self._plans = 0
        self.scope.setAccessibleName(texts.SCOPE)
        self.scope.setToolTip(texts.SCOPE)
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(12)
        self.scope.activated.connect(lambda _: self._scope_chosen())
        self.search = SearchLine(self)
        self.search.undo_wanted.connect(self.undo_wanted)
        self.search.setPlaceholderText(texts.SEARCH)
        self.search.setAccessibleName(texts.SEARCH_NAME)
        self.search.addAction(QAction(icon("search"), "", self.search), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumWidth(200)
        self.search.setMaximumWidth(420)
        self.search.setMinimumHeight(28)
        self.search.textChanged.connect(self._searched)
        self.undo = self._button("undo", self.undo_wanted)
        self.undo.setProperty("toolButtonStyle", "ToolButtonTextBesideIcon")
        self.redo = self._button("redo", self.redo_wanted)
        self.bring_in = QPushButton(texts.IMPORT, self)
        self.bring_in.setProperty("role", "primary")
        self.bring_in.setToolTip(texts.IMPORT_TIP)
        self.bring_in.clicked.connect(self.import_wanted)
        self.manual = self._button("help", self.manual_wanted)
        self.manual.setToolTip(manual.TIP)
        self.manual.setAccessibleName(manual.TITLE)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.scope)
        row.addWidget(self.search, 2)
        row.addStretch(1)
        for button in (self.undo, self.redo, self.bring_in, self.manual):
            row.addWidget(button)

    def _button(self, name: str, wanted: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setProperty("focusPolicy", "TabFocus")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(wanted)
        return button

    def _scope_chosen(self) -> None:
        chosen = self.scope.currentData()
        if chosen == _COMPARE:
            self.scope.setCurrentIndex(self._scope)
            self.plans_wanted.emit()
        else:
            self._scope = self.scope.currentIndex()
            self.plan_chosen.emit(chosen)

    def _searched(self) -> None:
        # made with the first letter: before that there is nothing to clear, and it is the dearest part of the bar
        self.search.setClearButtonEnabled(True)

    def show_plans(self, snapshot: Snapshot) -> None:
        """Offer the plans of the ledger; what was chosen stays chosen, but the only plan was no choice."""
        chosen = self.scope.currentData() if self._plans > 1 else None
        self.scope.clear()
        plans = snapshot.plans_in_order()
        self._plans = len(plans)
        if len(plans) > 1:
            self.scope.addItem(texts.ALL_PLANS, None)
        for plan in plans:
            words = texts.YEAR if len(plans) == 1 and plan.year else texts.PLAN
            self.scope.addItem(words.format(year=plan.year or "", title=plan.title), plan.key)
            self.scope.setItemData(self.scope.count() - 1, plan.title, _TIP)
        if not plans:
            self.scope.addItem(texts.NO_PLAN, None)
        if plans:
            self.scope.addItem(texts.COMPARE_PLANS, _COMPARE)
        self.scope.setEnabled(bool(plans))
        self.mark_plan(chosen)

    def mark_plan(self, plan: int | None) -> None:
        """Show which plan's tasks are seen; None for all of them, or for some that another choice made."""
        self._scope = max(0, self.scope.findData(plan) if plan is not None else 0)
        self.scope.setCurrentIndex(self._scope)

    def show_steps(self, undo: str | None, redo: str | None) -> None:
        """Say what undo and redo would do now; None where there is nothing."""
        words = texts.UNDO.format(label=undo) if undo else ""
        self.undo.setText(elided(words, self.font(), _WORDS_OF_UNDO))
        self.undo.setToolTip(texts.UNDO_TIP.format(label=undo) if undo else texts.NO_UNDO)
        self.undo.setAccessibleName(words or texts.NO_UNDO)
        self.undo.setEnabled(undo is not None)
        self.redo.setToolTip(texts.REDO_TIP.format(label=redo) if redo else texts.NO_REDO)
        self.redo.setAccessibleName(texts.REDO.format(label=redo) if redo else texts.NO_REDO)
        self.redo.setEnabled(redo is not None)

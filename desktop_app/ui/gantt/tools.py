"""The two tool rows of the Gantt page: what is looked at, printed and set; filter, grouping, scale."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.texts import gantt as texts


class Tools(QWidget):
    """Tells what was pressed; the page does it. `told` is the line for messages."""

    view_wanted = Signal(str)
    group_wanted = Signal(str)
    scale_wanted = Signal(str)
    snap_wanted = Signal(str)
    fit_wanted = Signal()
    today_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()
    issue_wanted = Signal(bool)  # True: the days as they are now; False: as each task first had them
    filter_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = QLabel(self)
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.grouping = QComboBox(self)
        self.grouping.setAccessibleName(texts.GROUP_NAME)
        for value, words in texts.GROUPS.items():
            self.grouping.addItem(words, value)
        self.grouping.activated.connect(lambda _: self.group_wanted.emit(self.grouping.currentData()))
        self.filter = self._button(texts.FILTER, texts.FILTER_HELP, self._tell_filter, QToolButton(self))
        self.filter.setCheckable(True)
        self.filter.setProperty("role", "chip")
        self.fit = self._button(texts.FIT, texts.FIT_HELP, lambda _: self.fit_wanted.emit())
        self.today = self._button(texts.TODAY, texts.TODAY_HELP, lambda _: self.today_wanted.emit())
        self.printing = self._button(texts.PRINT, texts.PRINT_HELP, lambda _: self.print_wanted.emit())
        self.printing.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self.more = self._more()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(self._first_row())
        column.addLayout(self._second_row())

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.views = self._choices(row, texts.VIEW_NAME, texts.VIEWS, self.view_wanted)
        row.addWidget(self.told, 1)
        row.addWidget(self.printing)
        row.addWidget(self.more)
        return row

    def _second_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.filter)
        row.addWidget(self.grouping)
        row.addSpacing(8)
        self.scales = self._choices(row, texts.SCALE_NAME, texts.SCALES, self.scale_wanted)
        row.addSpacing(8)
        row.addWidget(self.fit)
        row.addWidget(self.today)
        row.addStretch(1)
        return row

    def show_state(self, view: str, group: str, scale: str) -> None:
        """Mark what is chosen; scale and grouping only concern the bars."""
        self.views[view].setChecked(True)
        self.scales[scale].setChecked(True)
        self.grouping.setCurrentIndex(self.grouping.findData(group))
        bars = view == "bars"
        for part in (self.grouping, self.fit, *self.scales.values(), self.printing):
            part.setVisible(bars)
        self.today.setVisible(view != "coming")

    def show_filtered(self, count: int | None) -> None:
        """Say on the filter's button how many tasks it leaves; None where it is not in use."""
        self.filter.setText(texts.FILTER if count is None else texts.FILTER_COUNT.format(count=count))

    def _tell_filter(self, wanted: bool) -> None:
        self.filter_wanted.emit(wanted)

    def _choices(self, row: QHBoxLayout, name: str, words: Mapping[str, str], wanted: Any) -> dict[str, QToolButton]:
        """Buttons of which one is down."""
        together, buttons = QButtonGroup(self), {}
        for value, word in words.items():
            button = QToolButton(self)
            button.setText(word)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}{texts.NAME_JOIN}{word}")
            button.clicked.connect(lambda _=False, value=value: wanted.emit(value))
            together.addButton(button)
            row.addWidget(button)
            buttons[value] = button
        return buttons

    def _button(
        self, word: str, help_text: str, act: Callable[[bool], object], button: QPushButton | QToolButton | None = None
    ) -> QPushButton | QToolButton:
        made = button or QPushButton(self)
        made.setText(word)
        made.setToolTip(help_text)
        made.setAccessibleName(word)
        made.clicked.connect(act)
        return made

    def _more(self) -> QToolButton:
        """The menu: export, how days snap, what counts as the plan as issued."""
        button = QToolButton(self)
        button.setText(texts.MORE)
        button.setAccessibleName(texts.MORE)
        button.setToolTip(texts.MORE_HELP)
        button.setProperty("role", "chip")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self.export = self._act(menu, texts.EXPORT, self.export_wanted.emit)
        self.export.setShortcut(QKeySequence("Ctrl+Shift+P"))
        menu.addSeparator()
        together = QActionGroup(menu)
        for value, words in texts.SNAPS.items():
            action = self._act(menu, words, lambda value=value: self.snap_wanted.emit(value))
            action.setCheckable(True)
            action.setChecked(value == "scale")
            together.addAction(action)
        menu.addSeparator()
        self.issue = self._act(menu, texts.ISSUE_NOW, lambda: self.issue_wanted.emit(True))
        self.issue_first = self._act(menu, texts.ISSUE_FIRST, lambda: self.issue_wanted.emit(False))
        button.setMenu(menu)
        return button

    def _act(self, menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(lambda _=False: act())
        self.addAction(action)
        menu.addAction(action)
        return action

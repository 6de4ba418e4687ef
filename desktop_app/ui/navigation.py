"""The eight pages at the left edge."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.texts import window as texts
from desktop_app.ui.theme import icon

WORK = ("today", "ledger", "gantt", "exchange", "reports", "history")
CARE = ("units", "settings")


class Navigation(QFrame):
    """Tells which page is wanted; shows which one is open."""

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(texts.NAVIGATION)
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        for number, name in enumerate((*WORK, *CARE), 1):
            if name == CARE[0]:
                column.addStretch(1)
            button = self._button(name, number)
            group.addButton(button)
            column.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def _button(self, name: str, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "place")
        button.setCheckable(True)
        button.setText(texts.PAGES[name])
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setProperty("toolButtonStyle", "ToolButtonTextBesideIcon")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setToolTip(texts.PAGE_TIP.format(name=texts.PAGES[name], number=number))
        button.setAccessibleName(texts.PAGES[name])
        button.setProperty("focusPolicy", "StrongFocus")
        button.clicked.connect(lambda: self.page_wanted.emit(name))
        self._buttons[name] = button
        return button

    def mark(self, name: str) -> None:
        """Show that this page is open."""
        self._buttons[name].setChecked(True)

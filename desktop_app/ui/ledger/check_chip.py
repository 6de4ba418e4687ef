"""A chip whose menu has ticks; the menu stays open while they are set."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop_app.texts import ledger as texts


class CheckChip(QToolButton):
    """A chip whose menu has ticks; the menu stays open while ticks are set."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._menu = _CheckMenu(self)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("role", "chip")
        self.setCheckable(True)  # pressed in while it filters; the menu alone decides
        self.setAccessibleName(name)
        self._write()

    def offer(self, choices: Mapping[object, str] | Mapping[int, str] | Mapping[str, str]) -> None:
        """Offer these values by name; the ticks of those that were there stay."""
        if [(a.data(), a.text()) for a in self._menu.actions()] == [(k, _plain(v)) for k, v in choices.items()]:
            return
        chosen = self.chosen()
        self._menu.clear()
        for value, name in choices.items():
            action = QAction(_plain(name), self._menu)
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(value in chosen)
            action.toggled.connect(self._hear)
            self._menu.addAction(action)
        self._write()

    def chosen(self) -> frozenset:
        """The values with a tick."""
        return frozenset(action.data() for action in self._menu.actions() if action.isChecked())

    def choose(self, values: Iterable[object]) -> None:
        """Tick exactly these, without telling."""
        wanted = set(values)
        for action in self._menu.actions():
            action.blockSignals(True)
            action.setChecked(action.data() in wanted)
            action.blockSignals(False)
        self._write()

    def _hear(self) -> None:
        self._write()
        self.changed.emit()

    def _write(self) -> None:
        count = len(self.chosen())
        self.setText(texts.CHIP_CHOSEN.format(name=self._name, count=count) if count else self._name)
        self.setChecked(count > 0)


class _CheckMenu(QMenu):
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if action is not None and event.text() == " ":
            action.trigger()
        else:
            super().keyPressEvent(event)


def _plain(name: str) -> str:
    return name.replace("&", "&&")

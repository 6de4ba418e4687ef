"""The chips over the table: built-in views with their counts, menus with ticks, and what another page asked to see."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
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

from desktop_app.domain.filters import Filter
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import ledger as texts


class FilterBar(QWidget):
    """Holds what is wanted; `changed` tells that it is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exact: frozenset[int] | None = None
        self._label = ""
        self._views: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.chips = {name: CheckChip(texts.CHIPS[name], self) for name in texts.CHIPS}
        self._told = QLabel(self)
        self._told.setProperty("role", "second")
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._clear = QPushButton(texts.CLEAR, self)
        self._clear.setProperty("role", "link")
        self._clear.clicked.connect(self.clear)
        self.grouping = QComboBox(self)
        self.grouping.setAccessibleName(texts.GROUPING)
        for value, words in texts.GROUPINGS.items():
            self.grouping.addItem(words, value)
        self.grouping.currentIndexChanged.connect(self.changed)
        self.more = QToolButton(self)
        self.more.setText(texts.MORE)
        self.more.setAccessibleName(texts.MORE)
        self.more.setToolTip(texts.MORE_TIP)
        self.more.setProperty("role", "chip")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(self._first_row())
        column.addLayout(self._second_row())
        for chip in self.chips.values():
            chip.changed.connect(self._note)
        self._views["all"].setChecked(True)
        self._clear.hide()

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        title = QLabel(texts.TITLE, self)
        title.setProperty("role", "title")
        row.addWidget(title)
        for name, words in texts.VIEWS.items():
            button = QPushButton(words, self)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.clicked.connect(self._note)
            self._views[name] = button
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _second_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addWidget(self._clear)
        row.addWidget(self._told, 1)
        row.addWidget(self.grouping)
        row.addWidget(self.more)
        return row

    @property
    def view(self) -> str:
        """The built-in view that is chosen."""
        return next(name for name, button in self._views.items() if button.isChecked())

    def wanted(self) -> Filter:
        """What the chips ask for; the built-in view comes on top of it."""
        chosen = {name: chip.chosen() for name, chip in self.chips.items()}
        return Filter(tasks=self._exact, label=self._label)._replace(**chosen)

    def show_filter(self, wanted: Filter) -> None:
        """Ask for exactly this, whatever was asked before."""
        self._exact, self._label = wanted.tasks, wanted.label
        self._views["no_lead" if wanted.without_lead else "all"].setChecked(True)
        for name, chip in self.chips.items():
            chip.choose(getattr(wanted, name))
        self._note_quietly()
        self.changed.emit()

    def take(self, view: str, wanted: Filter, grouping: str) -> None:
        """Ask for this, as another page does already, without telling."""
        self._exact, self._label = wanted.tasks, wanted.label
        self._views[view].setChecked(True)
        for name, chip in self.chips.items():
            chip.choose(getattr(wanted, name))
        self.grouping.blockSignals(True)
        self.grouping.setCurrentIndex(self.grouping.findData(grouping))
        self.grouping.blockSignals(False)
        self._note_quietly()

    def clear(self) -> None:
        """Ask for everything."""
        self.show_filter(Filter())

    def offer(self, snapshot: Snapshot) -> None:
        """Offer the units and sections of the ledger; ticks stay."""
        sections = [s for plan in snapshot.plans_in_order() for s in snapshot.sections_of(plan.key)]
        named = {s.key: texts.SECTION.format(no=s.no, title=s.title) if s.no else s.title for s in sections}
        self.chips["units"].offer({unit.key: unit.name for unit in snapshot.units_in_order()})
        self.chips["sections"].offer(named)
        self.chips["lights"].offer(texts.LIGHTS)
        self.chips["states"].offer(texts.STANDINGS)

    def count(self, views: Mapping[str, Collection[int]]) -> None:
        """Write on each view how many rows it has."""
        for name, button in self._views.items():
            button.setText(texts.VIEW.format(name=texts.VIEWS[name], count=len(views[name])))

    def _note(self) -> None:
        self._note_quietly()
        self.changed.emit()

    def _note_quietly(self) -> None:
        any_chip = any(chip.chosen() for chip in self.chips.values())
        self._clear.setVisible(any_chip or self._exact is not None)
        self._told.setText(texts.FROM_ELSEWHERE.format(label=self._label) if self._exact is not None else "")
        self._told.setToolTip(self._told.text())


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

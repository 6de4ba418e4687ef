"""The chips over the table: built-in views with their counts, menus with ticks, and what another page asked to see."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.filters import Filter
from desktop_app.domain.headings import headed
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import conditions
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.check_chip import CheckChip
from desktop_app.ui.ledger.kept_views import KeptViews
from desktop_app.ui.session import Session

_FURTHER = ("leads", "plans", "years", "leaders", "persons", "traits", "due", "done", "any_of")


class FilterBar(QWidget):
    """Holds what is wanted; `changed` tells that it is another."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._further = Filter()
        self._exact: frozenset[int] | None = None
        self._label = ""
        self._views: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.chips = {name: CheckChip(texts.CHIPS[name], self) for name in texts.CHIPS}
        self.conditions = QToolButton(self)
        self.conditions.setText(conditions.MORE)
        self.conditions.setAccessibleName(conditions.MORE)
        self.conditions.setToolTip(conditions.MORE_TIP)
        self.conditions.setProperty("role", "chip")
        self.conditions.setCheckable(True)
        self.conditions.clicked.connect(self.ask_conditions)
        self.kept = KeptViews(session, self)
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
        column.addWidget(self._told)
        for chip in self.chips.values():
            chip.changed.connect(self._note)
        self._views["all"].setChecked(True)
        self._clear.hide()
        self._told.hide()

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
        row.addWidget(self.conditions)
        row.addWidget(self.kept)
        row.addWidget(self._clear)
        row.addStretch(1)
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
        return self._further._replace(tasks=self._exact, label=self._label, **chosen)

    def show_filter(self, wanted: Filter) -> None:
        """Ask for exactly this, whatever was asked before."""
        self._take_filter(wanted)
        self._views["no_lead" if wanted.without_lead else "all"].setChecked(True)
        self._note_quietly()
        self.changed.emit()

    def take(self, view: str, wanted: Filter, grouping: str) -> None:
        """Ask for this, as another page does already, without telling."""
        self._take_filter(wanted)
        self._views[view].setChecked(True)
        self.grouping.blockSignals(True)
        self.grouping.setCurrentIndex(self.grouping.findData(grouping))
        self.grouping.blockSignals(False)
        self._note_quietly()

    def _take_filter(self, wanted: Filter) -> None:
        self._exact, self._label = wanted.tasks, wanted.label
        self._further = Filter(**{name: getattr(wanted, name) for name in _FURTHER})
        for name, chip in self.chips.items():
            chip.choose(getattr(wanted, name))

    def ask_conditions(self) -> None:
        """Ask for the conditions that have no chip of their own."""
        from desktop_app.ui.ledger.conditions import ConditionsDialog

        dialog = ConditionsDialog(self._session, self.wanted(), self.window())
        if dialog.exec() == ConditionsDialog.DialogCode.Accepted:
            self._take_filter(dialog.wanted())
            self._note()
        dialog.deleteLater()
        self._note_quietly()

    def clear(self) -> None:
        """Ask for everything."""
        self.show_filter(Filter())

    def offer(self, snapshot: Snapshot) -> None:
        """Offer the units and sections of the ledger; ticks stay."""
        sections = [s for plan in snapshot.plans_in_order() for s in snapshot.sections_of(plan.key)]
        named = {s.key: headed(s.no, s.title) for s in sections}
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
        said = [texts.FROM_ELSEWHERE.format(label=self._label)] if self._exact is not None else []
        if further := self._further != Filter():
            from desktop_app.ui.ledger.conditions import words_of

            said.append(words_of(self._session.snapshot, self._further))
        self._clear.setVisible(any_chip or further or self._exact is not None)
        self.conditions.setChecked(further)
        self._told.setText(conditions.BREAK.join(said))
        self._told.setToolTip(self._told.text())
        self._told.setVisible(bool(said))

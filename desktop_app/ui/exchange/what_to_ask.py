"""What a round is to ask: the columns, the tasks by section and light, who helps, how it is signed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGridLayout, QHBoxLayout, QLabel, QLayout, QWidget

from desktop_app.domain.filters import Filter
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.sheet_layout import CHOICES, USUAL
from desktop_app.texts import rounds_page as texts
from desktop_app.texts.ledger import LIGHTS
from desktop_app.verbs.dispatch import Choices

ACROSS = 3
WIDEST = 300


class WhatToAsk(QWidget):
    """Tells `changed` whenever a choice is another one."""

    changed = Signal()

    def __init__(self, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = {field: QCheckBox(words) for field, words in texts.COLUMN_NAMES.items()}
        self._section, self._light, self._signoff = QComboBox(), QComboBox(), QComboBox()
        self._also = {state: QCheckBox(words) for state, words in texts.ALSO_NAMES.items()}
        self._co = QCheckBox(texts.CO)
        for field, box in self._columns.items():
            box.setChecked(field in USUAL)
        self._section.addItem(texts.ALL_SECTIONS, None)
        for plan in snapshot.plans_in_order():
            for section in snapshot.sections_of(plan.key):
                self._section.addItem(section.title, section.key)
        self._light.addItem(texts.ALL_LIGHTS, None)
        for light, words in LIGHTS.items():
            self._light.addItem(words, light)
        for value, words in texts.SIGNOFFS.items():
            self._signoff.addItem(words, value)
        self._lay_out()
        for box in (*self._columns.values(), *self._also.values(), self._co):
            box.toggled.connect(self.changed)
        for combo in (self._section, self._light):
            combo.currentIndexChanged.connect(self.changed)

    def _lay_out(self) -> None:
        columns = QGridLayout()
        columns.setHorizontalSpacing(12)
        for number, box in enumerate(self._columns.values()):
            columns.addWidget(box, number // ACROSS, number % ACROSS)
        tasks, also = QHBoxLayout(), QHBoxLayout()
        for combo, name in (
            (self._section, texts.TASKS),
            (self._light, texts.ALL_LIGHTS),
            (self._signoff, texts.SIGNOFF),
        ):
            combo.setAccessibleName(name)
        self._section.setMaximumWidth(WIDEST)
        tasks.addWidget(self._section, 1)
        tasks.addWidget(self._light)
        for box in self._also.values():
            also.addWidget(box)
        also.addStretch()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        rows: tuple[tuple[str, QLayout | QWidget], ...] = (
            (texts.COLUMNS, columns),
            (texts.TASKS, tasks),
            (texts.ALSO, also),
            ("", self._co),
            (texts.SIGNOFF, self._signoff),
        )
        for name, part in rows:
            label = QLabel(name)
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(texts.LONGEST))
            form.addRow(label, part)  # type: ignore[call-overload]

    @property
    def choices(self) -> Choices:
        """What is chosen here; units are chosen elsewhere."""
        section, light = self._section.currentData(), self._light.currentData()
        wanted = Filter(frozenset(), frozenset([section] if section else []), frozenset([light] if light else []))
        asked = ",".join(field for field in CHOICES if self._columns[field].isChecked())
        also = frozenset(state for state, box in self._also.items() if box.isChecked())
        return Choices(asked, wanted, also, None, self._co.isChecked(), self._signoff.currentData())

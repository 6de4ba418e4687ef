"""The dialog of all conditions beyond the chips of the bar; it counts what matches as they are set."""

from itertools import pairwise

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop_app.domain.filters import Filter, Span, matching
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import conditions as texts
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.ledger.check_chip import CheckChip
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of

_TRAITS_A_ROW = 3
_NO_PERCENT = -1.0


def choices(snapshot: Snapshot) -> dict[str, dict]:
    """What each set of values is chosen from: values with their names."""
    tasks = [task for task in snapshot.tasks.values() if not task.withdrawn]
    plans = snapshot.plans_in_order()
    years = sorted({plan.year for plan in plans if plan.year})
    leaders = sorted({task.leader for task in tasks if task.leader})
    persons = sorted({task.person for task in tasks if task.person})
    return {
        "leads": {unit.key: unit.name for unit in snapshot.units_in_order()},
        "years": {year: texts.YEAR.format(year=year) for year in years},
        "plans": {plan.key: plan.title for plan in plans},
        "leaders": {name: name for name in leaders},
        "persons": {name: name for name in persons},
    }


def words_of(snapshot: Snapshot, wanted: Filter) -> str:
    """The conditions of the dialog in words; empty where none is set."""
    said = []
    for name, offered in choices(snapshot).items():
        values = [offered[value] for value in offered if value in getattr(wanted, name)]
        if values:
            said.append(texts.SET.format(name=texts.SETS[name], values=texts.NAMES.join(values)))
    for name, span, unit in ((texts.DUE, wanted.due, ""), (texts.DONE, wanted.done, texts.PERCENT)):
        if span is not None:
            ends = [texts.OPEN if end is None else f"{end:g}{unit}" if unit else end for end in span]
            said.append(texts.SPAN.format(name=name, first=ends[0], last=ends[1]))
    said += [words for name, words in texts.TRAITS.items() if name in wanted.traits]
    return (texts.ANY if wanted.any_of and said else "") + texts.BREAK.join(said)


class ConditionsDialog(QDialog):
    """`wanted` is the filter with what was set here; the chips of the bar stay as they are."""

    def __init__(self, session: Session, wanted: Filter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self._session, self._base = session, wanted
        self.joined = QComboBox(self)
        self.joined.setAccessibleName(texts.JOINED)
        for value, words in texts.JOINS.items():
            self.joined.addItem(words, value)
        self.sets = {name: CheckChip(words, self) for name, words in texts.SETS.items()}
        for name, offered in choices(session.snapshot).items():
            self.sets[name].offer(offered)
            self.sets[name].setEnabled(bool(offered))
        self.due = (_Day(texts.DUE + texts.FROM), _Day(texts.DUE + texts.TO))
        self.percents = (_percent(texts.DONE + texts.FROM), _percent(texts.DONE + texts.TO))
        self.traits = {name: QCheckBox(words, self) for name, words in texts.TRAITS.items()}
        self._count = QLabel(self)
        self._show(wanted)
        self._lay_out()
        size_dialog(self, 640, 520)
        self._wire()
        self._tell()

    def _show(self, wanted: Filter) -> None:
        self.joined.setCurrentIndex(self.joined.findData(wanted.any_of))
        for name, chip in self.sets.items():
            chip.choose(getattr(wanted, name))
        for box, end in zip(self.due, wanted.due or Span(), strict=True):
            box.show_day(str(end) if end is not None else None)
        for box, end in zip(self.percents, wanted.done or Span(), strict=True):
            box.setValue(_NO_PERCENT if end is None else float(end))
        for name, box in self.traits.items():
            box.setChecked(name in wanted.traits)

    def _lay_out(self) -> None:
        inner = QWidget(self)
        form = QFormLayout(inner)
        form.addRow(texts.JOINED, self.joined)
        for name, words in texts.SETS.items():
            form.addRow(words, self.sets[name])
        for words, boxes in ((texts.DUE, self.due), (texts.DONE, self.percents)):
            row = QHBoxLayout()
            for label, box in zip((texts.FROM, texts.TO), boxes, strict=True):
                row.addWidget(QLabel(label, inner))
                row.addWidget(box)
            row.addStretch(1)
            form.addRow(words, row)
        grid = QGridLayout()
        for place, box in enumerate(self.traits.values()):
            grid.addWidget(box, place // _TRAITS_A_ROW, place % _TRAITS_A_ROW)
        form.addRow(texts.TRAITS_TITLE, grid)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        use, self._clear, leave = (QPushButton(words, self) for words in (texts.USE, texts.CLEAR, texts.CANCEL))
        use.setDefault(True)
        use.clicked.connect(self.accept)
        column = column_of(self)
        column.addWidget(area, 1)
        column.addWidget(self._count)
        column.addLayout(foot_of(self, use, leave, self._clear))
        walked = (self.joined, *self.sets.values(), *self.due, *self.percents, *self.traits.values(), self._clear, use)
        for one, other in pairwise((*walked, leave)):
            self.setTabOrder(one, other)

    def _wire(self) -> None:
        self.joined.currentIndexChanged.connect(self._tell)
        for chip in self.sets.values():
            chip.changed.connect(self._tell)
        for box in self.due:
            box.dateChanged.connect(self._tell)
        for box in self.percents:
            box.valueChanged.connect(self._tell)
        for box in self.traits.values():
            box.toggled.connect(self._tell)
        self._clear.clicked.connect(lambda: self._show(Filter()))

    def _tell(self) -> None:
        count = len(matching(self._session.snapshot, self._session.statuses, self.wanted()))
        self._count.setText(texts.COUNT.format(count=count))

    def wanted(self) -> Filter:
        """The filter as it is set now."""
        due = Span(*(box.iso() for box in self.due))
        done = Span(*(None if box.value() == _NO_PERCENT else box.value() for box in self.percents))
        return self._base._replace(
            any_of=self.joined.currentData(),
            traits=frozenset(name for name, box in self.traits.items() if box.isChecked()),
            due=None if due == Span() else due,
            done=None if done == Span() else done,
            **{name: chip.chosen() for name, chip in self.sets.items()},
        )


class _Day(QDateEdit):
    """A day, or at its least value none."""

    _NONE = QDate(1999, 12, 31)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setMinimumDate(self._NONE)
        self.setSpecialValueText(texts.OPEN)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Leave at once where no day is shown: Qt would walk through year, month and day for ever."""
        return QWidget.focusNextPrevChild(self, next) if self.iso() is None else super().focusNextPrevChild(next)

    def show_day(self, iso: str | None) -> None:
        """Show a day; None for none."""
        self.setDate(QDate.fromString(iso, "yyyy-MM-dd") if iso else self._NONE)

    def iso(self) -> str | None:
        """The day as ISO text, None for none."""
        return None if self.date() == self._NONE else self.date().toString("yyyy-MM-dd")


def _percent(name: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(_NO_PERCENT, 100)
    box.setDecimals(0)
    box.setSuffix(texts.PERCENT)
    box.setSpecialValueText(texts.OPEN)
    box.setAccessibleName(name)
    return box

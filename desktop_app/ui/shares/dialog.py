"""A target split over units: a number each, and what is left told with every key; saved only when it adds up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.domain.measured import adds_up
from desktop_app.domain.model import Target, Unit
from desktop_app.domain.shares import evenly, share_changes, shares_of, still_to_share
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.texts import shares as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.ledger.wording import target_words
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of

UNIT, PART = range(2)


class SharesDialog(QDialog):
    """Shows and counts; whoever opened it stores `parts` of `target()` when it is accepted."""

    def __init__(
        self, snapshot: Snapshot, targets: list[Target], units: list[Unit], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        size_dialog(self, 460, 480)
        self._snapshot, self._targets, self._units = snapshot, targets, units
        self.targets = QComboBox(self)
        self.targets.setAccessibleName(texts.TARGET)
        self.targets.addItems([target_words(target) for target in targets])
        self.table = QTableWidget(len(units), len(texts.COLUMNS), self)
        self.table.setHorizontalHeaderLabels(texts.COLUMNS)
        self.table.setAccessibleName(texts.TABLE)
        draw_table(self.table, {UNIT: 220, PART: 120}, {UNIT: 1})
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.save = QPushButton(texts.SAVE, self)
        self.save.setAutoDefault(False)
        self._lay_out()
        self.targets.currentIndexChanged.connect(self._show)
        self.table.itemChanged.connect(lambda _: self._count())
        self._show()

    def _lay_out(self) -> None:
        even, clear, leave = (QPushButton(words, self) for words in (texts.EVEN, texts.CLEAR, texts.LEAVE))
        even.clicked.connect(lambda: self._fill(evenly(self.target(), [unit.key for unit in self._units])))
        clear.clicked.connect(lambda: self._fill({}))
        self.save.clicked.connect(self.accept)
        page = column_of(self)
        page.addWidget(self.targets)
        page.addWidget(self.table, 1)
        page.addWidget(self.told)
        page.addLayout(foot_of(self, self.save, leave, even, clear))

    def target(self) -> Target:
        """The target that is split."""
        return self._targets[max(0, self.targets.currentIndex())]

    def _show(self) -> None:
        self._fill(shares_of(self._snapshot, self.target().key))

    def _fill(self, parts: dict[int, float]) -> None:
        self.table.blockSignals(True)
        for row, unit in enumerate(self._units):
            name = QTableWidgetItem(unit.name)
            name.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            part = QTableWidgetItem(plain_number(parts[unit.key]) if parts.get(unit.key) else "")
            part.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, UNIT, name)
            self.table.setItem(row, PART, part)
        self.table.blockSignals(False)
        self._count()

    @property
    def parts(self) -> dict[int, float]:
        """The numbers as written, by unit. ValueError, with the unit's name and the words, for one that is none."""
        found: dict[int, float] = {}
        for row, unit in enumerate(self._units):
            item = self.table.item(row, PART)
            said = item.text().strip().replace(",", "") if item else ""
            if not said:
                continue
            try:
                found[unit.key] = float(said)
            except ValueError as error:
                raise ValueError(unit.name, said) from error
        return found

    def _count(self) -> None:
        target = self.target()
        try:
            parts = self.parts
        except ValueError as error:
            self.told.setText(texts.NO_NUMBER.format(name=error.args[0], said=error.args[1]))
            self.save.setEnabled(False)
            return
        rest = still_to_share(target, parts)
        words = {
            "sum": plain_number(sum(parts.values())),
            "value": plain_number(target.value or 0.0),
            "rest": plain_number(abs(rest)),
            "unit": target.unit or "",
        }
        sentence = texts.FITS if rest == 0 else texts.SHORT if rest > 0 else texts.OVER
        self.told.setText(sentence.format(**words) if parts else texts.NOT_SPLIT)
        self.save.setEnabled(not parts or (rest == 0 and min(parts.values()) >= 0))


def units_for(snapshot: Snapshot, task: int) -> list[Unit]:
    """Whom a task's targets may be split over: its units with the members of collectives, else every town."""
    found: dict[int, Unit] = {}
    for unit in (*snapshot.leads_of(task), *snapshot.cos_of(task)):
        for one in snapshot.members_of(unit.key) if unit.kind == "group" else [unit]:
            found[one.key] = one
    if len(found) > 1:
        return list(found.values())
    return [unit for unit in snapshot.units_in_order() if unit.kind == "town"]


def split_target(session: Session, task: int | None, parent: QWidget) -> None:
    """Ask how a task's target is split over units, and store it as one entry."""
    if task is None:
        tell(parent, texts.NO_TASK)
        return
    snapshot = session.snapshot
    targets = [target for target in snapshot.targets_of(task) if adds_up(target)]
    units = units_for(snapshot, task)
    if not targets or not units:
        tell(parent, texts.NO_TARGET if not targets else texts.NO_UNITS)
        return
    dialog = SharesDialog(snapshot, targets, units, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    target, parts = dialog.target(), dialog.parts if accepted else {}
    dialog.deleteLater()
    if accepted:
        label = texts.LABEL.format(title=snapshot.tasks[task].title)
        session.apply(share_changes(snapshot, target, parts), label)

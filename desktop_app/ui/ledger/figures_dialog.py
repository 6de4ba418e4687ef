"""Figures found in what units wrote, each with the words it stands in; nothing is taken without a tick."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.texts import offered_figures as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.verbs.offered_figures import Offer, wanted, words_around

TICK, TASK, ITEM, WANTED, READ, WORDS, UNIT = range(7)
WIDTHS = {TICK: 44, TASK: 150, ITEM: 110, WANTED: 74, READ: 80, WORDS: 250, UNIT: 110}
SPARE = {TASK: 1, ITEM: 1, WORDS: 3}


class FiguresDialog(QDialog):
    """Shows; whoever opened it settles `taken` and `left` when it is accepted."""

    def __init__(self, snapshot: Snapshot, offers: Sequence[Offer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = list(offers)
        self.setWindowTitle(texts.WINDOW)
        size_dialog(self, 980, 520)
        self.table = QTableWidget(len(self._offers), len(texts.COLUMNS))
        self.table.setHorizontalHeaderLabels(texts.COLUMNS)
        self.table.setAccessibleName(texts.TABLE)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        draw_table(self.table, WIDTHS, SPARE)
        for row, offer in enumerate(self._offers):
            self._fill(row, offer, snapshot)
        self._store = QPushButton()
        self._lay_out()
        self.table.itemChanged.connect(lambda _: self._count())
        self.table.setCurrentCell(0, TICK)
        self._count()
        self.table.setFocus()

    def _fill(self, row: int, offer: Offer, snapshot: Snapshot) -> None:
        before, figure, after = words_around(offer)
        said = {
            TASK: offer.task.title,
            ITEM: offer.target.item or offer.target.phrase or "",
            WANTED: wanted(offer),
            READ: f"{plain_number(offer.value)}{offer.target.unit or ''}",
            WORDS: texts.QUOTED.format(before=before, figure=figure, after=after),
            UNIT: snapshot.unit(offer.row.unit).name,
        }
        tick = QTableWidgetItem()
        tick.setFlags(tick.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        tick.setCheckState(Qt.CheckState.Unchecked)
        self.table.setItem(row, TICK, tick)
        for column, words in said.items():
            item = QTableWidgetItem(words)
            item.setToolTip(offer.report.text or "" if column == WORDS else words)
            if column in (WANTED, READ):
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)

    def _lay_out(self) -> None:
        told = QLabel(texts.HEAD.format(count=len(self._offers)))
        told.setProperty("role", "heading")
        every = QPushButton(texts.EVERY)
        every.setAutoDefault(False)
        every.clicked.connect(self._tick_all)
        head = QHBoxLayout()
        head.addWidget(told, 1)
        head.addWidget(every)
        hint = QLabel(texts.HINT)
        hint.setProperty("role", "second")
        leave = QPushButton(texts.LEAVE)
        self._store.setAutoDefault(False)
        self._store.clicked.connect(self.accept)
        page = column_of(self)
        page.addLayout(head)
        page.addWidget(self.table, 1)
        page.addLayout(foot_of(self, self._store, leave, hint))

    def taken(self) -> list[Offer]:
        """The offers with a tick."""
        return [offer for row, offer in enumerate(self._offers) if self._ticked(row)]

    def left(self) -> list[Offer]:
        """The offers without a tick."""
        return [offer for row, offer in enumerate(self._offers) if not self._ticked(row)]

    def _tick_all(self) -> None:
        for row in range(self.table.rowCount()):
            item = self.table.item(row, TICK)
            if item is not None:
                item.setCheckState(Qt.CheckState.Checked)

    def _ticked(self, row: int) -> bool:
        item = self.table.item(row, TICK)
        return item is not None and item.checkState() == Qt.CheckState.Checked

    def _count(self) -> None:
        self._store.setText(texts.STORE.format(count=len(self.taken())))

"""Two plans side by side, and the way from one year to the next."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.documents.carry import years
from desktop_app.errors import Refused
from desktop_app.texts import plans as texts
from desktop_app.texts import window as window_texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.jobs import run
from desktop_app.ui.messages import tell
from desktop_app.ui.plans.rows import Row, detail, rows_of
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.ui.theme import LIGHTS, SECOND
from desktop_app.verbs.carry import carry
from desktop_app.verbs.compare import Compared, Side, compare, side_of_file, side_of_plan

TICK, RESULT, OLD, NEW, CHANGES = range(5)
WIDTHS = {TICK: 28, RESULT: 74, OLD: 200, NEW: 200, CHANGES: 220}
SPARE = {OLD: 2, NEW: 2, CHANGES: 3}
COLOURS = {texts.NEW: LIGHTS["green"][0], texts.GONE: LIGHTS["amber"][0], texts.CHANGED: LIGHTS["blue"][0]}


class ComparisonDialog(QDialog):
    """Choose two plans of the ledger or files; see what became of each task; carry over from one to the other."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files: dict[str, Side] = {}
        self._rows: list[Row] = []
        self._compared: Compared | None = None
        self._unfinished: dict[int, int] = {}
        self.setWindowTitle(texts.WINDOW)
        size_dialog(self, 1180, 560)
        self.old, self.new = QComboBox(), QComboBox()
        self._sum, self._hint = QLabel(), QLabel()
        self.table = QTableWidget(0, len(WIDTHS))
        self._detail = (QPlainTextEdit(), QPlainTextEdit())
        self._carry, self._close = QPushButton(), QPushButton(texts.CLOSE)
        self._lay_out()
        self._offer()
        for box in (self.old, self.new):
            box.activated.connect(lambda _, box=box: self._chosen(box))
        self.table.currentCellChanged.connect(lambda row, *_: self._show_detail(row))
        self.table.itemChanged.connect(lambda _: self._count())
        self._carry.clicked.connect(self._carry_over)
        self._close.clicked.connect(self.reject)
        self._show()
        self.table.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        for words, box in zip(texts.SIDES, (self.old, self.new), strict=True):
            label = QLabel(words)
            label.setBuddy(box)
            box.setAccessibleName(words)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            head.addWidget(label)
            head.addWidget(box, 1)
        self._sum.setProperty("role", "heading")
        table = self.table
        table.setAccessibleName(texts.TABLE)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().setMinimumSectionSize(24)
        draw_table(table, WIDTHS, SPARE)
        below = QSplitter(Qt.Orientation.Horizontal)
        for words, text in zip(texts.SIDES, self._detail, strict=True):
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setAccessibleName(texts.DETAIL.format(side=words))
            below.addWidget(text)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(table)
        parts.addWidget(below)
        parts.setSizes([330, 130])
        self._hint.setProperty("role", "second")
        self._hint.setWordWrap(True)
        self._carry.setAutoDefault(False)
        page = column_of(self)
        page.addLayout(head)
        page.addWidget(self._sum)
        page.addWidget(parts, 1)
        page.addLayout(foot_of(self, self._carry, self._close, self._hint))

    def _offer(self) -> None:
        """Offer the ledger's plans, the files read here, and another file; at first the last two years."""
        plans = self._session.snapshot.plans_in_order()
        for box, place in ((self.old, len(plans) - 2), (self.new, len(plans) - 1)):
            chosen = box.currentData()
            box.clear()
            for plan in plans:
                box.addItem(texts.PLAN.format(year=plan.year or "", title=plan.title), plan.key)
            for name, side in self._files.items():
                box.addItem(side.title, name)
            box.addItem(texts.FILE, "")
            box.setCurrentIndex(box.findData(chosen) if chosen else place)

    def _chosen(self, box: QComboBox) -> None:
        if box.currentData() != "":
            self._show()
            return
        box.setCurrentIndex(-1)
        name, _ = QFileDialog.getOpenFileName(self, texts.CHOOSE, "", window_texts.PLAN_FILES)
        if name:
            self.read_file(box, Path(name))
        else:
            self._show()

    def read_file(self, box: QComboBox, path: Path) -> None:
        """Read a file as a job and put it on the side of this box."""
        label = texts.READING.format(name=path.name)
        run(self, label, lambda _: side_of_file(path), lambda side: self.take_side(box, path, side))

    def take_side(self, box: QComboBox, path: Path, side: Side) -> None:
        """Put the plan that was read from a file on the side of this box, and compare."""
        self._files[str(path)] = side
        self._offer()
        box.setCurrentIndex(box.findData(str(path)))
        self._show()

    def _side(self, box: QComboBox) -> Side | None:
        chosen = box.currentData()
        if chosen is None or chosen == "":
            return None
        return self._files[chosen] if isinstance(chosen, str) else side_of_plan(self._session.store, str(chosen))

    def _show(self) -> None:
        """Compare what is chosen now."""
        sides = self._side(self.old), self._side(self.new)
        a, b = sides
        self._compared = compare(a, b) if a and b and self.old.currentData() != self.new.currentData() else None
        self._rows = rows_of(self._compared) if self._compared else []
        self._unfinished = self._left_over()
        named = zip(sides, texts.SIDES, strict=True)
        titles = [texts.SIDE_OF.format(side=name, title=side.title) if side else name for side, name in named]
        headings = [words.format(title=titles[n - OLD] if n in (OLD, NEW) else "") for n, words in _HEADINGS]
        self.table.setHorizontalHeaderLabels(headings)
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._rows))
        for place, row in enumerate(self._rows):
            self._fill(place, row)
        self.table.blockSignals(False)
        if self._rows:
            self.table.setCurrentCell(0, RESULT)
        counts = {name: sum(row.result == word for row in self._rows) for name, word in _RESULTS.items()}
        self._sum.setText(texts.SUM.format(**counts) if self._compared else texts.NOTHING_TO_COMPARE)
        self._hint.setText(texts.HINT if self._in_ledger() else texts.HINT_FILES)
        self._show_detail(self.table.currentRow())
        self._count()

    def _fill(self, place: int, row: Row) -> None:
        for column, words in zip((RESULT, OLD, NEW, CHANGES), (row.result, *row[3:]), strict=True):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            if column == RESULT:
                item.setForeground(QColor(COLOURS.get(words, SECOND)))
            self.table.setItem(place, column, item)
        tick = QTableWidgetItem()
        tick.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if row.b is None and row.a in self._unfinished:
            tick.setFlags(tick.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            tick.setCheckState(Qt.CheckState.Checked)
        self.table.setItem(place, TICK, tick)

    def _in_ledger(self) -> bool:
        chosen = self.old.currentData(), self.new.currentData()
        return all(isinstance(key, int) for key in chosen) and chosen[0] != chosen[1]

    def _left_over(self) -> dict[int, int]:
        """The place in the older plan of each unfinished task that does not come again, with its key."""
        if not self._in_ledger():
            return {}
        found = years(self._session.snapshot, self.old.currentData(), self.new.currentData())
        return {place: task.key for place, task in enumerate(found.old) if task.key in found.unfinished}

    def wanted(self) -> list[int]:
        """The keys of the unfinished tasks with a tick."""
        ticked = (
            row
            for place, row in enumerate(self._rows)
            if (item := self.table.item(place, TICK)) and item.checkState() == Qt.CheckState.Checked
        )
        return [self._unfinished[row.a] for row in ticked if row.a in self._unfinished]

    def _count(self) -> None:
        self._carry.setEnabled(self._in_ledger())
        self._carry.setText(texts.CARRY.format(count=len(self.wanted())))

    def _show_detail(self, place: int) -> None:
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        for text, side, at in zip(self._detail, (self._compared or ())[:2] or (None, None), _places(row), strict=True):
            text.setPlainText(detail(side.entries[at]) if isinstance(side, Side) and at is not None else "")

    def _carry_over(self) -> None:
        plans = self._session.snapshot.plans
        old, new = plans[self.old.currentData()], plans[self.new.currentData()]
        try:
            carried = carry(self._session.store, old, new, self.wanted())
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self._session.take_in(carried.applied)
        tell(self, texts.CARRIED.format(**carried._asdict()) if carried.applied else texts.NOTHING_CARRIED)
        self._show()


_HEADINGS = tuple(enumerate(texts.COLUMNS))
_RESULTS = {"same": texts.SAME, "changed": texts.CHANGED, "new": texts.NEW, "gone": texts.GONE}


def _places(row: Row | None) -> tuple[int | None, int | None]:
    return (row.a, row.b) if row else (None, None)

"""Which rows an open round has: a tick takes a task of a unit in, an unticked one is withdrawn from the round."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop_app.domain.model import Round, RoundRow
from desktop_app.domain.periods import parse_period
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.asking import LEFT_OUT, Asking, Pair
from desktop_app.exchange.propose import not_asked
from desktop_app.texts import rounds_page as texts
from desktop_app.ui.exchange.unit_ticks import state_of
from desktop_app.ui.flat import draw_flat, size_dialog
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.ui.theme import row_height

NAME, STATE = range(2)
PLACE = Qt.ItemDataRole.UserRole
Shown = RoundRow | Pair


class RoundRowsDialog(QDialog):
    """Asks; who opened it carries out `added` and `removed`."""

    def __init__(self, snapshot: Snapshot, made: Round, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot = snapshot
        self._shown: list[Shown] = []  # Qt would make plain lists of them
        self.setWindowTitle(texts.ROWS_TITLE)
        size_dialog(self, 720, 540)
        hint, self._count = QLabel(texts.ROWS_HINT), QLabel()
        hint.setWordWrap(True)
        hint.setProperty("role", "second")
        self.search, self.rows = QLineEdit(), QTreeWidget()
        self.search.setPlaceholderText(texts.SEARCH)
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(texts.SEARCH)
        self._do = QPushButton(texts.APPLY, self)
        self._do.clicked.connect(self.accept)
        page = column_of(self)
        for part in (hint, self.search):
            page.addWidget(part)
        page.addWidget(self.rows, 1)
        page.addWidget(self._count)
        page.addLayout(foot_of(self, self._do, QPushButton(texts.CANCEL, self)))
        self._fill(made)
        self.rows.itemChanged.connect(self._tell)
        self.search.textChanged.connect(self._find)
        self._tell()

    @property
    def added(self) -> list[Pair]:
        """The rows to be added."""
        return [what for what, on in self._ticks() if on and isinstance(what, Pair)]

    @property
    def removed(self) -> list[int]:
        """The rows to be withdrawn, by key."""
        return [what.key for what, on in self._ticks() if not on and isinstance(what, RoundRow)]

    def _fill(self, made: Round) -> None:
        self.rows.setHeaderLabels(texts.ROWS_COLUMNS)
        self.rows.setAccessibleName(texts.ROWS_TITLE)
        self.rows.setUniformRowHeights(True)
        draw_flat(self.rows)
        self.rows.header().setStretchLastSection(False)
        self.rows.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.rows.header().setSectionResizeMode(STATE, QHeaderView.ResizeMode.ResizeToContents)
        by_unit: dict[int, list[Shown]] = {}
        for row in self._snapshot.rows_of(made.key):
            if not row.withdrawn:
                by_unit.setdefault(self._snapshot.unit(row.unit).key, []).append(row)
        for pair in _addable(self._snapshot, made):
            by_unit.setdefault(pair.unit, []).append(pair)
        for key in sorted(by_unit, key=lambda key: (self._snapshot.units[key].position, key)):
            unit = QTreeWidgetItem(self.rows, [self._snapshot.units[key].name])
            unit.setSizeHint(NAME, QSize(0, row_height(self)))
            for what in by_unit[key]:
                self._add(unit, what)
        self.rows.expandAll()

    def _add(self, unit: QTreeWidgetItem, what: Shown) -> None:
        task = self._snapshot.tasks[what.task] if isinstance(what, RoundRow) else what.task
        title = what.title if isinstance(what, RoundRow) else task.title
        name = f"{task.no or ''} {title}{texts.CO_MARK if what.co else ''}".strip()
        state = texts.NOT_ASKED
        if isinstance(what, RoundRow):
            state = texts.ANSWERED if self._snapshot.answer_of(what.key) else texts.ASKED
        item = QTreeWidgetItem(unit, [name, state])
        item.setData(NAME, PLACE, len(self._shown))
        self._shown.append(what)
        item.setToolTip(NAME, name)
        item.setCheckState(NAME, state_of(isinstance(what, RoundRow)))
        item.setSizeHint(NAME, QSize(0, row_height(self)))

    def _ticks(self) -> list[tuple[Shown, bool]]:
        found = []
        for number in range(self.rows.topLevelItemCount()):
            unit = self.rows.topLevelItem(number)
            for place in range(unit.childCount() if unit else 0):
                item = unit.child(place) if unit else None
                if item is not None:
                    found.append((self._shown[item.data(NAME, PLACE)], item.checkState(NAME) is Qt.CheckState.Checked))
        return found

    def _tell(self) -> None:
        added, removed = len(self.added), len(self.removed)
        self._count.setText(texts.ROW_COUNT.format(added=added, removed=removed))
        self._do.setEnabled(bool(added or removed))

    def _find(self, words: str) -> None:
        """Show the rows whose unit or task has these words."""
        for number in range(self.rows.topLevelItemCount()):
            unit = self.rows.topLevelItem(number)
            if unit is None:
                continue
            whole = words in unit.text(NAME)
            children = [unit.child(place) for place in range(unit.childCount())]
            hits = [whole or words in child.text(NAME) for child in children]
            for child, hit in zip(children, hits, strict=True):
                child.setHidden(not hit)
            unit.setHidden(not any(hits))


def _addable(snapshot: Snapshot, made: Round) -> list[Pair]:
    """What could be asked besides: every task of every lead and helping unit, whatever the task's state."""
    days = parse_period(made.period).end
    return not_asked(snapshot, made, Asking(parse_period(made.period), days, days, also=frozenset(LEFT_OUT), co=True))

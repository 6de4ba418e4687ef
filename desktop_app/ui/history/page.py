"""The history page: entries above, the changes of the chosen one below; any one entry can be taken back."""

from pathlib import PurePath

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.store import journal, receipts
from desktop_app.store.undo import Known, is_undo
from desktop_app.texts import history as texts
from desktop_app.texts import past
from desktop_app.ui.flat import fit
from desktop_app.ui.history.rows import EntryRow, change_rows, entry_rows
from desktop_app.ui.page import Page
from desktop_app.ui.session import Session
from desktop_app.ui.theme import SECOND, row_height
from desktop_app.ui.undoing import take_back

Index = QModelIndex | QPersistentModelIndex
SHOWN = 2000


class TextTable(QAbstractTableModel):
    """Rows of text under fixed headers; rows in `faint` are shown in the second ink."""

    def __init__(self, headers: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._headers = headers
        self._rows: list[tuple[str, ...]] = []
        self._faint: set[int] = set()

    def show_rows(self, rows: list[tuple[str, ...]], faint: set[int]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows, self._faint = rows, faint
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of columns."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The header's words."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text on one line, the whole of it as tool tip."""
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text.replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return text
        if role == Qt.ItemDataRole.ForegroundRole and index.row() in self._faint:
            return QColor(SECOND)
        return None


class HistoryPage(Page):
    """The journal with a search over its labels and its changes. `day_wanted` asks for the view of a past day."""

    day_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session = session
        self._rows: list[EntryRow] = []
        self._entries = TextTable(texts.ENTRY_COLUMNS, self)
        self._changes = TextTable(texts.CHANGE_COLUMNS, self)
        self._entry_table = _table(self._entries, texts.ENTRIES, (52, 130, 0, 72, 96), self)
        self._change_table = _table(self._changes, texts.CHANGES, (200, 110, 0, 0, 180), self)
        self._search = QLineEdit(self, placeholderText=texts.SEARCH, clearButtonEnabled=True)
        self._search.setAccessibleName(texts.SEARCH)
        self._search.setFixedWidth(240)
        self._undo = QPushButton(texts.UNDO, self)
        self._day, self._between = QPushButton(past.CHOOSE_MORE, self), QPushButton(past.BETWEEN_MORE, self)
        self._count = QLabel(self)
        self._count.setProperty("role", "second")
        self._lay_out()
        self._search.textChanged.connect(self.redraw)
        self._entry_table.selectionModel().currentRowChanged.connect(self._show_entry)
        self._undo.clicked.connect(self._take_back)
        self._day.clicked.connect(self.day_wanted)
        self._between.clicked.connect(self.compare_days)
        self.redraw()

    def _lay_out(self) -> None:
        title = QLabel(texts.TITLE, self)
        title.setProperty("role", "title")
        hint = QLabel(texts.HINT, self)
        hint.setProperty("role", "second")
        hint.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch(1)
        for part in (self._day, self._between, self._search):
            top.addWidget(part)
        below = QHBoxLayout()
        below.addWidget(self._count)
        below.addStretch(1)
        below.addWidget(self._undo)
        lower = QWidget(self)
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(below)
        column.addWidget(self._change_table)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self._entry_table)
        split.addWidget(lower)
        split.setSizes([300, 200])
        empty = QLabel(texts.EMPTY, self, alignment=Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(split)
        self._stack.addWidget(empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.addLayout(top)
        page.addWidget(hint)
        page.addLayout(self._stack, 1)

    def redraw(self) -> None:
        """Read the journal again."""
        chosen = self._chosen()
        connection = self._session.store.connection
        everything = entry_rows(journal.entries(connection), journal.change_counts(connection))
        wanted = self._search.text().strip()
        saying = journal.entries_saying(connection, wanted) if wanted else set()
        self._rows = [row for row in everything if wanted in row.cells[2] or row.id in saying]
        faint = {place for place, row in enumerate(self._rows) if row.undone}
        self._entries.show_rows([row.cells for row in self._rows], faint)
        self._stack.setCurrentIndex(0 if everything else 1)
        place = next((n for n, row in enumerate(self._rows) if row.id == chosen), 0)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._entry_table.selectionModel().setCurrentIndex(self._entries.index(place, 0), select)
        self._show_entry()

    def show_entry(self, number: int) -> None:
        """Choose an entry; a search that hides it ends."""
        if all(row.id != number for row in self._rows):
            self._search.clear()
        place = next((n for n, row in enumerate(self._rows) if row.id == number), 0)
        self._entry_table.selectRow(place)
        self._entry_table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self) -> int | None:
        place = self._entry_table.currentIndex().row()
        return self._rows[place].id if 0 <= place < len(self._rows) else None

    def _show_entry(self) -> None:
        number = self._chosen()
        connection = self._session.store.connection
        changes = journal.changes_of(connection, number) if number is not None else []
        snapshot = self._session.snapshot
        files = {r.file: PurePath(r.name).name for r in receipts.receipts(self._session.store) if r.file}
        files |= {p.file: p.file_name or "" for p in snapshot.plans.values() if p.file}
        self._changes.show_rows(change_rows(snapshot, changes[:SHOWN], files), set())
        count = texts.ALL.format(count=len(changes)) if changes else ""
        self._count.setText(count + (texts.SHOWN_FIRST.format(count=SHOWN) if len(changes) > SHOWN else ""))
        row = next((row for row in self._rows if row.id == number), None)
        self._undo.setEnabled(row is not None and not row.undone and self._session.store.writable)
        entry = journal.entry_of(connection, number) if number is not None else None
        again = entry is not None and is_undo(Known(self._session.store), entry)
        self._undo.setText(texts.UNDO_AGAIN if again else texts.UNDO)

    def compare_days(self) -> None:
        """Show what changed between two days."""
        from desktop_app.ui.history.between_dialog import BetweenDialog

        dialog = BetweenDialog(self._session, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _take_back(self) -> None:
        number = self._chosen()
        if number is not None:
            take_back(self._session, number, self)


def _table(model: TextTable, name: str, widths: tuple[int, ...], parent: QWidget) -> QTableView:
    """A read-only table of whole rows; widths at the usual type size, a column of width 0 takes what room is left."""
    table = QTableView(parent)
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in (column for column, width in enumerate(widths) if not width):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def size(scale: float) -> None:
        table.verticalHeader().setDefaultSectionSize(row_height(table))
        for column, width in enumerate(widths):
            if width:
                header.resizeSection(column, round(width * scale))

    fit(table, size)
    return table

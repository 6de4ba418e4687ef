"""The list of backups: when, why, how large, whether sound; any of them can take the ledger's place."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.store.backup import Backup, backups, is_sound
from desktop_app.texts import backup, safety
from desktop_app.ui.jobs import Quiet
from desktop_app.ui.safety.choosing import restore_backup, restore_file
from desktop_app.ui.safety.words import size_of, size_words, time_words
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.ui.theme import row_height

WIDTHS = (150, 0, 90, 90)
SOUND_COLUMN = 3


class BackupsDialog(QDialog):
    """Each backup is looked through beside the window while the list is open, newest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = session.store.folder
        self._backups = backups(self._folder)
        self._looked = 0
        self._work: Quiet | None = None
        self.setWindowTitle(safety.BACKUPS)
        self.resize(620, 420)
        self._table = QTableWidget(len(self._backups), len(safety.COLUMNS), self)
        self._restore, self._file = QPushButton(safety.RESTORE, self), QPushButton(safety.RESTORE_FILE, self)
        self._show, self._close = QPushButton(safety.OPEN_BACKUPS, self), QPushButton(safety.CLOSE, self)
        self._lay_out()
        self._fill()
        self._restore.clicked.connect(self._go_back)
        self._file.clicked.connect(self._from_file)
        self._show.clicked.connect(self._open_folder)
        self._table.itemSelectionChanged.connect(self._choose)
        self._choose()
        self._look()

    def _lay_out(self) -> None:
        hint = QLabel(safety.BACKUPS_HINT, self)
        hint.setProperty("role", "second")
        hint.setWordWrap(True)
        self._restore.setAutoDefault(False)
        column = column_of(self)
        column.addWidget(hint)
        column.addWidget(self._table, 1)
        column.addLayout(foot_of(self, self._restore, self._close, self._file, self._show))

    def _fill(self) -> None:
        table = self._table
        table.setAccessibleName(safety.BACKUPS)
        table.setHorizontalHeaderLabels(list(safety.COLUMNS))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().setDefaultSectionSize(row_height(table))
        for column, width in enumerate(WIDTHS):
            if width:
                table.setColumnWidth(column, width)
            else:
                table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for row, made in enumerate(self._backups):
            cells = (time_words(made.at), made.reason, size_words(size_of(made.path)), safety.LOOKING)
            for column, text in enumerate(cells):
                table.setItem(row, column, QTableWidgetItem(text))
        if self._backups:
            table.selectRow(0)

    def _chosen(self) -> Backup | None:
        rows = self._table.selectionModel().selectedRows()
        return self._backups[rows[0].row()] if rows else None

    def _choose(self) -> None:
        chosen = self._chosen()
        broken = chosen is not None and self._said(self._backups.index(chosen)) == safety.BROKEN
        writable = self._session.store.writable  # nothing goes back while a past day is looked at
        self._restore.setEnabled(chosen is not None and not broken and writable)
        self._file.setEnabled(writable)

    def _said(self, row: int) -> str:
        item = self._table.item(row, SOUND_COLUMN)
        return item.text() if item else ""

    def _look(self) -> None:
        if self._looked < len(self._backups):
            path = self._backups[self._looked].path
            self._work = Quiet(lambda: is_sound(path), self._tell, self)

    def _tell(self, sound: bool) -> None:
        self._work = None
        self._table.setItem(self._looked, SOUND_COLUMN, QTableWidgetItem(safety.SOUND if sound else safety.BROKEN))
        self._looked += 1
        self._choose()
        self._look()

    def _go_back(self) -> None:
        chosen = self._chosen()
        if chosen is not None and restore_backup(self._session, chosen, self):
            self.close()

    def _from_file(self) -> None:
        if restore_file(self._session, self):
            self.close()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str((self._folder / backup.FOLDER).resolve())))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work is not None:
            self._work.wait()
            self._work = None
        super().closeEvent(event)

"""The papers that went out: what of their numbers is otherwise now; the very file opens, a correction is made."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.errors import Refused
from desktop_app.files import read_bytes, safe_name, write_bytes
from desktop_app.reports.correction import reason
from desktop_app.reports.issued import Correction, Issued, issued_papers
from desktop_app.texts import papers_page as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.messages import tell
from desktop_app.ui.passing import passing_room
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.verbs.issued import differences, issue_paper, stored_file
from desktop_app.verbs.report import Choices, Made, make
from desktop_app.verbs.report_write import Written, write_paper


class IssuedDialog(QDialog):
    """The register, newest first; below it what of the chosen paper has changed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(texts.ISSUED_TITLE)
        self.papers = list(reversed(issued_papers(session.snapshot)))
        self._found: dict[int, list[Correction]] = {}
        self.table, self.changed = _table(texts.ISSUED_COLUMNS), _table(texts.DIFFERENCES)
        self.said, column = QLabel(), column_of(self)
        self.said.setProperty("role", "second")
        self.stored, self.correct = QPushButton(texts.OPEN_STORED, self), QPushButton(texts.MAKE_CORRECTION, self)
        self.register = QPushButton(texts.REGISTER, self)
        self.register.setToolTip(texts.REGISTER_TIP)
        self.register.clicked.connect(self.keep)
        self._written: tuple[Made, Written] | None = None
        draw_table(self.table, {0: 50, 1: 100, 2: 300, 3: 190, 4: 80}, {2: 1})
        draw_table(self.changed, {0: 330, 1: 330, 2: 80}, {0: 1, 1: 1})
        for part in (self.table, self.changed, self.said):
            column.addWidget(part)
        leave = QPushButton(texts.CLOSE, self)
        column.addLayout(foot_of(self, None, leave, self.stored, self.correct, self.register))
        self._fill()
        self.table.itemSelectionChanged.connect(self._show)
        self.stored.clicked.connect(self._open)
        self.correct.clicked.connect(self._ask_where)
        size_dialog(self, 800, 500)
        if self.papers:
            self.table.selectRow(0)
        self._show()

    def _fill(self) -> None:
        self.table.setRowCount(len(self.papers))
        for line, issued in enumerate(self.papers):
            found = self.found(issued)
            told = texts.CHANGED.format(count=len(found)) if found else texts.UNCHANGED
            _write(self.table, line, (str(issued.no), issued.day, issued.title, issued.name, told))

    def found(self, issued: Issued) -> list[Correction]:
        """What of a paper is otherwise now; reckoned once."""
        if issued.no not in self._found:
            try:
                self._found[issued.no] = differences(self._session.store, issued)
            except Refused:  # what it was made of is no more: nothing to compare it with
                self._found[issued.no] = []
        return self._found[issued.no]

    @property
    def chosen(self) -> Issued | None:
        """The paper that is looked at."""
        lines = {index.row() for index in self.table.selectedIndexes()}
        return self.papers[min(lines)] if lines else None

    def _show(self) -> None:
        issued = self.chosen
        found = self.found(issued) if issued else []
        self.changed.setRowCount(len(found))
        for line, one in enumerate(found):
            _write(self.changed, line, (one.issued, one.words.text, reason(one)))
        self.stored.setEnabled(issued is not None)
        self.correct.setEnabled(bool(found))
        self.register.setEnabled(self._written is not None)
        self.said.setText("" if self.papers else texts.NOTHING_ISSUED)

    def _open(self) -> None:
        """Open a copy of the stored file, which itself is never handed out."""
        stored = stored_file(self._session.store, self.chosen) if self.chosen else None
        if stored is None or self.chosen is None:
            tell(self, texts.NO_STORED)
            return
        copy = passing_room() / safe_name(self.chosen.name)
        write_bytes(copy, read_bytes(stored))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def _ask_where(self) -> None:
        if self.chosen is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = texts.CORRECTION_FILE.format(no=self.chosen.no)
        path, _ = QFileDialog.getSaveFileName(self, texts.MAKE_CORRECTION, str(Path(folder) / name), texts.DOCX)
        if path:
            self.write_correction(Path(path))

    def write_correction(self, path: Path) -> None:
        """Write the correction of the chosen paper; told why where it cannot be."""
        issued = self.chosen
        if issued is None:
            return
        try:
            made = make(self._session.store, "correction", issued.period, Choices(issued=issued.no))
            self._written = made, write_paper(made, path)
            self.said.setText(texts.SAVED.format(file=path))
            self.register.setEnabled(True)
        except Refused as refused:
            tell(self, refused.sentence)

    def keep(self) -> None:
        """Put the correction that was written into the register too."""
        if self._written is None:
            return
        try:
            self._session.take_in(issue_paper(self._session.store, *self._written))
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self._written = None
        self.papers = list(reversed(issued_papers(self._session.snapshot)))
        self._fill()
        self._show()
        self.said.setText(texts.REGISTERED)


def _table(heads: tuple[str, ...]) -> QTableWidget:
    table = QTableWidget(0, len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setAccessibleName(heads[0])
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    return table


def _write(table: QTableWidget, line: int, words: tuple[str, ...]) -> None:
    for place, text in enumerate(words):
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        table.setItem(line, place, item)

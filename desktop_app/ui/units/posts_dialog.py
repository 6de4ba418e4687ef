"""Who holds which post from which day: one small table, saved as one entry."""

from collections import Counter
from datetime import date

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.domain.posts import Holding, holdings
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.texts import posts as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.messages import tell
from desktop_app.ui.sheet import column_of, foot_of

_WIDTHS = {0: 170, 1: 110, 2: 120}


class PostsDialog(QDialog):
    """Shows and checks; whoever opened it stores `wanted` when it is accepted."""

    def __init__(self, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        size_dialog(self, 480, 400)
        self.wanted: list[Holding] = []
        self.table = QTableWidget(0, len(texts.COLUMNS), self)
        self.table.setHorizontalHeaderLabels(texts.COLUMNS)
        self.table.setAccessibleName(texts.TABLE)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        draw_table(self.table, _WIDTHS, {0: 1})
        for one in holdings(snapshot):
            self.add_row(one)
        self._lay_out()
        if not self.table.rowCount():
            self.add_row()

    def _lay_out(self) -> None:
        about = QLabel(texts.ABOUT, self)
        about.setWordWrap(True)
        about.setProperty("role", "second")
        add, remove = QPushButton(texts.ADD, self), QPushButton(texts.REMOVE, self)
        leave, save = QPushButton(texts.LEAVE, self), QPushButton(texts.SAVE, self)
        save.setAutoDefault(False)
        add.clicked.connect(lambda: self.table.editItem(self.add_row()))
        remove.clicked.connect(self._remove)
        save.clicked.connect(self._check)
        page = column_of(self)
        page.addWidget(about)
        page.addWidget(self.table, 1)
        page.addLayout(foot_of(self, save, leave, add, remove))

    def add_row(self, one: Holding | None = None) -> QTableWidgetItem:
        """A further row, empty or with a holding; its first cell."""
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, words in enumerate(one or ("", "", "")):
            self.table.setItem(row, column, QTableWidgetItem(words))
        self.table.setCurrentCell(row, 0)
        first = self.table.item(row, 0)
        assert first is not None
        return first

    def _remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def _check(self) -> None:
        try:
            self.wanted = self._written()
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self.accept()

    def _written(self) -> list[Holding]:
        """The rows as written, empty ones left out. Refused, naming the row, where one says nothing."""
        found = []
        for row in range(self.table.rowCount()):
            cells = [self.table.item(row, column) for column in range(len(texts.COLUMNS))]
            post, person, since = (cell.text().strip() if cell else "" for cell in cells)
            if not (post or person or since):
                continue
            if not (post and person):
                raise Refused(texts.BLANK.format(row=row + 1))
            found.append(Holding(post, person, _day(since, row)))
        twice = [one for one, count in Counter((one.post, one.since) for one in found).items() if count > 1]
        if twice:
            raise Refused(texts.TWICE.format(post=twice[0][0]))
        return found


def _day(said: str, row: int) -> str:
    try:
        return date.fromisoformat(said.replace(".", "-").replace("/", "-")).isoformat() if said else ""
    except ValueError as error:
        raise Refused(texts.WRONG_DAY.format(row=row + 1, said=said)) from error

"""Filling the upper level's own form: choose it, look how its columns are filled, save the filled copy."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import Refused
from desktop_app.exchange.read_ledger import Choice, first_lines
from desktop_app.texts import fill_template as texts
from desktop_app.texts import import_ledger as import_texts
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.importing.grid import MappingGrid
from desktop_app.ui.jobs import run
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import foot_of
from desktop_app.verbs.fill_template import Template, fill, look_at_template, open_template
from desktop_app.verbs.import_ledger import Opened

LINES = 40


class TemplateWindow(QDialog):
    """The form with what each column is filled with; the copy is written only on demand."""

    def __init__(self, session: Session, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.template = session, template
        self.setWindowTitle(texts.WINDOW)
        size_dialog(self, 960, 520)
        self.grid, self._first, self._last = MappingGrid(), QSpinBox(), QSpinBox()
        self._counts, self._save = QLabel(), QPushButton(texts.SAVE)
        self._lay_out()
        # queued: the choice that was used is made anew, and has to be done with its own signal before
        self.grid.mapped.connect(self._map, Qt.ConnectionType.QueuedConnection)
        for box in (self._first, self._last):
            box.valueChanged.connect(self._other_header)
        self._save.clicked.connect(self._ask_where)
        self._show()

    def _lay_out(self) -> None:
        self._counts.setProperty("role", "heading")
        head = QHBoxLayout()
        head.addWidget(self._counts, 1)
        for words, box in ((import_texts.HEADER_FROM, self._first), (import_texts.HEADER_TO, self._last)):
            box.setRange(1, LINES)
            box.setAccessibleName(words)
            head.addWidget(QLabel(words))
            head.addWidget(box)
        head.addWidget(QLabel(import_texts.HEADER_END))
        hint, leave = QLabel(texts.HINT), QPushButton(texts.LEAVE)
        hint.setProperty("role", "second")
        hint.setWordWrap(True)
        self._save.setDefault(True)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 8, 12, 8)
        page.setSpacing(8)
        page.addLayout(head)
        page.addWidget(self.grid, 1)
        page.addLayout(foot_of(self, self._save, leave, hint))

    def _map(self) -> None:
        header = self.template.read.header
        self._look(Choice(self.template.read.sheet, header.first, header.last, self.grid.meanings()))

    def _other_header(self) -> None:
        first, last = self._first.value() - 1, self._last.value() - 1
        self._look(Choice(self.template.read.sheet, first, max(first, last)))

    def _look(self, choice: Choice) -> None:
        self.template = look_at_template(self._session.snapshot, self.template.opened, choice)
        self._show()

    def _show(self) -> None:
        read = self.template.read
        for box, value in ((self._first, read.header.first + 1), (self._last, read.header.last + 1)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        sheet = next(one for one in self.template.opened.book.sheets if one.name == read.sheet)
        self.grid.show_sheet(first_lines(sheet, LINES), sheet.merged, read.header)
        tasks = len(self._session.snapshot.tasks_in_order())
        words = texts.FOUND if read.entries else texts.BLANK
        self._counts.setText(words.format(rows=len(read.entries), tasks=tasks))
        self._save.setEnabled(bool(read.header.of("task")))

    def _ask_where(self) -> None:
        path = self.template.opened.path
        name = str(path.with_name(texts.FILE_NAME.format(stem=path.stem)))
        chosen, _ = QFileDialog.getSaveFileName(self, texts.SAVE_TITLE, name, texts.FILES)
        if chosen:
            self.save(Path(chosen))

    def save(self, out: Path) -> None:
        """Write the filled form and say what was filled and what was not."""
        try:
            filled, applied = fill(self._session.store, self.template, out)
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self._session.take_in(applied)
        done = texts.DONE.format(rows=filled.rows, cells=filled.cells, file=out.name)
        tell(self, "\n".join([done, *(note.text for note in filled.notes)]))
        self.accept()


def choose_template(session: Session, parent: QWidget) -> None:
    """Let the clerk choose a form of the upper level, and show how it is filled."""
    name, _ = QFileDialog.getOpenFileName(parent, texts.CHOOSE, "", texts.FILES)
    if name:
        open_form(session, Path(name), parent)


def open_form(session: Session, path: Path, parent: QWidget) -> None:
    """Read a form and show how it is filled; where no header is found, its first line stands for one."""
    snapshot = session.snapshot

    def read(_: object) -> Template:
        opened = open_template(path)
        try:
            return look_at_template(snapshot, opened)
        except Refused:
            return look_at_template(snapshot, opened, _first_line(opened))

    def show(template: Template) -> None:
        window = TemplateWindow(session, template, parent)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    run(parent, import_texts.READING.format(name=path.name), read, show)


def _first_line(opened: Opened) -> Choice:
    filled = [sheet.name for sheet in opened.book.sheets if sheet.grid]
    if not filled:
        raise Refused(texts.NO_HEADER.format(name=opened.path.name))
    return Choice(filled[0], 0, 0)

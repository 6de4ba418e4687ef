"""The 报告 page: choose a paper at the left, see it, save it, open it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QHideEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_app import clock
from desktop_app.domain.periods import parse_period
from desktop_app.errors import Refused
from desktop_app.exchange.sheet_layout import day_words, period_words
from desktop_app.files import safe_name, write_bytes
from desktop_app.reports.summary import summary
from desktop_app.texts import fill_template as form_texts
from desktop_app.texts import papers_page as paper_texts
from desktop_app.texts import report_page as texts
from desktop_app.ui.flat import ROW, draw_flat, fit
from desktop_app.ui.importing.template import choose_template
from desktop_app.ui.jobs import run
from desktop_app.ui.messages import tell
from desktop_app.ui.page import Page
from desktop_app.ui.reports.check_dialog import check_file
from desktop_app.ui.reports.paper_room import PaperRoom
from desktop_app.ui.reports.paper_tools import PaperTools, told_of_fonts
from desktop_app.ui.reports.picture import Picture
from desktop_app.ui.reports.previews import gantt_picture, ledger_html
from desktop_app.ui.session import Session
from desktop_app.verbs.export import export_snapshot, origin_of
from desktop_app.verbs.gantt import gantt
from desktop_app.verbs.notice import notice_text
from desktop_app.verbs.report_basis import received
from desktop_app.verbs.report_write import Written, write_paper
from desktop_app.verbs.status import late_rounds

PAPERS = (*paper_texts.KINDS, texts.LEDGER, texts.GANTT, texts.SUMMARY)
ABOUT = {**paper_texts.ABOUT, **texts.ABOUT}


class ReportsPage(Page):
    """Papers made from the snapshot; a preview is made when it is looked at, and again after a change."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session = session
        self._stale = True
        self._saved: Path | None = None
        self._papers, self._rounds = QListWidget(), QComboBox()
        self._heading, self._about, self._said = QLabel(), QLabel(), QLabel()
        self._text, self._picture, self._views = QTextBrowser(), Picture(), QStackedWidget()
        self._papers_room = PaperRoom(session)
        self._tools = PaperTools(session, self._papers_room, self._preview, self._say)
        self._issued = QPushButton(paper_texts.ISSUED)
        self._check = QPushButton(paper_texts.CHECK)
        self._save, self._copy = QPushButton(texts.SAVE), QPushButton(texts.COPY)
        self._open, self._folder = QPushButton(texts.OPEN_FILE), QPushButton(texts.OPEN_FOLDER)
        self._lay_out()
        self._wire()
        self._papers.setCurrentRow(PAPERS.index(texts.LEDGER))

    def _lay_out(self) -> None:
        page = QHBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(12)
        page.addLayout(self._left())
        page.addLayout(self._right(), 1)

    def _left(self) -> QVBoxLayout:
        """What there is to choose from."""
        title = QLabel(texts.TITLE)
        title.setProperty("role", "title")
        self._papers.setAccessibleName(texts.PAPERS)
        draw_flat(self._papers)
        self._papers.addItems(list(PAPERS))
        for row, paper in enumerate(PAPERS):
            self._papers.item(row).setToolTip(ABOUT[paper])
        fit(self._papers, self._size_papers)
        form = QPushButton(form_texts.BUTTON)
        form.setToolTip(form_texts.TIP)
        form.clicked.connect(lambda: choose_template(self._session, self))
        self._check.setToolTip(paper_texts.CHECK_TIP)
        self._issued.setToolTip(paper_texts.ISSUED_TIP)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(title)
        left.addWidget(self._papers, 1)
        for button in (form, self._check, self._issued):
            left.addWidget(button)
        return left

    def _right(self) -> QVBoxLayout:
        """The paper, above it what can be done with it."""
        self._rounds.setAccessibleName(texts.ROUND)
        self._heading.setProperty("role", "heading")
        for label in (self._said, self._about):
            label.setProperty("role", "second")
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._save.setProperty("role", "primary")
        head, foot, right = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for part in (self._heading, self._rounds, self._papers_room.periods):
            head.addWidget(part)
        head.addWidget(self._about, 1)
        for part in (self._copy, self._save):
            head.addWidget(part)
        foot.addWidget(self._said, 1)
        for part in (self._tools.register, self._open, self._folder):
            foot.addWidget(part)
        self._text.document().setDocumentMargin(20)
        for view in (self._text, self._picture, self._papers_room.view):
            view.setAccessibleName(texts.PREVIEW.format(name=""))
            self._views.addWidget(view)
        right.addLayout(head)
        right.addWidget(self._tools)
        right.addWidget(self._views, 1)
        right.addLayout(foot)
        return right

    def _size_papers(self, scale: float) -> None:
        self._papers.setFixedWidth(round(150 * scale))
        for row in range(self._papers.count()):
            self._papers.item(row).setSizeHint(QSize(round(120 * scale), round(ROW * scale)))

    def _wire(self) -> None:
        self._papers.currentRowChanged.connect(self._chosen)
        self._rounds.currentIndexChanged.connect(self._preview)
        self._save.clicked.connect(self._ask_where)
        self._copy.clicked.connect(self._copy_text)
        self._check.clicked.connect(self._ask_what)
        self._issued.clicked.connect(self._tools.show_issued)
        self._papers_room.periods.currentIndexChanged.connect(self._preview)
        self._open.clicked.connect(lambda: self._show_file(self._saved))
        self._folder.clicked.connect(lambda: self._show_file(self._saved.parent if self._saved else None))

    @property
    def paper(self) -> str:
        """The paper that is looked at, by its name on the screen."""
        return PAPERS[max(self._papers.currentRow(), 0)]

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._forget_saved()

    def redraw(self) -> None:
        """Offer the rounds that there are, and draw the chosen paper."""
        self._list_rounds()
        self._papers_room.list_periods()
        self._preview()

    def _chosen(self) -> None:
        self._forget_saved()
        if self.isVisible():
            self._preview()

    def _forget_saved(self) -> None:
        self._saved = None
        self._said.clear()
        for button in (self._open, self._folder, self._tools.register):
            button.hide()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setToolTip(words)

    def _list_rounds(self) -> None:
        self._rounds.blockSignals(True)
        chosen = self._rounds.currentData()
        self._rounds.clear()
        for made in reversed(self._session.snapshot.rounds_in_order()):
            words = texts.ROUND_VOID if made.state == "voided" else texts.ROUND_NAME
            period = period_words(parse_period(made.period))
            self._rounds.addItem(words.format(period=period, due=day_words(made.due)), made.key)
        self._rounds.setCurrentIndex(max(self._rounds.findData(chosen), 0 if self._rounds.count() else -1))
        self._rounds.blockSignals(False)

    def _preview(self) -> None:
        """Draw the chosen paper; without tasks (or, for the notice, rounds) say what to do first."""
        paper, snapshot = self.paper, self._session.snapshot
        tasks, is_notice = bool(snapshot.tasks_in_order()), paper == paper_texts.NOTICE
        there = tasks and (not is_notice or self._rounds.count() > 0)
        official = paper in paper_texts.KINDS and there
        self._rounds.setVisible(is_notice and there)
        self._copy.setVisible(paper in (paper_texts.NOTICE, texts.SUMMARY))
        self._heading.setText(texts.PREVIEW.format(name=paper))
        self._about.setText(ABOUT[paper])
        self._papers_room.periods.setVisible(official and not is_notice)
        self._tools.show_for(paper_texts.KINDS[paper] if official else "")
        for button in (self._save, self._copy):
            button.setEnabled(there)
        if official:
            self._show_official(paper_texts.KINDS[paper])
            return
        self._views.setCurrentWidget(self._picture if there and paper == texts.GANTT else self._text)
        if not there:
            self._text.setPlainText(texts.NO_ROUNDS if tasks else texts.NO_TASKS)
        elif paper == texts.GANTT:
            self._picture.show_image(gantt_picture(self._session, clock.today()))
        elif paper == texts.LEDGER:
            self._text.setHtml(ledger_html(snapshot, clock.today()))
        else:
            self._text.setPlainText(self._words())

    def _show_official(self, kind: str) -> None:
        """Show a paper as it will print, or say why there is none."""
        sentence = self._tools.make(kind, self._rounds.currentData())
        self._save.setEnabled(not sentence)
        self._text.setPlainText(sentence)
        self._views.setCurrentWidget(self._text if sentence else self._papers_room.view)
        if self._saved is None:
            words, whole = told_of_fonts()
            self._said.setText("" if sentence else paper_texts.HINT + words)
            self._said.setToolTip(whole)

    def _ask_what(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getOpenFileName(self, paper_texts.CHECK, folder, paper_texts.DOCX)
        dialog = check_file(self._session.store, Path(chosen), self) if chosen else None
        if dialog:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.exec()

    def _words(self) -> str:
        """The text of the notice or of the summary."""
        if self.paper == paper_texts.NOTICE:
            return notice_text(self._session.store, self._rounds.currentData())
        return summary(self._session.snapshot, self._session.statuses, clock.today(), late_rounds(self._session.store))

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._words())
        self._said.setText(texts.COPIED)

    def _ask_where(self) -> None:
        if self.paper in paper_texts.KINDS:
            chosen = self._papers_room.ask_where(self._tools.name_of(self.paper))
            if chosen:
                self.save(chosen)
            return
        day = texts.DAY.format(day=clock.today())
        name = safe_name(texts.FILE_NAME[self.paper].format(name=self.paper, day=day))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = texts.KINDS[self.paper]
        chosen, _ = QFileDialog.getSaveFileName(self, texts.SAVE, str(Path(folder) / name), kinds)
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Write the chosen paper to `path`; the clerk is told where it is, or why it could not be written."""
        snapshot, today = self._session.snapshot, clock.today()
        if self.paper in paper_texts.KINDS:
            made = self._papers_room.made
            if made:
                run(self, texts.SAVING.format(name=path.name), lambda _: write_paper(made, path), self._kept)
        elif self.paper == texts.LEDGER:
            store = self._session.store
            origin, came = origin_of(store), received(store, snapshot)
            self._write(path, lambda _: export_snapshot(snapshot, today, path, origin, came))
        elif self.paper == texts.GANTT:
            try:
                gantt(self._session.store, path)
                self._written(path)
            except Refused as refused:
                tell(self, refused.sentence)
        else:
            words = self._words().replace("\n", "\r\n").encode("utf-8-sig")
            self._write(path, lambda _: write_bytes(path, words))

    def _kept(self, written: Written) -> None:
        """The file is there: now the numbers of order sheets are kept in the ledger."""
        self._written(written.file)
        self._papers_room.issue()
        self._tools.offer(written)

    def _write(self, path: Path, write: Callable[[object], object]) -> None:
        run(self, texts.SAVING.format(name=path.name), write, lambda _: self._written(path))

    def _written(self, path: Path) -> None:
        self._saved = path
        self._said.setText(texts.SAVED.format(file=path))
        self._said.setToolTip(str(path))
        for button in (self._open, self._folder):
            button.show()

    def _show_file(self, path: Path | None) -> None:
        if path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

"""What can be done with the paper that is looked at, beside saving it: buttons that are there where they make sense."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from desktop_app.errors import Refused
from desktop_app.reports.issued import issued_papers
from desktop_app.texts import papers_page as texts
from desktop_app.texts import papers_templates
from desktop_app.ui.messages import tell
from desktop_app.ui.reports.issued_dialog import IssuedDialog
from desktop_app.ui.reports.opinions_dialog import OpinionsDialog
from desktop_app.ui.reports.paper_room import PaperRoom
from desktop_app.ui.reports.template_dialog import TemplateDialog
from desktop_app.ui.session import Session
from desktop_app.verbs.report_charts import write_charts
from desktop_app.verbs.report_templates import TEMPLATES
from desktop_app.verbs.report_write import Written

VARIANTS = ((texts.FINAL, "breakdown", False), (texts.DRAFT, "breakdown", True), (texts.CHANGES, "changes", False))


class PaperTools(QWidget):
    """`changed` is called where the paper is to be made anew, `told` with what there is to say."""

    def __init__(
        self, session: Session, room: PaperRoom, changed: Callable[[], object], told: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._session, self._room, self._changed, self._told = session, room, changed, told
        self._kind, self._written = "", None
        self.variant, self.chart = QComboBox(), QComboBox()
        self.options, self.template = QPushButton(texts.OPTIONS), QPushButton(papers_templates.BUTTON)
        self.opinions, self.copy_chart = QPushButton(texts.OPINIONS), QPushButton(texts.COPY_CHART)
        self.save_charts, self.register = QPushButton(texts.SAVE_CHARTS), QPushButton(texts.REGISTER)
        for part, tip in ((self.options, texts.OPTIONS_TIP), (self.template, papers_templates.TIP)):
            part.setToolTip(tip)
        self.register.setToolTip(texts.REGISTER_TIP)
        self.variant.setAccessibleName(texts.VARIANT)
        self.chart.setAccessibleName(texts.CHART)
        self.chart.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for words, _, _ in VARIANTS:
            self.variant.addItem(words)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        parts = (
            self.variant,
            self.opinions,
            self.chart,
            self.copy_chart,
            self.save_charts,
            self.template,
            self.options,
        )
        for part in parts:
            line.addWidget(part)
        line.addStretch()
        self.variant.activated.connect(lambda _: changed())
        self.options.clicked.connect(self._ask_options)
        self.template.clicked.connect(lambda: self._open(TemplateDialog(session, self._kind, self)))
        self.opinions.clicked.connect(lambda: self._open(OpinionsDialog(session, self)))
        self.copy_chart.clicked.connect(self.copy_picture)
        self.save_charts.clicked.connect(self._ask_folder)
        self.register.clicked.connect(self.keep)

    def make(self, kind: str, of_round: int | None) -> str:
        """Make and show the paper of this kind; why there is none, or ''."""
        self._kind, draft = kind, False
        if kind == "breakdown":
            _, kind, draft = VARIANTS[self.variant.currentIndex()]
        sentence = self._room.make(kind, draft, of_round if kind == "notice" else None)
        self.chart.clear()
        self.chart.addItems([picture.name for picture in self._room.pictures()] if kind == "charts" else [])
        return sentence

    def name_of(self, paper: str) -> str:
        """What a file of the paper is called."""
        place = self.variant.currentIndex() if self._kind == "breakdown" else 0
        return (paper, f"{paper}-{texts.DRAFT}", texts.CHANGES)[place]

    def show_for(self, kind: str) -> None:
        """Show what a kind of paper has; '' hides all."""
        self.setVisible(bool(kind))
        self.variant.setVisible(kind == "breakdown")
        self.opinions.setVisible(kind == "breakdown")
        self.template.setVisible(kind in TEMPLATES)
        for part in (self.chart, self.copy_chart, self.save_charts):
            part.setVisible(kind == "charts")
        self.offer(None)

    def offer(self, written: Written | None) -> None:
        """Offer to put a paper that was just written into the register; None offers nothing."""
        self._written = written
        self.register.setVisible(written is not None)

    def keep(self) -> None:
        """Put the paper that was written into the register."""
        if self._written is None:
            return
        draft = self._kind == "breakdown" and VARIANTS[self.variant.currentIndex()][2]
        try:
            self._room.register(self._written, draft)
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self.offer(None)
        self._told(texts.REGISTERED)

    def copy_picture(self) -> None:
        """Copy the chosen chart, to be pasted as a picture."""
        pictures = self._room.pictures()
        if pictures:
            QGuiApplication.clipboard().setImage(QImage.fromData(pictures[max(self.chart.currentIndex(), 0)].data))
            self._told(texts.COPIED_CHART)

    def write_charts_to(self, folder: Path) -> None:
        """Write each chart as a picture of its own; told why where it cannot be."""
        made, options = self._room.made, self._room.options
        if made is None:
            return
        try:
            files = write_charts(self._session.store, made.period, folder, options.as_of, options.known_at)
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self._told(texts.SAVED_CHARTS.format(count=len(files), folder=folder))

    def show_issued(self) -> None:
        """Show the register of papers that went out."""
        self._open(IssuedDialog(self._session, self))

    def any_issued(self) -> bool:
        """Whether any paper went out."""
        return bool(issued_papers(self._session.snapshot))

    def _ask_folder(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QFileDialog.getExistingDirectory(self, texts.SAVE_CHARTS, folder)
        if chosen:
            self.write_charts_to(Path(chosen))

    def _ask_options(self) -> None:
        if self._room.ask_options(self):
            self._changed()

    def _open(self, dialog: TemplateDialog | OpinionsDialog | IssuedDialog) -> None:
        dialog.exec()
        dialog.deleteLater()


def told_of_fonts() -> tuple[str, str]:
    """What there is to say of the official fonts that this computer lacks, in short and whole; '' where it has all."""
    from desktop_app.paint.fonts import stood_in, told_of_stand_ins
    from desktop_app.reports.docx_page import OFFICIAL

    other = {face: name for face, name in stood_in().items() if face in OFFICIAL and name != face}
    if not other:
        return "", ""
    whole = "\n".join(words for words in told_of_stand_ins() if any(face in words for face in other))
    return texts.FONTS.format(count=len(other), other=next(iter(other.values())) or texts.NO_FONT), whole

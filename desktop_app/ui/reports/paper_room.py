"""The papers (公文) of the 报告 page: which period, the paper made, its pages, where its numbers come from."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from desktop_app import clock
from desktop_app.domain.periods import parse_period
from desktop_app.errors import Refused
from desktop_app.exchange.sheet_layout import period_words
from desktop_app.files import safe_name
from desktop_app.paint.official import set_paper
from desktop_app.reports.paper import Paragraph, Picture, Table
from desktop_app.reports.trace import Words
from desktop_app.texts import papers_page as texts
from desktop_app.ui.reports.options_dialog import OptionsDialog
from desktop_app.ui.reports.origins_dialog import OriginsDialog
from desktop_app.ui.reports.paper_view import PaperView
from desktop_app.ui.session import Session
from desktop_app.verbs.issued import issue_paper
from desktop_app.verbs.report import USUAL, Made, issue_orders, make
from desktop_app.verbs.report_write import Written, ways_of
from desktop_app.verbs.trace import Tracer


class PaperRoom:
    """Makes the chosen paper of the chosen period and shows its pages."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.periods, self.view = QComboBox(), PaperView()
        self.periods.setAccessibleName(texts.PERIOD)
        self.made: Made | None = None
        self.options = USUAL
        self.view.number_clicked.connect(self.show_origins)

    def list_periods(self) -> None:
        """Offer the periods of the rounds, latest first, then quarters, halves and the year they lie in."""
        chosen = self.periods.currentData()
        rounds = [made.period for made in self._session.snapshot.rounds_in_order() if made.state != "voided"]
        year = clock.today().year
        longer = [f"{year}-Q{n}" for n in range(1, 5)] + [f"{year}-H1", f"{year}"]
        offered = list(dict.fromkeys([*reversed(rounds), *longer]))
        self.periods.blockSignals(True)
        self.periods.clear()
        for period in offered:
            self.periods.addItem(period_words(parse_period(period)), period)
        self.periods.setCurrentIndex(max(self.periods.findData(chosen), 0))
        self.periods.blockSignals(False)

    def make(self, kind: str, draft: bool = False, of_round: int | None = None) -> str:
        """Make and show a paper (a draft one, the notice of a round); why there is none, or ''."""
        if not self.periods.count():
            self.list_periods()
        choices = self.options._replace(draft=draft, round=of_round)
        period = self._session.snapshot.rounds[of_round].period if of_round else self.periods.currentData()
        try:
            self.made = make(self._session.store, kind, period, choices)
        except Refused as refused:
            self.made = None
            return refused.sentence
        self.view.show_paper(set_paper(self.made.blocks, self.made.page))
        return ""

    def pictures(self) -> list[Picture]:
        """The charts of the paper that is shown."""
        return [block for block in self.made.blocks if isinstance(block, Picture)] if self.made else []

    def ask_options(self, parent: QWidget) -> bool:
        """Ask how papers are to be made; whether that was changed."""
        periods = [(self.periods.itemData(n), self.periods.itemText(n)) for n in range(self.periods.count())]
        dialog = OptionsDialog(self.options, periods, parent)
        taken = dialog.exec() == OptionsDialog.DialogCode.Accepted
        changed = taken and dialog.choices != self.options
        self.options = dialog.choices if taken else self.options
        dialog.deleteLater()
        return changed

    def register(self, written: Written, draft: bool) -> bool:
        """Put the paper that was written into the register; whether it is new there. Refused as the verb refuses."""
        applied = issue_paper(self._session.store, self.made, written, draft) if self.made else None
        self._session.take_in(applied)
        return applied is not None

    def ask_where(self, name: str) -> Path | None:
        """The file that the clerk wants the paper in."""
        if self.made is None:
            return None
        file = safe_name(texts.FILE_NAME.format(name=name, period=self.periods.currentText()))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = ";;".join(texts.FILTERS[way] for way in ways_of(self.made.kind))
        chosen, kind = QFileDialog.getSaveFileName(self.view, texts.PERIOD, str(Path(folder) / file), kinds)
        if not chosen:
            return None
        suffix = next((way for way, words in texts.FILTERS.items() if words == kind), ".docx")
        path = Path(chosen)
        return path if path.suffix.lower() == suffix else path.with_suffix(suffix)

    def issue(self) -> None:
        """Keep the numbers of order sheets in the ledger, once their file is written."""
        if self.made and self.made.orders:
            entry = issue_orders(self._session.store, self.made)
            if entry is not None:
                self._session.take_in(entry)

    def words_at(self, place: str) -> tuple[Words, int] | None:
        """The text and the mark of an anchor: "block:mark", or "block.cell:mark" in a table."""
        block, _, mark = place.partition(":")
        number, _, cell = block.partition(".")
        found = self.made.blocks[int(number)] if self.made else None
        if isinstance(found, Table):
            return [words for row in found.rows for words in row][int(cell)], int(mark)
        return (found.words, int(mark)) if isinstance(found, Paragraph) else None

    def show_origins(self, place: str) -> None:
        """Tell where a number comes from."""
        dialog = self.origins(place)
        if dialog:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.exec()

    def origins(self, place: str) -> OriginsDialog | None:
        """The dialog for the number at an anchor."""
        found = self.words_at(place)
        if found is None:
            return None
        words, mark = found[0], found[0].marks[found[1]]
        origins = Tracer(self._session.store).origins(mark.cells)
        return OriginsDialog(words.text[mark.start : mark.end], origins, self.view)

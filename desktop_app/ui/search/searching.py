"""What the search line of the top bar does: finds as one types, the keys choose, Enter opens where the find lives."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from desktop_app.domain.filters import Filter
from desktop_app.domain.search import MOST, Hit
from desktop_app.store.receipts import receipts
from desktop_app.texts import search as texts

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.search.finder import Finder
    from desktop_app.ui.search.palette import Palette


class Searching(QObject):
    """Made with the window; its list and its books only when the line is first used."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._session, self._line = window, window.session, window.top_bar.search
        self._palette: Palette | None = None
        self._finder: Finder | None = None
        self._filtered = False
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._prepare)
        line = self._line
        line.textChanged.connect(self._typed)
        line.entered.connect(self.begin)
        line.left.connect(self.end)
        line.moved.connect(lambda rows: self.palette.move_by(rows))
        line.returnPressed.connect(self._open_current)
        line.filter_wanted.connect(self.filter_ledger)
        line.ended.connect(self._leave)

    @property
    def palette(self) -> "Palette":
        """The list under the line."""
        if self._palette is None:
            from desktop_app.ui.search.palette import Palette

            self._palette = Palette(self._window)
            self._palette.chosen.connect(self.open)
        return self._palette

    @property
    def finder(self) -> "Finder":
        """What finds."""
        if self._finder is None:
            from desktop_app.ui.search.acts import acts_book, acts_of
            from desktop_app.ui.search.finder import Finder

            self._acts = acts_of(self._window)
            self._finder = Finder(self._session, acts_book(self._acts))
        return self._finder

    def go(self) -> None:
        """Let the keys go to the line, and show what can be done."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self._show()

    def begin(self) -> None:
        """The line has the keys: make the books ready before the first letter comes."""
        self._idle.start()

    def end(self) -> None:
        """The keys are elsewhere."""
        self._idle.stop()
        if self._palette is not None:
            self._palette.hide()

    def _prepare(self) -> None:
        if not self.finder.prepare():
            self._idle.stop()

    def _typed(self, words: str) -> None:
        if self._line.hasFocus():
            self._show()
        if not words.strip():
            self._filter("")

    def _show(self) -> None:
        words = self._line.text().strip()
        hits = self.finder.find(words) if words else self.finder.acts()
        said = texts.HINT
        if words and not hits:
            said = texts.NOTHING.format(words=words)
        elif len(hits) >= MOST and words:
            said = texts.MOST.format(count=MOST) + said
        if hits and words:
            hits = [*hits, Hit("filter", 0, texts.FILTER.format(words=words), (), "", ())]
        self.palette.stand_under(self._line)
        self.palette.show_hits(hits, said, first=bool(words))

    def _open_current(self) -> None:
        hit = self.palette.current() if self.palette.isVisible() else None
        if hit is not None:
            self.open(hit)

    def open(self, hit: Hit) -> None:
        """Show a find where it lives; an act is done."""
        words = self._line.text().strip()
        self.end()
        if hit.kind == "filter":
            self.filter_ledger()
            return
        self._line.clear()
        self.end()
        if hit.kind == "act":
            self._acts[hit.key].do()
        else:
            _OPENERS[hit.kind](self._window, hit.key, words)

    def filter_ledger(self) -> None:
        """Show only the tasks that hold the words, on the ledger page."""
        words = self._line.text().strip()
        self.end()
        self._window.show_page("ledger")
        self._filter(words)
        self._window.page("ledger").take_focus()  # type: ignore[attr-defined]

    def _filter(self, words: str) -> None:
        """Filter the ledger by words that stand in the line as long as they filter; none: not any more."""
        if words or self._filtered:
            self._filtered = bool(words)
            self._window.page("ledger").search(words)  # type: ignore[attr-defined]

    def _leave(self) -> None:
        """Esc: nothing is searched any more, the keys go back to the page."""
        self._line.clear()
        self.end()
        self._window.go_to_page(self._window.open_page)


def open_task(window: "MainWindow", key: int, words: str = "") -> None:
    """The task in the ledger, whatever is filtered there, and beside it the inspector where the words stand."""
    window.show_page("ledger")
    page = window.page("ledger")
    if page.model.row_of(key) is None:  # type: ignore[attr-defined]
        window.session.show_in_ledger(Filter())
    window.session.choose_task(key)
    page.table.choose(key)  # type: ignore[attr-defined]
    page.take_focus()  # type: ignore[attr-defined]


def _open_report(window: "MainWindow", key: int, words: str) -> None:
    snapshot = window.session.snapshot
    task = snapshot.rows[snapshot.tables["report"][key].row].task
    open_task(window, task)
    window.show_in_inspector(words.split())


def _open_unit(window: "MainWindow", key: int, _: str) -> None:
    window.go_to_page("units")
    window.page("units").choose_unit(key)  # type: ignore[attr-defined]


def _open_plan(window: "MainWindow", key: int, _: str) -> None:
    window.show_plan(key)
    window.page("ledger").take_focus()  # type: ignore[attr-defined]


def _open_round(window: "MainWindow", key: int, _: str) -> None:
    window.go_to_page("exchange")
    window.page("exchange").choose_round(key)  # type: ignore[attr-defined]


def _open_file(window: "MainWindow", key: int, words: str) -> None:
    came = next(receipt for receipt in receipts(window.session.store) if receipt.id == key)
    window.go_to_page("exchange")
    if came.round is not None:
        _open_round(window, came.round, words)


def _open_entry(window: "MainWindow", key: int, _: str) -> None:
    window.go_to_page("history")
    window.page("history").show_entry(key)  # type: ignore[attr-defined]


_OPENERS = {
    "task": open_task,
    "report": _open_report,
    "unit": _open_unit,
    "plan": _open_plan,
    "round": _open_round,
    "file": _open_file,
    "entry": _open_entry,
}

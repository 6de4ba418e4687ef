"""What the search line of the top bar does: finds as one types, the keys choose, Enter opens where the find lives.

It is there from the start of the program, so all that it needs is imported when the line is first used.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desktop_app.domain.search import Hit
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.search.finder import Finder
    from desktop_app.ui.search.palette import Palette


_PAUSE = 10  # milliseconds between the pieces that are made in idle time


class Searching(QObject):
    """Made with the window; its list and its books only when the line is first used."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._session, self._line = window, window.session, window.top_bar.search
        self._palette: Palette | None = None
        self._finder: Finder | None = None
        self._filtered = False
        self._idle = QTimer(self)
        self._idle.setInterval(_PAUSE)
        self._idle.timeout.connect(self._prepare)
        line = self._line
        self._session.changed.connect(self._hear)
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
        from PySide6.QtCore import Qt

        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self._show()

    def begin(self) -> None:
        """The line has the keys: make the books ready before the first letter comes."""
        self._idle.start()

    def _hear(self, _: object) -> None:
        """Where one searches, make anew what the ledger says otherwise now, in idle time."""
        if self._finder is not None:
            self._idle.start()

    def end(self) -> None:
        """The keys are elsewhere."""
        if self._palette is not None:
            self._palette.hide()

    def _prepare(self) -> None:
        # a window that is closed has let its ledger go
        if not self._window.isVisible() or not self.finder.prepare():
            self._idle.stop()

    def _typed(self, words: str) -> None:
        if self._line.hasFocus():
            self._show()
        if not words.strip():
            self._filter("")

    def _show(self) -> None:
        from desktop_app.domain.search import MOST, Hit
        from desktop_app.texts import search as texts

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

    def open(self, hit: "Hit") -> None:
        """Show a find where it lives; an act is done."""
        from desktop_app.ui.search.opening import OPENERS

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
            OPENERS[hit.kind](self._window, hit.key, words)

    def filter_ledger(self) -> None:
        """Show only the tasks that hold the words, on the ledger page."""
        words = self._line.text().strip()
        self.end()
        self._window.show_page("ledger")
        self._filter(words)
        if words and not self._window.page("ledger").model.rows.keys:  # type: ignore[attr-defined]
            self._filter_by_sound(words)
        self._window.page("ledger").take_focus()  # type: ignore[attr-defined]

    def _filter(self, words: str) -> None:
        """Filter the ledger by words that stand in the line as long as they filter; none: not any more."""
        if words or self._filtered:
            self._filtered = bool(words)
            self._window.page("ledger").search(words)  # type: ignore[attr-defined]

    def _filter_by_sound(self, words: str) -> None:
        """Nothing holds the words as they are written: show the tasks that sound so."""
        from desktop_app.domain.filters import Filter

        tasks = self.finder.tasks(words)
        if tasks:
            self._line.clear()
            self._window.page("ledger").show_filter(Filter(tasks=frozenset(tasks), label=words))  # type: ignore[attr-defined]

    def _leave(self) -> None:
        """Esc: nothing is searched any more, the keys go back to the page."""
        self._line.clear()
        self.end()
        self._window.go_to_page(self._window.open_page)

"""The ways in from outside: a plan, an existing ledger, what was copied or dropped, the practice ledger."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import Refused
from desktop_app.store.store import FILE
from desktop_app.texts import window as texts
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session

if TYPE_CHECKING:
    from desktop_app.ui.arrivals import Arrived


class WaysIn(QObject):
    """Opens what each way leads to over `window`; `folder` is where the next file is looked for first."""

    forms_came = Signal(list)  # of paths: returned files, for the exchange page
    other_ledger = Signal(Path)

    def __init__(self, session: Session, folder: str, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window, self.folder = session, window, folder

    def _may_change(self) -> bool:
        """Whether anything can be brought in; where the ledger is open only to read, that is told before any work."""
        store = self._session.store
        if store.writable:
            return True
        try:
            store.apply((), "")
        except Refused as refused:
            tell(self._window, refused.sentence)
        return False

    def import_plan(self) -> None:
        """Choose a plan's file and open its review."""
        from PySide6.QtWidgets import QFileDialog

        if not self._may_change():
            return
        name, _ = QFileDialog.getOpenFileName(self._window, texts.CHOOSE_PLAN, self.folder, texts.PLAN_FILES)
        if name:
            self.folder = str(Path(name).parent)
            self.review(Path(name))

    def review(self, path: Path) -> None:
        """Open the review of a plan."""
        from desktop_app.ui.review.opening import open_review

        open_review(self._session, path, self._window)

    def compare_plans(self) -> None:
        """Open the dialog that shows two plans side by side."""
        from PySide6.QtCore import Qt

        from desktop_app.ui.plans.comparison import ComparisonDialog

        dialog = ComparisonDialog(self._session, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def import_ledger(self) -> None:
        """Choose an existing Excel ledger and show how it is read; one of ours gives back what was edited in it."""
        from desktop_app.ui.importing.opening import choose_existing

        if not self._may_change():
            return
        self.folder = choose_existing(self._session, self.folder, self._window)

    def open_ledger_of_others(self, path: Path) -> None:
        """Show how an existing ledger is read, its columns and what it holds."""
        from desktop_app.ui.importing.opening import open_existing

        open_existing(self._session, path, self._window)

    def paste_plan(self) -> None:
        """Open the review of the text or the table that was copied."""
        from PySide6.QtGui import QGuiApplication

        from desktop_app.ui.passing import passing_room
        from desktop_app.ui.review.pasting import pasted_file

        if not self._may_change():
            return
        path = pasted_file(QGuiApplication.clipboard().mimeData(), passing_room())
        if path is None:
            tell(self._window, texts.NOTHING_COPIED)
        else:
            self.review(path)

    def take_in(self, paths: list[Path]) -> None:
        """What was dropped or chosen: a plan goes to review, a ledger to its mapping, forms to the exchange page."""
        from desktop_app.ui.arrivals import told_apart
        from desktop_app.ui.importing.opening import take_exported
        from desktop_app.ui.jobs import run

        if not self._may_change():
            return
        others = take_exported(self._session, paths, self._window)
        forms_are_out = bool(self._session.snapshot.rounds)
        run(self._window, texts.LOOKING, lambda _: told_apart(others, forms_are_out), self._take)

    def take_returned(self, paths: list[Path]) -> None:
        """What was dropped where returned forms are wanted: all of it, but for an export of ours."""
        from desktop_app.ui.importing.opening import take_exported

        if not self._may_change():
            return
        forms = take_exported(self._session, paths, self._window)
        if forms:
            self.forms_came.emit(forms)

    def _take(self, arrived: "Arrived") -> None:
        for path in arrived.unknown:
            tell(self._window, texts.UNKNOWN_DROP.format(name=path.name))
        if arrived.forms:
            self.forms_came.emit(arrived.forms)
        first, *more = [*arrived.ledgers, *arrived.plans] or [None]
        if more and first:
            tell(self._window, texts.ONE_PLAN_AT_ONCE.format(name=first.name, count=len(more)))
        if first in arrived.ledgers:
            self.open_ledger_of_others(first)
        elif first:
            self.review(first)

    def open_demo(self) -> None:
        """Build the practice ledger beside this one where there is none yet, and go over to it."""
        from desktop_app.ui.jobs import run
        from desktop_app.verbs.demo import demo

        folder = self._session.store.folder / texts.DEMO_FOLDER
        if (folder / FILE).exists():
            self.other_ledger.emit(folder)
        else:
            built = self.other_ledger.emit
            run(self._window, texts.DEMO_BUILDING, lambda _: demo(folder), lambda _: built(folder))

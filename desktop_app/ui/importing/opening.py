"""The way into the mapping page: read the file as a job, then show it, or say why it is no ledger."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.errors import Refused
from desktop_app.exchange.ledger_marks import carries_ledger_mark
from desktop_app.exchange.read_ledger import Choice
from desktop_app.files import read_bytes, sha256
from desktop_app.texts import import_ledger as texts
from desktop_app.ui.arrivals import BOOKS
from desktop_app.ui.importing.returning import show_returned
from desktop_app.ui.importing.window import ImportWindow
from desktop_app.ui.jobs import run
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.verbs.export import origin_of
from desktop_app.verbs.import_ledger import Looked, look, open_file
from desktop_app.verbs.own_ledger import Returned, is_own, returned


def open_existing(session: Session, path: Path, parent: QWidget) -> None:
    """Read an existing ledger and show how it is read; an export of this one gives back what was edited in it."""
    snapshot, origin = session.snapshot, origin_of(session.store)

    def read(_: object) -> Looked | Returned:
        opened = open_file(path)
        if is_own(opened.book, origin):
            return returned(snapshot, origin, opened.data, path.name, opened.book)
        try:
            return look(snapshot, opened)
        except Refused:
            filled = [sheet.name for sheet in opened.book.sheets if sheet.grid]
            if not filled:
                raise
            # the clerk can point at the header that the program does not see
            return look(snapshot, opened, Choice(filled[0], 0, 0))

    def show(looked: Looked | Returned) -> None:
        if isinstance(looked, Returned):
            show_returned(session, looked, parent)
            return
        digest = sha256(looked.opened.data)
        known = next((plan for plan in session.snapshot.plans.values() if plan.file == digest), None)
        if known:
            tell(parent, texts.KNOWN_ALREADY.format(title=known.title))
            return
        window = ImportWindow(session, looked, parent)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    run(parent, texts.READING.format(name=path.name), read, show)


def choose_existing(session: Session, folder: str, parent: QWidget) -> str:
    """Let the clerk choose an existing ledger, and open it; returns the folder to begin in the next time."""
    name, _ = QFileDialog.getOpenFileName(parent, texts.CHOOSE, folder, texts.CHOOSE_FILES)
    if not name:
        return folder
    open_existing(session, Path(name), parent)
    return str(Path(name).parent)


def take_exported(session: Session, paths: Sequence[Path], parent: QWidget) -> list[Path]:
    """Take back the exports of ledgers among dropped files; returns the other files."""
    exported = [path for path in paths if path.suffix.lower() in BOOKS and _is_exported(path)]
    for path in exported:
        open_existing(session, path, parent)
    return [path for path in paths if path not in exported]


def _is_exported(path: Path) -> bool:
    return path.is_file() and carries_ledger_mark(read_bytes(path))

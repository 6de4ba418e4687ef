"""The way into the mapping page: read the file as a job, then show it, or say why it is no ledger."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.errors import Refused
from desktop_app.exchange.read_ledger import Choice
from desktop_app.files import sha256
from desktop_app.texts import import_ledger as texts
from desktop_app.ui.importing.window import ImportWindow
from desktop_app.ui.jobs import run
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.verbs.import_ledger import Looked, look, open_file


def open_existing(session: Session, path: Path, parent: QWidget) -> None:
    """Read an existing ledger and show how it is read; one that the ledger has already is told instead."""
    snapshot = session.snapshot

    def read(_: object) -> Looked:
        opened = open_file(path)
        try:
            return look(snapshot, opened)
        except Refused:
            filled = [sheet.name for sheet in opened.book.sheets if sheet.grid]
            if not filled:
                raise
            # the clerk can point at the header that the program does not see
            return look(snapshot, opened, Choice(filled[0], 0, 0))

    def show(looked: Looked) -> None:
        digest = sha256(looked.opened.data)
        known = next((plan for plan in session.snapshot.plans.values() if plan.file == digest), None)
        if known:
            tell(parent, texts.KNOWN_ALREADY.format(title=known.title))
            return
        window = ImportWindow(session, looked, parent)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    run(parent, texts.READING.format(name=path.name), read, show)

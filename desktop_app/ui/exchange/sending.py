"""Forms out, from the 收发 page: ask, make the round, show where the forms lie; write again; void."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.errors import Refused
from desktop_app.store.receipts import outgoing
from desktop_app.texts import exchange_page as texts
from desktop_app.ui.exchange.dispatch_dialog import DispatchDialog
from desktop_app.ui.exchange.sent_dialog import SentDialog
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.verbs.dispatch import Dispatched, dispatch
from desktop_app.verbs.notice import notice_text
from desktop_app.verbs.rounds import void_round, write_again


def new_round(session: Session, parent: QWidget) -> None:
    """Ask for period, days and folder; then make the round and show what was written."""
    dialog = DispatchDialog(session.snapshot, parent)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        period, due, folder, as_of = dialog.period.name, dialog.due, dialog.folder, dialog.as_of
        _write(session, parent, lambda: dispatch(session.store, period, due, folder, as_of))
    dialog.deleteLater()


def write_forms(session: Session, round_key: int, folder: Path, parent: QWidget) -> None:
    """Write a round's forms once more, into a folder that the clerk chose."""
    _write(session, parent, lambda: write_again(session.store, round_key, folder))


def void(session: Session, round_key: int, parent: QWidget) -> None:
    """Void a round; the clerk has been asked."""
    try:
        session.take_in(void_round(session.store, round_key))
    except Refused as refused:
        tell(parent, refused.sentence)


def folder_of(session: Session, round_key: int) -> Path | None:
    """The folder into which a round's forms were last written; None where nothing was ever to be written."""
    out = outgoing(session.store)
    forms = session.snapshot.having("form", "round", round_key)
    return next((Path(out[form.key].folder) for form in forms if form.key in out), None)


def _write(session: Session, parent: QWidget, work: Callable[[], Dispatched]) -> None:
    """The round is recorded before its files are written; so where these are refused, it is shown all the same."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        sent = work()
        if sent.unwritten:
            raise Refused(sent.unwritten)
        letter = notice_text(session.store, sent.round)
    except Refused as refused:
        QApplication.restoreOverrideCursor()
        session.reload()
        tell(parent, refused.sentence)
        return
    QApplication.restoreOverrideCursor()
    session.take_in(sent.applied)
    rows = sum(file.rows for file in sent.files)
    dialog = SentDialog(
        texts.SENT_COUNT.format(files=len(sent.files), rows=rows), sent.notice.parent, letter, sent.notes, parent
    )
    dialog.exec()
    dialog.deleteLater()

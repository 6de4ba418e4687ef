"""Forms out, from the 收发 page: make a round, add to one, write again, pack, void; files are written in a worker."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_app.domain.due import due_changes
from desktop_app.domain.model import Round
from desktop_app.errors import Refused
from desktop_app.exchange.asking import Pair
from desktop_app.exchange.propose import batch_words
from desktop_app.files import safe_name
from desktop_app.reports.notice import as_text
from desktop_app.store.receipts import outgoing
from desktop_app.texts import exchange_page as texts
from desktop_app.texts import rounds_page as words
from desktop_app.ui.exchange.dispatch_dialog import DispatchDialog
from desktop_app.ui.exchange.round_rows_dialog import RoundRowsDialog
from desktop_app.ui.exchange.sent_dialog import SentDialog
from desktop_app.ui.jobs import run
from desktop_app.ui.messages import ask, tell
from desktop_app.ui.session import Session
from desktop_app.verbs.dispatch import Dispatched, finish, made_on, make_round, told_of
from desktop_app.verbs.round_files import Outcome, Parcel, write_parcel
from desktop_app.verbs.rounds import (
    add_to_round,
    may_be_out,
    pack_round,
    parcel_again,
    take_back_addition,
    void_round,
    withdraw_rows,
)

NAMED = 3


def new_round(session: Session, parent: QWidget) -> None:
    """Ask what, whom and when; then make the round and show what was written."""
    store = session.store
    dialog = DispatchDialog(session.snapshot, parent, made_on(store))
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    asked = (dialog.period.name, dialog.due, dialog.folder, dialog.as_of, dialog.choices)
    shift = dialog.shift
    dialog.deleteLater()
    if not wanted:
        return
    try:
        session.apply(due_changes(session.snapshot, shift), words.SHIFT_LABEL.format(shift=words.SHIFTS[shift]))
        made = make_round(store, *asked, now=session.snapshot)
    except Refused as refused:
        tell(parent, refused.sentence)
        return
    session.take_in(made.applied)
    outcome = _written(parent, made.parcel)
    if outcome is None:
        session.take_in(void_round(store, made.round))
        tell(parent, words.CANCELLED_NEW)
        return
    _show(session, parent, finish(store, made, outcome), made.parcel)


def write_forms(session: Session, round_key: int, folder: Path, parent: QWidget, unit: int | None = None) -> None:
    """Write a round's forms, or one unit's, once more into a folder; asked about where they may be out already."""
    store, units = session.store, None if unit is None else {unit}
    names = may_be_out(store, round_key, units)
    if names and not ask(parent, words.REALLY_AGAIN.format(units=_named(names)), texts.WRITE_AGAIN):
        return
    try:
        parcel = parcel_again(store, round_key, folder, units)
    except Refused as refused:
        tell(parent, refused.sentence)
        return
    outcome = _written(parent, parcel)
    if outcome is None:
        tell(parent, words.CANCELLED_AGAIN)
    else:
        _show(session, parent, told_of(store, round_key, parcel, outcome, (), None), parcel)


def change_rows(session: Session, made: Round, parent: QWidget) -> None:
    """Ask which rows a round is to have; take those from it that were unticked, add and write those ticked."""
    dialog = RoundRowsDialog(session.snapshot, made, parent)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    added, removed = dialog.added, dialog.removed
    dialog.deleteLater()
    if not wanted:
        return
    if added and not _add(session, made, added, parent):
        return
    if removed:
        try:
            session.take_in(withdraw_rows(session.store, removed))
        except Refused as refused:
            tell(parent, refused.sentence)


def _add(session: Session, made: Round, pairs: Sequence[Pair], parent: QWidget) -> bool:
    """Add rows and write the forms that have grown; whether it was done."""
    store, folder = session.store, folder_of(session, made.key)
    names = may_be_out(store, made.key, {pair.unit for pair in pairs})
    if names and not ask(parent, words.REALLY_MORE.format(units=_named(names)), words.MAKE_MORE):
        return False
    if folder is None or not folder.is_dir():
        chosen = QFileDialog.getExistingDirectory(parent, texts.WRITE_WHERE)
        if not chosen:
            return False
        folder = Path(chosen)
    try:
        grown = add_to_round(store, made.key, pairs, folder)
    except Refused as refused:
        tell(parent, refused.sentence)
        return False
    session.take_in(grown.applied)
    outcome = _written(parent, grown.parcel)
    if outcome is None:
        session.take_in(take_back_addition(store, grown))
        tell(parent, words.CANCELLED_MORE)
        return False
    done = finish(store, grown, outcome)
    sentence = words.SENT_MORE.format(units=_named([file.unit for file in done.files]))
    tell(parent, done.unwritten or sentence)
    return True


def pack(session: Session, made: Round, parent: QWidget) -> str:
    """Ask where to, and pack the round's files; what was done, '' for nothing."""
    name = safe_name(words.PACK_NAME.format(period=batch_words(session.snapshot, made)))
    folder = folder_of(session, made.key)
    start = str((folder.parent if folder else Path()) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, words.PACK_WHERE, start, words.ZIP_KIND)
    if not chosen:
        return ""
    path = Path(chosen)
    path = path if path.suffix.lower() == ".zip" else path.with_name(f"{path.name}.zip")
    try:
        missing = pack_round(session.store, made.key, path)
    except Refused as refused:
        tell(parent, refused.sentence)
        return ""
    said = words.PACKED.format(path=path)
    lost = words.PACK_MISSING.format(count=len(missing), names=_named(missing)) if missing else ""
    return f"{said} {lost}".strip()


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


def _written(parent: QWidget, parcel: Parcel) -> Outcome | None:
    """What came of writing a parcel beside the window; None where the clerk cancelled."""
    outcomes: list[Outcome] = []
    done: Callable[[Outcome], None] = outcomes.append
    run(parent, words.WRITING, lambda progress: write_parcel(parcel, progress.step), done)
    return outcomes[0] if outcomes else None


def _show(session: Session, parent: QWidget, sent: Dispatched, parcel: Parcel) -> None:
    """The round is recorded before its files are written; so where these are refused, it is shown all the same."""
    session.reload()
    if sent.unwritten:
        tell(parent, sent.unwritten)
        return
    rows = sum(file.rows for file in sent.files)
    counted = texts.SENT_COUNT.format(files=len(sent.files), rows=rows)
    dialog = SentDialog(counted, sent.notice.parent, as_text(parcel.letter), sent.notes, parent)
    dialog.exec()
    dialog.deleteLater()


def _named(names: Sequence[str]) -> str:
    shown = texts.COMMA.join(names[:NAMED])
    return shown if len(names) <= NAMED else words.MANY.format(names=shown, count=len(names))

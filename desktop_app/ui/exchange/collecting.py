"""Forms back, from the 收发 page: read beside the window, show what they would change, apply what is agreed to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.errors import Refused
from desktop_app.exchange.read_files import Arrived, read_paths
from desktop_app.files import read_bytes
from desktop_app.store.receipts import receipts
from desktop_app.texts import exchange_page as texts
from desktop_app.ui.exchange.collect_dialog import CollectDialog
from desktop_app.ui.exchange.files import INSIDE, to_open
from desktop_app.ui.exchange.passwords import ask_passwords
from desktop_app.ui.exchange.roster_acts import write_back
from desktop_app.ui.jobs import Progress, run
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.verbs.collect import (
    apply_collected,
    basis,
    decide,
    keep_files,
    pending,
    with_choices,
)
from desktop_app.verbs.newest import REFUSED
from desktop_app.verbs.returns import NEEDS_DECISION, UNCHANGED, Collected, judge
from desktop_app.verbs.send_back import latest_file


def take_in(session: Session, paths: list[Path], parent: QWidget) -> None:
    """Read these files, folders and archives; nothing is stored before the clerk has seen what they would change."""
    run(parent, texts.READING, _reading(paths), lambda arrived: _unlock(session, arrived, parent))


def _reading(paths: list[Path], passwords: tuple[str, ...] = ()) -> Callable[[Progress], list[Arrived]]:
    def read(progress: Progress) -> list[Arrived]:
        total = sum(sum(file.is_file() for file in path.rglob("*")) if path.is_dir() else 1 for path in paths)
        # an archive holds more files than the one that was counted
        return read_paths(paths, lambda count: progress.step(count, max(count, total)), passwords)

    return read


def _unlock(session: Session, arrived: list[Arrived], parent: QWidget) -> None:
    """Ask once for the password of each locked file, read those again, then go on."""
    locked = [file.name for file in arrived if file.locked]
    passwords = tuple(ask_passwords(locked, parent))
    if not passwords:
        _judge(session, arrived, parent)
        return
    outer = list(dict.fromkeys(Path(name.split(INSIDE)[0]) for name in locked))

    def go_on(again: list[Arrived]) -> None:
        files = {str(path) for path in outer}
        others = [file for file in arrived if file.name.split(INSIDE)[0] not in files]
        _judge(session, [*others, *again], parent)

    run(parent, texts.READING, _reading(outer, passwords), go_on)


def _judge(session: Session, arrived: list[Arrived], parent: QWidget) -> None:
    """What the files would change is found beside the window too, against the ledger of this moment."""
    now = basis(session.store, session.snapshot)
    run(
        parent,
        texts.JUDGING,
        lambda progress: judge(now, arrived, lambda count: progress.step(count, len(arrived))),
        lambda collected: _preview(session, collected, parent),
    )


def settle_pending(session: Session, parent: QWidget) -> None:
    """Put the questions that earlier files left open."""
    questions = pending(session.store, session.snapshot)
    came = {receipt.name: receipt for receipt in receipts(session.store) if receipt.file}

    def stored(name: str) -> Path:
        path = session.store.sources.find(came[name].file or "")
        return to_open(name, read_bytes(path)) if path else Path(name)

    def back(name: str, dialog: QWidget) -> str:
        receipt = came[name]
        try:
            file = latest_file(session.store, receipt.round or 0, receipt.unit or 0)
        except Refused as refused:
            tell(dialog, refused.sentence)
            return ""
        return write_back(file, dialog)

    summary = texts.PENDING.format(count=len(questions))
    dialog = CollectDialog(session.snapshot, summary, questions, (), stored, back, parent)
    if dialog.exec() == QDialog.DialogCode.Accepted and dialog.choices():
        try:
            session.take_in(decide(session.store, dialog.choices(), session.snapshot))
        except Refused as refused:
            tell(parent, refused.sentence)
    dialog.deleteLater()


def _preview(session: Session, collected: Collected, parent: QWidget) -> None:
    # of the units in one file the one that is asked about is sent back
    files = {file.file: file for file in sorted(collected.files, key=lambda file: bool(file.questions))}
    notes = [note for file in collected.files for note in file.notes]
    if all(file.state == UNCHANGED for file in collected.files) and not notes:
        _apply(session, collected, parent)
        tell(parent, texts.NOTHING_NEW.format(files=len(collected.files)))
        return
    dialog = CollectDialog(
        session.snapshot,
        summary(collected),
        collected.questions,
        notes,
        lambda name: to_open(name, files[name].arrived.data),
        lambda name, dialog: write_back(files[name], dialog),
        parent,
    )
    if not collected.changes and not collected.questions:
        dialog.nothing_to_merge()
    if dialog.exec() == QDialog.DialogCode.Accepted:
        try:
            collected = with_choices(session.store, collected, dialog.choices(), session.snapshot)
        except Refused as refused:
            tell(parent, refused.sentence)
        else:
            _apply(session, collected, parent)
    dialog.deleteLater()


def _apply(session: Session, collected: Collected, parent: QWidget) -> None:
    """The files are brought to the disk beside the window; what Cancel leaves there is named by nothing."""

    def keep(progress: Progress) -> None:
        keep_files(session.store, collected, lambda count: progress.step(count, len(collected.files)))

    def apply(_: None) -> None:
        try:
            session.take_in(apply_collected(session.store, collected))
        except Refused as refused:
            tell(parent, refused.sentence)

    run(parent, texts.KEEPING, keep, apply)


def summary(collected: Collected) -> str:
    """What came, in one sentence: how many files are clean, asked about, not taken in; how many cells change."""
    states = [file.state for file in collected.files]
    asked, refused = states.count(NEEDS_DECISION), states.count(REFUSED)
    words = texts.COLLECTED.format(
        files=len(states),
        changed=sum(file.changed for file in collected.files),
        same=sum(file.unchanged for file in collected.files),
    )
    words += texts.COLLECTED_ASK.format(count=asked) if asked else ""
    words += texts.COLLECTED_REFUSED.format(count=refused) if refused else ""
    return words + texts.STOP

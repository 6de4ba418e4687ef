"""Forms back, from the 收发 page: read beside the window, show what they would change, apply what is agreed to."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.errors import Refused
from desktop_app.exchange.read_files import Arrived, read_paths
from desktop_app.files import read_bytes
from desktop_app.store.receipts import receipts
from desktop_app.texts import exchange_page as texts
from desktop_app.ui.exchange.collect_dialog import CollectDialog
from desktop_app.ui.exchange.files import to_open
from desktop_app.ui.jobs import Progress, run
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.verbs.collect import (
    NEEDS_DECISION,
    REFUSED,
    UNCHANGED,
    Collected,
    apply_collected,
    decide,
    pending,
    propose,
    with_choices,
)


def take_in(session: Session, paths: list[Path], parent: QWidget) -> None:
    """Read these files, folders and archives; nothing is stored before the clerk has seen what they would change."""

    def read(progress: Progress) -> list[Arrived]:
        total = sum(sum(file.is_file() for file in path.rglob("*")) if path.is_dir() else 1 for path in paths)
        # an archive holds more files than the one that was counted
        return read_paths(paths, lambda count: progress.step(count, max(count, total)))

    run(parent, texts.READING, read, lambda arrived: _preview(session, arrived, parent))


def settle_pending(session: Session, parent: QWidget) -> None:
    """Put the questions that earlier files left open."""
    questions = pending(session.store)
    kept = {receipt.name: receipt.file for receipt in receipts(session.store) if receipt.file}

    def stored(name: str) -> Path:
        path = session.store.sources.find(kept[name] or "")
        return to_open(name, read_bytes(path)) if path else Path(name)

    summary = texts.PENDING.format(count=len(questions))
    dialog = CollectDialog(session.snapshot, summary, questions, (), stored, parent)
    if dialog.exec() == QDialog.DialogCode.Accepted and dialog.choices():
        try:
            session.take_in(decide(session.store, dialog.choices()))
        except Refused as refused:
            tell(parent, refused.sentence)
    dialog.deleteLater()


def _preview(session: Session, arrived: list[Arrived], parent: QWidget) -> None:
    try:
        collected = propose(session.store, arrived)
    except Refused as refused:
        tell(parent, refused.sentence)
        return
    data = {file.name: file.data for file in arrived}
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
        lambda name: to_open(name, data[name]),
        parent,
    )
    if not collected.changes and not collected.questions:
        dialog.nothing_to_merge()
    if dialog.exec() == QDialog.DialogCode.Accepted:
        try:
            collected = with_choices(session.store, collected, dialog.choices())
        except Refused as refused:
            tell(parent, refused.sentence)
        else:
            _apply(session, collected, parent)
    dialog.deleteLater()


def _apply(session: Session, collected: Collected, parent: QWidget) -> None:
    try:
        session.take_in(apply_collected(session.store, collected))
    except Refused as refused:
        tell(parent, refused.sentence)


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

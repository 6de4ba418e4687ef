"""Choosing what the ledger is restored from; the restoring itself belongs to whoever opened the ledger."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.store.backup import Backup
from desktop_app.texts import backup, safety
from desktop_app.ui.messages import ask
from desktop_app.ui.safety.words import time_words
from desktop_app.ui.session import Session


def restore_file(session: Session, parent: QWidget) -> bool:
    """Let the clerk choose a file to restore from; whether one was chosen. An empty ledger is not asked about."""
    start = session.store.folder / backup.FOLDER
    name, _ = QFileDialog.getOpenFileName(
        parent, safety.CHOOSE_BACKUP, str(start) if start.is_dir() else "", safety.BACKUP_FILES
    )
    if not name:
        return False
    sentence = safety.SURE_FILE.format(name=Path(name).name)
    if not _is_empty(session.snapshot) and not ask(parent, sentence, safety.DO_RESTORE):
        return False
    session.restore_wanted.emit(Path(name))
    return True


def restore_backup(session: Session, chosen: Backup, parent: QWidget) -> bool:
    """Ask whether to go back to this backup; whether that was wanted."""
    if not ask(parent, safety.SURE.format(at=time_words(chosen.at), reason=chosen.reason), safety.DO_RESTORE):
        return False
    session.restore_wanted.emit(chosen.path)
    return True


def _is_empty(snapshot: Snapshot) -> bool:
    return not any(snapshot.tables.values())

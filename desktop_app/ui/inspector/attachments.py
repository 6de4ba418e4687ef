"""A task's files: taken in by content, opened as a copy, never run, never lost."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app import clock
from desktop_app.domain.attached import Attached, attach_changes, attached_to, detach_changes
from desktop_app.errors import Refused
from desktop_app.files import read_bytes, safe_name, write_bytes
from desktop_app.texts import attached as texts
from desktop_app.ui.messages import ask, tell
from desktop_app.ui.passing import passing_room
from desktop_app.ui.session import Session

LARGEST = 200  # MB of one file
# What is shown by the program that the system has for it; everything else might run.
SHOWN = frozenset(
    ".doc .docx .wps .xls .xlsx .et .csv .ppt .pptx .pdf .ofd .odt .ods .txt .rtf"
    " .jpg .jpeg .png .bmp .gif .tif .tiff .zip .rar .7z .mp3 .mp4 .wav .m4a".split()
)


def attach(session: Session, task: int | None, paths: Sequence[Path], parent: QWidget) -> None:
    """Store these files and put them to a task, in one entry; what cannot be taken is told, and nothing is stored."""
    if task is None:
        tell(parent, texts.NO_TASK)
        return
    today = clock.today().isoformat()
    try:
        read = [(path.name, _content(path)) for path in paths]
        files = [Attached(session.store.sources.keep(data, name), name, today) for name, data in read]
        label = texts.LABEL_ADD.format(title=session.snapshot.tasks[task].title, count=len(files))
        session.apply(attach_changes(session.snapshot, task, files), label)
    except Refused as refused:
        tell(parent, refused.sentence)


def ask_for_files(session: Session, task: int | None, parent: QWidget) -> None:
    """Let the clerk choose files, and attach them."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, texts.CHOOSE)
    if chosen:
        attach(session, task, [Path(name) for name in chosen], parent)


def take_away(session: Session, task: int, file: str, parent: QWidget) -> None:
    """Take a file from a task when the clerk says so."""
    (one,) = [held for held in attached_to(session.snapshot, task) if held.file == file]
    if ask(parent, texts.TAKE_ASK.format(name=one.name), texts.TAKE_DO):
        title = session.snapshot.tasks[task].title
        label = texts.LABEL_TAKE.format(title=title, name=one.name)
        session.apply(detach_changes(session.snapshot, task, file), label)


def copy_to_show(session: Session, file: str, name: str) -> tuple[Path, bool]:
    """A passing copy under the file's own name, and whether it may be opened itself or only its folder.

    Refused where the stored content is gone.
    """
    stored = session.store.sources.find(file)
    if stored is None:
        raise Refused(texts.LOST.format(name=name))
    copy = passing_room() / file[:8] / safe_name(name)
    write_bytes(copy, read_bytes(stored))
    return copy, copy.suffix.lower() in SHOWN


def open_stored(session: Session, file: str, name: str, parent: QWidget) -> None:
    """Show a stored file: a copy of it, or for what might run, the folder of the copy."""
    from desktop_app.ui.exchange.files import open_path

    try:
        copy, may_open = copy_to_show(session, file, name)
    except Refused as refused:
        tell(parent, refused.sentence)
        return
    open_path(copy if may_open else copy.parent)
    if not may_open:
        tell(parent, texts.SHOWN_ONLY.format(name=name))


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise Refused(texts.IS_FOLDER.format(name=path.name))
    if path.is_file() and path.stat().st_size > LARGEST * 1_000_000:
        raise Refused(texts.TOO_LARGE.format(name=path.name, limit=LARGEST))
    return read_bytes(path)

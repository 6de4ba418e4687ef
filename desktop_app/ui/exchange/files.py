"""Opening a returned file to look at it: the original where it still lies, else a copy that goes with the program."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.files import read_bytes, safe_name, sha256, write_bytes
from desktop_app.ui.passing import passing_room

INSIDE = "!/"


def short_name(name: str) -> str:
    """The file's own name, without the folder or the archive it came in."""
    return Path(name.rpartition(INSIDE)[2]).name


def to_open(name: str, data: bytes) -> Path:
    """Where to open a file of this content: where it came from if that is unchanged, else a copy of its own name."""
    original = Path(name)
    if INSIDE not in name and original.is_file() and sha256(read_bytes(original)) == sha256(data):
        return original
    copy = passing_room() / sha256(data)[:8] / safe_name(short_name(name))
    write_bytes(copy, data)
    return copy


def open_path(path: Path) -> None:
    """Show a file or folder with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

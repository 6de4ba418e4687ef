"""Text from the clipboard as a file for the review: a sheet's HTML keeps its merged cells, all else is plain text."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from desktop_app import clock
from desktop_app.texts import review as texts


def pasted_file(copied: QMimeData | None, room: Path) -> Path | None:
    """The copied text as a file in the folder `room`; None where no text was copied."""
    if copied is None or not copied.text().strip():
        return None
    text, page = copied.text().strip(), copied.html()
    is_sheet = "<table" in page.lower()
    path = room / texts.PASTED.format(day=clock.today(), ending="html" if is_sheet else "txt")
    path.write_text(page if is_sheet else text, "utf-8-sig", "replace")
    return path

"""The notice (通知) that goes with a round's forms: as text to look at or copy, and as a Word document."""

from pathlib import Path

from desktop_app.files import write_bytes
from desktop_app.reports import notice
from desktop_app.store.store import Store
from desktop_app.verbs.round_files import parcel_of


def notice_text(store: Store, round_key: int) -> str:
    """The notice of a round as it would be written today. Refused where there is no such round."""
    return notice.as_text(parcel_of(store, round_key, Path()).letter)


def write_notice(store: Store, round_key: int, path: Path) -> str:
    """Write the notice of a round as a Word document; returns its SHA-256."""
    return write_bytes(path, notice.as_docx(parcel_of(store, round_key, Path()).letter))

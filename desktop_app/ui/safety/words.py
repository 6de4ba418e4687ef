"""How times and sizes are said in this room."""

from datetime import datetime
from pathlib import Path

from desktop_app import clock
from desktop_app.texts import safety as texts

_KB, _MB = 1024, 1024 * 1024


def time_words(at: datetime) -> str:
    """“09:12” for today, else the day with it."""
    words = texts.TODAY_AT if at.date() == clock.today() else texts.EARLIER_AT
    return words.format(month=at.month, day=at.day, hour=at.hour, minute=at.minute)


def size_words(size: int) -> str:
    """A number of bytes as “35 KB” or “1.2 MB”."""
    return texts.KB.format(size=max(1, size / _KB)) if size < _MB else texts.MB.format(size=size / _MB)


def size_of(path: Path) -> int:
    """Bytes of a file; 0 where it has gone meanwhile."""
    try:
        return path.stat().st_size
    except OSError:
        return 0

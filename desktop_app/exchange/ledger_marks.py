"""The marks by which an exported ledger is known again: of the file, of each row, and what each cell said when it left.

The file's mark is a document property and the first cell of a very hidden sheet; the rows' marks stand in a hidden
column; the very hidden sheet also holds, for each row, a short hash of each cell. Checksums tell a damaged mark from a
missing one; they are no secret.
"""

import hashlib
import io
import re
import zipfile
import zlib
from typing import NamedTuple

FORMAT = 1
LEDGER_PROPERTY = "duban-ledger"
LEDGER_SHEET = "duban-ledger"
_PARTS = ("docProps/custom.xml", "xl/workbook.xml")
_ROW = re.compile(r"T(\d{1,15})-([0-9a-f]{8})")


class LedgerMark(NamedTuple):
    """What an exported ledger says of itself: which ledger it came from, and which life of it."""

    ledger: str
    epoch: int


def _check(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:8]


def ledger_mark(mark: LedgerMark) -> str:
    """The mark as it is written into the workbook."""
    return "|".join(map(str, (FORMAT, *mark, _check(FORMAT, *mark))))


def read_ledger_mark(text: str) -> LedgerMark | None:
    """The mark that was written so; None for a damaged one or one of another format."""
    parts = text.strip().split("|")
    if len(parts) != 4 or parts[0] != str(FORMAT) or not parts[2].isdecimal() or _check(*parts[:-1]) != parts[-1]:
        return None
    return LedgerMark(parts[1], int(parts[2]))


def task_mark(ledger: str, task: int) -> str:
    """The mark of one row, as its hidden cell holds it."""
    return f"T{task}-{_check(ledger, task)}"


def task_of_mark(text: str, ledger: str) -> int | None:
    """The task or action that a row's mark names; None where it is none of this ledger's."""
    found = _ROW.fullmatch(text.strip())
    return int(found[1]) if found and found[0] == task_mark(ledger, int(found[1])) else None


def is_task_mark(text: str) -> bool:
    """Whether a text looks like a row's mark, of whatever ledger."""
    return _ROW.fullmatch(text.strip()) is not None


def trace(text: str) -> str:
    """What is kept of a cell's text, to tell later whether it was changed: '' of a blank one."""
    lines = (line.strip() for line in text.splitlines())
    plain = "\n".join(line for line in lines if line)
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:10] if plain else ""


def carries_ledger_mark(data: bytes) -> bool:
    """Whether these bytes are a workbook that a ledger was exported to."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            about = b"".join(archive.read(part) for part in _PARTS if part in names)
            if "content.xml" in names:
                about += archive.read("content.xml")[:2_000_000]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError):
        return False
    return f'name="{LEDGER_PROPERTY}"'.encode() in about

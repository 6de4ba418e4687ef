"""What was dropped on the window, told apart by kind of file, and by what is in it where the kind leaves two ways."""

from pathlib import Path
from typing import NamedTuple

from desktop_app.errors import Refused
from desktop_app.files import read_bytes

PLANS = {".docx", ".doc", ".wps", ".txt", ".pdf", ".html", ".htm", ".mht", ".mhtml"}
BOOKS = {".xlsx", ".xls", ".et", ".xlsm", ".ods"}
_ONLY_FORMS = {".zip", ".xlsb", ".csv"}
_LOOKED_INTO = 4 << 20  # bytes: a larger Word file or page is no form of ours


class Arrived(NamedTuple):
    """Files by what they may be: work plans, returned forms (workbooks, archives, folders), ledgers, none of these."""

    plans: list[Path]
    forms: list[Path]
    ledgers: list[Path]
    unknown: list[Path]


def told_apart(paths: list[Path], forms_are_out: bool) -> Arrived:
    """Sort files by their ending, and once forms are out by what is in those that may be either.

    Before that a workbook can only be a table of tasks: a ledger where it tells leads and progress, else a plan.
    """
    arrived = Arrived([], [], [], [])
    for path in paths:
        ending = path.suffix.lower()
        either = forms_are_out and ending in PLANS | BOOKS
        if ending in BOOKS and not path.is_dir() and _is_ledger(path):
            arrived.ledgers.append(path)
        elif path.is_dir() or ending in _ONLY_FORMS or (either and _may_be_form(path, ending in BOOKS)):
            arrived.forms.append(path)
        elif ending in PLANS | BOOKS:
            arrived.plans.append(path)
        else:
            arrived.unknown.append(path)
    return arrived


def _is_ledger(path: Path) -> bool:
    """Whether a workbook tells of several tasks who leads them and how far they are; a form names no lead."""
    from desktop_app.domain.snapshot import Snapshot
    from desktop_app.verbs.import_ledger import look, open_file

    try:
        tasks = look(Snapshot({}), open_file(path)).held.tasks
    except Refused:
        return False
    return len(tasks) > 1 and any(task.said for task in tasks) and any(task.lead for task in tasks)


def _may_be_form(path: Path, is_book: bool) -> bool:
    """Whether a file has a form's table; a workbook that cannot be read is taken for a spoilt form."""
    from desktop_app.exchange.read_forms import read_form
    from desktop_app.texts.returned import NO_HEADER

    try:
        if path.stat().st_size > _LOOKED_INTO:
            return is_book
        read_form(read_bytes(path), path.name)
    except Refused as refused:
        return is_book and refused.sentence != NO_HEADER
    except OSError:
        return is_book
    return True

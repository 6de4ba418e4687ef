"""What was dropped on the window, told apart by kind of file."""

from pathlib import Path
from typing import NamedTuple

PLANS = {".docx", ".doc", ".wps", ".txt", ".pdf", ".html", ".htm", ".mht", ".mhtml"}
BOOKS = {".xlsx", ".xls", ".et", ".xlsm", ".ods"}


class Arrived(NamedTuple):
    """Files by what they may be: work plans, returned forms (workbooks, archives, folders), neither."""

    plans: list[Path]
    forms: list[Path]
    unknown: list[Path]


def told_apart(paths: list[Path], forms_are_out: bool) -> Arrived:
    """Sort files by their ending; what is in them is read later.

    A workbook is a returned form where forms have gone out, and before that can only be a table of tasks.
    """
    arrived = Arrived([], [], [])
    for path in paths:
        ending = path.suffix.lower()
        if path.is_dir() or ending == ".zip" or (ending in BOOKS and forms_are_out):
            arrived.forms.append(path)
        elif ending in PLANS | BOOKS:
            arrived.plans.append(path)
        else:
            arrived.unknown.append(path)
    return arrived

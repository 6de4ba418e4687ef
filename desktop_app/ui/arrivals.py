"""What was dropped on the window, told apart by kind of file."""

from pathlib import Path
from typing import NamedTuple

PLANS = {".docx", ".doc", ".wps", ".txt", ".pdf", ".html", ".htm", ".mht", ".mhtml"}
FORMS = {".xlsx", ".xls", ".et", ".xlsm", ".ods", ".zip"}


class Arrived(NamedTuple):
    """Files by what they may be: work plans, returned forms (workbooks, archives, folders), neither."""

    plans: list[Path]
    forms: list[Path]
    unknown: list[Path]


def told_apart(paths: list[Path]) -> Arrived:
    """Sort files by their ending; what is in them is read later."""
    arrived = Arrived([], [], [])
    for path in paths:
        ending = path.suffix.lower()
        if path.is_dir() or ending in FORMS:
            arrived.forms.append(path)
        elif ending in PLANS:
            arrived.plans.append(path)
        else:
            arrived.unknown.append(path)
    return arrived

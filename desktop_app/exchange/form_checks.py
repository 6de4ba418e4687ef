"""What is missing in a form and what needs a look, cell by cell: the one list behind its marks and its count."""

from collections.abc import Sequence
from datetime import date

from desktop_app.exchange.sheet_layout import FIGURES, Column
from desktop_app.texts import exchange as texts

# Ways in which a cell can be wrong; each is a list of conditions that hold together. {field} is the cell of a row.
Check = tuple[tuple[str, ...], ...]

COPIED = 100  # characters by which a text is known to be that of last time; FIND takes no more than 255
_SERIAL_START = date(1899, 12, 30)
_SAME, _MOVED = f'{{status}}="{texts.SAME_AS_LAST}"', f'{{status}}<>"{texts.SAME_AS_LAST}"'
_DONE = f'{{status}}="{texts.FINISHED}"'
_EMPTY_WORDS = f"|{'|'.join(texts.SAYS_NOTHING)}|"
_AS_LAST = f"ISNUMBER(FIND(LEFT({{text}},{COPIED}),{{last}}))"


def missing(columns: Sequence[Column]) -> dict[str, Check]:
    """By field: when its cell is still to be filled in."""
    fields = {column.field for column in columns}
    ended = "{percent}=100" if "percent" in fields else _DONE
    checks: dict[str, Check] = {
        "status": (('{status}=""',),),
        "text": ((_MOVED, '{text}=""'),),
        "percent": ((_MOVED, '{percent}=""'),),
        "finished_on": ((ended, '{finished_on}=""'),),
    }
    for field, mark in zip(FIGURES, texts.CIRCLED, strict=True):
        checks[field] = ((_MOVED, f'ISNUMBER(FIND("{mark}",{{targets}}))', f'{{{field}}}=""'),)
    return {field: check for field, check in checks.items() if field in fields}


def doubtful(columns: Sequence[Column], finished: tuple[str, str]) -> dict[str, Check]:
    """By field: when what was filled in contradicts itself, says nothing or cannot be read.

    `finished`: first and last day of finishing. Limits that differ from row to row are not among these.
    """
    fields = {column.field for column in columns}
    first, last = (str((date.fromisoformat(day) - _SERIAL_START).days) for day in finished)
    unknown = tuple(f'{{status}}<>"{word}"' for word in texts.STATUSES)
    status: list[tuple[str, ...]] = [('{status}<>""', *unknown), (_SAME, f'{{last}}="{texts.NOTHING_LAST}"')]
    if "finished_on" in fields:
        status.append((_SAME, '{finished_on}<>""'))
    day: list[tuple[str, ...]] = [
        ("ISTEXT({finished_on})",),
        ("ISNUMBER({finished_on})", f"{{finished_on}}<{first}"),
        ("ISNUMBER({finished_on})", f"{{finished_on}}>{last}"),
    ]
    if "percent" in fields:
        day.append(('{finished_on}<>""', "{percent}<>100"))
    checks: dict[str, Check] = {
        "status": tuple(status),
        "text": (
            ('{text}<>""', f"LEN(TRIM({{text}}))<{texts.LEAST_SAID}"),
            (f'ISNUMBER(FIND("|"&SUBSTITUTE({{text}},"{texts.STOP}","")&"|","{_EMPTY_WORDS}"))',),
            (_MOVED, f"LEN({{text}})>={texts.LEAST_SAID}", _AS_LAST),
            (_SAME, '{text}<>""', f"NOT({_AS_LAST})"),
        ),
        "percent": (
            ("ISTEXT({percent})",),
            ("{percent}>0", "{percent}<1"),
            (_DONE, '{percent}<>""', "{percent}<>100"),
        ),
        "finished_on": tuple(day),
        **{field: ((f"ISTEXT({{{field}}})",),) for field in FIGURES},
    }
    return {field: check for field, check in checks.items() if field in fields}

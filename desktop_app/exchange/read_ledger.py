"""An existing ledger in Excel, of any layout: which sheet, which header, what each column holds, which lines are tasks.

Nothing is judged here: values stay cells. `verbs.ledger_values` makes tasks of them.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.domain.periods import month_end
from desktop_app.exchange.read_ledger_blocks import read_blocks
from desktop_app.exchange.read_ledger_grid import Eye
from desktop_app.exchange.read_ledger_header import Header, Known, find_header, fingerprint, header_at
from desktop_app.exchange.read_ledger_rows import Entry, Lost, Rows, Section
from desktop_app.exchange.read_ledger_settle import given, settled
from desktop_app.exchange.read_ledger_words import APPENDIX, AS_OF, NOTE_ROW, YEAR, known_meaning
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.read_workbook import Book, Sheet


class Choice(NamedTuple):
    """What the clerk has chosen on the mapping page: the sheet, the header's lines from 0, a meaning a column.

    Without `meanings` they are found anew under that header.
    """

    sheet: str
    first: int
    last: int
    meanings: tuple[str, ...] | None = None


class LedgerRead(NamedTuple):
    """A sheet read as a ledger; `entries` in order, `others` the names of further sheets that also hold tasks."""

    sheet: str
    header: Header
    title: str | None
    year: int | None
    as_of: date | None
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    lost: tuple[Lost, ...]
    source: str
    spans: tuple[tuple[int, int], ...]
    others: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """By what this header is known again."""
        return fingerprint(self.header)


def read_ledger(book: Book, known: Known) -> LedgerRead | None:
    """The sheet with the most tasks, read by its header; None where no sheet is a ledger."""
    found = [read for sheet in book.sheets if (read := _read(Eye(sheet), sheet.name, known)) and read.entries]
    if not found:
        return None
    best = max(found, key=lambda read: len(read.entries))
    return best._replace(others=tuple(read.sheet for read in found if read is not best))


def read_as_chosen(book: Book, choice: Choice, known: Known) -> LedgerRead:
    """The sheet as the clerk has said that it is to be read; KeyError for a sheet that is not there."""
    sheet = {sheet.name: sheet for sheet in book.sheets}[choice.sheet]
    eye = Eye(sheet)
    blocks = read_blocks(eye)
    if blocks and blocks.header[:2] == (choice.first, choice.last):
        return _told(eye, sheet.name, blocks.header, blocks.sections, blocks.entries, ())
    header = header_at(eye, choice.first, choice.last)
    if choice.meanings is not None and len(choice.meanings) == len(header.columns):
        header = given(header, choice.meanings)
    else:
        header = settled(eye, header, known)
    return _with_rows(eye, sheet.name, header)


def read_template(book: Book, known: Known) -> LedgerRead | None:
    """The sheet with the most columns of a ledger, whether it has tasks yet or not; None where there is none."""
    found = [read for sheet in book.sheets if (read := _read(Eye(sheet), sheet.name, known))]
    return max(found, key=lambda read: len(read.header.columns), default=None)


def first_lines(sheet: Sheet, count: int) -> list[list[str]]:
    """The first lines of a sheet as they are seen, merged areas in their first cell only: for the mapping page."""
    eye = Eye(sheet)
    return [[eye.own_text(line, column) for column in range(eye.width)] for line in range(min(count, eye.height))]


def _read(eye: Eye, name: str, known: Known) -> LedgerRead | None:
    blocks = read_blocks(eye)
    if blocks:
        return _told(eye, name, blocks.header, blocks.sections, blocks.entries, ())
    header = find_header(eye, known)
    return _with_rows(eye, name, settled(eye, header, known)) if header else None


def _with_rows(eye: Eye, name: str, header: Header) -> LedgerRead:
    rows = Rows(eye, header).read()
    return _told(eye, name, header, tuple(rows.sections), tuple(rows.entries), tuple(rows.lost))


def _told(
    eye: Eye,
    name: str,
    header: Header,
    sections: tuple[Section, ...],
    entries: tuple[Entry, ...],
    lost: tuple[Lost, ...],
) -> LedgerRead:
    """What was read, with what the head of the sheet says of it."""
    above = _above(eye, header)
    title = _title(above)
    said = "".join(folded(text) for text in above) + "".join(folded(p) for c in header.columns for p in c.parts)
    year = _year(folded(title or "")) or _year(said) or _year(folded(name))
    lines = [eye.line_text(line) for line in range(eye.height)]
    spans, at = [], 0
    for line in lines:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return LedgerRead(
        name,
        header,
        title,
        year,
        _as_of(said, year),
        sections,
        entries,
        lost,
        "\n".join(lines),
        tuple(spans),
    )


def _above(eye: Eye, header: Header) -> list[str]:
    return [eye.at((line, column)) for line in range(header.first) for column in eye.own(line)]


def _title(above: Sequence[str]) -> str | None:
    """The longest line above the header that is no remark, appendix number or column."""
    lines = [re.sub(r"\s*\n\s*", "", text).strip() for text in above]
    plain = [
        text
        for text in lines
        if 3 < len(text) <= 60
        and not NOTE_ROW.match(folded(text))
        and not APPENDIX.fullmatch(text)
        and not AS_OF.match(folded(text))
        and (YEAR.search(folded(text)) or not known_meaning(folded(text)))
        and not text.endswith(("：", ":", "。"))
        and "：" not in text
    ]
    named = [text for text in plain if re.search("表|台账|清单|要点|任务|工作|项目", text)]
    return max(named or plain, key=len, default=None)


def _year(words: str) -> int | None:
    found = YEAR.search(words)
    return int(found[1]) if found else None


def _as_of(words: str, year: int | None) -> date | None:
    """The day that the figures are of, where the head says it."""
    for found in AS_OF.finditer(words):
        when = int(found["year"] or found["year2"] or year or 0)
        month, day = int(found["month"] or found["month2"]), found["day"] or found["day2"]
        if when and 1 <= month <= 12:
            last = month_end(when, month)
            return last.replace(day=min(int(day), last.day)) if day and int(day) else last
    return None

"""The sign-off sheet (盖章件): what a unit prints, signs and stamps beside the form that it sends as a file."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.reports import docx_paper
from desktop_app.reports.docx_page import OFFICIAL, Fonts
from desktop_app.reports.paper import Block, Column, Table, empty, said
from desktop_app.reports.trace import NOTHING, Words
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers as texts

WIDTHS = (16, 84, 26, 30)  # millimetres; 156 in all


class Sheet(NamedTuple):
    """One unit's sheet: period and days in the words of the office, its tasks as (number, title)."""

    unit: str
    period: str
    as_of: str
    due: str
    tasks: tuple[tuple[str, str], ...]


def as_docx(sheets: Sequence[Sheet], fonts: Fonts = OFFICIAL) -> bytes:
    """The sheets of these units, each on a page of its own."""
    blocks = [block for number, sheet in enumerate(sheets) for block in _blocks(sheet, new_page=number > 0)]
    return docx_paper.as_docx(blocks, fonts=fonts)


def _blocks(sheet: Sheet, new_page: bool) -> Iterator[Block]:
    yield said(styles.ATTACHMENT_MARK, texts.ATTACHMENT_2)._replace(new_page=new_page)
    yield empty()
    yield said(styles.TITLE, texts.SIGNOFF_TITLE.format(period=sheet.period))
    yield empty()
    yield said(styles.ADDRESSEES, texts.UNIT.format(unit=sheet.unit))
    statement = texts.STATEMENT.format(period=sheet.period, count=len(sheet.tasks), as_of=sheet.as_of)
    yield said(styles.BODY, statement)
    columns = [Column(header, width) for header, width in zip(texts.HEADERS, WIDTHS, strict=True)]
    rows = [(Words(no), Words(title), NOTHING, NOTHING) for no, title in sheet.tasks]
    yield Table(tuple(columns), tuple(rows))
    yield empty()
    for line in (*texts.SIGNERS, texts.DATE_LINE, texts.SEND_BY.format(due=sheet.due)):
        yield said(styles.ADDRESSEES, line)

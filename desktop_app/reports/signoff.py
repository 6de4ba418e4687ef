"""The sign-off sheet (盖章件): what a unit prints, signs and stamps beside the form that it sends as a file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.reports import docx_page
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers as texts

if TYPE_CHECKING:
    from docx.document import Document

WIDTHS = (16, 84, 26, 30)  # millimetres; 156 in all


class Sheet(NamedTuple):
    """One unit's sheet: period and days in the words of the office, its tasks as (number, title)."""

    unit: str
    period: str
    as_of: str
    due: str
    tasks: tuple[tuple[str, str], ...]


def as_docx(sheets: Sequence[Sheet], fonts: docx_page.Fonts = docx_page.OFFICIAL) -> bytes:
    """The sheets of these units, each on a page of its own."""
    document = docx_page.blank(fonts)
    for number, sheet in enumerate(sheets):
        _add(document, sheet, new_page=number > 0)
    return docx_page.to_bytes(document)


def _add(document: "Document", sheet: Sheet, new_page: bool) -> None:
    first = docx_page.add(document, styles.ATTACHMENT_MARK, texts.ATTACHMENT_2)
    first.paragraph_format.page_break_before = new_page
    docx_page.add(document, styles.BODY)
    docx_page.add(document, styles.TITLE, texts.SIGNOFF_TITLE.format(period=sheet.period))
    docx_page.add(document, styles.BODY)
    docx_page.add(document, styles.ADDRESSEES, texts.UNIT.format(unit=sheet.unit))
    statement = texts.STATEMENT.format(period=sheet.period, count=len(sheet.tasks), as_of=sheet.as_of)
    docx_page.add(document, styles.BODY, statement)
    docx_page.add_table(document, WIDTHS, texts.HEADERS, [(no, title, "", "") for no, title in sheet.tasks])
    docx_page.add(document, styles.BODY)
    for line in (*texts.SIGNERS, texts.DATE_LINE):
        docx_page.add(document, styles.ADDRESSEES, line)
    docx_page.add(document, styles.ADDRESSEES, texts.SEND_BY.format(due=sheet.due))

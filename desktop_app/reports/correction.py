"""The correction (更正) of a paper that went out: which numbers are otherwise now, and why."""

from collections.abc import Sequence
from datetime import date

from desktop_app.reports.bulletin import day_words
from desktop_app.reports.issued import Correction, Issued
from desktop_app.reports.paper import Block, Column, Paper, Table, said
from desktop_app.reports.trace import Words
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers_issued as texts

_WIDTHS = (12, 64, 64, 16)  # millimetres; 156 in all


def correction_paper(issued: Issued, found: Sequence[Correction], signer: str, day: str) -> Paper:
    """The paper that corrects these numbers of an issued one."""
    title = issued.title.replace("\n", "")
    days = {"day": date.fromisoformat(issued.day), "as_of": date.fromisoformat(issued.as_of)}
    shown = {name: day_words(value, name).text for name, value in days.items()}
    columns = tuple(
        Column(head, width, centred=place in (0, 3))
        for place, (head, width) in enumerate(zip(texts.HEADS, _WIDTHS, strict=True))
    )
    rows = tuple(_row(place, one) for place, one in enumerate(found, 1))
    body: tuple[Block, ...] = (
        said(styles.BODY, texts.REASON.format(title=title, **shown)),
        Table(columns, rows, 8, small=True),
        said(styles.NOTE, texts.NOTE),
    )
    return Paper(Words(texts.TITLE.format(title=title)), Words(texts.TO), body, (), signer, day)


def _row(place: int, one: Correction) -> tuple[Words, ...]:
    return (Words(str(place)), Words(one.issued), one.words, Words(reason(one)))


def reason(one: Correction) -> str:
    """Why a sentence is otherwise now, in a word."""
    if not one.words.text:
        return texts.GONE
    return texts.LATE if one.late else texts.CORRECTED if one.issued else texts.NEW

"""The papers that go with a round's forms: the notice asking for them, and the list of what was written."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.exchange.form_paper import FormPaper
from desktop_app.exchange.sheet_layout import day_words
from desktop_app.texts import exchange as texts


class Written(NamedTuple):
    """A form on the disk: its unit by name, its file by name, its rows and the file's SHA-256."""

    unit: str
    file: str
    rows: int
    digest: str


def notice(papers: Sequence[FormPaper], files: Sequence[str], tasks: int, day: date) -> bytes:
    """The notice (通知) as a text file that Windows opens; `files` are the forms' names, `day` the day it is signed."""
    first = papers[0]
    attached = [texts.ATTACHED.format(number=n, file=file.removesuffix(".xlsx")) for n, file in enumerate(files, 1)]
    return _text(
        texts.NOTICE.format(
            period=first.period,
            units=texts.AND.join(paper.unit for paper in papers),
            unit_count=len(papers),
            row_count=tasks,
            as_of=first.as_of,
            due=first.due,
            attachments="\n".join(attached),
            signed_on=day_words(day),
        )
    )


def listing(paper: FormPaper, written: Sequence[Written]) -> bytes:
    """The list of the files with their SHA-256, as a text file; `paper` is any of the round's."""
    head = texts.LIST_HEAD.format(period=paper.period, as_of=paper.as_of, due=paper.due)
    return _text(head + "".join(texts.LISTED.format(**form._asdict()) for form in written))


def _text(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-8-sig")

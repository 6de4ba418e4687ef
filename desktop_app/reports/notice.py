"""The notice (通知) that asks the units for their forms, as data, as text to paste, and as an official paper."""

from typing import NamedTuple

from desktop_app.reports import docx_paper
from desktop_app.reports.docx_page import OFFICIAL, Fonts
from desktop_app.reports.paper import PLAIN, Attachment, Head, Paper, blocks_of, said
from desktop_app.reports.trace import Words
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers as texts


class Asked(NamedTuple):
    """What a round asks, in the words of the office; `fields` are the headers of what is to be filled in."""

    period: str
    as_of: str
    due: str
    units: tuple[str, ...]
    tasks: int
    fields: tuple[str, ...]
    usual: bool
    signoff: bool
    signer: str
    day: str


class Letter(NamedTuple):
    """A notice: its title in lines, its paragraphs as (style, text), its attachments by name, who signs and when."""

    title: str
    to: str
    body: tuple[tuple[str, str], ...]
    attachments: tuple[str, ...]
    signer: str
    day: str


def notice_letter(asked: Asked) -> Letter:
    """The notice of a round; `asked.usual`: closed and ongoing tasks were left out, as usual."""
    fields = "".join(texts.QUOTED.format(words=field) for field in asked.fields)
    left_out = texts.LEFT_OUT if asked.usual else ""
    scope = texts.SCOPE_TEXT.format(unit_count=len(asked.units), row_count=asked.tasks, left_out=left_out)
    stamped = texts.STAMPED if asked.signoff else texts.STAMPED_ALONE
    names = [texts.FORM_NAME, *([texts.SIGNOFF_NAME] if asked.signoff else [])]
    return Letter(
        texts.NOTICE_TITLE.format(period=asked.period),
        texts.TO.format(units="、".join(asked.units)),
        (
            (styles.BODY, texts.REASON.format(period=asked.period)),
            (styles.HEAD, texts.SCOPE),
            (styles.BODY, scope),
            (styles.HEAD, texts.DEMANDS),
            (styles.BODY, texts.DEMANDS_TEXT.format(as_of=asked.as_of, fields=fields)),
            (styles.HEAD, texts.WHERE_DUE),
            (styles.BODY, texts.DUE_TEXT.format(due=asked.due, stamped=stamped)),
            (styles.BODY, texts.CONTACT),
        ),
        tuple(name.format(period=asked.period) for name in names),
        asked.signer,
        asked.day,
    )


def as_text(letter: Letter) -> str:
    """The notice as text, to be pasted into a message."""
    names = list(letter.attachments)
    if len(names) > 1:
        names = [texts.NUMBERED.format(number=number, name=name) for number, name in enumerate(names, 1)]
    body = [text for _, text in letter.body]
    attached = texts.ATTACHMENTS.format(names="\n".join(names))
    title = letter.title.replace("\n", "")
    return "\n\n".join((title, letter.to, *body, attached, f"{letter.signer}\n{letter.day}".strip())) + "\n"


def paper_of(letter: Letter) -> Paper:
    """The notice as a paper; its attachments are files of their own."""
    body = tuple(said(style, text) for style, text in letter.body)
    attachments = tuple(Attachment(name) for name in letter.attachments)
    return Paper(Words(letter.title), Words(letter.to), body, attachments, letter.signer, letter.day)


def as_docx(letter: Letter, fonts: Fonts = OFFICIAL, head: Head = PLAIN) -> bytes:
    """The notice in the layout of an official paper."""
    return docx_paper.as_docx(blocks_of(paper_of(letter), head), fonts=fonts)

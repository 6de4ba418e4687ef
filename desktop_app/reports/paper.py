"""A paper (公文) as plain data: what it says, and, laid out, the blocks that every writer of papers can set.

The rules of places are those of GB/T 9704-2012: who signs and when, the list of attachments, red head and number.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from desktop_app.reports.trace import NOTHING, Told, Words, added
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers as texts

PageName = Literal["A4", "A4 landscape", "A3 landscape"]


class Paragraph(NamedTuple):
    """A paragraph: its style (a name of `texts.docx_page`) and, in characters of its size, how far it is set in;
    `keep`: on one page with what follows.
    """

    style: str
    words: Words
    left: float = 0
    right: float = 0
    hanging: float = 0
    new_page: bool = False
    keep: bool = False


class Column(NamedTuple):
    """A column of a table: header, width in millimetres, a heading over it and its neighbours, equal cells merged."""

    header: str
    width: float
    over: str = ""
    centred: bool = False
    merged: bool = False


class Table(NamedTuple):
    """A bordered table whose header stands on every page; `heights`: least height of rows in millimetres.

    A row of a single cell goes over the whole width. Without headers in any column there is no header row.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    height: float = 9
    small: bool = False


class Picture(NamedTuple):
    """A drawing: what it shows, a PNG, its size in millimetres."""

    name: str
    data: bytes
    width: float
    height: float


Block = Paragraph | Table | Picture


class Attachment(NamedTuple):
    """What is attached (附件): its name, and its content; without content it is a file of its own."""

    name: str
    blocks: tuple[Block, ...] = ()


class Paper(NamedTuple):
    """What a paper says. `day` and `signer` may be empty; `title` may be broken into lines."""

    title: Words
    to: Words = NOTHING
    body: tuple[Block, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    signer: str = ""
    day: str = ""
    page: PageName = "A4"


class Head(NamedTuple):
    """How a paper is issued: with a red head of this office, a number (文号), signed by seal or by name alone."""

    office: str = ""
    number: str = ""
    sealed: bool = False


PLAIN = Head()


def blocks_of(paper: Paper, head: Head = PLAIN) -> list[Block]:
    """The whole paper as blocks from top to bottom."""
    made: list[Block] = [*_top(head), Paragraph(styles.TITLE, paper.title), empty()]
    if paper.to.text:
        made.append(Paragraph(styles.ADDRESSEES, paper.to))
    made += paper.body
    made += _end(paper, head)
    filled = [attachment for attachment in paper.attachments if attachment.blocks]
    for number, attachment in enumerate(paper.attachments, 1):
        if attachment in filled:
            mark = texts.ATTACHMENT if len(paper.attachments) == 1 else texts.ATTACHMENT_NO.format(number=number)
            made += [said(styles.ATTACHMENT_MARK, mark)._replace(new_page=True), empty()]
            made += [said(styles.TITLE, attachment.name), empty(), *attachment.blocks]
    return made


def paragraphs(blocks: Iterable[Block]) -> list[Words]:
    """Every text of a paper in its order, those in tables cell by cell."""
    found: list[Words] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.words)
        elif isinstance(block, Table):
            found += [words for row in block.rows for words in row]
    return found


def said(style: str, *parts: Told) -> Paragraph:
    """A paragraph of these parts."""
    return Paragraph(style, added(*parts))


def empty() -> Paragraph:
    """A blank line."""
    return Paragraph(styles.BODY, NOTHING)


def _top(head: Head) -> list[Block]:
    made: list[Block] = []
    if head.office:
        made += [said(styles.RED_HEAD, texts.RED_HEAD.format(office=head.office)), empty(), empty()]
        made += [said(styles.NUMBER, head.number), empty(), empty()]
    elif head.number:
        made += [said(styles.PLAIN_NUMBER, head.number), empty()]
    return made


def _end(paper: Paper, head: Head) -> list[Paragraph]:
    """The list of attachments, who signs and when: they do not part, and never stand on a page alone."""
    made: list[Paragraph] = []
    if paper.attachments:
        made += [empty(), *_named([attachment.name for attachment in paper.attachments])]
    if paper.day or paper.signer:
        made += [empty(), *_signed(paper.signer, paper.day, head.sealed)]
        made = [block._replace(keep=block is not made[-1]) for block in made]
    return made


def _named(names: list[str]) -> list[Paragraph]:
    """The list of attachments (附件说明): a single one has no number, the names stand below each other."""
    if len(names) == 1:
        return [said(styles.ATTACHMENTS, styles.ATTACHED_ONE.format(name=names[0]))._replace(left=5, hanging=3)]
    made = []
    for number, name in enumerate(names, 1):
        words = (styles.ATTACHED if number == 1 else styles.ATTACHED_NEXT).format(number=number, name=name)
        made.append(said(styles.ATTACHMENTS, words)._replace(left=6, hanging=4 if number == 1 else 1))
    return made


def _signed(name: str, day: str, sealed: bool) -> list[Paragraph]:
    """Who signs and the day below. Sealed: the day four characters in, the name centred over it. Else the name two
    characters in, the day starting two characters in from the name's start, or two from the edge if it is the longer.
    """
    longer = width(day) - width(name)
    if sealed:
        day_in = max(4.0, 2 - longer / 2)
        places = (day_in + longer / 2, day_in)
    else:
        places = (max(2.0, 4 + longer), max(2.0, -longer) if name else 2.0)
    lines = zip((name, day), places, strict=True)
    return [said(styles.SIGNATURE, words)._replace(right=place) for words, place in lines if words]


def width(text: str) -> float:
    """The width of a text in characters of the paper: digits take half of one."""
    return sum(0.5 if letter.isascii() else 1.0 for letter in text)

"""Numbers of persons taken out of a paper that is to be published: identity cards and telephones keep their ends."""

import re
from collections.abc import Iterable

from desktop_app.reports.paper import Block, Paragraph, Table
from desktop_app.reports.trace import Words

STAR = "*"
# an identity number of 18 or 15 digits; a mobile number; a landline with its area code
_PERSONAL = re.compile(
    r"(?<!\d)(?:(?P<id>\d{6})(?:\d{8}(?=\d{3}[\dXx](?![\dXx]))|\d{6}(?=\d{3}(?!\d)))"
    r"|(?P<mobile>1[3-9]\d)[ -]?\d{4}(?=[ -]?\d{4}(?!\d))"
    r"|(?P<area>0\d{2,3}-?)\d{4}(?=\d{3,4}(?!\d)))"
)


def masked(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks with such numbers made unreadable; every other number stays where it was."""
    return tuple(_block(block) for block in blocks)


def masked_text(text: str) -> str:
    """The text, as long as before, with stars in place of what tells who it is."""
    return _PERSONAL.sub(_stars, text)


def _stars(found: re.Match[str]) -> str:
    kept = found["id"] or found["mobile"] or found["area"]
    return kept + STAR * (len(found[0]) - len(kept))


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return block._replace(words=_words(block.words))
    if isinstance(block, Table):
        return block._replace(rows=tuple(tuple(map(_words, row)) for row in block.rows))
    return block


def _words(words: Words) -> Words:
    """The words masked; a number that is hidden is no number any more."""
    text = masked_text(words.text)
    return Words(text, tuple(mark for mark in words.marks if STAR not in text[mark.start : mark.end]))

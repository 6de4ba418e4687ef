"""The two-page guide of a hand-over pack: how to open it, what is inside, what is done each month."""

from typing import NamedTuple

from desktop_app.reports import docx_page
from desktop_app.texts import docx_page as styles
from desktop_app.texts import hand_over as texts

NAMED = 2  # plans; the guide is to take two pages


class Inventory(NamedTuple):
    """What is handed over, counted; `last` is the newest journal entry in words, `left` forms that are gone."""

    day: str
    tasks: int
    units: int
    rounds: int
    entries: int
    last: str
    plans: tuple[str, ...]
    originals: int
    sent: int
    left: int


def paragraphs(held: Inventory) -> list[tuple[str, str]]:
    """The guide as (style, text)."""
    named = "、".join(held.plans[:NAMED])
    if len(held.plans) > NAMED:
        named = texts.MANY_PLANS.format(plans=named, count=len(held.plans))
    plans = texts.PLANS.format(plans=named) if held.plans else texts.NO_PLANS
    left = [(styles.BODY, texts.LEFT.format(count=held.left))] if held.left else []
    return [
        (styles.BODY, texts.WHOLE.format(day=held.day)),
        (styles.HEAD, texts.OPEN),
        *((styles.BODY, step) for step in texts.OPEN_STEPS),
        (styles.BODY, texts.OPEN_AFTER),
        (styles.HEAD, texts.INSIDE),
        (styles.BODY, texts.FIGURES.format(**held._asdict())),
        (styles.BODY, plans),
        (styles.BODY, texts.FILES.format(**held._asdict())),
        *left,
        (styles.HEAD, texts.EVERY_MONTH),
        *((styles.BODY, step) for step in texts.MONTHLY),
        (styles.BODY, texts.YEARLY),
        (styles.HEAD, texts.SAFETY),
        (styles.BODY, texts.SAFE),
        (styles.ADDRESSEES, texts.END),
    ]


def as_text(held: Inventory) -> str:
    """The guide as plain text, for a computer without an office program."""
    return "\n\n".join([texts.TITLE, *(text for _, text in paragraphs(held) if text)]) + "\n"


def as_docx(held: Inventory, fonts: docx_page.Fonts = docx_page.OFFICIAL) -> bytes:
    """The guide in the layout of an official paper, with lines closer so that it takes two pages."""
    document = docx_page.blank(fonts)
    docx_page.add(document, styles.TITLE, texts.TITLE)
    docx_page.add(document, styles.BODY)
    for style, text in paragraphs(held):
        docx_page.add(document, style, text)
    return docx_page.to_bytes(document)

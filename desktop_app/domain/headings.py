"""A title behind its number, as offices set it."""

from desktop_app.texts import headings as texts


def headed(no: str | None, title: str) -> str:
    """Behind a Chinese numeral, a figure, or at once behind a number in brackets or with a sign of its own.

    A number that ends with a word, as that of a chapter, is parted from the title by a blank.
    """
    if not no:
        return title
    shown = texts.BEHIND_NAME if no[-1].isalpha() else texts.AT_ONCE
    shown = texts.BEHIND_FIGURE if no[-1].isdecimal() else shown
    return (texts.BEHIND_WORD if no[-1] in texts.COUNTED else shown).format(no=no, title=title)

"""What is alike to a searcher: full-width and half-width, capital and small letters, old radicals and ordinary ones."""

import re
import unicodedata
from collections.abc import Sequence


def folded(text: str) -> str:
    """Text as it is compared; as long as the original wherever a character has one counterpart."""
    return unicodedata.normalize("NFKC", text).casefold()


def words_of(search: str) -> tuple[str, ...]:
    """The words of a search: all of them must be found."""
    return tuple(folded(search).split())


def hits(search: Sequence[str], shown: str) -> list[tuple[int, int]]:
    """Where the words stand in a text as it is shown."""
    text, places = folded(shown), None
    if len(text) != len(shown):  # a character such as … stands for several
        parts = [folded(char) for char in shown]
        text = "".join(parts)
        places = [place for place, part in enumerate(parts) for _ in part]
    found = [match.span() for word in search if word for match in re.finditer(re.escape(word), text)]
    if places is not None:
        found = [(places[start], places[end - 1] + 1) for start, end in found]
    return sorted(found)

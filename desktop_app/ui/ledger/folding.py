"""What is alike to a searcher: full-width and half-width, capital and small letters, old radicals and ordinary ones."""

import unicodedata
from collections.abc import Sequence


def folded(text: str) -> str:
    """Text as it is compared; as long as the original wherever a character has one counterpart."""
    return unicodedata.normalize("NFKC", text).casefold()


def words_of(search: str) -> tuple[str, ...]:
    """The words of a search: all of them must be found."""
    return tuple(folded(search).split())


def found_in(search: Sequence[str], text: str) -> bool:
    """Whether every word is in the folded text."""
    return all(word in text for word in search)


def hits(search: Sequence[str], text: str, length: int) -> list[tuple[int, int]]:
    """Where the words stand in a text, given folded, of this length as shown; none where folding changes the length."""
    if len(text) != length:
        return []
    places = []
    for word in search:
        start = text.find(word)
        while word and start >= 0:
            places.append((start, start + len(word)))
            start = text.find(word, start + len(word))
    return sorted(places)

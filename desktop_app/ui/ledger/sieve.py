"""The search over arranged lines: which of them hold every word, found anew with each letter."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress, repeat
from operator import contains

from desktop_app.ui.ledger.arranging import Arrangement
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.lines import search_text

_STRETCH = 2000  # lines of an arrangement without headings that are looked through at once


class SearchTexts(dict[int, str]):
    """What a search looks through, by line; written when first looked at."""

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self._facts = facts

    def __missing__(self, key: int) -> str:
        text = self[key] = search_text(self._facts, key)
        return text


class _Look:
    """A search under way over the lines that an earlier one left: what it has found as far as it has come."""

    def __init__(self, words: tuple[str, ...], known: tuple[str, ...], places: Sequence[int], left: list[str]) -> None:
        self.words = words
        self.found: list[int] = []
        self.left: list[str] = []  # the texts of what is found
        self._places, self._texts, self._at = places, left, 0
        # what the earlier search left holds the words that it did not change
        self._new = [word for place, word in enumerate(words) if known[place : place + 1] != (word,)]

    def to(self, end: int) -> None:
        """Go on to the lines before this place."""
        start, self._at = self._at, max(self._at, bisect_left(self._places, end))
        found, left = self._places[start : self._at], self._texts[start : self._at]
        for word in self._new:
            held = _held(word, left)
            found, left = list(compress(found, held)), list(compress(left, held))
        self.found += found
        self.left += left


class Sieve:
    """The search over one arrangement: each further letter looks only through what the last one left."""

    def __init__(self, arrangement: Arrangement, texts_of: SearchTexts) -> None:
        self._arrangement, self._texts_of = arrangement, texts_of
        self._texts: list[str] | None = None
        self._last: _Look | None = None
        self._look: _Look | None = None

    def find(self, words: tuple[str, ...]) -> Sequence[int] | None:
        """The places of the lines that hold every word; None where no word is given."""
        if not words:
            self._last = self._look = None
            return None
        look = self._begin(words)
        look.to(len(self._arrangement.keys))
        self._last, self._look = look, None
        return look.found

    def first(self, words: tuple[str, ...], enough: int) -> Sequence[int] | None:
        """Those of the first groups alone, as many groups as hold `enough` such lines; `find` goes on from there.

        None where all had to be looked through.
        """
        look, count = self._begin(words), len(self._arrangement.keys)
        for end in [start for _, start in self._arrangement.groups[1:]] or range(_STRETCH, count, _STRETCH):
            look.to(end)
            if len(look.found) >= enough:
                return look.found[:]
        return None

    def _begin(self, words: tuple[str, ...]) -> _Look:
        if self._look is None or self._look.words != words:
            if self._texts is None:
                self._texts = [self._texts_of[key] for key in self._arrangement.keys]
            if self._last and _narrower(words, self._last.words):
                self._look = _Look(words, self._last.words, self._last.found, self._last.left)
            else:
                self._look = _Look(words, (), range(len(self._texts)), self._texts)
        return self._look


def _held(word: str, texts: list[str]) -> list[bool]:
    """Whether the word is in each text; a literal pattern finds two and more letters sooner than `in` does."""
    if len(word) == 1:
        return list(map(contains, texts, repeat(word)))
    return list(map(bool, map(re.compile(re.escape(word)).search, texts)))


def _narrower(words: tuple[str, ...], than: tuple[str, ...]) -> bool:
    return len(words) >= len(than) and all(new.startswith(old) for new, old in zip(words, than, strict=False))

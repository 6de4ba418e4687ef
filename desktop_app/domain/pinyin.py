"""Words found by how they sound: first letters (lnst), whole syllables (laonian), or both mixed with characters.

A typed word becomes a pattern over the characters themselves, so that every reading of a character counts (长: chang
and zhang) and nothing has to be spelt out beforehand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

_LONGEST = 24  # letters; more is no name that anybody types by its sound
_WAYS = 3  # of cutting the letters into syllables that are tried, those with the longest syllables first
_DIGRAPHS = ("zh", "ch", "sh")


class Sounds:
    """How characters are read; made from lines of a syllable and the characters read so (resources/pinyin.txt)."""

    def __init__(self, lines: Iterable[str], used: Iterable[str]) -> None:
        """Only the characters of `used` are known: those of the texts that will be looked through."""
        wanted = set("".join(used))
        self._by_syllable: dict[str, str] = {}
        for line in lines:
            syllable, _, read_so = line.rstrip().partition(" ")
            if known := "".join(wanted.intersection(read_so)):
                self._by_syllable[syllable] = known
        self._known = wanted
        self._classes: dict[str, str] = {}

    def knows(self, used: Iterable[str]) -> bool:
        """Whether all of these characters are known."""
        return self._known.issuperset(used)

    @lru_cache(maxsize=64)  # noqa: B019 - as many as are typed while one index stands
    def patterns(self, word: str) -> "tuple[re.Pattern[str], ...]":
        """What finds a folded word by its sound: patterns that begin with different characters.

        None of them where the word has no letter, or where nothing can sound so.
        """
        if len(word) > _LONGEST or not any(letter.isascii() and letter.isalpha() for letter in word):
            return ()
        ways = list(islice(self._ways(word, 0), _WAYS))
        initials = self._by_letter(word)
        if initials is not None and initials not in ways:
            ways.append(initials)
        # one pattern for each first class: a pattern that begins with a class is looked for several times as fast
        rests: dict[str, list[str]] = {}
        for first, *rest in ways:
            rests.setdefault(first, []).append("".join(rest))
        return tuple(re.compile(f"{first}(?:{'|'.join(parts)})") for first, parts in rests.items())

    def _ways(self, word: str, at: int) -> Iterator[tuple[str, ...]]:
        """Each way to read the rest of a word: a class of characters for each piece, the longest pieces first."""
        if at == len(word):
            yield ()
            return
        for end in range(min(len(word), at + 6), at, -1):
            one = self._one(word[at:end], end == len(word))
            if one:
                for rest in self._ways(word, end):
                    yield (one, *rest)

    def _by_letter(self, word: str) -> tuple[str, ...] | None:
        """Each letter as the beginning of one character."""
        classes = [self._one(letter, last=False) for letter in word]
        return tuple(classes) if all(classes) else None

    def _one(self, piece: str, last: bool) -> str:
        """The class of the characters that a piece stands for; the last piece may be an unfinished syllable."""
        if not (piece.isascii() and piece.isalpha()):
            return re.escape(piece) if len(piece) == 1 else ""
        place = piece + "…" * last
        if place not in self._classes:
            begins = last or len(piece) == 1 or piece in _DIGRAPHS
            read = _read(self._by_syllable, piece, begins)
            read |= {piece} if len(piece) == 1 else set()
            self._classes[place] = f"[{''.join(map(re.escape, sorted(read)))}]" if read else ""
        return self._classes[place]


def _read(by_syllable: Mapping[str, str], piece: str, begins: bool) -> set[str]:
    if not begins:
        return set(by_syllable.get(piece, ""))
    return {char for syllable, chars in by_syllable.items() if syllable.startswith(piece) for char in chars}

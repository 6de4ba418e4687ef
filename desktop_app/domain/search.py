"""Search over everything that has words: each kind of thing is a book, each of its texts a shelf of joined lines.

One look over a shelf finds every line that holds a word, so nothing has to be indexed. Better finds come first: the
start of a title, a title, units, texts, reports, history.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from desktop_app.domain.folding import folded, hits, words_of
from desktop_app.domain.pinyin import Sounds

MOST = 60  # finds; who needs more filters the ledger
_BEFORE, _AROUND = 12, 60  # characters shown before and from the place of a find
_CUT = "…"
Spans = tuple[tuple[int, int], ...]


class Shelf(NamedTuple):
    """One folded text of each thing, each on a line of its own, and where each line begins."""

    text: str
    starts: tuple[int, ...]

    def line(self, place: int) -> str:
        """The folded text of one thing."""
        return self.text[self.starts[place] : self.starts[place + 1] - 1]


class Book(NamedTuple):
    """Things of one kind. `say` gives, by the name of a shelf and a place, a text as it was written.

    The shelf `title` is searched first; `heading` and `about` are what is shown of a thing.
    """

    kind: str
    keys: Sequence[int]
    heading: Callable[[int], str]
    about: Callable[[int], str]
    say: Mapping[str, Callable[[int], str]]
    shelves: Mapping[str, Shelf]


class Hit(NamedTuple):
    """What was found: its title and what is said beside it, with the places of the words in both."""

    kind: str
    key: int
    title: str
    marks: Spans
    about: str
    about_marks: Spans


def book(
    kind: str,
    keys: Sequence[int],
    heading: Callable[[int], str],
    about: Callable[[int], str],
    say: Mapping[str, Callable[[int], str]],
) -> Book:
    """A book of things; every text is asked for once now."""
    places = range(len(keys))
    return Book(kind, keys, heading, about, say, {name: shelf(map(text, places)) for name, text in say.items()})


def shelf(texts: Iterable[str]) -> Shelf:
    """Texts joined for a look over all of them."""
    text = "\n" + folded("\n".join(text.replace("\n", " ") for text in texts)) + "\n"
    return Shelf(text, tuple(accumulate((len(line) + 1 for line in text[1:-1].split("\n")), initial=1)))


def find(books: Sequence[Book], sounds: Sounds, search: str) -> list[Hit]:
    """What holds all words of a search, best first, MOST of it."""
    words = [_Word(word, sounds) for word in words_of(search)]
    if not words:
        return []
    found: dict[tuple[str, int], tuple[Book, int]] = {}
    for book, place in _found(books, words):
        found.setdefault((book.kind, book.keys[place]), (book, place))
        if len(found) >= MOST:
            break
    return [_hit(book, place, words) for book, place in found.values()]


def found_of(books: Sequence[Book], sounds: Sounds, search: str, kind: str) -> set[int]:
    """The keys of all things of a kind that hold all words of a search."""
    words = [_Word(word, sounds) for word in words_of(search)]
    own = [book for book in books if book.kind == kind]
    return {book.keys[place] for book, place in _found(own, words)} if words else set()


class _Word:
    """One word of a search, as it is written and as it sounds; each shelf is listened to once."""

    def __init__(self, word: str, sounds: Sounds) -> None:
        self.word = word
        self._patterns = sounds.patterns(word)
        self._heard: dict[str, list[tuple[int, int]]] = {}

    def begins(self, held: Shelf) -> Iterator[int]:
        return self._lines(held, "\n" + self.word, 1)

    def contained(self, held: Shelf) -> Iterator[int]:
        return self._lines(held, self.word, 0)

    def begins_by_sound(self, held: Shelf) -> Iterator[int]:
        return (place for start, place in self._sounding(held) if start == held.starts[place])

    def contained_by_sound(self, held: Shelf) -> Iterator[int]:
        return (place for _, place in self._sounding(held))

    def _lines(self, held: Shelf, word: str, less: int) -> Iterator[int]:
        """The lines that hold a word, each once; `less` characters of it stand before the line."""
        text, starts = held.text, held.starts
        at = text.find(word)
        while at >= 0:
            place = bisect_right(starts, at + less) - 1
            yield place
            at = text.find(word, starts[place + 1] - 1)

    def _sounding(self, held: Shelf) -> list[tuple[int, int]]:
        if held.text not in self._heard:
            starts = [match.start() for pattern in self._patterns for match in pattern.finditer(held.text)]
            self._heard[held.text] = [(start, bisect_right(held.starts, start) - 1) for start in starts]
        return self._heard[held.text]

    def in_book(self, book: Book, place: int) -> bool:
        """Whether any text of a thing holds the word, or a name of it sounds so."""
        lines = {name: held.line(place) for name, held in book.shelves.items()}
        if any(self.word in line for line in lines.values()):
            return True
        spelt = [line for name, line in lines.items() if name in SPELT]
        return any(pattern.search(line) for pattern in self._patterns for line in spelt)

    def spans(self, shown: str) -> list[tuple[int, int]]:
        """Where the word stands in a text as shown, else where it sounds."""
        found = hits([self.word], shown)
        if not found and self._patterns:
            text = folded(shown)
            found = [match.span() for pattern in self._patterns for match in pattern.finditer(text)]
        return found


_BY_TITLE = (_Word.begins, _Word.begins_by_sound, _Word.contained, _Word.contained_by_sound)
_BY_NAME = (_Word.contained, _Word.contained_by_sound)
_LEVELS = (
    ("title", _BY_TITLE),
    ("units", _BY_NAME),
    ("text", (_Word.contained,)),
    ("report", (_Word.contained,)),
    ("history", _BY_NAME),
)
SPELT = ("title", "units", "history")  # what is found by its sound too


def _found(books: Sequence[Book], words: Sequence[_Word]) -> Iterator[tuple[Book, int]]:
    """Each book and place, the best first; the longest word is looked for, the others are checked."""
    first = max(words, key=lambda one: len(one.word))
    others = [one for one in words if one is not first]
    for name, looks in _LEVELS:
        for look in looks:
            for book in books:
                held = book.shelves.get(name)
                for place in look(first, held) if held else ():
                    if all(word.in_book(book, place) for word in others):
                        yield book, place


def _hit(book: Book, place: int, words: Sequence[_Word]) -> Hit:
    title, about = book.heading(place), book.about(place)
    marks = _marks(title, words)
    if not marks and not _marks(about, words):
        about = next(_contexts(book, place, words), about)
    return Hit(book.kind, book.keys[place], title, marks, about, _marks(about, words))


def _contexts(book: Book, place: int, words: Sequence[_Word]) -> Iterator[str]:
    """The texts of a thing around the words that they hold."""
    for text in (say(place).replace("\n", " ") for name, say in book.say.items() if name != "title"):
        for start, _ in hits([one.word for one in words], text)[:1]:
            yield _around(text, start)


def _marks(shown: str, words: Sequence[_Word]) -> Spans:
    return tuple(sorted({span for word in words for span in word.spans(shown)}))


def _around(text: str, at: int) -> str:
    start = max(0, at - _BEFORE)
    return _CUT * (start > 0) + text[start : at + _AROUND] + _CUT * (at + _AROUND < len(text))

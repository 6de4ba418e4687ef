"""Keeps the books that are searched: made piece by piece while nobody types, made anew where the ledger changed."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import is_
from typing import Any, NamedTuple

from desktop_app.domain.pinyin import Sounds
from desktop_app.domain.search import SPELT, Book, Hit, find, found_of
from desktop_app.domain.snapshot import Snapshot
from desktop_app.paths import asset
from desktop_app.store.receipts import receipts
from desktop_app.ui.search import books
from desktop_app.ui.session import Session

_TASKS, _REPORTS = 1000, 2000  # in one piece
_OF_TASKS = ("task", "section", "target", "node", "assignment", "unit", "alias")
_OF_REPORTS = ("report", "round_row", "round")


class _Piece(NamedTuple):
    """A book to be made, and what it is made of: the same things make the same book."""

    of: tuple[Any, ...]
    make: Callable[[], Book]


class Finder:
    """Finds over the session's ledger; `acts` is the book of what the program can do."""

    def __init__(self, session: Session, acts: Book) -> None:
        self._session, self._acts = session, acts
        self._pieces: dict[tuple[str, int], _Piece] = {}
        self._made: dict[tuple[str, int], tuple[tuple[Any, ...], Book]] = {}
        self._snapshot: Snapshot | None = None
        self._lines: list[str] = []
        self._letters = {letter for held in acts.shelves.values() for letter in held.text}
        self._sounds = Sounds((), "")

    def prepare(self) -> bool:
        """Make one missing piece; False where there is none."""
        self._follow()
        missing = next((place for place in self._pieces if place not in self._made), None)
        if missing is not None:
            self._make(missing)
        return missing is not None

    def find(self, words: str) -> list[Hit]:
        """What holds all words, best first."""
        return find([self._acts, *self._books()], self._heard(), words)

    def tasks(self, words: str) -> set[int]:
        """All tasks that hold all words, or sound so."""
        return found_of(self._books(), self._heard(), words, "task")

    def _books(self) -> list[Book]:
        while self.prepare():
            pass
        return [self._made[place][1] for place in self._pieces]

    def acts(self) -> list[Hit]:
        """All that the program can do, where nothing was typed yet."""
        acts = self._acts
        return [Hit(acts.kind, key, acts.heading(n), (), acts.about(n), ()) for n, key in enumerate(acts.keys)]

    def _follow(self) -> None:
        """Drop the books of what is otherwise in the ledger now."""
        if self._snapshot is self._session.snapshot:
            return
        self._snapshot = self._session.snapshot
        self._pieces = dict(_pieces(self._session))
        self._made = {
            place: made
            for place, made in self._made.items()
            if place in self._pieces and all(map(is_, made[0], self._pieces[place].of))
        }

    def _make(self, place: tuple[str, int]) -> None:
        piece = self._pieces[place]
        made = piece.make()
        self._made[place] = (piece.of, made)
        for name in SPELT:
            if name in made.shelves:
                self._letters.update(made.shelves[name].text)

    def _heard(self) -> Sounds:
        """How the characters of all that is found by its sound are read."""
        if not self._sounds.knows(self._letters):
            self._lines = self._lines or asset("resources", "pinyin.txt").read_text("utf-8").splitlines()
            self._sounds = Sounds(self._lines, self._letters)
        return self._sounds


def _pieces(session: Session) -> Iterator[tuple[tuple[str, int], _Piece]]:
    """What the books are made of now, by kind and number."""
    snapshot, store = session.snapshot, session.store

    def of(*entities: str) -> tuple[Any, ...]:
        return tuple(snapshot.tables[entity] for entity in entities)

    standing = [task.key for task in snapshot.tasks.values() if not task.withdrawn]
    for number, keys in enumerate(_cut(standing, _TASKS)):
        yield ("task", number), _Piece(of(*_OF_TASKS), partial(books.tasks_book, snapshot, keys))
    yield ("unit", 0), _Piece(of("unit", "alias"), lambda: books.units_book(snapshot))
    yield ("plan", 0), _Piece(of("plan"), lambda: books.plans_book(snapshot))
    yield ("round", 0), _Piece(of("round"), lambda: books.rounds_book(snapshot))
    for number, keys in enumerate(_cut(books.standing_reports(snapshot), _REPORTS)):
        make = partial(books.reports_book, snapshot, lambda: session.snapshot, keys)
        yield ("report", number), _Piece(of(*_OF_REPORTS), make)
    yield ("file", 0), _Piece((snapshot,), lambda: books.files_book(receipts(store)))
    yield ("entry", 0), _Piece((snapshot,), lambda: books.entries_book(session.entries()))


def _cut(keys: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))

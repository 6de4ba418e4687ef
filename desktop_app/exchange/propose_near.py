"""Titles of tasks that a unit wrote in its own words: shortened, lengthened, with a slip of the pen."""

from collections import Counter
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from desktop_app.exchange.read_headers import bare_title
from desktop_app.exchange.read_values import folded

_SHORTEST = 2  # characters of a title that is part of another one
_SHORTEST_WHOLE = 4  # of a task's own title or measure that stands inside longer words
_LONGEST = 100
_ALIKE = 0.75  # one sign of four


def near(title: str, titles: Iterable[str]) -> str | None:
    """The one of these folded titles that words can only mean; None where it is none or one of several."""
    words = bare_title(folded(title))
    if not _SHORTEST <= len(words) <= _LONGEST:
        return None
    titles = list(titles)
    for is_meant in (_holds, _is_like):
        found = [one for one in titles if is_meant(words, bare_title(one))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def names(words: str, title: str, printed: Callable[[], str]) -> bool:
    """Whether words are a task's title in other marks, or with what the form prints of the task behind it."""
    words, title = bare_title(folded(words)), bare_title(folded(title))
    if not title or not words.startswith(title):
        return False
    rest = _signs(words.removeprefix(title))
    return not rest or (len(rest) >= _SHORTEST_WHOLE and rest in _signs(folded(printed())))


def is_other(title: str, own: str) -> bool:
    """Whether words share less than half their signs with a task's title: they are no slip, but another task."""
    words, ours = folded(title), folded(own)
    shared = sum((Counter(words) & Counter(ours)).values())
    return bool(words) and 2 * shared < min(len(words), len(ours))


def _signs(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def _holds(words: str, title: str) -> bool:
    return words in title or (len(title) >= _SHORTEST_WHOLE and title in words)


def _is_like(words: str, title: str) -> bool:
    return SequenceMatcher(None, words, title, autojunk=False).ratio() >= _ALIKE

"""Names found by what is typed: part of a name, another name, or first letters of its pinyin (ylk → 养老科)."""

from collections.abc import Sequence
from functools import lru_cache

from desktop_app.ui.ledger.folding import folded


def matching(typed: str, choices: Sequence[tuple[str, str]]) -> list[str]:
    """The names that fit, those that begin so first; each choice is a name and what else it is found by."""
    wanted = folded(typed)
    if not wanted:
        return [name for name, _ in choices]
    ranked = [(_fit(wanted, name, others), place, name) for place, (name, others) in enumerate(choices)]
    return [name for fit, _, name in sorted(ranked) if fit < _NONE]


_NONE = 9


def _fit(wanted: str, name: str, others: str) -> int:
    own = folded(name)
    if own == wanted:
        return 0
    if own.startswith(wanted):
        return 1
    if wanted in own:
        return 2
    if wanted in folded(others):
        return 3
    if wanted.isascii():
        letters = initials(name)
        if letters.startswith(wanted):
            return 4
        if wanted in letters or any(wanted in initials(other) for other in others.split()):
            return 5
    return _NONE


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """The first letters of a name's pinyin; letters and digits stay."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).casefold()

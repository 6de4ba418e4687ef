"""Names found by what is typed: part of a name, another name, or its sound (ylk → 养老科, cyjd → 朝阳街道)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from desktop_app.domain.pinyin import Sounds
from desktop_app.paths import asset
from desktop_app.ui.ledger.folding import folded

_NONE = 9


def matching(typed: str, choices: Sequence[tuple[str, str]]) -> list[str]:
    """The names that fit, those that begin so first; each choice is a name and what else it is found by."""
    wanted = folded(typed)
    if not wanted:
        return [name for name, _ in choices]
    known = [(folded(name), folded(others), name) for name, others in choices]
    sounding = _sounds("".join(own + others for own, others, _ in known)).patterns(wanted)
    ranked = [(_fit(wanted, sounding, own, others), place) for place, (own, others, _) in enumerate(known)]
    return [known[place][2] for fit, place in sorted(ranked) if fit < _NONE]


def _fit(wanted: str, sounding: Sequence[re.Pattern[str]], own: str, others: str) -> int:
    if own == wanted:
        return 0
    if own.startswith(wanted):
        return 1
    if wanted in own:
        return 2
    if wanted in others:
        return 3
    if any(pattern.match(own) for pattern in sounding):
        return 4
    return 5 if any(pattern.search(name) for pattern in sounding for name in (own, others)) else _NONE


@lru_cache(maxsize=1)
def _sounds(used: str) -> Sounds:
    """How the characters of the names are read, in every way that each of them can be."""
    return Sounds(asset("resources", "pinyin.txt").read_text("utf-8").splitlines(), used)

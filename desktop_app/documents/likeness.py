"""How alike two passages are: the characters that stand side by side in both, rare ones counting more.

No dictionary and no words: pairs and triples of neighbouring characters carry Chinese well enough, and an index from
each pair to the passages that have it keeps a comparison of many with many near linear.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from desktop_app.documents.folding import fold

_RUNS = re.compile(r"[一-鿿]+|[0-9a-z.%]+")
Weights = Mapping[str, float]


def grams(text: str) -> Counter[str]:
    """The pairs and triples of neighbouring characters of each Chinese run; a number or Latin word is one piece."""
    found: Counter[str] = Counter()
    for run in _RUNS.findall(fold(text).lower()):
        if run[0] < "一" or len(run) == 1:
            found[run] += 1
        else:
            found.update(run[at : at + 2] for at in range(len(run) - 1))
            found.update(run[at : at + 3] for at in range(len(run) - 2))
    return found


def rarity(passages: Iterable[Iterable[str]]) -> dict[str, float]:
    """What each piece is worth: the logarithm of how few of the passages have it (at least a little)."""
    counts: Counter[str] = Counter()
    total = 0
    for passage in passages:
        counts.update(set(passage))
        total += 1
    return {piece: math.log((1 + total) / count) for piece, count in counts.items()}


def weighted(pieces: Mapping[str, int], worth: Weights) -> dict[str, float]:
    """The pieces as a vector of length 1; a piece of unknown worth is left out."""
    vector = {piece: math.sqrt(count) * worth[piece] for piece, count in pieces.items() if piece in worth}
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {piece: value / length for piece, value in vector.items()} if length else {}


class Index:
    """Passages laid out by piece; asks how alike (0 to 1) another passage is to each of them."""

    def __init__(self, vectors: Sequence[Weights]) -> None:
        self._places: dict[str, list[tuple[int, float]]] = {}
        for place, vector in enumerate(vectors):
            for piece, value in vector.items():
                self._places.setdefault(piece, []).append((place, value))

    def likeness(self, vector: Weights) -> dict[int, float]:
        """The places of the passages that share a piece with this one, each with how alike they are."""
        found: dict[int, float] = {}
        for piece, value in vector.items():
            for place, other in self._places.get(piece, ()):
                found[place] = found.get(place, 0.0) + value * other
        return found

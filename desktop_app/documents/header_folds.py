"""Headers of several rows that reached a text as one run of words: 责任分工 over 牵头 and 配合, which come last."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, islice
from typing import NamedTuple

from desktop_app.documents.folding import fold
from desktop_app.documents.table_guess import CONTENT, WHEN, WHO
from desktop_app.documents.table_words import role_of


class _Family(NamedTuple):
    """Columns that stand under one word: the words that may stand over them, their roles, and words of theirs."""

    above: re.Pattern[str]
    roles: frozenset[str]
    words: re.Pattern[str]


_FAMILIES = (
    _Family(
        re.compile("责任|分工|职责|单位|部门|落实"),
        frozenset({*WHO, "contact"}),
        re.compile("牵头|配合|协办|主办|领导|单位|科室|部门"),
    ),
    _Family(
        re.compile("时间|节点|进度|安排|计划|时限"), frozenset(WHEN), re.compile(".*(?:时间|日期|季度|月|阶段|时限)")
    ),
    _Family(
        re.compile("情况|进展|推进|完成进度"),
        frozenset({"progress_text", "percent", "state", "problems", "next_steps", "evidence"}),
        re.compile(".*(?:情况|问题|打算|比例|完成率)"),
    ),
    _Family(
        re.compile("目标|指标|任务|内容"), frozenset({*CONTENT, "measure"}), re.compile(".*(?:目标|指标|内容|单位)")
    ),
)
_UMBRELLA = re.compile("[一-鿿]{2,4}(?:分工|落实|体系|安排|节点|情况|进度|要求)")
_OVER = (None, "neutral", "deadline", "task", "action", "target", "progress_text", "state")
_MOST_ROWS, _MOST_WAYS = 3, 8
_LEAST_UNDER = 2


def unfolded(labels: Sequence[str]) -> list[list[str]]:
    """The columns as they may stand side by side, each word over others replaced by those under it, in their order."""
    ways: list[list[str]] = []
    fresh = [list(labels)]
    for _ in range(_MOST_ROWS - 1):
        below = (way for before in fresh for way in _without_row(before) if way not in ways)
        fresh = list(islice(below, _MOST_WAYS))
        ways += fresh
    return ways[:_MOST_WAYS]


def goes_under(labels: list[str]) -> bool:
    """Whether these words may be the further row of a header."""
    words = [label for label in labels if label]
    return bool(words) and all(role_of(fold(label)) or _family(label) is not None for label in words)


def may_stand_over(label: str) -> bool:
    """Whether a word that names no column may stand over several that do."""
    return bool(_UMBRELLA.fullmatch(label))


def _without_row(labels: list[str]) -> Iterator[list[str]]:
    """The ways in which the last words stand under some of the first."""
    for first in range(len(labels) - _LEAST_UNDER, 1, -1):
        if _family(labels[first]) is None:
            break
        under = [list(run) for _, run in groupby(labels[first:], _family)]
        if any(len(run) < _LEAST_UNDER for run in under):
            continue
        whole = _family(labels[first - 1]) != _family(labels[first])
        for over in combinations(range(1, first), len(under)):
            fits = all(_stands_over(labels[at], run) for at, run in zip(over, under, strict=True))
            if fits and (whole or over[-1] == first - 1):
                runs = dict(zip(over, under, strict=True))
                yield [word for at in range(first) for word in runs.get(at, [labels[at]])]


def _family(label: str) -> int | None:
    words, role = re.sub(r"\s", "", fold(label)), role_of(fold(label))
    return next((n for n, kind in enumerate(_FAMILIES) if role in kind.roles or kind.words.fullmatch(words)), None)


def _stands_over(label: str, under: list[str]) -> bool:
    family = _family(under[0])
    over = family is not None and bool(_FAMILIES[family].above.search(label)) and role_of(fold(label)) in _OVER
    return over and label not in under

"""The figure for a target in what a unit wrote: “已建成床位320张” for 600 beds. Offered, never stored by itself.

A figure speaks for a target where it counts in the same unit and the words beside it name the same thing. What is
planned, last year's or a change against it speaks for none; where several speak, a total goes before a part.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop_app.documents.extraction import Span, TargetRead
from desktop_app.documents.figures import STOPS, Figure
from desktop_app.documents.figures import figures_in as read_figures
from desktop_app.documents.folding import fold
from desktop_app.domain.model import Target

ENOUGH = 0.5
"""From here on a figure is offered."""
_BESIDE, _SENTENCE = 1.0, 0.45  # words right beside the figure, and elsewhere in its sentence
_SAME_KIND = 0.75  # 家 for 个
_ALONE = 0.55  # the only figure in a unit that says by itself what it counts
_NAMED = 0.7  # the very rate is named (探访率)
_SHORTENED = 0.75  # the item with words left out
_TOTAL, _PART = 0.12, -0.12
_FAMILIES = tuple(
    frozenset(family.split())
    for family in (
        "个 家 所 处 座 站 间",
        "人 名 位",
        "次 场 期 轮 批 回 场次 批次",
        "件 起 宗 例 条 项",
        "张 床",
        "人次 件次",
        "户 户次",
        "篇 条",
        "个百分点 百分点",
    )
)
"""Units that count the same sort of thing."""
_PLAIN = frozenset({"个", "家", "项", "次", "件", "人", "名", "户", "处", "元", "%", "场", "期", "条", "所"})
_PLANNED = re.compile(
    "(?:目标|任务|计划|拟|力争|预计|争取|预期|打算|下一?步|将|年初|应|须|要求|不少于|不低于|总任务)[^，。；]{0,12}$"
)
_PLANNED_AFTER = re.compile("^[^，。；]{0,4}(?:的(?:目标|任务|计划)|目标|任务)")
_AGAINST = re.compile("(?:较|比|同比|环比|增长|增加|上升|提高|下降|减少)(?:了|去年|上年|同期)?[^，。；到至为]{0,6}$")
_RATE = re.compile("[一-鿿]{2}率$")
_CHANGE = re.compile("增幅|增长|增速|降幅|同比|环比")
_PAST = re.compile("(?:去年|上年|上一年|往年|原有|此前)[^，。；]{0,10}$")
_WHOLE = re.compile("(?:累计|共计|总计|合计|一共|全年|总|共)[^，。；]{0,14}$")
_PIECE = re.compile("(?:本月|当月|本周|本季度|其中|其余|首批|剩余|尚有|还有|未)[^，。；]{0,14}$")
_NUMBERED = re.compile("[第前]$")
_FILLER = re.compile("的|和|与|及|了|各类|数量|情况|工作|全区|完成|开展|实现|达到|不少于|不低于|率达")
_CLOSE = 2  # figures with fewer characters between them share the words before (12户30人)


class Found(NamedTuple):
    """A figure that a text gives for a target: the target's place in the list, the value in whole units, where."""

    target: int
    value: float
    span: Span


class _Said(NamedTuple):
    """A figure of the text that may be a result, with the words beside it and those of its sentence."""

    figure: Figure
    beside: str
    sentence: str


def figures_in(text: str, targets: Sequence[Target | TargetRead]) -> list[Found]:
    """At most one figure a target and one target a figure, the surest first taken; in the order of the targets."""
    said = _said(text)
    units = [fold(one.figure.unit) for one in said]
    ranked = []
    for place, target in enumerate(targets):
        for n, one in enumerate(said):
            alone = units.count(units[n]) == 1 and sum(fold(t.unit or "") == units[n] for t in targets) == 1
            score = _score(one, target, alone)
            if score >= ENOUGH:
                ranked.append((-score, n, place))
    taken: dict[int, Found] = {}
    used: set[int] = set()
    for _, n, place in sorted(ranked):
        if place not in taken and n not in used:
            used.add(n)
            taken[place] = Found(place, said[n].figure.value, said[n].figure.span)
    return [taken[place] for place in sorted(taken)]


def _said(text: str) -> list[_Said]:
    """The figures that tell a result, each with the words up to the figures before and behind it."""
    shadow = fold(text)
    figures = [one for one in read_figures(shadow, text, 0, len(text)) if one.unit and not _NUMBERED.search(one.before)]
    ends = [0, *(one.span[1] for one in figures)]
    starts = [*(one.span[0] for one in figures), len(text)]
    found = []
    for n, figure in enumerate(figures):
        if _PLANNED.search(figure.before) or _PLANNED_AFTER.match(figure.after) or _PAST.search(figure.before):
            continue
        before = re.split(f"[{STOPS}]", shadow[ends[n] : figure.span[0]])
        after = re.split(f"[{STOPS}、]", shadow[figure.span[1] : starts[n + 1]], maxsplit=1)[0]
        first = max((shadow.rfind(stop, 0, figure.span[0]) for stop in "。！？\n"), default=-1) + 1
        words = before[-1] + "|" + after
        if n and len(before) == 1 and len(before[0].strip()) < _CLOSE and found and found[-1].figure is figures[n - 1]:
            words = found[-1].beside.split("|")[0] + before[0] + "|" + after
        found.append(_Said(figure, words, shadow[first : figure.span[0]]))
    return found


def _score(said: _Said, target: Target | TargetRead, alone: bool) -> float:
    """How sure it is that the figure is the target's: 0 in another unit, 1 where its words are all there."""
    counted = _unit_fits(fold(said.figure.unit), fold(target.unit or ""))
    if not counted or bool(_AGAINST.search(said.figure.before)) != _is_change(target):
        return 0.0
    likeness = _likeness(fold(target.item or target.phrase or ""), said)
    if alone and fold(said.figure.unit) not in _PLAIN:
        likeness = max(likeness, _ALONE)
    bonus = _TOTAL * bool(_WHOLE.search(said.figure.before)) + _PART * bool(_PIECE.search(said.figure.before))
    return counted * likeness + (bonus if likeness else 0.0)


def _likeness(item: str, said: _Said) -> float:
    """How much of what a target counts is named beside the figure, or in part in its sentence."""
    wanted, beside, sentence = _grams(item), _grams(said.beside), _grams(said.sentence)
    near = sum(_BESIDE if gram in beside else _SENTENCE if gram in sentence else 0.0 for gram in wanted)
    likeness = near / len(wanted) if wanted else 0.0
    rate = _RATE.search(item)
    if rate and rate[0] in said.beside:
        likeness = max(likeness, _NAMED)
    return max(likeness, _SHORTENED * _in_order(said.beside, item) / max(len(item), 1))


def _in_order(words: str, item: str) -> int:
    """How many characters of `item` stand in `words` in this order (走访家庭 for 走访困难家庭)."""
    best = [0] * (len(item) + 1)
    for char in words:
        before = 0
        for n, wanted in enumerate(item, 1):
            before, best[n] = best[n], before + 1 if char == wanted else max(best[n], best[n - 1])
    return best[-1]


def _is_change(target: Target | TargetRead) -> bool:
    """Whether a target is itself a change against another year."""
    return target.kind == "growth" or bool(_CHANGE.search(target.item or ""))


def _unit_fits(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return _SAME_KIND if any(one in family and other in family for family in _FAMILIES) else 0.0


def _grams(words: str) -> set[str]:
    """The pairs of neighbouring characters in the words that name something."""
    return {a + b for run in re.findall("[一-鿿A-Za-z]+", _FILLER.sub("|", fold(words))) for a, b in pairwise(run)}

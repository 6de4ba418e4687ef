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
ENOUGH_LEFT, MARGIN = 0.4, 0.08
"""From here on one is offered that nothing else claims, and by how much it must lead."""
_BESIDE, _CLAUSE, _SENTENCE = 1.0, 0.7, 0.45  # words right beside the figure, elsewhere in its clause, in its sentence
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
    "(?:目标|任务|计划|拟|力争|预计|争取|预期|打算|下一?步|将|年初|(?<![效响反])应(?![急用对届])|须|要求|"
    "不少于|不低于|总任务)[^，。；]{0,12}$"
)
_PLANNED_AFTER = re.compile("^[^，。；]{0,4}(?:的(?:目标|任务|计划)|目标|任务)")
_AGAINST = re.compile("(?:较|比|同比|环比|增长|增加|上升|提高|下降|减少)(?:了|去年|上年|同期)?[^，。；到至为]{0,6}$")
_RATE = re.compile("[一-鿿]{2}率$")
_CHANGE = re.compile("增幅|增长|增速|降幅|同比|环比")
_PAST = re.compile("(?<![比较])(?:去年|上年|上一年|往年|原有|此前)[^，。；]{0,10}$")
_WHOLE = re.compile("(?:累计|共计|总计|合计|一共|全年|总|共)[^，。；]{0,14}$")
_PIECE = re.compile(
    "(?:开工|在建|动工|启动|正在|本月|当月|本周|本季度|其中|其余|首批|剩余|尚有|还有|未)[^，。；\\d]{0,14}$"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_BATCH = re.compile("第[一二三四五六七八九十\\d]+[批期阶][^，。；]{0,14}$")
_FROM, _TO = re.compile("[由从][^，。；]{0,16}$"), re.compile("[^，。；]{0,6}[到至]")
# 累计320张 after 新增床位20张: the words of the figure before hold for it too
_NAMELESS = re.compile(
    r"(?:目前|现|已|累计|共计|合计|总计|共|其中|完成|完工|竣工|投用|建成|达到?|实际|实现|了|新增|今年|"
    r"本[年月季]度?|20\d\d年|\d+月底?|截至|、|（)*"
)
_ENDS = "。！？\n"
_NUMBERED = re.compile("[第前]$")
_DEED = re.compile("^(?:新增|新建|改造|完成|建设|培育|创建)(?=..)")  # the report has its own verb
_FILLER = re.compile("的|和|与|及|了|各类|数量|情况|工作|全区|完成|开展|实现|达到|不少于|不低于|率达")
_CLOSE = 2  # figures with fewer characters between them share the words before (12户30人)


class Found(NamedTuple):
    """A figure that a text gives for a target: the target's place in the list, the value in whole units, where."""

    target: int
    value: float
    span: Span


class _Said(NamedTuple):
    """A figure of the text that may be a result, with the words beside it, those of its clause and its sentence."""

    figure: Figure
    beside: str
    clause: str
    sentence: str


def figures_in(text: str, targets: Sequence[Target | TargetRead]) -> list[Found]:
    """At most one figure a target and one target a figure, the surest first taken; in the order of the targets.

    What is left then is offered where figure and target are each other's best by far.
    """
    said = _said(text)
    units = [fold(one.figure.unit) for one in said]
    scores: dict[tuple[int, int], float] = {}
    for place, target in enumerate(targets):
        for n, one in enumerate(said):
            alone = units.count(units[n]) == 1 and sum(fold(t.unit or "") == units[n] for t in targets) == 1
            score = _score(one, target, alone)
            if score > 0:
                scores[n, place] = score
    taken: dict[int, int] = {}
    for (n, place), score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
        if score >= ENOUGH and place not in taken and n not in taken.values():
            taken[place] = n
    while fitting := _fitting(scores, taken):
        taken[fitting[1]] = fitting[0]
    return [Found(place, said[n].figure.value, said[n].figure.span) for place, n in sorted(taken.items())]


def _fitting(scores: dict[tuple[int, int], float], taken: dict[int, int]) -> tuple[int, int] | None:
    """Of what is left, the surest figure and target that are each other's best with nothing near."""
    left = {pair: score for pair, score in scores.items() if pair[1] not in taken and pair[0] not in taken.values()}
    for pair, score in sorted(left.items(), key=lambda one: (-one[1], one[0])):
        if score < ENOUGH_LEFT:
            return None
        rivals = [other for one, other in left.items() if one != pair and (one[0] == pair[0] or one[1] == pair[1])]
        if max(rivals, default=0.0) + MARGIN <= score:
            return pair
    return None


def _said(text: str) -> list[_Said]:
    """The figures that tell a result, each with the words up to the figures before and behind it."""
    shadow = fold(text)
    figures = [
        one for one in read_figures(shadow, text, 0, len(text)) if _is_amount(one) and not _NUMBERED.search(one.before)
    ]
    ends = [0, *(one.span[1] for one in figures)]
    starts = [*(one.span[0] for one in figures), len(text)]
    latest = max((int(year) for year in _YEAR.findall(shadow)), default=0)
    found: list[_Said] = []
    beside = ""
    for n, figure in enumerate(figures):
        before = re.split(f"[{STOPS}]", shadow[ends[n] : figure.span[0]])
        after = re.split(f"[{STOPS}、]", shadow[figure.span[1] : starts[n + 1]], maxsplit=1)[0]
        close = len(before) == 1 and len(before[0].strip()) < _CLOSE
        same = n > 0 and fold(figures[n - 1].unit) == fold(figure.unit) and "。" not in shadow[ends[n] : figure.span[0]]
        if same and not close and _NAMELESS.fullmatch(before[-1].strip()) and len(after) < _CLOSE:
            beside = beside + before[-1] + "|" + after
        else:
            beside = (beside.split("|")[0] if n and close else "") + before[-1] + "|" + after
        if not _is_no_result(figure, latest):
            around = _around(shadow, figure.span, STOPS), _around(shadow, figure.span, _ENDS)
            found.append(_Said(figure, beside, *around))
    return found


def _is_no_result(figure: Figure, latest: int) -> bool:
    """What is planned, what was, a batch of several, or a year before the last that the text names."""
    before, after = figure.before, figure.after
    if _PLANNED.search(before) or _PLANNED_AFTER.match(after) or _PAST.search(before) or _BATCH.search(before):
        return True
    if _FROM.search(before) and _TO.match(after):
        return True
    years = _YEAR.findall(before)
    return bool(years) and int(years[-1]) < latest


def _is_amount(figure: Figure) -> bool:
    named = figure.chinese and figure.value == 1 and figure.after.startswith(("事", "户一", "人一"))  # 一件事, 一户一档
    return bool(figure.unit or figure.scaled) and not named  # 销售5888万 leaves its unit out


def _around(shadow: str, span: Span, stops: str) -> str:
    """The text about a figure as far as the next of `stops` on either side."""
    first = max(shadow.rfind(stop, 0, span[0]) for stop in stops) + 1
    last = min((at for stop in stops if (at := shadow.find(stop, span[1])) >= 0), default=len(shadow))
    return shadow[first:last]


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
    item = _DEED.sub("", item)
    wanted = _grams(item)
    rings = ((_grams(said.beside), _BESIDE), (_grams(said.clause), _CLAUSE), (_grams(said.sentence), _SENTENCE))
    near = sum(next((weight for ring, weight in rings if gram in ring), 0.0) for gram in wanted)
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
    if not one and other == "元":
        return _SAME_KIND
    return _SAME_KIND if any(one in family and other in family for family in _FAMILIES) else 0.0


def _grams(words: str) -> set[str]:
    """The pairs of neighbouring characters in the words that name something."""
    return {a + b for run in re.findall("[一-鿿A-Za-z]+", _FILLER.sub("|", fold(words))) for a, b in pairwise(run)}

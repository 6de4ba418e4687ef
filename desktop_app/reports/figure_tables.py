"""The tables of figures (统计表): rates with their formulas, counts by leader, unit and section, reporting, scores,
the rounds one after another, and what changed between two of them. Every count knows its cells.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.domain.progress import Status
from desktop_app.reports.bulletin import Basis, day_words
from desktop_app.reports.figures import LIGHTS, Group, by_leader, by_section, by_unit, means
from desktop_app.reports.paper import Block, Column, Table, said
from desktop_app.reports.rates import rates, share
from desktop_app.reports.scores import score_rule, scores
from desktop_app.reports.trace import NOTHING, Cell, Words, added, fill, named, number, quoted
from desktop_app.reports.trace_cells import counted, judged_all, judged_by
from desktop_app.reports.trend import Comparison, Point, Turn, compared
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers_figures as texts

WIDTH = 156  # millimetres
ROW = 7
_Groups = Sequence[Group]


class Reporting(NamedTuple):
    """A unit's rounds so far: how many asked it and are due, answered in time, late, and not at all."""

    unit: int
    asked: int
    in_time: int
    late: int
    silent: int


class Rounds(NamedTuple):
    """What the tables tell of rounds: each as a point with its name, who reported, and a round to compare with (its
    name in the words of the office, the statuses at its end).
    """

    points: Sequence[tuple[str, Point]]
    reporting: Sequence[Reporting]
    before: tuple[str, Mapping[int, Status]] | None


def figure_blocks(basis: Basis, rounds: Rounds) -> tuple[Block, ...]:
    """All tables below each other, each under its heading."""
    made: list[Block] = [
        said(styles.TITLE, texts.TITLE.format(period=basis.period)),
        said(styles.CELL_MIDDLE, fill(texts.UNDER, day=day_words(basis.as_of, "as_of"))),
    ]
    by = (by_leader(basis.statuses, basis.tasks), _units(basis), _sections(basis))
    tables = [
        (texts.RATES, _rates(basis)),
        *((name, _groups(basis, name, found)) for name, found in zip(texts.GROUP_HEADS, by, strict=True)),
        (texts.REPORTING, _reporting(basis, rounds.reporting)),
        (texts.RANKING, _ranking(basis, rounds.reporting)),
        (texts.TREND, _trend(rounds.points)),
    ]
    for name, table in tables:
        if table.rows:
            made += [said(styles.TABLE_TITLE, name), table]
    made.append(said(styles.NOTE, texts.RATE_NOTE))
    return (*made, *(_turned(basis, *rounds.before) if rounds.before else ()))


def _units(basis: Basis) -> _Groups:
    return by_unit(basis.snapshot, basis.statuses, basis.tasks)


def _sections(basis: Basis) -> _Groups:
    return by_section(basis.snapshot, basis.statuses, basis.tasks)


def _columns(heads: Sequence[str], widths: Sequence[float], left: Sequence[int] = ()) -> tuple[Column, ...]:
    """Columns of these widths in proportion, over the whole width; all but some centred."""
    total = sum(widths)
    pairs = enumerate(zip(heads, widths, strict=True))
    return tuple(Column(head, WIDTH * wide / total, centred=place not in left) for place, (head, wide) in pairs)


def _rates(basis: Basis) -> Table:
    rows = []
    for rate in rates(basis.snapshot, basis.statuses, basis.tasks, basis.as_of):
        cells = judged_all(basis.snapshot, rate.below or [task.key for task in basis.tasks], basis.until)
        result = Words(texts.NONE) if rate.percent is None else number(rate.percent, f"rate:{rate.name}", cells)
        rows.append((Words(rate.name), named(rate.formula, f"rate:{rate.name}:formula", cells), result))
    return Table(_columns(texts.RATE_HEADS, (3, 11, 2), (1,)), tuple(rows), ROW, small=True)


def _groups(basis: Basis, name: str, groups: _Groups) -> Table:
    """A line a group: how many tasks, how many of each label that occurs, mean completion and expected progress."""
    used = (
        [place for place in range(len(groups[0].labels)) if any(g.labels[place].count for g in groups)]
        if groups
        else []
    )
    rows = []
    for group in groups:
        key, keys = f"{name}:{group.total.key}", list(group.total.tasks)
        labels = [group.labels[place] for place in used]
        counts = [
            number(f.count, f"{key}:{f.name}", judged_all(basis.snapshot, f.tasks or keys, basis.until)) for f in labels
        ]
        done, expected, judged = means(basis.statuses, keys)
        cells = judged_all(basis.snapshot, judged, basis.until)
        pace = [
            number(value, f"{key}:{what}", cells) if judged else Words(texts.NONE)
            for what, value in (("mean", done), ("expected", expected))
        ]
        rows.append((Words(group.total.name), counted(keys, key), *counts, *pace))
    labels = [groups[0].labels[place].name for place in used]
    heads = (texts.GROUP_HEADS[name], texts.COUNT, *labels, texts.DONE, texts.EXPECTED)
    widths = (5, 2, *(2.6 for _ in used), 3.2, 3.2)
    return Table(_columns(heads, widths, (0,)), tuple(rows), ROW, small=True)


def _reporting(basis: Basis, found: Sequence[Reporting]) -> Table:
    rows = []
    for one in found:
        name = quoted(basis.snapshot.units[one.unit].name, Cell("unit", one.unit, "name"))
        told = (one.asked, one.in_time, one.late, one.silent)
        cells = _said_by(basis, one.unit)
        fields = zip(("asked", "in time", "late", "silent"), told, strict=True)
        counts = [number(value, f"reporting:{one.unit}:{what}", cells) for what, value in fields]
        rate = share(one.in_time, one.asked)
        shown = Words(texts.NONE) if rate is None else number(rate, f"reporting:{one.unit}:rate", cells)
        rows.append((name, *counts, shown))
    return Table(_columns(texts.REPORTING_HEADS, (5, 2, 2, 2, 2, 3), (0,)), tuple(rows), ROW, small=True)


def _said_by(basis: Basis, unit: int) -> tuple[Cell, ...]:
    rows = [row for row in basis.snapshot.rows.values() if basis.snapshot.unit(row.unit).key == unit]
    said_ = [(row, basis.snapshot.report_of(row.key)) for row in rows if not row.withdrawn]
    return tuple(Cell("report", r.key, "percent") if r else Cell("round_row", row.key, "unit") for row, r in said_)


def _ranking(basis: Basis, found: Sequence[Reporting]) -> Table:
    """The units by score with what it is made of; no rows where scoring is off."""
    late = {one.unit: one.late for one in found}
    rows = []
    for one in scores(basis.snapshot, basis.statuses, late, score_rule(basis.snapshot)):
        cells = [
            cell for line in one.lines for cell in judged_all(basis.snapshot, filter(None, line.tasks), basis.until)
        ]
        name = quoted(basis.snapshot.units[one.unit].name, Cell("unit", one.unit, "name"))
        score = number(one.score, f"score:{one.unit}", cells)
        rows.append((number(one.rank, f"rank:{one.unit}", cells), name, score, Words(one.formula)))
    return Table(_columns(texts.RANKING_HEADS, (1.4, 3, 1.6, 9), (3,)), tuple(rows), ROW, small=True)


def _trend(points: Sequence[tuple[str, Point]]) -> Table:
    """A line a round, oldest first: the tasks of each light that occurs, mean completion and expected progress."""
    used = [place for place in range(len(LIGHTS)) if any(point.lights[place].count for _, point in points)]
    rows = []
    for name, point in points:
        key = f"round:{point.round.key}"
        at = Cell("round", point.round.key, "as_of")
        counts = [
            number(f.count, f"{key}:{f.name}", [at, *(Cell("task", task, "state") for task in f.tasks)])
            for f in (point.lights[place] for place in used)
        ]
        pace = [
            Words(texts.NONE) if value is None else number(round(value, 1), f"{key}:{what}", [at])
            for what, value in (("mean", point.done), ("expected", point.expected))
        ]
        rows.append((named(name, key, [at]), *counts, *pace))
    lights = [texts.LIGHTS[LIGHTS[place]] for place in used]
    heads = (texts.TREND_HEAD, *lights, texts.DONE, texts.EXPECTED)
    return Table(_columns(heads, (3.4, *(2.2 for _ in used), 3, 3)), tuple(rows), ROW, small=True)


def _turned(basis: Basis, period: str, before: Mapping[int, Status]) -> list[Block]:
    """The tasks whose light or word is another than at the end of an earlier round."""
    tasks = {task.key for task in basis.tasks}
    found: Comparison = compared(
        {key: status for key, status in before.items() if key in tasks},
        {key: status for key, status in basis.statuses.items() if key in tasks},
    )
    made: list[Block] = [said(styles.TABLE_TITLE, texts.TURNED.format(period=period))]
    rows = tuple(_turn(basis, turn) for turn in found.turned)
    if rows:
        made.append(Table(_columns(texts.TURNED_HEADS, (1.4, 6, 3.4, 2.4, 2.4, 2.6), (1,)), rows, ROW, small=True))
    else:
        made.append(said(styles.NOTE, texts.NOTHING_TURNED))
    turned = {turn.task for turn in found.turned}
    further = [key for key, _, _ in found.further if key not in turned]
    words = fill(
        texts.STOOD,
        further=number(len(further), "compared:further", judged_all(basis.snapshot, further or tasks, basis.until)),
        same=number(len(found.same), "compared:same", judged_all(basis.snapshot, found.same or tasks, basis.until)),
    )
    return [*made, said(styles.NOTE, words)]


def _turn(basis: Basis, turn: Turn) -> tuple[Words, ...]:
    snapshot, task = basis.snapshot, basis.snapshot.tasks[turn.task]
    cells = judged_by(snapshot, task.key, basis.until)
    leads = snapshot.leads_of(task.key)
    figures = [
        Words(texts.NONE) if value is None else number(round(value, 1), f"task:{task.key}:{what}", cells)
        for what, value in (("before", turn.before.done), ("done", turn.after.done))
    ]
    return (
        quoted(task.no, Cell("task", task.key, "no")) if task.no else NOTHING,
        quoted(task.title, Cell("task", task.key, "title")),
        quoted(leads[0].name, Cell("unit", leads[0].key, "name")) if leads else NOTHING,
        Words(turn.before.label),
        Words(turn.after.label),
        added(fill(texts.CHANGE, before=figures[0], after=figures[1])),
    )

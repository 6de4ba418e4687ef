"""The bulletin (通报) of a period: what the ledger says of all tasks on a day, as fields of a template.

Facts only; what is to be thought of them is the leader's to write.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.bulletin_tasks import (
    Tasks,
    behind_fields,
    due_field,
    good_field,
    is_done,
    problems_field,
)
from desktop_app.reports.figures import Figure, by_label, by_section, means
from desktop_app.reports.rates import share
from desktop_app.reports.template import Field
from desktop_app.reports.trace import NOTHING, Cell, Cells, Words, added, fill, joined, named, number, quoted
from desktop_app.reports.trace_cells import counted, judged_all
from desktop_app.texts import papers_bulletin as texts

Statuses = Mapping[int, Status]


class Feedback(NamedTuple):
    """Who was asked in the period's round, who answered in time and who late, by keys of units; `round` is its key."""

    round: int
    asked: tuple[int, ...]
    in_time: tuple[int, ...]
    late: tuple[int, ...]

    @property
    def silent(self) -> tuple[int, ...]:
        """Those asked that have not answered."""
        return tuple(unit for unit in self.asked if unit not in self.in_time and unit not in self.late)


class Basis(NamedTuple):
    """What a paper is made of. `period` in the words of the office; `as_of` is the day that the figures are of.

    `before` are the statuses of an earlier day, to be compared with; `due_until` ends the days looked ahead to; `late`
    are the reports that came after their round was due (补报), by key.
    """

    snapshot: Snapshot
    statuses: Statuses
    period: str
    as_of: date
    before: tuple[date, Statuses] | None = None
    feedback: Feedback | None = None
    due_until: date | None = None
    late: frozenset[int] = frozenset()

    @property
    def until(self) -> str:
        """The day up to which reports count, ISO."""
        return self.as_of.isoformat()

    @property
    def tasks(self) -> list[Task]:
        """The tasks that count: those that stand and have been issued (下达)."""
        return [task for task in self.snapshot.tasks_in_order() if task.state != "not_issued"]


def bulletin_fields(basis: Basis) -> dict[str, Field]:
    """Every field of the bulletin's template, by the name it has there."""
    known = Tasks(basis.snapshot, basis.statuses, basis.until, basis.late)
    found: dict[str, Field] = {
        **general_fields(basis),
        "labels": _labels(basis),
        "not_issued": _not_issued(basis),
        "rate": _rate(basis),
        "pace": _pace(basis),
        "before": _before(basis),
        "sections": _sections(basis),
        **_feedback(basis),
        "good": good_field(known, basis.tasks),
        **behind_fields(known, basis.tasks),
        "problems": problems_field(basis.snapshot, basis.tasks, basis.until),
        "due": due_field(basis.snapshot, basis.statuses, basis.tasks, basis.as_of + timedelta(days=1), basis.due_until),
    }
    return {texts.FIELDS[name]: field for name, field in found.items()}


def general_fields(basis: Basis) -> dict[str, Field]:
    """Period, day, plans, and how many tasks there are."""
    plans = {task.plan: None for task in basis.tasks if task.plan is not None}
    titles = [quoted(basis.snapshot.plans[key].title, Cell("plan", key, "title")) for key in plans]
    by_name = [fill(texts.PLAN, title=title) for title in titles]
    return {
        "period": named(basis.period, "period"),
        "as_of": day_words(basis.as_of, "as_of", _round_day(basis)),
        "to": texts.TO,
        "plans": joined(texts.PLANS, by_name) if by_name else texts.NO_PLAN,
        "total": counted((task.key for task in basis.tasks), "total"),
    }


def day_words(day: date, name: str, cells: Cells = ()) -> Words:
    """A day with its year."""
    return named(texts.DAY.format(day=day), name, cells)


def _round_day(basis: Basis) -> Cells:
    return (Cell("round", basis.feedback.round, "as_of"),) if basis.feedback else ()


def _labels(basis: Basis) -> Words:
    figures = [figure for figure in by_label(basis.statuses, basis.tasks) if figure.count]
    return joined(texts.COMMA, [_label(basis, figure, texts.LABEL, "label") for figure in figures])


def _label(basis: Basis, figure: Figure, pattern: str, name: str) -> Words:
    cells = judged_all(basis.snapshot, figure.tasks, basis.until)
    return fill(
        pattern,
        label=figure.name,
        count=number(figure.count, f"{name}:{figure.name}", cells),
        share=number(figure.share, f"share:{name}:{figure.name}", cells),
    )


def _not_issued(basis: Basis) -> Words:
    left = [task.key for task in basis.snapshot.tasks_in_order() if task.state == "not_issued"]
    count = number(len(left), "not_issued", [Cell("task", key, "state") for key in left])
    return fill(texts.NOT_ISSUED, count=count) if left else NOTHING


def _rate(basis: Basis) -> Words:
    """完成率 = 已完成 ÷ 总数, with its parts."""
    done = [task.key for task in basis.tasks if is_done(basis.statuses[task.key])]
    if not basis.tasks:
        return NOTHING
    total = counted((task.key for task in basis.tasks), "total")
    cells = judged_all(basis.snapshot, [task.key for task in basis.tasks], basis.until)
    rate = number(share(len(done), len(basis.tasks)) or 0.0, "rate", cells)
    count = number(len(done), "done", judged_all(basis.snapshot, done, basis.until))
    return fill(texts.RATE, rate=rate, done=count, total=total)


def _pace(basis: Basis) -> Words:
    done, expected, judged = means(basis.statuses, [task.key for task in basis.tasks])
    if not judged:
        return NOTHING
    cells = judged_all(basis.snapshot, judged, basis.until)
    gap = round(done - expected, 1)
    words = texts.AHEAD if gap > 0 else texts.LAGGING if gap < 0 else texts.EVEN
    return fill(
        texts.PACE,
        count=number(len(judged), "pace:count", cells),
        done=number(done, "pace:done", cells),
        expected=number(expected, "pace:expected", cells),
        gap=fill(words, gap=number(abs(gap), "pace:gap", cells)),
    )


def _before(basis: Basis) -> Words:
    """How the labels have changed since the earlier day."""
    if basis.before is None:
        return NOTHING
    day, statuses = basis.before
    then = {figure.name: figure for figure in by_label(statuses, basis.tasks)}
    parts = []
    for figure in by_label(basis.statuses, basis.tasks):
        more = figure.count - then[figure.name].count
        if more:
            both = sorted({*figure.tasks, *then[figure.name].tasks})
            count = number(abs(more), f"before:{figure.name}", judged_all(basis.snapshot, both, basis.until))
            parts.append(fill(texts.MORE if more > 0 else texts.FEWER, label=figure.name, count=count))
    return fill(texts.BEFORE, day=day_words(day, "before"), changes=joined(texts.COMMA, parts or [texts.SAME]))


def _sections(basis: Basis) -> list[Words]:
    found = []
    for group in by_section(basis.snapshot, basis.statuses, basis.tasks):
        key, keys = group.total.key, list(group.total.tasks)
        labels = [_label(basis, f, texts.LABEL_COUNT, f"section:{key}") for f in group.labels if f.count]
        done, expected, judged = means(basis.statuses, keys)
        cells = judged_all(basis.snapshot, judged, basis.until)
        pace = fill(
            texts.SECTION_PACE,
            done=number(done, f"section:{key}:done", cells),
            expected=number(expected, f"section:{key}:expected", cells),
        )
        name = group.total.name if key is None else quoted(group.total.name, Cell("section", int(key), "title"))
        count = counted(keys, f"section:{key}")
        labelled = joined(texts.COMMA, labels)
        shown = {"name": name, "count": count, "labels": labelled, "pace": pace if judged else NOTHING}
        found.append(fill(texts.SECTION, **shown))
    return found


def _feedback(basis: Basis) -> dict[str, Field]:
    told = basis.feedback
    if told is None:
        return dict.fromkeys(("asked", "in_time", "late", "silent"), NOTHING)
    asked = _units(basis, told.asked, "asked")
    reported = _units(basis, (*told.in_time, *told.late), "reported")
    in_time = _units(basis, told.in_time, "in_time")
    cells = [mark.cells for mark in (*asked.marks, *in_time.marks)]
    rate = number(share(len(told.in_time), len(told.asked)) or 0.0, "in_time:rate", sum(cells, ()))
    return {
        "asked": fill(texts.ASKED, asked=asked, reported=reported),
        "in_time": fill(texts.IN_TIME, count=in_time, rate=rate, asked=asked) if told.asked else NOTHING,
        "late": _listed(basis, told.late, texts.LATE, "late"),
        "silent": _listed(basis, told.silent, texts.SILENT, "silent"),
    }


def _units(basis: Basis, units: tuple[int, ...], name: str) -> Words:
    """How many units; behind the number are the rows of the round that they were asked and what they said to them."""
    told = basis.feedback
    looked_at = units or (told.asked if told else ())  # none is seen in what all of them said
    cells = []
    for row in basis.snapshot.rows_of(told.round) if told else ():
        if basis.snapshot.unit(row.unit).key in looked_at and not row.withdrawn:
            said = basis.snapshot.report_of(row.key)
            cells.append(Cell("report", said.key, "percent") if said else Cell("round_row", row.key, "unit"))
    return number(len(units), f"units:{name}", cells)


def _listed(basis: Basis, units: tuple[int, ...], pattern: str, name: str) -> Words:
    if not units:
        return NOTHING
    names = [quoted(basis.snapshot.units[unit].name, Cell("unit", unit, "name")) for unit in units]
    return fill(pattern, count=_units(basis, units, name), units=added(joined(texts.COMMA, names)))

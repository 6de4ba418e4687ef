"""Charts for papers, as plain data: what each shows, in the order of the ledger. `charts_draw` draws them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.domain.headings import headed
from desktop_app.domain.measured import adds_up
from desktop_app.domain.progress import Status, statuses
from desktop_app.domain.reported import figure_reported
from desktop_app.reports.bulletin import Basis
from desktop_app.reports.figures import Group, by_light, by_section, by_unit, means
from desktop_app.texts import papers_charts as texts

LIGHTS = ("blue", "green", "amber", "red", "grey")
MOST, LONGEST = 16, 12  # lines of a chart; letters of a name


class Chart(NamedTuple):
    """A chart: how it is drawn (pace, stack, bars, lines, heat), its title, the names along its axis, its series by
    name (None: no figure there).
    """

    kind: str
    title: str
    names: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]


class Heat(NamedTuple):
    """A map of marks: a line a unit, a column a round."""

    title: str
    names: tuple[str, ...]
    columns: tuple[str, ...]
    marks: tuple[tuple[str, ...], ...]


def charts(basis: Basis, rounds: Sequence[tuple[str, date]], heat: Heat | None) -> list[Chart | Heat]:
    """The charts that the ledger has figures for; `rounds` are those to look back on, by name and day."""
    sections = by_section(basis.snapshot, basis.statuses, basis.tasks)
    units = by_unit(basis.snapshot, basis.statuses, basis.tasks)
    found = [
        _pace(texts.PACE_SECTIONS, sections, basis.statuses),
        _pace(texts.PACE_UNITS, units, basis.statuses),
        _stack(basis, units),
        _targets(basis),
        _trend(basis, rounds),
    ]
    drawn: list[Chart | Heat] = [chart for chart in found if chart.names]
    return [*drawn, heat] if heat and heat.names else drawn


def first_of(chart: Chart, most: int, longest: int) -> Chart:
    """The chart with so many of its names, the first ones, each of so many letters at most."""
    series = tuple((name, values[:most]) for name, values in chart.series)
    return chart._replace(names=tuple(short(name, longest) for name in chart.names[:most]), series=series)


def short(name: str, longest: int = LONGEST) -> str:
    """A name that fits beside a chart."""
    return name if len(name) <= longest else name[: longest - 1] + texts.MORE


def _pace(title: str, groups: Sequence[Group], known: Mapping[int, Status]) -> Chart:
    """Mean completion and mean expected progress of each group."""
    lines = []
    for group in groups:
        mean = _mean(known, group.total.tasks)
        if mean is not None:
            lines.append((short(group.total.name), *mean))
    lines = lines[:MOST]
    series = ((texts.DONE, tuple(line[1] for line in lines)), (texts.EXPECTED, tuple(line[2] for line in lines)))
    return Chart("pace", title, tuple(line[0] for line in lines), series)


def _stack(basis: Basis, groups: Sequence[Group]) -> Chart:
    """How many tasks of each light a unit has."""
    tasks = {task.key: task for task in basis.tasks}
    shown = groups[:MOST]
    counts = [
        {f.name: f.count for f in by_light(basis.statuses, [tasks[key] for key in group.total.tasks])}
        for group in shown
    ]
    series = tuple(
        (light, tuple(float(count[light]) for count in counts))
        for light in LIGHTS
        if any(count[light] for count in counts)
    )
    return Chart("stack", texts.STACK, tuple(short(group.total.name) for group in shown), series)


def _targets(basis: Basis) -> Chart:
    """How far the reported figures of targets that add up over the year are, the least far first."""
    lines = []
    for task in basis.tasks:
        for target in basis.snapshot.targets_of(task.key):
            reported = figure_reported(basis.snapshot, target.key, basis.until) if adds_up(target) else None
            if reported is not None:
                name = headed(task.no, target.item or task.title)
                lines.append((short(name), round(100 * reported / (target.value or 1), 1)))
    lines = sorted(lines, key=lambda line: line[1])[:MOST]
    return Chart(
        "bars", texts.TARGETS, tuple(line[0] for line in lines), ((texts.DONE, tuple(line[1] for line in lines)),)
    )


def _trend(basis: Basis, rounds: Sequence[tuple[str, date]]) -> Chart:
    """Mean completion and expected progress at the day of each round."""
    names, done, expected = [], [], []
    keys = [task.key for task in basis.tasks]
    for name, day in rounds:
        chart = _mean(statuses(basis.snapshot, day), keys)
        if chart is not None:
            names.append(name)
            done.append(chart[0])
            expected.append(chart[1])
    series = ((texts.DONE, tuple(done)), (texts.EXPECTED, tuple(expected)))
    return Chart("lines", texts.TREND, tuple(names) if len(names) > 1 else (), series)


def _mean(known: Mapping[int, Status], keys: Sequence[int]) -> tuple[float, float] | None:
    """The same means as the bulletin prints: of the tasks with both figures."""
    done, expected, judged = means(known, keys)
    return (done, expected) if judged else None

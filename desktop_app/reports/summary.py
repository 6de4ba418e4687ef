"""How the year stands, in words that can be read out or pasted: counts, sections, what is late, who is silent."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.figures import Figure, by_label, by_section
from desktop_app.reports.rates import rates
from desktop_app.reports.scores import score_rule, scores
from desktop_app.texts import lights
from desktop_app.texts import report_page as texts

LATE = ("overdue", "behind")
NOBODY_LATE: Mapping[int, int] = MappingProxyType({})


def summary(
    snapshot: Snapshot, statuses: Mapping[int, Status], as_of: date, late: Mapping[int, int] = NOBODY_LATE
) -> str:
    """The state of all tasks on a day; a sentence where the ledger has none. `late`: late rounds by unit (scores)."""
    tasks = snapshot.tasks_in_order()
    if not tasks:
        return texts.NO_TASKS
    labels = [figure for figure in by_label(statuses, tasks) if figure.count]
    said = texts.COMMA.join(texts.SHARE.format(**figure._asdict()) for figure in labels)
    parts = [
        texts.SUMMARY_TITLE.format(day=as_of),
        texts.SUMMARY_ALL.format(count=len(tasks), said=said),
        _rates(snapshot, statuses, tasks, as_of),
        _sections(snapshot, statuses, tasks),
        *(
            _listed(snapshot, statuses, figure)
            for figure in reversed(labels)
            if statuses[figure.tasks[0]].state in LATE
        ),
        *(_silent(snapshot, figure) for figure in labels if figure.name == lights.SILENT),
    ]
    ranked = _ranking(snapshot, statuses, late)
    return "\n\n".join([*parts, *ranked]) + "\n"


def _rates(snapshot: Snapshot, statuses: Mapping[int, Status], tasks: list[Task], as_of: date) -> str:
    lines = [texts.RATE_LINE.format(formula=rate.formula) for rate in rates(snapshot, statuses, tasks, as_of)]
    return "\n".join([texts.RATES, *lines])


def _ranking(snapshot: Snapshot, statuses: Mapping[int, Status], late: Mapping[int, int]) -> list[str]:
    """The units by score with what it is made of; nothing where scoring is off."""
    found = scores(snapshot, statuses, late, score_rule(snapshot))
    lines = [
        texts.RANKED.format(rank=one.rank, unit=snapshot.units[one.unit].name, score=one.score, formula=one.formula)
        for one in found
    ]
    return ["\n".join([texts.RANKING, *lines])] if lines else []


def _sections(snapshot: Snapshot, statuses: Mapping[int, Status], tasks: list[Task]) -> str:
    lines = [texts.BY_SECTION]
    for group in by_section(snapshot, statuses, tasks):
        said = texts.COMMA.join(texts.COUNT.format(**f._asdict()) for f in group.labels if f.count)
        lines.append(texts.SECTION.format(name=group.total.name, count=group.total.count, said=said))
    return "\n".join(lines)


def _listed(snapshot: Snapshot, statuses: Mapping[int, Status], figure: Figure) -> str:
    """The tasks of a label, each with its leads and the reason of its light."""
    lines = [texts.LISTED.format(**figure._asdict())]
    for key in figure.tasks:
        leads = texts.COMMA.join(unit.name for unit in snapshot.leads_of(key)) or texts.NO_LEAD
        title, reason = snapshot.tasks[key].title, statuses[key].reason
        lines.append(texts.LATE_TASK.format(number=len(lines), title=title, leads=leads, reason=reason))
    return "\n".join(lines)


def _silent(snapshot: Snapshot, figure: Figure) -> str:
    """How many tasks nobody has reported on, and whose they are."""
    units = dict.fromkeys(unit.name for key in figure.tasks for unit in snapshot.leads_of(key))
    named = texts.COMMA.join(units) or texts.NO_LEAD
    return texts.SILENT.format(**figure._asdict(), units=named)

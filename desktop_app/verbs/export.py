"""Write the ledger to a file, of the kind that its name says: a workbook to print, JSON lines, or CSV."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from desktop_app import clock
from desktop_app.domain.progress import statuses
from desktop_app.domain.reported import answered_until
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.ledger_marks import LedgerMark
from desktop_app.exchange.ledger_paper import Charted, Label, LedgerLine, LedgerPaper, Tally, ledger_lines
from desktop_app.exchange.timeliness import IN_TIME, LATE, OPEN, SILENT, Received
from desktop_app.files import write_whole
from desktop_app.paint.colours import LIGHTS
from desktop_app.reports.bulletin import Basis
from desktop_app.reports.charts import Chart, Heat
from desktop_app.reports.figures import Group, by_label, by_section, by_unit
from desktop_app.store.store import Store
from desktop_app.texts import ledger_charts as texts_of_charts
from desktop_app.texts import ledger_sheet as texts
from desktop_app.texts import papers_charts as chart_words
from desktop_app.verbs.report_basis import received
from desktop_app.verbs.report_charts import charts_of

_Marks = tuple[LedgerMark | None, Received]


def export(store: Store, path: Path) -> str:
    """Write the ledger as it stands today; returns the file's SHA-256. Refused for a name of another kind."""
    snapshot = store.snapshot()
    return export_snapshot(snapshot, clock.today(), path, origin_of(store), received(store, snapshot))


def origin_of(store: Store) -> LedgerMark:
    """The mark by which an exported workbook is known to be this ledger's when it comes back edited."""
    return LedgerMark(*store.identity())


def export_snapshot(
    snapshot: Snapshot, as_of: date, path: Path, origin: LedgerMark | None = None, came: Received | None = None
) -> str:
    """Write this ledger as of a day, with all that has come in. Refused for a name of another kind.

    With its `origin`, a workbook can be edited and imported again; `came`: when units reported (exchange.timeliness).
    """
    write = _KINDS.get(path.suffix.lower())
    if write is None:
        words = texts.UNKNOWN_KIND if path.suffix else texts.NO_KIND
        raise Refused(words.format(suffix=path.suffix, name=path.name, kinds=texts.EXPORTS))
    return write_whole(path, lambda fresh: write(snapshot, as_of, (origin, came or {}), fresh))


def ledger_paper(snapshot: Snapshot, as_of: date) -> LedgerPaper:
    """What the ledger's workbook says on a day."""
    until = answered_until(snapshot, as_of)
    found, tasks = statuses(snapshot, as_of, until), snapshot.tasks_in_order()
    labels = [(place, figure) for place, figure in enumerate(by_label(found, tasks)) if figure.count]
    places = [place for place, _ in labels]
    years = {plan.year for plan in snapshot.plans.values() if plan.year}
    return LedgerPaper(
        tuple(sorted(years)) or (as_of.year,),
        as_of,
        tuple(ledger_lines(snapshot, found, until)),
        tuple(Label(found[f.tasks[0]].light, f.name, f.count, f.share) for _, f in labels),
        _tallies(by_unit(snapshot, found, tasks), places),
        _tallies(by_section(snapshot, found, tasks), places),
    )


def _tallies(groups: Iterable[Group], places: list[int]) -> tuple[Tally, ...]:
    return tuple(Tally(g.total.name, tuple(g.labels[place].count for place in places)) for g in groups)


def lines_of(snapshot: Snapshot, as_of: date) -> Iterable[LedgerLine]:
    """The lines of the ledger on a day, with all that has come in."""
    until = answered_until(snapshot, as_of)
    return ledger_lines(snapshot, statuses(snapshot, as_of, until), until)


def charted(snapshot: Snapshot, as_of: date, came: Received) -> tuple[Charted, ...]:
    """The charts of the ledger on a day, with all that has come in."""
    until = answered_until(snapshot, as_of)
    basis = Basis(snapshot, statuses(snapshot, as_of, until), "", until)
    return tuple(_charted(chart) for chart in charts_of(basis, came))


def _charted(chart: Chart | Heat) -> Charted:
    if isinstance(chart, Chart):
        keys = {chart_words.DONE: "done", chart_words.EXPECTED: "expected"}
        series = ((keys.get(name, name), chart_words.LIGHTS.get(name, name), values) for name, values in chart.series)
        return Charted(chart.kind, chart.title, chart.names, tuple(series))
    marks = {IN_TIME: "green", LATE: "amber", SILENT: "red", OPEN: "grey"}
    columns = [[line[place] for line in chart.marks] for place in range(len(chart.columns))]
    counts = {mark: tuple(float(column.count(mark)) for column in columns) for mark in marks}
    series = ((marks[mark], chart_words.MARKS[mark], told) for mark, told in counts.items() if any(told))
    return Charted("columns", texts_of_charts.REPORTED, chart.columns, tuple(series))


def _workbook(snapshot: Snapshot, as_of: date, marks: _Marks, path: Path) -> None:
    from desktop_app.exchange.write_ledger import write_ledger

    paper = ledger_paper(snapshot, as_of)._replace(origin=marks[0], charts=charted(snapshot, as_of, marks[1]))
    write_ledger(paper, LIGHTS, path)


def _jsonl(snapshot: Snapshot, as_of: date, _: _Marks, path: Path) -> None:
    from desktop_app.exchange.write_lines import write_jsonl

    write_jsonl(lines_of(snapshot, as_of), path)


def _csv(snapshot: Snapshot, as_of: date, _: _Marks, path: Path) -> None:
    from desktop_app.exchange.write_lines import write_csv

    write_csv(lines_of(snapshot, as_of), LIGHTS, path)


_Write = Callable[[Snapshot, date, _Marks, Path], None]
_KINDS: dict[str, _Write] = {".xlsx": _workbook, ".jsonl": _jsonl, ".csv": _csv}

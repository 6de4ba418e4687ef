"""The charts of a paper, from its basis and from when units reported; drawn as pictures to be set or saved."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from desktop_app import clock
from desktop_app.domain.model import Round
from desktop_app.domain.periods import parse_period
from desktop_app.exchange.sheet_layout import period_words
from desktop_app.exchange.timeliness import records
from desktop_app.files import safe_name, write_bytes
from desktop_app.reports.bulletin import Basis
from desktop_app.reports.charts import Chart, Heat, charts, first_of, short
from desktop_app.reports.charts_draw import WIDE, height_of, png_of, side_by_side, svg_of
from desktop_app.reports.paper import Picture
from desktop_app.store.store import Store
from desktop_app.texts import papers_charts as texts
from desktop_app.verbs.report_basis import basis_of, known_at, now, period_of

LAST = 12  # rounds looked back on
MOST_UNITS = 24
PANEL, PANEL_NAMES, PANEL_LETTERS = (156.0, 55.0), 6, 8  # millimetres; names beside a chart


def charts_of(basis: Basis, received: Mapping[tuple[int, int], str]) -> list[Chart | Heat]:
    """The charts of a paper: progress by section and unit, lights, targets, the trend, who reported in time."""
    rounds = [made for made in basis.snapshot.rounds_in_order() if made.state == "open" and made.as_of <= basis.until][
        -LAST:
    ]
    days = [(round_name(made), date.fromisoformat(made.as_of)) for made in rounds]
    return charts(basis, days, _heat(basis, received, rounds))


def pictures(drawn: list[Chart | Heat]) -> tuple[Picture, ...]:
    """The charts as pictures of a paper."""
    return tuple(Picture(chart.title, png_of(chart), WIDE, height_of(chart)) for chart in drawn)


def panel(basis: Basis) -> Picture | None:
    """Progress by section and lights by unit beside each other; None where the ledger has no figures for them."""
    found = {chart.kind: chart for chart in reversed(charts(basis, (), None)) if isinstance(chart, Chart)}
    if "pace" not in found or "stack" not in found:
        return None
    left, right = (first_of(found[kind], PANEL_NAMES, PANEL_LETTERS) for kind in ("pace", "stack"))
    name = f"{left.title}、{right.title}"
    return Picture(name, side_by_side(left, right, *PANEL), *PANEL)


def write_charts(
    store: Store, period: str, folder: Path, as_of: date | None = None, moment: str | None = None
) -> list[Path]:
    """Each chart of a period as PNG and SVG in a folder; `moment`: by what the ledger knew then."""
    ledger = known_at(store, moment) if moment else now(store)
    written = []
    for number, chart in enumerate(charts_of(basis_of(ledger, period_of(period), as_of), ledger.received), 1):
        for suffix, data in ((".png", png_of(chart)), (".svg", svg_of(chart))):
            path = folder / safe_name(f"{number} {chart.title}{suffix}")
            write_bytes(path, data)
            written.append(path)
    return written


def _heat(basis: Basis, received: Mapping[tuple[int, int], str], rounds: list[Round]) -> Heat | None:
    keys = [made.key for made in rounds]
    lines = records(basis.snapshot, received, clock.today())[:MOST_UNITS]
    marks = [tuple(dict(line.marks).get(key, "") for key in keys) for line in lines]
    names = tuple(short(basis.snapshot.units[line.unit].name) for line in lines)
    return Heat(texts.HEAT, names, tuple(map(round_name, rounds)), tuple(marks)) if keys else None


def round_name(made: Round) -> str:
    """A round by its period, a month without its year."""
    period = parse_period(made.period)
    if period.start.month == period.end.month:
        return texts.PERIOD_MONTH.format(month=period.start.month)
    return period_words(period)

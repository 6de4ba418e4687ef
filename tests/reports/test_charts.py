"""Charts are plain data first, the same figures as the papers print; drawn, they are readable without colour."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.changes import Draft
from desktop_app.reports.charts import Chart, Heat
from desktop_app.reports.charts_draw import LOOKS, family, png_of, svg_of
from desktop_app.reports.paper import Picture
from desktop_app.store.store import Store
from desktop_app.verbs.report import make
from desktop_app.verbs.report_basis import basis_of, now, period_of
from desktop_app.verbs.report_charts import charts_of, write_charts
from tests.verbs.papers_case import DAY, UNITS, open_papers


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with open_papers(tmp_path / "ledger") as made:
        snapshot = made.snapshot()
        draft = Draft()
        for row in snapshot.rows_of(snapshot.rounds_in_order()[-1].key)[:3]:
            target = snapshot.targets_of(row.task)[0]
            figure = {"comparator": ">=", "value": target.value, "held": (target.value or 0) / 4}
            draft.create("row_target", {"row": row.key, "position": 1, "target": target.key, **figure})
        made.apply(draft.changes, "指标")
        yield made


def drawn(store: Store) -> dict[str, Chart | Heat]:
    ledger = now(store)
    found = charts_of(basis_of(ledger, period_of("2026-06"), None), ledger.received)
    return {chart.kind if isinstance(chart, Chart) else "heat": chart for chart in found}


def test_the_charts_show_what_the_ledger_holds(store: Store):
    found = drawn(store)
    assert set(found) == {"pace", "stack", "bars", "lines", "heat"}
    lines, heat, bars, stack = found["lines"], found["heat"], found["bars"], found["stack"]
    assert (
        isinstance(lines, Chart) and lines.names == ("5月", "6月") and lines.series[1][1] == (42.7, 51.4)
    )  # one is due in July
    assert (
        isinstance(heat, Heat)
        and heat.names == UNITS_SORTED
        and set(heat.marks[UNITS_SORTED.index("殡葬所")])
        <= {
            "silent",
            "late",
        }
    )
    assert isinstance(bars, Chart) and bars.series[0][1] == (25.0, 25.0, 25.0)
    assert isinstance(stack, Chart) and sum(sum(n or 0 for n in counts) for _, counts in stack.series) == 30


UNITS_SORTED = tuple(sorted(UNITS, key=lambda unit: (UNITS.index(unit) - 1) % 6))


def test_lights_differ_in_their_hatches():
    assert len({hatch for _, hatch in LOOKS.values()}) == len(LOOKS)


def test_each_chart_is_drawn_as_picture_and_as_outlines(store: Store, tmp_path: Path):
    written = write_charts(store, "2026-06", tmp_path)
    assert len(written) == 12 and len({path.suffix for path in written}) == 2
    chart = drawn(store)["pace"]
    assert png_of(chart).startswith(b"\x89PNG") and png_of(chart) == png_of(chart)
    assert b"<svg" in svg_of(chart) and family() != "DejaVu Sans"


def test_the_bulletin_has_six_charts_attached(store: Store):
    blocks = make(store, "bulletin", "2026-06").blocks
    assert sum(isinstance(block, Picture) for block in blocks) == 6

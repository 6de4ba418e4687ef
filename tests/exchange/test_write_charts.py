"""The native charts of the ledger's workbook: as recorded, over the figures that the papers print."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop_app.domain.progress import statuses
from desktop_app.exchange.write_charts import LOOKS
from desktop_app.reports.figures import by_section, means
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import ledger_charts as texts
from desktop_app.verbs.export import charted, export, export_snapshot
from desktop_app.verbs.report_basis import received
from tests.builders import plan_with
from tests.golden_files import parts_of, recorded
from tests.verbs.papers_case import DAY, open_papers

JUNE = date(2026, 6, 30)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with open_papers(tmp_path / "ledger") as made:
        yield made


def rows(path: Path) -> list[list[Any]]:
    book = load_workbook(path, data_only=True)
    return [list(row) for row in book[texts.DATA_SHEET].iter_rows(values_only=True)]


def test_the_charts_are_as_recorded(store: Store, tmp_path: Path) -> None:
    export_snapshot(store.snapshot(), JUNE, tmp_path / "台账.xlsx", None, received(store, store.snapshot()))
    wanted = r"xl/(charts/chart\d+|drawings/drawing\d+|worksheets/sheet[34])\.xml"
    assert parts_of((tmp_path / "台账.xlsx").read_bytes(), wanted) == recorded("ledger_charts.xlsx")


def test_the_figures_are_the_papers(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "台账.xlsx")
    told = {row[0]: row[1:3] for row in rows(tmp_path / "台账.xlsx")[2:5]}
    snapshot = store.snapshot()
    known = statuses(snapshot, date.fromisoformat(DAY))
    for group in by_section(snapshot, known, snapshot.tasks_in_order()):
        assert told[group.total.name] == list(means(known, group.total.tasks)[:2])


def test_there_is_a_chart_of_each_kind_the_ledger_has_figures_for(store: Store) -> None:
    found = charted(store.snapshot(), JUNE, received(store, store.snapshot()))
    assert [chart.kind for chart in found] == ["pace", "pace", "stack", "lines", "columns"]
    assert all(key in LOOKS for chart in found for key, _, _ in chart.series)
    assert all(len(values) == len(chart.names) for chart in found for _, _, values in chart.series)


def test_each_series_is_told_apart_in_black_and_white() -> None:
    patterns = {key: pattern for key, (_, pattern) in LOOKS.items()}
    assert len({patterns[light] for light in ("blue", "green", "amber", "red", "grey")}) == 5
    assert patterns["done"] != patterns["expected"]


def test_a_ledger_without_rounds_has_no_empty_charts(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(store, {"lead": "养老科"})
        export(store, tmp_path / "台账.xlsx")
    book = load_workbook(tmp_path / "台账.xlsx")
    assert len(book[texts.SHEET]._charts) == 1  # type: ignore[attr-defined]  # the lights, all grey

"""Columns of numbers typed the wrong way round are asked about; numbers that go together as they stand are taken."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import propose
from desktop_app.verbs.dispatch import Choices, dispatch
from tests.builders import plan_with
from tests.exchange.answered import returned_rows


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        targets = [{"item": "点位", "value": 12.0, "unit": "个"}]
        plan_with(store, *({"title": f"设置点位（{n}片）", "lead": "养老科", "targets": targets} for n in "东西南"))
        dispatch(store, "2026-06", date(2026, 6, 26), tmp_path / "out", None, Choices(asked="text,percent,figures"))
        draft = Draft()
        for row in store.snapshot().tables["round_row"].values():
            draft.set("round_row", row, {"last_percent": 30.0})
        store.apply(draft.changes, "上期")
        yield store


def asked(store: Store, *numbers: tuple[float, float]) -> list[str]:
    """The fields asked about, row by row, of these rates and figures."""
    rows = [
        (row, {"status": texts.PROGRESS, "text": f"已开工第{n}处", "percent": rate, "figure_1": figure})
        for n, (row, (rate, figure)) in enumerate(zip(store.snapshot().tables["round_row"], numbers, strict=False))
    ]
    return [question.field for question in propose(store, [returned_rows(store, rows)]).questions]


def test_columns_that_fit_only_exchanged_are_asked(store: Store) -> None:
    assert asked(store, (4.0, 41.0), (5.0, 45.0), (3.0, 38.0)) == ["percent", "figure_1"] * 3


def test_columns_that_fit_as_they_stand_are_taken(store: Store) -> None:
    assert asked(store, (41.0, 4.0), (45.0, 5.0), (38.0, 3.0)) == []


def test_one_row_that_does_not_fit_exchanged_tells_that_they_are_not(store: Store) -> None:
    assert asked(store, (4.0, 41.0), (5.0, 45.0), (38.0, 3.0)) == ["percent", "percent"]

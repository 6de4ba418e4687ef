"""The table of docs/merge.md from its 58th line on: what stands around the answers, or speaks of other tasks."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.exchange.read_forms import read_form
from desktop_app.store.store import open_ledger
from desktop_app.texts import astray
from tests.exchange.answered import returned_rows, row_read
from tests.verbs.merge_world import BEDS, CHECKS, World, told


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        yield World(store)


def test_rule_58_words_outside_the_table_are_told(world: World) -> None:
    lines = ["重点任务,完成率(%),存在问题", f"{BEDS},40,人手不足", f"{CHECKS},60,无", "第一项的数待财政核定后另报"]
    read = read_form("\n".join(lines).encode(), "a.csv")
    rows = tuple(
        row._replace(mark=row_read(world.store, key, {}).mark)
        for row, key in zip(read.rows, (world.beds, world.checks), strict=False)
    )
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows, notes=read.notes))
    assert told(collected, astray.WORDS_OUTSIDE)
    assert (world.held()["percent"], collected.files[0].state) == (40.0, "needs decision")

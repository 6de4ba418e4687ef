"""The demo year's bulletins, month by month, are what they were when they could be issued, whatever came later."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.domain.changes import Draft, edits
from desktop_app.domain.rules import LightRules, light_changes
from desktop_app.reports.paper import paragraphs
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.demo import demo
from desktop_app.verbs.report import Choices, make

HASHES: dict[str, str] = json.loads(Path(__file__).with_name("month_end_papers.json").read_text("utf-8"))
PERIODS = [f"2026-{month:02d}" for month in range(1, 13)]
AFTER_JUNE, LATER = "2026-07-02", date(2027, 1, 5)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("demo")
    demo(folder)
    with open_ledger(folder) as opened, clock.on_day(LATER):
        yield opened


def digest(store: Store, kind: str, period: str, known_at: str | None = None) -> str:
    """The hash of all that a paper says."""
    with clock.on_day(LATER):
        made = make(store, kind, period, Choices(known_at=known_at, pictures=False))
    return hashlib.sha256("\n".join(words.text for words in paragraphs(made.blocks)).encode()).hexdigest()


def test_twelve_months_are_what_they_were(store: Store) -> None:
    assert {period: digest(store, "bulletin", period) for period in PERIODS} == HASHES
    assert len(set(HASHES.values())) == 12


@pytest.mark.parametrize("kind", ["bulletin", "brief", "figures", "summary", "chase", "order"])
def test_a_paper_known_then_is_the_paper_of_then(store: Store, kind: str) -> None:
    before = digest(store, kind, "2026-06", AFTER_JUNE)
    snapshot = store.snapshot()
    report = next(said for said in snapshot.tables["report"].values() if said.percent and said.percent < 90)
    task = snapshot.tasks_in_order()[0]
    draft = Draft([*light_changes(snapshot, LightRules(3.0, 9.0)), *edits("task", task, {"title": "改了名的事项"})])
    draft.set("report", report, {"percent": report.percent + 7})
    store.apply(draft.changes, "后来的改动")
    assert digest(store, kind, "2026-06", AFTER_JUNE) == before
    assert digest(store, kind, "2026-06") != before

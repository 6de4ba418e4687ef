"""Reading a ledger keeps a text that several records have once in memory, and reads nothing else than before."""

from pathlib import Path

import pytest

from desktop_app.domain.changes import Draft
from desktop_app.store import shared_texts
from desktop_app.store.store import Store, open_ledger

LONG = "围绕辖区老人需求，" * 20  # longer than what is shared


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shared_texts, "_SMALL", 0)
    with open_ledger(tmp_path / "台账") as opened:
        draft = Draft()
        for number in (1, 2):
            said = {"title": f"新建食堂{number}处", "text": LONG, "deadline": "2026-06-30", "state": "open"}
            draft.create("task", {**said, "deadline_raw": "2026-06-30", "position": number})
        opened.apply(draft.changes, "新增")
        yield opened


def test_short_texts_alike_are_one_object(store: Store):
    one, two = store.snapshot().tasks.values()
    assert one.deadline is one.deadline_raw is two.deadline is two.deadline_raw
    assert one.state is two.state
    assert (one.title, two.title) == ("新建食堂1处", "新建食堂2处")
    assert one.text == two.text == LONG


def test_a_large_ledger_is_read_to_the_same_records(store: Store, monkeypatch: pytest.MonkeyPatch):
    shared = store.snapshot()
    monkeypatch.setattr(shared_texts, "_LARGE", 0)
    apart = store.snapshot()
    assert apart.tables == shared.tables
    one = next(iter(apart.tasks.values()))
    assert one.deadline == one.deadline_raw and one.deadline is not one.deadline_raw


def test_of_a_large_ledger_what_units_say_is_shared(store: Store, monkeypatch: pytest.MonkeyPatch):
    task = next(iter(store.snapshot().tasks))
    draft = Draft()
    unit = draft.create("unit", {"name": "老龄科", "kind": "section", "position": 1})
    round_ = draft.create(
        "round", {"token": "r1", "period": "2026-05", "as_of": "2026-05-31", "due": "2026-06-05", "state": "open"}
    )
    asked = {"round": round_, "task": task, "unit": unit, "position": 1, "title": "新建食堂"}
    row = draft.create("round_row", {**asked, "last_text": "选址"})
    draft.create("answer", {"row": row, "text": "选址"})
    draft.create("report", {"row": row, "text": "选址"})
    store.apply(draft.changes, "新增")
    monkeypatch.setattr(shared_texts, "_LARGE", 0)
    snapshot = store.snapshot()
    [row] = snapshot.rows.values()
    answer, report = snapshot.answer_of(row.key), snapshot.report_of(row.key)
    assert answer and report and answer.text is report.text is row.last_text
    assert row.title == "新建食堂"


def test_a_small_ledger_is_read_to_the_same_records(store: Store, monkeypatch: pytest.MonkeyPatch):
    shared = store.snapshot()
    monkeypatch.undo()
    assert store.snapshot().tables == shared.tables


def test_what_is_read_afterwards_is_read_as_ever(store: Store):
    store.snapshot()
    assert store.connection.text_factory is str
    [[title], *_] = store.connection.execute("SELECT title FROM task ORDER BY position").fetchall()
    assert title == "新建食堂1处"

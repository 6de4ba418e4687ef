"""After an edit only what it concerns is written again, and the table is as one made anew would be."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.ledger import model as model_module
from desktop_app.ui.ledger.columns import DEADLINE, DONE, LEADS, TITLE
from desktop_app.ui.ledger.lines import Line, line_of
from desktop_app.ui.ledger.state import TableState
from desktop_app.ui.session import Session
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import DAY, Case

TODAY = date.fromisoformat(DAY)
Make = Callable[[Snapshot, Case], list[Change]]


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    return Desk(qtbot, case)


def task_edit(task: int, **values: object) -> Make:
    def make(snapshot: Snapshot, case: Case) -> list[Change]:
        draft = Draft()
        draft.set("task", snapshot.tasks[case.built.tasks[task]], values)
        return draft.changes

    return make


def report_edit(snapshot: Snapshot, case: Case) -> list[Change]:
    draft = Draft()
    draft.set("report", next(iter(snapshot.tables["report"].values())), {"percent": 95.0})
    return draft.changes


def other_lead(snapshot: Snapshot, case: Case) -> list[Change]:
    draft = Draft()
    draft.set(
        "assignment", snapshot.assignments_of(case.built.tasks[1], "lead")[0], {"unit": case.built.units["救助科"]}
    )
    return draft.changes


def new_task(snapshot: Snapshot, case: Case) -> list[Change]:
    draft = Draft()
    draft.create("task", {"title": "新增的", "state": "open", "position": 9})
    return draft.changes


def renamed_unit(snapshot: Snapshot, case: Case) -> list[Change]:
    draft = Draft()
    draft.set("unit", snapshot.units[case.built.units["养老科"]], {"name": "养老服务科"})
    return draft.changes


EDITS: list[Make] = [
    task_edit(0, title="另名"),
    task_edit(1, deadline="2026-06-01"),
    task_edit(2, state="finished"),
    task_edit(3, position=99),
    task_edit(4, withdrawn=1),
    report_edit,
    other_lead,
    new_task,
    renamed_unit,
]
SIGHTS: list[Callable[[Desk], object]] = [
    lambda desk: None,
    lambda desk: desk.page.filters.grouping.setCurrentIndex(desk.page.filters.grouping.findData("unit")),
    lambda desk: desk.page.filters.grouping.setCurrentIndex(desk.page.filters.grouping.findData("light")),
    lambda desk: desk.page.sort_by(DEADLINE),
    lambda desk: desk.page.sort_by(TITLE),
    lambda desk: desk.page.sort_by(DONE),
    lambda desk: desk.page.search("助"),
    lambda desk: desk.page.filters._views["overdue"].click(),
    lambda desk: desk.page.filters._views["silent"].click(),
]


@pytest.mark.parametrize("sight", range(len(SIGHTS)))
@pytest.mark.parametrize("edit", range(len(EDITS)))
def test_an_edit_leaves_the_table_as_a_new_one_would_be(desk: Desk, edit: int, sight: int) -> None:
    SIGHTS[sight](desk)
    follow(desk, EDITS[edit])


@pytest.mark.parametrize("sight", range(len(SIGHTS)))
def test_a_task_without_a_line_is_edited_and_undone_all_the_same(desk: Desk, sight: int) -> None:
    SIGHTS[sight](desk)
    desk.session.apply(task_edit(4, withdrawn=1)(desk.session.snapshot, desk.case), "撤下")
    follow(desk, task_edit(4, title="另名"))


def follow(desk: Desk, edit: Make) -> None:
    """Make an edit and undo it; after each the table is as a new one."""
    made = edit(desk.session.snapshot, desk.case)
    for changes in (made, None):
        if changes is not None:
            desk.session.apply(changes, "改")
        else:
            desk.session.undo(desk.entry().id)
        fresh = Session(desk.case.store)
        anew = TableState(fresh, TODAY)
        assert desk.session.statuses == fresh.statuses
        assert desk.model.rows == anew.rows(desk.page._asked)
        assert desk.page._state.views() == anew.views()
        for row, key in enumerate(desk.model.rows.keys):
            line = desk.model.line(row)
            if isinstance(line, Line):
                assert line == line_of(anew.facts, key, desk.table.columns)


def test_only_the_line_that_was_edited_is_written_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for row in range(desk.model.rowCount()):
        desk.model.line(row)
    written: list[int] = []
    resets: list[object] = []

    def counted(facts: object, key: int, columns: object) -> Line:
        written.append(key)
        return line_of(facts, key, columns)  # type: ignore[arg-type]

    monkeypatch.setattr(model_module, "line_of", counted)
    desk.model.modelReset.connect(lambda: resets.append(1))
    task = desk.case.built.tasks[1]
    desk.session.apply(task_edit(1, note="急")(desk.session.snapshot, desk.case), "改")
    for row in range(desk.model.rowCount()):
        desk.model.line(row)
    assert written == [task] and resets == []


def test_a_choice_of_cells_stays_where_lines_stay(desk: Desk) -> None:
    desk.over(0, 2, LEADS, DEADLINE)
    before = desk.table.block()
    desk.session.apply(report_edit(desk.session.snapshot, desk.case), "改")
    assert desk.table.block() == before


def test_a_large_ledger_is_judged_as_far_as_it_is_looked_at(
    qtbot: QtBot, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("_LARGE", "_READY_FROM"):
        monkeypatch.setattr(f"desktop_app.ui.ledger.state.{limit}", 3)
    whole = Session(case.store)
    session = Session(case.store)
    state = TableState(session, TODAY)
    assert not session.judged and not state.counted
    assert state.facts.status(case.built.tasks[2]) == whole.statuses[case.built.tasks[2]]
    while state.prepare(range(4), "section"):
        pass
    assert session.judged and session.statuses == whole.statuses
    assert state.views() == TableState(whole, TODAY).views()

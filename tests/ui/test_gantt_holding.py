"""Taking hold of bars, ends and nodes, and drawing nodes, by mouse and by keys: live, one entry, Esc leaves all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.due import due_changes
from desktop_app.ui.gantt.page import GanttPage
from tests.ui.gantt_case import DAY, bar_of, ledger, point_at, press_keys, settle, shown_page

TASK = "新建助餐点"
Key = Qt.Key


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[GanttPage]:
    """The page with the first task chosen."""
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with ledger(tmp_path / "ledger") as store:
        page = shown_page(store, qtbot)
        page.chart.choose_task(store.snapshot().tasks_in_order()[0].key)
        yield page


def task(page: GanttPage) -> tuple[str | None, str | None, str | None, list[str]]:
    """Start, soft and hard end and nodes of the first task as the ledger has them."""
    snapshot = page._session.snapshot
    found = snapshot.tasks_in_order()[0]
    return found.start, found.soft_deadline, found.deadline, [node.due for node in snapshot.nodes_of(found.key)]


def ordinal(month: int, day: int) -> int:
    return date(2026, month, day).toordinal()


BEFORE = ("2026-03-01", "2026-08-31", "2026-09-30", ["2026-05-31", "2026-07-31"])


@pytest.mark.parametrize(
    ("tabs", "keys", "after"),
    [
        (0, [Key.Key_Right], ("2026-03-01", "2026-08-31", "2026-10-31", BEFORE[3])),
        (1, [Key.Key_Left, Key.Key_Left], ("2026-03-01", "2026-06-30", "2026-09-30", BEFORE[3])),
        (2, [Key.Key_Right], ("2026-04-01", "2026-08-31", "2026-09-30", BEFORE[3])),
        (3, [Key.Key_Right], ("2026-04-01", "2026-10-01", "2026-10-31", ["2026-07-01", "2026-08-31"])),
        (4, [Key.Key_Right], ("2026-03-01", "2026-08-31", "2026-09-30", ["2026-06-30", "2026-07-31"])),
        (5, [Key.Key_Left, Key.Key_Right, Key.Key_Right], (*BEFORE[:3], ["2026-05-31", "2026-08-31"])),
    ],
)
def test_keys_take_hold_of_every_part_move_it_and_let_go(page: GanttPage, tabs: int, keys: list, after: tuple) -> None:
    dump, entries = page._session.store.logical_dump(), len(page._session.entries())
    press_keys(page, Key.Key_F2, *[Key.Key_Tab] * tabs, *keys)
    assert task(page) == BEFORE and page.tools.told.text()  # live on the chart, not yet in the ledger
    press_keys(page, Key.Key_Return)
    assert task(page) == after and page.tools.told.text() == ""
    assert len(page._session.entries()) == entries + 1
    page._session.undo(page._session.entries()[0].id)
    assert page._session.store.logical_dump() == dump and task(page) == BEFORE


def test_escape_lets_go_without_a_trace(page: GanttPage) -> None:
    before = bar_of(page, TASK)
    press_keys(page, Key.Key_F2, Key.Key_Right, Key.Key_Right)
    assert bar_of(page, TASK).end == ordinal(11, 30)
    press_keys(page, Key.Key_Escape)
    assert bar_of(page, TASK) == before and task(page) == BEFORE


def test_tab_leaves_the_chart_where_nothing_is_held(page: GanttPage) -> None:
    page.activateWindow()
    page.chart.setFocus()
    press_keys(page, Key.Key_Tab)
    assert not page.chart.hasFocus() or page.focusWidget() is not page.chart


def test_a_node_is_drawn_by_the_mouse_and_named_in_place(page: GanttPage) -> None:
    view, control = page.chart.viewport(), Qt.KeyboardModifier.ControlModifier
    start, to = point_at(page, TASK, ordinal(4, 8)), point_at(page, TASK, ordinal(5, 2))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, control, start)
    QTest.mouseMove(view, QPoint((start.x() + to.x()) // 2, to.y()))
    QTest.mouseMove(view, to)
    assert len(bar_of(page, TASK).nodes) == 3
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, control, to)
    naming = page.chart._naming
    assert naming.isVisible() and task(page) == BEFORE
    naming.setText("选址完成")
    QTest.keyClick(naming, Key.Key_Return)
    settle()
    assert task(page)[3] == [*BEFORE[3], "2026-04-30"]
    assert page._session.entries()[0].label == "为“新建助餐点”加时间节点“选址完成”"
    page._session.undo(page._session.entries()[0].id)
    assert task(page) == BEFORE


def test_a_double_click_draws_a_node_too(page: GanttPage) -> None:
    point = point_at(page, TASK, ordinal(6, 18))
    QTest.mouseDClick(page.chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    QTest.mouseRelease(page.chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert page.chart._naming.isVisible()
    QTest.keyClick(page.chart._naming, Key.Key_Return)
    settle()
    snapshot = page._session.snapshot
    added = snapshot.nodes_of(snapshot.tasks_in_order()[0].key)[-1]
    assert (added.due, added.title) == ("2026-06-30", "新节点")


def test_a_node_is_drawn_by_the_keys(page: GanttPage) -> None:
    press_keys(page, Key.Key_Insert, Key.Key_Right, Key.Key_Right, Key.Key_Return)
    naming = page.chart._naming
    assert naming.isVisible() and naming.hasFocus() == page.isActiveWindow()
    naming.setText("验收")
    QTest.keyClick(naming, Key.Key_Return)
    settle()
    assert task(page)[3][-1] == "2026-08-31"
    assert page._session.entries()[0].label.endswith("“验收”")


@pytest.mark.parametrize("in_name", [False, True])
def test_escape_draws_no_node(page: GanttPage, in_name: bool) -> None:
    press_keys(page, Key.Key_Insert, *([Key.Key_Return] if in_name else []))
    QTest.keyClick(page.chart._naming if in_name else page.chart, Key.Key_Escape)
    settle()
    assert task(page) == BEFORE and len(bar_of(page, TASK).nodes) == 2
    assert not page.chart._naming.isVisible() and page.tools.told.text() == ""


def test_a_click_elsewhere_leaves_what_the_keys_held(page: GanttPage) -> None:
    press_keys(page, Key.Key_F2, Key.Key_Right)
    point = point_at(page, "第3项", ordinal(6, 1))
    QTest.mouseClick(page.chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    settle()
    assert task(page) == BEFORE


def test_the_soft_end_is_dragged_like_the_hard_one(page: GanttPage) -> None:
    start, to = point_at(page, TASK, ordinal(9, 1)), point_at(page, TASK, ordinal(7, 30))
    view, none = page.chart.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, Qt.MouseButton.LeftButton, none, start)
    QTest.mouseMove(view, to)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, none, to)
    settle()
    assert task(page)[1:3] == ("2026-07-31", "2026-09-30")


@pytest.mark.parametrize(
    ("shift", "lands"), [("earlier", "2026-09-30"), ("later", "2026-10-08"), ("as set", "2026-10-01")]
)
def test_ends_on_days_of_rest_go_by_the_ledgers_rule(page: GanttPage, shift: str, lands: str) -> None:
    page._session.apply(due_changes(page._session.snapshot, shift), "改规则")
    page.set_snap("workday")
    settle()
    press_keys(page, Key.Key_F2)
    pulling = page.chart.pulling
    held = pulling.held()
    assert held is not None
    snap = pulling._snap()
    assert date.fromordinal(snap.finish(ordinal(10, 1))).isoformat() == lands


def test_the_clerk_may_snap_to_month_ends_at_every_scale(page: GanttPage) -> None:
    page.set_scale("week")
    page.set_snap("month")
    press_keys(page, Key.Key_F2, Key.Key_Right, Key.Key_Return)
    assert task(page)[2] == "2026-10-31"
    page.set_snap("scale")
    press_keys(page, Key.Key_F2, Key.Key_Right, Key.Key_Return)
    assert task(page)[2] == "2026-11-02"


def test_what_was_moved_shows_where_it_lay_and_the_clerk_may_count_from_now(page: GanttPage) -> None:
    press_keys(page, Key.Key_F2, Key.Key_Right, Key.Key_Return)
    assert bar_of(page, TASK).slip == 31
    page.tools.issue.trigger()
    assert bar_of(page, TASK).was is None and page.tools.issue_first.isEnabled()
    page.tools.issue_first.trigger()
    assert bar_of(page, TASK).slip == 31
    QApplication.processEvents()

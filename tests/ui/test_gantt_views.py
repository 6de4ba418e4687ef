"""Beside the bars of the Gantt page: filter and grouping of the ledger page, year calendar, the next 30 days."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.filters import Filter
from desktop_app.reports.gantt_scene import Bar, Group
from desktop_app.ui.gantt.page import GanttPage
from desktop_app.ui.ledger.page import LedgerPage
from tests.ui.gantt_case import DAY, ledger, place_of, press_keys, settle, shown_page


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[GanttPage]:
    """The page."""
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with ledger(tmp_path / "ledger") as store:
        yield shown_page(store, qtbot)


def bars(page: GanttPage) -> list[str]:
    return [row.label for row in page.chart.scene.rows if isinstance(row, Bar)]


def groups(page: GanttPage) -> list[str]:
    return [row.label for row in page.chart.scene.rows if isinstance(row, Group)]


def test_days_of_rest_come_after_the_first_paint(page: GanttPage) -> None:
    kinds = {day: rest.kind for rest in page.chart.scene.rest for day in range(rest.first, rest.last + 1)}
    assert kinds[date(2026, 10, 1).toordinal()] == "holiday"


def test_both_pages_look_for_the_same_rows(page: GanttPage, qtbot: QtBot) -> None:
    session = page._session
    table = LedgerPage(session)
    qtbot.addWidget(table)
    table.show()
    unit = next(unit.key for unit in session.snapshot.units_in_order() if unit.name == "办公室")
    table.show_filter(Filter(units=frozenset({unit})))
    assert bars(page) == ["第3项", "第4项", "第5项", "第6项"]
    assert page.tools.filter.text() == "筛选：4项" and page.chart.scene.note == "筛选出4项，共6项"
    page.tools.filter.click()
    assert page._filters is not None and page._filters.isVisible()
    page._filters.clear()  # type: ignore[attr-defined]
    assert len(bars(page)) == 6 and table.filters.wanted() == Filter()
    table.search("走访")
    assert bars(page) == ["走访困难家庭"]
    page.set_group("unit")
    assert table.filters.grouping.currentData() == "unit" and groups(page) == ["救助科"]


def test_a_filter_that_nothing_matches_says_so(page: GanttPage) -> None:
    page._session.seek(page._session.sought._replace(wanted=Filter(lights=frozenset({"blue"}))))
    assert page._empty.isVisible() and "没有符合条件的任务" in page._empty.text()


@pytest.mark.parametrize(
    ("group", "labels"),
    [
        ("section", ["一、为民服务", "二、综合保障"]),
        ("unit", ["养老科", "救助科", "办公室"]),
        ("leader", ["局长", "未明确分管领导"]),
        ("", []),
    ],
)
def test_the_grouping_is_chosen(page: GanttPage, group: str, labels: list[str]) -> None:
    page.tools.grouping.setCurrentIndex(page.tools.grouping.findData(group))
    page.tools.grouping.activated.emit(0)
    assert groups(page) == labels and len(bars(page)) == 6


def test_hover_tells_of_days_and_of_the_load_of_months(page: GanttPage) -> None:
    page.set_group("unit")
    chart = page.chart
    x = round(chart.spread().x(date(2026, 10, 1).toordinal() + 0.5))
    assert chart._tip(QPoint(x, 5)) == "2026年10月1日　星期四\n节假日"
    due = round(chart.spread().x(date(2026, 6, 30).toordinal() + 0.5))
    assert chart._tip(QPoint(due, 5)).splitlines()[-1] == "2026年6月填报截止"
    placed = next(row for row in chart.placed_rows() if row.row.label == "救助科")
    july = QPoint(round(chart.spread().x(date(2026, 7, 5).toordinal())), round(placed.top + 5))
    assert chart._tip(july) == "救助科\n未报、暂缓等1项\n2026年7月：在办1项，其中当月到期1项"


def test_fit_shows_the_whole_time_of_the_bars(page: GanttPage) -> None:
    page._session.seek(page._session.sought._replace(words=("走访",)))
    press_keys(page, Qt.Key.Key_F)
    first, last = page.chart.extent()
    spread, table = page.chart.spread(), page.chart._columns.width
    assert (date.fromordinal(first), date.fromordinal(last)) == (date(2026, 1, 1), date(2026, 7, 10))
    assert table <= spread.x(first) and spread.x(last + 1) <= page.chart.viewport().width()
    assert spread.x(last + 1) - spread.x(first) > 0.9 * (page.chart.viewport().width() - table)
    page.set_scale("month")
    assert page.chart._fitted is None


def test_a_page_opens_on_the_period_and_keeps_the_middle_when_it_grows(page: GanttPage) -> None:
    page.set_scale("month")
    page.chart.go_to_today()
    before = page.chart._middle_day()
    page.resize(1200, 520)
    settle()
    assert page.chart._middle_day() == pytest.approx(before, abs=1)


def test_the_calendar_counts_what_falls_due_and_lists_a_day(page: GanttPage) -> None:
    page.tools.views["year"].click()
    panel = page._panels["year"]
    grid, table = panel.grid, panel.table  # type: ignore[attr-defined]
    assert grid.chosen == date(2026, 6, 27).toordinal() and table.rowCount() == 0
    assert len(grid.due_on(date(2026, 12, 31).toordinal())) == 4
    box = grid.box(date(2026, 7, 31).toordinal())
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert [table.item(0, column).text() for column in range(4)] == ["7月31日 周五", "第2步", "新建助餐点", "养老科"]
    for key, day in (
        (Qt.Key.Key_Right, date(2026, 8, 1)),
        (Qt.Key.Key_Up, date(2026, 7, 25)),
        (Qt.Key.Key_PageUp, date(2026, 6, 25)),
        (Qt.Key.Key_Home, date(2026, 6, 27)),
    ):
        QTest.keyClick(grid, key)
        assert date.fromordinal(grid.chosen) == day
    assert grid.accessibleDescription() == "2026年6月27日：0项到期"
    assert "第1步" not in grid._tip(date(2026, 5, 31).toordinal()) and "新建助餐点" in grid._tip(
        date(2026, 5, 31).toordinal()
    )


def test_every_day_of_the_year_has_a_place_of_its_own(page: GanttPage) -> None:
    page.set_view("year")
    settle()
    grid = page._panels["year"].grid  # type: ignore[attr-defined]
    from desktop_app.paint.year import day_at

    view = grid._view()
    for day in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal()):
        assert day_at(view, QPointF(grid.box(day).center())) == day


def test_the_next_days_list_what_is_still_to_be_done_and_choose_its_task(page: GanttPage, qtbot: QtBot) -> None:
    page.tools.views["coming"].click()
    panel = page._panels["coming"]
    table = panel.table  # type: ignore[attr-defined]
    told = [[table.item(row, column).text() for column in (0, 1, 2)] for row in range(table.rowCount())]
    assert told == [
        ["6月30日 周二", "填报截止", "2026年6月填报"],
        ["7月10日 周五", "完成时限", "走访困难家庭"],
    ]
    table.setCurrentCell(1, 0)
    chosen = page._session.chosen_task
    assert chosen is not None and page._session.snapshot.tasks[chosen].title == "走访困难家庭"
    assert page.chart.chosen == place_of(page, "走访困难家庭")
    assert panel._count.text() == "2026年6月27日至2026年7月26日：2项待办"  # type: ignore[attr-defined]


def test_a_change_reaches_the_view_that_is_looked_at(page: GanttPage) -> None:
    from desktop_app.domain.changes import Draft

    page.set_view("coming")
    draft = Draft()
    draft.set("task", page._session.snapshot.tasks_in_order()[2], {"deadline": "2026-07-01"})
    page._session.apply(draft.changes, "改时限")
    assert page._panels["coming"].table.rowCount() == 3  # type: ignore[attr-defined]

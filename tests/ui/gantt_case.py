"""A Gantt page on a real ledger for tests: six tasks of two sections, one of them with nodes and a soft end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft
from desktop_app.reports.gantt_scene import Bar
from desktop_app.store.store import Store, open_ledger
from desktop_app.ui.gantt.page import GanttPage
from desktop_app.ui.session import Session
from tests.builders import plan_with, round_of

DAY = "2026-06-27"


@contextmanager
def ledger(folder: Path) -> Iterator[Store]:
    """The ledger; its first task runs from March to September, in principle till the end of August."""
    with open_ledger(folder) as store:
        first = {"start": "2026-03-01", "deadline": "2026-09-30", "soft_deadline": "2026-08-31", "leader": "局长"}
        built = plan_with(
            store,
            {"title": "新建助餐点", "lead": "养老科", "section": "一、为民服务", **first},
            {"title": "走访困难家庭", "lead": "救助科", "section": "一、为民服务", "deadline": "2026-07-10"},
            *({"title": f"第{n}项", "lead": "办公室", "section": "二、综合保障"} for n in range(3, 7)),
        )
        draft = Draft()
        for place, due in enumerate(("2026-05-31", "2026-07-31"), 1):
            draft.create("node", {"task": built.tasks[0], "position": place, "title": f"第{place}步", "due": due})
        store.apply(draft.changes, "节点")
        round_of(store, "2026-06", [(built.tasks[0], built.units["养老科"])])
        yield store


def shown_page(store: Store, qtbot: QtBot) -> GanttPage:
    """The page, shown as small as the smallest window leaves it, its days of rest shaded."""
    page = GanttPage(Session(store))
    qtbot.addWidget(page)
    page.resize(900, 520)
    page.show()
    qtbot.waitExposed(page)
    page.chart.viewport().repaint()
    settle()
    return page


def settle() -> None:
    """Let what was queued happen."""
    for _ in range(3):
        QApplication.processEvents()


def place_of(page: GanttPage, title: str) -> int:
    """Where a task stands in the scene."""
    return next(place for place, row in enumerate(page.chart.scene.rows) if row.label == title)


def bar_of(page: GanttPage, title: str) -> Bar:
    """A task's bar as it is painted now."""
    row = next(placed.row for placed in page.chart.placed_rows() if placed.row.label == title)
    assert isinstance(row, Bar)
    return row


def point_at(page: GanttPage, title: str, day: float) -> QPoint:
    """Where a day of a task's row lies on the screen."""
    placed = next(row for row in page.chart.placed_rows() if row.row.label == title)
    return QPoint(round(page.chart.spread().x(day)), round(placed.top + placed.height / 2))


def press_keys(page: GanttPage, *keys: Qt.Key) -> None:
    """Press keys on the chart, one after the other."""
    for key in keys:
        QTest.keyClick(page.chart, key)
    settle()

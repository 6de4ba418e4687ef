"""A search through many lines: what will be seen is painted before the rest is looked through, and is what stays."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.filters import Filter
from desktop_app.ui.ledger import sieve, state
from desktop_app.ui.ledger.arranging import Rows
from desktop_app.ui.ledger.columns import TITLE
from desktop_app.ui.ledger.table import LedgerTable
from tests.builders import plan_with
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import Case

FEW = 3  # rows that are seen at once
Painted = list[tuple[Rows, QImage]]


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Painted:
    """What is painted first, with its picture."""
    found: Painted = []
    paint = LedgerTable.paint_now

    def note(table: LedgerTable) -> None:
        paint(table)
        found.append((table.model.rows, table.grab().toImage()))

    monkeypatch.setattr(LedgerTable, "paint_now", note)
    monkeypatch.setattr(LedgerTable, "seen_at_once", FEW)
    monkeypatch.setattr(state, "_READY_FROM", 1)
    monkeypatch.setattr(sieve, "_STRETCH", 2)
    return found


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    sections = ("一、养老服务", "二、社会救助", "三、殡葬管理")
    plan_with(case.store, *({"title": f"巡查第{n}处", "section": sections[n % 3], "lead": "养老科"} for n in range(90)))
    made = Desk(qtbot, case)
    made.page.resize(1280, 64 + FEW * made.table.right.verticalHeader().defaultSectionSize())
    return made


@pytest.mark.parametrize("grouping", ["section", "unit", ""])
@pytest.mark.parametrize("words", ["巡查", "第1", "养老科 处", "第7处"])
def test_what_is_painted_first_is_what_stays(desk: Desk, painted: Painted, words: str, grouping: str) -> None:
    combo = desk.page.filters.grouping
    combo.setCurrentIndex(combo.findData(grouping))
    counted: list[int | None] = []
    desk.page.counted.connect(lambda fits, _: counted.append(fits))
    for letters in range(1, len(words) + 1):
        painted.clear()
        counted.clear()
        desk.page.search(words[:letters])
        rows = desk.model.rows
        plain = [key for key in desk.page._state.orders.plain if desk.page._state.holds(key, desk.model.search)]
        assert sorted(key for key in rows.keys if key >= 0) == sorted(plain)
        assert counted == [len(plain) if len(plain) < desk.page._state.count else None]  # told once, and right
        for first, picture in painted:
            assert first.keys == rows.keys[: len(first.keys)] and first.groups == rows.groups[: len(first.groups)]
            assert FEW <= len(first.keys) - len(first.groups) <= len(plain)
            QApplication.processEvents()
            bar = desk.table.right.verticalScrollBar().width()
            whole = desk.table.grab().toImage()
            assert picture.copy(picture.rect().adjusted(0, 0, -bar, 0)) == whole.copy(
                whole.rect().adjusted(0, 0, -bar, 0)
            )
    if words == "巡查":
        assert painted


def test_a_chosen_task_further_down_is_waited_for(desk: Desk, painted: Painted) -> None:
    last = next(key for key in reversed(desk.page._state.orders.plain) if desk.page._state.holds(key, ("巡查",)))
    desk.table.choose(last, TITLE)
    desk.page.search("巡查")
    assert not painted and desk.table.task() == last
    desk.page.search("巡查第")
    assert not painted and desk.table.task() == last
    desk.page.search("")
    desk.table.choose(desk.case.built.tasks[0], TITLE)  # it holds no such word
    desk.page.search("巡查")
    assert len(painted) == 1


def test_filters_are_looked_through_likewise(desk: Desk, painted: Painted) -> None:
    wanted = frozenset(desk.page._state.orders.plain[::2])
    desk.page.show_filter(Filter(tasks=wanted))
    desk.page.search("巡查")
    assert painted and {key for key in desk.model.rows.keys if key >= 0} == {
        key for key in wanted if desk.page._state.holds(key, ("巡查",))
    }
    assert len(desk.model.rows.keys) > len(painted[0][0].keys)

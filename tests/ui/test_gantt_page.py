"""The 甘特 page with a real session: what it shows, chooses, redraws and writes; mouse, wheel and keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft
from desktop_app.paint.pages import placed_on
from desktop_app.paint.paper import set_book, sheet_of
from desktop_app.reports.gantt_scene import Bar
from desktop_app.reports.gantt_scene_axis import SCALES
from desktop_app.store.store import open_ledger
from desktop_app.ui.gantt.page import GanttPage
from desktop_app.ui.gantt.tip import tip_of
from desktop_app.ui.session import Session
from tests.builders import plan_with


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Midsummer of the plan's year."""
    monkeypatch.setenv("DUBAN_TODAY", "2026-06-27")


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """A session on forty tasks in two sections."""
    with open_ledger(tmp_path / "ledger") as store:
        sections = ("一、为民服务", "二、综合保障")
        plan_with(
            store,
            *({"title": f"第{n}项", "lead": "养老科", "section": sections[n > 20]} for n in range(1, 41)),
        )
        yield Session(store)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> GanttPage:
    """The page, shown as small as the smallest window leaves it."""
    page = GanttPage(session)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    qtbot.waitExposed(page)
    return page


def middle_of(page: GanttPage, place: int) -> QPoint:
    """A point in the table on the row of this place in the scene."""
    placed = next(row for row in page.chart.placed_rows() if row.index == place)
    return QPoint(100, round(placed.top + placed.height / 2))


def test_screen_and_paper_show_the_same_rows(page: GanttPage) -> None:
    scene = page.chart.scene
    book = set_book(scene, sheet_of("A4", 600))
    paper = [placed.row for number in range(len(book.pages)) for placed in placed_on(scene, book, number, 0)]
    shown, bar = {}, page.chart.verticalScrollBar()
    for value in range(0, bar.maximum() + 200, 200):
        bar.setValue(value)
        shown |= {placed.index: placed.row for placed in page.chart.placed_rows()}
    assert [shown[place] for place in sorted(shown)] == paper == list(scene.rows)


def test_only_rows_in_sight_are_placed(page: GanttPage) -> None:
    chart = page.chart
    assert len(chart.placed_rows()) <= chart.viewport().height() // 24 + 2
    chart.verticalScrollBar().setValue(chart.verticalScrollBar().maximum())
    last = chart.placed_rows()[-1]
    assert last.index == len(chart.scene.rows) - 1
    assert last.top + last.height == pytest.approx(chart.viewport().height(), abs=1)


def test_click_chooses_the_task_for_the_whole_window(page: GanttPage, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.task_chosen) as heard:
        qtbot.mouseClick(page.chart.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(page, 3))
    chosen = page.chart.chosen_bar()
    assert chosen is not None
    assert heard.args == [chosen.key] == [session.chosen_task]
    assert chosen.label == "第3项"


def test_click_on_a_header_row_or_under_the_last_row_chooses_nothing(page: GanttPage, qtbot: QtBot) -> None:
    for point in (middle_of(page, 0), QPoint(100, 5)):
        qtbot.mouseClick(page.chart.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.chart.chosen_bar() is None


def test_arrows_walk_over_header_rows_and_keep_the_row_in_sight(page: GanttPage, qtbot: QtBot) -> None:
    chart = page.chart
    labels = []
    for _ in range(45):
        qtbot.keyClick(chart, Qt.Key.Key_Down)
        bar = chart.chosen_bar()
        assert bar is not None
        labels.append(bar.label)
        row = next(placed for placed in chart.placed_rows() if placed.index == chart.chosen)
        assert row.top + row.height <= chart.viewport().height()
    assert labels == [f"第{min(n, 40)}项" for n in range(1, 46)]
    qtbot.keyClick(chart, Qt.Key.Key_PageUp)
    bar = chart.chosen_bar()
    assert bar is not None
    assert bar.label == "第30项"
    assert chart.accessibleDescription() == tip_of(bar)


def test_keys_and_wheel_change_the_scale_around_the_same_day(page: GanttPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.chart, Qt.Key.Key_Plus)
    assert page.chart.scene.scale == "half"
    where = QPointF(500, 200)
    for delta in (120, 120, 120, 120, -120):
        event = QWheelEvent(
            where,
            where,
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(page.chart.viewport(), event)
    assert page.chart.scene.scale == "month"
    qtbot.keyClick(page.chart, Qt.Key.Key_Minus)
    assert page.chart.scene.scale == "quarter"
    assert [button.isChecked() for button in page.tools.scales.values()] == [scale == "quarter" for scale in SCALES]


def test_home_brings_today_back(page: GanttPage, qtbot: QtBot) -> None:
    page.set_scale("month")
    bar = page.chart.horizontalScrollBar()
    bar.setValue(0)
    qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    assert bar.value() > 0
    qtbot.keyClick(page.chart, Qt.Key.Key_Home)
    days = bar.maximum() + bar.pageStep()
    assert (bar.value() + bar.pageStep() / 2) / days == pytest.approx(177.5 / 365, abs=0.01)


def test_hover_says_dates_light_and_reason(page: GanttPage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("desktop_app.ui.gantt.chart.QToolTip.showText", lambda _pos, text, _widget: said.append(text))
    point = middle_of(page, 1)
    QApplication.sendEvent(page.chart.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, point, point))
    assert said[0].splitlines() == [
        "1　第1项",
        "牵头：养老科",
        "时间：2026年1月1日至2026年12月31日",
        "亮灯：○未报　尚未填报。",
    ]


def test_a_changed_deadline_moves_the_bar_and_a_contact_does_not_redraw(page: GanttPage, session: Session) -> None:
    before = page.chart.scene
    unit = session.snapshot.units_in_order()[0]
    session.apply([*_edit("alias", unit=unit.key, name="老龄科")], "加别名")
    assert page.chart.scene is before
    task = session.snapshot.tasks_in_order()[0]
    draft = Draft()
    draft.set("task", task, {"deadline": "2026-09-30"})
    session.apply(draft.changes, "改时限")
    bar = page.chart.scene.rows[1]
    assert isinstance(bar, Bar)
    assert date.fromordinal(bar.end) == date(2026, 9, 30)


def test_a_hidden_page_is_drawn_anew_when_it_is_seen(page: GanttPage, session: Session) -> None:
    page.hide()
    before = page.chart.scene
    task = session.snapshot.tasks_in_order()[0]
    draft = Draft()
    draft.set("task", task, {"title": "改名"})
    session.apply(draft.changes, "改名")
    assert page.chart.scene is before
    page.show()
    assert page.chart.scene.rows[1].label == "改名"


def test_chosen_task_stays_chosen_when_grouped_otherwise(page: GanttPage, session: Session) -> None:
    task = session.snapshot.tasks_in_order()[7]
    session.choose_task(task.key)
    page.set_group("unit")
    bar = page.chart.chosen_bar()
    assert bar is not None
    assert bar.key == task.key
    assert page.chart.scene.rows[0].label == "养老科"


def test_empty_ledger_says_what_to_do(tmp_path: Path, qtbot: QtBot) -> None:
    with open_ledger(tmp_path / "empty") as store:
        page = GanttPage(Session(store))
        qtbot.addWidget(page)
        page.show()
        assert "导入要点" in page._empty.text()
        assert page._empty.isVisible()
        assert not page.tools.export.isEnabled()


def test_export_writes_the_file_and_says_so(page: GanttPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / "图.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.tools.export.trigger()
    assert offered == ["2026年工作要点甘特图.pdf"]
    assert (tmp_path / "图.pdf").read_bytes()[:5] == b"%PDF-"
    assert page.tools.told.text() == "已导出“图.pdf”，共2页。"


def test_refused_export_is_told_and_nothing_is_written(
    page: GanttPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("desktop_app.ui.jobs.tell", lambda _parent, sentence: told.append(sentence))
    page.export_to(tmp_path / "图.docx")
    assert len(told) == 1
    assert "台账没有改动" in told[0]
    assert page.tools.told.text() == ""


def test_every_control_has_a_name_and_fits_the_small_window(page: GanttPage) -> None:
    assert page.chart.accessibleName() == "甘特图"
    for button in page.findChildren(QAbstractButton):
        if button.text():
            assert button.accessibleName()
            assert page.rect().contains(button.geometry())
    assert page.minimumSizeHint().width() <= 900


def _edit(entity: str, **values: object) -> list:
    draft = Draft()
    draft.create(entity, values)
    return draft.changes


def bar_at(page: GanttPage, place: int) -> tuple[Bar, QPoint]:
    """The bar of a row, and the point of its end on the screen."""
    placed = next(row for row in page.chart.placed_rows() if row.index == place)
    assert isinstance(placed.row, Bar)
    x = page.chart.spread().x(placed.row.end + 1)
    return placed.row, QPoint(round(x) - 2, round(placed.top + placed.height / 2))


def drag(page: GanttPage, start: QPoint, to: QPoint, let_go: bool = True) -> None:
    view = page.chart.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, QPoint((start.x() + to.x()) // 2, start.y()))
    QTest.mouseMove(view, to)
    if let_go:
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, to)
        QApplication.processEvents()


def test_dragging_an_end_moves_the_deadline_and_undo_brings_it_back(page: GanttPage, session: Session) -> None:
    before, end = bar_at(page, 1)
    dump = session.store.logical_dump()
    days = 92
    to = QPoint(round(end.x() - days * page.chart.spread().per_day), end.y())
    drag(page, end, to)
    task = session.snapshot.tasks[before.key]
    assert (task.deadline, task.deadline_kind) == ("2026-09-30", "date")
    newest = session.entries()[0]
    assert newest.label == "移动“第1项”的时间"
    session.undo(newest.id)
    assert session.store.logical_dump() == dump


def test_escape_leaves_a_dragged_bar_where_it_was(page: GanttPage, session: Session) -> None:
    before, end = bar_at(page, 1)
    dump = session.store.logical_dump()
    drag(page, end, QPoint(end.x() - 120, end.y()), let_go=False)
    shown = next(row.row for row in page.chart.placed_rows() if row.index == 1)
    assert isinstance(shown, Bar) and shown.end < before.end  # live
    assert "Esc取消" in page.tools.told.text()
    QTest.keyClick(page.chart, Qt.Key.Key_Escape)
    QTest.mouseRelease(page.chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    QApplication.processEvents()
    assert page.tools.told.text() == ""
    assert bar_at(page, 1)[0] == before and session.store.logical_dump() == dump


def test_keys_move_ends_at_once(page: GanttPage, session: Session) -> None:
    key = bar_at(page, 1)[0].key
    page.chart.choose_task(key)
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    for press in ((Qt.Key.Key_Left, alt), (Qt.Key.Key_Right, alt | shift)):
        QTest.keyClick(page.chart, *press)
        QApplication.processEvents()
    task = session.snapshot.tasks[key]
    assert (task.start, task.deadline) == ("2026-02-01", "2026-11-30")

"""The dialog of conditions and the kept views, on the ledger page and on the Gantt page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.filters import Filter, Span
from desktop_app.texts import conditions as texts
from desktop_app.ui.ledger import kept_views
from desktop_app.ui.ledger.conditions import ConditionsDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.sought import sought_tasks
from tests.ui.ledger_case import Case


@pytest.fixture
def window(qtbot: QtBot, case: Case, tmp_path: Path) -> MainWindow:
    made = MainWindow(Session(case.store), tmp_path / "window.json")
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    made.show_page("ledger")
    return made


def titles(window: MainWindow) -> list[str]:
    model = window.page("ledger").model  # type: ignore[attr-defined]
    return [str(model.index(row, 1).data()) for row in range(model.rowCount()) if model.task_in(row) is not None]


def ask(monkeypatch: pytest.MonkeyPatch, window: MainWindow, act) -> None:
    """Open the dialog from the bar, set something, and use it."""

    def stand_in(dialog: QDialog) -> int:
        act(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ConditionsDialog, "exec", stand_in)
    window.page("ledger").filters.conditions.click()  # type: ignore[attr-defined]


def test_conditions_are_set_told_and_cleared(window: MainWindow, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    bar = window.page("ledger").filters  # type: ignore[attr-defined]

    def some(dialog: ConditionsDialog) -> None:
        dialog.traits["with_target"].setChecked(True)
        dialog.due[1].setDate(QDate(2026, 6, 30))
        dialog.joined.setCurrentIndex(1)
        assert dialog._count.text() == "符合条件：2项"

    ask(monkeypatch, window, some)
    assert titles(window) == ["新增助餐点", "走访老人"]
    assert bar._told.text() == "任一：完成时限 不限—2026-06-30；有目标指标" and bar.conditions.isChecked()
    assert window.session.sought.wanted == Filter(
        traits=frozenset({"with_target"}), due=Span(None, "2026-06-30"), any_of=True
    )
    both = {case.built.tasks[0], case.built.tasks[2]}
    assert sought_tasks(window.session) == both  # what the Gantt page shows
    bar.clear()
    assert len(titles(window)) == 7 and not bar.conditions.isChecked() and bar._told.text() == ""


def test_what_is_set_is_there_when_the_dialog_opens_again(window: MainWindow, case: Case, qtbot: QtBot) -> None:
    wanted = Filter(
        leads=frozenset({case.built.units["养老科"]}),
        years=frozenset({2026}),
        traits=frozenset({"joint"}),
        due=Span("2026-01-01", "2026-12-31"),
        done=Span(10.0, None),
        any_of=True,
        lights=frozenset({"red"}),
    )
    dialog = ConditionsDialog(window.session, wanted, window)
    qtbot.addWidget(dialog)
    assert dialog.wanted() == wanted
    dialog._clear.click()
    assert dialog.wanted() == Filter(lights=frozenset({"red"}))


def test_a_view_is_kept_used_on_both_pages_undone_and_taken_away(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar, session = window.page("ledger").filters, window.session  # type: ignore[attr-defined]
    before = session.store.logical_dump()
    bar.show_filter(Filter(traits=frozenset({"with_target"})))
    monkeypatch.setattr(kept_views.QInputDialog, "getText", lambda *_: ("有指标的", True))
    bar.kept.fill()
    actions = {action.text(): action for action in bar.kept.menu().actions()}
    actions[texts.KEEP].trigger()
    assert session.entries()[0].label == "保存视图“有指标的”"
    bar.clear()
    assert len(titles(window)) == 7
    bar.kept.fill()
    kept = {action.text(): action for action in bar.kept.menu().actions()}["有指标的"]
    kept.trigger()
    assert titles(window) == ["新增助餐点"]
    bar.kept.forget("有指标的")
    bar.kept.fill()
    assert "有指标的" not in [action.text() for action in bar.kept.menu().actions()]
    window.undo()
    window.undo()
    assert session.store.logical_dump() == before


def test_late_twice_is_a_view_with_its_count(window: MainWindow) -> None:
    kept = window.page("ledger").filters.kept  # type: ignore[attr-defined]
    kept.fill()
    first = kept.menu().actions()[0]
    assert first.text() == "连续两期落后（0）"
    first.trigger()
    assert titles(window) == [] and window.session.sought.wanted.traits == {"behind_twice"}


def test_the_dialog_by_the_keyboard_and_inside_a_small_screen(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ConditionsDialog(window.session, Filter(), window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() <= 1024 and dialog.height() <= 560
    dialog.traits["noted"].setFocus()
    QTest.keyClick(dialog.traits["noted"], Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted and dialog.wanted().traits == {"noted"}

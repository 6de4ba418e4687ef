"""Two years in one ledger, from the window: read both plans, carry over, go from year to year, look back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.filters import Filter
from desktop_app.store.store import open_ledger
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.plans import comparison
from desktop_app.ui.plans.comparison import ComparisonDialog
from desktop_app.ui.session import Session
from desktop_app.verbs.intake import intake
from tests.documents.test_compare import LAST, THIS
from tests.ui.fronting import seen, to_front


def test_a_new_year_from_the_old_one(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "tell", lambda *_: None)
    with open_ledger(tmp_path / "ledger") as store:
        for day, name, text in (("2025-03-10", "去年.txt", LAST), ("2026-03-10", "今年.txt", THIS)):
            monkeypatch.setenv("DUBAN_TODAY", day)
            (tmp_path / name).write_text(text, "utf-8")
            intake(store, tmp_path / name)
        units = len(store.snapshot().units_in_order())
        window = MainWindow(Session(store), tmp_path / "window.json")
        qtbot.addWidget(window)
        seen(qtbot, window)
        to_front(qtbot, window)
        _carry(window)
        assert len(window.session.snapshot.units_in_order()) == units  # one directory for all years
        _go_from_year_to_year(window)
        _look_back(window)
        window.close()


def _carry(window: MainWindow) -> None:
    scope = window.top_bar.scope
    scope.setCurrentIndex(scope.count() - 1)
    scope.activated.emit(scope.count() - 1)
    dialog = window.findChild(ComparisonDialog)
    assert dialog is not None and dialog.isVisible()
    dialog._carry.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()


def _go_from_year_to_year(window: MainWindow) -> None:
    window.show_page("ledger")
    snapshot = window.session.snapshot
    carried = [task for task in snapshot.tasks_in_order() if task.carried_from]
    assert {snapshot.plans[task.plan or 0].year for task in carried} == {2026}
    bar, model = window.page("ledger").filters, window.page("ledger").model  # type: ignore[attr-defined]
    bar.show_filter(Filter(years=frozenset({2026}), traits=frozenset({"carried"})))
    assert {key for key in model.rows.keys if key >= 0} == {task.key for task in carried}
    window.top_bar.search.setText("scxcb")  # found by its sound, in last year's title and this year's
    window.searching.go()
    hits = [hit for hit in window.searching.palette.model.hits if hit.kind == "task"]
    assert {snapshot.plans[snapshot.tasks[hit.key].plan or 0].year for hit in hits} == {2025, 2026}


def _look_back(window: MainWindow) -> None:
    window.aside.past.look_at(date(2025, 12, 31))
    assert [plan.year for plan in window.session.snapshot.plans_in_order()] == [2025]
    assert window.top_bar.scope.currentText().startswith("2025")
    window.aside.past.leave()
    assert [plan.year for plan in window.session.snapshot.plans_in_order()] == [2025, 2026]

"""Two plans side by side, carrying over, and a revised plan that comes again: on real files and a real ledger."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QTableWidget
from pytestqt.qtbot import QtBot

from desktop_app.store.journal import entries
from desktop_app.store.store import open_ledger
from desktop_app.texts import plans as texts
from desktop_app.ui.plans import comparison
from desktop_app.ui.plans.comparison import CHANGES, NEW, OLD, RESULT, TICK, ComparisonDialog
from desktop_app.ui.plans.revision import RevisionDialog
from desktop_app.ui.review import opening
from desktop_app.ui.review.window import ReviewWindow
from desktop_app.ui.session import Session
from desktop_app.verbs.intake import intake
from tests.documents.test_compare import LAST, THIS


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-03-10")
    with open_ledger(tmp_path / "ledger") as store:
        for name, text in (("去年.txt", LAST), ("今年.txt", THIS)):
            (tmp_path / name).write_text(text, "utf-8")
            intake(store, tmp_path / name)
        yield Session(store)


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(comparison, "tell", lambda _, sentence: heard.append(sentence))
    return heard


def rows(table: QTableWidget) -> list[tuple[str, ...]]:
    cells = ((table.item(row, column) for column in (RESULT, OLD, NEW)) for row in range(table.rowCount()))
    return [tuple(item.text() if item else "" for item in row) for row in cells]


def test_the_last_two_years_stand_side_by_side(qtbot: QtBot, session: Session):
    dialog = ComparisonDialog(session)
    qtbot.addWidget(dialog)
    assert rows(dialog.table) == [
        ("有变化", "4 壮大油茶产业", "1 做强油茶产业"),
        ("新增", "", "2 发展林下经济"),
        ("有变化", "1 加强古树名木保护", "3 加强古树名木保护"),
        ("不再列入", "2 严厉打击毁林行为", ""),
        ("有变化", "3 做好松材线虫病防治", "4 抓好松材线虫病防控"),
    ]
    changes = dialog.table.item(0, CHANGES)
    assert changes is not None and "500亩 → " in changes.text() and "800亩" in changes.text()
    dialog.table.setCurrentCell(0, RESULT)
    left, right = (part.toPlainText() for part in dialog._detail)
    assert "新造油茶林500亩" in left and "新造油茶林800亩" in right


def test_unfinished_tasks_are_carried_over_in_one_step(qtbot: QtBot, session: Session, said: list[str]):
    dialog = ComparisonDialog(session)
    qtbot.addWidget(dialog)
    before = session.store.logical_dump()
    assert len(dialog.wanted()) == 1 and dialog._carry.text() == "结转（列入1项）"
    tick = dialog.table.item(3, TICK)
    assert tick is not None and tick.flags() & Qt.ItemFlag.ItemIsUserCheckable
    tick.setCheckState(Qt.CheckState.Unchecked)
    assert dialog.wanted() == [] and dialog._carry.text() == "结转（列入0项）"
    tick.setCheckState(Qt.CheckState.Checked)
    dialog._carry.click()
    assert said == ["已结转：关联3项，列入1项。"]
    assert [t.title for t in session.snapshot.tasks_in_order()].count("严厉打击毁林行为") == 2
    session.undo(entries(session.store.connection)[0].id)
    assert session.store.logical_dump() == before


def test_a_file_can_be_compared_but_not_carried_from(qtbot: QtBot, session: Session, tmp_path: Path):
    path = tmp_path / "征求意见稿.txt"
    path.write_text(THIS.replace("800亩", "900亩"), "utf-8")
    dialog = ComparisonDialog(session)
    qtbot.addWidget(dialog)
    dialog.old.setCurrentIndex(1)
    dialog.read_file(dialog.new, path)
    assert [row[0] for row in rows(dialog.table)] == ["有变化", "相同", "相同", "相同"]
    assert not dialog._carry.isEnabled() and dialog._hint.text() == texts.HINT_FILES


def test_a_lone_plan_waits_for_a_file(qtbot: QtBot, tmp_path: Path):
    path = tmp_path / "今年.txt"
    path.write_text(THIS, "utf-8")
    with open_ledger(tmp_path / "ledger") as store:
        intake(store, path)
        dialog = ComparisonDialog(Session(store))
        qtbot.addWidget(dialog)
        assert dialog._sum.text() == texts.NOTHING_TO_COMPARE and not dialog._carry.isEnabled()
        dialog.read_file(dialog.old, path)
        assert [row[0] for row in rows(dialog.table)] == ["相同"] * 4


def revised(tmp_path: Path) -> Path:
    path = tmp_path / "修订稿.txt"
    path.write_text(THIS.replace("示范基地4个", "示范基地6个").replace("9月底前", "10月底前"), "utf-8")
    return path


@pytest.mark.parametrize(("way", "plans"), [(0, 2), (1, 3), (None, 2)])
def test_a_text_like_one_in_the_ledger_is_asked_about(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: int | None, plans: int
):
    asked: list[str] = []
    monkeypatch.setattr(opening, "choose", lambda _, sentence, *__: asked.append(sentence) or way)
    before = session.store.logical_dump()
    parent = QComboBox()
    qtbot.addWidget(parent)
    opening.open_review(session, revised(tmp_path), parent)
    (sentence,) = asked
    assert "2026年工作要点" in sentence and "修订稿" in sentence
    windows = [w for w in parent.findChildren(ReviewWindow) if w.isVisible()]
    assert len(windows) == (way is not None)
    if windows:
        QTimer.singleShot(0, _accept_revision)
        windows[0]._store.click()
    assert len(session.snapshot.plans) == plans
    if way == 0:
        targets = {t.phrase: t.value for t in session.snapshot.tables["target"].values()}
        assert any(value == 6 for value in targets.values()) and not any(value == 4 for value in targets.values())
        session.undo(entries(session.store.connection)[0].id)
    if way != 1:
        assert session.store.logical_dump() == before


def _accept_revision() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, RevisionDialog) and widget.isVisible():
            widget.accept()


def test_what_the_clerk_changed_and_the_text_changed_is_decided_in_the_preview(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from desktop_app.documents.extraction import Extraction
    from desktop_app.documents.plan import extract
    from desktop_app.domain.changes import edits

    plan = session.snapshot.plans_in_order()[1]
    task = next(t for t in session.snapshot.tasks_in_order() if t.plan == plan.key and t.deadline == "2026-09-30")
    session.apply(edits("task", task, {"deadline": "2026-08-31", "deadline_raw": "8月底"}), "修改时限")
    path = revised(tmp_path)
    read = extract(path)
    assert isinstance(read, Extraction)
    window = ReviewWindow(session, read, path, None, plan)
    qtbot.addWidget(window)
    for choice, day in ((0, "2026-08-31"), (1, "2026-10-31")):
        found: list[list[int]] = []

        def decide(choice: int = choice, found: list[list[int]] = found) -> None:
            dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, RevisionDialog) and w.isVisible())
            (box,) = dialog._boxes
            box.setCurrentIndex(choice)
            found.append(dialog.taken())
            dialog.accept()

        QTimer.singleShot(0, decide)
        window._store_it()
        assert found == [[0] if choice else []]
        assert session.snapshot.tasks[task.key].deadline == day
        session.undo(entries(session.store.connection)[0].id)

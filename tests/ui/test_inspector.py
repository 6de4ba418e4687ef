"""The inspector: source with marks, who and when, reports with their cell, history; it follows every change."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import edits
from desktop_app.store.store import Store, open_ledger
from desktop_app.ui.inspector.links import GO, link_to
from desktop_app.ui.inspector.panel import Inspector
from desktop_app.ui.inspector.source_text import Run, runs
from desktop_app.ui.session import Session
from desktop_app.verbs.intake import intake
from tests.builders import plan_with
from tests.ui.ledger_case import Case

PLAN = """某某区2026年民政工作要点

一、养老服务
1.建设助餐点。6月底前新增助餐点8处，覆盖率达到90%以上。（牵头单位：养老服务科）
"""


def panel_of(qtbot: QtBot, session: Session, task: int) -> Inspector:
    panel = Inspector(session)
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    session.choose_task(task)
    return panel


def test_a_task_leads_to_that_of_the_other_year_and_back(qtbot: QtBot, case: Case) -> None:
    session = Session(case.store)
    old = plan_with(case.store, {"title": "去年就有的"}, title="2025年工作要点", year=2025)
    session.reload()
    task = session.snapshot.tasks[case.built.tasks[0]]
    session.apply(edits("task", task, {"carried_from": old.tasks[0]}), "结转")
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.show()
    session.choose_task(task.key)
    assert "上年　2025年度 去年就有的" in inspector.text.toPlainText()
    inspector._follow(QUrl(link_to(GO, str(old.tasks[0]), "去年就有的")))
    assert session.chosen_task == old.tasks[0]
    assert "下年　2026年度 新增助餐点" in inspector.text.toPlainText()


def test_without_a_task_it_says_what_to_do(qtbot: QtBot, case: Case) -> None:
    panel = Inspector(Session(case.store))
    qtbot.addWidget(panel)
    panel.show()
    assert "选一项任务" in panel.text.toPlainText()


def test_a_task_is_told_whole(qtbot: QtBot, case: Case) -> None:
    panel = panel_of(qtbot, Session(case.store), case.built.tasks[0])
    words = panel.text.toPlainText()
    for part in (
        "1. 新增助餐点",
        "牵头　养老科、福利院",
        "2026年12月31日",
        "▲ 严重滞后",
        "≥8处 助餐点",
        "2026年6月　养老科",
        "15%　已建１处",
        "出处：养老科.xlsx 填报表 I5",
        "合并填报",
    ):
        assert part in words, part


def test_it_follows_edits_and_shows_them_in_the_history(qtbot: QtBot, case: Case) -> None:
    session = Session(case.store)
    panel = panel_of(qtbot, session, case.built.tasks[1])
    record = session.snapshot.tasks[case.built.tasks[1]]
    session.apply(edits("task", record, {"state": "paused", "deadline": "2026-09-30"}), "暂缓")
    words = panel.text.toPlainText()
    assert "2026年9月30日" in words and "状态：推进中 → 暂缓" in words and "2026-07-20 → 2026-09-30" in words


def test_a_withdrawn_or_undone_task_is_let_go(qtbot: QtBot, case: Case) -> None:
    session = Session(case.store)
    panel = panel_of(qtbot, session, case.built.tasks[0])
    session.apply(edits("task", session.snapshot.tasks[case.built.tasks[0]], {"withdrawn": 1}), "撤回")
    assert "选一项任务" in panel.text.toPlainText()


@pytest.fixture
def read(tmp_path: Path, qapp: object) -> Store:
    path = tmp_path / "要点.txt"
    path.write_text(PLAN, "utf-8")
    store = open_ledger(tmp_path / "read")
    intake(store, path)
    return store


def test_the_source_is_marked_with_what_was_read(qtbot: QtBot, read: Store) -> None:
    session = Session(read)
    (task,) = session.snapshot.tasks.values()
    found = runs(session.snapshot, task)
    assert "".join(run.words for run in found) == PLAN.splitlines()[3]
    kinds = {run.kind: run.words for run in found if run.kind}
    assert kinds["title"] == "建设助餐点" and "养老服务科" in kinds["unit"] and "6月底前" in kinds["deadline"]
    assert Run("，", None) in found or any(run.kind is None for run in found)
    panel = panel_of(qtbot, session, task.key)
    document = panel.text.document()
    lines = set()
    block = document.begin()
    while block.isValid():
        lines |= {part.format.underlineStyle() for part in block.textFormats()}  # type: ignore[attr-defined]
        block = block.next()
    assert len(lines - {QTextCharFormat.UnderlineStyle.NoUnderline}) >= 4
    read.close()

"""The 报告 page: each paper is seen before it is saved, and what is saved is a real file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop_app.reports.paper import paragraphs
from desktop_app.store.store import open_ledger
from desktop_app.texts import papers_page as paper_texts
from desktop_app.texts import report_page as texts
from desktop_app.ui import jobs
from desktop_app.ui.reports import page as room
from desktop_app.ui.reports.page import PAPERS, ReportsPage
from desktop_app.ui.session import Session
from desktop_app.verbs.dispatch import dispatch
from tests.builders import plan_with


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-01")
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(store, {"lead": "养老科", "title": "增设助餐点"}, {"lead": "救助科", "deadline": "2026-05-31"})
        dispatch(store, "2026-06", date(2026, 6, 28), tmp_path / "out", None)
        yield Session(store)


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    for module in (room, jobs):
        monkeypatch.setattr(module, "tell", lambda _, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def reports(qtbot: QtBot, session: Session) -> ReportsPage:
    made = ReportsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(reports: ReportsPage, paper: str) -> None:
    reports._papers.setCurrentRow(PAPERS.index(paper))


def test_each_paper_has_a_preview(reports: ReportsPage):
    choose(reports, paper_texts.NOTICE)
    made = reports._papers_room.made
    assert made is not None and "养老科、救助科：" in [words.text for words in paragraphs(made.blocks)]
    assert reports._rounds.isVisible() and reports._views.currentWidget() is reports._papers_room.view
    choose(reports, texts.LEDGER)
    assert "增设助餐点" in reports._text.toPlainText() and not reports._rounds.isVisible()
    choose(reports, texts.SUMMARY)
    assert "共2项任务" in reports._text.toPlainText()
    choose(reports, texts.GANTT)
    assert reports._views.currentWidget() is reports._picture and not reports._picture._image.isNull()


@pytest.mark.parametrize(
    ("paper", "name", "begin"),
    [
        (paper_texts.NOTICE, "通知.txt", "\ufeff关于".encode()),
        (paper_texts.NOTICE, "通知.docx", b"PK"),
        (paper_texts.NOTICE, "通知.pdf", b"%PDF"),
        (texts.LEDGER, "台账.xlsx", b"PK"),
        (texts.GANTT, "甘特图.pdf", b"%PDF"),
        (texts.SUMMARY, "概况.txt", "\ufeff重点工作".encode()),
    ],
)
def test_each_paper_is_saved_as_a_file(reports: ReportsPage, tmp_path: Path, paper: str, name: str, begin: bytes):
    choose(reports, paper)
    reports.save(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(begin)
    assert name in reports._said.text() and reports._open.isVisible() and reports._folder.isVisible()


@pytest.mark.parametrize("paper", PAPERS)
def test_a_place_that_cannot_be_written_is_told(reports: ReportsPage, tmp_path: Path, said: list[str], paper: str):
    (tmp_path / "file").write_text("x")
    choose(reports, paper)
    pdf = paper == texts.GANTT or paper in paper_texts.KINDS
    reports.save(tmp_path / "file" / ("x.pdf" if pdf else "x.xlsx"))
    assert len(said) == 1 and "没有写成" in said[0]
    assert not reports._open.isVisible()


def test_the_text_can_be_copied(reports: ReportsPage):
    choose(reports, texts.SUMMARY)
    reports._copy.click()
    assert QGuiApplication.clipboard().text().startswith("重点工作")
    choose(reports, paper_texts.NOTICE)
    reports._copy.click()
    assert QGuiApplication.clipboard().text().startswith("关于报送2026年6月")


def test_a_change_of_the_ledger_is_seen_in_the_preview(reports: ReportsPage, session: Session):
    choose(reports, texts.LEDGER)
    task = session.snapshot.tasks_in_order()[0]
    from desktop_app.domain.changes import edits

    session.apply(edits("task", task, {"title": "增设老年食堂"}), "改名")
    assert "增设老年食堂" in reports._text.toPlainText()


def test_an_empty_ledger_says_what_to_do(qtbot: QtBot, tmp_path: Path):
    with open_ledger(tmp_path / "other") as store:
        empty = ReportsPage(Session(store))
        qtbot.addWidget(empty)
        empty.show()
        for paper in PAPERS:
            choose(empty, paper)
            assert empty._text.toPlainText() == texts.NO_TASKS
            assert not empty._save.isEnabled()


def test_it_fits_and_every_control_has_a_name(reports: ReportsPage):
    reports.resize(924, 520)
    assert reports.minimumSizeHint().width() <= 924 and reports.minimumSizeHint().height() <= 520
    controls = [reports.findChild(kind) for kind in (QComboBox, QListWidget, QTextBrowser)]
    assert all(control is not None and control.accessibleName() for control in controls)

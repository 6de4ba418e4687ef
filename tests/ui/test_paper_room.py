"""The papers on the 报告 page: seen as they print, numbers that tell where they come from, the check of a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTableWidget
from pytestqt.qtbot import QtBot

from desktop_app.paint.official import set_paper
from desktop_app.reports.orders import register
from desktop_app.reports.paper import Paragraph
from desktop_app.texts import papers_page as texts
from desktop_app.ui import jobs
from desktop_app.ui.reports import check_dialog
from desktop_app.ui.reports.check_dialog import CheckDialog, check_file
from desktop_app.ui.reports.page import PAPERS, ReportsPage
from desktop_app.ui.reports.paper_room import PaperRoom
from desktop_app.ui.session import Session
from desktop_app.verbs.check_docx import check_docx
from desktop_app.verbs.report import make
from tests.verbs.papers_case import DAY, open_papers


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with open_papers(tmp_path / "ledger") as store:
        yield Session(store)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ReportsPage:
    made = ReportsPage(session)
    qtbot.addWidget(made)
    made.resize(924, 520)
    made.show()
    return made


def cells(table: QTableWidget) -> list[list[str]]:
    found = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in row] for row in found]


def place_of(session: Session, name: str) -> str:
    """The anchor of a number of the bulletin."""
    for block, part in enumerate(make(session.store, "bulletin", "2026-06").blocks):
        if isinstance(part, Paragraph):
            for number, mark in enumerate(part.words.marks):
                if mark.name == name:
                    return f"{block}:{number}"
    raise AssertionError(name)


def test_a_number_tells_its_file_and_cell(qtbot: QtBot, session: Session):
    room = PaperRoom(session)
    qtbot.addWidget(room.view)
    assert room.make("bulletin") == "" and room.made is not None
    task = next(task for task in session.snapshot.tasks.values() if task.no == "2")
    dialog = room.origins(place_of(session, f"task:{task.key}:done"))
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert ["2 推进第2类重点事项", "完成率(%)", "35", "地名科.xlsx", "填报表", "I7"] in cells(dialog.table)


def test_a_click_on_the_page_finds_the_number(qtbot: QtBot, session: Session):
    room = PaperRoom(session)
    qtbot.addWidget(room.view)
    room.view.resize(700, 500)
    room.view.show()
    room.make("bulletin")
    heard: list[str] = []
    room.view.number_clicked.disconnect()
    room.view.number_clicked.connect(heard.append)
    pages = room.view.pages
    steps = [(x, y) for y in range(100, 500, 5) for x in range(90, 600, 5)]
    point = next(QPointF(x, y) for x, y in steps if pages.anchor_at(QPointF(x, y)))
    QTest.mouseClick(pages, Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert heard == [pages.anchor_at(point)] and room.words_at(heard[0]) is not None


def test_a_saved_order_sheet_keeps_its_number(page: ReportsPage, session: Session, tmp_path: Path):
    page._papers.setCurrentRow(PAPERS.index(texts.ORDER))
    page.save(tmp_path / "督办单.docx")
    assert (tmp_path / "督办单.docx").exists() and register(session.store.snapshot())
    assert session.snapshot.tables["rule"] == session.store.snapshot().tables["rule"]


def test_a_paper_that_there_is_not_is_explained(page: ReportsPage, session: Session):
    page._papers_room.periods.setCurrentIndex(page._papers_room.periods.findData("2026-Q1"))
    page._papers.setCurrentRow(PAPERS.index(texts.BULLETIN))
    assert page._views.currentWidget() is page._papers_room.view
    assert set_paper(make(session.store, "bulletin", "2026-Q1").blocks).pages >= 1


def test_the_check_lists_what_does_not_agree(
    qtbot: QtBot, session: Session, page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    heard: list[str] = []
    for module in (check_dialog, jobs):
        monkeypatch.setattr(module, "tell", lambda _, sentence: heard.append(sentence))
    page._papers.setCurrentRow(PAPERS.index(texts.BULLETIN))
    path = tmp_path / "通报.docx"
    page.save(path)
    from docx import Document

    document = Document(str(path))
    line = next(p for p in document.paragraphs if "任务共30项" in p.text)
    line.runs[0].text = line.text.replace("共30项", "共33项")
    document.save(str(path))
    dialog = CheckDialog(path, check_docx(session.store, path), page)
    assert isinstance(dialog, QDialog)
    assert [row[1:] for row in cells(dialog.table) if row[1] == "33"] == [["33", "30", "30"]]
    (tmp_path / "别的.docx").write_bytes(b"x")
    assert check_file(session.store, tmp_path / "别的.docx", page) is None and "打不开" in heard[0]


def test_it_fits_the_smallest_window(page: ReportsPage):
    assert page.minimumSizeHint().width() <= 924 and page.minimumSizeHint().height() <= 520
    assert page._papers_room.periods.accessibleName()

"""F1: the manual opens inside the program, at the chapter of the page, without a network."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app import paths
from desktop_app.texts import manual as texts
from desktop_app.ui.main_window import PAGES, MainWindow
from desktop_app.ui.manual.pages import MANUAL
from desktop_app.ui.manual.window import ManualWindow
from desktop_app.ui.session import Session
from tests.ui.fronting import seen, to_front
from tests.ui.ledger_case import Case


@pytest.fixture
def manual(qtbot: QtBot) -> ManualWindow:
    window = ManualWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def first_line(manual: ManualWindow) -> str:
    """The first line of text that is wholly seen."""
    pages = manual.pages
    block = pages.cursorForPosition(pages.viewport().rect().topLeft()).block()
    while not block.text():
        block = block.next()
    return block.text()


def test_f1_opens_the_chapter_of_the_page(qtbot: QtBot, case: Case, tmp_path: Path) -> None:
    window = MainWindow(Session(case.store), tmp_path / "settings.json")
    qtbot.addWidget(window)
    seen(qtbot, window)
    to_front(qtbot, window)
    for page in ("exchange", "history"):
        window.show_page(page)
        QTest.keyClick(window, Qt.Key.Key_F1)
        manual = window.findChild(ManualWindow)
        assert manual is not None and manual.isVisible()
        assert manual.contents.currentItem().text().endswith(texts.CHAPTERS[page])
        window.activateWindow()
    assert len(window.findChildren(ManualWindow)) == 1


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_a_chapter_and_it_is_brought_into_sight(manual: ManualWindow, page: str) -> None:
    manual.show_chapter_of(page)
    assert first_line(manual).endswith(texts.CHAPTERS[page])


def test_its_pictures_are_drawn_and_fit(manual: ManualWindow) -> None:
    for picture in sorted((paths.asset("docs") / "pictures").glob("*.png")):
        kind = QTextDocument.ResourceType.ImageResource.value
        image = manual.pages.loadResource(kind, QUrl(f"pictures/{picture.name}"))
        assert not image.isNull() and image.width() <= manual.pages.viewport().width()  # type: ignore[union-attr]


def test_nothing_but_its_own_pictures_is_loaded(manual: ManualWindow) -> None:
    assert manual.pages.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl("file:///x")) is None
    outside = QUrl("http://example.org/a.png")
    image = manual.pages.loadResource(QTextDocument.ResourceType.ImageResource.value, outside)
    assert image.isNull()  # type: ignore[union-attr]


def test_a_link_stays_inside_and_leads_back(manual: ManualWindow) -> None:
    manual.pages.anchorClicked.emit(QUrl("merge.md"))
    assert manual.pages.open == "merge.md"
    back = manual.contents.item(manual.contents.count() - 1)
    assert back.text() == texts.BACK
    manual.contents.setCurrentItem(back)
    assert manual.pages.open == MANUAL


def test_a_link_to_what_is_not_shipped_is_said(manual: ManualWindow) -> None:
    manual.pages.anchorClicked.emit(QUrl("https://example.org/none.html"))
    assert manual.pages.open == MANUAL
    assert "none.html" in manual.said.text()


def test_words_are_found_one_after_the_other_and_from_the_top_again(manual: ManualWindow) -> None:
    places = []
    for _ in range(60):
        manual.search.setText("撤销")
        QTest.keyClick(manual.search, Qt.Key.Key_Return)
        places.append(manual.pages.textCursor().position())
        if places.count(places[0]) == 2:
            break
    assert len(set(places)) >= 5 and places[-1] == places[0]
    manual.search.setText("没有这个词")
    QTest.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.said.text() == texts.NOT_FOUND.format(words="没有这个词")

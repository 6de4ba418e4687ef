"""Ctrl+K by the keyboard alone: what is offered, what is found as one types, where each find opens."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft, edits
from desktop_app.domain.search import Hit
from desktop_app.texts import search as texts
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from tests.ui.fronting import seen, to_front
from tests.ui.ledger_case import Case

Key, Held = Qt.Key, Qt.KeyboardModifier


class Hand:
    """The window with the keys on its search line."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.line = window, window.top_bar.search
        QTest.keyClick(window, Key.Key_K, Held.ControlModifier)
        self.palette = window.searching.palette
        self.tester = QAbstractItemModelTester(self.palette.model)

    def types(self, words: str) -> list[Hit]:
        """Enter words as an input method does, and say what is offered, but for the filter at the end."""
        QTest.keyClick(self.window, Key.Key_K, Held.ControlModifier)
        self.line.clear()
        QApplication.sendEvent(self.line, _committed(words))
        return [hit for hit in self.palette.model.hits if hit.kind != "filter"]

    def opens(self, words: str, kind: str) -> None:
        """Go down to the first find of a kind and press Enter."""
        kinds = [hit.kind for hit in self.types(words)]
        for _ in range(kinds.index(kind)):
            QTest.keyClick(self.line, Key.Key_Down)
        QTest.keyClick(self.line, Key.Key_Return)


def _committed(words: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(words)
    return event


@pytest.fixture
def hand(qtbot: QtBot, case: Case, tmp_path: Path) -> Hand:
    window = MainWindow(Session(case.store), tmp_path / "window.json")
    qtbot.addWidget(window)
    window.resize(1024, 600)
    seen(qtbot, window)
    to_front(qtbot, window)
    return Hand(window)


def said(hits: list[Hit]) -> list[tuple[str, str]]:
    return [(hit.kind, hit.title) for hit in hits]


def test_ctrl_k_offers_what_can_be_done_before_anything_is_typed(hand: Hand) -> None:
    assert hand.line.hasFocus() and hand.palette.isVisible()
    assert {hit.kind for hit in hand.palette.model.hits} == {"act"}
    assert len(hand.palette.model.hits) == len(texts.ACTS)
    assert hand.palette.current() is None  # Enter without a choice does nothing
    QTest.keyClick(hand.line, Key.Key_Return)
    assert hand.window.open_page == "today"


def test_words_half_typed_in_the_input_method_are_not_searched(hand: Hand) -> None:
    QApplication.sendEvent(hand.line, QInputMethodEvent("zhu", []))
    assert hand.line.text() == "" and {hit.kind for hit in hand.palette.model.hits} == {"act"}
    assert said(hand.types("助餐"))[0] == ("task", "新增助餐点")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("zcd", ("task", "新增助餐点")),
        ("xinzeng", ("task", "新增助餐点")),
        ("慈善", ("task", "慈善宣传")),
        ("小区", ("task", "走访老人")),  # in the note
        ("8", ("task", "新增助餐点")),  # its target
        ("余下在建", ("report", "新增助餐点")),
        ("ylk", ("unit", "养老科")),
        ("beifen", ("act", "立即备份")),
        ("移交", ("act", "打移交包")),
        ("拆分举措", ("entry", "拆分举措")),
        ("2026年6月", ("round", "2026年6月 填报批次")),
        ("养老科.xlsx", ("file", "养老科.xlsx")),
        ("工作要点", ("plan", "2026年工作要点")),
    ],
)
def test_everything_that_has_words_is_found(hand: Hand, words: str, first: tuple[str, str]) -> None:
    assert first in said(hand.types(words))[:2]


def test_a_task_opens_in_the_ledger_even_where_it_was_filtered_out(hand: Hand, case: Case) -> None:
    hand.window.show_page("ledger")
    hand.window.page("ledger").filters.chips["lights"].choose(["red"])  # type: ignore[attr-defined]
    hand.window.page("ledger").filters.changed.emit()  # type: ignore[attr-defined]
    hand.opens("csxc", "task")
    page = hand.window.page("ledger")
    assert hand.window.open_page == "ledger" and page.table.task() == case.built.tasks[5]  # type: ignore[attr-defined]
    assert hand.window.session.chosen_task == case.built.tasks[5]
    assert page.isAncestorOf(QApplication.focusWidget()) and not hand.palette.isVisible()  # type: ignore[arg-type]
    assert hand.line.text() == ""


def test_a_report_opens_beside_its_task_where_the_words_stand(hand: Hand, case: Case) -> None:
    hand.opens("在建", "report")
    inspector = hand.window._inspector
    assert hand.window.session.chosen_task == case.built.tasks[0] and inspector is not None and inspector.isVisible()
    assert inspector.text.textCursor().selectedText() == "在建"  # type: ignore[attr-defined]


def test_each_find_opens_where_it_lives(hand: Hand, case: Case) -> None:
    hand.opens("福利院", "unit")
    assert hand.window.open_page == "units"
    hand.opens("建立任务", "entry")
    page = hand.window.page("history")
    assert hand.window.open_page == "history" and page._chosen() == 1  # type: ignore[attr-defined]
    hand.opens("2026年6月", "round")
    assert hand.window.open_page == "exchange"
    hand.opens("工作要点", "plan")
    assert hand.window.open_page == "ledger"
    hand.opens("撤销上", "act")
    assert hand.window.session.entries()[0].undoes is not None


def test_ctrl_enter_filters_the_ledger_and_esc_ends_that(hand: Hand) -> None:
    hand.types("ABC")
    QTest.keyClick(hand.line, Key.Key_Return, Held.ControlModifier)
    shown = hand.window.status_line._words
    assert hand.window.open_page == "ledger" and "筛选出1项" in shown.text() and hand.line.text() == "ABC"
    QTest.keyClick(hand.window, Key.Key_K, Held.ControlModifier)
    QTest.keyClick(hand.line, Key.Key_Escape)
    assert "筛选出" not in shown.text() and not hand.palette.isVisible() and not hand.line.hasFocus()


def test_the_ledger_is_filtered_by_the_sound_too(hand: Hand) -> None:
    hand.types("csxc")
    QTest.keyClick(hand.line, Key.Key_Return, Held.ControlModifier)
    page = hand.window.page("ledger")
    shown = [page.model.index(row, 1).data() for row in range(page.model.rowCount())]  # type: ignore[attr-defined]
    assert "慈善宣传" in shown and "筛选出1项" in hand.window.status_line._words.text()
    assert "csxc" in page.filters._told.text()  # type: ignore[attr-defined]


def test_the_last_line_filters_too_and_the_keys_go_round(hand: Hand) -> None:
    hand.types("老")
    QTest.keyClick(hand.line, Key.Key_Up)
    assert hand.palette.current().kind == "filter"  # type: ignore[union-attr]
    QTest.keyClick(hand.line, Key.Key_Down)
    assert hand.palette.list.currentIndex().row() == 0
    QTest.keyClick(hand.line, Key.Key_PageDown)
    assert hand.palette.list.currentIndex().row() == min(10, hand.palette.model.rowCount() - 1)
    QTest.keyClick(hand.line, Key.Key_PageUp)
    QTest.keyClick(hand.line, Key.Key_Up)
    QTest.keyClick(hand.line, Key.Key_Return)
    assert hand.window.open_page == "ledger" and hand.line.text() == "老"


def test_nothing_found_says_what_to_try(hand: Hand) -> None:
    assert hand.types("没有这样的词") == [] and "拼音首字母" in hand.palette.said.text()
    QTest.keyClick(hand.line, Key.Key_Return)
    assert hand.line.text() == "没有这样的词"


def test_the_ledger_as_it_is_now_is_searched(hand: Hand, case: Case) -> None:
    assert hand.types("长者饭堂") == []
    task = hand.window.session.snapshot.tasks[case.built.tasks[0]]
    hand.window.session.apply(edits("task", task, {"title": "长者饭堂"}), "改名")
    assert said(hand.types("czft"))[0] == ("task", "长者饭堂")
    unit = hand.window.session.snapshot.units[case.built.units["福利院"]]
    draft = Draft()
    draft.create("alias", {"unit": unit.key, "name": "社会福利中心"})
    hand.window.session.apply(draft.changes, "别名")
    assert [hit.title for hit in hand.types("福利中心") if hit.kind == "unit"] == ["福利院"]
    assert "走访老人" in [hit.title for hit in hand.types("shflzx") if hit.kind == "task"]


def test_the_books_are_made_while_nobody_types(hand: Hand, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not hand.window.searching._idle.isActive())
    assert not hand.window.searching.finder.prepare()


def test_the_list_lies_inside_the_smallest_window(hand: Hand) -> None:
    hand.types("a")
    window = hand.window.rect()
    assert window.contains(hand.palette.geometry())
    assert hand.palette.list.accessibleName() and hand.line.accessibleName()

"""The review of a plan, by keys, on a real file and a real ledger: doubts first, one entry, one undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from desktop_app.documents.review import with_title, without_task
from desktop_app.store.store import open_ledger
from desktop_app.texts import review as texts
from desktop_app.ui.review import opening, window
from desktop_app.ui.review.office import OfficeBox
from desktop_app.ui.review.places import Places
from desktop_app.ui.review.window import ReviewWindow
from desktop_app.ui.session import Session
from tests.builders import plan_with
from tests.documents.test_bureaus import report_breakdown

PLAN = """云溪区民政局2026年工作要点

一、养老服务
1. 增设社区助餐点。9月底前新建社区助餐点8个，每日供餐不少于300份。（牵头单位：养老服务科；配合单位：财务科）
2. 规范殡葬管理。完成公益性墓区整修。
二、社会救助
3. 做好低保核查。6月底前完成低保对象入户核查。（牵头单位：社会救助科）
"""
SUMMARY = """云溪区民政局2025年工作总结

一、主要工作
（一）养老服务。全年已建成社区助餐点5个，累计供餐2万人次。
二、下步打算
（一）继续增设社区助餐点。新建社区助餐点8个。
"""


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-03-10")
    with open_ledger(tmp_path / "ledger") as store:
        yield Session(store)


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the clerk is told or asked; every question is answered with yes."""
    heard: list[str] = []
    for module in (opening, window):
        monkeypatch.setattr(module, "tell", lambda _, sentence: heard.append(sentence))
        monkeypatch.setattr(module, "ask", lambda _, sentence, *__: bool(heard.append(sentence)) or True)
    return heard


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "要点.txt"
    path.write_text(PLAN, "utf-8")
    return path


def shown(qtbot: QtBot, session: Session, path: Path) -> ReviewWindow:
    found = extract(path)
    assert isinstance(found, Extraction)
    review = ReviewWindow(session, found, path)
    qtbot.addWidget(review)
    with qtbot.waitActive(review):
        review.show()
        review.activateWindow()
    return review


def press(review: ReviewWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = review.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def type_in(review: ReviewWindow, words: str) -> None:
    """Type into whatever has the keys; the first letter may move them."""
    for char in words:
        target = review.focusWidget()
        assert target is not None
        QTest.keyClicks(target, char)


def test_a_plan_becomes_a_ledger_by_keys_alone(qtbot: QtBot, session: Session, plan: Path):
    empty = session.store.logical_dump()
    review = shown(qtbot, session, plan)
    assert [(d.seq, d.what) for d in review.extraction.doubts] == [(2, "unit"), (None, "deadline")]
    type_in(review, "x")
    field = review.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("殡葬管理所、办公室")
    press(review, Qt.Key.Key_Return)
    press(review, Qt.Key.Key_Return)
    assert not review.extraction.doubts
    assert session.store.logical_dump() == empty
    with qtbot.waitSignal(session.ledger_wanted):
        press(review, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not review.isVisible()
    leads = {t.title: [u.name for u in session.snapshot.leads_of(t.key)] for t in session.snapshot.tasks_in_order()}
    assert leads["规范殡葬管理"] == ["殡葬管理所", "办公室"]
    assert len(leads) == 3
    step = session.steps().undo
    assert step is not None
    session.undo(step.id)
    assert session.store.logical_dump() == empty


def test_a_digit_takes_a_suggestion(qtbot: QtBot, session: Session, plan: Path):
    review = shown(qtbot, session, plan)
    assert review._doubts._accept.text() == texts.WITHOUT_LEAD
    press(review, Qt.Key.Key_1)
    assert review._doubts._accept.text() == texts.ACCEPT
    assert review.extraction.tasks[1].lead_units == ("养老服务科",)
    press(review, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert review.extraction.tasks[1].lead_units == ()


def test_the_first_letter_of_the_input_method_is_not_lost(qtbot: QtBot, session: Session, plan: Path):
    review = shown(qtbot, session, plan)
    typed = QInputMethodEvent()
    typed.setCommitString("殡")
    listed = review.focusWidget()
    assert listed is not None
    QGuiApplication.sendEvent(listed, typed)
    field = review.focusWidget()
    assert isinstance(field, QLineEdit) and field.text() == "殡"


def test_the_rows_are_a_sound_model(qtbot: QtBot, session: Session, plan: Path):
    review = shown(qtbot, session, plan)
    tester = QAbstractItemModelTester(review._rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    press(review, Qt.Key.Key_1)
    review._take(without_task(review.extraction, 1))
    assert tester.model().rowCount() == 2


def test_moving_in_one_moves_the_other(qtbot: QtBot, session: Session, plan: Path):
    review = shown(qtbot, session, plan)
    table, title = review.findChild(QTableView), review.findChildren(QLineEdit)[0]
    assert isinstance(table, QTableView)
    review._document.task_wanted.emit(3)
    assert table.currentIndex().row() == 2
    assert title.text() == "做好低保核查"
    table.selectRow(0)
    cursor = review._document.textCursor()
    assert PLAN.split("\n")[3].startswith("1.")
    assert cursor.block().text().startswith("1.")


def test_fields_edit_the_row_and_what_is_no_day_is_put_back(qtbot: QtBot, session: Session, plan: Path):
    review = shown(qtbot, session, plan)
    review._document.task_wanted.emit(3)
    due = review._editor.due
    due.setFocus()
    due.setText("很快")
    press(review, Qt.Key.Key_Return)
    assert "很快" in review._said.text()
    assert due.text() == "2026-06-30"
    due.setText("8月底")
    due.setFocus()
    press(review, Qt.Key.Key_Return)
    assert [d.date.isoformat() for d in review.extraction.tasks[2].deadlines if d.date] == ["2026-08-31"]


def test_a_figure_is_corrected_added_and_dropped(qtbot: QtBot, session: Session, plan: Path):
    review = shown(qtbot, session, plan)
    review._document.task_wanted.emit(1)
    targets = review._editor.targets
    item = targets.item(0, 2)
    assert item is not None
    item.setText("12")
    assert review.extraction.tasks[0].targets[0].value == 12
    item = targets.item(0, 2)
    assert item is not None
    item.setText("许多")
    assert review.extraction.tasks[0].targets[0].value == 12
    count = len(review.extraction.tasks[0].targets)
    for column, words in ((0, "志愿服务队"), (1, "≥"), (3, "支"), (2, "3")):
        blank = targets.item(count, column)
        assert blank is not None
        blank.setText(words)
    added = review.extraction.tasks[0].targets[-1]
    assert (added.item, added.comparator, added.value, added.unit) == ("志愿服务队", ">=", 3, "支")
    count += 1
    targets.setCurrentCell(0, 0)
    QTest.keyClick(targets, Qt.Key.Key_Delete)
    assert len(review.extraction.tasks[0].targets) == count - 1


def test_a_row_that_is_no_task_goes_by_delete(qtbot: QtBot, session: Session, plan: Path):
    review = shown(qtbot, session, plan)
    table = review.findChild(QTableView)
    assert isinstance(table, QTableView)
    table.selectRow(2)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert [task.seq for task in review.extraction.tasks] == [1, 2]


def test_escape_stores_nothing_and_asks_only_after_edits(qtbot: QtBot, session: Session, plan: Path, said: list[str]):
    empty = session.store.logical_dump()
    review = shown(qtbot, session, plan)
    press(review, Qt.Key.Key_Escape)
    assert not review.isVisible() and not said
    review = shown(qtbot, session, plan)
    press(review, Qt.Key.Key_Return)
    press(review, Qt.Key.Key_Escape)
    assert not review.isVisible() and "没有改动" in said[0]
    assert session.store.logical_dump() == empty


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    """The window from which a plan is opened."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(qtbot: QtBot, session: Session, path: Path, home: QWidget) -> list[ReviewWindow]:
    """The review windows that `open_review` brings up within the time of reading a small file."""
    opening.open_review(session, path, home)
    qtbot.wait(300)
    return home.findChildren(ReviewWindow)


def test_the_same_file_again_is_told(qtbot: QtBot, session: Session, plan: Path, home: QWidget, said: list[str]):
    (review,) = opened(qtbot, session, plan, home)
    review._store_it()
    before = session.store.logical_dump()
    assert opened(qtbot, session, plan, home) == []
    assert "已在台账中" in said[0]
    assert session.store.logical_dump() == before


def test_a_summary_is_refused_and_its_intentions_offered(
    qtbot: QtBot, session: Session, tmp_path: Path, home: QWidget, said: list[str]
):
    path = tmp_path / "总结.txt"
    path.write_text(SUMMARY, "utf-8")
    (review,) = opened(qtbot, session, path, home)
    assert "总结" in said[0]
    assert [task.title for task in review.extraction.tasks] == ["继续增设社区助餐点"]


def test_every_control_of_the_review_has_a_name(qtbot: QtBot, session: Session, plan: Path):
    review = shown(qtbot, session, plan)
    review.resize(1024, 600)
    assert review.minimumSizeHint().width() <= 1024 and review.minimumSizeHint().height() <= 600
    fields = [*review.findChildren(QLineEdit), *review.findChildren(QTableView)]
    assert fields and all(field.accessibleName() for field in fields)


def test_places_agree_with_qt_beyond_the_basic_plane():
    text = "甲𠮷乙😀丙"
    places = Places(text)
    for place in range(len(text) + 1):
        qt = len(text[:place].encode("utf-16-le")) // 2
        assert places.to_qt(place) == qt
        assert places.from_qt(qt) == place


def test_of_many_offices_work_only_ours_is_kept(qtbot: QtBot, session: Session, tmp_path: Path):
    path = tmp_path / "分解.txt"
    path.write_text(report_breakdown(), "utf-8")
    read = extract(path)
    assert isinstance(read, Extraction)
    window = ReviewWindow(session, read, path)
    qtbot.addWidget(window)
    window.show()
    (box,) = window.findChildren(OfficeBox)
    assert box.isVisible() and box.itemText(0) == "全部单位（7项）"
    place = next(n for n in range(box.count()) if "民政局" in box.itemText(n))
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert [task.no for task in window.extraction.tasks] == ["3"]
    window._undo()
    assert len(window.extraction.tasks) == 7 and box.currentIndex() == 0


def test_our_own_office_is_offered_first_and_edits_survive_the_choice(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    plan_with(session.store, {"title": "一项"}, title="云溪区民政局2025年工作要点", year=2025)
    session.reload()
    path = tmp_path / "分解.txt"
    path.write_text(report_breakdown(), "utf-8")
    read = extract(path)
    assert isinstance(read, Extraction)
    window = ReviewWindow(session, read, path)
    qtbot.addWidget(window)
    window._take(without_task(window.extraction, 1))
    window._offices.setCurrentIndex(1)
    window._offices.activated.emit(1)
    assert window._offices.currentText() == texts.OUR_OFFICE.format(name="区民政局", count=1)
    assert [task.no for task in window.extraction.tasks] == ["3"]
    window._take(with_title(window.extraction, 3, "办好另一件实事"))
    window._offices.setCurrentIndex(0)
    window._offices.activated.emit(0)
    assert [task.seq for task in window.extraction.tasks] == [2, 3, 4, 5, 6, 7]
    assert window.extraction.tasks[1].title == "办好另一件实事"
    window._undo()
    assert window._offices.currentIndex() == 1
    assert [task.title for task in window.extraction.tasks] == ["办好另一件实事"]
    window._offices.setCurrentIndex(0)
    window._offices.activated.emit(0)
    assert len(window.extraction.tasks) == 6


def test_one_offices_plan_offers_no_such_choice(qtbot: QtBot, session: Session, plan: Path):
    read = extract(plan)
    assert isinstance(read, Extraction)
    window = ReviewWindow(session, read, plan)
    qtbot.addWidget(window)
    window.show()
    assert not window.findChildren(OfficeBox)[0].isVisible()

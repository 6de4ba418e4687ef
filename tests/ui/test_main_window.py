"""The window: pages, undo by name, status line, drops, search, inspector, and what it keeps on this computer."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.changes import edits
from desktop_app.domain.filters import Filter
from desktop_app.store.store import open_ledger
from desktop_app.texts import window as texts
from desktop_app.ui import obstacles, undoing, ways_in
from desktop_app.ui.arrivals import told_apart
from desktop_app.ui.main_window import PAGES, MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.today.tiles import TileButton
from tests.builders import plan_with
from tests.ui.fronting import seen
from tests.ui.ledger_case import Case


def window_of(qtbot: QtBot, case: Case, tmp_path: Path) -> MainWindow:
    window = MainWindow(Session(case.store), tmp_path / "window.json")
    qtbot.addWidget(window)
    window.resize(1024, 600)
    seen(qtbot, window)
    return window


@pytest.fixture
def window(qtbot: QtBot, case: Case, tmp_path: Path) -> MainWindow:
    return window_of(qtbot, case, tmp_path)


def rename(window: MainWindow, task: int, title: str) -> None:
    record = window.session.snapshot.tasks[task]
    window.session.apply(edits("task", record, {"title": title}), f"改名为{title}")


def words(window: MainWindow) -> str:
    return window.status_line._words.text()


@pytest.mark.parametrize(("number", "name"), list(enumerate(PAGES, 1)))
def test_each_page_opens_by_its_key_and_fits_the_smallest_screen(window: MainWindow, number: int, name: str) -> None:
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0.value + number), Qt.KeyboardModifier.ControlModifier)
    page = window._stack.currentWidget()
    assert page is window.page(name) and page.accessibleName() == texts.PAGES[name]
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1024, 600)
    assert page.minimumSizeHint().width() <= page.width() and page.minimumSizeHint().height() <= page.height()


def test_undo_and_redo_name_their_step(window: MainWindow, case: Case) -> None:
    before = case.store.logical_dump()
    rename(window, case.built.tasks[0], "新名字")
    assert "改名为新名字" in window.top_bar.undo.text() and not window.top_bar.redo.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert case.store.logical_dump() == before
    assert "改名为新名字" in window.top_bar.redo.toolTip() and "改名" not in window.top_bar.undo.toolTip()
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.session.snapshot.tasks[case.built.tasks[0]].title == "新名字"


def test_a_restart_keeps_undo(qtbot: QtBot, window: MainWindow, case: Case, tmp_path: Path) -> None:
    before = case.store.logical_dump()
    rename(window, case.built.tasks[0], "新名字")
    folder = case.store.folder
    window.close()
    case.store.close()
    with open_ledger(folder) as store:
        again = window_of(qtbot, case._replace(store=store), tmp_path)
        assert "改名为新名字" in again.top_bar.undo.text()
        again.top_bar.undo.click()
        assert store.logical_dump() == before
        again.close()


@pytest.mark.parametrize("yes", [True, False])
def test_what_stands_in_the_way_of_an_undo_is_listed(
    window: MainWindow, case: Case, monkeypatch: pytest.MonkeyPatch, yes: bool
) -> None:
    first, second = case.built.tasks[:2]
    record, other = window.session.snapshot.tasks[first], window.session.snapshot.tasks[second]
    both = [*edits("task", record, {"note": "甲"}), *edits("task", other, {"note": "甲"})]
    applied = window.session.apply(both, "批量备注")
    assert applied is not None
    window.session.apply(edits("task", window.session.snapshot.tasks[first], {"note": "乙"}), "改备注")
    seen: list[list[str]] = []

    class Answered(obstacles.ObstaclesDialog):
        def exec(self) -> int:
            seen.append(self.listed)
            return self.DialogCode.Accepted if yes else self.DialogCode.Rejected

    monkeypatch.setattr(obstacles, "ObstaclesDialog", Answered)
    undoing.take_back(window.session, applied.entry, window)
    assert len(seen) == 1 and len(seen[0]) == 1 and record.title in seen[0][0] and "乙" in seen[0][0]
    notes = [window.session.snapshot.tasks[key].note for key in (first, second)]
    assert notes == ["乙", None if yes else "甲"]


def test_the_status_line_counts_truly(window: MainWindow, case: Case) -> None:
    assert words(window).startswith("6项任务、1项举措 · 已保存")
    window.session.show_in_ledger(Filter(tasks=frozenset(case.built.tasks[:2]), label="两项"))
    assert "筛选出2项" in words(window) and window._open == "ledger"
    window.show_page("today")
    assert "筛选出" not in words(window)


def test_f4_shows_and_hides_the_inspector_and_that_is_kept(
    qtbot: QtBot, window: MainWindow, case: Case, tmp_path: Path
) -> None:
    window.show_page("ledger")
    assert window._inspector is not None and window._inspector.isVisible()
    window.show_page("history")
    assert not window._inspector.isVisible()
    window.show_page("ledger")
    QTest.keyClick(window, Qt.Key.Key_F4)
    assert not window._inspector.isVisible()
    window.close()
    assert settings.load(tmp_path / "window.json").inspector is False
    again = window_of(qtbot, case, tmp_path)
    again.show_page("ledger")
    assert again._inspector is None


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, buttons, keys))
    QTest.qWait(50)


def test_a_plan_dropped_anywhere_goes_to_review(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("desktop_app.ui.review.opening.open_review", lambda _, path, __: opened.append(path))
    plan = tmp_path / "要点.docx"
    plan.write_bytes(b"x")
    drop(window, plan)
    assert opened == [plan]


def test_forms_dropped_anywhere_go_to_the_exchange_page(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[list[Path]] = []
    monkeypatch.setattr(window.page("exchange"), "take_in", taken.append)
    form = tmp_path / "养老科.xlsx"
    form.write_bytes(b"x")
    drop(window, form, tmp_path)
    assert taken == [[form, tmp_path]] and window._open == "exchange"


def test_what_is_neither_is_told(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(ways_in, "tell", lambda _, sentence: said.append(sentence))
    drop(window, tmp_path / "照片.jpg")
    assert len(said) == 1 and "照片.jpg" in said[0] and "台账没有改动" in said[0]


@pytest.mark.parametrize("forms_are_out", [True, False])
def test_files_are_told_apart_by_ending(tmp_path: Path, forms_are_out: bool) -> None:
    names, books = ["a.DOCX", "b.txt", "c.xlsx", "d.et", "e.zip", "f.csv", "g.exe"], ["c.xlsx", "d.et"]
    arrived = told_apart([*(tmp_path / name for name in names), tmp_path], forms_are_out)
    assert [path.name for path in arrived.plans] == ["a.DOCX", "b.txt", *([] if forms_are_out else books)]
    assert [path.name for path in arrived.forms] == [*(books if forms_are_out else []), "e.zip", "f.csv", tmp_path.name]
    assert [path.name for path in arrived.unknown] == ["g.exe"]


def test_once_forms_are_out_what_may_be_either_is_looked_into(tmp_path: Path) -> None:
    tables = {
        "分解表": ["序号", "重点任务", "牵头单位", "完成时限"],
        "收回": ["序号", "任务", "进展情况", "完成率(%)", "办结时间", "存在问题"],
    }
    for name, header in tables.items():
        book, word = Workbook(), Document()
        values = [str(number) for number in range(1, len(header) + 1)]
        table = word.add_table(2, len(header))
        for line, row in enumerate((header, values)):
            book.active.append(row)  # type: ignore[union-attr]
            for column, words in enumerate(row):
                table.cell(line, column).text = words
        book.save(tmp_path / f"{name}.xlsx")
        word.save(str(tmp_path / f"{name}.docx"))
    paths = sorted(tmp_path.iterdir())
    arrived = told_apart(paths, forms_are_out=True)
    assert {path.stem for path in arrived.plans} == {"分解表"} and len(arrived.plans) == 2
    assert {path.stem for path in arrived.forms} == {"收回"} and len(arrived.forms) == 2
    assert told_apart(paths, forms_are_out=False).plans == paths


def test_all_that_is_dropped_on_the_exchange_page_counts_as_returned(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[list[Path]] = []
    monkeypatch.setattr(window.page("exchange"), "take_in", taken.append)
    word, picture = tmp_path / "养老科.docx", tmp_path / "养老科.jpg"
    for path in (word, picture):
        path.write_bytes(b"x")
    window.show_page("exchange")
    drop(window, word, picture)
    assert taken == [[word, picture]]


def test_of_two_plans_one_is_opened_and_the_other_is_spoken_of(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    opened: list[Path] = []
    monkeypatch.setattr(ways_in, "tell", lambda _, sentence: said.append(sentence))
    monkeypatch.setattr(window.ways_in, "review", opened.append)
    paths = [tmp_path / "一.txt", tmp_path / "二.txt"]
    for path in paths:
        path.write_text("x", "utf-8")
    drop(window, *paths)
    assert opened == paths[:1] and said == [texts.ONE_PLAN_AT_ONCE.format(name="一.txt", count=1)]


def test_every_control_of_the_frame_has_a_name(window: MainWindow) -> None:
    for control in (window.top_bar, window.navigation):
        for child in control.findChildren(QWidget):
            if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.isVisible():
                assert child.accessibleName() or getattr(child, "text", str)(), child


def test_window_state_is_kept(qtbot: QtBot, window: MainWindow, case: Case, tmp_path: Path) -> None:
    window.show_page("ledger")
    window.page("ledger").use_columns((), {"title": 260})  # type: ignore[attr-defined]
    window.resize(790, 650)  # within the 800 pixels of the tests' screen
    kept = window.size()  # with wider letters the least width is more
    window.close()
    again = MainWindow(Session(case.store), tmp_path / "window.json")
    qtbot.addWidget(again)
    again.show_page("ledger")
    assert again.page("ledger").widths()["title"] == 260  # type: ignore[attr-defined]
    assert again.size() == kept and kept.height() == 650  # the usual size is another


def test_a_number_shows_all_its_rows_whatever_was_searched(window: MainWindow, case: Case) -> None:
    QTest.keyClicks(window.top_bar.search, "ABC")
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.page("ledger").isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    window.session.show_in_ledger(Filter(tasks=frozenset(case.built.tasks[:2]), label="两项"))
    assert "筛选出2项" in words(window) and window.top_bar.search.text() == ""


@pytest.mark.slow
def test_the_demo_is_built_beside_the_ledger_and_opened(
    qtbot: QtBot, window: MainWindow, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = case.store.logical_dump()
    with qtbot.waitSignal(window.other_ledger, timeout=60_000) as wanted:
        window.ways_in.open_demo()
    folder = wanted.args[0]  # type: ignore[index]
    assert folder.parent == case.store.folder and case.store.logical_dump() == before
    monkeypatch.setattr("desktop_app.verbs.demo.demo", lambda _: pytest.fail("built twice"))
    with qtbot.waitSignal(window.other_ledger) as again:
        window.ways_in.open_demo()
    assert again.args == [folder]


def test_the_search_line_leaves_undo_to_the_ledger_and_esc_ends_the_search(window: MainWindow, qtbot: QtBot) -> None:
    search = window.top_bar.search
    search.setFocus()
    with qtbot.waitSignal(window.top_bar.undo_wanted):
        qtbot.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(search, "abc")
    with qtbot.assertNotEmitted(window.top_bar.undo_wanted):
        qtbot.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    search.setText("abc")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_a_page_opened_by_its_keys_has_the_next_keys(window: MainWindow) -> None:
    window.show()
    for name in texts.PAGES:
        window.go_to_page(name)
        focus = window.focusWidget()
        assert focus is not None and window.page(name).isAncestorOf(focus), name
        assert name != "today" or isinstance(focus, TileButton)  # the first number that counts any task


@pytest.mark.parametrize(
    ("text", "page", "ending"),
    [
        ("云溪区民政局2026年工作要点\n\n一、养老服务\n1.新建助餐点8个。", "", "txt"),
        ("任务\t牵头单位", "<html><table><tr><td>任务</td><td>牵头单位</td></tr></table></html>", "html"),
        ("一、养老服务", "<html><p>一、养老服务</p></html>", "txt"),
    ],
)
def test_copied_text_goes_to_review_as_a_file(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, text: str, page: str, ending: str
) -> None:
    copied = QMimeData()
    copied.setText(text)
    if page:
        copied.setHtml(page)
    QApplication.clipboard().setMimeData(copied)
    seen: list[tuple[str, str]] = []
    monkeypatch.setattr(window.ways_in, "review", lambda path: seen.append((path.name, path.read_text("utf-8-sig"))))
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    ((name, content),) = seen
    assert name.startswith("粘贴的文字 ") and name.endswith(ending)
    assert content == (page if ending == "html" else text)


def test_with_nothing_copied_it_is_said(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    QApplication.clipboard().clear()
    said: list[str] = []
    monkeypatch.setattr(ways_in, "tell", lambda _, sentence: said.append(sentence))
    window.ways_in.paste_plan()
    assert said == [texts.NOTHING_COPIED]


def test_the_top_bar_names_a_plan_only_while_the_ledger_shows_it(window: MainWindow, case: Case) -> None:
    bar, snapshot = window.top_bar, window.session.snapshot
    (first,) = snapshot.plans
    assert bar.scope.currentData() == first  # the only one: its year
    plan_with(case.store, {"title": "第二份的任务", "section": "三、其他"}, title="第二份要点")
    window.session.reload()
    assert bar.scope.currentText() == texts.ALL_PLANS
    second = next(key for key in window.session.snapshot.plans if key != first)
    bar.scope.setCurrentIndex(bar.scope.findData(second))
    bar.scope.activated.emit(bar.scope.currentIndex())
    assert bar.scope.currentData() == second and "筛选出1项" in words(window)
    window.page("ledger").filters.clear()  # type: ignore[attr-defined]
    assert bar.scope.currentText() == texts.ALL_PLANS and "筛选出" not in words(window)


def test_rows_asked_for_elsewhere_have_the_next_keys(window: MainWindow) -> None:
    window.top_bar.search.setFocus()
    window.session.show_in_ledger(Filter())
    assert window.page("ledger").isAncestorOf(window.focusWidget())  # type: ignore[arg-type]


def test_its_least_size_fits_a_laptops_screen_at_150_percent(
    qtbot: QtBot, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QSize(910, 485)  # 1366×768 at 150 %, without the task bar
    monkeypatch.setattr("PySide6.QtGui.QScreen.availableSize", lambda _: room)
    window = window_of(qtbot, case, tmp_path)
    least = window.minimumSize()
    assert least.width() < room.width() and least.height() < room.height()
    window.resize(least)
    assert window.minimumSizeHint().width() <= least.width()

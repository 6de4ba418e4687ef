"""The 收发 page on a real store and real forms: a round out, files back, one conflict, a decision now or next week."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft
from desktop_app.store.store import open_ledger
from desktop_app.texts import exchange_page as texts
from desktop_app.ui import jobs
from desktop_app.ui.exchange import collecting, page, sending
from desktop_app.ui.exchange.collect_dialog import CollectDialog
from desktop_app.ui.exchange.dispatch_dialog import DispatchDialog
from desktop_app.ui.exchange.files import to_open
from desktop_app.ui.exchange.page import ExchangePage
from desktop_app.ui.exchange.sent_dialog import SentDialog
from desktop_app.ui.session import Session
from desktop_app.verbs.demo import fill_form
from tests.builders import plan_with

ACCEPTED, REJECTED = QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected
TITLES = ("增设助餐点", "低保核查", "整修墓区")
Doing = Callable[[CollectDialog], object]


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-06-20")
    with open_ledger(tmp_path / "ledger") as store:
        leads = ("养老科", "救助科", ())
        plan_with(store, *({"title": t, "lead": lead} for t, lead in zip(TITLES, leads, strict=True)))
        yield Session(store)


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    for module in (collecting, sending, page, jobs):
        monkeypatch.setattr(module, "tell", lambda _, sentence: heard.append(sentence))
    monkeypatch.setattr(page, "ask", lambda _, sentence, __: bool(heard.append(sentence)) or True)
    return heard


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The notices that were shown after forms were made."""
    shown: list[str] = []
    monkeypatch.setattr(SentDialog, "exec", lambda self: shown.append(self.letter.toPlainText()))
    return shown


@pytest.fixture
def exchange(qtbot: QtBot, session: Session) -> ExchangePage:
    made = ExchangePage(session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def out(exchange: ExchangePage, letters: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a round made through the dialog."""
    folder = tmp_path / "发出"

    def fill_in(dialog: DispatchDialog) -> int:
        dialog._due.setDate(QDate(2026, 6, 28))
        dialog._folder.setText(str(folder))
        return ACCEPTED

    monkeypatch.setattr(DispatchDialog, "exec", fill_in)
    exchange.new_round()
    return folder


def states(exchange: ExchangePage) -> dict[str, str]:
    roster = exchange._roster
    return {words(roster, row, 0): words(roster, row, 2) for row in range(roster.rowCount())}


def words(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def returned(out: Path, name: str, **said: object) -> Path:
    """The form of 养老科 with these answers, saved under a name."""
    path = out.parent / "收回" / name
    fill_form(next(out.glob("养老科*.xlsx")), path, [{"no": "1", "status": "有进展", **said}])
    return path


def agree(monkeypatch: pytest.MonkeyPatch, do: Doing, answer: QDialog.DialogCode = ACCEPTED) -> list[CollectDialog]:
    """What the clerk does in the preview; returns the previews that were shown."""
    shown: list[CollectDialog] = []

    def run(dialog: CollectDialog) -> int:
        shown.append(dialog)
        do(dialog)
        return answer

    monkeypatch.setattr(CollectDialog, "exec", run)
    return shown


def percent(session: Session) -> float | None:
    reports = list(session.snapshot.tables["report"].values())
    return reports[0].percent if reports else None


def clerk_says(session: Session, value: float) -> None:
    draft, (report,) = Draft(), session.snapshot.tables["report"].values()
    draft.set("report", report, {"percent": value})
    session.apply(draft.changes, "核实后修改")


def test_an_empty_ledger_is_told_what_to_do_first(qtbot: QtBot, tmp_path: Path):
    with open_ledger(tmp_path / "other") as store:
        empty = ExchangePage(Session(store))
        qtbot.addWidget(empty)
        empty.show()
        assert empty._empty.text() == texts.NO_TASKS
        assert not empty._new.isEnabled()


def test_the_dialog_counts_what_will_go_out(qtbot: QtBot, session: Session):
    dialog = DispatchDialog(session.snapshot)
    qtbot.addWidget(dialog)
    assert "2份" in dialog._counts.text() and "2行" in dialog._counts.text() and "10格" in dialog._counts.text()
    assert "整修墓区" in dialog._warning.text()
    assert dialog.period.name == "2026-06" and dialog.as_of.isoformat() == "2026-06-30"
    dialog._part.setCurrentIndex(13)
    assert dialog.period.name == "2026-Q2" and "二季度" in str(dialog.folder)
    dialog._folder.setText("")
    assert not dialog._do.isEnabled()


def test_a_round_is_made_and_shown(exchange: ExchangePage, out: Path, letters: list[str]):
    names = {path.name for path in out.glob("*.xlsx")}
    assert names == {"养老科_2026年6月填报表.xlsx", "救助科_2026年6月填报表.xlsx"}
    assert "2026年6月26日前" in letters[0]  # the 28th is a Sunday
    assert states(exchange) == {"养老科": "○ 已生成", "救助科": "○ 已生成"}
    exchange._acts.chase_all.click()
    assert "养老科、救助科" in QGuiApplication.clipboard().text()


def test_clean_files_merge_as_one_entry(
    exchange: ExchangePage, session: Session, out: Path, monkeypatch: pytest.MonkeyPatch
):
    path = returned(out, "养老科.xlsx", percent=30, text="建成2个")
    shown = agree(monkeypatch, lambda dialog: None)
    before = session.store.logical_dump()
    exchange.take_in([path.parent])
    assert len(shown) == 1 and percent(session) == 30
    assert states(exchange)["养老科"] == "● 已合并"
    step = session.steps().undo
    assert step is not None
    session.undo(step.id)
    assert session.store.logical_dump() == before
    assert "已收" in states(exchange)["养老科"]  # 今日 counts it as silent again: one truth on both pages
    exchange.take_in([path.parent])
    assert percent(session) == 30 and states(exchange)["养老科"] == "● 已合并"


def test_a_conflict_is_decided_by_a_key_within_the_merge(
    exchange: ExchangePage, session: Session, out: Path, monkeypatch: pytest.MonkeyPatch
):
    agree(monkeypatch, lambda dialog: None)
    exchange.take_in([returned(out, "初报.xlsx", percent=30, text="建成2个")])
    clerk_says(session, 35)
    before = session.store.logical_dump()
    second = returned(out, "更正.xlsx", percent=40, text="建成3个")
    shown = agree(monkeypatch, lambda dialog: QTest.keyClick(dialog._questions, Qt.Key.Key_1))
    exchange.take_in([second])
    assert percent(session) == 40
    (dialog,) = shown
    shown_as = [words(dialog._questions, 0, column) for column in range(7)]
    assert shown_as[:2] == ["养老科", "增设助餐点"] and shown_as[3:6] == ["35", "30", "40"] and shown_as[6]
    step = session.steps().undo
    assert step is not None
    session.undo(step.id)
    assert session.store.logical_dump() == before


def test_what_is_left_for_later_is_asked_again(
    exchange: ExchangePage, session: Session, out: Path, monkeypatch: pytest.MonkeyPatch
):
    agree(monkeypatch, lambda dialog: None)
    exchange.take_in([returned(out, "初报.xlsx", percent=30, text="建成2个")])
    clerk_says(session, 35)
    exchange.take_in([returned(out, "更正.xlsx", percent=40, text="建成3个")])
    assert percent(session) == 35
    assert states(exchange)["养老科"] == "◆ 有疑问"
    assert exchange._decide.isVisible()
    agree(monkeypatch, lambda dialog: QTest.keyClick(dialog._questions, Qt.Key.Key_2))
    exchange._decide.click()
    assert percent(session) == 35
    assert states(exchange)["养老科"] == "● 已合并"
    assert not exchange._decide.isVisible()


def test_not_now_stores_nothing(exchange: ExchangePage, session: Session, out: Path, monkeypatch: pytest.MonkeyPatch):
    agree(monkeypatch, lambda dialog: None, REJECTED)
    before = session.store.logical_dump()
    exchange.take_in([returned(out, "养老科.xlsx", percent=30, text="建成2个")])
    assert session.store.logical_dump() == before
    assert states(exchange)["养老科"] == "○ 已生成"


def test_refused_files_are_named_with_the_reason_and_change_nothing(
    exchange: ExchangePage, session: Session, out: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
):
    folder = out.parent / "坏"
    folder.mkdir()
    (folder / "空表.xlsx").write_bytes(b"")
    shown = agree(monkeypatch, lambda dialog: None)
    before = session.store.logical_dump()
    exchange.take_in([folder])
    assert session.store.logical_dump() == before
    assert len(shown) == 1 and shown[0]._merge.text() == texts.SEEN
    exchange.take_in([out.parent / "没有的文件夹.xlsx"])
    (folder / "空表.xlsx").unlink()
    exchange.take_in([folder])
    assert "台账没有改动" in said[-1]


def test_forms_that_come_back_untouched_are_told_and_received(
    exchange: ExchangePage, session: Session, out: Path, monkeypatch: pytest.MonkeyPatch
):
    shown = agree(monkeypatch, lambda dialog: None)
    before = session.store.logical_dump()
    exchange.take_in([next(out.glob("养老科*.xlsx"))])
    assert session.store.logical_dump() == before
    assert states(exchange)["养老科"] == "■ 已收"
    assert len(shown) <= 1


def test_a_folder_that_cannot_be_written_is_told(
    exchange: ExchangePage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
):
    (tmp_path / "file").write_text("x")

    def fill_in(dialog: DispatchDialog) -> int:
        dialog._folder.setText(str(tmp_path / "file" / "sub"))
        return ACCEPTED

    monkeypatch.setattr(DispatchDialog, "exec", fill_in)
    before = session.store.logical_dump()
    exchange.new_round()
    assert "台账没有改动" in said[0]
    assert session.store.logical_dump() == before


def test_a_voided_round_is_marked_and_takes_no_files(
    exchange: ExchangePage, session: Session, out: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
):
    exchange._void.click()
    assert "作废" in said[0]
    assert [made.state for made in session.snapshot.rounds.values()] == ["voided"]
    assert not exchange._void.isEnabled() and not exchange._again.isEnabled()
    shown = agree(monkeypatch, lambda dialog: None)
    exchange.take_in([returned(out, "养老科.xlsx", percent=30, text="建成2个")])
    assert percent(session) is None and len(shown) == 1


def test_a_file_inside_an_archive_is_opened_as_a_copy(tmp_path: Path):
    copy = to_open("包.zip!/内/养老科.xlsx", b"content")
    assert copy.name == "养老科.xlsx" and copy.read_bytes() == b"content"
    original = tmp_path / "养老科.xlsx"
    original.write_bytes(b"content")
    assert to_open(str(original), b"content") == original
    assert to_open(str(original), b"other") != original


def test_every_control_has_a_name_and_fits(exchange: ExchangePage, session: Session, out: Path):
    exchange.resize(924, 520)
    assert exchange.minimumSizeHint().width() <= 924 and exchange.minimumSizeHint().height() <= 520
    dialog = DispatchDialog(session.snapshot)
    for control in (*exchange.findChildren(QTableWidget), *dialog.findChildren(QComboBox)):
        assert control.accessibleName()
    assert all(button.text() for button in exchange.findChildren(QPushButton) if button.isVisible())
    assert all(field.accessibleName() for field in dialog.findChildren(QLineEdit) if field.objectName() == "")
    dialog.deleteLater()

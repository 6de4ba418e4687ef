"""The roster of a round: states, the stamped copy, chase texts, sending a form back, and timeliness."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft
from desktop_app.store.receipts import receipts
from desktop_app.store.store import open_ledger
from desktop_app.texts import chase as texts
from desktop_app.texts import exchange_page as page_texts
from desktop_app.ui.exchange import roster_acts
from desktop_app.ui.exchange.page import ExchangePage
from desktop_app.ui.exchange.roster import doubtful
from desktop_app.ui.exchange.roster_view import FILE, STAMP, STATE
from desktop_app.ui.exchange.timeliness_dialog import TimelinessDialog
from desktop_app.ui.session import Session
from desktop_app.verbs.collect import apply_collected, collect, pending
from tests.exchange.returns import AID, CARE, MEALS, Sent, send
from tests.verbs.test_collect import returned
from tests.verbs.test_collect_units import in_one_workbook


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-06-26")
    with open_ledger(tmp_path / "ledger") as store:
        yield Session(store)


@pytest.fixture
def sent(session: Session, tmp_path: Path) -> Sent:
    return send(session.store, tmp_path / "out")


@pytest.fixture
def page(qtbot: QtBot, session: Session, sent: Sent) -> ExchangePage:
    session.reload()
    made = ExchangePage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def merge(session: Session, path: Path) -> None:
    session.take_in(apply_collected(session.store, collect(session.store, [path])))


def word(page: ExchangePage, row: int, column: int) -> str:
    item = page._roster.item(row, column)
    assert item is not None
    return item.text()


def tick(page: ExchangePage, row: int, state: Qt.CheckState) -> None:
    item = page._roster.item(row, STAMP)
    assert item is not None
    item.setCheckState(state)


def test_the_stamped_copy_is_ticked_and_undone(page: ExchangePage, session: Session, sent: Sent) -> None:
    merge(session, returned(sent, "a", {MEALS: {"percent": 40, "text": "已选址"}}))
    assert page_texts.STATES["merged"] in word(page, 0, STATE)
    tick(page, 0, Qt.CheckState.Checked)
    form = session.snapshot.having("form", "round", sent.dispatched.round)[0]
    assert (form.stamped_on, word(page, 0, STAMP)) == ("2026-06-26", "06-26")
    assert page_texts.STATES["stamped"] in word(page, 0, STATE)
    undo = session.steps().undo
    assert undo is not None
    session.undo(undo.id)
    assert word(page, 0, STAMP) == ""
    tick(page, 0, Qt.CheckState.Checked)
    tick(page, 0, Qt.CheckState.Unchecked)
    assert session.snapshot.having("form", "round", sent.dispatched.round)[0].stamped_on is None


def test_chase_texts_for_all_and_for_one(page: ExchangePage, session: Session, sent: Sent) -> None:
    page._acts.chase_all.click()
    assert "2个单位" in QGuiApplication.clipboard().text()
    page._roster.setCurrentCell(0, 0)
    page._acts._chase_one.click()
    assert QGuiApplication.clipboard().text().startswith(f"{CARE}：")
    merge(session, returned(sent, "a", {MEALS: {"percent": 40, "text": "已选址"}}))
    assert not page._acts._chase_one.isEnabled()
    page._acts.chase_all.click()
    assert CARE not in QGuiApplication.clipboard().text()


def test_an_answer_by_word_of_mouth_counts_as_reported(page: ExchangePage, session: Session, sent: Sent) -> None:
    row = session.snapshot.rows_of(sent.dispatched.round)[0]
    draft = Draft()
    draft.create("answer", {"row": row.key, "percent": 30, "heard": "电话，6月25日"})
    draft.create("report", {"row": row.key, "percent": 30})
    session.apply(draft.changes, "电话登记")
    assert page_texts.STATES["merged"] in word(page, 0, STATE)
    assert word(page, 0, FILE) == "电话，6月25日"
    assert "÷ 应反馈2" in page._acts._rate.text()


def test_a_form_goes_back_from_the_roster(
    page: ExchangePage, session: Session, sent: Sent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not page._acts._back.isEnabled()
    merge(session, returned(sent, "a", {MEALS: {"percent": 140, "text": "已选址"}}))
    monkeypatch.setattr(roster_acts, "answer", lambda _: "请补附件")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "slips"))
    monkeypatch.setattr(roster_acts, "open_path", lambda _: None)
    page._acts._back.click()
    (path,) = (tmp_path / "slips").iterdir()
    assert page._acts._said.text() == texts.SENT_BACK.format(file=path.name, count=1)


def test_timeliness_over_rounds(
    page: ExchangePage, session: Session, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    merge(session, returned(sent, "a", {MEALS: {"percent": 40, "text": "已选址"}}))
    shown: list[list[str]] = []

    def read(dialog: TimelinessDialog) -> None:
        table = dialog.table
        shown.extend(
            [item.text() for column in range(table.columnCount()) if (item := table.item(row, column))]
            for row in range(table.rowCount())
        )

    monkeypatch.setattr(TimelinessDialog, "exec", read)
    page._acts._times.click()
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-02")
    page._acts._times.click()
    assert [row[1] for row in shown[:3]] == ["50%", texts.MARKS["in time"], texts.MARKS["open"]]
    assert [row[1] for row in shown[3:]] == ["50%", texts.MARKS["in time"], texts.MARKS["silent"]]
    assert date(2026, 6, 30).isoformat() == session.snapshot.rounds[sent.dispatched.round].due


def test_of_two_units_in_one_file_only_the_asked_one_is_doubtful(session: Session, sent: Sent, tmp_path: Path) -> None:
    store = session.store
    apply_collected(store, collect(store, [in_one_workbook(sent, tmp_path / "a.xlsx")]))
    asked = [(question.row, question.file) for question in pending(store)]
    snapshot = store.snapshot()
    assert doubtful(snapshot, receipts(store), asked) == {(next(iter(snapshot.rounds)), sent.built.units[AID])}

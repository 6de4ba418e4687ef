"""What is done with a round from the 收发 page: choosing it, changing its rows, writing again, packing, taking down."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.domain.changes import Draft
from desktop_app.store.receipts import outgoing
from desktop_app.store.store import open_ledger
from desktop_app.texts import by_hand as heard_texts
from desktop_app.texts import exchange as forms
from desktop_app.texts import exchange_page as texts
from desktop_app.texts import rounds_page as words
from desktop_app.ui import jobs
from desktop_app.ui.exchange import hearing, page, sending
from desktop_app.ui.exchange.dispatch_dialog import DispatchDialog
from desktop_app.ui.exchange.heard_dialog import HeardDialog
from desktop_app.ui.exchange.page import ExchangePage
from desktop_app.ui.exchange.round_rows_dialog import NAME, RoundRowsDialog
from desktop_app.ui.exchange.sent_dialog import SentDialog
from desktop_app.ui.session import Session
from desktop_app.verbs import round_files
from desktop_app.verbs.dispatch import made_on
from tests.builders import plan_with

ACCEPTED = QDialog.DialogCode.Accepted
MEALS, AUDIT, GRAVES = "增设助餐点", "低保核查", "整修墓区"
TARGET = {"item": "助餐点", "value": 8, "unit": "个", "phrase": "增设助餐点8个", "kind": "cumulative"}


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-06-15")
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(
            store,
            {"title": MEALS, "lead": "养老科", "co": "救助科", "targets": (TARGET,)},
            {"title": AUDIT, "lead": "救助科"},
            {"title": GRAVES, "lead": "殡葬所", "state": "closed"},
        )
        yield Session(store)


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    for module in (hearing, sending, page):
        monkeypatch.setattr(module, "tell", lambda _, sentence: heard.append(sentence))
    for module in (sending, page):
        monkeypatch.setattr(module, "ask", lambda _, sentence, __: bool(heard.append(sentence)) or True)
    monkeypatch.setattr(SentDialog, "exec", lambda self: 1)
    return heard


@pytest.fixture
def exchange(qtbot: QtBot, session: Session) -> ExchangePage:
    made = ExchangePage(session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def out(exchange: ExchangePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a round of the usual columns, made through the dialog."""
    return send(exchange, monkeypatch, tmp_path / "发出")


def send(exchange: ExchangePage, monkeypatch: pytest.MonkeyPatch, folder: Path, *columns: str) -> Path:
    def fill_in(dialog: DispatchDialog) -> int:
        dialog._due.setDate(QDate(2026, 6, 28))
        for column in columns:
            dialog.what._columns[column].setChecked(True)
        dialog._folder.setText(str(folder))
        return ACCEPTED

    monkeypatch.setattr(DispatchDialog, "exec", fill_in)
    exchange.new_round()
    return folder


def rows(session: Session) -> set[tuple[str, str, int]]:
    snapshot = session.snapshot
    return {(snapshot.units[r.unit].name, r.title, r.withdrawn) for r in snapshot.rows.values()}


def choose_rows(monkeypatch: pytest.MonkeyPatch, ticks: dict[tuple[str, str], bool]) -> None:
    """What the clerk ticks in the dialog of rows: (unit, words of the task) → on or off."""

    def run(dialog: RoundRowsDialog) -> int:
        for unit in (dialog.rows.topLevelItem(n) for n in range(dialog.rows.topLevelItemCount())):
            assert unit
            for item in (unit.child(n) for n in range(unit.childCount())):
                for (name, title), on in ticks.items():
                    if unit.text(NAME) == name and title in item.text(NAME):
                        item.setCheckState(NAME, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        return ACCEPTED

    monkeypatch.setattr(RoundRowsDialog, "exec", run)


def test_the_dialog_counts_what_each_unit_is_asked(qtbot: QtBot, session: Session) -> None:
    dialog = DispatchDialog(session.snapshot)
    qtbot.addWidget(dialog)
    assert "2份" in dialog._counts.text() and "10格" in dialog._counts.text()
    dialog.what._columns["figures"].setChecked(True)
    assert "11格（最多的是养老科，6格）" in dialog._counts.text()
    dialog.what._co.setChecked(True)
    assert "3行" in dialog._counts.text() and "救助科，11格" in dialog._counts.text()
    dialog.what._also["closed"].setChecked(True)
    assert "3份" in dialog._counts.text()
    assert dialog.choices.also == frozenset(["closed"]) and dialog.choices.units is None


def test_a_group_without_members_is_warned_of(qtbot: QtBot, session: Session) -> None:
    draft = Draft()
    group = draft.create("unit", {"name": "各镇街", "kind": "group", "position": 9})
    town = draft.create("unit", {"name": "东镇", "kind": "town", "position": 10})
    task = next(iter(session.snapshot.tasks))
    draft.create("assignment", {"task": task, "unit": group, "role": "lead", "position": 2})
    applied = session.apply(draft.changes, "增加牵头单位")
    dialog = DispatchDialog(session.snapshot)
    qtbot.addWidget(dialog)
    warning = words.WARNING.format(text=forms.NO_MEMBERS.format(group="各镇街"))
    assert warning in dialog._warning.text()
    assert applied
    draft = Draft()
    draft.create("member", {"collective": applied.keys[group], "unit": applied.keys[town]})
    session.apply(draft.changes, "定成员")
    dialog = DispatchDialog(session.snapshot)
    qtbot.addWidget(dialog)
    assert warning not in dialog._warning.text()


def test_a_unit_left_out_stays_out_and_nobody_left_makes_nothing(qtbot: QtBot, session: Session) -> None:
    dialog = DispatchDialog(session.snapshot)
    qtbot.addWidget(dialog)
    item = dialog.units._items()[0]
    item.setCheckState(0, Qt.CheckState.Unchecked)
    left = dialog.choices.units
    dialog.what._columns["evidence"].setChecked(True)
    assert dialog.choices.units == left and "1份" in dialog._counts.text()
    dialog.units.tick_all(False)
    assert not dialog._do.isEnabled() and words.NO_ROWS in dialog._warning.text()
    dialog.units.tick_all(True)
    assert dialog.choices.units is None and dialog._do.isEnabled()
    for box in dialog.what._columns.values():
        box.setChecked(False)
    assert dialog._warning.text() == words.NO_COLUMN and not dialog._do.isEnabled()


def test_a_kind_ticked_by_its_box_is_counted_once_and_its_units_stay_in_sight(qtbot: QtBot, session: Session) -> None:
    """A tree made anew in the middle of a tick would be gone when Qt goes on to its parents."""
    dialog = DispatchDialog(session.snapshot)
    qtbot.addWidget(dialog)
    dialog.show()
    tree, counted = dialog.units, list[int]()
    tree.ticked.connect(lambda: counted.append(1))
    kind, items = tree.topLevelItem(0), tree._items()
    assert kind is not None and kind.childCount() == 2
    tree.setCurrentItem(kind)
    for left, makes in ((frozenset(), False), (None, True)):
        with qtbot.waitSignal(tree.ticked):
            qtbot.keyClick(tree, Qt.Key.Key_Space)
        assert dialog.choices.units == left and dialog._do.isEnabled() == makes
    assert counted == [1, 1]
    assert all(map(isValid, (kind, *items))) and tree.currentItem() is kind


def test_the_due_day_is_shown_as_it_will_be_and_what_was_asked_lately_is_warned_of(
    qtbot: QtBot, session: Session, out: Path
) -> None:
    dialog = DispatchDialog(session.snapshot, None, made_on(session.store))
    qtbot.addWidget(dialog)
    dialog._due.setDate(QDate(2026, 6, 28))
    assert dialog._moved.text() == words.MOVED.format(due="2026年6月26日")
    assert "30天内重复" in dialog._warning.text()
    dialog._due.setDate(QDate(2026, 6, 17))
    assert words.SHORT in dialog._warning.text()
    assert dialog.height() <= 560


def test_the_rule_for_days_off_is_chosen_beside_the_day_and_kept(
    exchange: ExchangePage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_in(dialog: DispatchDialog) -> int:
        dialog._due.setDate(QDate(2026, 6, 28))
        dialog._shift.setCurrentIndex(dialog._shift.findData("later"))
        assert dialog._moved.text() == words.MOVED.format(due="2026年6月29日")
        dialog._folder.setText(str(tmp_path / "out"))
        return ACCEPTED

    monkeypatch.setattr(DispatchDialog, "exec", fill_in)
    exchange.new_round()
    assert [made.due for made in session.snapshot.rounds.values()] == ["2026-06-29"]
    assert DispatchDialog(session.snapshot).shift == "later"


def test_the_filter_of_the_dialog_is_that_of_the_round(
    exchange: ExchangePage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(exchange, monkeypatch, tmp_path / "out", "figures")
    (made,) = session.snapshot.rounds.values()
    assert made.asked == "text,percent,finished_on,problems,figures"
    assert [figure.item for figure in session.snapshot.tables["row_target"].values()] == ["助餐点"]


def test_cancel_leaves_nothing_half_done(
    exchange: ExchangePage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    real = round_files.write_form
    monkeypatch.setattr(round_files, "write_form", lambda paper, path: (real(paper, path), cancel[0].cancel()))
    cancel: list[jobs.Progress] = []
    plain = jobs.Progress.__init__
    monkeypatch.setattr(jobs.Progress, "__init__", lambda self: (plain(self), cancel.append(self))[0])
    send(exchange, monkeypatch, tmp_path / "out")
    assert said == [words.CANCELLED_NEW]
    assert [made.state for made in session.snapshot.rounds.values()] == ["voided"]
    assert list((tmp_path / "out").iterdir()) == []


def test_rows_are_added_and_withdrawn_in_one_dialog(
    exchange: ExchangePage, session: Session, out: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    choose_rows(monkeypatch, {("救助科", MEALS): True, ("殡葬所", GRAVES): True, ("养老科", MEALS): False})
    exchange._rows.click()
    assert rows(session) == {
        ("养老科", MEALS, 1),
        ("救助科", AUDIT, 0),
        ("救助科", MEALS, 0),
        ("殡葬所", GRAVES, 0),
    }
    assert said[0] == words.REALLY_MORE.format(units="救助科")
    names = {path.name for path in out.glob("*.xlsx")}
    grown, kept = "救助科_2026年6月填报表（第2版）.xlsx", "救助科_2026年6月填报表.xlsx"
    assert names >= {grown, kept, "殡葬所_2026年6月填报表.xlsx"}
    sheet = load_workbook(out / grown)[forms.SHEET]
    assert sheet["A1"].value == "附件1（第2版，任务有增加）"
    labels = [entry.label for entry in session.entries()[:2]]
    assert labels == ["撤回2026年6月填报的一行：养老科“增设助餐点”", "2026年6月填报增加2行"]


def test_adding_that_is_cancelled_is_undone(
    exchange: ExchangePage, session: Session, out: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    before, kept = rows(session), outgoing(session.store)
    monkeypatch.setattr(sending, "run", lambda *_: None)
    choose_rows(monkeypatch, {("救助科", MEALS): True})
    exchange._rows.click()
    assert rows(session) == before and said[-1] == words.CANCELLED_MORE
    now = outgoing(session.store)
    assert {key: (o.file, bool(o.written_at)) for key, o in now.items()} == {
        key: (o.file, bool(o.written_at)) for key, o in kept.items()
    }


def test_one_form_is_written_again_after_asking(
    exchange: ExchangePage, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "again"))
    exchange._roster.setCurrentCell(0, 0)
    line = exchange._roster.line
    assert line
    exchange.write_again(line.unit)
    assert said == [words.REALLY_AGAIN.format(units=line.name)]
    assert [path.name for path in (tmp_path / "again").glob("*.xlsx")] == [f"{line.name}_2026年6月填报表.xlsx"]


def test_a_round_is_packed(exchange: ExchangePage, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "六月"), ""))
    exchange._pack.click()
    assert exchange._said.text() == words.PACKED.format(path=tmp_path / "六月.zip")
    with zipfile.ZipFile(tmp_path / "六月.zip") as archive:
        assert set(archive.namelist()) == {path.name for path in out.iterdir()}


def test_an_answer_by_phone_is_taken_down(
    exchange: ExchangePage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    send(exchange, monkeypatch, tmp_path / "out", "figures")
    tries: list[HeardDialog] = []

    def fill_in(dialog: HeardDialog) -> int:
        tries.append(dialog)
        assert not dialog._do.isEnabled() or dialog.who.text()
        dialog.who.setText("李科长")
        typed = {"percent": "一半" if len(tries) == 1 else "45", "figure_1": "5", "finished_on": ""}
        for field, value in typed.items():
            box = dialog.fields[field]
            assert isinstance(box, QLineEdit)
            box.setText(value)
        status, text = dialog.fields["status"], dialog.fields["text"]
        assert isinstance(status, QComboBox) and isinstance(text, QPlainTextEdit)
        status.setCurrentText(forms.PROGRESS)
        text.setPlainText("已选址")
        return ACCEPTED

    monkeypatch.setattr(HeardDialog, "exec", fill_in)
    exchange._roster.setCurrentCell(0, 0)
    exchange._heard.click()
    assert said == [heard_texts.BAD_NUMBER.format(field="完成率(%)", value="一半")]
    (answer,) = session.snapshot.tables["answer"].values()
    assert (answer.status, answer.percent, answer.text) == (forms.PROGRESS, 45.0, "已选址")
    assert answer.heard == "6月15日电话，李科长报送"
    assert [figure.held for figure in session.snapshot.tables["row_target"].values()] == [5.0]


def test_a_voided_round_offers_nothing_more(exchange: ExchangePage, out: Path) -> None:
    exchange._void.click()
    buttons = (exchange._rows, exchange._again, exchange._pack, exchange._heard, exchange._void)
    assert not any(button.isEnabled() for button in buttons)


def test_a_group_s_task_that_is_new_can_be_added_to_the_round(
    exchange: ExchangePage, session: Session, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = Draft()
    unit = draft.create("unit", {"name": "东镇", "kind": "town", "position": 9})
    task = next(iter(session.snapshot.tasks))
    draft.create("assignment", {"task": task, "unit": unit, "role": "lead", "position": 2})
    session.apply(draft.changes, "增加牵头单位")
    choose_rows(monkeypatch, {("东镇", MEALS): True})
    exchange._rows.click()
    assert ("东镇", MEALS, 0) in rows(session)
    assert (out / "东镇_2026年6月填报表.xlsx").is_file()
    assert texts.STATES["made"] in " ".join(
        str(item.text()) for row in range(exchange._roster.rowCount()) if (item := exchange._roster.item(row, 2))
    )

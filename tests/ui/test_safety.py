"""Backups without being asked, restore, second place, check and hand-over from the window."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.errors import Refused
from desktop_app.store import journal
from desktop_app.store.backup import back_up, back_up_first, backups, is_sound
from desktop_app.store.store import FILE, Applied, open_ledger, read_ledger
from desktop_app.texts import backup as backup_texts
from desktop_app.texts import safety
from desktop_app.ui import jobs
from desktop_app.ui.safety import choosing, keeper, panel
from desktop_app.ui.safety.backups_dialog import BackupsDialog
from desktop_app.ui.safety.check_dialog import CheckDialog
from desktop_app.ui.safety.follower import Follower
from desktop_app.ui.safety.keeper import Keeper
from desktop_app.ui.safety.owner import OWNER, WANTED, Owner, bring_to_front
from desktop_app.ui.safety.panel import SafetyPanel
from desktop_app.ui.session import Session
from tests.store.broken import break_index
from tests.store.test_backup import add_unit
from tests.ui.ledger_case import Case


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(panel, "tell", lambda _, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "AFTER_PAINT", 1)
    monkeypatch.setattr(keeper, "AFTER_BULK", 1)


def kept_names(folder: Path) -> set[str]:
    return {path.name for path in (folder / backup_texts.FOLDER).iterdir() if not path.name.startswith(".")}


def test_after_the_start_what_changed_is_backed_up_and_copied(qtbot: QtBot, case: Case, tmp_path: Path, soon: None):
    file, stick, heard = tmp_path / "window.json", tmp_path / "U盘", []
    stick.mkdir()
    settings.save(file, settings.Settings(second_place=str(stick)))
    made = Keeper(case.store, file)
    made.told.connect(lambda words, _: heard.append(words))
    made.begin()
    qtbot.waitUntil(
        lambda: (stick / backup_texts.SECOND / backup_texts.FOLDER / backup_texts.COPY).exists(), timeout=9000
    )
    qtbot.waitUntil(lambda: len(heard) > 1, timeout=9000)
    made.end()
    assert [b.reason for b in backups(case.store.folder)] == ["自动"]
    assert {backup_texts.COPY, backup_texts.WORKBOOK} < kept_names(case.store.folder)
    assert heard[-1].startswith("最近备份 ") and safety.STATUS_ABSENT not in heard[-1]
    assert len(list(stick.rglob("*.duban"))) == 1 and list(stick.rglob("files/*/*"))


def test_a_stick_that_is_not_there_is_told_in_the_status_line_only(
    qtbot: QtBot, case: Case, tmp_path: Path, soon: None
):
    file, heard = tmp_path / "window.json", []
    settings.save(file, settings.Settings(second_place=str(tmp_path / "拔掉的U盘")))
    made = Keeper(case.store, file)
    made.told.connect(lambda words, _: heard.append(words))
    made.begin()
    qtbot.waitUntil(lambda: len(heard) > 1, timeout=9000)
    made.end()
    assert not made._start.isActive()
    assert safety.STATUS_ABSENT in heard[-1] and not (tmp_path / "拔掉的U盘").exists()


def test_before_a_bulk_step_the_open_window_backs_up(qtbot: QtBot, case: Case, tmp_path: Path, soon: None):
    made = Keeper(case.store, tmp_path / "window.json")
    before = case.store.logical_dump()
    session = Session(case.store)
    task = session.snapshot.tasks[case.built.tasks[0]]
    session.apply(journal_change(task), "批量", journal.INTAKE)
    (kept,) = backups(case.store.folder)
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / FILE).write_bytes(kept.path.read_bytes())
    with read_ledger(folder) as old:
        assert old.logical_dump() == before != case.store.logical_dump()
    qtbot.waitUntil(lambda: backup_texts.COPY in kept_names(case.store.folder), timeout=9000)
    made.end()
    assert case.store.before_bulk is None


def test_the_window_lives_while_a_bulk_step_waits_for_its_backup(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    alive, heard = threading.Event(), []

    def slow(folder: Path, reason: str) -> object:
        heard.append((alive.wait(5), threading.current_thread()))
        return back_up_first(folder, reason)

    monkeypatch.setattr(keeper, "back_up_first", slow)
    made = Keeper(case.store, tmp_path / "window.json")
    QTimer.singleShot(0, alive.set)  # is heard only where the window goes on
    applied = apply_bulk(case)
    made.end()
    assert applied is not None and len(backups(case.store.folder)) == 1
    ((went_on, thread),) = heard
    assert went_on and thread is not threading.main_thread()


def test_a_bulk_step_whose_backup_is_cancelled_changes_nothing(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    go_on, ended = threading.Event(), threading.Event()

    def slow(folder: Path, reason: str) -> object:
        go_on.wait(5)
        try:
            return back_up_first(folder, reason)
        finally:
            ended.set()

    def cancel() -> None:
        (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QProgressDialog))
        assert dialog.labelText() == safety.BEFORE_BULK
        dialog.findChildren(QPushButton)[0].click()

    monkeypatch.setattr(keeper, "back_up_first", slow)
    monkeypatch.setattr(jobs, "SHOWN_AFTER", 1)
    made, before = Keeper(case.store, tmp_path / "window.json"), case.store.logical_dump()
    QTimer.singleShot(100, cancel)
    with pytest.raises(Refused, match="已取消.*没有做.*台账没有改动"):
        apply_bulk(case)
    assert case.store.logical_dump() == before and not case.store.connection.in_transaction
    go_on.set()
    assert ended.wait(5)  # what had begun becomes a whole backup, or none
    assert all(is_sound(one.path) for one in backups(case.store.folder))
    assert apply_bulk(case) is not None
    made.end()


def test_a_bulk_step_whose_backup_fails_is_told_and_not_done(case: Case, tmp_path: Path):
    made, before = Keeper(case.store, tmp_path / "window.json"), case.store.logical_dump()
    (case.store.folder / backup_texts.FOLDER).write_text("a file in the place of the folder")
    with pytest.raises(Refused, match="批量改动前的自动备份没有成功.*台账没有改动"):
        apply_bulk(case)
    made.end()
    assert case.store.logical_dump() == before


def apply_bulk(case: Case) -> Applied | None:
    session = Session(case.store)
    return session.apply(journal_change(session.snapshot.tasks[case.built.tasks[0]]), "批量", journal.INTAKE)


def journal_change(task: object) -> list:
    from desktop_app.domain.changes import edits

    return edits("task", task, {"title": "改名"})  # type: ignore[arg-type]


def test_the_panel_backs_up_checks_and_keeps_the_second_place(
    qtbot: QtBot, case: Case, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
):
    file, stick = tmp_path / "window.json", tmp_path / "U盘"
    stick.mkdir()
    made = SafetyPanel(Session(case.store), file)
    qtbot.addWidget(made)
    assert made._last.text() == safety.NEVER and made._forget.isHidden()
    made._now.click()
    assert said == [safety.BACKED_UP] and "手动" in made._last.text() and "共1份" in made._last.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    made._choose.click()
    assert settings.load(file).second_place == str(stick) and str(stick) in made._second.text()
    assert list(stick.rglob("*.duban"))
    made._forget.click()
    assert settings.load(file).second_place == ""
    made._check.click()
    assert "完好" in said[-1] and "1份原始文件" in said[-1]


def test_a_pack_opens_elsewhere_with_equal_content(
    qtbot: QtBot, case: Case, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
):
    made, pack = SafetyPanel(Session(case.store), tmp_path / "window.json"), tmp_path / "交接包.zip"
    qtbot.addWidget(made)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pack), ""))
    made._pack.click()
    assert pack.is_file() and pack.name in said[-1]
    with open_ledger(tmp_path / "新电脑") as blank:
        session, wanted = Session(blank), []
        session.restore_wanted.connect(wanted.append)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pack), ""))
        assert choosing.restore_file(session, made) and wanted == [pack]  # an empty ledger is not asked about


def test_the_list_looks_through_each_backup_and_restores_the_chosen_one(
    qtbot: QtBot, case: Case, monkeypatch: pytest.MonkeyPatch
):
    good = back_up(case.store.folder, "hand")
    bad = good.path.with_name("2099-01-01_000000_自动.duban")
    bad.write_bytes(good.path.read_bytes()[:5000])
    session, wanted, asked = Session(case.store), [], []
    session.restore_wanted.connect(wanted.append)
    monkeypatch.setattr(choosing, "ask", lambda _, sentence, __: asked.append(sentence) or True)
    made = BackupsDialog(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made._looked == 2, timeout=9000)
    table = made._table
    assert [made._said(row) for row in range(2)] == [safety.BROKEN, safety.SOUND]
    assert not made._restore.isEnabled()
    table.selectRow(1)
    made._restore.click()
    assert wanted == [good.path] and "先备份" in asked[0] and not made.isVisible()


def test_a_window_that_reads_follows_the_one_that_writes(qtbot: QtBot, case: Case):
    with read_ledger(case.store.folder) as store:
        session = Session(store)
        heard: list[object] = []
        session.changed.connect(heard.append)
        follower = Follower(session)
        follower.look()
        assert not heard
        key = add_unit(case.store, "新科室")
        follower.look()
        assert session.snapshot.units[key].name == "新科室" and ("unit", key) in heard[0]  # type: ignore[operator]
        follower.end()
    assert not follower._timer.isActive()  # it must not ask a ledger that is closed


def test_a_second_start_calls_the_first_window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from desktop_app.ui.safety import owner

    monkeypatch.setattr(owner, "PATIENCE", 0.2)
    assert bring_to_front(tmp_path) is False  # nobody said who has it
    first = Owner(tmp_path)
    assert not first.was_left and bring_to_front(tmp_path) is False  # it does not answer: its window hangs
    assert not (tmp_path / WANTED).exists()
    (tmp_path / WANTED).write_text("")
    with qtbot.waitSignal(first.wanted, timeout=3000):
        pass
    assert not (tmp_path / WANTED).exists()
    second = Owner(tmp_path)
    assert second.was_left  # as a crash leaves it
    second.end()
    first.end()
    assert not (tmp_path / OWNER).exists()


def test_the_check_repairs_an_index_after_a_backup_and_drops_no_row(
    qtbot: QtBot, case: Case, monkeypatch: pytest.MonkeyPatch
):
    from desktop_app.ui.safety import check_dialog
    from desktop_app.verbs.check import check, look_through

    heard: list[str] = []
    monkeypatch.setattr(check_dialog, "tell", lambda _, sentence: heard.append(sentence))
    store, before = case.store, case.store.logical_dump()
    break_index(store.connection)
    found = look_through(store.folder)
    assert found.problems == check(store) and found.mendable
    made = CheckDialog(Session(store), found)
    qtbot.addWidget(made)
    made.show()
    assert made._repair.isVisible()
    made._repair.click()
    assert heard == [safety.REPAIRED] and check(store) == [] and store.logical_dump() == before
    assert [p.name for p in (store.folder / backup_texts.FOLDER).iterdir() if "损坏" in p.name]

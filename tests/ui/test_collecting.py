"""Taking forms in from the 收发 page: beside the window, with a Cancel that leaves nothing, and with passwords."""

import io
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.store.receipts import receipts
from desktop_app.store.store import open_ledger
from desktop_app.texts import exchange_page as texts
from desktop_app.ui import jobs
from desktop_app.ui.exchange import collecting
from desktop_app.ui.exchange.collect_dialog import CollectDialog
from desktop_app.ui.jobs import Cancelled, Progress
from desktop_app.ui.session import Session
from tests.exchange.returns import CARE, MEALS, Sent, send
from tests.verbs.test_collect import returned

Work = Callable[[Progress], Any]


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-06-20")
    with open_ledger(tmp_path / "ledger") as store:
        yield Session(store)


@pytest.fixture
def sent(session: Session, tmp_path: Path) -> Sent:
    made = send(session.store, tmp_path / "out")
    session.reload()
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[CollectDialog]:
    """The previews that were shown, each agreed to."""
    dialogs: list[CollectDialog] = []

    def agree(dialog: CollectDialog) -> int:
        dialogs.append(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(CollectDialog, "exec", agree)
    return dialogs


def stored(session: Session) -> list[str]:
    return sorted(path.name for path in session.store.folder.rglob("files/*/*"))


@pytest.mark.parametrize("stopped", [texts.READING, texts.JUDGING, texts.KEEPING])
def test_cancel_at_any_step_leaves_nothing_half_done(
    session: Session,
    sent: Sent,
    window: QWidget,
    shown: list[CollectDialog],
    monkeypatch: pytest.MonkeyPatch,
    stopped: str,
) -> None:
    labels: list[str] = []

    def at_once(_: QWidget, label: str, work: Work, done: Callable[[Any], object]) -> None:
        labels.append(label)
        progress = Progress()
        if label == stopped:
            progress.cancel()
        try:
            result = work(progress)
        except Cancelled:
            return
        done(result)

    monkeypatch.setattr(collecting, "run", at_once)
    before = session.store.logical_dump()
    paths = [
        returned(sent, name, {MEALS: {"percent": 40 + n, "text": "已选址"}}, saved=datetime(2026, 6, 20, 9, n))
        for n, name in enumerate("ab")
    ]
    collecting.take_in(session, paths, window)
    assert labels[-1] == stopped
    assert (session.store.logical_dump(), receipts(session.store)) == (before, [])
    assert not [name for name in stored(session) if name.startswith(".")]
    monkeypatch.setattr(collecting, "run", jobs.run)
    collecting.take_in(session, paths, window)
    assert session.store.logical_dump() != before
    assert len(receipts(session.store)) == 2


def test_files_are_read_and_judged_beside_the_window_with_a_count(
    session: Session, sent: Sent, window: QWidget, shown: list[CollectDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    counted: list[tuple[bool, int, int]] = []
    step = Progress.step

    def note(self: Progress, done: int, total: int) -> None:
        counted.append((threading.current_thread() is threading.main_thread(), done, total))
        step(self, done, total)

    monkeypatch.setattr(Progress, "step", note)
    paths = [returned(sent, name, {MEALS: {"percent": 40, "text": "已选址"}}) for name in "abc"]
    collecting.take_in(session, [paths[0].parent], window)
    assert counted == [(False, n, 3) for _ in ("read", "judged", "kept") for n in (1, 2, 3)]
    assert len(shown) == 1


def locked(path: Path, password: str) -> Path:
    """The workbook under a password."""
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    with path.open("rb") as plain:
        OOXMLFile(plain).encrypt(password, out)
    path.write_bytes(out.getvalue())
    return path


@pytest.mark.parametrize(("typed", "merged"), [("abc123", True), ("wrong", False), (None, False)])
def test_the_password_of_a_locked_file_is_asked_once(
    session: Session,
    sent: Sent,
    window: QWidget,
    shown: list[CollectDialog],
    monkeypatch: pytest.MonkeyPatch,
    typed: str | None,
    merged: bool,
) -> None:
    asked: list[str] = []

    def enter(dialog: QInputDialog) -> int:
        asked.append(dialog.labelText())
        dialog.setTextValue(typed or "")
        return int(typed is not None)

    monkeypatch.setattr(QInputDialog, "exec", enter)
    path = locked(returned(sent, "a", {MEALS: {"percent": 40, "text": "已选址"}}), "abc123")
    collecting.take_in(session, [path], window)
    assert asked == [texts.PASSWORD_OF.format(file="a.xlsx")]
    assert bool(session.snapshot.tables["report"]) is merged
    assert len(shown) == 1


def test_a_preview_can_be_used_by_keys_and_its_lines_lead_to_their_files(
    session: Session, sent: Sent, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[str] = []
    monkeypatch.setattr(collecting, "write_back", lambda file, _: went.append(file.file) or "写出")
    picture = sent.forms[CARE].parent / "照片.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0" + bytes(99))

    def use(dialog: CollectDialog) -> int:
        assert dialog._back.isEnabled()
        dialog._back.click()
        assert dialog._why.text() == "写出"
        dialog._notes.setCurrentRow(0)
        dialog._back.click()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(CollectDialog, "exec", use)
    form = returned(sent, "a", {MEALS: {"percent": 140, "text": "已选址"}})
    collecting.take_in(session, [form, picture], window)
    assert went == [str(form), str(picture)]

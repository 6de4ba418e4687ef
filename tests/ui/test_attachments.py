"""Files and approvals in the inspector: dropped, opened as copies, never run; a deadline put off with its paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app import clock
from desktop_app.domain.attached import attached_to
from desktop_app.domain.extensions import extensions_of
from desktop_app.texts import attached as texts
from desktop_app.ui.inspector import attachments, extend_dialog
from desktop_app.ui.inspector.extend_dialog import ExtendDialog
from desktop_app.ui.inspector.links import OPEN, TAKE, link_parts, link_to
from desktop_app.ui.inspector.panel import Inspector
from desktop_app.ui.session import Session
from desktop_app.verbs.check import check
from tests.ui.answering import answering
from tests.ui.ledger_case import Case


@pytest.fixture
def panel(qtbot: QtBot, case: Case) -> Inspector:
    made = Inspector(Session(case.store))
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    made.session.choose_task(case.built.tasks[0])
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    for room in (attachments, extend_dialog):
        monkeypatch.setattr(room, "tell", lambda _, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    shown: list[Path] = []
    monkeypatch.setattr("desktop_app.ui.exchange.files.open_path", shown.append)
    return shown


def drop(qtbot: QtBot, panel: Inspector, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    panel.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    qtbot.wait(10)


def links(panel: Inspector) -> list[str]:
    found = []
    block = panel.text.document().begin()
    while block.isValid():
        piece = block.begin()
        while not piece.atEnd():
            if piece.fragment().charFormat().isAnchor():
                found.append(piece.fragment().charFormat().anchorHref())
            piece += 1
        block = block.next()
    return found


def test_a_dropped_file_is_kept_by_content_and_opens_as_a_copy(
    qtbot: QtBot, panel: Inspector, tmp_path: Path, opened: list[Path], case: Case
) -> None:
    paper = tmp_path / "批件 一.pdf"
    paper.write_bytes(b"%PDF-1.4")
    drop(qtbot, panel, paper)
    paper.unlink()
    (one,) = attached_to(panel.session.snapshot, case.built.tasks[0])
    assert one.name == "批件 一.pdf" and "批件 一.pdf" in panel.text.toPlainText()
    (link,) = [link for link in links(panel) if link_parts(link)[0] == OPEN and link_parts(link)[1] == one.file]
    panel.text.anchorClicked.emit(QUrl(link))
    assert [path.name for path in opened] == ["批件 一.pdf"]
    assert opened[0].read_bytes() == b"%PDF-1.4" and opened[0] != case.store.sources.find(one.file)
    step = panel.session.steps().undo
    assert step is not None and "加附件1个" in step.label
    panel.session.undo(step.id)
    assert not attached_to(panel.session.snapshot, case.built.tasks[0])


@pytest.mark.parametrize("name", ["a.exe", "a.bat", "a.js", "a.lnk", "a.pdf.scr", "a.docm", "a"])
def test_what_might_run_is_only_shown_in_its_folder(
    qtbot: QtBot, panel: Inspector, tmp_path: Path, opened: list[Path], said: list[str], case: Case, name: str
) -> None:
    (tmp_path / name).write_bytes(b"MZ")
    drop(qtbot, panel, tmp_path / name)
    (one,) = attached_to(panel.session.snapshot, case.built.tasks[0])
    attachments.open_stored(panel.session, one.file, one.name, panel)
    assert opened[0].is_dir() and said == [texts.SHOWN_ONLY.format(name=name)]


def test_a_file_is_taken_away_when_the_clerk_says_so(
    qtbot: QtBot, panel: Inspector, tmp_path: Path, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "照片.jpg").write_bytes(b"x")
    drop(qtbot, panel, tmp_path / "照片.jpg")
    (one,) = attached_to(panel.session.snapshot, case.built.tasks[0])
    for answer, left in ((False, [one]), (True, [])):
        monkeypatch.setattr(attachments, "ask", lambda *_, answer=answer: answer)
        panel.text.anchorClicked.emit(QUrl(link_to(TAKE, one.file, one.name)))
        assert attached_to(panel.session.snapshot, case.built.tasks[0]) == left
    assert case.store.sources.find(one.file) is not None


def test_what_cannot_be_taken_is_told_and_changes_nothing(
    qtbot: QtBot, panel: Inspector, tmp_path: Path, said: list[str], case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "LARGEST", 0)
    (tmp_path / "大.zip").write_bytes(b"x" * 10)
    (tmp_path / "夹").mkdir()
    before = case.store.logical_dump()
    for name in ("大.zip", "夹", "没有.pdf"):
        drop(qtbot, panel, tmp_path / name)
    assert len(said) == 3 and all("台账没有改动" in sentence for sentence in said)
    assert case.store.logical_dump() == before


def test_a_lost_original_is_told_by_the_check_and_on_opening(
    qtbot: QtBot, panel: Inspector, tmp_path: Path, said: list[str], case: Case
) -> None:
    (tmp_path / "批件.pdf").write_bytes(b"%PDF")
    drop(qtbot, panel, tmp_path / "批件.pdf")
    (one,) = attached_to(panel.session.snapshot, case.built.tasks[0])
    assert not check(case.store)
    stored = case.store.sources.find(one.file)
    assert stored
    stored.unlink()
    assert any("批件.pdf" in problem for problem in check(case.store))
    attachments.open_stored(panel.session, one.file, one.name, panel)
    assert said == [texts.LOST.format(name="批件.pdf")]


def test_a_deadline_is_put_off_with_its_paper_in_one_entry(
    qtbot: QtBot, panel: Inspector, tmp_path: Path, case: Case, said: list[str]
) -> None:
    key = case.built.tasks[1]
    panel.session.choose_task(key)
    (tmp_path / "批件.pdf").write_bytes(b"%PDF")
    before = case.store.logical_dump()

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, ExtendDialog)
        dialog._check()
        dialog.day.setText("9月底")
        dialog.by.setText("分管副局长")
        dialog._check()
        dialog.reason.setText("场地未定")
        dialog.paper = tmp_path / "批件.pdf"
        dialog._check()

    with clock.on_day(clock.date(2026, 7, 1)):
        answering(write)
        panel.extend.click()
    assert said == [texts.NEED, texts.NEED]
    (one,) = extensions_of(panel.session.snapshot, key)
    assert (one.old, one.new, one.by, one.name) == ("2026-07-20", "2026-09-30", "分管副局长", "批件.pdf")
    assert panel.session.snapshot.tasks[key].deadline == "2026-09-30"
    assert "延期　2026年7月20日→2026年9月30日，分管副局长批准，场地未定" in panel.text.toPlainText()
    assert any(link_parts(link)[2] == "批件.pdf" for link in links(panel))
    step = panel.session.steps().undo
    assert step is not None
    panel.session.undo(step.id)
    assert case.store.logical_dump() == before


def test_without_a_task_nothing_can_be_added(qtbot: QtBot, case: Case) -> None:
    panel = Inspector(Session(case.store))
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.add.isEnabled() and not panel.extend.isEnabled()

"""The program as it is started: window on a ledger, refusal, another ledger in its place, errors that nobody caught."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app import app as app_module
from desktop_app.app import Desk
from desktop_app.errors import Refused
from desktop_app.store.backup import back_up, backups
from desktop_app.store.lock import Lock
from desktop_app.store.store import FILE, LOCK, open_ledger
from desktop_app.texts.safety import BANNERS
from desktop_app.texts.store import READ_ONLY
from desktop_app.ui.safety import care
from desktop_app.ui.safety.owner import OWNER
from tests.builders import plan_with

ROOT = Path(__file__).resolve().parent.parent

STARTED = """
import enum, os, sys
from pathlib import Path
made, make = [], enum.EnumType.__new__
def noted(kind, name, *parts, **more):
    made.append(name)
    return make(kind, name, *parts, **more)
enum.EnumType.__new__ = noted
from desktop_app.ui.today import page
page.SOON = 600_000
from desktop_app.app import Desk, main
Desk._first_painted = lambda desk: (print(*made, flush=True), os._exit(0))
main(Path(sys.argv[1]))
"""

# the window shows the first page, the ledger and the inspector; prints the files of fonts that are held then
FACES = """
import os, sys
from pathlib import Path
from desktop_app.ui.theme import application
app = application()
from desktop_app.store.store import read_ledger
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
session = Session(read_ledger(Path(sys.argv[1])))
window = MainWindow(session, Path(sys.argv[1]) / "window.json")
window.show()
app.processEvents()
window.show_page("ledger")
session.choose_task(next(iter(session.snapshot.tasks)))
app.processEvents()
held = {line.split()[-1] for line in open("/proc/self/maps")}
print(*(path for path in held if path.endswith((".ttc", ".ttf", ".otf"))), sep="\\n", flush=True)
os._exit(0)
"""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    for room in (app_module, care):
        monkeypatch.setattr(room, "tell", lambda _, sentence: said.append(sentence))
    return said


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path):
    made = Desk(tmp_path / "window.json")
    yield made
    made.leave()


def start(data: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, up to its first paint."""
    environment = {**os.environ, "DUBAN_EXIT_AFTER_PAINT": "1", "DUBAN_HOME": str(home)}
    command = [sys.executable, "-m", "desktop_app", "--data", str(data)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_it_starts_paints_and_ends(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(store, {"lead": "养老科"})
        before = store.logical_dump()
    done = start(tmp_path / "ledger", tmp_path / "home")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "home" / "settings" / "window.json").is_file()
    with open_ledger(tmp_path / "ledger") as store:
        assert store.logical_dump() == before


def test_the_first_page_is_painted_without_the_names_of_qt(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(store, {"lead": "养老科"})
    command = [sys.executable, "-c", STARTED, str(tmp_path / "ledger")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert "ThemeIcon" in done.stdout.split()  # the names of QIcon, which the start needs
    assert not {"AlignmentFlag", "StandardKey"} & set(done.stdout.split())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc/self/maps")
def test_the_window_holds_one_face_of_its_family(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(store, {"lead": "养老科"})
    command = [sys.executable, "-c", FACES, str(tmp_path / "ledger")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    held = [Path(line).name for line in done.stdout.split("\n") if line]
    assert held and not [name for name in held if "Bold" in name]


def test_a_ledger_in_use_is_shown_only_to_read(tmp_path: Path, desk: Desk, told: list[str]) -> None:
    with open_ledger(tmp_path / "ledger") as store:
        assert desk.open(tmp_path / "ledger") is True
        assert desk._store is not None and not desk._store.writable
        with pytest.raises(Refused, match="只读"):
            plan_with(desk._store, {})
        assert store.writable
    assert told == [] and desk.open(tmp_path / "ledger") is True
    assert desk._store.writable


def test_a_ledger_that_cannot_be_written_is_shown_only_to_read(
    qtbot: QtBot, tmp_path: Path, desk: Desk, told: list[str]
) -> None:
    folder = tmp_path / "ledger"
    with open_ledger(folder) as store:
        plan_with(store, {"lead": "养老科"})
        before = store.logical_dump()
    (folder / LOCK).unlink()
    (folder / LOCK).mkdir()  # nobody can write to it, not even root
    assert desk.open(folder) is True and told == []
    assert desk._store is not None and desk._store.logical_dump() == before
    with pytest.raises(Refused, match="只读.*文件夹的权限"):
        plan_with(desk._store, {})
    window = desk._window
    assert window is not None
    qtbot.waitUntil(lambda: window.findChild(QLabel, "banner") is not None)
    assert BANNERS[READ_ONLY] in [label.text() for label in window.findChildren(QLabel)]
    desk.restore(folder / FILE)
    assert told == [READ_ONLY] and desk._window is window
    (tmp_path / "empty" / LOCK).mkdir(parents=True)
    assert desk.open(tmp_path / "empty") is False and told[1:] == [READ_ONLY]


def test_a_ledger_that_only_just_begins_elsewhere_is_told_of(tmp_path: Path, desk: Desk, told: list[str]) -> None:
    (tmp_path / "ledger").mkdir()
    with Lock(tmp_path / "ledger" / LOCK):
        assert desk.open(tmp_path / "ledger") is False
    assert len(told) == 1 and "没有任何改动" in told[0]


def test_a_second_start_brings_the_first_window_to_the_front(tmp_path: Path) -> None:
    data, home = tmp_path / "ledger", tmp_path / "home"
    environment = {**os.environ, "DUBAN_HOME": str(home)}
    environment.pop("DUBAN_EXIT_AFTER_PAINT", None)
    command = [sys.executable, "-m", "desktop_app", "--data", str(data)]
    first = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        end = time.monotonic() + 30
        while not (data / OWNER).exists() and time.monotonic() < end:
            time.sleep(0.1)
        second = subprocess.run(command, cwd=ROOT, env=environment, timeout=60, check=False)
        assert second.returncode == 0 and first.poll() is None
    finally:
        first.kill()
        first.wait()
    assert (data / OWNER).exists()  # left by the kill; the next start says so and goes on
    assert start(data, home).returncode == 0


def test_a_restore_reopens_the_window_on_what_was_restored(tmp_path: Path, desk: Desk, told: list[str]) -> None:
    assert desk.open(tmp_path / "ledger") and desk._store is not None
    plan_with(desk._store, {"lead": "养老科"})
    kept = back_up(tmp_path / "ledger", "hand").path
    before = desk._store.logical_dump()
    plan_with(desk._store, {"lead": "救助科"}, title="另一份")
    changed, window = desk._store.logical_dump(), desk._window
    assert window is not None
    window.session.restore_wanted.emit(kept)
    assert desk._store.logical_dump() == before and desk._window not in (None, window)
    assert "恢复前" in told[0]
    desk.restore(tmp_path / "无.duban")
    assert "没有找到" in told[1] and desk._store.logical_dump() == before
    newest = next(b.path for b in backups(tmp_path / "ledger") if b.reason == "恢复前")
    desk.restore(newest)
    assert desk._store.logical_dump() == changed


def test_another_ledger_takes_the_place(tmp_path: Path, desk: Desk) -> None:
    assert desk.open(tmp_path / "a") and desk.open(tmp_path / "b")
    with open_ledger(tmp_path / "a"):  # let go
        pass
    with pytest.raises(Refused), open_ledger(tmp_path / "b"):
        pass


def test_an_error_of_ours_is_told_once_with_a_crash_file(
    qtbot: QtBot, tmp_path: Path, desk: Desk, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(app_module, "offer", lambda _, sentence, act: told.append(sentence + act) or True)
    monkeypatch.setattr(care, "open_folder", opened.append)
    desk.open(tmp_path / "ledger")
    for _ in range(2):
        desk.hook(ValueError, ValueError("secret"), None)
    qtbot.waitUntil(lambda: bool(told))
    (file,) = (tmp_path / "ledger").glob("crash-*.txt")
    assert len(told) == 1 and file.name in told[0] and "secret" not in told[0]
    assert "台账没有改动" in told[0] and "打开日志文件夹" in told[0] and opened == [tmp_path / "ledger"]
    desk.hook(Refused, Refused("磁盘满。台账没有改动。"), None)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == "磁盘满。台账没有改动。"


def test_an_error_right_after_a_change_says_that_it_is_saved(
    qtbot: QtBot, tmp_path: Path, desk: Desk, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "offer", lambda _, sentence, __: told.append(sentence))
    desk.open(tmp_path / "ledger")
    assert desk._store is not None
    plan_with(desk._store, {"title": "某户的姓名"})
    try:
        raise KeyError("某户的姓名")
    except KeyError as error:
        desk.hook(KeyError, error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(told))
    assert "“建立任务”已经保存" in told[0] and "台账没有改动" not in told[0]
    (file,) = (tmp_path / "ledger").glob("crash-*.txt")
    assert "某户的姓名" not in file.read_text("utf-8") and "KeyError" in file.read_text("utf-8")


def test_a_spoilt_ledger_is_offered_its_newest_sound_backup(
    tmp_path: Path, desk: Desk, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, wanted = tmp_path / "ledger", [False, True]
    with open_ledger(folder) as store:
        plan_with(store, {"title": "新建公园"})
        before = store.logical_dump()
    good = back_up(folder, "hand").path
    (good.parent / "2099-01-01_000000_自动.duban").write_bytes(good.read_bytes()[:9000])
    spoilt = (folder / FILE).read_bytes()[:9000]
    (folder / FILE).write_bytes(spoilt)
    monkeypatch.setattr(app_module, "offer", lambda _, sentence, act: told.append(sentence + act) or wanted.pop(0))
    assert not desk.open(folder) and (folder / FILE).read_bytes() == spoilt
    assert "损坏" in told[0] and "手动" in told[0] and "用这份备份恢复" in told[0]
    assert desk.open(folder) and desk._store is not None and desk._store.logical_dump() == before
    assert "恢复前的台账保存在" in told[2] and any(path.read_bytes() == spoilt for path in good.parent.iterdir())


def test_a_ledger_that_is_gone_is_offered_its_newest_backup(
    tmp_path: Path, desk: Desk, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, wanted = tmp_path / "ledger", [True, False]
    with open_ledger(folder) as store:
        plan_with(store, {"title": "新建公园"})
        before = store.logical_dump()
    back_up(folder, "hand")
    (folder / FILE).unlink()
    monkeypatch.setattr(app_module, "offer", lambda _, sentence, act: told.append(sentence + act) or wanted.pop(0))
    assert desk.open(folder) and desk._store is not None and desk._store.logical_dump() == before
    assert "误删" in told[0] and "手动" in told[0]
    desk.leave()
    (folder / FILE).unlink()
    assert desk.open(folder) and desk._store is not None and not desk._store.snapshot().tasks


def test_after_an_error_of_ours_the_same_page_goes_on(
    qtbot: QtBot, tmp_path: Path, desk: Desk, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "offer", lambda _, sentence, __: told.append(sentence))
    desk.open(tmp_path)
    assert desk._window is not None and desk._store is not None
    desk._window.show_page("history")
    page = desk._window.page("history")
    with qtbot.capture_exceptions() as caught:
        QTimer.singleShot(0, lambda: exec("raise KeyError('ours')"))
        qtbot.waitUntil(lambda: bool(caught))
    desk.hook(*caught[0])
    qtbot.waitUntil(lambda: bool(told))
    assert page.isVisible() and "台账没有改动" in told[0]
    plan_with(desk._store, {"title": "接着做"})
    assert desk._store.snapshot().tasks


def test_a_spoilt_ledger_without_a_backup_is_told_of(tmp_path: Path, desk: Desk, told: list[str]) -> None:
    (tmp_path / FILE).write_bytes(b"no ledger" * 1000)
    assert not desk.open(tmp_path) and len(told) == 1 and "损坏" in told[0]


def test_a_ledger_with_a_day_that_is_none_is_no_bug_of_ours(
    tmp_path: Path, desk: Desk, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, wanted = tmp_path / "ledger", [False, True]
    monkeypatch.setattr(app_module, "offer", lambda _, sentence, act: told.append(sentence + act) or wanted.pop(0))
    with open_ledger(folder) as store:
        plan_with(store, {"lead": "养老科"})
        before = store.logical_dump()
        back_up(folder, "hand")
        store.connection.execute("UPDATE task SET deadline='2026-02-30'")
    assert not desk.open(folder)
    assert "的完成时限不是日期" in told[0] and "用这份备份恢复" in told[0]
    assert desk.open(folder) and desk._store is not None and desk._store.logical_dump() == before


def test_an_error_over_a_damaged_ledger_is_no_bug_of_ours(
    qtbot: QtBot, tmp_path: Path, desk: Desk, told: list[str]
) -> None:
    desk.open(tmp_path)
    assert desk._store is not None
    desk._store.connection.execute("PRAGMA foreign_keys=OFF")
    desk._store.connection.execute("INSERT INTO assignment VALUES (99, 1, 77, 'lead', 1)")
    desk.hook(KeyError, KeyError(77), None)
    qtbot.waitUntil(lambda: bool(told))
    assert "已经损坏" in told[0] and "备份列表与恢复" in told[0] and not list(tmp_path.glob("crash-*"))


def test_a_ledger_file_that_is_double_clicked_opens_its_ledger(tmp_path: Path, desk: Desk, told: list[str]) -> None:
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(store, {"lead": "养老科"})
    assert desk.open(tmp_path / "ledger" / FILE)
    assert not told and [path.name for path in tmp_path.glob("*")] == ["ledger"]


def test_a_backup_that_is_double_clicked_is_not_opened_as_the_ledger(
    tmp_path: Path, desk: Desk, told: list[str]
) -> None:
    with open_ledger(tmp_path / "ledger"):
        pass
    copy = back_up(tmp_path / "ledger", "hand").path
    assert not desk.open(copy)
    assert copy.name in told[0] and "没有打开" in told[0]
    assert not (copy.parent / FILE).exists()

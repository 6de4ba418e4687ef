"""Before a large step the ledger is backed up, or the step is not done; places where a ledger is not quite safe."""

import ctypes
import json
import sqlite3
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from desktop_app import cli
from desktop_app.domain.changes import Draft
from desktop_app.errors import Refused
from desktop_app.store import journal, place
from desktop_app.store.backup import back_up, back_up_first, back_up_if_changed, backups
from desktop_app.store.store import FILE, open_ledger, read_ledger
from desktop_app.texts import backup as texts
from tests.store.test_backup import add_unit

OLD = Path(__file__).parent / "ledgers" / "schema_1.sql"


def older_ledger(folder: Path) -> bytes:
    connection = sqlite3.connect(folder / FILE)
    connection.executescript(OLD.read_text("utf-8"))
    connection.close()
    return (folder / FILE).read_bytes()


@pytest.mark.parametrize("kind", sorted(journal.BULK))
def test_a_bulk_step_is_backed_up_before_and_an_edit_is_not(tmp_path: Path, kind: str):
    with open_ledger(tmp_path) as store:
        store.before_bulk = lambda: back_up_first(tmp_path, "bulk")
        add_unit(store, "养老科")
        assert backups(tmp_path) == []
        before, draft = store.logical_dump(), Draft()
        draft.create("unit", {"name": "救助科", "kind": "section", "position": 2})
        store.apply(draft.changes, "批量", kind)
    (made,) = backups(tmp_path)
    assert made.reason == "批量改动前"
    connection = sqlite3.connect(made.path)
    assert connection.execute("SELECT name FROM unit").fetchall() == [("养老科",)] and "救助科" not in before
    connection.close()


def test_where_the_backup_fails_the_bulk_step_is_not_done(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        add_unit(store, "养老科")
        store.before_bulk = lambda: back_up_first(tmp_path, "bulk")
        (tmp_path / texts.FOLDER).write_text("a file in the place of the folder")
        before, draft = store.logical_dump(), Draft()
        draft.create("unit", {"name": "救助科", "kind": "section", "position": 2})
        with pytest.raises(Refused, match="批量改动前的自动备份没有成功.*台账没有改动"):
            store.apply(draft.changes, "批量", journal.INTAKE)
        assert store.logical_dump() == before
        assert add_unit(store, "办公室")  # single edits go on


def test_a_blank_ledger_needs_no_backup(tmp_path: Path):
    open_ledger(tmp_path).close()
    assert back_up_if_changed(tmp_path, "start") is None and backups(tmp_path) == []


def test_the_command_line_backs_up_before_each_bulk_verb(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    plan = tmp_path / "要点.txt"
    plan.write_text("清溪区2026年工作要点\n一、养老\n1.新建食堂3家。6月底前完成。（牵头单位：养老科）\n", "utf-8")
    data = tmp_path / "台账"
    assert cli.main(["intake", str(plan), "--data", str(data)]) in (0, 1)
    assert backups(data) == []
    out = tmp_path / "发出"
    assert cli.main(["dispatch", "--period", "2026-06", "--out", str(out), "--data", str(data), "--json"]) in (0, 1)
    assert [b.reason for b in backups(data)] == ["批量改动前"]
    (out / "x").mkdir()
    told = json.loads(capsys.readouterr().out.split("\n", 1)[1])
    assert told["files"]


def test_an_older_ledger_is_backed_up_before_it_is_migrated(tmp_path: Path):
    older_ledger(tmp_path)
    open_ledger(tmp_path).close()
    (made,) = backups(tmp_path)
    assert made.reason == "升级前"
    connection = sqlite3.connect(made.path)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


def test_an_older_ledger_that_cannot_be_backed_up_is_not_migrated(tmp_path: Path):
    data = older_ledger(tmp_path)
    (tmp_path / texts.FOLDER).write_text("a file in the place of the folder")
    with pytest.raises(Refused, match="升级前的自动备份没有成功"):
        open_ledger(tmp_path)
    assert (tmp_path / FILE).read_bytes() == data
    with read_ledger(tmp_path) as store:  # to look at, it opens all the same
        assert store.snapshot().tasks and store.logical_dump()
        with pytest.raises(Refused, match="只读"):
            add_unit(store, "救助科")
    assert (tmp_path / FILE).read_bytes() == data


@pytest.mark.parametrize(
    ("path", "risk"),
    [
        ("我的坚果云/台账", place.SYNCED),
        ("OneDrive - 区民政局/台账", place.SYNCED),
        ("OneDrive/台账", place.SYNCED),
        ("WPS云盘/台账", place.SYNCED),
        ("Dropbox", place.SYNCED),
        ("坚果云使用说明", None),
        ("台账", None),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(tmp_path: Path, path: str, risk: str | None):
    assert place.risk_of(tmp_path / path) == risk


def test_on_a_share_or_stick_it_is_known_by_the_mount(tmp_path: Path):
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/a {tmp_path.resolve()}/share nfs4 rw 0 0\n", "utf-8")
    assert place._mounted(tmp_path / "share" / "台账", table) == place.SHARE
    assert place._mounted(tmp_path / "台账", table) is None
    assert place._mounted(Path("/media/stick/台账"), table) == place.REMOVABLE


@pytest.mark.parametrize(
    ("path", "kind", "risk"),
    [
        ("//fuwuqi/共享/台账", 3, place.SHARE),
        ("Z:/台账", 4, place.SHARE),
        ("E:/台账", 2, place.REMOVABLE),
        ("D:/台账", 3, None),
    ],
)
def test_on_windows_it_is_known_by_the_drive(monkeypatch: pytest.MonkeyPatch, path: str, kind: int, risk: str | None):
    asked = []
    kernel = SimpleNamespace(GetDriveTypeW=lambda drive: asked.append(drive) or kind)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert place._drive(PureWindowsPath(path)) == risk
    assert asked == ([] if path.startswith("//") else [f"{path[:2]}\\"])


def test_in_such_a_place_the_ledger_does_without_shared_memory(tmp_path: Path):
    ask = "PRAGMA journal_mode"
    with open_ledger(tmp_path / "a") as store:
        assert store.connection.execute(ask).fetchone() == ("wal",)
        add_unit(store, "养老科")
        before = store.logical_dump()
    (tmp_path / "a").rename(tmp_path / "坚果云")
    with open_ledger(tmp_path / "坚果云") as store:
        assert store.connection.execute(ask).fetchone() == ("delete",)
        assert store.connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert store.logical_dump() == before and add_unit(store, "救助科")
        assert not list(store.folder.glob(f"{FILE}-*"))
    (tmp_path / "坚果云").rename(tmp_path / "b")
    with open_ledger(tmp_path / "b") as store:
        assert store.connection.execute(ask).fetchone() == ("wal",)


def test_what_a_killed_write_left_is_taken_away_and_nothing_young(tmp_path: Path):
    import os

    with open_ledger(tmp_path) as store:
        add_unit(store, "养老科")
        stored = store.sources.paths() or [tmp_path / "files" / "ab" / "x"]
    back_up(tmp_path, "hand")
    stored[0].parent.mkdir(parents=True, exist_ok=True)
    left = [tmp_path / ".~1", tmp_path / texts.FOLDER / ".~2.duban", stored[0].parent / ".~3.xlsx"]
    for path in left:
        path.write_bytes(b"half")
        os.utime(path, (1, 1))
    young = tmp_path / texts.FOLDER / ".~4.duban"
    young.write_bytes(b"being written")
    (tmp_path / ".~room").mkdir()
    (tmp_path / ".~room" / FILE).write_bytes(b"half")
    os.utime(tmp_path / ".~room", (1, 1))
    back_up(tmp_path, "hand")
    assert [path for path in [*left, tmp_path / ".~room"] if path.exists()] == [] and young.exists()
    assert len(backups(tmp_path)) == 2

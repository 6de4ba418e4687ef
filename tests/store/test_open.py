"""Opening a ledger: new, again, by two, read-only, of a newer version, empty, damaged."""

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.domain.changes import Draft
from desktop_app.domain.model import ENTITIES, FIELDS
from desktop_app.errors import Refused
from desktop_app.paths import asset
from desktop_app.store import database, journal
from desktop_app.store.store import FILE, open_ledger, read_ledger
from desktop_app.store.undo import undo

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def with_a_unit(folder: Path) -> str:
    with open_ledger(folder) as store:
        draft = Draft()
        draft.create("unit", {"name": "养老服务科", "kind": "section", "position": 1})
        store.apply(draft.changes, "建立")
        return store.logical_dump()


def test_a_new_ledger_is_sound_and_has_an_identity_that_stays(tmp_path: Path):
    with open_ledger(tmp_path / "张三的桌面" / "2026年台账（终稿）") as store:
        identity = store.identity()
        assert store.faults() == [] and len(identity.ledger) == 16 and identity.epoch == 1
    with open_ledger(tmp_path / "张三的桌面" / "2026年台账（终稿）") as store:
        assert store.identity() == identity
    with open_ledger(tmp_path / "另一个") as store:
        assert store.identity() != identity


def test_the_schema_has_the_columns_of_the_model(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        for entity, record in ENTITIES.items():
            columns = [row[1] for row in store.connection.execute(f'PRAGMA table_info("{entity}")')]
            assert columns == list(record._fields) == ["key", *FIELDS[entity]]  # type: ignore[attr-defined]


def test_the_pragmas_that_keep_work_safe(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        ask = lambda name: store.connection.execute(f"PRAGMA {name}").fetchone()[0]  # noqa: E731
        assert (ask("journal_mode"), ask("synchronous"), ask("foreign_keys")) == ("wal", 2, 1)


def test_a_second_writer_is_refused_and_a_reader_is_not(tmp_path: Path):
    dump = with_a_unit(tmp_path)
    with open_ledger(tmp_path):
        with pytest.raises(Refused, match="另一个窗口"):
            open_ledger(tmp_path)
        with read_ledger(tmp_path) as reader:
            assert reader.logical_dump() == dump
    with open_ledger(tmp_path) as again:
        assert again.logical_dump() == dump


def test_a_lock_left_by_a_dead_process_does_not_hold(tmp_path: Path):
    with_a_unit(tmp_path)
    script = (
        "import os, pathlib, sys\n"
        "from desktop_app.store.store import open_ledger\n"
        "store = open_ledger(pathlib.Path(sys.argv[1]))\n"
        "os._exit(9)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], timeout=60, check=False)
    assert done.returncode == 9
    open_ledger(tmp_path).close()


def test_a_reader_sees_what_the_writer_commits(tmp_path: Path):
    with open_ledger(tmp_path) as writer, read_ledger(tmp_path) as reader:
        assert reader.snapshot().units == {}
        draft = Draft()
        draft.create("unit", {"name": "救助科", "kind": "section", "position": 1})
        writer.apply(draft.changes, "建立")
        assert [u.name for u in reader.snapshot().units.values()] == ["救助科"]


def test_a_reader_cannot_write(tmp_path: Path):
    with_a_unit(tmp_path)
    with read_ledger(tmp_path) as reader:
        draft = Draft()
        draft.create("unit", {"name": "救助科", "kind": "section", "position": 1})
        with pytest.raises(Refused, match="只读"):
            reader.apply(draft.changes, "建立")


def test_a_newer_ledger_is_refused_untouched(tmp_path: Path):
    with_a_unit(tmp_path)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    for way in (open_ledger, read_ledger):
        with pytest.raises(Refused, match="更新版本"):
            way(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a ledger" * 300, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_ledger_is_refused_untouched(tmp_path: Path, content: bytes):
    (tmp_path / FILE).write_bytes(content)
    for way in (open_ledger, read_ledger):
        with pytest.raises(Refused, match="不是台账文件"):
            way(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content
    (tmp_path / FILE).unlink()
    open_ledger(tmp_path).close()


def test_another_programs_database_is_refused_untouched(tmp_path: Path):
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE TABLE other (a)")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    for way in (open_ledger, read_ledger):
        with pytest.raises(Refused, match="不是台账文件"):
            way(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def test_no_ledger_to_read(tmp_path: Path):
    with pytest.raises(Refused, match="没有台账"):
        read_ledger(tmp_path / "无")
    assert not (tmp_path / "无").exists()


def test_a_folder_that_is_a_file(tmp_path: Path):
    (tmp_path / "文件").write_text("内容", "utf-8")
    with pytest.raises(Refused, match="不是文件夹"):
        open_ledger(tmp_path / "文件")


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_folder_without_permission(tmp_path: Path):
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(Refused):
            open_ledger(tmp_path)
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_a_failed_migration_leaves_no_half_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    scripts = tmp_path / "db"
    scripts.mkdir()
    (scripts / "0001_half.sql").write_text("CREATE TABLE half (a TEXT);\nCREATE TABLE half (a TEXT);\n", "utf-8")
    monkeypatch.setattr("desktop_app.store.database.asset", lambda _: scripts)
    with pytest.raises(sqlite3.OperationalError):
        open_ledger(tmp_path / "台账")
    with sqlite3.connect(tmp_path / "台账" / FILE) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE name='half'").fetchall()
    connection.close()
    assert tables == []


def test_a_ledger_of_the_first_schema_is_migrated_and_its_journal_still_undoes(tmp_path: Path):
    old = sqlite3.connect(tmp_path / FILE)
    old.executescript((Path(__file__).parent / "ledgers" / "schema_1.sql").read_text("utf-8"))
    before = {entity: [row[0] for row in old.execute(f'SELECT key FROM "{entity}"')] for entity in ("task", "unit")}
    old.close()
    with open_ledger(tmp_path) as store:
        assert store.faults() == []
        snapshot = store.snapshot()
        assert {entity: list(snapshot.tables[entity]) for entity in before} == before
        assert next(iter(snapshot.tasks.values())).title == "新建社区食堂"
        entries = journal.entries(store.connection)
        assert len(entries) == len(ENTITIES) - 1 + 2  # row_target came later
        for entry in entries:
            undo(store, entry.id)
        assert not any(store.snapshot().tables.values())


NOT_IN_THE_FIRST = {"alias"}
LEDGERS = Path(__file__).parent / "ledgers"


def test_each_schema_has_a_ledger_with_data():
    scripts = [int(script.name[:4]) for script in asset("db").glob("*.sql")]
    assert sorted(scripts) == list(range(1, database.SCHEMA + 1))
    assert {path.stem for path in LEDGERS.glob("*.sql")} == {f"schema_{number}" for number in scripts}


@pytest.mark.parametrize("fixture", sorted(LEDGERS.glob("*.sql")), ids=lambda path: path.stem)
def test_a_ledger_of_each_schema_opens_with_all_its_records(tmp_path: Path, fixture: Path):
    old = sqlite3.connect(tmp_path / FILE)
    old.executescript(fixture.read_text("utf-8"))
    there = {row[0] for row in old.execute("SELECT name FROM sqlite_master WHERE type='table'")} & set(ENTITIES)
    before = {entity: [row[0] for row in old.execute(f'SELECT key FROM "{entity}"')] for entity in there}
    old.close()
    assert all(before[entity] for entity in there - (NOT_IN_THE_FIRST if fixture.stem == "schema_1" else set()))
    with open_ledger(tmp_path) as store:
        assert store.faults() == [] and store.connection.execute("PRAGMA user_version").fetchone()[0] == database.SCHEMA
        assert {entity: list(store.snapshot().tables[entity]) for entity in there} == before
        newest = journal.entries(store.connection)[0]
        assert undo(store, newest.id) is not None
    with read_ledger(tmp_path) as store:
        assert store.faults() == []


@pytest.mark.parametrize("table", ["journal_entry", "journal_change", "receipt", "task", "ledger"])
def test_an_older_ledger_without_one_of_its_tables_is_refused(tmp_path: Path, table: str):
    old = sqlite3.connect(tmp_path / FILE)
    old.executescript((LEDGERS / "schema_1.sql").read_text("utf-8"))
    old.execute(f"DROP TABLE {table}")
    old.commit()
    old.close()
    for way in (open_ledger, read_ledger):
        with pytest.raises(Refused):
            way(tmp_path)

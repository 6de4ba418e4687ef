"""Databases that are not as the program left them: refused in a sentence, or told as damaged, never a bug of ours."""

import sqlite3
import zipfile
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.changes import Draft
from desktop_app.domain.progress import statuses
from desktop_app.errors import Refused
from desktop_app.store import undo
from desktop_app.store.restore import restore
from desktop_app.store.store import FILE, open_ledger, read_ledger

SPOILT = {
    "a trigger": "CREATE TRIGGER odd AFTER INSERT ON task BEGIN DELETE FROM unit; END",
    "a view": "CREATE VIEW odd AS SELECT 1",
    "a column more": "ALTER TABLE task ADD COLUMN more TEXT",
    "a column less": "ALTER TABLE task DROP COLUMN contact",
    "another type": (
        "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql=replace(sql, 'title TEXT', 'title BLOB')"
    ),
    "a table less": "DROP TABLE decision",
    "a log less": "DROP TABLE outgoing",
    "an odd day": "UPDATE task SET deadline='2026-02-30'",
    "an odd letter": "UPDATE task SET title=CAST(x'e5b9b4ff' AS TEXT)",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "台账"
    with open_ledger(made) as store:
        draft = Draft()
        draft.create("task", {"title": "新建公园", "deadline": "2026-12-31", "state": "open", "position": 1})
        store.apply(draft.changes, "新增")
    return made


def run(folder: Path, sql: str) -> None:
    connection = sqlite3.connect(folder / FILE)
    connection.executescript(sql)
    connection.close()


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_ledger_is_refused_in_a_sentence(folder: Path, how: str):
    run(folder, SPOILT[how])
    for opened in (read_ledger, open_ledger):
        with pytest.raises(Refused, match="损坏"), opened(folder) as store:
            statuses(store.snapshot(), date(2026, 6, 30))


@pytest.mark.parametrize("how", SPOILT)
def test_it_takes_nobodys_place(folder: Path, tmp_path: Path, how: str):
    run(folder, SPOILT[how])
    with open_ledger(tmp_path / "好") as good:
        draft = Draft()
        draft.create("unit", {"name": "一科", "kind": "section", "position": 1})
        good.apply(draft.changes, "新增")
        before = good.logical_dump()
    with pytest.raises(Refused, match="没有(任何)?改动"):
        restore(tmp_path / "好", folder / FILE)
    with read_ledger(tmp_path / "好") as good:
        assert good.logical_dump() == before


def test_a_name_that_is_no_text_in_the_schema(folder: Path):
    run(folder, "PRAGMA writable_schema=ON; UPDATE sqlite_master SET name=CAST(x'ff81fe' AS TEXT) WHERE name='task'")
    for opened in (read_ledger, open_ledger):
        with pytest.raises(Refused, match="损坏"), opened(folder):
            pass


@pytest.mark.parametrize(
    "slip",
    [
        'ALTER TABLE "_sqlite_migrations" DROP COLUMN applied_at',
        'ALTER TABLE "_sqlite_migrations" RENAME TO held; CREATE VIEW "_sqlite_migrations" AS SELECT * FROM held',
        'CREATE TRIGGER t AFTER INSERT ON "_sqlite_migrations" BEGIN DELETE FROM task; END',
    ],
)
def test_an_older_ledger_that_is_not_as_we_made_it_is_not_migrated(tmp_path: Path, slip: str):
    old = sqlite3.connect(tmp_path / FILE)
    old.executescript((Path(__file__).parent / "ledgers" / "schema_1.sql").read_text("utf-8"))
    old.executescript(slip)
    old.close()
    for opened in (read_ledger, open_ledger):
        with pytest.raises(Refused, match="损坏"), opened(tmp_path):
            pass
    left = sqlite3.connect(tmp_path / FILE)
    assert left.execute("PRAGMA user_version").fetchone() == (1,)
    assert left.execute("SELECT count(*) FROM task").fetchone() != (0,)
    left.close()


def test_a_letter_changed_in_the_head_of_the_file(folder: Path):
    data = bytearray((folder / FILE).read_bytes())
    data[47] = 9  # the schema format, of which there are four
    (folder / FILE).write_bytes(data)
    for opened in (read_ledger, open_ledger):
        with pytest.raises(Refused, match="损坏"), opened(folder) as store:
            store.snapshot()


def test_a_spoilt_journal_stops_an_undo_and_nothing_else(folder: Path):
    run(folder, "UPDATE journal_change SET new=replace(new, 'title', 'Title')")
    with open_ledger(folder) as store:
        before = store.logical_dump()
        with pytest.raises(Refused, match="操作记录已经损坏"):
            undo.undo(store, 1)
        assert store.logical_dump() == before


def test_an_error_over_a_damaged_ledger_is_told_as_damage_and_a_bug_stays_one(folder: Path):
    with pytest.raises(KeyError), open_ledger(folder):
        raise KeyError("ours")
    run(folder, "INSERT INTO assignment VALUES (99, 1, 77, 'lead', 1)")
    with pytest.raises(Refused, match="1处问题"), open_ledger(folder) as store:
        store.snapshot().leads_of(1)


@pytest.mark.parametrize(
    "data",
    [
        b'["duban-ledger", 2]\n["task", "\\ud800"]',
        b'["duban-ledger", 2]\n["task", 99999999999999999999999]',
        b'["duban-ledger", 2]\n[["task"]]',
        b'["duban-ledger", 2]\n' + b"[" * 100_000,
        b'["duban-ledger", 2]\n["task", "\xff"]',
        b'["duban-ledger", 1]\n["\xe4',
    ],
)
def test_a_spoilt_readable_copy_takes_nobodys_place(folder: Path, tmp_path: Path, data: bytes):
    (tmp_path / "x.jsonl").write_bytes(data)
    with pytest.raises(Refused, match="没有(任何)?改动"):
        restore(folder, tmp_path / "x.jsonl")
    with read_ledger(folder) as store:
        assert len(store.snapshot().tasks) == 1


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "files/ab/../../../outside",
        "files/ab/..",
        "/outside",
        "C:\\outside",
        "files/ab/CON",
        "files\\ab\\x",
    ],
)
def test_a_pack_puts_nothing_outside_its_folder(folder: Path, tmp_path: Path, name: str):
    pack = tmp_path / "包.zip"
    with zipfile.ZipFile(pack, "w") as made:
        made.write(folder / FILE, FILE)
        made.writestr(name, b"x")
    before = set(tmp_path.rglob("*"))
    restore(folder, pack)
    grown = set(tmp_path.rglob("*")) - before
    assert all(path.is_relative_to(folder / "备份") for path in grown), grown


def test_only_originals_under_their_own_hash_are_taken_out_of_a_pack(folder: Path, tmp_path: Path):
    from hashlib import sha256

    digest = sha256(b"plan").hexdigest()
    pack = tmp_path / "包.zip"
    with zipfile.ZipFile(pack, "w") as made:
        made.write(folder / FILE, FILE)
        made.writestr(f"files/{digest[:2]}/{digest}.docx", b"plan")
        made.writestr(f"files/00/{digest}.docx", b"plan")
        made.writestr(f"files/ab/ab{digest[2:]}.docx", b"plan")
    restore(folder, pack)
    kept = [path.relative_to(folder).as_posix() for path in (folder / "files").rglob("*") if path.is_file()]
    assert kept == [f"files/{digest[:2]}/{digest}.docx"]

"""Backups: the same as the ledger, thinned with age, put back whole; nothing damaged takes the ledger's place."""

import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.errors import Refused
from desktop_app.store import content, database
from desktop_app.store.backup import back_up, back_up_if_changed, backups, is_sound, kept
from desktop_app.store.journal import RESTORE, entries
from desktop_app.store.restore import restore
from desktop_app.store.store import FILE, Store, open_ledger, read_ledger
from desktop_app.store.undo import steps, undo
from desktop_app.texts import backup as texts
from tests.store.samples import create


def add_unit(store: Store, name: str) -> int:
    draft = Draft()
    key = draft.create("unit", {"name": name, "kind": "section", "position": 1})
    applied = store.apply(draft.changes, f"新增{name}")
    assert applied is not None
    return applied.keys[key]


def lines_of(path: Path) -> list[str]:
    connection = database.open_to_read(path)
    try:
        return list(content.lines(connection))
    finally:
        connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_ledger(tmp_path) as store:
        draft = Draft()
        create(draft, "report")
        store.apply(draft.changes, "建立")
        add_unit(store, "养老服务科")
    return tmp_path


def test_a_backup_holds_what_the_ledger_holds_also_while_it_is_open(folder: Path):
    with open_ledger(folder) as store:
        add_unit(store, "救助科")
        made = back_up(folder, "hand")
        assert lines_of(made.path) == list(content.lines(store.connection))
        add_unit(store, "办公室")
        assert lines_of(made.path) != list(content.lines(store.connection))
    assert is_sound(made.path) and [b.path for b in backups(folder)] == [made.path]
    assert made.reason == "手动" and made.path.parent.name == "备份"
    assert not list(made.path.parent.glob("*-wal")) and not list(made.path.parent.glob(".~*"))


def test_a_backup_is_made_only_where_something_has_changed(folder: Path):
    assert back_up_if_changed(folder, "start") is not None
    assert back_up_if_changed(folder, "start") is None
    with open_ledger(folder) as store:
        key = add_unit(store, "救助科")
    second = back_up_if_changed(folder, "start")
    assert second is not None and second.path != backups(folder)[1].path
    with read_ledger(second.path.parent.parent) as store:
        assert key in store.snapshot().units


def test_backups_of_one_second_are_all_kept(folder: Path):
    made = {back_up(folder, "hand").path for _ in range(3)}
    assert len(made) == 3 == len(backups(folder))


SLIPS = {
    "a value": "UPDATE unit SET name='养老科'",
    "a value gone": "UPDATE journal_entry SET label=''",
    "a value where there was none": "UPDATE unit SET phone='0'",
    "another key": "UPDATE unit SET key=key+1000",
    "a row gone": "DELETE FROM journal_change WHERE seq=0",
    "a row more": "INSERT INTO unit VALUES (999, '救助科', 'section', 2, NULL, NULL, NULL, 0)",
    "a table more": "CREATE TABLE more (key INTEGER PRIMARY KEY)",
    "a table gone": "DROP TABLE outgoing",
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_backup_that_is_not_the_same_does_not_stay(folder: Path, monkeypatch: pytest.MonkeyPatch, slip: str):
    same = content.is_same

    def slipped(source: sqlite3.Connection, path: Path) -> bool:
        with closing(sqlite3.connect(path, isolation_level=None)) as target:
            target.execute(slip)
        return same(source, path)

    monkeypatch.setattr(content, "is_same", slipped)
    with pytest.raises(Refused, match="没有通过核对"):
        back_up(folder, "hand")
    assert backups(folder) == [] and list((folder / texts.FOLDER).iterdir()) == []


def test_a_text_that_is_none_any_more_is_not_backed_up_as_sound(folder: Path):
    connection = sqlite3.connect(folder / FILE)
    connection.execute("UPDATE journal_entry SET label=CAST(x'e5ff' AS TEXT)")
    connection.commit()
    connection.close()
    with pytest.raises(Refused):
        back_up(folder, "hand")
    assert backups(folder) == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (PureWindowsPath("//fu wu qi/共享/台账/ledger.duban"), "file:////fu%20wu%20qi/"),
        (PureWindowsPath("D:/台账#1/ledger.duban"), "file:///D:/"),
        (PurePosixPath("/home/a?b/ledger.duban"), "file:///home/a%3Fb/"),
    ],
)
def test_a_ledger_is_named_to_sqlite_wherever_it_lies(path: PurePath, said: str):
    named = database.address(path, "ro")
    assert named.startswith(said) and named.endswith("/ledger.duban?mode=ro") and "#" not in named


def test_on_a_full_disk_there_is_no_half_backup(folder: Path, monkeypatch: pytest.MonkeyPatch):
    import errno

    from desktop_app import files

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files, "flush", full)
    with pytest.raises(Refused, match="磁盘空间"):
        back_up(folder, "hand")
    assert list((folder / texts.FOLDER).iterdir()) == []


@given(st.lists(st.integers(0, 800 * 24 * 60), min_size=1, max_size=80))
def test_thinning_keeps_the_latest_and_one_of_each_past_period(minutes: list[int]):
    start = datetime(2025, 1, 1)
    times = sorted({start + timedelta(minutes=m) for m in minutes}, reverse=True)
    wanted = kept(times)
    assert set(times[:10]) <= wanted <= set(times)
    days = sorted({t.date() for t in times}, reverse=True)[:7]
    months = sorted({(t.year, t.month) for t in times}, reverse=True)[:12]
    for day in days:
        assert max(t for t in times if t.date() == day) in wanted
    for month in months:
        assert max(t for t in times if (t.year, t.month) == month) in wanted
    assert len(wanted) <= 10 + 7 + 4 + 12
    assert kept(wanted) == wanted  # thinning the thinned takes nothing more away


def test_old_backups_go_and_the_last_good_one_never(folder: Path, monkeypatch: pytest.MonkeyPatch):
    first = back_up(folder, "start").path
    for number in range(40):
        at = datetime(2025, 1, 1, 8) + timedelta(hours=number)
        first.with_name(f"{at:%Y-%m-%d_%H%M%S}_自动.duban").write_bytes(first.read_bytes())
    damaged = first.with_name("2099-01-01_000000_自动.duban")
    damaged.write_bytes(b"damaged")
    monkeypatch.setenv(clock.DAY_VARIABLE, "2026-06-30")
    with open_ledger(folder) as store:
        add_unit(store, "救助科")
    made = back_up(folder, "hand").path
    left = [b.path for b in backups(folder)]
    # the one that was just verified, and what a wrong clock has named later, of which nobody knows when it was made
    assert len(left) < 20 and {made, first, damaged} < set(left) and is_sound(made)


def test_restoring_brings_back_content_with_a_new_epoch_and_no_old_key(folder: Path):
    with open_ledger(folder) as store:
        before, identity = store.logical_dump(), store.identity()
    made = back_up(folder, "hand")
    with open_ledger(folder) as store:
        later = add_unit(store, "救助科")
        changed = store.logical_dump()
    done = restore(folder, made.path)
    with open_ledger(folder) as store:
        assert store.logical_dump() == before and store.faults() == []
        assert (store.identity().ledger, store.identity().epoch) == (identity.ledger, identity.epoch + 1)
        newest = entries(store.connection)[0]
        assert newest.kind == RESTORE and made.path.name in newest.label
        assert steps(store).undo is not None and steps(store).undo != newest
        with pytest.raises(Refused, match="恢复前"):
            undo(store, newest.id)
        assert add_unit(store, "办公室") > later  # an old form's key lands on nothing new
    assert done.before is not None and "恢复前" in done.before.name
    restore(folder, done.before)
    with open_ledger(folder) as store:
        assert store.logical_dump() == changed and store.identity().epoch == identity.epoch + 2


def test_a_readable_copy_and_a_pack_build_the_ledger_anew(folder: Path, tmp_path_factory: pytest.TempPathFactory):
    with open_ledger(folder) as store:
        kept_file = store.sources.keep("原件".encode(), "要点.txt")
        before = store.logical_dump()
        written = "\n".join(content.lines(store.connection))
    made = back_up(folder, "hand")
    readable = folder / "台账内容.jsonl"
    readable.write_text(written, "utf-8")
    pack = folder / "交接包.zip"
    with zipfile.ZipFile(pack, "w") as out:
        out.write(made.path, FILE)
        out.writestr(f"files/{kept_file[:2]}/{kept_file}.txt", "原件".encode())
        out.writestr(f"files/{kept_file[:2]}/{'0' * 64}.txt", b"not what its name says")
        out.writestr("files/../../evil.txt", b"slip")
    for file in (readable, pack, made.path):
        elsewhere = tmp_path_factory.mktemp("新电脑")
        done = restore(elsewhere, file)
        assert done.before is None
        with open_ledger(elsewhere) as store:
            assert store.logical_dump() == before
            assert (store.sources.find(kept_file) is not None) == (file == pack)
        stored = [p.name for p in elsewhere.rglob("*.txt")]
        assert stored == ([f"{kept_file}.txt"] if file == pack else [])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"PK\x03\x04 broken",
        b"SQLite format 3\0" + b"\xff" * 5000,
        b'["duban-ledger", 1]\n["task", 1]',
        b'["duban-ledger", 99]\n',
        b'["something else"]\n',
        b'["duban-ledger", 1]\n["sqlite_master", 1]',
        b"[[[[",
    ],
)
def test_what_is_no_backup_takes_nobodys_place(folder: Path, data: bytes):
    file = folder / "选错的文件.duban"
    file.write_bytes(data)
    before = (folder / FILE).read_bytes()
    with pytest.raises(Refused) as told:
        restore(folder, file)
    assert told.value.sentence.endswith("。") and "没有" in told.value.sentence
    assert (folder / FILE).read_bytes() == before
    assert not list(folder.glob(".~*"))


def test_a_damaged_ledger_is_kept_as_it_lies_and_replaced(folder: Path):
    made = back_up(folder, "hand")
    good = lines_of(made.path)
    (folder / FILE).write_bytes(b"SQLite format 3\0" + b"\0" * 4000)
    done = restore(folder, made.path)
    assert done.before is not None and "损坏的台账" in done.before.name
    assert done.before.read_bytes().startswith(b"SQLite format 3\0" + b"\0" * 4000)
    with open_ledger(folder) as store:
        assert store.faults() == []
    assert lines_of(made.path) == good


def test_no_log_of_the_old_ledger_is_played_into_the_new_one(folder: Path):
    made = back_up(folder, "hand")
    with open_ledger(folder) as store:
        add_unit(store, "救助科")
        wal = (folder / f"{FILE}-wal").read_bytes()
        before = lines_of(made.path)
    assert wal
    (folder / f"{FILE}-wal").write_bytes(wal)  # as a crash would leave it
    restore(folder, made.path)
    with open_ledger(folder) as store:
        assert [u.name for u in store.snapshot().units.values()].count("救助科") == 0
    assert lines_of(made.path) == before


def test_a_ledger_in_use_is_not_replaced(folder: Path):
    made = back_up(folder, "hand")
    with open_ledger(folder) as store:
        with pytest.raises(Refused, match="另一个窗口"):
            restore(folder, made.path)
        assert store.faults() == []


def test_a_backup_of_an_older_schema_is_brought_up_to_date(tmp_path: Path):
    old = tmp_path / "旧备份.duban"
    connection = sqlite3.connect(old)
    connection.executescript((Path(__file__).parent / "ledgers" / "schema_1.sql").read_text("utf-8"))
    connection.close()
    data = old.read_bytes()
    restore(tmp_path / "台账", old)
    with open_ledger(tmp_path / "台账") as store:
        assert store.snapshot().tasks and store.faults() == []
    assert old.read_bytes() == data


def test_the_copy_has_every_table_with_every_row(folder: Path):
    with open_ledger(folder) as store:
        written = [json.loads(line) for line in content.lines(store.connection)]
        counts = content.tables(store.connection)
    assert written[0] == ["duban-ledger", database.SCHEMA]
    assert {name: sum(row[0] == name for row in written[1:]) for name in counts} == counts
    assert counts["ledger"] == 1 and counts["journal_entry"] == 2

"""A ledger without a log, as on a share or a stick: no edit waits for a backup, and no backup is spoilt by an edit."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import Refused
from desktop_app.store import backup, content, database
from desktop_app.store.store import FILE, Store, open_ledger
from desktop_app.texts import backup as texts
from desktop_app.verbs import backup as verb
from tests.store.test_backup import add_unit, lines_of


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A ledger that is not written at all where it would have to wait."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    monkeypatch.setattr(backup, "_STEP", 1)
    monkeypatch.setattr(backup, "_AGAIN", 0)
    with open_ledger(tmp_path / "坚果云") as made:
        assert made.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        for number in range(40):
            add_unit(made, f"科室{number}")
        yield made


def between_steps(store: Store, act: Callable[[], object]) -> sqlite3.Connection:
    """A reader of the ledger which lets something happen whenever some pages are copied."""

    class Watching(sqlite3.Connection):
        def backup(self, target: sqlite3.Connection, **more: Any) -> None:
            super().backup(target, progress=lambda *_: act(), **more)  # type: ignore[misc]

    address = database.address(store.path, "ro")
    return sqlite3.connect(address, uri=True, isolation_level=None, factory=Watching)


def test_an_edit_goes_through_while_pages_are_copied(store: Store, tmp_path: Path) -> None:
    names = [f"新科室{number}" for number in range(5)]
    source = between_steps(store, lambda: names and add_unit(store, names.pop()))
    backup.copy(source, tmp_path / "copy")
    source.close()
    assert names == [] and lines_of(tmp_path / "copy") == list(content.lines(store.connection))


def test_an_edit_goes_through_while_the_copy_is_compared(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, names = content._has_same_rows, [f"新科室{number}" for number in range(12)]

    def compared(connection: sqlite3.Connection, name: str) -> bool:
        if names:
            add_unit(store, names.pop())
        return real(connection, name)

    monkeypatch.setattr(content, "_has_same_rows", compared)
    made = backup.back_up(store.folder, "hand")
    assert names == [] and lines_of(made.path) == lines_of(store.path)  # made again until nothing came between


def test_a_copy_that_is_wrong_by_itself_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Path] = []
    monkeypatch.setattr(content, "is_same", lambda _, path: bool(tried.append(path)))
    with pytest.raises(Refused, match=texts.DIFFERENT):
        backup.back_up(store.folder, "hand")
    assert len(tried) == 1 and backup.backups(store.folder) == []


def test_nobody_waits_while_the_readable_copies_are_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before, lines = lines_of(store.path), verb._write_lines

    def write(found: Iterator[str], path: Path) -> None:
        first = next(found)
        add_unit(store, "新科室")
        lines((line for part in ([first], found) for line in part), path)

    monkeypatch.setattr(verb, "_write_lines", write)
    verb.write_readable(store.folder)
    written = (store.folder / texts.FOLDER / texts.COPY).read_text("utf-8").splitlines()
    assert written == before != lines_of(store.path)
    assert (store.folder / texts.FOLDER / texts.WORKBOOK).is_file()
    assert list(store.folder.rglob(".~*")) == [] and (store.folder / FILE).is_file()


def test_a_folder_that_is_taken_away_meanwhile_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    with monkeypatch.context() as taken, backup.still(store.folder) as path:
        assert lines_of(path) == lines_of(store.path)
        taken.setattr(os, "unlink", read_only)  # it cannot be cleared away, which is no reason to stop
        taken.setattr(os, "rmdir", read_only)
        del path
    monkeypatch.setattr(tempfile, "mkdtemp", read_only)
    with pytest.raises(Refused, match="没有写成"):
        verb.write_readable(store.folder)

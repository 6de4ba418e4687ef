"""Several files kept at once, as a collected folder brings them: the same one twice among them, or the disk full."""

import errno
import os
from collections.abc import Iterable
from io import FileIO
from pathlib import Path

import pytest

from desktop_app import files as on_disk
from desktop_app.errors import Refused
from desktop_app.files import sha256
from desktop_app.store import sources
from desktop_app.store.sources import Sources

FILES = [(bytes([number]) * 900, f"{number}.xlsx") for number in range(250)]


def test_a_content_that_came_twice_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to put the same file in its place twice while one of them is open."""
    written: list[Path] = []
    write = sources.write_new

    def writing(files: Iterable[tuple[Path, bytes]]) -> None:
        several = list(files)
        written.extend(path for path, _ in several)
        write(several)

    monkeypatch.setattr(sources, "write_new", writing)
    files = [(bytes([number % 3]) * 9000, f"{number}.xlsx") for number in range(260)]
    kept = list(Sources(tmp_path).keep_all(files))
    assert kept == [sha256(data) for data, _ in files]
    assert len(written) == len(set(written)) == 3


def test_every_file_is_on_the_disk_when_its_hash_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: set[int] = set()
    flush = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (flush(handle), flushed.add(os.fstat(handle).st_ino)))
    store = Sources(tmp_path)
    for digest in store.keep_all(FILES):
        path = store.find(digest)
        assert path and path.stat().st_ino in flushed
    assert store.damaged() == [] and len(store.paths()) == len(FILES)


def test_who_stops_half_way_leaves_whole_files_only(tmp_path: Path) -> None:
    store = Sources(tmp_path)
    kept = store.keep_all(FILES)
    next(kept)
    kept.close()  # type: ignore[attr-defined]  # a generator
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert 0 < len(found) < len(FILES) and sorted(found) == sorted(store.paths()) and store.damaged() == []


def test_a_disk_that_is_full_leaves_nothing_of_what_is_written_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill = on_disk._fill

    def fills_up(handle: FileIO, data: bytes) -> None:
        if data == FILES[40][0]:
            raise OSError(errno.ENOSPC, "full")
        fill(handle, data)

    monkeypatch.setattr(on_disk, "_fill", fills_up)
    with pytest.raises(Refused, match="磁盘空间不足"):
        list(Sources(tmp_path).keep_all(FILES))
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]

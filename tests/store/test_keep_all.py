"""Several files kept at once, as a collected folder brings them: the same one twice among them."""

import threading
from pathlib import Path

import pytest

from desktop_app.files import sha256
from desktop_app.store import sources
from desktop_app.store.sources import Sources


def test_a_content_that_came_twice_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses the second of two threads that put the same file in its place."""
    written: list[Path] = []
    lock, write = threading.Lock(), sources.write_new

    def writing(path: Path, data: bytes) -> None:
        with lock:
            written.append(path)
        write(path, data)

    monkeypatch.setattr(sources, "write_new", writing)
    files = [(bytes([number % 3]) * 9000, f"{number}.xlsx") for number in range(60)]
    kept = list(Sources(tmp_path).keep_all(files))
    assert kept == [sha256(data) for data, _ in files]
    assert len(written) == len(set(written)) == 3

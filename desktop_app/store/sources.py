"""Incoming files, kept for ever by content hash (law 11): on the disk before the ledger names them."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.files import read_bytes, sha256, write_new

_ENDING = re.compile(r"\.[0-9a-z]{1,9}\Z")  # whatever a unit calls its file, ours has a name that Windows takes
_WRITERS = 8  # a disk brings the flushes of several files down together


class Sources:
    """The stored originals of one ledger: plans and returned forms, each under its SHA-256."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "files"

    def keep(self, data: bytes, name: str) -> str:
        """Store a file's content (once) and return its hash; the suffix of `name` is kept so that it can be opened."""
        digest = sha256(data)
        if self.find(digest) is None:
            ending = _ENDING.search(name.lower())
            write_new(self._folder / digest[:2] / f"{digest}{ending[0] if ending else ''}", data)
        return digest

    def keep_all(self, files: Iterable[tuple[bytes, str]]) -> Iterator[str]:
        """Store several files, as content and name; their hashes, in order. The disk is waited for once, not a file.

        Whoever stops half way leaves whole files only, which nothing names.
        """
        from concurrent.futures import ThreadPoolExecutor

        pool = ThreadPoolExecutor(_WRITERS)
        several = list(files)
        try:  # a content that came twice is written once: Windows lets no two threads put the same file in place
            first = dict(reversed(several))
            writing = {data: pool.submit(self.keep, data, name) for data, name in first.items()}
            for data, _ in several:
                yield writing[data].result()
        finally:
            pool.shutdown(cancel_futures=True)

    def find(self, digest: str) -> Path | None:
        """Where the file of this hash lies; None where it is not stored."""
        folder = self._folder / digest[:2]
        try:
            return next((folder / name for name in os.listdir(folder) if name.startswith(digest)), None)
        except FileNotFoundError:
            return None

    def paths(self) -> list[Path]:
        """Every stored file."""
        return [p for p in sorted(self._folder.glob("??/*")) if p.is_file() and not p.name.startswith(".")]

    def damaged(self) -> list[Path]:
        """Stored files whose content no longer has the hash that names them."""
        return [path for path in self.paths() if sha256(read_bytes(path)) != path.name.split(".")[0]]

"""Incoming files, kept for ever by content hash (law 11): on the disk before the ledger names them."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.files import read_bytes, sha256, write_new

_ENDING = r"\.[0-9a-z]{1,9}\Z"  # whatever a unit calls its file, ours has a name that Windows takes
_TOGETHER = 200  # files that are open at once


class Sources:
    """The stored originals of one ledger: plans and returned forms, each under its SHA-256."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "files"

    def keep(self, data: bytes, name: str) -> str:
        """Store a file's content (once) and return its hash; the suffix of `name` is kept so that it can be opened."""
        (digest,) = self.keep_all([(data, name)])
        return digest

    def keep_all(self, files: Iterable[tuple[bytes, str]]) -> Iterator[str]:
        """Store several files, as content and name; their hashes, in order. The disk is waited for once a batch.

        Whoever stops half way leaves whole files only, which nothing names.
        """
        several = list(files)
        for start in range(0, len(several), _TOGETHER):
            batch = [(sha256(data), data, name) for data, name in several[start : start + _TOGETHER]]
            first = {digest: (data, name) for digest, data, name in reversed(batch)}  # of one content, the first name
            new = [(digest, *file) for digest, file in first.items() if self.find(digest) is None]
            write_new((self._path(digest, name), data) for digest, data, name in new)
            yield from (digest for digest, _, _ in batch)

    def _path(self, digest: str, name: str) -> Path:
        ending = re.search(_ENDING, name.lower())
        return self._folder / digest[:2] / f"{digest}{ending[0] if ending else ''}"

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

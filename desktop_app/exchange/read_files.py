"""The files that a clerk points at: single ones, whole folders, archives in archives; each read or refused alone."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from desktop_app.errors import Refused
from desktop_app.exchange.read_forms import ReturnedForm, read_form
from desktop_app.exchange.read_kind import DEPTH, is_archive, members, skipped
from desktop_app.files import sha256
from desktop_app.texts import exchange as texts

OWN_PAPERS = tuple(name.split("}")[-1] for name in (texts.NOTICE_FILE, texts.LIST_FILE))


class Arrived(NamedTuple):
    """One file as it came: its name as given (`a.zip!/b.xlsx` in archives), its content, and its form or why not."""

    name: str
    data: bytes
    sha: str
    form: ReturnedForm | None
    refusal: str | None


def bare_name(name: str) -> str:
    """A file's name without its folders or archives, for a sentence."""
    return re.split(r"[\\/]", name)[-1]


def read_paths(paths: Iterable[Path], tell: Callable[[int], object] = lambda _: None) -> list[Arrived]:
    """Every file at these paths, read; `tell` is called with the number read so far and may raise to stop."""
    arrived = []
    for path in paths:
        for file in _files(path):
            arrived += _from_disk(file)
            tell(len(arrived))
    return arrived


def _files(path: Path) -> Iterator[Path]:
    """A file as it is; of a folder the files in it, without the litter of systems and our own notice and list."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path).as_posix()
        if file.is_file() and not skipped(inside) and not file.name.endswith(OWN_PAPERS):
            yield file


def _from_disk(path: Path) -> Iterator[Arrived]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        yield _not_read(str(path), texts.FILE_MISSING)
    except OSError:
        yield _not_read(str(path), texts.FILE_UNREADABLE)
    else:
        yield from _opened(str(path), data, DEPTH)


def _opened(name: str, data: bytes, depth: int) -> Iterator[Arrived]:
    if not is_archive(data):
        yield _read(name, data)
    elif depth == 0:
        yield _not_read(name, texts.ZIP_DEEP)
    else:
        yield from _unpacked(name, data, depth)


def _unpacked(name: str, data: bytes, depth: int) -> Iterator[Arrived]:
    found = False
    try:
        for inner, content in members(data):
            found = True
            inside = f"{name}!/{inner}"
            if isinstance(content, Refused):
                yield _not_read(inside, content.sentence)
            else:
                yield from _opened(inside, content, depth - 1)
    except Refused as refused:
        yield _not_read(name, refused.sentence)
        return
    if not found:
        yield _not_read(name, texts.ZIP_EMPTY)


def _read(name: str, data: bytes) -> Arrived:
    try:
        return Arrived(name, data, sha256(data), read_form(data, name), None)
    except Refused as refused:
        return Arrived(name, data, sha256(data), None, refused.sentence)


def _not_read(name: str, reason: str) -> Arrived:
    return Arrived(name, b"", "", None, reason)

"""The files that a clerk points at: single ones, whole folders, archives in archives; each read or refused alone."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from desktop_app.errors import Refused
from desktop_app.exchange.read_archive import DEPTH, Allowance, members, skipped
from desktop_app.exchange.read_forms import ReturnedForm, form_of
from desktop_app.exchange.read_kind import Kind, Opened, UnderPassword, opened
from desktop_app.files import MOST_GIVEN, sha256, stands
from desktop_app.office.faults import Damaged, Locked
from desktop_app.office.locks import unlocked
from desktop_app.texts import exchange as exchange_texts
from desktop_app.texts import returned as texts

OWN_PAPERS = tuple(
    name.split("}")[-1] for name in (exchange_texts.NOTICE_FILE, exchange_texts.LIST_FILE, exchange_texts.SIGNOFF_FILE)
)

MOST_OF_AN_ARCHIVE = 200 << 20  # bytes: forty forms with photographs


class Arrived(NamedTuple):
    """One file as it came: its name as given (`a.zip!/b.xlsx` in archives), its content, and its form or why not.

    `locked`: a password, perhaps another one, would open it. The content of a locked file is what the password opened.
    """

    name: str
    data: bytes
    sha: str
    form: ReturnedForm | None
    refusal: str | None
    locked: bool = False


class _Reading(NamedTuple):
    """What one file that was given may still cost, and the passwords to try."""

    allowance: Allowance
    passwords: Sequence[str]


def bare_name(name: str) -> str:
    """A file's name without its folders or archives, for a sentence."""
    return re.split(r"[\\/]", name)[-1]


def read_paths(
    paths: Iterable[Path], tell: Callable[[int], object] = lambda _: None, passwords: Sequence[str] = ()
) -> list[Arrived]:
    """Every file at these paths, read; `passwords` are tried on each locked one.

    `tell` is called with the number read so far and may raise to stop.
    """
    arrived: list[Arrived] = []
    for file in chain.from_iterable(map(_files, paths)):
        for one in _from_disk(file, passwords):
            arrived.append(one)
            tell(len(arrived))
    return arrived


def _files(path: Path) -> Iterator[Path]:
    """A file as it is; of a folder the files in it, without the litter of systems and our own notice and list."""
    if not stands(path) or not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path).as_posix()
        if file.is_file() and not skipped(inside) and not file.name.endswith(OWN_PAPERS):
            yield file


def _from_disk(path: Path, passwords: Sequence[str]) -> Iterator[Arrived]:
    try:
        if path.stat().st_size > MOST_OF_AN_ARCHIVE:
            yield _not_read(str(path), Refused(texts.FILE_HUGE))
            return
        data = path.read_bytes()
    except FileNotFoundError:
        yield _not_read(str(path), Refused(texts.FILE_MISSING))
    except OSError:
        yield _not_read(str(path), Refused(texts.FILE_UNREADABLE))
    else:
        yield from _read(str(path), data, DEPTH, _Reading(Allowance(), passwords))


def _read(name: str, data: bytes, depth: int, reading: _Reading) -> Iterator[Arrived]:
    """The file, or those in it; what is refused of an archive is told of that archive."""
    try:
        file = opened(data)
        if file.kind is not Kind.ARCHIVE and len(data) > MOST_GIVEN:
            raise Refused(texts.FILE_HUGE)
        if file.kind is Kind.ARCHIVE:
            yield from _unpacked(name, data, depth, reading)
        else:
            data, form = _form(name, data, file, reading.passwords)
            yield Arrived(name, data, sha256(data), form, None)
    except Refused as refused:
        yield _not_read(name, refused)


def _form(name: str, data: bytes, file: Opened, passwords: Sequence[str]) -> tuple[bytes, ReturnedForm]:
    try:
        return data, form_of(file, name)
    except UnderPassword:
        data = _without_lock(data, passwords)
        return data, form_of(opened(data), name)


def _without_lock(data: bytes, passwords: Sequence[str]) -> bytes:
    try:
        return unlocked(data, passwords)
    except Locked as error:
        raise UnderPassword(texts.PASSWORD_WRONG if passwords else texts.FILE_ENCRYPTED) from error
    except Damaged as error:
        raise Refused(texts.FILE_TRUNCATED) from error


def _unpacked(name: str, data: bytes, depth: int, reading: _Reading) -> Iterator[Arrived]:
    if depth == 0:
        raise Refused(texts.ZIP_DEEP)
    found = False
    for inner, content in members(data, reading.allowance, reading.passwords):
        found = True
        inside = f"{name}!/{inner}"
        if isinstance(content, Refused):
            yield _not_read(inside, content)
        else:
            yield from _read(inside, content, depth - 1, reading)
    if not found:
        raise Refused(texts.ZIP_EMPTY)


def _not_read(name: str, refused: Refused) -> Arrived:
    return Arrived(name, b"", "", None, refused.sentence, isinstance(refused, UnderPassword))

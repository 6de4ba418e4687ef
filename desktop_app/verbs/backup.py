"""Back the ledger up: a verified copy beside it, a readable copy, and on demand all of it in a second place."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.errors import Refused
from desktop_app.files import read_bytes, refusal, sha256, write_bytes, write_whole
from desktop_app.store import backup, content, database
from desktop_app.store.backup import Backup
from desktop_app.store.store import FILE, Store, read_ledger
from desktop_app.texts import backup as texts


class BackedUp(NamedTuple):
    """The backup that was made (None: the newest one still holds the same), and what was copied to a second place."""

    made: Backup | None
    second: Path | None
    copied: int


class Kept(NamedTuple):
    """What came of an automatic backup; `absent`: the second place is not there now; `trouble` in a sentence."""

    made: Backup | None
    absent: bool = False
    trouble: str | None = None


def back_up(folder: Path, reason: str = "hand", second: Path | None = None) -> BackedUp:
    """Back up the ledger in `folder` where it has changed since the last backup (by hand: always).

    The readable copies, from which the ledger can be built anew or read without this program, are renewed with it.
    Refused where there is no ledger, or where one of the places cannot be written; the ledger is never touched.
    """
    if not (folder / FILE).exists():
        read_ledger(folder)  # says so
    made = backup.back_up(folder, reason) if reason == "hand" else backup.back_up_if_changed(folder, reason)
    if made is not None:
        write_readable(folder)
    copied = copy_to(folder, second) if second is not None else 0
    return BackedUp(made, second, copied)


def keep(folder: Path, reason: str, second: Path | None) -> Kept:
    """An automatic backup, made where something has changed, with all that goes with it; troubles are told, not raised.

    A second place that is not there now (a stick not plugged in) is no trouble.
    """
    try:
        made = backup.back_up_if_changed(folder, reason)
    except Refused as refused:
        return Kept(None, trouble=refused.sentence)
    return renew(folder, second)._replace(made=made) if made or _behind(folder, second) else Kept(None)


def renew(folder: Path, second: Path | None) -> Kept:
    """Write the readable copies anew and bring everything to the second place, where there is one."""
    absent = second is not None and not second.is_dir()
    try:
        write_readable(folder)
        if second is not None and not absent:
            copy_to(folder, second)
    except Refused as refused:
        return Kept(None, absent, refused.sentence)
    return Kept(None, absent)


def _behind(folder: Path, second: Path | None) -> bool:
    """Whether the second place lacks the newest backup."""
    newest = next(iter(backup.furthest_first(folder)), None)
    if second is None or newest is None:
        return False
    return not (second / texts.SECOND / texts.FOLDER / newest.path.name).exists()


def write_readable(folder: Path) -> None:
    """Write the whole content as JSON lines, and the ledger as a workbook, into the backup folder."""
    from desktop_app.verbs.export import export  # a tenth of a second, which every start would feel

    place = folder / texts.FOLDER
    with backup.still(folder) as path:
        with closing(database.open_to_read(path)) as connection:
            write_whole(place / texts.COPY, lambda fresh: _write_lines(content.lines(connection), fresh))
        with Store(folder, database.open_up_to_date(path), None) as store:
            export(store, place / texts.WORKBOOK)


def _write_lines(lines: Iterator[str], path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as out:
        out.writelines(f"{line}\n" for line in lines)


def copy_to(folder: Path, second: Path) -> int:
    """Bring the newest backup, the readable copies and every stored original to a second place; how many files went.

    What lies there already with the same size is not written again; what is there is never taken away.
    """
    if _inside(second, folder):
        raise Refused(texts.SAME_PLACE.format(folder=second))
    wanted = sorted(path for path in (folder / "files").glob("??/*") if not path.name.startswith("."))
    wanted += [folder / texts.FOLDER / name for name in (texts.COPY, texts.WORKBOOK)]
    wanted += [found.path for found in backup.furthest_first(folder)[:1]]  # last: it tells that all of it is there
    room = second / texts.SECOND
    copied = 0
    for path in wanted:
        there = room / path.relative_to(folder)
        fixed = path.parent.parent.name == "files" or path.suffix == ".duban"
        if not path.exists() or (fixed and there.exists() and there.stat().st_size == path.stat().st_size):
            continue
        data = read_bytes(path)
        if write_bytes(there, data) != sha256(data):
            raise Refused(texts.NOT_VERIFIED.format(what=texts.DIFFERENT))
        copied += 1
    return copied


def _inside(second: Path, folder: Path) -> bool:
    try:
        return second.resolve() == folder.resolve() or folder.resolve() in second.resolve().parents
    except OSError as error:
        raise refusal(second, error) from error


def to_json(done: BackedUp) -> dict[str, Any]:
    """The object that `backup --json` prints."""
    return {
        "file": str(done.made.path) if done.made else None,
        "sha256": sha256(read_bytes(done.made.path)) if done.made else None,
        "second": str(done.second) if done.second else None,
        "copied": done.copied,
    }

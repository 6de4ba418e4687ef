"""Backups of a ledger: made by the online backup API, verified before they count, thinned with age.

Each is a whole database in the ledger's own folder 备份; the stored originals (`files/`) are never changed and lie
beside it, so a backup there needs none of them.
"""

import re
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from desktop_app import clock
from desktop_app.errors import Refused
from desktop_app.files import read_bytes, refusal, write_bytes, write_whole
from desktop_app.store import content, database
from desktop_app.store.store import FILE
from desktop_app.texts import backup as texts

LATEST, DAYS, WEEKS, MONTHS = 10, 7, 4, 12
ABANDONED = 3600  # seconds after which nobody writes to a file without a name any more
BESIDE = ("-wal", "-shm", "-journal")  # files that SQLite keeps beside a database
_STEP, _PAUSE = 256, 0.05  # pages that are copied at once, seconds to wait while a writer has the ledger
_AGAIN = 2.0  # seconds after which what an edit has spoilt is tried again
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})_(\d{2})(\d{2})(\d{2})_(.+)\.duban")


class Backup(NamedTuple):
    """One backup: where it lies, when it was made, and why, in words."""

    path: Path
    at: datetime
    reason: str


def backups(folder: Path) -> list[Backup]:
    """The backups of the ledger in `folder`, newest first."""
    found = [(path, _NAME.fullmatch(path.name)) for path in (folder / texts.FOLDER).glob("*.duban")]
    made = [
        Backup(path, datetime.fromisoformat(f"{name[1]}T{name[2]}:{name[3]}:{name[4]}"), name[5])
        for path, name in found
        if name
    ]
    return sorted(made, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def furthest_first(folder: Path) -> list[Backup]:
    """The backups, those first that go furthest in the ledger's life, whatever the clock was when they were named."""
    return sorted(backups(folder), key=lambda backup: _mark(backup.path) or (), reverse=True)


def back_up(folder: Path, reason: str) -> Backup:
    """Back up the ledger in `folder` as it is now, also while it is open; verified before it counts, then thinned.

    `reason` is a key of texts.backup.REASONS. Refused where it cannot be written or does not hold the same.
    """
    now = datetime.fromisoformat(clock.now())
    name = texts.NAME.format(day=now.date().isoformat(), time=now.strftime("%H%M%S"), reason=texts.REASONS[reason])
    path = _free(folder / texts.FOLDER / name)
    with database.told(folder / FILE):
        source = database.open_to_read(folder / FILE)
        try:
            write_whole(path, lambda fresh: copy(source, fresh))
        finally:
            source.close()
    made = next(backup for backup in backups(folder) if backup.path == path)
    thin(folder, made)
    sweep(folder)
    return made


def back_up_first(folder: Path, reason: str) -> Backup | None:
    """What must be backed up before a large step: as `back_up_if_changed`; Refused in words that name the step."""
    try:
        return back_up_if_changed(folder, reason)
    except Refused as refused:
        raise Refused(texts.NOT_BEFORE.format(reason=texts.REASONS[reason], why=refused.sentence)) from refused


def back_up_if_changed(folder: Path, reason: str) -> Backup | None:
    """A backup where none holds what the ledger holds now; None too where nothing was ever done."""
    if _is_blank(folder / FILE):
        return None
    mark = _mark(folder / FILE)
    held = mark is not None and any(_mark(backup.path) == mark for backup in backups(folder))
    return None if held else back_up(folder, reason)


def keep_as_it_lies(folder: Path, reason: str) -> Path | None:
    """Back up the present ledger; one that is too damaged for that is kept file by file. None where there is none."""
    path = folder / FILE
    if not path.exists():
        return None
    try:
        return back_up(folder, reason).path
    except (Refused, sqlite3.DatabaseError):
        now = datetime.fromisoformat(clock.now())
        name = texts.BROKEN.format(day=now.date().isoformat(), time=now.strftime("%H%M%S"))
        kept = folder / texts.FOLDER / name
        write_bytes(kept, read_bytes(path))
        for ending in BESIDE:
            beside = path.with_name(FILE + ending)
            if beside.exists():
                write_bytes(kept.with_name(kept.name + ending), read_bytes(beside))
        return kept


def copy(source: sqlite3.Connection, path: Path) -> None:
    """Copy a whole database to `path` and compare the two; Refused where the copy is not sound or not the same.

    A log lets others write while one moment is held for both. Without one (see `place`) they would wait until the end,
    so nothing is held, and where an edit came between, all is done again until there is a pause that is long enough.
    """
    held = source.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    while True:
        before = _version(source)
        wrong = _copied(source, path, held)
        if not wrong:
            return
        if _version(source) == before:
            raise Refused(texts.NOT_VERIFIED.format(what=wrong[0]))
        time.sleep(_AGAIN)


def _copied(source: sqlite3.Connection, path: Path, held: bool) -> list[str]:
    """Copy once; what is wrong with the copy. Not held, a row may be compared as it was or as an edit has left it."""
    target = sqlite3.connect(path, isolation_level=None)
    try:
        target.execute("PRAGMA synchronous=OFF")  # an edit would wait for the disk, too; who keeps the copy flushes it
        if held:
            source.execute("BEGIN")
            source.execute("SELECT 1 FROM sqlite_master").fetchone()
        source.backup(target, pages=_STEP, sleep=_PAUSE)
        target.execute("PRAGMA journal_mode=DELETE")
        if not content.is_same(source, path):  # first: the longer it waits, the more edits come between
            return [texts.DIFFERENT]
        content.read_texts(target)
        return database.faults(target)
    finally:
        if source.in_transaction:
            source.execute("ROLLBACK")
        target.close()
        for ending in BESIDE:  # left where the disk was full
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _version(connection: sqlite3.Connection) -> int:
    """A number that changes when others write."""
    return connection.execute("PRAGMA data_version").fetchone()[0]


@contextmanager
def still(folder: Path) -> Iterator[Path]:
    """The ledger in `folder` as it is now, in a file of its own while this lasts: nobody waits for its reader."""
    try:
        # what stays in a folder that can no longer be written is swept away later
        room = tempfile.TemporaryDirectory(dir=folder, prefix=".~", ignore_cleanup_errors=True)
        with room as made, database.told(folder / FILE):
            path = Path(made) / FILE
            with closing(database.open_to_read(folder / FILE)) as source, closing(sqlite3.connect(path)) as target:
                source.backup(target, pages=_STEP, sleep=_PAUSE)
                target.execute("PRAGMA journal_mode=DELETE")
            yield path
    except OSError as error:
        raise refusal(folder / FILE, error) from error


def thin(folder: Path, verified: Backup) -> None:
    """Take away what is older than the plan keeps; this one, and those that a wrong clock has named later, stay."""
    found = [backup for backup in backups(folder) if backup.at <= verified.at]
    wanted = kept([backup.at for backup in found])
    for backup in found:
        if backup.at not in wanted and backup != verified:
            backup.path.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Take away what a write that was killed has left under no name; what is young may still be written to."""
    old = time.time() - ABANDONED
    for path in (p for where in ("", texts.FOLDER, "files/??") for p in folder.glob(f"{where}/.~*".lstrip("/"))):
        try:
            if path.stat().st_mtime < old:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        except OSError:
            continue  # held by another program: it goes another time


def kept(times: Iterable[datetime]) -> set[datetime]:
    """Of these times the 10 latest, and the last of each of the latest 7 days, 4 weeks and 12 months that have any."""
    newest_first = sorted(set(times), reverse=True)
    wanted = set(newest_first[:LATEST])
    for periods, of in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        last: dict[object, datetime] = {}
        for made in newest_first:
            last.setdefault(of(made), made)
        wanted |= set(list(last.values())[:periods])
    return wanted


def _day(time: datetime) -> date:
    return time.date()


def _week(time: datetime) -> tuple[int, int]:
    return time.isocalendar()[:2]


def _month(time: datetime) -> tuple[int, int]:
    return time.year, time.month


def is_sound(path: Path) -> bool:
    """Whether a backup opens and its database finds nothing wrong with itself."""
    try:
        connection = database.open_to_read(path)
    except (sqlite3.Error, Refused):
        return False
    try:
        return not database.faults(connection)
    except sqlite3.Error:
        return False
    finally:
        connection.close()


def _mark(path: Path) -> tuple | None:
    """What tells two states of a ledger apart without reading all of it, greater in the later one; None: unreadable."""
    try:
        connection = database.open_to_read(path)
    except (sqlite3.Error, Refused):
        return None
    try:
        asked = (
            "SELECT epoch, (SELECT ifnull(max(id), 0) FROM journal_entry), (SELECT ifnull(max(id), 0) FROM receipt),"
            " (SELECT ifnull(max(written_at), '') FROM outgoing), (SELECT count(*) FROM outgoing), next_key, id"
            " FROM ledger"
        )
        return connection.execute(asked).fetchone()
    except sqlite3.Error:
        return None
    finally:
        connection.close()


def _is_blank(path: Path) -> bool:
    """Whether nothing was ever done in this ledger."""
    with database.told(path):
        connection = database.open_to_read(path)
        try:
            return connection.execute("SELECT 1 FROM journal_entry LIMIT 1").fetchone() is None
        finally:
            connection.close()


def _free(path: Path) -> Path:
    """`path`, or the next second's name where it is taken: two backups in one second are both kept."""
    while path.exists():
        name = _NAME.fullmatch(path.name)
        if name is None:
            raise ValueError(path.name)
        at = datetime.fromisoformat(f"{name[1]}T{name[2]}:{name[3]}:{name[4]}")
        later = datetime.fromtimestamp(at.timestamp() + 1)
        path = path.with_name(f"{later:%Y-%m-%d_%H%M%S}_{name[5]}.duban")
    return path

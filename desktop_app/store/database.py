"""Opening the ledger's database: pragmas, the version gate, migrations."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from urllib.parse import quote

from desktop_app.errors import Refused
from desktop_app.paths import asset
from desktop_app.store import shape
from desktop_app.store.lock import ReadOnly
from desktop_app.texts import store as texts

SCHEMA = 2
BUSY_SECONDS = 5
# Pages after which the log, which is durable by itself, goes into the ledger's own file and is begun again. A short one
# has its place on the disk already when the next edit is written; a bulk step must not wait for its own to go there.
SHORT_LOG, LONG_LOG = 256, 4096
_CANNOT_OPEN = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
# a letter that changed in a value, or in the head of the file: of these only the words tell
_SPOILT = ("decode to UTF-8", "unsupported file format", "malformed database schema")
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the database's own troubles (full, read-only, locked, damaged) into sentences; our bugs pass through."""
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        refused = refusal_of(error, path)
        if refused is None:
            raise
        raise refused from error


class Spoilt(Refused):
    """The file is no ledger, or a damaged one: a backup may take its place."""


def refusal_of(error: BaseException, path: Path) -> Refused | None:
    """What to tell the clerk of an error of the database itself; None for any other, which is a bug of ours."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    said = str(error) if isinstance(error, sqlite3.OperationalError) else ""
    if isinstance(error, UnicodeDecodeError):  # words of SQLite's own that quote what is damaged
        said = error.object.decode("utf-8", "replace")
    if code in _BROKEN or any(words in said for words in _SPOILT):
        return Spoilt(texts.NOT_A_LEDGER.format(name=path.name))
    if code == sqlite3.SQLITE_FULL:
        return Refused(texts.DISK_FULL)
    if code == sqlite3.SQLITE_IOERR:
        return Refused(texts.DISK_ERROR)
    if code in _BUSY:
        return Refused(texts.IN_USE)
    return ReadOnly(texts.READ_ONLY) if code in _READ_ONLY else None


def open_to_write(
    path: Path,
    factory: type[sqlite3.Connection] = sqlite3.Connection,
    journal_mode: str = "WAL",
    before_migration: Callable[[], object] = lambda: None,
) -> sqlite3.Connection:
    """A connection that may change the ledger; a new file gets the schema, an older one is migrated."""
    with told(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, factory=factory)
        try:
            version = _version(connection)
            gate(version)
            if version == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise Spoilt(texts.NOT_A_LEDGER.format(name=path.name))
            if 0 < version < SCHEMA:
                with _said_to_be_older(path):
                    before_migration()
            connection.execute(f"PRAGMA journal_mode={journal_mode}")
            connection.execute("PRAGMA synchronous=FULL")
            # a bulk step keeps its pages in memory until COMMIT; with the usual 2 MB they go out and come in again
            connection.execute("PRAGMA cache_size=-65536")
            set_log(connection, SHORT_LOG)
            if version < SCHEMA:
                _migrate_ours(connection, path, version)
            _believe(connection, path)
            connection.execute("PRAGMA foreign_keys=ON")
        except BaseException:
            connection.close()
            raise
    return connection


def set_log(connection: sqlite3.Connection, pages: int) -> None:
    """Let the log grow to so many pages."""
    connection.execute(f"PRAGMA wal_autocheckpoint={pages}")


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot change the ledger, also where its folder is read-only."""
    try:
        connection = _reader(address(path, "ro"))
    except sqlite3.OperationalError as error:
        # without the right to make the -shm file beside it, a ledger at rest is read as it lies
        if (error.sqlite_errorcode & 0xFF) not in _CANNOT_OPEN | _READ_ONLY:
            raise
        connection = _reader(address(path, "ro") + "&immutable=1")
    try:
        version = _version(connection)
        gate(version)
        if version == 0:
            raise Spoilt(texts.NOT_A_LEDGER.format(name=path.name))
    except BaseException:
        connection.close()
        raise
    return connection


def open_up_to_date(path: Path) -> sqlite3.Connection:
    """A connection to read by the present schema; an older ledger is migrated in memory, its file left as it is."""
    connection = open_to_read(path)
    if _version(connection) == SCHEMA:
        try:
            _believe(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.backup(copy)
        _migrate_ours(copy, path, _version(connection))
        _believe(copy, path)
        copy.execute("PRAGMA query_only=ON")
    except BaseException:
        copy.close()
        raise
    finally:
        connection.close()
    return copy


def address(path: PurePath, mode: str) -> str:
    """A database as SQLite is to open it; `mode` as SQLite has it. Of a share the computer is part of the path:

    SQLite takes no name of a computer where addresses usually have one.
    """
    where = path.absolute().as_posix() if isinstance(path, Path) else path.as_posix()
    return f"file://{'' if where.startswith('/') else '/'}{quote(os.fsencode(where), safe='/:')}?mode={mode}"


def _reader(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return connection.execute("PRAGMA user_version").fetchone()[0]


def gate(version: int) -> None:
    """Refused for a ledger of a newer program."""
    if version > SCHEMA:
        raise Refused(texts.NEWER.format(found=version, known=SCHEMA))


def _believe(connection: sqlite3.Connection, path: Path) -> None:
    """Refused where a ledger has other tables than ours: what would be read from them, or act in them, is unknown."""
    if not shape.is_ours(connection):
        raise Spoilt(texts.NOT_A_LEDGER.format(name=path.name))


def _migrate_ours(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Migrate; Refused for a database that says it is an older ledger and is none."""
    if version == 0:
        migrate(connection)
        return
    if shape.acts_by_itself(connection):
        raise Spoilt(texts.NOT_A_LEDGER.format(name=path.name))
    with _said_to_be_older(path):
        migrate(connection)


@contextmanager
def _said_to_be_older(path: Path) -> Iterator[None]:
    """Whoever works with an older ledger finds here that it is none: tables or columns that are not there."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorcode & 0xFF) != sqlite3.SQLITE_ERROR:
            raise
        raise Spoilt(texts.NOT_A_LEDGER.format(name=path.name)) from error
    except KeyError as error:  # the list of migrations done has other columns
        raise Spoilt(texts.NOT_A_LEDGER.format(name=path.name)) from error


def faults(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with a database, in words: damaged pages, references to what is not there, days that are none."""
    from desktop_app.texts.fields import ENTITIES, of  # no sound ledger needs it

    told = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    indexes = [words for words in told if " index " in words]
    pages = [words for words in told if words not in indexes]
    found = [texts.INDEX_FAULTS.format(count=len(indexes))] if indexes else []
    found += [texts.PAGE_FAULTS.format(count=len(pages), what=pages[0])] if pages else []
    for table, key, other, _ in connection.execute("PRAGMA foreign_key_check"):
        found.append(
            texts.LOST_REFERENCE.format(what=ENTITIES.get(table, table), key=key, other=ENTITIES.get(other, other))
        )
    for entity, key, field in shape.odd_days(connection) if _version(connection) == SCHEMA else []:
        found.append(texts.ODD_DAY.format(what=ENTITIES[entity], key=key, field=of(entity, field)))
    return found


def migrate(connection: sqlite3.Connection, schema: int = SCHEMA) -> None:
    """Bring a database up to this schema, each script in a transaction of its own."""
    # imported here: it costs a tenth of a second, and only a new or an old ledger needs it
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    steps = Migrations("duban")
    for script in sorted(asset("db").glob("*.sql")):
        number = int(script.name[:4])
        if number > schema:
            continue

        @steps(name=script.stem)
        def _(db: Database, script: Path = script, number: int = number) -> None:
            for statement in _statements(script.read_text("utf-8")):
                db.execute(statement)
            db.execute(f"PRAGMA user_version={number}")

    steps.apply(Database(connection))


def _statements(script: str) -> Iterator[str]:
    # one by one, inside the migration's transaction: executescript would commit half of it
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""

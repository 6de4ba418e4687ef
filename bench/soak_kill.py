"""Kills the program at a random moment of a random operation and looks at what is left (not a budget: see soak.py).

The process that is killed is a fork: it works on a real ledger and tells each entry through a pipe once it is applied.
"""

import os
import random
import shutil
import signal
import sqlite3
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop_app import clock
from desktop_app.domain.changes import Draft, edits
from desktop_app.domain.model import ENTITIES
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.errors import Refused
from desktop_app.files import sha256
from desktop_app.store import database, journal, undo
from desktop_app.store.backup import back_up_first, backups, is_sound
from desktop_app.store.store import FILE, Store, open_ledger
from desktop_app.texts import backup as words
from desktop_app.texts import demo as forms
from desktop_app.verbs.backup import back_up
from desktop_app.verbs.collect import apply_collected, collect
from desktop_app.verbs.demo import fill_form
from desktop_app.verbs.dispatch import dispatch
from desktop_app.verbs.export import export
from desktop_app.verbs.intake import intake
from desktop_app.verbs.restore import restore

OLD = Path(__file__).resolve().parent.parent / "tests" / "store" / "ledgers" / "schema_1.sql"
OLDER = "schema_1"
DAY = date(2026, 6, 20)
FRESH_EVERY = 25  # trials on one ledger, which grows meanwhile
PLAN = "清溪区2026年工作要点\n一、重点工作\n" + "".join(
    f"{n}.推进第{n}项工作。{n % 9 + 2}月底前完成{n * 3}处点位。（牵头单位：第{n % 4 + 1}科）\n" for n in range(1, 13)
)


class Desk(NamedTuple):
    """What an operation works with; `tell` acknowledges."""

    folder: Path
    out: Path
    store: Store
    luck: random.Random
    tell: Callable[[str], None]


Operation = Callable[[Desk], object]


def template(folder: Path) -> None:
    """A ledger with a plan, a round that is out and a backup, from which the trials start."""
    plan = folder / "要点.txt"
    plan.parent.mkdir(parents=True)
    plan.write_text(PLAN, "utf-8")
    with clock.on_day(DAY), open_ledger(folder / "ledger") as store:
        intake(store, plan)
        sent = dispatch(store, "2026-05", date(2026, 5, 29), folder / "sent", None)
        said: dict[str, object] = {"percent": 40, "text": "已建成四处，其余在建"}
        for number, file in enumerate(sent.files):
            fill_form(file.path, folder / "back" / f"{number}.xlsx", _rows(file.path, said))
        back_up(folder / "ledger")
    connection = sqlite3.connect(folder / OLDER)
    connection.executescript(OLD.read_text("utf-8"))
    connection.close()


def _rows(form: Path, said: dict[str, object]) -> list[dict[str, object]]:
    from openpyxl import load_workbook

    sheet = load_workbook(form)[forms.SHEET]
    shown = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(n for n, row in enumerate(shown) if forms.ASKED["percent"] in row)
    place = shown[top].index(forms.NUMBER)
    return [{**said, "no": str(row[place])} for row in shown[top + 1 :] if str(row[place]).isdigit()]


def _edit(desk: Desk) -> None:
    snapshot = desk.store.snapshot()
    task = snapshot.tasks[desk.luck.choice(sorted(snapshot.tasks))]
    desk.store.apply(edits("task", task, {"title": f"改名{desk.luck.random()}"}), "修改")


def _create(desk: Desk) -> None:
    draft = Draft()
    for n in range(desk.luck.randint(1, 200)):
        draft.create("unit", {"name": f"单位{desk.luck.random()}", "kind": "section", "position": n})
    desk.store.apply(draft.changes, "新增")


def _undo(desk: Desk) -> None:
    steps = undo.steps(desk.store)
    entry = desk.luck.choice([step for step in steps if step is not None] or [None])
    try:
        applied = undo.undo(desk.store, entry.id) if entry else None
    except Refused:  # a round went out since
        applied = None
    if applied is None:
        _edit(desk)


def _dispatch(desk: Desk) -> None:
    number = len(desk.store.snapshot().rounds)
    dispatch(desk.store, f"2026-{number % 12 + 1:02}", None, desk.out / f"round{number}", None)


def _collect(desk: Desk) -> None:
    apply_collected(desk.store, collect(desk.store, sorted((desk.folder.parent / "back").glob("*.xlsx"))))
    _undo(desk)


def _backup(desk: Desk) -> None:
    _edit(desk)
    back_up(desk.folder)


def _export(desk: Desk) -> None:
    for name in ("台账.xlsx", "台账.jsonl"):
        export(desk.store, desk.out / name)


def _restore(desk: Desk) -> None:
    chosen = desk.luck.choice(backups(desk.folder)).path
    desk.tell("restoring")
    desk.store.close()
    restore(desk.folder, chosen)
    os._exit(0)  # the ledger that this process had open is another now


def _migrate(desk: Desk) -> None:
    room = desk.folder.parent
    (room / "old").mkdir(exist_ok=True)
    for path in (room / "old").glob(f"{FILE}*"):
        path.unlink()
    shutil.copy(room / OLDER, room / "copied")
    os.replace(room / "copied", room / "old" / FILE)
    open_ledger(room / "old").close()


OPERATIONS: dict[str, tuple[Operation, float]] = {  # with the seconds within which it is killed
    "edit": (_edit, 0.05),
    "create": (_create, 0.08),
    "undo": (_undo, 0.08),
    "dispatch": (_dispatch, 0.8),
    "collect": (_collect, 0.5),
    "backup": (_backup, 0.4),
    "export": (_export, 0.3),
    "restore": (_restore, 0.12),
    "migration": (_migrate, 0.4),
}


def work(folder: Path, name: str, seed: int, pipe: int) -> None:
    """What the process does that is killed: one operation again and again."""

    def tell(line: str) -> None:
        os.write(pipe, f"{line}\n".encode())

    apply = Store.apply

    def told(self: Store, *arguments: object, **named: object) -> object:
        applied = apply(self, *arguments, **named)  # type: ignore[arg-type]
        if applied is not None and self.folder == folder:
            tell(f"entry {applied.entry}")
        return applied

    Store.apply = told  # type: ignore[method-assign,assignment]
    with clock.on_day(DAY):
        store = open_ledger(folder)
        store.before_bulk = lambda: back_up_first(folder, "bulk")
        desk = Desk(folder, folder.parent / "out", store, random.Random(seed), tell)
        tell("ready")
        while True:
            OPERATIONS[name][0](desk)


def trial(folder: Path, name: str, luck: random.Random) -> list[str]:
    """Fork, let it work, kill it, look at what is left: what is wrong, in words."""
    before = _newest(folder)
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(ours)
            work(folder, name, luck.randrange(2**31), theirs)
        finally:
            os._exit(code)
    os.close(theirs)
    with os.fdopen(ours, "rb") as told:
        first = told.readline()
        time.sleep(luck.uniform(0, OPERATIONS[name][1]))
        os.kill(child, signal.SIGKILL)
        lines = [line.decode().strip() for line in [first, *told.readlines()]]
    _, status = os.waitpid(child, 0)
    failed = ["the process failed by itself"] if os.waitstatus_to_exitcode(status) == 1 else []
    acked = [int(line.split()[1]) for line in lines if line.startswith("entry")]
    return failed + list(wrong(folder, max(acked, default=before), set(acked), "restoring" in lines))


def _newest(folder: Path) -> int:
    connection = database.open_to_read(folder / FILE)
    try:
        return connection.execute("SELECT max(id) FROM journal_entry").fetchone()[0]
    finally:
        connection.close()


def wrong(folder: Path, newest: int, acked: set[int], restoring: bool) -> Iterator[str]:
    """What a kill has broken of the ledger and of the files beside it."""
    with open_ledger(folder) as store:
        yield from store.faults()
        entries = {entry.id: entry for entry in journal.entries(store.connection)}
        restored = restoring and entries[max(entries)].kind == journal.RESTORE
        if not restored:
            yield from (f"entry {number} was acknowledged and is lost" for number in acked - entries.keys())
            if max(entries) > newest + 1:
                yield f"{max(entries) - newest} entries were never acknowledged"
            if replayed(store) != store.snapshot().tables:
                yield "the journal does not give the tables"
    old = folder.parent / "old"
    if (old / FILE).exists():
        with open_ledger(old) as store:
            yield from store.faults()
            if not store.snapshot().tasks:
                yield "the migrated ledger is empty"
    yield from half_files(folder.parent)


def replayed(store: Store) -> dict[str, dict]:
    """What the journal alone makes of an empty ledger."""
    snapshot = Snapshot({entity: {} for entity in ENTITIES})
    for entry in reversed(journal.entries(store.connection)):
        snapshot = changed(snapshot, journal.changes_of(store.connection, entry.id))
    return snapshot.tables


def half_files(folder: Path) -> Iterator[str]:
    """Files that are there under their own name and are not whole; a nameless rest of a write is none."""
    for path in folder.rglob("*"):
        if path.name.startswith(".~") or not path.is_file() or any(p.startswith(".~") for p in path.parts):
            continue
        if path.suffix in (".xlsx", ".docx"):
            try:
                with zipfile.ZipFile(path) as whole:
                    if whole.testzip():
                        yield f"{path.name} is half"
            except zipfile.BadZipFile:
                yield f"{path.name} is half"
        elif path.suffix == ".jsonl" and not path.read_bytes().endswith(b"\n"):
            yield f"{path.name} is half"
        elif path.parent.name == words.FOLDER and path.suffix == ".duban" and not is_sound(path):
            yield f"{path.name} is no sound backup"
        elif path.parent.parent.name == "files":
            yield from [] if sha256(path.read_bytes()) == path.name.split(".")[0] else [f"{path.name} is half"]


def kills(count: int, room: Path, seed: int = 0) -> tuple[Counter[str], list[str]]:
    """So many trials: how many of each operation, and everything that was wrong."""
    luck, done, found = random.Random(seed), Counter[str](), []
    template(room / "template")
    for number in range(count):
        place = room / f"{number // FRESH_EVERY}"
        if number % FRESH_EVERY == 0:
            shutil.rmtree(room / f"{number // FRESH_EVERY - 1}", ignore_errors=True)
            shutil.copytree(room / "template", place)
        name = list(OPERATIONS)[number % len(OPERATIONS)]
        found += [f"{number} {name}: {what}" for what in trial(place / "ledger", name, luck)]
        done[name] += 1
    return done, found

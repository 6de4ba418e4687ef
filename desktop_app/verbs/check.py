"""Check the ledger: the database, its references, other ledgers beside it, stored originals, forms never written."""

from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.domain.attached import all_attached
from desktop_app.domain.extensions import all_papers
from desktop_app.store import receipts
from desktop_app.store.repair import repair
from desktop_app.store.store import FILE, Store, read_ledger
from desktop_app.texts import check as texts


class Found(NamedTuple):
    """What is wrong, in sentences; whether a repair may help; how many stored originals were looked through."""

    problems: list[str]
    mendable: bool
    originals: int


def look_through(folder: Path) -> Found:
    """Check the ledger in `folder`, which is opened for that alone; may run in a worker. Nothing is changed."""
    with read_ledger(folder) as store:
        faults = store.faults()
        return Found(_problems(store, faults), bool(faults), len(store.sources.paths()))


def check(store: Store) -> list[str]:
    """What is wrong, in sentences; an empty list is a sound ledger. Nothing is changed."""
    return _problems(store, store.faults())


def _problems(store: Store, faults: list[str]) -> list[str]:
    found = [texts.DATABASE.format(what=what) for what in faults]
    beside = sorted(path.name for path in store.folder.glob("[!.]*.duban"))
    found += [texts.OTHER_LEDGER.format(name=name, ours=FILE) for name in beside if name != FILE]
    found += [texts.DAMAGED_FILE.format(name=path.name) for path in store.sources.damaged()]
    snapshot = store.part("plan", "rule", "form")
    for plan in snapshot.plans.values():
        if plan.file and store.sources.find(plan.file) is None:
            found.append(texts.LOST_FILE.format(name=plan.file_name or plan.title))
    belonging = [(one.file, one.name) for one in (*all_attached(snapshot), *all_papers(snapshot))]
    found += [texts.LOST_FILE.format(name=name) for file, name in belonging if store.sources.find(file) is None]
    unwritten = [o for o in receipts.outgoing(store).values() if o.written_at is None]
    forms = snapshot.tables["form"]
    return found + [texts.UNWRITTEN.format(name=forms[o.form].file) for o in unwritten if o.form in forms]


def mend(store: Store) -> list[str]:
    """Repair what the database can mend from its own rows, after a backup; what is wrong then, in sentences.

    A sound database is left alone. Refused, with nothing changed, where a row would be lost.
    """
    store.may_write()
    if store.faults():
        repair(store.folder)
    return check(store)


def to_json(problems: list[str]) -> dict[str, Any]:
    """The object that `check --json` prints."""
    return {"sound": not problems, "problems": problems}

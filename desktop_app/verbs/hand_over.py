"""The hand-over pack: one zip with everything that another computer needs to go on, and a guide to it."""

import tempfile
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from desktop_app import clock
from desktop_app.domain.model import Form
from desktop_app.errors import Refused
from desktop_app.exchange.sheet_layout import day_words
from desktop_app.files import read_bytes, safe_name, sha256, write_whole
from desktop_app.reports.hand_over_guide import Inventory, as_docx, as_text
from desktop_app.store import backup, database, journal
from desktop_app.store.receipts import outgoing
from desktop_app.store.store import FILE, Store, read_ledger
from desktop_app.texts import backup as backup_texts
from desktop_app.texts import exchange
from desktop_app.texts import hand_over as texts

# what is written beside the forms, by the end of its name
_PAPERS = tuple(name.split("}")[-1] for name in (exchange.NOTICE_FILE, exchange.SIGNOFF_FILE, exchange.LIST_FILE))


class Pack(NamedTuple):
    """What goes into the pack besides the database: files by their name in it; and what the guide tells."""

    folder: Path
    files: tuple[tuple[str, Path], ...]
    inventory: Inventory


class Packed(NamedTuple):
    """A pack that was written: how many files it holds, and its SHA-256."""

    file: Path
    files: int
    sha256: str


def hand_over(folder: Path, out: Path, step: Callable[[int, int], object] = lambda done, total: None) -> Packed:
    """Write the pack of the ledger in `folder`, which it opens for itself; may run in a worker.

    `step` hears how many of how many files are packed; what it raises calls it off. Refused, with no half file left,
    where it cannot be written or verified.
    """
    counted = 0
    with read_ledger(folder) as store:
        pack = _pack_of(store)

    def write(fresh: Path) -> None:
        nonlocal counted
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as made:
            counted = _fill(made, pack, fresh.parent, step)
        with zipfile.ZipFile(fresh) as made:
            bad = made.testzip()
        if bad is not None:
            raise Refused(backup_texts.NOT_VERIFIED.format(what=bad))
        step(len(pack.files), len(pack.files))

    return Packed(out, 0, write_whole(out, write))._replace(files=counted)


def _pack_of(store: Store) -> Pack:
    """What is to be packed; the ledger is only read."""
    snapshot = store.part("plan", "task", "unit", "round", "form")
    originals = [(f"files/{path.parent.name}/{path.name}", path) for path in store.sources.paths()]
    sent, left = _sent(store, snapshot.tables["form"])
    newest = journal.entries(store.connection, 1)
    standing = [task for task in snapshot.tasks.values() if not task.withdrawn and task.parent is None]
    inventory = Inventory(
        day_words(clock.today()),
        len(standing),
        len([unit for unit in snapshot.units.values() if not unit.withdrawn and unit.merged_into is None]),
        len(snapshot.rounds),
        newest[0].id if newest else 0,
        backup_texts.ENTRY.format(label=newest[0].label, at=newest[0].at[:10]) if newest else backup_texts.NO_ENTRY,
        tuple(plan.title for plan in snapshot.plans_in_order()),
        len(originals),
        len(sent),
        left,
    )
    return Pack(store.folder, (*originals, *sent), inventory)


def _fill(made: zipfile.ZipFile, pack: Pack, beside: Path, step: Callable[[int, int], object]) -> int:
    guide, text = as_docx(pack.inventory), as_text(pack.inventory).encode("utf-8-sig")
    listed = [
        _add(made, FILE, _ledger(pack.folder, beside)),
        _add(made, texts.DOCX, guide),
        _add(made, texts.TXT, text),
    ]
    for done, (name, path) in enumerate(pack.files):
        step(done, len(pack.files))
        listed.append(_add(made, name, read_bytes(path)))
    made.writestr(texts.LISTING, "".join(listed).encode("utf-8-sig"))
    return len(listed) + 1


def _add(made: zipfile.ZipFile, name: str, data: bytes) -> str:
    """Add a file; returns its line of the list."""
    made.writestr(name, data)
    return texts.LISTED.format(digest=sha256(data), name=name)


def _ledger(folder: Path, beside: Path) -> bytes:
    """The database as it is at this moment, verified like a backup; `folder` may be one that cannot be written."""
    with database.told(folder / FILE), tempfile.TemporaryDirectory(dir=beside, prefix=".~") as room:
        with closing(database.open_to_read(folder / FILE)) as source:
            backup.copy(source, Path(room) / FILE)
        return read_bytes(Path(room) / FILE)


def _sent(store: Store, forms: Mapping[int, Form]) -> tuple[list[tuple[str, Path]], int]:
    """Forms that still lie where they were written, as they were written, with the papers beside them; how many not."""
    found, left = {}, 0
    for number, gone in outgoing(store).items():
        form, folder = forms.get(number), Path(gone.folder)
        path = folder / form.file if form is not None and form.file else None
        if path is None or not path.is_file() or sha256(path.read_bytes()) != gone.file:
            left += 1
            continue
        for one in (path, *_papers(folder)):
            name = texts.SENT.format(folder=safe_name(folder.name), name=one.name)
            found.setdefault(name, one)
    return sorted(found.items()), left


def _papers(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name.endswith(_PAPERS) and path.is_file()]

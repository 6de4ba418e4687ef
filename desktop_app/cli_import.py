"""The verb `import` of the command line: an existing ledger, or an export of this one that comes back edited."""

from pathlib import Path

from desktop_app.cli_ways import Arguments, folder, reading, say, writing
from desktop_app.domain.proposal import Note
from desktop_app.domain.snapshot import Snapshot
from desktop_app.store.store import FILE, Applied, Store
from desktop_app.verbs import import_ledger, own_ledger
from desktop_app.verbs.export import origin_of
from desktop_app.verbs.import_ledger import Looked, Opened


def run_import(arguments: Arguments) -> int:
    """Import an existing ledger, or what was edited in an export of this one."""
    # before the ledger is opened: a refusal is not to leave an empty one behind
    opened = import_ledger.open_file(Path(arguments.file))
    if arguments.dry_run:
        looked = import_ledger.look_at(_snapshot(arguments), opened, arguments.sheet)
        return _imported(arguments, looked, looked.held.notes, None)
    with writing(arguments) as store:
        if own_ledger.is_own(opened.book, origin_of(store)):
            return _take_back(arguments, store, opened)
        done = import_ledger.store_ledger(store, import_ledger.look_at(store.snapshot(), opened, arguments.sheet))
    return _imported(arguments, done.looked, done.notes, done.applied)


def _imported(arguments: Arguments, looked: Looked, notes: tuple[Note, ...], applied: Applied | None) -> int:
    lines = [import_ledger.sentence(looked, applied), *(note.text for note in notes)]
    say(arguments, import_ledger.to_json(looked, notes, applied), "\n".join(lines))
    return import_ledger.exit_code(notes)


def _take_back(arguments: Arguments, store: Store, opened: Opened) -> int:
    """An export of this very ledger comes back edited."""
    back = own_ledger.returned(store.snapshot(), origin_of(store), opened.data, opened.path.name, opened.book)
    applied = own_ledger.apply_returned(store, back)
    lines = [own_ledger.sentence(back), *(note.text for note in back.notes)]
    say(arguments, own_ledger.to_json(back, applied), "\n".join(lines))
    return import_ledger.exit_code(back.notes)


def _snapshot(arguments: Arguments) -> Snapshot:
    """The ledger as it is, or an empty one where there is none yet."""
    if not (folder(arguments) / FILE).exists():
        return Snapshot({})
    with reading(arguments) as store:
        return store.snapshot()

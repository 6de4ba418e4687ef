"""The verbs `import` and `fill` of the command line: a ledger in Excel comes in, an upper level's form is filled."""

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


def run_fill(arguments: Arguments) -> int:
    """Fill a form of the upper level from the ledger, with columns as they are known or were mapped before."""
    from desktop_app.texts.fill_template import DONE
    from desktop_app.verbs.fill_template import fill, look_at_template, open_template

    opened, out = open_template(Path(arguments.template)), Path(arguments.out)
    with reading(arguments) as store:
        filled, _ = fill(store, look_at_template(store.snapshot(), opened), out)
    told = [note._asdict() for note in filled.notes]
    done = DONE.format(rows=filled.rows, cells=filled.cells, file=out.name)
    result = {"file": arguments.out, "rows": filled.rows, "cells": filled.cells, "notes": told}
    say(arguments, result, "\n".join([done, *(note.text for note in filled.notes)]))
    return import_ledger.exit_code(filled.notes)


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

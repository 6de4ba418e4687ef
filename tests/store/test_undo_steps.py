"""What undo and redo come to next is told from the newest entries as from all of them, in spoilt ledgers too."""

import random
from pathlib import Path

import pytest

from desktop_app.domain.changes import Draft, edits
from desktop_app.errors import Refused
from desktop_app.store import journal, undo
from desktop_app.store.journal import DISPATCH
from desktop_app.store.store import Store, open_ledger


def begin(store: Store) -> int:
    draft = Draft()
    unit = draft.create("unit", {"name": "甲", "kind": "section", "position": 1})
    applied = store.apply(draft.changes, "建立")
    assert applied
    return applied.keys[unit]


def work(store: Store, key: int, name: str, kind: str = journal.EDIT) -> None:
    assert store.apply(edits("unit", store.snapshot().units[key], {"name": name}), "修改", kind)


def taken_back(store: Store, number: int) -> None:
    """Take an entry back, whole or what is left of it, where it can be; the first one, which all work needs, stays."""
    entry = journal.entry_of(store.connection, number)
    try:
        if entry and undo.work_of(store, entry).id > 1:
            undo.undo_rest(store, number)
    except Refused:
        return


@pytest.mark.parametrize("luck_of", range(6))
def test_few_entries_tell_the_same_as_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, luck_of: int):
    luck = random.Random(luck_of)
    with open_ledger(tmp_path) as store:
        key = begin(store)
        for number in range(70):
            next_ones = undo.steps(store)
            entry = luck.choice([next_ones.undo, next_ones.undo, next_ones.redo, None])
            if entry is not None:
                taken_back(store, entry.id)
            elif luck.random() < 0.3:
                taken_back(store, luck.choice(journal.entries(store.connection)).id)
            else:
                work(store, key, f"乙{number}", DISPATCH if luck.random() < 0.2 else journal.EDIT)
            monkeypatch.setattr(undo, "_NEWEST", 10**6)
            whole = undo.steps(store)
            for few in (1, 2, 3, 5, 9):
                monkeypatch.setattr(undo, "_NEWEST", few)
                assert undo.steps(store) == whole, (number, few)


def test_an_entry_that_takes_itself_back_does_not_hold_the_program(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        key = begin(store)
        for number in range(3):
            work(store, key, f"乙{number}")
        first, second, third = (entry.id for entry in reversed(journal.entries(store.connection, 3)))
        store.connection.execute("UPDATE journal_entry SET undoes=? WHERE id=?", (third, second))
        store.connection.execute("UPDATE journal_entry SET undoes=id WHERE id=?", (third,))
        assert undo.steps(store).undo is not None
        assert undo.taken_back(store) == set()
        assert undo.work_of(store, undo.Known(store)[third]).id == third
        with pytest.raises(Refused):
            undo.undo(store, third)
        assert undo.undo_rest(store, first) is None

"""The returned files are on the disk before the ledger names them, though both are written at once (law 11)."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.errors import Refused
from desktop_app.files import sha256
from desktop_app.store.receipts import receipts
from desktop_app.store.sources import Sources
from desktop_app.store.store import Store
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import apply_collected, collect
from tests.exchange.returns import BEDS, CARE, Sent, fill

ANSWER = {BEDS: {"status": texts.PROGRESS, "percent": 45, "text": "已完成选址，正在设计。"}}


def test_no_entry_is_committed_before_its_files_are_kept(
    store: Store, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fill(sent.forms[CARE], sent.forms[CARE].parent.parent / "back" / "a.xlsx", ANSWER)
    keep_all, digest = Sources.keep_all, sha256(path.read_bytes())

    def slowly(sources: Sources, files: Any) -> Iterator[str]:
        time.sleep(0.2)  # far longer than the ledger takes
        return keep_all(sources, files)

    monkeypatch.setattr(Sources, "keep_all", slowly)
    kept_at_commit: list[bool] = []
    collected = collect(store, [path])
    store.connection.set_trace_callback(
        lambda said: kept_at_commit.append(store.sources.find(digest) is not None) if said == "COMMIT" else None
    )
    applied = apply_collected(store, collected)
    store.connection.set_trace_callback(None)
    assert applied is not None
    assert kept_at_commit == [True, True]  # the entry and the receipts


def test_files_that_cannot_be_kept_leave_the_ledger_as_it_was(
    store: Store, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fill(sent.forms[CARE], sent.forms[CARE].parent.parent / "back" / "a.xlsx", ANSWER)
    collected, before = collect(store, [path]), store.logical_dump()

    def full(sources: Sources, files: Any) -> Iterator[str]:
        raise Refused("full")

    with monkeypatch.context() as patched:
        patched.setattr(Sources, "keep_all", full)
        with pytest.raises(Refused, match="full"):
            apply_collected(store, collected)
    assert (store.logical_dump(), receipts(store)) == (before, [])
    assert apply_collected(store, collected) is not None  # nothing of the failed step is left in its way

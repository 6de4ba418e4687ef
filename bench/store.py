"""Rows 8 and 12: one durable edit against the disk's own write and fsync, and a bulk load against raw executemany."""

import json
import os
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.model import FIELDS
from desktop_app.store.store import Store, open_ledger

EDITS, BLOCK = 400, 16384
TASKS, ROUNDS = 10_000, 5


def percentile(times: list[float], share: float) -> float:
    """The time that this share of them does not exceed."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def synced(path: Path) -> float:
    """Seconds to append one block to a file and bring it to the disk."""
    with path.open("ab") as handle:
        started = time.perf_counter()
        handle.write(b"x" * BLOCK)
        handle.flush()
        os.fsync(handle.fileno())
        return time.perf_counter() - started


def edit(store: Store, key: int, old: str, new: str) -> float:
    """Seconds of one edit, journal and all, until it is durable."""
    started = time.perf_counter()
    store.apply([Change("task", key, "title", old, new)], "修改")
    return time.perf_counter() - started


def edits(folder: Path) -> list[dict[str, object]]:
    """Edits and plain writes in turn, on the same disk."""
    with open_ledger(folder) as store:
        draft = Draft()
        stand_in = draft.create("task", {"title": "0", "position": 1, "state": "open"})
        applied = store.apply(draft.changes, "建立")
        key = applied.keys[stand_in] if applied else 0
        pairs = [(edit(store, key, str(n), str(n + 1)), synced(folder / "block")) for n in range(EDITS)]
    ours, peer = ([pair[side] for pair in pairs] for side in (0, 1))
    rows = []
    for row, share in (("8a", 0.5), ("8b", 0.99)):
        own, bare = percentile(ours, share), percentile(peer, share)
        note = f"{EDITS} edits and {EDITS} appends of {BLOCK} bytes with fsync, in turn"
        rows.append(
            {"row": row, "ours": own * 1e3, "peer": bare * 1e3, "unit": "ms", "ratio": own / bare, "note": note}
        )
    return rows


def task_values(number: int) -> dict[str, object]:
    """A task as a plan makes them."""
    return {
        "position": number,
        "no": str(number),
        "title": f"推进第{number}项养老服务设施建设",
        "text": "新建社区助餐点12个，改造家庭养老床位60张，持证率达92%以上。" * 3,
        "state": "open",
        "deadline": "2026-11-30",
        "deadline_raw": "11月底前",
        "deadline_kind": "period_end",
        "span_start": number * 100,
        "span_end": number * 100 + 99,
    }


def loaded(folder: Path) -> float:
    """Seconds to load the tasks by the program's road."""
    with open_ledger(folder) as store:
        draft = Draft()
        for number in range(TASKS):
            draft.create("task", task_values(number))
        started = time.perf_counter()
        store.apply(draft.changes, "导入")
        return time.perf_counter() - started


def raw(folder: Path) -> float:
    """Seconds to put the same rows into the same table by bare executemany, without a journal."""
    open_ledger(folder).close()
    names = list(FIELDS["task"])
    values = [task_values(number) for number in range(TASKS)]
    rows = [(n + 1, *(v.get(name, 0 if name == "withdrawn" else None) for name in names)) for n, v in enumerate(values)]
    connection = sqlite3.connect(folder / "ledger.duban", isolation_level=None)
    connection.execute("PRAGMA synchronous=FULL")
    started = time.perf_counter()
    connection.execute("BEGIN")
    connection.executemany(f"INSERT INTO task VALUES ({', '.join('?' * (len(names) + 1))})", rows)
    connection.execute("COMMIT")
    seconds = time.perf_counter() - started
    connection.close()
    return seconds


def main() -> int:
    """Measure and print the rows."""
    with tempfile.TemporaryDirectory() as folder:
        results = edits(Path(folder, "edits"))
        pairs = [(loaded(Path(folder, f"a{n}")), raw(Path(folder, f"b{n}"))) for n in range(ROUNDS)]
    own, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
    note = f"median of {ROUNDS}; the peer writes the tasks alone, without a journal"
    results.append({"row": "12", "ours": own, "peer": peer, "unit": "s", "ratio": own / peer, "note": note})
    print(json.dumps(results))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

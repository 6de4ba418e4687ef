"""Row 18: Ctrl+K over 10,000 tasks with twelve rounds of reports: from a keystroke to the painted list of finds.

Words are typed letter by letter, in characters and in the first letters of pinyin; the 95th percentile of all
keystrokes counts, and as a note the first keystroke after an edit. Prints JSON (see bench/rows.py).
"""

import json
import os
import statistics
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from bench.table_case import DAY, clock, make_ledger
from desktop_app.domain.changes import edits
from desktop_app.store.store import Store, open_ledger
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.theme import application

TASKS, ROUNDS, LIMIT = 10_000, 12, 0.050
TYPED = ("养老服务", "laonianshitang", "lnst", "第7科", "dbhc", "改造12", "不在台账里", "殡葬 公墓", "beifen", "zxjc 3")


def add_rounds(store: Store) -> None:
    """Ask and answer the rows of the ledger's one round in eleven more."""
    free = store.connection.execute("SELECT next_key FROM ledger").fetchone()[0]
    rows = store.connection.execute("SELECT * FROM round_row").fetchall()
    said = {one[1]: one for one in store.connection.execute("SELECT * FROM report")}
    made = store.connection.execute("SELECT * FROM round").fetchone()
    store.connection.execute("BEGIN")
    for number in range(1, ROUNDS):
        fresh = free
        _write(store, "round", [(fresh, f"bench{number}", *made[2:])])
        keys = range(fresh + 1, fresh + 1 + len(rows))
        _write(store, "round_row", [(key, fresh, *row[2:]) for key, row in zip(keys, rows, strict=True)])
        free = fresh + 1 + len(rows)
        reports = [(free + n, key, *said[row[0]][2:]) for n, (key, row) in enumerate(zip(keys, rows, strict=True))]
        _write(store, "report", reports)
        free += len(reports)
    store.connection.execute("UPDATE ledger SET next_key=?", (free,))
    store.connection.execute("COMMIT")


def _write(store: Store, entity: str, records: list[tuple]) -> None:
    places = ", ".join("?" * len(records[0]))
    store.connection.executemany(f'INSERT INTO "{entity}" VALUES ({places})', records)


def key_times(window: MainWindow) -> list[float]:
    """Seconds from each keystroke to the painted list, all words typed through."""
    line, times = window.top_bar.search, []
    for word in TYPED:
        for length in range(1, len(word) + 1):
            start = clock()
            line.setText(word[:length])
            palette = window.searching.palette
            palette.list.viewport().repaint()
            palette.said.repaint()
            times.append(clock() - start)
        line.clear()
    return times


def after_edit(window: MainWindow) -> float:
    """Seconds of the first keystroke after a task was renamed, before any idle time."""
    session = window.session
    task = next(iter(session.snapshot.tasks.values()))
    session.apply(edits("task", task, {"title": task.title + "新"}), "改名")
    start = clock()
    window.top_bar.search.setText("养")
    window.searching.palette.list.viewport().repaint()
    return clock() - start


def main() -> None:
    """Make the ledger, open the window, type."""
    os.environ["DUBAN_TODAY"] = DAY
    application()
    with tempfile.TemporaryDirectory() as folder:
        make_ledger(Path(folder), TASKS)
        with open_ledger(Path(folder)) as store:
            add_rounds(store)
            session = Session(store)
            window = MainWindow(session, Path(folder) / "window.json")
            window.show()
            window.activateWindow()
            QApplication.processEvents()
            window.searching.go()
            start = clock()
            while window.searching.finder.prepare():
                pass
            window.searching.finder.find("a")
            ready = clock() - start
            times = [time for _ in range(3) for time in key_times(window)]
            p95 = statistics.quantiles(times, n=20)[-1]
            edited = after_edit(window)
            window.close()
    reports = session.snapshot.tables["report"]
    note = f"median {statistics.median(times) * 1e3:.1f} ms, {len(reports)} reports, made ready in {ready:.2f} s"
    note += f", first key after an edit {edited * 1e3:.0f} ms"
    result = {"row": "18", "ours": p95, "peer": LIMIT, "unit": "s", "ratio": p95 / LIMIT, "note": note}
    print(json.dumps([result]))


if __name__ == "__main__":
    main()

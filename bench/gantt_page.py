"""Rows 7c and 7d: the Gantt page of a real ledger, each measured in a process of its own.

7c: 500 tasks, from the wish to see the page (its modules not yet imported, the lights judged, as the first page has
done) to its first paint, in processor time, best of several, against 40 ms. 7d: 100,000 tasks: what the shown page
takes beside the open ledger and its lights, resident, against 40 MB. Prints JSON (see bench/rows.py).
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FEW, MANY = 500, 100_000
FIRST_PAINT, MEMORY = 0.04, 40.0  # seconds, MB
RUNS = 5
FILL = """
import sys
from datetime import date, timedelta
from pathlib import Path
from desktop_app.domain.changes import Draft
from desktop_app.store.store import open_ledger
draft = Draft()
plan = draft.make("plan", {"title": "要点", "kind": "plan", "year": 2026})
sections = [draft.make("section", {"plan": plan, "position": n, "title": f"板块{n}"}) for n in range(12)]
units = [draft.make("unit", {"name": f"单位{n}", "kind": "section", "position": n}) for n in range(40)]
for n in range(int(sys.argv[2])):
    due = date(2026, 6, 30) + timedelta(days=n * 11 % 180)
    soft = (due - timedelta(days=20)).isoformat() if n % 7 == 0 else None
    task = draft.make("task", {"plan": plan, "section": sections[n % 12], "position": n, "no": str(n + 1),
                               "title": f"推进第{n + 1}号重点民生事项", "state": "open", "deadline": due.isoformat(),
                               "deadline_kind": "date", "soft_deadline": soft, "withdrawn": 0})
    draft.make("assignment", {"task": task, "unit": units[n % 40], "role": "lead", "position": 1})
    if n % 3 == 0:
        draft.make("node", {"task": task, "position": 1, "title": "中期检查", "due": "2026-05-31"})
with open_ledger(Path(sys.argv[1])) as store:
    store.apply(draft.changes, "建账")
    moved, snapshot = Draft(), store.snapshot()
    for task in snapshot.tasks.values():
        if task.position % 5 == 0:
            moved.set("task", task, {"deadline": "2026-11-30"})
    store.apply(moved.changes, "调整")
"""
SHOW = """
import sys, time
from desktop_app import settings
from pathlib import Path
from desktop_app.store.store import read_ledger
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.theme import application
app = application()
session = Session(read_ledger(Path(sys.argv[1])))
session.statuses
settings.save(Path(sys.argv[2]), settings.Settings()._replace(inspector=False))
window = MainWindow(session, Path(sys.argv[2]))
window.resize(1366, 768)
window.show()

def resident():
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1]) * 4096 / 1e6

app.processEvents()
before, started = resident(), time.process_time()
window.show_page("gantt")
painted = []
window.page("gantt").chart.painted.connect(lambda: painted.append(time.process_time()))
while not painted:
    app.processEvents()
taken = painted[0] - started
for _ in range(3):
    app.processEvents()
print(taken, resident() - before)
"""


def shown(folder: Path) -> tuple[float, float]:
    """Seconds to the first paint, and MB of the page."""
    done = subprocess.run(
        [sys.executable, "-c", SHOW, str(folder), str(folder / "settings.json")],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
    )
    seconds, memory = done.stdout.split()
    return float(seconds), float(memory)


def main() -> int:
    """Measure and print the rows."""
    with tempfile.TemporaryDirectory() as folder:
        ledgers = {count: Path(folder, str(count)) for count in (FEW, MANY)}
        for count, ledger in ledgers.items():
            subprocess.run([sys.executable, "-c", FILL, str(ledger), str(count)], check=True)
        first = min(shown(ledgers[FEW])[0] for _ in range(RUNS))
        memory = shown(ledgers[MANY])[1]
    rows = [
        {"row": "7c", "ours": first, "peer": FIRST_PAINT, "unit": "s", "note": f"best of {RUNS} processes"},
        {"row": "7d", "ours": memory, "peer": MEMORY, "unit": "MB", "note": "resident, beside ledger and lights"},
    ]
    print(json.dumps([{**row, "ratio": row["ours"] / row["peer"]} for row in rows]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

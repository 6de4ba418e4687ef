"""Rows 2 and 3: start settled, and a large ledger opened, in whole processes taking turns.

Settled is when a program and all it has started have used no processor time for three seconds, as the system counts it,
nor waited for any in two looks running: once is a settled program's own clock, seen between being woken and served.
A peer that is not installed is told as skipped. Prints JSON (see bench/rows.py).
"""

import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from bench.start import on_a_display
from bench.table_case import DAY, make_ledger
from desktop_app.ui.safety.owner import OWNER

TURNS = 3
LINUX = sys.platform.startswith("linux")
HEADLESS = LINUX and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
QUIET, STEP, LONGEST = 3.0, 0.02, 120.0  # seconds
LIMIT = 1.5  # seconds to open 100,000 tasks
_OPEN = """
import gc, os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.ui.theme import application
app = application()
from desktop_app.store.store import read_ledger
from desktop_app.ui.ledger.page import LedgerPage
from desktop_app.ui.session import Session
gc.disable()  # as the program does until its window is painted
started = time.perf_counter()
page = LedgerPage(Session(read_ledger(Path(sys.argv[1]))))
page.resize(1270, 640)
page.show()
app.processEvents()
page.take_focus()
page.table.right.viewport().repaint()
took = time.perf_counter() - started
gc.enable()
rows = page.model.rowCount()
while page.prepare():
    app.processEvents()
print(took, rows, time.process_time(), flush=True)
time.sleep(float(sys.argv[2]))
"""
_BARE = """
import sys, time
from PySide6.QtWidgets import QLabel
from desktop_app.ui.theme import application
app = application()
window = QLabel(chr(0x4e1a) + chr(0x52a1))
window.resize(1270, 640)
window.show()
while not window.windowHandle().isExposed():  # else it holds what a window holds before it is painted
    app.processEvents()
window.repaint()
print(0, 0, 0, flush=True)
time.sleep(float(sys.argv[1]))
"""


def processes(session: int) -> list[Path]:
    """The processes of a session, as folders of /proc."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int((folder / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                found.append(folder)
        except (OSError, ValueError):
            continue
    return found


def busy(session: int) -> tuple[int, bool]:
    """The processor time that a session has used, and whether any of its threads runs or waits for its turn to."""
    used, waits = 0, False
    for folder in processes(session):
        for thread in folder.glob("task/*/stat"):
            try:
                fields = thread.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            used += int(fields[11]) + int(fields[12])
            waits = waits or fields[0] in "RD"
    return used, waits


def megabytes(session: int) -> float:
    """The memory that a session holds, as `ps` and the task manager tell it."""
    held = 0
    for folder in processes(session):
        try:
            lines = (folder / "status").read_text().splitlines()
        except OSError:
            continue
        held += sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    return held / 1024


@contextmanager
def running(command: Sequence[str], environment: dict[str, str]) -> Iterator[int]:
    """A program in a session of its own, ended afterwards."""
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=environment, start_new_session=True, stdin=nowhere, stdout=nowhere, stderr=nowhere
    ) as process:
        try:
            yield process.pid
        finally:
            for folder in processes(process.pid):
                try:
                    os.kill(int(folder.name), signal.SIGKILL)
                except ProcessLookupError:
                    continue


def settled(session: int, started: float) -> float:
    """Seconds from the start until the last processor time before it was quiet for a while."""
    last, used, waited = time.perf_counter(), -1, False
    while time.perf_counter() - last < QUIET and time.perf_counter() - started < LONGEST:
        now, waits = busy(session)
        if now > used or (waits and waited):
            last, used = time.perf_counter(), now
        waited = waits
        time.sleep(STEP)
    return last - started


def start(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds until a program has settled, and the megabytes it holds then."""
    started = time.perf_counter()
    with running(command, environment) as session:
        took = settled(session, started), megabytes(session)
        if not processes(session):
            raise SystemExit(f"{command[0]} ended by itself and measures nothing")
        return took


def in_order(ledger: Path, environment: dict[str, str]) -> float:
    """Seconds until our own program has settled on a ledger that its last window let go in order."""
    (ledger / OWNER).unlink(missing_ok=True)  # else it looks whether the end of the last turn has spoilt anything
    return start([sys.executable, "-m", "desktop_app", "--data", str(ledger)], environment)[0]


def opened(code: str, arguments: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """What a process of ours prints first (seconds), and the megabytes it holds after that."""
    command = [sys.executable, "-c", code, *arguments]
    pipe, own = subprocess.PIPE, {**environment, "DUBAN_TODAY": DAY}
    with subprocess.Popen(command, env=own, stdout=pipe, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        seconds, rows, _ = process.stdout.readline().split()
        assert not arguments[1:] or int(rows) > 0
        held = megabytes(process.pid)
        process.kill()
    return float(seconds), held


def row(key: str, ours: float, peer: float, unit: str, note: str) -> dict[str, object]:
    """One row of the table of budgets."""
    return {"row": key, "ours": ours, "peer": peer, "unit": unit, "ratio": ours / peer, "note": note}


def calc(folder: Path, *files: Path) -> list[str]:
    """The command that starts Calc with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'calc').as_uri()}"
    return ["soffice", profile, "--norestore", "--nologo", "--nofirststartwizard", "--calc", *map(str, files)]


def against_calc(folder: Path, ledger: Path, environment: dict[str, str]) -> list[dict[str, object]]:
    """Rows 2a and 3b."""
    if not shutil.which("soffice"):
        return [{"row": key, "skipped": "LibreOffice Calc is not installed"} for key in ("2a", "3b")]
    from desktop_app.store.store import read_ledger
    from desktop_app.verbs.export import export

    small = folder / "500"
    make_ledger(small, 500)
    start(calc(folder), environment)  # makes the profile, warms the caches
    in_order(small, environment)
    pairs = [(in_order(small, environment), start(calc(folder), environment)[0]) for _ in range(TURNS)]
    ours, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
    book = folder / "ledger.xlsx"
    with read_ledger(ledger) as store:
        export(store, book)
    _, held = opened(_OPEN, [str(ledger), "60"], environment)
    _, theirs = start(calc(folder, book), environment)
    return [
        row("2a", ours, peer, "s", f"median of {TURNS} pairs, ours with 500 tasks"),
        row("3b", held, theirs, "MB", "both with the table on the screen"),
    ]


def planner_file(path: Path, tasks: int) -> Path:
    """A project of Planner's with so many tasks, each of twenty days."""
    lines = ['<?xml version="1.0"?>', '<project name="plan" project-start="20260101T000000Z" mrproject-version="2">']
    lines.append("<tasks>")
    for number in range(tasks):
        first = date(2026, 1, 1) + timedelta(number % 200)
        days = f'start="{first:%Y%m%d}T080000Z" end="{first + timedelta(20):%Y%m%d}T170000Z"'
        kind = 'type="normal" scheduling="fixed-work" priority="0"'
        name = f'id="{number + 1}" name="Task {number + 1}" note=""'
        lines.append(f'<task {name} {days} work="576000" percent-complete="{number % 100}" {kind}/>')
    path.write_text("\n".join([*lines, "</tasks>", "</project>"]), encoding="ascii")
    return path


def against_planner(folder: Path, ledger: Path, environment: dict[str, str]) -> list[dict[str, object]]:
    """Rows 2b and 3a: whole processes, from the start until they have settled."""
    if not shutil.which("planner"):
        return [{"row": key, "skipped": "GNOME Planner is not installed"} for key in ("2b", "3a")]
    small, theirs = folder / "small", {**environment, "HOME": str(folder)}
    make_ledger(small, 500)
    table, project = [sys.executable, "-c", _OPEN, str(ledger), "60"], str(planner_file(folder / "5000.planner", 5000))
    rows = []
    for key, ours, peer, note in (
        ("2b", lambda: in_order(small, environment), ["planner"], "ours with 500 tasks"),
        ("3a", lambda: start(table, environment)[0], ["planner", project], "all prepared"),
    ):
        pairs = [(ours(), start(peer, theirs)[0]) for _ in range(TURNS + 1)][1:]  # the first warms the caches
        took, against = (statistics.median(column) for column in zip(*pairs, strict=True))
        rows.append(row(key, took, against, "s", f"median of {TURNS} pairs of whole processes, {note}"))
    return rows


def main() -> int:
    """Measure and print the rows."""
    if not LINUX:
        print(
            json.dumps(
                [{"row": key, "skipped": "measured on Linux only"} for key in ("2a", "2b", "3a", "3b", "3c", "3d")]
            )
        )
        return 0
    environment = {**os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if HEADLESS:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment.setdefault("SAL_USE_VCLPLUGIN", "svp")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment["DUBAN_HOME"] = name
        ten, hundred = folder / "10k", folder / "100k"
        make_ledger(ten, 10_000)
        make_ledger(hundred, 100_000)
        rows = [*against_planner(folder, ten, environment), *against_calc(folder, ten, environment)]
        took = min(opened(_OPEN, [str(hundred), "0"], environment)[0] for _ in range(TURNS))
        rows.append(
            row("3c", took, LIMIT, "s", f"best of {TURNS}: read, judged as far as seen, painted, ready for keys")
        )
        pairs = [
            (opened(_OPEN, [str(ten), "60"], environment)[1], opened(_BARE, ["60"], environment)[1]) for _ in range(2)
        ]
        ours, bare = (min(column) for column in zip(*pairs, strict=True))
        rows.append(
            row("3d", ours, bare, "MB", "resident; the bare window shows two Chinese letters in the program's font")
        )
    print(json.dumps(rows))
    return 0


if __name__ == "__main__":
    on_a_display(__file__)
    raise SystemExit(main())

"""Nothing opens a connection, starts a program, leaves a temporary file or writes the ledger's words to the log.

Every test runs with the guard of conftest; here is the proof that it holds, and a whole year's cycle seen from outside.
"""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.store.store import FILE, read_ledger

# sees also what is opened in C by way of Python, and every import of what could speak to a network
_WATCHED = """
import json, sys
seen = []
NEVER = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system", "os.exec",
         "os.posix_spawn", "webbrowser.open", "urllib.Request", "ftplib.connect", "smtplib.connect")
sys.addaudithook(lambda event, arguments: seen.append(f"{event} {arguments}") if event in NEVER else None)
sys.argv = ["duban", *sys.argv[1:]]
from desktop_app.__main__ import main
code = main()
print(json.dumps({"code": code, "seen": seen}), file=sys.stderr)
"""


def test_the_guard_stops_a_connection() -> None:
    with socket.socket() as wire, pytest.raises(AssertionError, match="network"):
        wire.connect(("127.0.0.1", 9))


def watched(folder: Path, *words: object, **settings: str) -> None:
    """Run the program as a process of its own, with its temporary files in `folder`; neither may be seen afterwards."""
    room = folder / "tmp"
    room.mkdir(exist_ok=True)
    own = {"TMPDIR": str(room), "TEMP": str(room), "TMP": str(room), "DUBAN_HOME": str(folder / "home")}
    environment = {**os.environ, **own, **settings}
    command = [sys.executable, "-c", _WATCHED, *map(str, words)]
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", errors="replace", timeout=300, check=False
    )  # what it says to the clerk is in the system's own letters; what is looked at is plain
    assert done.stderr.strip(), done.stdout
    assert json.loads(done.stderr.splitlines()[-1]) == {"code": 0, "seen": []}, done.stderr
    assert list(room.iterdir()) == []


@pytest.mark.slow
def test_the_whole_cycle_opens_none_and_leaves_nothing(tmp_path: Path) -> None:
    demo = tmp_path / "示例"
    watched(tmp_path, "demo", demo)
    watched(tmp_path, "report", "breakdown", "--period", "2026", "--out", tmp_path / "分解表.docx", "--data", demo)
    watched(tmp_path, "gantt", "--out", tmp_path / "图.pdf", "--data", demo)
    watched(tmp_path, "backup", "--data", demo)
    watched(tmp_path, "--data", demo, DUBAN_EXIT_AFTER_PAINT="1")
    assert not list(tmp_path.rglob(".~*")) and not list((tmp_path / "home").glob("*.duban"))
    with read_ledger(demo) as store:
        snapshot = store.snapshot()
        words = {task.title for task in snapshot.tasks.values()} | {unit.name for unit in snapshot.units.values()}
        words |= {report.text for report in snapshot.tables["report"].values() if report.text}
    logs = "".join(path.read_text("utf-8") for path in demo.glob("*.log*"))
    assert "Qt" in logs and not [said for said in words if said in logs]
    assert (demo / FILE).exists()

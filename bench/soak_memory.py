"""What a program holds that has lived through the year of bench/soak_year.py, and one that has just been started."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JUST_STARTED = """
import sys
from pathlib import Path
from bench.soak_memory import memory
from desktop_app.store.store import read_ledger
from desktop_app.verbs import collect, dispatch, round_files
from desktop_app.exchange import write_forms
import openpyxl, sqlite_utils, xlsxwriter, docx
snapshot = read_ledger(Path(sys.argv[1])).snapshot()
for place in (("round_row", "round"), ("round_row", "task"), ("report", "row"), ("answer", "row"), ("task", "section")):
    snapshot.index(*place)
print(memory())
"""


def memory() -> float:
    """Megabytes that this process holds now; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, ValueError, AttributeError):
        return 0.0


def just_started(folder: Path) -> float:
    """Megabytes that a program holds which has just been started on this ledger and read it."""
    command = [sys.executable, "-c", JUST_STARTED, str(folder)]
    return float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)

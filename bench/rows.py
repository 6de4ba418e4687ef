"""The budgets of the program, each measured against a limit or a peer in the same run, and whether it is reached.

`python bench/rows.py [--json] [ROW …]` runs the benches of all rows, or of those named. Each bench prints one JSON list
of {"row": "1", "ours": number, "peer": number, "unit": "s", "ratio": number, "note": text}; `row` is a key of ROWS.
Where the peer is not on this machine it prints {"row": "2b", "skipped": "why"}, which is told and counts as no miss.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent


class Row(NamedTuple):
    """One budget: what is measured, against what, and the greatest ratio that reaches it."""

    what: str
    against: str
    goal: float
    bench: str = ""  # the file of this folder that measures it; none: not yet built


ROWS = {
    "1": Row("start to painted first page, 500 tasks", "bare PySide6 window", 1.5, "start"),
    "2a": Row("start settled", "LibreOffice Calc, empty", 0.25, "table_open"),
    "2b": Row("start settled", "GNOME Planner, empty", 1.0, "table_open"),
    "3a": Row("open 10,000 tasks", "Planner with 5,000", 0.4, "table_open"),
    "3b": Row("memory with 10,000 tasks", "Calc with the same ledger", 0.4, "table_open"),
    "3c": Row("open 100,000 tasks to a usable page", "1.5 s", 1.0, "table_open"),
    "3d": Row("memory with 10,000 tasks", "bare window", 2.0, "table_open"),
    "4a": Row("keystroke to filtered and painted, 10,000 rows", "plain repaint by Qt's own table", 1.4, "table"),
    "4b": Row("keystroke to filtered and painted, 100,000 rows", "plain repaint by Qt's own table", 3.0, "table"),
    "5": Row("sort any column, painted, 100,000 rows", "plain repaint by Qt's own table", 4.0, "table"),
    "6a": Row("table scroll frame p95", "painting the same text bare", 5.0, "table"),
    "6b": Row("table scroll frame p95, 100,000 rows", "the same with 10,000", 1.15, "table"),
    "7a": Row("Gantt pan and zoom p95, 100,000 bars", "the same with 10,000", 1.2, "gantt_pan"),
    "7b": Row("Gantt pan and zoom p95, 10,000 bars", "QGraphicsView", 0.12, "gantt_pan"),
    "7c": Row("Gantt page of 500 tasks, from the wish to its first paint", "40 ms", 1.0, "gantt_page"),
    "7d": Row("memory of the Gantt page of 100,000 tasks", "40 MB", 1.0, "gantt_page"),
    "8a": Row("one edit durable with journal, p50", "write and fsync of the same disk", 1.2, "store"),
    "8b": Row("one edit durable with journal, p99", "write and fsync of the same disk", 3.0, "store"),
    "9a": Row("200 returned forms read, checked, applied", "unzip and parse alone", 2.0, "forms_read"),
    "9b": Row("200 returned forms read, checked, applied", "openpyxl reading alone", 0.2, "forms_read"),
    "10a": Row("200 forms of 40 rows written", "openpyxl", 0.45, "forms_write"),
    "10b": Row("ledger of 10,000 tasks written", "openpyxl", 0.35, "ledger_write"),
    "10c": Row("memory of writing 10,000 tasks", "openpyxl", 0.4, "ledger_write"),
    "11a": Row("Gantt PDF of 500 bars, whole process", "matplotlib", 0.15, "gantt_pdf"),
    "11b": Row("Gantt and table of 1,000 tasks", "TaskJuggler", 0.1, "peers/taskjuggler"),
    "11c": Row("size of the Gantt PDF of 500 bars", "300 KB", 1.0, "gantt_pdf"),
    "11d": Row("Gantt and table of 5,000 tasks", "TaskJuggler", 0.05, "peers/taskjuggler"),
    "12": Row("bulk load of 10,000 tasks with journal", "raw executemany", 3.0, "store"),
    "13a": Row("plan of 10,000 characters read", "50 ms", 1.0, "intake"),
    "13b": Row("a character of a plan of 900,000", "one of 90,000", 1.3, "intake"),
    "13c": Row("slowest of the files without measure", "10 s", 1.0, "intake"),
    "13d": Row("memory for the largest of them", "500 MB", 1.0, "intake"),
    "14a": Row("lights of 10,000 tasks", "50 ms", 1.0, "status"),
    "14b": Row("figures for 24 rounds of 500 tasks", "200 ms", 1.0, "status"),
    "15a": Row("bulletin with six charts for 500 tasks", "2 s", 1.0, "report"),
    "15b": Row("our own part of it", "0.5 s", 1.0, "report"),
    "16": Row("start of the frozen program to its first page", "the same from source", 1.5, "frozen"),
    "17a": Row("preview of 40 returned files, from the disk to its paint", "2 s", 1.0, "forms_odd"),
    "17b": Row("a form with a million formatted empty rows read", "5 s", 1.0, "forms_odd"),
    "17c": Row("memory for it", "300 MB", 1.0, "forms_odd"),
    "17d": Row("a million real values refused before they are opened", "5 s", 1.0, "forms_odd"),
    "18": Row("search of everything, keystroke to painted finds, 10,000 tasks", "50 ms", 1.0, "search"),
    "19a": Row("first run: a plan dropped, its doubts answered, stored", "a minute", 1.0, "first_run"),
    "19b": Row("first run: an Excel ledger of 300 tasks dropped and stored", "a minute", 1.0, "first_run"),
    "19c": Row("first run: the practice ledger built and shown", "a minute", 1.0, "first_run"),
}


def measure(script: Path) -> list[dict[str, Any]]:
    """Run one bench and return its results; a bench that fails is an error, not a missing row."""
    paths = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, str(script)]
    environment = {**os.environ, "PYTHONPATH": paths}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def judged(result: dict[str, Any]) -> dict[str, Any]:
    """A result with its row's wording, its goal and whether it is reached; None where it could not be measured here."""
    row = ROWS[result["row"]]
    return {**row._asdict(), **result, "reached": None if "skipped" in result else result["ratio"] <= row.goal}


def line(key: str, result: dict[str, Any] | None) -> str:
    """One line of the printed table."""
    row = ROWS[key]
    head = f"{key:>3}  {row.what} / {row.against}: "
    if result is None:
        return f"{head}not yet built (goal ≤{row.goal}×)"
    if result["reached"] is None:
        return f"{head}not measured here: {result['skipped']} (goal ≤{row.goal}×)"
    figures = f"{result['ours']:.4g} / {result['peer']:.4g} {result['unit']}"
    verdict = "reached" if result["reached"] else "NOT reached"
    return f"{head}{figures} = {result['ratio']:.2f}× (goal ≤{row.goal}×) {verdict} {result.get('note', '')}".rstrip()


def main(arguments: list[str]) -> int:
    """Measure and print the rows asked for; exit 1 where a built row misses its goal, 2 where there is no such row."""
    asked = [word for word in arguments if word != "--json"] or list(ROWS)
    if unknown := [key for key in asked if key not in ROWS]:
        print(f"no such row: {' '.join(unknown)}; there are {' '.join(ROWS)}", file=sys.stderr)
        return 2
    scripts = dict.fromkeys(FOLDER / f"{ROWS[key].bench}.py" for key in asked if ROWS[key].bench)
    results = {result["row"]: judged(result) for script in scripts for result in measure(script)}
    if "--json" in arguments:
        missing = [key for key in asked if key not in results]
        print(json.dumps({"rows": list(results.values()), "not_yet_built": missing}, ensure_ascii=False, indent=1))
    else:
        for key in asked:
            print(line(key, results.get(key)), flush=True)
    return 1 if any(result["reached"] is False for result in results.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

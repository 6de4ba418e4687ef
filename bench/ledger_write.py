"""Row 10b, 10c: the ledger of 10,000 tasks written as a workbook, against openpyxl writing the same cells.

Each side writes in a process of its own, in turn, in one run. Prints the medians as JSON (see bench/rows.py).
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from desktop_app.exchange.ledger_layout import COLUMNS, shown
from desktop_app.exchange.ledger_paper import Label, LedgerLine, LedgerPaper, Tally
from desktop_app.paint.colours import LIGHTS

PAIRS = 3
TASKS, SECTIONS = 10_000, 400
CONTENT = "依托专业机构把护理服务送进家庭，优先保障经济困难的失能老人，" * 5


def paper() -> LedgerPaper:
    """A ledger of 10,000 tasks in 400 sections, with texts as long as real ones."""
    lights = list(LIGHTS)
    lines = tuple(line(number, lights[number % len(lights)]) for number in range(TASKS))
    labels = tuple(Label(light, light, TASKS // len(lights), 100 / len(lights)) for light in lights)
    tallies = tuple(Tally(f"第{n}科", (4,) * len(lights)) for n in range(40))
    return LedgerPaper((2026,), date(2026, 6, 30), lines, labels, tallies, tallies)


def line(number: int, light: str) -> LedgerLine:
    """One task."""
    return LedgerLine(
        key=number + 1,
        parent=None,
        no=str(number + 1),
        section=f"{number * SECTIONS // TASKS + 1}、第{number * SECTIONS // TASKS + 1}方面工作",
        title=f"推进事项{number + 1}",
        content=f"{CONTENT}{number}处。",
        targets=(f"建设{number}处",),
        lead=(f"第{number % 40}科",),
        co=("财务科", f"第{number % 7}镇"),
        leader="分管领导",
        deadline="2026-12-31",
        deadline_raw=None,
        state="under_way",
        light=light,
        label="正常",
        reason="",
        expected=50.0,
        done=float(number % 100),
        progress=f"已建成{number}处，服务{number * 3}人次，正在组织第二批申报和现场核查。",
        problems=None,
        note=None,
    )


def write_ours(path: Path) -> float:
    """Seconds to write the workbook as the program does."""
    from desktop_app.exchange.write_ledger import write_ledger

    made = paper()
    started = time.perf_counter()
    write_ledger(made, LIGHTS, path)
    return time.perf_counter() - started


def write_peer(path: Path) -> float:
    """Seconds to write the same cells with the same look by openpyxl."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side

    made = paper()
    started = time.perf_counter()
    book = Workbook()
    sheet = book.create_sheet()
    side = Side(style="thin")
    border, font = Border(side, side, side, side), Font(name="FangSong", size=10)
    wrapped = [Alignment("center" if c.centred else None, vertical="center", wrap_text=True) for c in COLUMNS]
    sheet.append([column.header for column in COLUMNS])
    for number, told in enumerate(made.lines, 2):
        for place, value in enumerate(shown(told, LIGHTS[told.light][1])):
            cell = sheet.cell(number, place + 1, value)
            cell.border, cell.font, cell.alignment = border, font, wrapped[place]
        sheet.row_dimensions[number].height = 120
    for first in range(2, TASKS + 2, TASKS // SECTIONS):
        sheet.merge_cells(start_row=first, end_row=first + TASKS // SECTIONS - 1, start_column=2, end_column=2)
    book.save(path)
    return time.perf_counter() - started


def child(name: str) -> int:
    """Write once and print the seconds and the megabytes that the writing added at its highest."""
    made = paper()  # what holds the data itself is no part of the comparison
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    del made
    with tempfile.TemporaryDirectory() as folder:
        seconds = {"ours": write_ours, "peer": write_peer}[name](Path(folder, "ledger.xlsx"))
    print(json.dumps([seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024]))
    return 0


def measured(name: str) -> tuple[float, float]:
    """Seconds and megabytes of one side, in a process of its own."""
    done = subprocess.run([sys.executable, __file__, name], check=True, stdout=subprocess.PIPE, text=True)
    seconds, megabytes = json.loads(done.stdout)
    return seconds, megabytes


def main() -> int:
    """Measure the pairs and print the results."""
    pairs = [(measured("ours"), measured("peer")) for _ in range(PAIRS)]
    results = []
    for row, unit, kind in (("10b", "s", 0), ("10c", "MB", 1)):
        ours, peer = (statistics.median(pair[side][kind] for pair in pairs) for side in (0, 1))
        note = f"median of {PAIRS} pairs of processes"
        results.append({"row": row, "ours": ours, "peer": peer, "unit": unit, "ratio": ours / peer, "note": note})
    print(json.dumps(results))
    return 0


if __name__ == "__main__":
    raise SystemExit(child(sys.argv[1]) if len(sys.argv) > 1 else main())

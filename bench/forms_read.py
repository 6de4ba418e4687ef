"""Rows 9a and 9b: 200 returned forms read, checked, proposed and applied with journal, against bare reading.

The peers unzip the same files and parse every part of them, and read them by openpyxl. In turn, medians of one run,
printed as JSON (see bench/rows.py). The units fill their forms elsewhere: a process of its own stands for them, else
all would be measured among the remains of 200 workbooks that openpyxl wrote. What it wrote goes to the disk first: a
file that a unit sent has long lain there, and our own flushes would bring down those files too; no peer waits for them.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from openpyxl import load_workbook

from desktop_app.domain.changes import Draft
from desktop_app.exchange.sheet_layout import PLACES
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import apply_collected, collect
from desktop_app.verbs.dispatch import dispatch

FORMS, ROWS, ROUNDS = 200, 40, 3
ROOT = Path(__file__).resolve().parent.parent


def prepare(folder: Path) -> None:
    """A ledger of 8,000 tasks whose forms went out, and in `returned` the same forms with every row answered."""
    (folder / "returned").mkdir()
    with open_ledger(folder / "ledger") as store:
        for file in send(store, folder / "sent"):
            fill(file, folder / "returned" / file.name)


def send(store: Store, sent: Path) -> list[Path]:
    """Make the tasks, and a form for each unit."""
    draft = Draft()
    for unit in range(FORMS):
        key = draft.create("unit", {"name": f"第{unit}科", "kind": "section", "position": unit})
        for row in range(ROWS):
            place = unit * ROWS + row
            task = draft.create(
                "task", {"title": f"推进事项{place}", "position": place, "no": str(place), "state": "open"}
            )
            draft.create("assignment", {"task": task, "unit": key, "role": "lead", "position": 1})
    store.apply(draft.changes, "建立")
    return [file.path for file in dispatch(store, "2026-06", date(2026, 6, 30), sent, None).files]


def fill(form: Path, path: Path) -> Path:
    """The form with its asked cells filled and everything else as it was, as a unit sends it back.

    No two rows say the same.
    """
    book = load_workbook(form)
    sheet = book[texts.SHEET]
    answers = {"status": texts.PROGRESS, "percent": 45, "problems": "无"}
    for row in range(1, sheet.max_row + 1):
        if str(sheet.cell(row, PLACES["mark"] + 1).value).startswith("R"):
            title = sheet.cell(row, PLACES["title"] + 1).value
            text = f"{title}已完成选址和设计，正在组织施工，进度正常。"
            for field, value in {**answers, "text": text}.items():
                sheet.cell(row, PLACES[field] + 1).value = value
    book.save(path)
    return path


def ours(folder: Path, files: list[Path], number: int) -> float:
    """Seconds to read, check, propose and apply all files, in the ledger that sent them."""
    if hasattr(os, "sync"):  # not on Windows
        os.sync()
    with open_ledger(folder) as store:
        started = time.perf_counter()
        applied = apply_collected(store, collect(store, files))
        taken = time.perf_counter() - started
        if applied is None:
            raise SystemExit(f"round {number}: nothing was applied")
        return taken


def parsed(files: list[Path]) -> float:
    """Seconds to unzip every part of the files and parse those that are XML."""
    started = time.perf_counter()
    for path in files:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                ElementTree.fromstring(archive.read(name))
    return time.perf_counter() - started


def by_openpyxl(files: list[Path]) -> float:
    """Seconds for openpyxl to read every cell of the files."""
    started = time.perf_counter()
    for path in files:
        for sheet in load_workbook(path):
            list(sheet.iter_rows(values_only=True))
    return time.perf_counter() - started


def main() -> int:
    """Make the forms, measure in turn, print the results."""
    times = []
    for number in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            subprocess.run([sys.executable, "-m", "bench.forms_read", name], cwd=ROOT, check=True)
            files = sorted((folder / "returned").iterdir())
            times.append((ours(folder / "ledger", files, number), parsed(files), by_openpyxl(files)))
    own, bare, peer = (statistics.median(column) for column in zip(*times, strict=True))
    note = f"{FORMS} files of {ROWS} rows, {ROUNDS} fresh ledgers"
    shown = {"ours": own, "unit": "s", "note": note}
    print(json.dumps([{"row": row, **shown, "peer": p, "ratio": own / p} for row, p in (("9a", bare), ("9b", peer))]))
    return 0


if __name__ == "__main__":
    raise SystemExit(prepare(Path(sys.argv[1])) if len(sys.argv) > 1 else main())

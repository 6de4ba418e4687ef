"""Rows 9a and 9b: 200 returned forms read, checked, proposed and applied with journal, against bare reading.

The peers unzip the same files and parse every part of them, and read them by openpyxl. In turn, medians of one run,
printed as JSON (see bench/rows.py). What the preparation wrote goes to the disk first: a file that a unit sent has long
lain there, and our own flushes would bring down the preparation's files too, which no peer waits for.
"""

import json
import os
import statistics
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


def prepare(store: Store, sent: Path, returned: Path) -> list[Path]:
    """A ledger of 8,000 tasks whose forms went out, and the same forms with every row answered."""
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
    files = dispatch(store, "2026-06", date(2026, 6, 30), sent, None).files
    return [fill(file.path, returned / file.path.name) for file in files]


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
            (folder / "returned").mkdir()
            with open_ledger(folder / "ledger") as store:
                files = prepare(store, folder / "sent", folder / "returned")
            times.append((ours(folder / "ledger", files, number), parsed(files), by_openpyxl(files)))
    own, bare, peer = (statistics.median(column) for column in zip(*times, strict=True))
    note = f"{FORMS} files of {ROWS} rows, {ROUNDS} fresh ledgers"
    shown = {"ours": own, "unit": "s", "note": note}
    print(json.dumps([{"row": row, **shown, "peer": p, "ratio": own / p} for row, p in (("9a", bare), ("9b", peer))]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

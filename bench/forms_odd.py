"""Rows 17a to 17d: the preview of 40 returned files, and sheets of a million rows that somebody formatted or filled.

The preview is timed from the files on the disk to its first paint, with questions in each file; the limits are the
product's own, so a ratio of 1 just keeps them. Each large sheet is read in a process of its own, whose time without
its imports and whose greatest memory are taken. Best of several, printed as JSON (see bench/rows.py).
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from bench.forms_read import fill
from desktop_app.domain.changes import Draft
from desktop_app.exchange.sheet_layout import PLACES
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import exchange as texts
from desktop_app.verbs.dispatch import dispatch

FILES, ROWS, TIMES, LINES = 40, 12, 3, 1_000_000
PREVIEW_LIMIT, READ_LIMIT, MEMORY_LIMIT, REFUSAL_LIMIT = 2.0, 5.0, 300.0, 5.0
_READ = """
import json, resource, sys, time
from pathlib import Path
from desktop_app.errors import Refused
from desktop_app.exchange.read_forms import read_form
import lxml.etree, python_calamine
data, rows, refused = Path(sys.argv[1]).read_bytes(), 0, ""
started = time.perf_counter()
try:
    rows = len(read_form(data, "a.xlsx").rows)
except Refused as error:
    refused = error.sentence
taken = time.perf_counter() - started
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([taken, memory, rows, refused]))
"""


def prepare(store: Store, folder: Path) -> list[Path]:
    """40 returned forms, in each of which one rate cannot be read and another one is no percentage."""
    draft = Draft()
    for unit in range(FILES):
        key = draft.create("unit", {"name": f"第{unit}科", "kind": "section", "position": unit})
        for row in range(ROWS):
            place = unit * ROWS + row
            named = {"title": f"推进事项{place}", "position": place, "no": str(place), "state": "open"}
            task = draft.create("task", named)
            draft.create("assignment", {"task": task, "unit": key, "role": "lead", "position": 1})
    store.apply(draft.changes, "建立")
    sent = dispatch(store, "2026-06", date(2026, 6, 30), folder / "sent", None).files
    (folder / "back").mkdir()
    return [_doubtful(fill(file.path, folder / "back" / file.path.name)) for file in sent]


def _doubtful(path: Path) -> Path:
    book = load_workbook(path)
    sheet: Any = book[texts.SHEET]  # the stubs take every cell for one that may be merged
    marked = [n for n in range(1, sheet.max_row + 1) if str(sheet.cell(n, PLACES["mark"] + 1).value).startswith("R")]
    for line, rate in zip(marked, ("过半", 0.6), strict=False):
        sheet.cell(line, PLACES["percent"] + 1).value = rate
    book.save(path)
    return path


def preview() -> float:
    """Seconds from 40 files on the disk to the painted preview."""
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop_app.exchange.read_files import read_paths
    from desktop_app.ui.exchange.collect_dialog import CollectDialog
    from desktop_app.verbs.collect import basis
    from desktop_app.verbs.returns import judge

    def back(_name: str, _parent: QWidget) -> str:
        return ""

    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name, open_ledger(Path(name) / "ledger") as store:
        files = prepare(store, Path(name))
        snapshot = store.snapshot()
        started = time.perf_counter()
        collected = judge(basis(store, snapshot), read_paths(files))
        notes = [note for file in collected.files for note in file.notes]
        dialog = CollectDialog(snapshot, "", collected.questions, notes, Path, back)
        dialog.show()
        dialog.grab()
        application.processEvents()
        taken = time.perf_counter() - started
        if len(collected.questions) < FILES:
            raise SystemExit("the files raised no questions")
        dialog.deleteLater()
        return taken


def large_sheet(form: Path, path: Path, cells: str) -> Path:
    """The form with a million more rows of these cells, in which {n} is the row's number."""
    with zipfile.ZipFile(form) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for part in old.namelist():
            if part != "xl/worksheets/sheet1.xml":
                new.writestr(part, old.read(part))
                continue
            before, after = old.read(part).split(b"</sheetData>")
            with new.open(part, "w", force_zip64=True) as out:
                out.write(before)
                for piece in _rows(cells):
                    out.write(piece)
                out.write(b"</sheetData>" + after)
    return path


def _rows(cells: str) -> Iterator[bytes]:
    last = 1_048_576
    for first in range(last - LINES + 1, last + 1, 10_000):
        lines = (f'<row r="{n}">{cells.format(n=n)}</row>' for n in range(first, min(first + 10_000, last + 1)))
        yield "".join(lines).encode()


def read(path: Path) -> tuple[float, float, int, str]:
    """Seconds and megabytes of reading a file in a process of its own; its rows, or why it was refused."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(path)], stdout=subprocess.PIPE, text=True, check=True, env=environment
    )
    taken, memory, rows, refused = json.loads(done.stdout)
    return taken, memory, rows, refused


def main() -> int:
    """Measure in turn, print the results."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shown = min(preview() for _ in range(TIMES))
    with tempfile.TemporaryDirectory() as name, open_ledger(Path(name) / "ledger") as store:
        form = prepare(store, Path(name))[0]
        empty = large_sheet(form, Path(name) / "empty.xlsx", '<c r="A{n}" s="1"/><c r="B{n}" s="1"/>')
        full = large_sheet(form, Path(name) / "full.xlsx", '<c r="A{n}"><v>{n}</v></c>')
        formatted, filled = ([read(path) for _ in range(TIMES)] for path in (empty, full))
    if not all(rows == ROWS for _, _, rows, _ in formatted) or not all(refused for *_, refused in filled):
        raise SystemExit("a form among a million empty rows was not read, or a million values were not refused")
    taken, memory = min(one[0] for one in formatted), min(one[1] for one in formatted)
    refusal = min(one[0] for one in filled)
    results = [
        {"row": "17a", "ours": shown, "peer": PREVIEW_LIMIT, "unit": "s", "note": f"{FILES} files of {ROWS} rows"},
        {"row": "17b", "ours": taken, "peer": READ_LIMIT, "unit": "s", "note": "two formatted cells a row"},
        {"row": "17c", "ours": memory, "peer": MEMORY_LIMIT, "unit": "MB", "note": "whole process"},
        {"row": "17d", "ours": refusal, "peer": REFUSAL_LIMIT, "unit": "s", "note": filled[0][3]},
    ]
    print(json.dumps([{**one, "ratio": one["ours"] / one["peer"]} for one in results], ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

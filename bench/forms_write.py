"""Row 10a: 200 forms of 40 rows written, against openpyxl writing the same cells with the same look.

Both write to memory-backed files in one temporary folder, in turn. Prints the medians as JSON (see bench/rows.py).
"""

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from desktop_app.exchange.form_paper import FormLine, FormPaper
from desktop_app.exchange.sheet_layout import COLUMNS, FormMark, row_mark
from desktop_app.exchange.write_forms import write_form

FORMS, ROWS, ROUNDS = 200, 40, 3


def papers() -> list[FormPaper]:
    """200 forms of 40 rows with text of the usual lengths."""
    return [
        FormPaper(
            FormMark("0123456789abcdef", 1, "fedcba9876543210", number, number),
            f"第{number}科",
            "2026年6月",
            "2026年6月30日",
            "2026年6月30日",
            tuple(_line(number * ROWS + row) for row in range(ROWS)),
        )
        for number in range(FORMS)
    ]


def _line(row: int) -> FormLine:
    content = f"完成{row}处点位建设，落实专人负责，按月调度进展，" * 3
    last = f"截至5月31日：40%，已完成{row}处点位的选址和设计。"
    return FormLine(str(row), f"推进事项{row}", content, f"点位{row}处", "12月31日", last, row_mark("a", "b", row))


def with_openpyxl(paper: FormPaper, path: Path) -> None:
    """The same cells with the same fonts, borders, fills and locks, by openpyxl."""
    book = Workbook()
    sheet: Any = book.active
    edge = Side(style="thin", color="FF8C959F")
    style = {
        "font": Font(name="宋体", size=10),
        "border": Border(edge, edge, edge, edge),
        "alignment": Alignment(wrap_text=True, vertical="center"),
    }
    fill, opened = PatternFill("solid", fgColor="FFFFFBE6"), Protection(locked=False)
    sheet.append([])
    sheet.append(["", paper.period])
    sheet.append([paper.unit])
    sheet.append([column.header for column in COLUMNS])
    for line in paper.lines:
        sheet.append([None if column.asked else getattr(line, column.field) for column in COLUMNS])
    for row in sheet.iter_rows(min_row=4):
        for cell, column in zip(row, COLUMNS, strict=True):
            for name, value in style.items():
                setattr(cell, name, value)
            if column.asked:
                cell.fill, cell.protection = fill, opened
    sheet.protection.sheet = True
    book.save(path)


def seconds(write: Callable[[FormPaper, Path], None], forms: list[FormPaper], folder: Path) -> float:
    """Time to write all forms."""
    started = time.perf_counter()
    for number, paper in enumerate(forms):
        write(paper, folder / f"{number}.xlsx")
    return time.perf_counter() - started


def main() -> int:
    """Measure in turn, print the result."""
    forms = papers()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for write in (write_form, with_openpyxl):
            seconds(write, forms[:2], place)
        pairs = [(seconds(write_form, forms, place), seconds(with_openpyxl, forms, place)) for _ in range(ROUNDS)]
    own, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
    note = f"{FORMS} forms of {ROWS} rows, median of {ROUNDS} pairs"
    print(json.dumps([{"row": "10a", "ours": own, "peer": peer, "unit": "s", "ratio": own / peer, "note": note}]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

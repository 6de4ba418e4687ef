"""The ledger as lines of text: JSON lines for programs, CSV for spreadsheets."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

from desktop_app.domain.values import plain_number
from desktop_app.exchange.ledger_layout import COLUMNS, PLACES, Lights, shown
from desktop_app.exchange.ledger_paper import LedgerLine

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_jsonl(lines: Iterable[LedgerLine], path: Path) -> None:
    """One JSON object a line, UTF-8: every field of every task and action."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for line in lines:
            out.write(json.dumps(line._asdict(), ensure_ascii=False) + "\n")


def write_csv(lines: Iterable[LedgerLine], lights: Lights, path: Path) -> None:
    """The columns of the printed ledger; UTF-8 with a mark, as Excel needs it to read Chinese."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([column.header for column in COLUMNS])
        for line in lines:
            row = shown(line, lights[line.light][1])
            row[PLACES["deadline"]] = line.deadline or line.deadline_raw
            writer.writerow([_field(value) for value in row])


def _field(value: str | float | None) -> str:
    """A value that no spreadsheet takes for a formula: what begins like one is led by an apostrophe."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return plain_number(value)
    return f"'{value}" if normalize("NFKC", value[:1]).startswith(FORMULA_STARTS) else value

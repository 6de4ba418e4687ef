"""Forms filled in as units fill them in: by title of the task and header of the column, saved by another program."""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import Workbook, load_workbook

from desktop_app import clock
from desktop_app.exchange.sheet_layout import EVERY_COLUMN, MARK_SHEET, PLACES, row_of_mark
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import exchange as texts
from desktop_app.verbs.dispatch import Dispatched, dispatch
from tests.builders import Built, plan_with

Sheet = Any  # the stubs of openpyxl take every cell for one that may be part of a merged area
Answers = Mapping[str, Mapping[str, Any]]
CARE, AID = "养老科", "救助科"
MEALS, BEDS, CHECKS = "新建助餐点", "改造护理床位", "核对低保对象"
JUNE, DUE = "2026-06", date(2026, 6, 30)
HEADERS = {column.field: column.header for column in EVERY_COLUMN}


class Sent(NamedTuple):
    """A round on its way: the ledger's keys, what was sent, the form of each unit by name."""

    built: Built
    dispatched: Dispatched
    forms: dict[str, Path]


def send(store: Store, folder: Path, period: str = JUNE) -> Sent:
    """A ledger of three tasks, the first of them led by both units, and its forms for a period."""
    built = plan_with(
        store,
        {"title": MEALS, "lead": (CARE, AID), "text": "新建助餐点8个。"},
        {"title": BEDS, "lead": CARE, "text": "改造护理床位120张。"},
        {"title": CHECKS, "lead": AID},
    )
    return send_again(store, folder, built, period)


def send_again(store: Store, folder: Path, built: Built, period: str) -> Sent:
    """The forms of another period."""
    dispatched = dispatch(store, period, DUE, folder, None)
    return Sent(built, dispatched, {file.unit: file.path for file in dispatched.files})


@pytest.fixture(name="store")
def june_ledger(tmp_path: Path) -> Iterator[Store]:
    """An empty ledger on the eighth of June."""
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as opened:
        yield opened


@pytest.fixture(name="sent")
def june_forms(store: Store, tmp_path: Path) -> Sent:
    """Its first round of forms."""
    return send(store, tmp_path / "out")


def fill(form: Path, out: Path, answers: Answers, saved: datetime | None = None) -> Path:
    """The form with these answers (task title → field → value), saved at `saved`, else now."""
    return change(form, out, lambda sheet: answer(sheet, answers), saved)


def change(form: Path, out: Path, work: Callable[[Sheet], object], saved: datetime | None = None) -> Path:
    """The form after `work` on its sheet."""
    book = load_workbook(form)
    work(book[texts.SHEET])
    out.parent.mkdir(parents=True, exist_ok=True)
    book.save(out)
    return resaved(out, saved) if saved else out


def resaved(path: Path, saved: datetime) -> Path:
    """The workbook with another time of saving in its properties."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = parts["docProps/core.xml"].decode()
    stamp = re.compile(r"(<dcterms:modified[^>]*>)[^<]*")
    parts["docProps/core.xml"] = stamp.sub(rf"\g<1>{saved.isoformat()}Z", core).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def answer(sheet: Sheet, answers: Answers) -> None:
    """Type the answers into the sheet, wherever header and rows stand."""
    columns = columns_of(sheet)
    for line in range(1, sheet.max_row + 1):
        for field, value in answers.get(str(sheet.cell(line, columns[texts.TITLE]).value), {}).items():
            sheet.cell(line, columns[HEADERS[field]]).value = value


def columns_of(sheet: Sheet) -> dict[str, int]:
    """The column number of each header."""
    header = next(row for row in sheet.iter_rows() if any(cell.value == texts.PERCENT for cell in row))
    return {str(cell.value): cell.column for cell in header if cell.value}


def line_of(sheet: Sheet, title: str) -> int:
    """The line on which a task stands."""
    column = columns_of(sheet)[texts.TITLE]
    return next(n for n in range(1, sheet.max_row + 1) if sheet.cell(n, column).value == title)


def without_marks(form: Path, out: Path, answers: Answers) -> Path:
    """The form's values pasted into a fresh workbook: no hidden sheet, no properties, no hidden column."""
    source = load_workbook(form)[texts.SHEET]
    answer(source, answers)
    book = Workbook()
    sheet: Any = book.active
    for row in source.iter_rows(values_only=True):
        sheet.append([None if isinstance(v, str) and row_of_mark(v) else v for v in row[: PLACES["mark"] + 1]])
    book.save(out)
    return out


def only_row_marks(form: Path, out: Path, answers: Answers) -> Path:
    """The form without its hidden sheet and properties: only the hidden column still tells."""
    book: Any = load_workbook(form)
    answer(book[texts.SHEET], answers)
    del book[MARK_SHEET]
    for name in [prop.name for prop in book.custom_doc_props.props]:
        del book.custom_doc_props[name]
    book.save(out)
    return out

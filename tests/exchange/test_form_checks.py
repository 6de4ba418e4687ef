"""The form checks itself: prepared mistakes, each judged by an office program that recalculates the workbook.

Every marking formula is put beside the table too, so that what a cell's colour would be can be read as a value.
"""

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter, range_boundaries

from desktop_app.exchange.form_paper import FormPaper
from desktop_app.exchange.sheet_layout import columns_of
from desktop_app.exchange.targets import FigureRule
from desktop_app.exchange.write_forms import FIRST_LINE, write_form
from desktop_app.texts import exchange as texts
from tests.exchange.test_write_forms import MARK, line

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="no office program is here to recalculate a workbook")

COLUMNS = columns_of("text,percent,finished_on,problems,figures", 2)
PLACES = {column.field: number for number, column in enumerate(COLUMNS, 1)}
TOP, BESIDE = FIRST_LINE + 1, len(COLUMNS) + 5
GOOD = {"status": texts.PROGRESS, "text": "已建成3处，运行平稳", "percent": 60, "figure_1": 3, "figure_2": 95}
DONE = {**GOOD, "status": texts.FINISHED, "percent": 100, "finished_on": date(2026, 6, 20)}
SAME = {"status": texts.SAME_AS_LAST}


class Case(NamedTuple):
    """What a unit filled into the first row; the cell that should turn red, and how the count should speak of it."""

    name: str
    said: dict[str, Any]
    red: str | None
    counted: str


def missing(count: int) -> str:
    return texts.LEFT_OPEN.format(count=count) + texts.IN_RED


def to_check(count: int) -> str:
    return texts.TO_CHECK.format(count=count) + texts.IN_RED


MISTAKES = (
    Case("nothing chosen from the list", {**GOOD, "status": None}, "status", missing(1)),
    Case("no words", {**GOOD, "text": None}, "text", missing(1)),
    Case("no percent", {**GOOD, "percent": None}, "percent", missing(1)),
    Case("no figure", {**GOOD, "figure_2": None}, "figure_2", missing(1)),
    Case("finished without a day", {**DONE, "finished_on": None}, "finished_on", missing(1)),
    Case("a word that is not in the list", {**GOOD, "status": "正常"}, "status", to_check(1)),
    Case("more than all", {**GOOD, "percent": 120}, "percent", to_check(1)),
    Case("less than nothing", {**GOOD, "percent": -5}, "percent", to_check(1)),
    Case("a share for a percent", {**GOOD, "percent": 0.6}, "percent", to_check(1)),
    Case("a percent with its sign as text", {**GOOD, "percent": "60%"}, "percent", to_check(1)),
    Case("less than last time", {**GOOD, "percent": 30}, "percent", to_check(1)),
    Case("finished below a hundred", {**DONE, "percent": 90, "finished_on": None}, "percent", to_check(1)),
    Case("a day though not at its end", {**GOOD, "finished_on": date(2026, 6, 1)}, "finished_on", to_check(1)),
    Case("a day in words", {**DONE, "finished_on": "6月底"}, "finished_on", to_check(1)),
    Case("a day after the data's", {**DONE, "finished_on": date(2026, 7, 9)}, "finished_on", to_check(1)),
    Case("a day of the year before", {**DONE, "finished_on": date(2025, 6, 20)}, "finished_on", to_check(1)),
    Case("words that say nothing", {**GOOD, "text": "正在推进中。"}, "text", to_check(1)),
    Case("one word", {**GOOD, "text": "无"}, "text", to_check(1)),
    Case("the words of last time", {**GOOD, "text": "已完成选址"}, "text", to_check(1)),
    Case("no change, but other words", {**SAME, "text": "又建成2处"}, "text", to_check(1)),
    Case("no change, but another percent", {**SAME, "percent": 70}, "percent", to_check(1)),
    Case("a figure with its unit", {**GOOD, "figure_1": "3处"}, "figure_1", to_check(1)),
    Case("a figure below last time", {**GOOD, "figure_1": 1}, "figure_1", to_check(1)),
    Case("a rate above a hundred", {**GOOD, "figure_2": 950}, "figure_2", to_check(1)),
)
RIGHT = (
    Case("all filled in", GOOD, None, texts.ALL_FILLED),
    Case("finished", DONE, None, texts.ALL_FILLED),
    Case("no change", SAME, None, texts.ALL_FILLED),
    Case("no change, last percent said again", {**SAME, "percent": 40}, None, texts.ALL_FILLED),
    Case("nothing yet", {}, "text", missing(5)),
)
SECOND = {"status": texts.SAME_AS_LAST}
FIGURES = (FigureRule(0, 1e12, 2.0), FigureRule(0, 100.0))


def form(path: Path) -> Path:
    """A form of three rows: two figures in the first, none in the second; the third never reported before."""
    rows = (
        line(1, targets="①便民点3处\n②满意率92%以上")._replace(figures=FIGURES, last_percent=40.0),
        line(2)._replace(last_percent=40.0),
        line(3, last=texts.NOTHING_LAST),
    )
    finished = ("2026-01-01", "2026-06-30")
    paper = FormPaper(MARK, "示例科", "2026年6月", "2026年6月30日", "2026年6月26日", rows, COLUMNS, finished)
    write_form(paper, path)
    return path


def filled(blank: Path, path: Path, said: dict[str, Any]) -> None:
    """The form with these answers in its first row and good ones below, and what each of its marks says, beside."""
    book = load_workbook(blank)
    sheet: Any = book[texts.SHEET]
    for number, answers in enumerate((said, SECOND, {**GOOD, "figure_1": None, "figure_2": None})):
        for field, value in answers.items():
            sheet.cell(TOP + number, PLACES[field]).value = value
    for area in sheet.conditional_formatting:
        column, first, _, _ = range_boundaries(str(area.sqref))
        if first == TOP and column is not None:
            for rule in area.rules:
                put(sheet, column, rule.formula[0])
    book.save(path)


def put(sheet: Any, column: int, formula: str) -> None:
    """A marking formula of the first row's cell in the next free cell beside it, under the number of its column."""
    place = BESIDE
    while sheet.cell(1, place).value is not None:
        place += 1
    sheet.cell(1, place).value = column
    letter = get_column_letter(column)
    moved = Translator(f"={formula}", f"{letter}{TOP}").translate_formula(f"{letter}{TOP}")
    sheet.cell(TOP, place).value = moved


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, set[str]]]:
    """By case: what the counting line says, and the fields of the first row whose cells are red."""
    folder = tmp_path_factory.mktemp("checks")
    blank, out = form(folder / "blank.xlsx"), folder / "out"
    names = {case.name: f"{number}.xlsx" for number, case in enumerate((*MISTAKES, *RIGHT))}
    for case in (*MISTAKES, *RIGHT):
        filled(blank, folder / names[case.name], case.said)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    files = [str(folder / name) for name in names.values()]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=180)
    return {case: seen(out / name) for case, name in names.items()}


def seen(path: Path) -> tuple[str, set[str]]:
    sheet: Any = load_workbook(path, data_only=True)[texts.SHEET]
    told = next(str(c.value) for c in sheet[1] if isinstance(c.value, str) and c.value != texts.ATTACHMENT)
    fields = {number: field for field, number in PLACES.items()}
    marks = range(BESIDE, sheet.max_column + 1)
    red = {fields[int(sheet.cell(1, m).value)] for m in marks if sheet.cell(TOP, m).value in (True, 1)}
    return told, red


@pytest.mark.parametrize("case", (*MISTAKES, *RIGHT), ids=lambda case: case.name)
def test_the_form_says_it_before_it_is_sent(judged: dict[str, tuple[str, set[str]]], case: Case) -> None:
    told, red = judged[case.name]
    assert told == case.counted
    assert (case.red in red) if case.red else not red


def test_what_the_count_is_without_recalculation(tmp_path: Path) -> None:
    values = load_workbook(form(tmp_path / "blank.xlsx"), data_only=True)[texts.SHEET]
    place = next(cell.coordinate for cell in values[1] if cell.value == missing(11))
    assert str(load_workbook(tmp_path / "blank.xlsx")[texts.SHEET][place].value).startswith("=IF(")

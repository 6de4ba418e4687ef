"""Figures as their cells show them, and parts of things that are counted whole."""

from pathlib import Path

import pytest

from desktop_app.exchange.read_figure import Wanted, read_figure
from desktop_app.exchange.read_files import read_paths
from desktop_app.exchange.read_values import Typed, read_percent
from desktop_app.texts import astray
from tests.exchange.returns import BEDS, Sent, Sheet, change, columns_of, line_of


@pytest.mark.parametrize(
    ("raw", "code", "value", "asked"),
    [
        (0.072, '0.000"千"', 72.0, True),
        (1.2, '0.0"百张"', 120.0, True),
        (72.0, '0"张"', 72.0, False),
        (20000.0, '0!.0,"万"', 20000.0, False),
        (3000.0, "0,", 3.0, True),
        (72.0, '0"人"', None, True),
    ],
)
def test_a_figure_is_what_its_number_format_shows(raw: float, code: str, value: float | None, asked: bool) -> None:
    reading = read_figure(Typed(raw, False, False, code), Wanted("张", 30000.0))
    assert (reading.value, bool(reading.doubt)) == (value, asked)


@pytest.mark.parametrize(("raw", "code", "value", "asked"), [(6.0, '0"成"', 60.0, True), (60.0, '"约"0', 60.0, False)])
def test_a_percentage_is_what_its_number_format_shows(raw: float, code: str, value: float, asked: bool) -> None:
    reading = read_percent(Typed(raw, False, False, code))
    assert (reading.value, bool(reading.doubt)) == (value, asked)


@pytest.mark.parametrize(("raw", "unit", "asked"), [(0.52, "张", True), (51.6, "户", True), (0.52, "亩", False)])
@pytest.mark.parametrize("typed", [float, str])
def test_a_part_of_what_is_counted_whole_is_asked_about(raw: float, unit: str, asked: bool, typed: type) -> None:
    reading = read_figure(Typed(typed(raw), False if typed is float else None), Wanted(unit, 600.0))
    assert (reading.value, bool(reading.doubt)) == (raw, asked)
    assert read_figure(Typed("1.2万"), Wanted(unit, 20000.0)).doubt is None


def test_the_number_format_of_a_returned_form_is_read(sent: Sent, tmp_path: Path) -> None:
    def work(sheet: Sheet) -> None:
        cell = sheet.cell(line_of(sheet, BEDS), columns_of(sheet)["完成率(%)"])
        cell.value, cell.number_format = 4, '0"成"'

    (file,) = read_paths([change(sent.forms["养老科"], tmp_path / "a.xlsx", work)])
    assert file.form is not None
    typed = next(row.cells["percent"].typed for row in file.form.rows if row.title == BEDS)
    reading = read_percent(typed)
    assert (reading.value, reading.doubt) == (40.0, astray.SHOWN_AS.format(raw="4", shown="4成", suggested="40"))


@pytest.mark.parametrize(
    ("raw", "last", "asked"),
    [
        ("新增36张", 20.0, True),
        ("本期新建36张", 20.0, True),
        ("新增36张", None, False),
        ("新增36张", 0.0, False),
        ("累计新增36张", 20.0, False),
        ("共新建36张", 20.0, False),
        ("完成36张", 20.0, False),
    ],
)
def test_what_is_new_may_be_no_sum_where_there_was_a_figure_before(raw: str, last: float | None, asked: bool) -> None:
    reading = read_figure(Typed(raw), Wanted("张", 600.0, last=last))
    assert (reading.value, bool(reading.doubt)) == (36, asked)
    assert not asked or "上期20" in str(reading.doubt)


@pytest.mark.parametrize(
    ("raw", "value"), [("6,070,000.00", 6_070_000), ("1,250.5", 1250.5), ("￥82,400.00元", 82_400)]
)
def test_thousands_apart_may_have_decimals(raw: str, value: float) -> None:
    reading = read_figure(Typed(raw), Wanted("元", 8_200_000.0))
    assert (reading.value, reading.doubt) == (value, None)


def test_a_sum_of_money_is_no_count_of_anything_else() -> None:
    assert read_figure(Typed("￥120"), Wanted("张", 600.0)).doubt
    assert read_figure(Typed("￥120"), Wanted("元", 1_200_000.0, scale=10_000)).doubt
    assert read_figure(Typed("人民币12万元"), Wanted("元", 820_000.0)).value == 120_000


@pytest.mark.parametrize("raw", ["1,25.5", "12,500,00"])
def test_commas_elsewhere_are_no_thousands(raw: str) -> None:
    assert read_figure(Typed(raw), Wanted("元", 8_200_000.0)).doubt

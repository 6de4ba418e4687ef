"""Answers written in every way that people write them."""

import copy
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from desktop_app.domain.values import Value
from tests.exchange.damage_forms import Filled, Place, title_of
from tests.exchange.damage_kinds import (
    FINISHED,
    FIRST,
    THIRD,
    Damage,
    Kinds,
    Sheet,
    all_of,
    cell,
    doing,
    row_of,
    spoils,
)

VALUES: Kinds = {}
written = doing(VALUES)


def _each(sheet: Sheet, filled: Filled, field: str, write: Callable[[Any], tuple[Any, str]]) -> None:
    for title, said in filled.answers.items():
        if field in said:
            target = cell(sheet, title, field)
            target.value, target.number_format = write(said[field])


@written
def percents_as_fractions_with_a_format(sheet: Sheet, filled: Filled) -> None:
    _each(sheet, filled, "percent", lambda n: (n / 100, "0%"))


@written
def percents_with_a_format_of_decimals(sheet: Sheet, filled: Filled) -> None:
    _each(sheet, filled, "percent", lambda n: (n / 100, "[Red]0.00%;-0.00%"))


@written
def percents_as_words_with_sign(sheet: Sheet, filled: Filled) -> None:
    _each(sheet, filled, "percent", lambda n: (f"{n}%", "@"))


@written
def percents_in_full_width(sheet: Sheet, filled: Filled) -> None:
    wide = str.maketrans("0123456789%", "０１２３４５６７８９％")
    _each(sheet, filled, "percent", lambda n: (f" {n}%".translate(wide), "@"))


@written
def percents_with_about(sheet: Sheet, filled: Filled) -> None:
    _each(sheet, filled, "percent", lambda n: (f"约{n}%", "@"))


def _in_numerals(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return "百分之百" if number == 100 else f"百分之{digits[tens]}十{digits[ones] if ones else ''}"


@written
def percents_as_numbers_in_words(sheet: Sheet, filled: Filled) -> None:
    _each(sheet, filled, "percent", lambda n: (_in_numerals(n), "@"))


@written
def percents_as_bare_fractions(sheet: Sheet, filled: Filled) -> Damage:
    _each(sheet, filled, "percent", lambda n: (n / 100, "General"))
    return spoils(*all_of(filled, "percent"))


@written
def percents_as_ranges(sheet: Sheet, filled: Filled) -> Damage:
    _each(sheet, filled, "percent", lambda n: (f"{n}-{n + 5}%", "@"))
    return spoils(*all_of(filled, "percent", "status", "finished_on"), *row_of(filled, FINISHED))


@written
def percents_as_formulas_without_result(sheet: Sheet, filled: Filled) -> Damage:
    _each(sheet, filled, "percent", lambda n: (f"={n}+0", "General"))
    return spoils(*all_of(filled, "percent"), *row_of(filled, FINISHED))


@written
def an_error_value(sheet: Sheet, filled: Filled) -> Damage:
    cell(sheet, FIRST, "percent").value = "#REF!"
    return spoils((FIRST, "percent"), gone=frozenset({(FIRST, "percent")}))


def _day(sheet: Sheet, filled: Filled, value: Any, shown: str = "@") -> None:
    target = cell(sheet, FINISHED, "finished_on")
    target.value, target.number_format = value, shown


@written
def day_with_dots(sheet: Sheet, filled: Filled) -> None:
    _day(sheet, filled, "2026.6.18")


@written
def day_in_words(sheet: Sheet, filled: Filled) -> None:
    _day(sheet, filled, "6月18日")


@written
def day_packed(sheet: Sheet, filled: Filled) -> None:
    _day(sheet, filled, 20260618, "0")


@written
def day_as_a_bare_serial(sheet: Sheet, filled: Filled) -> None:
    _day(sheet, filled, (date(2026, 6, 18) - date(1899, 12, 30)).days, "General")


@written
def day_with_a_time(sheet: Sheet, filled: Filled) -> None:
    _day(sheet, filled, datetime(2026, 6, 18, 9, 30), "yyyy-mm-dd hh:mm")


@written
def day_as_the_number_six_point_three(sheet: Sheet, filled: Filled) -> Damage:
    _day(sheet, filled, 6.3, "General")
    return spoils((FINISHED, "finished_on"), truth={(FINISHED, "finished_on"): "2026-06-30"})


@written
def days_counted_from_1904(sheet: Sheet, filled: Filled) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    sheet.parent.epoch = CALENDAR_MAC_1904
    _day(sheet, filled, date(2026, 6, 18), "yyyy/m/d")


@written
def words_that_point_elsewhere(sheet: Sheet, filled: Filled) -> Damage:
    cell(sheet, FIRST, "text").value = "同上"
    return spoils((FIRST, "text"), truth={(FIRST, "text"): "同上"})


@written
def very_long_words(sheet: Sheet, filled: Filled) -> Damage:
    words = "逐户上门核实登记" * 4000
    cell(sheet, FIRST, "text").value = words
    return Damage([], truth={(FIRST, "text"): words})


@written
def rare_signs_and_emoji(sheet: Sheet, filled: Filled) -> Damage:
    words = "走访𠮷田社区👵🏻3户，𬍛石街道4户\n办妥①证件"
    cell(sheet, FIRST, "text").value = words
    return Damage([], truth={(FIRST, "text"): words})


@written
def words_like_formulas(sheet: Sheet, filled: Filled) -> Damage:
    found: dict[Place, Value] = {}
    for title, words in ((FIRST, "=完成选址2处"), (THIRD, "+86回访12户"), (title_of(4), "-已对接3家单位")):
        target = cell(sheet, title, "text")
        target.value = words
        target.data_type = "s"
        found[title, "text"] = words
    return Damage([], truth=found)


@written
def numbers_as_words(sheet: Sheet, filled: Filled) -> None:
    for field in ("percent", "figure_1", "figure_2"):
        _each(sheet, filled, field, lambda n: (str(n), "@"))


@written
def figures_with_their_unit(sheet: Sheet, filled: Filled) -> None:
    _each(sheet, filled, "figure_1", lambda n: (f"{n}张", "@"))
    _each(sheet, filled, "figure_2", lambda n: (f"{n}人次", "@"))


@written
def a_status_of_own_words(sheet: Sheet, filled: Filled) -> Damage:
    cell(sheet, FIRST, "status").value = "快办好了"
    return spoils((FIRST, "status"), gone=frozenset({(FIRST, "status")}))


@written
def styles_cleared(sheet: Sheet, filled: Filled) -> None:
    for row in sheet.iter_rows():
        for target in row:
            if not isinstance(target.value, datetime):
                target._style = copy.copy(sheet["Z99"]._style)

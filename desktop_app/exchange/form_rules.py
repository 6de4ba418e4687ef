"""How a form checks itself while it is filled in: lists, limits, red marks, and the line that counts what is left.

All of it by validation, conditional marks and plain formulas that Excel 2007, WPS and LibreOffice know; no macros. What
is missing turns pink, what needs a look pink with red figures, and the line at the top counts both.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.domain.values import plain_number
from desktop_app.exchange.form_checks import Check, doubtful, missing
from desktop_app.exchange.form_paper import FormPaper
from desktop_app.exchange.sheet_layout import FIGURES, cell_name
from desktop_app.exchange.targets import FigureRule
from desktop_app.texts import exchange as texts

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_FORMULA = 8000  # characters; Excel takes 8,192
NO_LAST = "-1E+99"
PERCENTS = (0.0, 100.0)
_SIDES = ("least", "most")


class _Grid(NamedTuple):
    """Where the rows of a form stand: the place of each field, and the first and the last line."""

    places: dict[str, int]
    first: int
    last: int

    def cell(self, field: str, line: int) -> str:
        """One cell, its column fixed: $G5."""
        return f"${cell_name(line, self.places[field])}"

    def area(self, field: str) -> str:
        """The cells of a field: G5:G44."""
        place = self.places[field]
        return f"{cell_name(self.first, place)}:{cell_name(self.last, place)}"

    def fixed(self, field: str) -> str:
        """The cells of a field with everything fixed: $G$5:$G$44."""
        return re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", self.area(field))


def add_rules(sheet: "Worksheet", formats: "dict[str, Format]", paper: FormPaper, first: int, counted: int) -> None:
    """Add them to the sheet whose rows start on line `first`; the line that counts stands in column `counted`."""
    if not paper.lines:
        return
    places = {column.field: place for place, column in enumerate(paper.columns)}
    grid = _Grid(places, first, first + len(paper.lines) - 1)
    rules = _number_rules(paper)
    _validate(sheet, grid, rules)
    wrong = doubtful(paper.columns, paper.finished)
    left = missing(paper.columns)
    for checks, style in ((wrong, "out_of_range"), (left, "missing")):
        for field, check in checks.items():
            _mark(sheet, grid.area(field), _of_row(check, lambda name: grid.cell(name, first)), formats[style])
    _mark_numbers(sheet, grid, rules, formats["out_of_range"])
    _count(sheet, formats, paper, grid, counted, (_total(left, grid), _total_doubtful(wrong, grid, rules)))


def _number_rules(paper: FormPaper) -> dict[str, list[FigureRule | None]]:
    """What each line lets be filled into each column of numbers; None where the cell is locked."""
    fields = {column.field for column in paper.columns}
    found: dict[str, list[FigureRule | None]] = {}
    if "percent" in fields:
        found["percent"] = [FigureRule(*PERCENTS, line.last_percent) for line in paper.lines]
    for number, field in enumerate(FIGURES):
        if field in fields:
            found[field] = [line.figures[number] if number < len(line.figures) else None for line in paper.lines]
    return found


def _validate(sheet: "Worksheet", grid: _Grid, rules: dict[str, list[FigureRule | None]]) -> None:
    """Lists and limits; what is typed against them is stopped with a sentence."""
    status = {"validate": "list", "source": list(texts.STATUSES)}
    day = {"validate": "date", "criteria": "between", "minimum": date(2000, 1, 1), "maximum": date(2099, 12, 31)}
    for field, rule, (title, message) in (
        ("status", status, texts.STATUS_ERROR),
        ("finished_on", day, texts.DAY_ERROR),
    ):
        if field in grid.places:
            sheet.data_validation(grid.area(field), {**rule, "error_title": title, "error_message": message})
    for field, allowed in rules.items():
        title, message = texts.PERCENT_ERROR if field == "percent" else texts.FIGURE_ERROR
        for limits in dict.fromkeys((rule.least, rule.most) for rule in allowed if rule):
            place = grid.places[field]
            runs = _runs([rule is not None and (rule.least, rule.most) == limits for rule in allowed], grid.first)
            sheet.data_validation(
                *(runs[0][0], place, runs[0][1], place),
                {
                    "validate": "decimal",
                    "criteria": "between",
                    "minimum": plain_number(limits[0]),
                    "maximum": plain_number(limits[1]),
                    "error_title": title,
                    "error_message": message,
                    "other_cells": [[top, place, end, place] for top, end in runs[1:]],
                },
            )


def _runs(wanted: Sequence[bool], first: int) -> list[tuple[int, int]]:
    """The first and the last line of each run of wanted rows."""
    found = []
    for is_wanted, run in groupby(range(len(wanted)), key=lambda number: wanted[number]):
        lines = list(run)
        if is_wanted:
            found.append((first + lines[0], first + lines[-1]))
    return found


def _mark_numbers(sheet: "Worksheet", grid: _Grid, rules: dict[str, list[FigureRule | None]], style: "Format") -> None:
    """Mark numbers out of their limits, below the last one, or another one where nothing is said to have changed."""
    for field, allowed in rules.items():
        for limits in dict.fromkeys(rule for rule in allowed if rule):
            for top, end in _runs([rule == limits for rule in allowed], grid.first):
                own, status = grid.cell(field, top), grid.cell("status", top)
                bad = [f"{own}<{plain_number(limits.least)}", f"{own}>{plain_number(limits.most)}"]
                if limits.last is not None:
                    last = plain_number(limits.last)
                    bad += [f"{own}<{last}", f'AND({status}="{texts.SAME_AS_LAST}",{own}<>{last})']
                place = grid.places[field]
                area = f"{cell_name(top, place)}:{cell_name(end, place)}"
                _mark(sheet, area, f"AND(ISNUMBER({own}),OR({','.join(bad)}))", style)


def _mark(sheet: "Worksheet", area: str, formula: str, style: "Format") -> None:
    sheet.conditional_format(area, {"type": "formula", "criteria": f"={formula}", "format": style})


def _of_row(check: Check, cell: Callable[[str], str]) -> str:
    """A check as the formula of one row."""
    ways = [f"AND({','.join(way)})" if len(way) > 1 else "".join(way) for way in check]
    return _named(f"OR({','.join(ways)})" if len(ways) > 1 else ways[0], cell)


def _of_all(check: Check, more: Sequence[str], cell: Callable[[str], str]) -> str:
    """How many rows a check finds, as a part of a sum; `more` are other ways that find them."""
    ways = ["*".join(("1", *(f"({part})" for part in way))) for way in check]
    return _named(f"SUMPRODUCT(--(({'+'.join((*ways, *more))})>0))", cell)


def _total(checks: dict[str, Check], grid: _Grid) -> str:
    return "+".join(_of_all(check, (), grid.fixed) for check in checks.values())


def _total_doubtful(checks: dict[str, Check], grid: _Grid, rules: dict[str, list[FigureRule | None]]) -> str:
    """With the numbers out of their limits, of as many columns as a formula has room for: percentages come first."""
    parts = {field: _of_all(check, (), grid.fixed) for field, check in checks.items()}
    for field, allowed in rules.items():
        longer = _of_all(checks[field], [_out_of(grid, field, allowed)], grid.fixed)
        if sum(map(len, parts.values())) + len(longer) < LONGEST_FORMULA:
            parts[field] = longer
    return "+".join(parts.values())


def _out_of(grid: _Grid, field: str, allowed: Sequence[FigureRule | None]) -> str:
    own, same = grid.fixed(field), f'({grid.fixed("status")}="{texts.SAME_AS_LAST}")'
    least, most = (_list([plain_number(getattr(rule, side)) if rule else "0" for rule in allowed]) for side in _SIDES)
    ways = [f"({own}<{least})", f"({own}>{most})"]
    if any(rule and rule.last is not None for rule in allowed):
        known = [plain_number(r.last) if r and r.last is not None else NO_LAST for r in allowed]
        last = _list(known)
        ways += [f"({own}<{last})", f"{same}*({own}<>{last})*({last}>{NO_LAST})"]
    return f"ISNUMBER({own})*(({'+'.join(ways)})>0)"


def _list(numbers: Sequence[str]) -> str:
    """Numbers for the rows in turn, as a formula writes them: one where they are all the same."""
    return numbers[0] if len(set(numbers)) == 1 else f"{{{';'.join(numbers)}}}"


def _count(
    sheet: "Worksheet",
    formats: "dict[str, Format]",
    paper: FormPaper,
    grid: _Grid,
    counted: int,
    totals: tuple[str, str],
) -> None:
    """The line that counts; the two sums stand in the hidden column, with what they are in an empty form."""
    hidden = grid.places["mark"]
    for line, (total, now) in enumerate(zip(totals, (_left_now(paper), 0), strict=True)):
        sheet.write_formula(line, hidden, f"={total}", formats["tally"], now)
    left, wrong = (f"${cell_name(line, hidden)}".replace(str(line + 1), f"${line + 1}") for line in (0, 1))
    before, after = texts.LEFT_OPEN.split("{count}")
    check = texts.TO_CHECK.replace("{count}", "")
    formula = (
        f'=IF({left}+{wrong}=0,"{texts.ALL_FILLED}",IF({left}>0,"{before}"&{left}&"{after}","")'
        f'&IF(AND({left}>0,{wrong}>0),"{texts.AND}","")&IF({wrong}>0,{wrong}&"{check}","")&"{texts.IN_RED}")'
    )
    cached: Any = texts.LEFT_OPEN.format(count=_left_now(paper)) + texts.IN_RED
    sheet.write_formula(0, counted, formula, formats["count"], cached)
    _mark(sheet, cell_name(0, counted), f"{left}+{wrong}>0", formats["left"])


def _left_now(paper: FormPaper) -> int:
    """How many cells are to be filled in an empty form."""
    fields = [column.field for column in paper.columns]
    always, figures = len({"status", "text", "percent"} & {*fields}), len({*FIGURES} & {*fields})
    return sum(always + min(len(line.figures), figures) for line in paper.lines)


def _named(formula: str, cell: Callable[[str], str]) -> str:
    return re.sub(r"\{([a-z]\w+)\}", lambda found: cell(found[1]), formula)

"""What calamine does not show of an .xlsx: which cells are percentages, which dates show no day, how far sheets go."""

import io
import re
import zipfile
import zlib
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

from desktop_app.errors import Refused
from desktop_app.texts import formats as texts

MOST_CELLS = 3_000_000
Place = tuple[int, int]

_CELL = re.compile(rb"<(?:\w+:)?c\s+((?:[\w:]+=\"[^\"]*\"\s*)+)/?>")
_ADDRESS, _STYLE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"'), re.compile(rb'\bs="(\d{1,6})"')
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
BUILT_IN_PERCENTS = {9, 10}  # ECMA-376 18.8.30
BUILT_IN_MONTHS = {17, 55, 57}  # mmm-yy, and yyyy年m月 in the Chinese set


class Formats(NamedTuple):
    """The cells of one sheet shown as percentages, and those whose date shows no day."""

    percents: frozenset[Place] = frozenset()
    months: frozenset[Place] = frozenset()


def read_formats(data: bytes, name: str) -> dict[str, Formats]:
    """The formats of each sheet by its name; Refused where a sheet goes on without end or the file is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = set(package.namelist())
            percents, months = _styles(package, members)
            return {
                sheet: _cells(package.read(path), percents, months, name)
                for sheet, path in _paths(package, members).items()
                if path in members
            }
    except (zipfile.BadZipFile, zlib.error, ParseError, ValueError, KeyError, EOFError, OSError) as error:
        raise Refused(texts.SHEET_BROKEN.format(name=name)) from error
    except (RuntimeError, NotImplementedError) as error:
        raise Refused(texts.SHEET_PASSWORD.format(name=name)) from error


def _parsed(xml: bytes) -> Element:
    from defusedxml.ElementTree import fromstring

    return fromstring(xml)


def _paths(package: zipfile.ZipFile, members: set[str]) -> dict[str, str]:
    relations = "xl/_rels/workbook.xml.rels"
    if relations not in members:
        return {}
    targets = {relation.get("Id"): relation.get("Target", "") for relation in _parsed(package.read(relations))}
    paths: dict[str, str] = {}
    for sheet in _parsed(package.read("xl/workbook.xml")).findall(".//{*}sheet"):
        target = targets.get(next((value for key, value in sheet.items() if key.endswith("}id")), None), "")
        paths[sheet.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return paths


def _styles(package: zipfile.ZipFile, members: set[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The indexes of cell styles that show a percentage, and of those that show a date without its day."""
    if "xl/styles.xml" not in members:
        return frozenset(), frozenset()
    styles = _parsed(package.read("xl/styles.xml"))
    percents, months = set(BUILT_IN_PERCENTS), set(BUILT_IN_MONTHS)
    for form in styles.findall(".//{*}numFmt"):
        code, number = bare_code(form.get("formatCode", "")), int(form.get("numFmtId", 0))
        if "%" in code:
            percents.add(number)
        if shows_no_day(code):
            months.add(number)
    cells = styles.find("{*}cellXfs")
    used = [int(style.get("numFmtId", 0)) for style in (cells if cells is not None else ())]
    return (
        frozenset(index for index, number in enumerate(used) if number in percents),
        frozenset(index for index, number in enumerate(used) if number in months),
    )


def bare_code(code: str) -> str:
    """A number format, lower case and without its quoted text."""
    return _QUOTED.sub("", code).lower()


def shows_no_day(code: str) -> bool:
    """Whether a bare number format shows year and month but no day."""
    return "m" in code and "y" in code and "d" not in code


def _cells(xml: bytes, percents: frozenset[int], months: frozenset[int], name: str) -> Formats:
    shown: list[Place] = []
    without_day: list[Place] = []
    rows = columns = 0
    for found in _CELL.finditer(xml):
        address = _ADDRESS.search(found[1])
        if not address:
            continue
        row, column = int(address[2]) - 1, _column(address[1])
        # An empty cell may stand anywhere; only one that holds something makes the sheet larger.
        if not found[0].endswith(b"/>"):
            if row + 1 < rows:  # calamine takes the last cell's row for the sheet's end
                raise ValueError("rows out of order")
            rows, columns = row + 1, max(columns, column + 1)
        style = _STYLE.search(found[1])
        if style and int(style[1]) in percents:
            shown.append((row, column))
        elif style and int(style[1]) in months:
            without_day.append((row, column))
    if rows * columns > MOST_CELLS:
        raise Refused(texts.SHEET_BIG.format(name=name))
    return Formats(frozenset(shown), frozenset(without_day))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1

"""Words of an .xlsx that are struck through in a part of a cell: what is left of the cell without them."""

import re
from typing import Any

from desktop_app.office.formats import Place
from desktop_app.office.package import parsed

_SIGN = b"strike"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_OFF = ("0", "false", "off")


def is_struck(about: Any) -> bool:
    """Whether what is said about a run or a font strikes it through."""
    found = None if about is None else about.find("{*}strike")
    return found is not None and found.get("val", "1") not in _OFF


def struck_strings(xml: bytes) -> dict[int, str]:
    """Of the shared strings those with words struck through, by their number: what is left of each."""
    if _SIGN not in xml:
        return {}
    return {n: left for n, one in enumerate(parsed(xml).iterfind("{*}si")) if (left := _left(one)) is not None}


def struck_cells(xml: bytes, strings: dict[int, str]) -> dict[Place, str]:
    """The cells of a sheet that hold one of these strings, or such words of their own: what is left of each."""
    if not strings and _SIGN not in xml:
        return {}
    found: dict[Place, str] = {}
    for cell in parsed(xml).iterfind(".//{*}c"):
        place, left = _place(cell.get("r", "")), _left_of_cell(cell, strings)
        if place and left is not None:
            found[place] = left
    return found


def _left_of_cell(cell: Any, strings: dict[int, str]) -> str | None:
    if cell.get("t") == "s":
        number = cell.findtext("{*}v", "")
        return strings.get(int(number)) if number.isdecimal() else None
    own = cell.find("{*}is")
    return None if own is None else _left(own)


def _left(words: Any) -> str | None:
    """The runs that are not struck through; None where all are plain."""
    runs = words.findall("{*}r")
    if not any(is_struck(run.find("{*}rPr")) for run in runs):
        return None
    return "".join(run.findtext("{*}t", "") for run in runs if not is_struck(run.find("{*}rPr")))


def _place(address: str) -> Place | None:
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1

"""The comments of a sheet (批注), of the old kind and of the kind with replies, and its text boxes (文本框)."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from desktop_app.office.faults import Damaged
from desktop_app.office.package import Package, parsed

_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
OLD_KIND, _DRAWING = "/comments", "/drawing"
_KINDS = (OLD_KIND, "/threadedComment")
_NONE: Mapping[tuple[int, int], str] = MappingProxyType({})


def remarks_of(package: Package, sheet: str) -> Mapping[tuple[int, int], str]:
    """The words of a sheet's comments by their places from 0; replies come after them. A spoilt part has none.

    One with replies has a copy of the old kind too, with words on how to see it; so the new kind counts.
    """
    found: dict[tuple[int, int], str] = {}
    try:
        for kind in _KINDS:
            for part in linked(package, sheet, kind):
                found |= _remarks(package.read(part))
    except Damaged:
        return _NONE
    return found


def boxes_of(package: Package, sheet: str) -> tuple[str, ...]:
    """The words of the text boxes that lie over a sheet; a spoilt part has none."""
    try:
        shapes = (
            shape for part in linked(package, sheet, _DRAWING) for shape in parsed(package.read(part)).iter("{*}txBody")
        )
        words = ("\n".join(map(_line, shape.iterfind("{*}p"))).strip() for shape in shapes)
        return tuple(filter(None, words))
    except Damaged:
        return ()


def linked(package: Package, sheet: str, kind: str) -> Iterator[str]:
    """The parts of this kind that a sheet's own part points to; Damaged where what points to them is spoilt."""
    folder, name = posixpath.split(sheet)
    links = f"{folder}/_rels/{name}.rels"
    for link in parsed(package.read(links)).iter("{*}Relationship") if links in package else ():
        part = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
        if link.get("Type", "").endswith(kind) and part in package:
            yield part


def _line(paragraph: Any) -> str:
    return "".join(node.text or "" for node in paragraph.iter("{*}t"))


def _remarks(xml: bytes) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], list[str]] = {}
    for remark in parsed(xml).iter("{*}comment", "{*}threadedComment"):
        address = _ADDRESS.fullmatch(remark.get("ref", ""))
        words = "".join(node.text or "" for node in remark.iter("{*}t", "{*}text")).strip()
        if address and words:
            found.setdefault((int(address[2]) - 1, _column(address[1])), []).append(words)
    return {place: "\n".join(words) for place, words in found.items()}


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return column - 1

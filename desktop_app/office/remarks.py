"""The comments of a sheet (批注), of the old kind and of the kind with replies."""

import posixpath
import re
from collections.abc import Mapping
from types import MappingProxyType

from desktop_app.office.faults import Damaged
from desktop_app.office.package import Package, parsed

_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_KINDS = ("/comments", "/threadedComment")
_NONE: Mapping[tuple[int, int], str] = MappingProxyType({})


def remarks_of(package: Package, sheet: str) -> Mapping[tuple[int, int], str]:
    """The words of a sheet's comments by their places from 0; replies come after them. A spoilt part has none.

    One with replies has a copy of the old kind too, with words on how to see it; so the new kind counts.
    """
    folder, name = posixpath.split(sheet)
    links = f"{folder}/_rels/{name}.rels"
    if links not in package:
        return _NONE
    found: dict[tuple[int, int], str] = {}
    try:
        links_of = list(parsed(package.read(links)))
        for kind in _KINDS:
            for link in links_of:
                part = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
                if link.get("Type", "").endswith(kind) and part in package:
                    found |= _remarks(package.read(part))
    except Damaged:
        return _NONE
    return found


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

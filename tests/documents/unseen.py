"""The plans in unseen/: texts of invented offices that were read before the rules were mended for them.

A file holds the text, a line of =====, and what a reader should find: a heading a line behind §, an item a line as
`number|title|leads|supporting units`; `offer` in the first line where the document itself is refused.
"""

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "unseen"


class Told(NamedTuple):
    """One item: its number as printed, its title, its units."""

    no: str
    title: str
    lead: list[str]
    co: list[str]


class Unseen(NamedTuple):
    """A text and what it holds; `refused` where the document as a whole is no plan."""

    name: str
    text: str
    sections: list[str]
    tasks: list[Told]
    refused: bool


def read_file(path: Path) -> Unseen:
    """The text and the answers of one file."""
    text, _, said = path.read_text("utf-8").partition("=====\n")
    lines = said.splitlines()
    tasks = [_told(line) for line in lines if "|" in line]
    refused = "offer" in lines[:1] or not tasks
    return Unseen(path.stem, text, [line[1:] for line in lines if line.startswith("§")], tasks, refused)


def _told(line: str) -> Told:
    no, title, lead, co = line.split("|")
    return Told(no, title, _names(lead), _names(co))


def _names(text: str) -> list[str]:
    return [name for name in re.split("、(?![^（]*）)", text) if name]


UNSEEN = [read_file(path) for path in sorted(FOLDER.glob("*.txt"))]

"""Text from a text file or the clipboard; rows copied from a sheet, parted by tabs, become a table again."""

import csv
from itertools import groupby

from desktop_app.documents.reader.blocks import Content, Table, joined, tidy
from desktop_app.documents.reader.txt import read_txt
from desktop_app.texts import formats as texts

_LEAST_TABS = 2  # one tab may part a number from its words; two make columns


def read_text(data: bytes, name: str) -> Content:
    """The content of a text file; Refused where it is no text."""
    return content_of(read_txt(data, name))


def content_of(text: str) -> Content:
    """The passages and tables of a text."""
    if "\t" not in text:
        return Content((text,))
    blocks: list[str | Table] = []
    number = 0
    for is_table, rows in groupby(_rows(text), key=lambda row: len(row) > _LEAST_TABS):
        cells = list(rows)
        if is_table and len(cells) > 1:
            number += 1
            table = tuple(tuple(tidy(cell) for cell in row) for row in cells)
            blocks.append(Table(texts.TABLE_NAME.format(number=number), table))
        else:
            blocks.append("\n".join("\t".join(row) for row in cells))
    return Content(joined(blocks))


def _rows(text: str) -> list[list[str]]:
    """The rows as sheets put them on the clipboard: tabs between cells, quotes around cells of several lines."""
    if '\t"' in text or '\n"' in text:
        return [row or [""] for row in csv.reader(text.splitlines(keepends=True), delimiter="\t")]
    return [line.split("\t") for line in text.splitlines()]

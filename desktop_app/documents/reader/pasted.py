"""Text whose rows are parted by tabs, commas or bars becomes a table again, from whatever file, or the clipboard."""

import csv
import re
from itertools import groupby

from desktop_app.documents.folding import fold
from desktop_app.documents.numerals import NUMERAL
from desktop_app.documents.reader.blocks import Area, Content, Table, joined, tidy
from desktop_app.errors import Refused
from desktop_app.texts import formats as texts

_BAR = re.compile(r"[ \t]*[／｜|│丨┃][ \t]*|[ \t]+/[ \t]+")
_RULE = re.compile(r"[\s|｜:+—-]+")
_CHAPTER = re.compile(
    rf"(?:[{NUMERAL}]{{1,3}}、|（[{NUMERAL}]{{1,3}}）|第[{NUMERAL}]{{1,3}}(?:部分|章))[^。；]{{2,60}}"
)
_LEAST_TABS = 2  # one tab may part a number from its words; two make columns


def pasted(text: str, page: str) -> Content:
    """What was copied: `page` is its HTML, where the program it came from gave one; a sheet's tells merged cells."""
    if page:
        from desktop_app.documents.reader.html import read_html

        try:
            content = read_html(page.encode("utf-8", "replace"), "")
        except Refused:
            return content_of(text)
        if any(content.tables()):
            return content
    return content_of(text)


def with_rows(content: Content) -> Content:
    """The content with the rows that its text shows as tables; one that holds tables of its own stays as it is."""
    if len(content.blocks) != 1 or any(content.tables()):
        return content
    return content_of(content.text())._replace(remarks=content.remarks)


def content_of(text: str) -> Content:
    """The passages and tables of a text."""
    rows = _rows(text) if "\t" in text else _parted_by_commas(text) or _parted_by_bars(text)
    if rows is None:
        return Content((text,))
    blocks: list[str | Table] = []
    number = 0
    for is_table, run in groupby(_with_chapters(rows), key=lambda row: len(row) > _LEAST_TABS):
        cells = list(run)
        if is_table and len(cells) > 1:
            number += 1
            table = tuple(tuple(tidy(cell) for cell in row) for row in cells)
            merged: tuple[Area, ...] = tuple(
                (at, 0, at, len(row) - 1)
                for at, row in enumerate(table)
                if _CHAPTER.match(fold(row[0])) and not any(row[1:])
            )
            blocks.append(Table(texts.TABLE_NAME.format(number=number), table, merged))
        else:
            blocks.append("\n".join("\t".join(row) for row in cells))
    return Content(joined(blocks))


def _with_chapters(rows: list[list[str]]) -> list[list[str]]:
    """The rows, headings of chapters on lines of their own between rows of one width made as wide as these."""
    found: list[list[str]] = []
    waiting: list[list[str]] = []  # headings below a row, as yet without one below them
    for row in rows:
        if found and len(row) == 1 and _CHAPTER.fullmatch(fold(row[0].strip())):
            waiting.append(row)
            continue
        width = len(row) if found and len(row) == len(found[-1]) > _LEAST_TABS else 1
        found += [chapter + [""] * (width - 1) for chapter in waiting]
        waiting = []
        found.append(row)
    return found + waiting


def _rows(text: str) -> list[list[str]]:
    """The rows as sheets put them on the clipboard: tabs between cells, quotes around cells of several lines."""
    if '\t"' in text or '\n"' in text or text.startswith('"'):
        return _parsed(text, "\t")
    return [line.split("\t") for line in text.splitlines()]


def _parted_by_commas(text: str) -> list[list[str]] | None:
    """The rows of a .csv, all of one width; None for prose, whose lines have as many commas as they please."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.count(",") < _LEAST_TABS:
        return None
    rows = [row for row in _parsed(text, ",") if any(row)]
    return rows if len(rows) > 1 and len({len(row) for row in rows}) == 1 else None


def _parted_by_bars(text: str) -> list[list[str]] | None:
    """The lines, those with bars between their fields in cells (修路 ／ 道路科 ／ 5月底); None where they differ."""
    if not _BAR.search(text):
        return None
    rows = [_BAR.split(line.strip(" |｜")) for line in text.splitlines() if not _RULE.fullmatch(line)]
    widths = [len(row) for row in rows if len(row) > 1]
    if len(widths) < 2 or len(set(widths)) > 1 or widths[0] <= _LEAST_TABS:
        return None
    return rows


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    lines = text.replace("\0", "").splitlines(keepends=True)
    try:
        return [row or [""] for row in csv.reader(lines, delimiter=delimiter)]
    except csv.Error:  # a quote that nothing closes makes a cell beyond all measure
        return [line.rstrip("\r\n").split(delimiter) for line in lines]

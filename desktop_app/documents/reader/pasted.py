"""Text whose rows are parted by tabs, commas or bars becomes a table again, from whatever file, or the clipboard."""

import csv
import re
from itertools import pairwise

from desktop_app.documents.folding import fold
from desktop_app.documents.numerals import NUMERAL
from desktop_app.documents.reader.blocks import Content, Table, joined, tidy
from desktop_app.errors import Refused
from desktop_app.texts import formats as texts

_BAR = re.compile(r"[ \t]*[／｜|│丨┃][ \t]*|[ \t]+/[ \t]+")
_RULE = re.compile(r"[\s|｜:+—-]+")
_CHAPTER = re.compile(
    rf"(?:[{NUMERAL}]{{1,3}}、|（[{NUMERAL}]{{1,3}}）|第[{NUMERAL}]{{1,3}}(?:部分|章))[^。；]{{2,60}}"
)
_MOST_HEADINGS = 3  # between two rows: a chapter's, and what a page's end leaves
_LONGEST_HEADING = 60
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
    passage: list[str] = []
    at = number = 0
    while at < len(rows):
        end = _end_of_table(rows, at)
        if _is_table(rows[at:end]):
            number += 1
            blocks += ["\n".join(passage)] if passage else []
            blocks.append(_table(rows[at:end], texts.TABLE_NAME.format(number=number)))
            passage = []
        else:
            passage += ["\t".join(row) for row in rows[at : end or at + 1]]
        at = max(end, at + 1)
    return Content(joined([*blocks, "\n".join(passage)] if passage else blocks))


def _end_of_table(rows: list[list[str]], at: int) -> int:
    """Where the table ends whose first row this is, headings between its rows included; 0 where it is none."""
    end = 0
    while at < len(rows) and _is_row(rows[at]):
        end = at = at + 1
        while at < min(len(rows), end + _MOST_HEADINGS) and _is_heading(rows[at]):
            at += 1
        if at > end and not (at < len(rows) and len(rows[at]) == len(rows[end - 1])):
            break
    return end


def _is_table(rows: list[list[str]]) -> bool:
    """Whether two rows stand one below the other, or under headings of chapters."""
    beside = any(_is_row(row) and _is_row(below) for row, below in pairwise(rows))
    return beside or any(len(row) == 1 and _CHAPTER.fullmatch(fold(row[0].strip())) for row in rows)


def _is_row(row: list[str]) -> bool:
    return len(row) > _LEAST_TABS


def _is_heading(row: list[str]) -> bool:
    """Whether a line between rows may be a heading across the table, or only empty."""
    words = "".join(row).strip()
    return len(row) == 1 and len(words) <= _LONGEST_HEADING and "。" not in words


def _table(rows: list[list[str]], name: str) -> Table:
    """The table of these rows, a heading as a cell over all columns."""
    width = max(map(len, rows))
    cells = tuple(tuple(tidy(cell) for cell in row) for row in rows if any(row))
    across = [
        (at, 0, at, width - 1)
        for at, row in enumerate(cells)
        if not any(row[1:]) and (len(row) == 1 or _CHAPTER.match(fold(row[0])))
    ]
    return Table(name, cells, tuple(across))


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

"""What a page's end leaves in a table (its title once more, 续表, a number), and tables that go on behind it."""

import re
from collections.abc import Collection, Iterable

from desktop_app.documents.folding import fold
from desktop_app.documents.lines import is_title
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.reader.blocks import Area, Content, Table
from desktop_app.documents.table_header import find_header
from desktop_app.documents.table_words import role_of

_TURN = re.compile(
    r"（?(?:续(?:上|前)?表|(?:接|续)(?:上|前)[页表]|[见接转]下[页表])[\d一二三四五六七八九十]{0,3}）?|"
    r"[-—–－~]+ *\d{1,3} *[-—–－~]+|第 *\d{1,3} *页(?:[，/ ]*共 *\d{1,3} *页)?"
)
_PART = re.compile(r"（(?:续|续?表?[\d一二三四五六七八九十]{1,3})）$|续表?$")
_HEADINGS = frozenset({"part", "topic", "chinese", "chinese_bracket"})
_LONGEST_HEADING = 40


def titles_in(lines: Iterable[str]) -> frozenset[str]:
    """The titles among lines, as they may come again on a further page."""
    return frozenset(_bare(text) for line in lines if is_title(text := fold(line)))


def turns_page(line: str, titles: Collection[str]) -> bool:
    """Whether a line in a table only tells that a page ended: one of its `titles` again (…分解表（续）), or 续表."""
    text = fold(line).strip()
    return bool(_TURN.fullmatch(text)) or _bare(text) in titles


def _bare(title: str) -> str:
    return _PART.sub("", re.sub(r"\s", "", title))


def with_whole_tables(content: Content) -> Content:
    """The content with tables in one piece that pages' ends or headings part, the lines between as rows across.

    A further piece has as many columns and the first one's header, or none. Sheets of a book are never joined.
    """
    if all(isinstance(block, Table) for block in content.blocks):
        return content
    blocks: list[str | Table] = []
    titles: frozenset[str] = frozenset()
    for block in content.blocks:
        if isinstance(block, str):
            titles |= titles_in(block.split("\n"))
        elif whole := _whole(blocks, block, titles):
            blocks[-len(whole[0]) :] = [whole[1]]
            continue
        blocks.append(block)
    return content._replace(blocks=tuple(blocks))


def _whole(blocks: list[str | Table], below: Table, titles: Collection[str]) -> tuple[list[str | Table], Table] | None:
    """The last of `blocks` and the one table that they make with the table below them; None where it is another."""
    between = blocks[-1].split("\n") if blocks and isinstance(blocks[-1], str) else []
    taken = blocks[-2:] if between else blocks[-1:]
    above = taken[0] if taken else None
    if not isinstance(above, Table) or above.hidden or below.hidden or _width(above) != _width(below):
        return None
    lines = [line for line in between if line.strip()]
    turned = [turns_page(line, titles) for line in lines]
    headed = all(turn or _is_heading(line) for turn, line in zip(turned, lines, strict=True))
    goes_on = (lines and all(turned)) or (headed and not _has_header(below))
    if not goes_on or find_header(above) is None:
        return None
    return taken, _joined(above, lines, below)


def _width(table: Table) -> int:
    return max((len(row) for row in table.rows), default=0)


def _has_header(table: Table) -> bool:
    """Whether one of the first cells is a column's name."""
    return any(role_of(fold(cell)) for row in table.rows[:2] for cell in row if cell)


def _is_heading(line: str) -> bool:
    mark = mark_at(text := fold(line), 0, len(text), text)
    return mark is not None and mark.kind in _HEADINGS and len(text) <= _LONGEST_HEADING


def _joined(above: Table, lines: list[str], below: Table) -> Table:
    width, first = _width(above), len(above.rows)
    shift = first + len(lines)
    across: list[Area] = [(row, 0, row, width - 1) for row in range(first, shift)]
    moved = [(top + shift, left, bottom + shift, right) for top, left, bottom, right in below.merged]
    rows = (*above.rows, *((line.strip(), *[""] * (width - 1)) for line in lines), *below.rows)
    return above._replace(rows=rows, merged=(*above.merged, *across, *moved))

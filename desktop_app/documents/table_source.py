"""A document with tables as one text, a row a line, and the way back from its passages to the cells."""

from typing import NamedTuple

from desktop_app.documents.extraction import CellPlace, Span
from desktop_app.documents.folding import fold
from desktop_app.documents.reader.blocks import Content, Table, joined
from desktop_app.documents.reader.clean import clean
from desktop_app.documents.table_grid import Place
from desktop_app.documents.table_header import Header, find_header
from desktop_app.documents.table_lists import is_sure, labels_of_list
from desktop_app.documents.table_pages import with_whole_tables
from desktop_app.documents.table_split import split_tables

_PLAINLY = 3  # columns that no table of tasks has
_MOST_NAMED = 4  # columns, in a remark on their table


class Placed(NamedTuple):
    """A table in the text: where each of its cells stands, and where the text of the table begins and ends."""

    table: Table
    header: Header
    spans: dict[Place, Span]
    span: Span


class TableText(NamedTuple):
    """The joined text, its shadow for the rules, the tables of tasks in it, all their cells in order,
    and the names of the columns of each table beside them that lists something else."""

    source: str
    shadow: str
    tables: tuple[Placed, ...]
    cells: tuple[CellPlace, ...]
    furniture: str
    lists: tuple[str, ...] = ()


def table_text(content: Content) -> TableText:
    """The text of `content`; tables that are no tables of tasks become lines like any other passage."""
    parts: list[str] = []
    tables: list[Placed] = []
    cells: list[CellPlace] = []
    dropped: list[str] = []
    at = 0
    for block, header in _with_headers(content):
        if isinstance(block, Table):
            text, spans = _rows(block, at)
            cells += [CellPlace(span, block.name, cell_name(*place)) for place, span in spans.items()]
            if header:
                tables.append(Placed(block, header, spans, (at, at + len(text))))
        else:
            document = clean(block)
            text = document.text
            dropped.append(document.dropped())
        if text:
            parts.append(text)
            at += len(text) + 1
    source = "\n".join(parts)
    kept, lists = _without_lists(tables, alone=all(isinstance(block, Table) for block in content.blocks))
    return TableText(source, fold(source), tuple(kept), tuple(cells), "\n".join(dropped), tuple(lists))


def passages_and_tables(content: Content) -> Content:
    """The content of a paper whose prose is read, without the tables in it that plainly list something else."""

    def is_list(block: str | Table) -> bool:
        header = find_header(block) if isinstance(block, Table) else None
        return header is not None and bool(labels_of_list(block, header, _PLAINLY))  # type: ignore[arg-type]

    if all(isinstance(block, Table) for block in content.blocks):
        return content
    return content._replace(blocks=tuple(block for block in content.blocks if not is_list(block)))


def _without_lists(tables: list[Placed], alone: bool) -> tuple[list[Placed], list[str]]:
    """The tables of tasks, and how each other one is headed; where none is surely of tasks, only plain lists beside
    passages are others. Sheets `alone` are read as they are then."""
    sure = any(is_sure(placed.header) and not labels_of_list(placed.table, placed.header) for placed in tables)
    if alone and not sure:
        return tables, []
    headed = [labels_of_list(placed.table, placed.header, 1 if sure else _PLAINLY) for placed in tables]
    kept = [placed for placed, labels in zip(tables, headed, strict=True) if not labels]
    return kept, ["、".join(labels[:_MOST_NAMED]) for labels in headed if labels]


def _with_headers(content: Content) -> list[tuple[str | Table, Header | None]]:
    """The blocks with the headers of tables; among passages, a table without one is a passage too."""
    parts = [part for block in with_whole_tables(content).blocks for part in _parts(block)]
    content = content._replace(blocks=tuple(parts))
    headers = {id(table): header for table in content.tables() if not table.hidden and (header := find_header(table))}
    if all(isinstance(block, Table) for block in content.blocks):
        return [(block, headers.get(id(block))) for block in content.blocks]
    blocks = [block if isinstance(block, str) or id(block) in headers else block.text() for block in content.blocks]
    return [(block, headers.get(id(block))) for block in joined(blocks)]


def _parts(block: str | Table) -> list[str | Table]:
    return [block] if isinstance(block, str) or block.hidden else [*split_tables(block)]


def _rows(table: Table, at: int) -> tuple[str, dict[Place, Span]]:
    lines: list[str] = []
    spans: dict[Place, Span] = {}
    for row, cells in enumerate(table.rows):
        filled = [(column, text) for column, text in enumerate(cells) if text]
        for column, text in filled:
            spans[row, column] = (at, at + len(text))
            at += len(text) + 1
        if filled:
            lines.append("\t".join(text for _, text in filled))
    return "\n".join(lines), spans


def cell_name(row: int, column: int) -> str:
    """A1 for the cell in the first row and column."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"

"""The rows of a Word 97 table as a table of texts."""

from desktop_app.documents.reader.blocks import Table, tidy
from desktop_app.office.word97_tables import Row, laid_out


def table_of(rows: list[Row], name: str) -> Table:
    """The table of these rows."""
    found = laid_out(rows, tidy)
    if found is None:
        return Table(name, tuple(tuple(tidy(text) for text in row.texts) for row in rows))
    values, areas = found
    return Table(name, tuple(map(tuple, values)), tuple((*first, *last) for first, last in areas))

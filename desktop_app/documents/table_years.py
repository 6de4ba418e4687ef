"""The year of a table: of its own title, else the one that most cells name."""

import re
from collections import Counter

from desktop_app.documents.lines import is_title, lines_of
from desktop_app.documents.table_source import Placed, TableText

_ABOVE = 120  # characters in which the title of a table stands
_LINES = 3
_YEAR = re.compile(r"(?<!\d)20[2-4]\d(?=年度?(?!—))")
_SPAN = re.compile(r"20\d\d年?[—~至-]{1,2}20\d\d")
_IN_CELLS = re.compile(r"(?<!\d)20[2-4]\d(?=[年./-])")


def year_of_title(text: TableText, placed: Placed) -> int | None:
    """The one year in the title right above a table, or in its first cells; None where that names none or several."""
    start = placed.span[0]
    above = lines_of(text.source, max(0, start - _ABOVE), start)[-_LINES:]
    cells = [span for place, span in placed.spans.items() if place[0] < placed.header.first]
    for span in reversed([*above, *cells]):
        words = text.shadow[slice(*span)]
        years = {*_YEAR.findall(words)}
        if is_title(words) and len(years) == 1 and not _SPAN.search(words):
            return int(years.pop())
    return None


def year_of_tables(text: TableText) -> int | None:
    """The year that the titles of all the tables agree on, else the year that most cells name."""
    told = {year for placed in text.tables if (year := year_of_title(text, placed))}
    if len(told) == 1:
        return told.pop()
    years = Counter(_IN_CELLS.findall(text.shadow))
    return int(years.most_common(1)[0][0]) if years else None

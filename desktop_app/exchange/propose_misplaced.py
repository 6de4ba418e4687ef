"""Words in a cell that is not theirs: several tasks' progress in one row, or progress in the column of problems."""

from desktop_app.exchange.propose_match import Matched
from desktop_app.exchange.read_values import folded
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts

_SHORTEST = 4  # characters of a title that words can name
_SEVERAL = 2


def with_misplaced(matched: list[Matched]) -> list[Matched]:
    """The rows, in doubt where their words seem to be of other rows or of another column."""
    filled = [one for one in matched if any(row.cells for row in one.returned)]
    blank = {folded(one.row.title): one.row.title for one in matched if one not in filled} if filled != matched else {}
    if blank:
        matched = [_gathered(one, blank) for one in matched]
    if len(filled) >= _SEVERAL and all(map(_has_problems_alone, filled)):
        matched = [_doubted(one, "problems", astray.WORDS_AS_PROBLEMS) for one in matched]
    return matched


def _gathered(one: Matched, blank: dict[str, str]) -> Matched:
    """The row with its words in doubt where they report on tasks whose own rows are blank."""
    words = folded("\n".join(str(row.cells["text"].typed.raw) for row in one.returned if "text" in row.cells))
    named = [title for title in blank if len(title) >= _SHORTEST and title in words]
    if len(named) < _SEVERAL and not any(f"{title}{sign}" in words for title in named for sign in ":,"):
        return one
    said = texts.AND.join(blank[title] for title in named[:_SEVERAL])
    return _doubted(one, "text", astray.GATHERED.replace("{tasks}", said))


def _has_problems_alone(one: Matched) -> bool:
    """Whether the row has words about problems, and the cell for progress is there but blank."""
    return all("problems" in row.cells and "text" in row.columns and "text" not in row.cells for row in one.returned)


def _doubted(one: Matched, field: str, sentence: str) -> Matched:
    returned = tuple(
        row._replace(cells={**row.cells, field: cell._replace(unsure=cell.unsure or sentence)})
        if (cell := row.cells.get(field))
        else row
        for row in one.returned
    )
    return one._replace(returned=returned)

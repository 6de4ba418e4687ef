"""Words that say themselves of which column, or of which row, they are: in the cells beside the progress."""

from collections.abc import Iterator

from desktop_app.exchange.propose_match import Matched, doubted
from desktop_app.exchange.propose_slid import names, typed_words
from desktop_app.exchange.read_claims import MATERIALS, TO_COME
from desktop_app.exchange.read_meanings import header_before
from desktop_app.exchange.sheet_layout import EVERY_COLUMN
from desktop_app.texts import astray

_WORDED = ("text", "problems", "next_steps", "evidence")
_BESIDE = ("problems", "next_steps", "evidence")
_HEADERS = {column.field: column.header for column in EVERY_COLUMN}
_SHORTEST = 4  # characters of a title that words can name
_SEVERAL = 2


def with_other_columns(matched: list[Matched], said: list[str]) -> list[Matched]:
    """The rows, in doubt where a cell for words says that it is another column's, or another row's.

    `said` has their progress.
    """
    matched = _by_themselves(matched, "text", said)
    filled = set[str]().union(*(row.cells for one in matched for row in one.returned))
    for field in _BESIDE:
        words = [typed_words(one, field) for one in matched] if field in filled else []
        if any(words):
            matched = _of_other_rows(_by_themselves(matched, field, words), field, words)
    return _with_materials(matched) if "next_steps" in filled else matched


def _by_themselves(matched: list[Matched], field: str, said: list[str]) -> list[Matched]:
    """The rows, where a cell begins with another column's header, or a problem with what is still to come."""
    others = [header_before(words) if words else None for words in said]
    if field == "problems":
        others = [other or (TO_COME.match(words) and "next_steps") for other, words in zip(others, said, strict=True)]
    return [
        doubted(one, field, astray.OF_OTHER_COLUMN.replace("{header}", _HEADERS[other]))
        if other in _WORDED and other != field
        else one
        for one, other in zip(matched, others, strict=True)
    ]


def _of_other_rows(matched: list[Matched], field: str, said: list[str]) -> list[Matched]:
    """The rows, where several name another row's task in this column, more than name their own."""
    titles = [one.row.title for one in matched if len(one.row.title) >= _SHORTEST]
    column = "\n".join(said)
    named = [title for title in titles if title in column]
    if len(named) < _SEVERAL:
        return matched
    strays = dict(_strays(matched, said, named))
    at_home = sum(one.row.title in words for one, words in zip(matched, said, strict=True))
    if len(strays) < _SEVERAL or len(strays) <= at_home:
        return matched
    return [
        doubted(one, field, astray.NAMES_OTHER_ROW.replace("{task}", strays[place])) if place in strays else one
        for place, one in enumerate(matched)
    ]


def _strays(matched: list[Matched], said: list[str], titles: list[str]) -> Iterator[tuple[int, str]]:
    """The place of each row whose words name another task and share nothing with its own title."""
    for place, (one, words) in enumerate(zip(matched, said, strict=True)):
        other = next((title for title in titles if title in words), None)
        if other and not names(words.replace(other, ""), one.row.title) and one.row.title not in words:
            yield place, other


def _with_materials(matched: list[Matched]) -> list[Matched]:
    """The rows, where several have nothing but evidence as next steps and none as evidence: a column too far left."""
    slid = [one for one in matched if _is_slid(one)]
    if len(slid) < _SEVERAL:
        return matched
    doubt = astray.OF_OTHER_COLUMN.replace("{header}", _HEADERS["evidence"])
    before = astray.OF_OTHER_COLUMN.replace("{header}", _HEADERS["next_steps"])
    return [doubted(doubted(one, "next_steps", doubt), "problems", before) if one in slid else one for one in matched]


def _is_slid(one: Matched) -> bool:
    return (
        all("evidence" in row.columns and "evidence" not in row.cells for row in one.returned)
        and MATERIALS.fullmatch(typed_words(one, "next_steps").strip()) is not None
    )

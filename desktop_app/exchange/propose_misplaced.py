"""Words in a cell that is not theirs: of other rows' tasks, copied from another row, or in the column of problems."""

import re
from itertools import pairwise

from desktop_app.exchange.propose_match import Matched, doubted
from desktop_app.exchange.propose_slid import pairs_of, progress, typed_words
from desktop_app.exchange.read_claims import DONE, PLANNED, REPORTS, TROUBLE
from desktop_app.exchange.read_forms import ReturnedRow
from desktop_app.exchange.read_values import folded, read_status
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts

_SHORTEST = 4  # characters of a title that words can name
_SEVERAL = 2
_FIGURE = re.compile(r"\d+")
_LAST_FIGURE = re.compile(r"(.*?)(\d{1,9})(\D*)", re.DOTALL)
_SENTENCE = 10  # characters of words that two tasks do not share by chance


def with_misplaced(matched: list[Matched], said: list[str]) -> list[Matched]:
    """The rows, in doubt where their words seem to be of other rows or of another column; `said` has their progress."""
    filled = [one for one in matched if any(row.cells for row in one.returned)]
    own = said
    if len(set(said)) < len(said):
        own = ["" if _is_merged(one) else words for one, words in zip(matched, said, strict=True)]
    wordless = {
        folded(one.row.title): one.row.title
        for one, words in zip(matched, own, strict=True)
        if not words and not all(map(_stays, one.returned))
    }
    if wordless:
        matched = [
            _gathered(one, wordless) if words else _told_as_plan(one) for one, words in zip(matched, own, strict=True)
        ]
    if len(filled) >= _SEVERAL and all(map(_has_problems_alone, filled)):
        return [doubted(one, "problems", astray.WORDS_AS_PROBLEMS) for one in matched]
    return _with_dragged(_with_copied(_with_crossed(matched), said), said)


def _with_crossed(matched: list[Matched]) -> list[Matched]:
    """The rows, where progress stands as problem and problem as progress; all of them where most are so."""
    crossed = [one for one in matched if _is_crossed(one)]
    if not crossed:
        return matched
    straight = sum(_tells(DONE, TROUBLE, progress(one)) for one in matched)
    most = len(crossed) >= _SEVERAL and len(crossed) > straight
    for field in ("text", "problems"):
        matched = [
            doubted(one, field, astray.CROSSED) if most or (one in crossed and progress(one)) else one
            for one in matched
        ]
    return matched


def _is_crossed(one: Matched) -> bool:
    """Whether problems tell of deeds in figures, and progress of nothing, or of nothing but trouble."""
    problems = typed_words(one, "problems")
    if len(problems) < _SHORTEST or not _tells(DONE, TROUBLE, problems):
        return False
    words = progress(one)
    return any(sign.isdecimal() for sign in problems) and (not words or _tells(TROUBLE, DONE, words))


def _tells(signs: re.Pattern[str], others: re.Pattern[str], words: str) -> bool:
    return bool(signs.search(words)) and not others.search(words)


def _with_copied(matched: list[Matched], said: list[str]) -> list[Matched]:
    """The rows, in doubt where one has the very words of another that they name, and they do not name its own."""
    if len(set(said)) == len(said):
        return matched
    named = [pairs_of(words) & pairs_of(one.row.title) for one, words in zip(matched, said, strict=True)]
    owners = {words: one.row.title for one, words, own in zip(matched, said, named, strict=True) if own}
    return [
        doubted(one, "text", astray.COPIED.replace("{task}", owners[words]))
        if len(words) >= _SENTENCE and words in owners and not own
        else one
        for one, words, own in zip(matched, said, named, strict=True)
    ]


def _with_dragged(matched: list[Matched], said: list[str]) -> list[Matched]:
    """The rows, in doubt where a cell was dragged over those below it, which counts its last figure up by one a row.

    Not where the words name the row's own title, or a figure of it: then it is the titles that count up.
    """
    follows = [
        False,
        *(
            one.row.title not in below and _counts_up(above, below, one.row.title)
            for one, (above, below) in zip(matched[1:], pairwise(said), strict=True)
        ),
    ]
    if sum(follows) < _SEVERAL:
        return matched
    return [
        doubted(one, "text", astray.DRAGGED) if here and (before or after) else one
        for one, here, before, after in zip(matched, follows, [False, *follows], [*follows[1:], False], strict=False)
    ]


def _counts_up(above: str, below: str, title: str) -> bool:
    """Whether words are those above with the last figure one higher, and that is no figure of the title."""
    if len(above) < _SENTENCE or above[:_SHORTEST] != below[:_SHORTEST]:
        return False
    one, other = _LAST_FIGURE.fullmatch(above), _LAST_FIGURE.fullmatch(below)
    if one is None or other is None or one.group(1, 3) != other.group(1, 3):
        return False
    return int(other[2]) == int(one[2]) + 1 and other[2] not in _FIGURE.findall(title)


def _is_merged(one: Matched) -> bool:
    """Whether the words of a row are those of a merged cell that begins in another row."""
    return any(row.cells["text"].merged for row in one.returned if "text" in row.cells)


def _stays(row: ReturnedRow) -> bool:
    """Whether a row without words of its own says that nothing changed, or has no column for them."""
    cell = row.cells.get("status")
    return "text" not in row.columns or (cell is not None and read_status(cell.typed).value == texts.SAME_AS_LAST)


def _told_as_plan(one: Matched) -> Matched:
    """The row, in doubt where its plan tells of deeds in figures while the cell for progress is there but blank."""
    plan = typed_words(one, "next_steps")
    if not any(map(str.isdecimal, plan)) or not _tells(DONE, PLANNED, plan):
        return one
    if any("text" not in row.columns or "text" in row.cells for row in one.returned):
        return one
    return doubted(one, "next_steps", astray.OF_OTHER_COLUMN.replace("{header}", texts.TEXT))


def _gathered(one: Matched, wordless: dict[str, str]) -> Matched:
    """The row with its words in doubt where they report on tasks that have none in their own rows."""
    words = folded("\n".join(str(row.cells["text"].typed.raw) for row in one.returned if "text" in row.cells))
    named = [title for title in wordless if len(title) >= _SHORTEST and title in words]
    if len(named) < _SEVERAL and not any(f"{title}{sign}" in words for title in named for sign in REPORTS):
        return one
    said = texts.AND.join(wordless[title] for title in named[:_SEVERAL])
    return doubted(one, "text", astray.GATHERED.replace("{tasks}", said))


def _has_problems_alone(one: Matched) -> bool:
    """Whether the row has words about problems, and the cell for progress is there but blank."""
    return all("text" in row.columns and "text" not in row.cells and _names_problem(row) for row in one.returned)


def _names_problem(row: ReturnedRow) -> bool:
    cell = row.cells.get("problems")
    return cell is not None and any(map(str.isalnum, str(cell.typed.raw)))

"""Which row of a returned file answers which round row: by its mark, as long as what is printed in it agrees.

A unit may sort or paste the columns that it sees and leave the hidden mark where it was; so a mark alone is no proof.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop_app.domain.model import RoundRow
from desktop_app.domain.proposal import Note, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.form_paper import content_of, number_of
from desktop_app.exchange.propose import targets_words
from desktop_app.exchange.propose_near import is_other, names, near
from desktop_app.exchange.propose_owner import Owner, row_marked
from desktop_app.exchange.propose_round import rows_of
from desktop_app.exchange.read_continued import is_astray, lacks_what_fell_out
from desktop_app.exchange.read_forms import ReturnedForm, ReturnedRow
from desktop_app.exchange.read_values import folded
from desktop_app.texts import astray as astray_texts
from desktop_app.texts import exchange as texts

NAMED_AT_MOST = 3
LACKING_AT_MOST = 12  # the tasks that a form lacks are told by name
_SHORTEST = 4  # characters of a title that does not stand in other words by chance
_make = tuple.__new__  # a record of values that are complete, without a call in Python for each of thousands


class Matched(NamedTuple):
    """A round row with the file's rows that answer it (rarely more than one); `doubt`: why it is asked about.

    `targets_now` are the task's targets where they are no longer those that the unit was asked by (law 8).
    """

    row: RoundRow
    returned: tuple[ReturnedRow, ...]
    doubt: str | None = None
    targets_now: str | None = None


class _Found(NamedTuple):
    """The round row that a returned row answers; with a `doubt` it is asked about; `moved`: its mark names another."""

    row: RoundRow | None
    doubt: str | None = None
    moved: bool = False


class Matching(NamedTuple):
    """The round rows that a file answers, those of the unit that it lacks, and what is to be told of either.

    `askew` is the sentence to ask before anything is taken in, where answers may stand beside other tasks' titles.
    """

    matched: list[Matched]
    missing: list[RoundRow]
    notes: list[Note]
    askew: str | None


def doubted(one: Matched, field: str, sentence: str) -> Matched:
    """The row with its cells of a field in doubt, unless they are already."""
    returned = tuple(
        row._replace(cells={**row.cells, field: cell._replace(unsure=cell.unsure or sentence)})
        if (cell := row.cells.get(field))
        else row
        for row in one.returned
    )
    return one._replace(returned=returned)


def match_rows(snapshot: Snapshot, form: ReturnedForm, owner: Owner, ledger: str) -> Matching:
    """Which round rows the file answers."""
    own = rows_of(snapshot, owner.round.key, owner.unit)
    titled: dict[str, int | None] = {}
    for each in own:
        titled[each.title] = None if each.title in titled else each.key
    by_title: dict[str, list[RoundRow]] = {}
    found: dict[int, list[ReturnedRow]] = {}
    doubts: dict[int, str] = {}
    moved: list[RoundRow] = []
    meant: dict[int, str] = {}
    notes = []
    for returned in form.rows:
        marked = row_marked(snapshot, returned, ledger)
        if marked is not None and titled.get(returned.title) == marked.key:
            row, doubt, elsewhere = marked, None, False
        else:
            by_title = by_title or _by_title(own)
            row, doubt, elsewhere = _found(snapshot, returned, marked, by_title)
        if row is not None and row.round == owner.round.key:
            found.setdefault(row.key, []).append(returned)
            moved += [row] if elsewhere and returned.filled() else []
            if doubt and marked is None:
                meant[row.key] = doubt
            elif doubt:
                doubts[row.key] = doubt
        elif returned.filled():
            notes.append(_not_taken(form, returned, row))
    if moved:
        notes.append(Note(Severity.INFO, texts.ROWS_MOVED.format(count=len(moved), tasks=named(moved)), form.name))
    alone = [key for key in meant if len(found[key]) == 1]
    at_once = len(alone) > 1 and 2 * len(alone) > len(found)
    doubts |= {key: doubt for key, doubt in meant.items() if not (at_once and key in alone)}
    matched = [
        _matched(snapshot, snapshot.rows[key], returned, owner, doubts.get(key)) for key, returned in found.items()
    ]
    missing = [row for row in own if row.key not in found and not row.withdrawn]
    askew = texts.ASK_MOVED if moved else _slipped(form, found.values())
    if at_once and askew is None:
        askew = astray_texts.TITLES_NEAR.format(rows=len(alone), tasks=named([snapshot.rows[key] for key in alone]))
    return Matching(matched, missing, notes, askew)


def _by_title(rows: Iterable[RoundRow]) -> dict[str, list[RoundRow]]:
    found: dict[str, list[RoundRow]] = {}
    for row in rows:
        found.setdefault(folded(row.title), []).append(row)
    return found


def _slipped(form: ReturnedForm, found: Iterable[list[ReturnedRow]]) -> str | None:
    """The sentence where answers stand below the tasks and a task above lacks them, as a push by a line leaves it."""
    astray = [row for row in form.rows if is_astray(row)]
    if not astray:
        return None
    blocks = {row.sheet for row in astray if len(row.cells) > 1}
    if any(row.sheet in blocks and not row.filled() for rows in found for row in rows):
        return texts.ASK_SLIPPED
    return astray_texts.COLUMN_PUSHED if any(lacks_what_fell_out(row, form.rows) for row in astray) else None


def named(rows: list[RoundRow], at_most: int = NAMED_AT_MOST) -> str:
    """The first tasks of these rows, for a sentence."""
    tasks = texts.AND.join(row.title for row in rows[:at_most])
    return tasks + (texts.AND_MORE if len(rows) > at_most else "")


def _found(
    snapshot: Snapshot, returned: ReturnedRow, marked: RoundRow | None, by_title: Mapping[str, list[RoundRow]]
) -> _Found:
    if marked is not None and returned.title and by_title.get(folded(returned.title)) == [marked]:
        return _Found(marked)
    titled = _titled(snapshot, returned, by_title)
    if marked is None:
        return _Found(titled[0]) if len(titled) == 1 else _near(returned, by_title)
    by_mark = (row.key for row in titled)
    is_own = any(marked in rows for rows in by_title.values())
    if marked.key in by_mark or (not is_own and folded(marked.title) == folded(returned.title)):
        return _Found(marked)
    by_content = _with_content(snapshot, returned, (row for rows in by_title.values() for row in rows))
    if len(titled) == 1 and by_content in ([], titled):
        return _Found(titled[0], moved=True)
    other = is_other(returned.title, marked.title) or _names_another(returned.title, marked.title, by_title)
    if not titled and by_content == [marked] and not other:
        return _Found(marked)
    sentence = texts.ROW_TITLE_OTHER if returned.title else texts.ROW_TITLE_LOST
    return _Found(marked, sentence.replace("{title}", returned.title))


def _names_another(words: str, title: str, titles: Iterable[str]) -> bool:
    """Whether words hold the title of another of the unit's tasks too: two rows made into one."""
    said, own = folded(words), folded(title)
    return any(len(other) >= _SHORTEST and other in said and other not in own for other in titles)


def _near(returned: ReturnedRow, by_title: Mapping[str, list[RoundRow]]) -> _Found:
    """The row whose title a filled row without a mark can only mean, in doubt."""
    title = near(returned.title, by_title) if returned.filled() else None
    rows = by_title[title] if title and folded(returned.title) not in by_title else []
    if len(rows) != 1:
        return _Found(None)
    return _Found(rows[0], astray_texts.TITLE_NEAR.replace("{title}", returned.title).replace("{task}", rows[0].title))


def _titled(snapshot: Snapshot, returned: ReturnedRow, by_title: Mapping[str, list[RoundRow]]) -> list[RoundRow]:
    """The unit's rows of the printed title; of several, those of the printed number and content."""
    rows = by_title.get(folded(returned.title)) or [
        row for alike in by_title.values() if is_title_of(snapshot, returned.title, alike[0]) for row in alike
    ]
    if not returned.title:
        rows = next((by_title[folded(words)] for words in returned.loose if folded(words) in by_title), [])
    if len(rows) < 2:
        return rows
    number = folded(returned.words_of("no"))
    numbered = [row for row in rows if folded(number_of(snapshot, snapshot.tasks[row.task])) == number]
    return _with_content(snapshot, returned, numbered or rows) or numbered or rows


def is_title_of(snapshot: Snapshot, words: str, row: RoundRow) -> bool:
    """Whether words mean a row by its title, though not sign for sign."""
    return names(words, row.title, lambda: content_of(snapshot, snapshot.tasks[row.task]) + (row.targets or ""))


def _with_content(snapshot: Snapshot, returned: ReturnedRow, rows: Iterable[RoundRow]) -> list[RoundRow]:
    """The rows of the printed content; none where nothing is printed."""
    words = folded(returned.words_of("content"))
    return [row for row in rows if words and folded(content_of(snapshot, snapshot.tasks[row.task])) == words]


def _not_taken(form: ReturnedForm, returned: ReturnedRow, row: RoundRow | None) -> Note:
    title = row.title if row else returned.title
    sentence = texts.ROW_OF_OTHER_ROUND if row else texts.ROW_UNKNOWN if title else texts.ROW_NAMELESS
    place = next((cell.address for cell in returned.cells.values() if str(cell.typed.raw).strip()), None)
    return Note(Severity.REFUSED, sentence.format(task=title), form.name, returned.sheet, place, title or None)


def _matched(
    snapshot: Snapshot, row: RoundRow, returned: list[ReturnedRow], owner: Owner, doubt: str | None
) -> Matched:
    unit = snapshot.unit(row.unit)
    if row.withdrawn:
        doubt = texts.ROW_WITHDRAWN
    elif unit.key != owner.unit:
        doubt = texts.ROW_OF_OTHER.replace("{unit}", unit.name)
        doubt = doubt.replace("{own}", snapshot.units[owner.unit].name)
    targets = targets_words(snapshot, row.task, unit.key)
    return _make(Matched, (row, tuple(returned), doubt, targets if targets != (row.targets or "") else None))

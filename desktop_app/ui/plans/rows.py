"""A comparison of two plans as plain rows of words. No widgets."""

from typing import Any, NamedTuple

from desktop_app.documents.compare import Difference, Entry, Figure
from desktop_app.domain.values import plain_number
from desktop_app.texts import plans as texts
from desktop_app.texts import review
from desktop_app.verbs.compare import Compared

_MOVED = {"no", "section"}


class Row(NamedTuple):
    """One line: what became of a task, the task on each side (its place, None where it is not there), the changes."""

    result: str
    a: int | None
    b: int | None
    words_a: str
    words_b: str
    changes: str


def rows_of(compared: Compared) -> list[Row]:
    """The lines in the order of the newer plan; a task that is gone stands behind the one before it."""
    a, b, found = compared
    said: list[tuple[tuple[int, int], Row]] = []
    followers: dict[int, int] = {}
    for pair in found.pairs:
        followers[pair.a] = pair.b
        told = [change for change in pair.changes if change.field not in _MOVED and not _only_years(change)]
        result = texts.CHANGED if told else texts.SAME
        words = review.SEMICOLON.join(words_of(change) for change in told)
        row = Row(result, pair.a, pair.b, title(a.entries[pair.a]), title(b.entries[pair.b]), words)
        said.append(((pair.b, 0), row))
    for place in found.new:
        said.append(((place, 0), Row(texts.NEW, None, place, "", title(b.entries[place]), "")))
    for place in found.gone:
        before = max((old for old in followers if old < place), default=None)
        at = followers[before] if before is not None else -1
        said.append(((at, 1 + place), Row(texts.GONE, place, None, title(a.entries[place]), "", "")))
    return [row for _, row in sorted(said, key=lambda pair: pair[0])]


def title(entry: Entry) -> str:
    """A task by its number and title."""
    return texts.TASK.format(no=entry.no, title=entry.title).strip()


def words_of(change: Difference) -> str:
    """What a field said and says; long text is not repeated, the detail shows it."""
    field = texts.FIELDS[change.field]
    if change.field == "text":
        return field
    a, b = change.a, change.b
    if isinstance(a, tuple) and isinstance(b, tuple):
        a, b = tuple(one for one in a if one not in b), tuple(one for one in b if one not in a)
    return texts.DIFFERENCE.format(field=field, a=_value(a), b=_value(b))


def _only_years(change: Difference) -> bool:
    """Whether deadlines moved by whole years only: from one year's plan to the next that is no news."""
    if change.field != "deadlines":
        return False
    return [day[4:] for day in change.a] == [day[4:] for day in change.b]


def detail(entry: Entry) -> str:
    """All that a plan says of a task."""
    said = [title(entry), entry.text]
    for field in ("lead_units", "co_units", "leader", "targets", "deadlines"):
        value = getattr(entry, field)
        if value:
            said.append(texts.SAID.format(field=texts.FIELDS[field], value=_value(value)))
    return "\n".join(filter(None, said))


def _value(value: Any) -> str:
    if isinstance(value, Figure):
        number = plain_number(value.value) if value.value is not None else ""
        return f"{value.item or ''}{review.COMPARATORS.get(value.comparator, '')}{number}{value.unit or ''}"
    if isinstance(value, tuple):
        return texts.LIST.join(_value(one) for one in value) or texts.NOTHING
    return str(value) if value else texts.NOTHING

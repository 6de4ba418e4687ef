"""Answers that slid: a row by a column, or the block of answers to other tasks; no mark tells of either."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from itertools import pairwise

from desktop_app.domain.model import RoundRow
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.form_paper import content_of
from desktop_app.exchange.propose_match import Matched, named
from desktop_app.exchange.propose_said import FULL, Said
from desktop_app.exchange.read_claims import COMMON
from desktop_app.exchange.read_values import folded, read_percent
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts

_WORDED = ("text", "problems", "next_steps", "evidence")
_PAIR = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
_NAMED = 2  # what a pair of one title weighs
_SURELY = 4  # two of them
_SEVERAL = 3  # tasks
_CLEARLY = 3  # pairs of signs that only one task has
_TWICE = 2
_SENTENCE = 8  # characters; longer is no choice, figure or day
_LONGEST_FIGURE = 12  # of what somebody writes for a figure or a day
_CHOICES = (texts.PROGRESS, texts.SAME_AS_LAST, texts.FINISHED)


def slid(said: Mapping[str, Said]) -> bool:
    """Whether choice or words, and one more cell of a row, hold what only another column can hold.

    Words that are but a number tell by themselves, as does a sentence in a cell for a number where the words are blank.
    """
    if not any(one.doubt for one in said.values()):
        return False
    strange = [field for field, one in said.items() if _is_strange(field, one)]
    if "text" in strange and _is_number(said["text"].raw):
        return True
    if "text" not in said and any(_is_sentence(field, one) for field, one in said.items()):
        return True
    return len(strange) >= _TWICE and bool({"status", "text"}.intersection(strange))


def _is_strange(field: str, one: Said) -> bool:
    if not one.doubt:
        return False
    raw = one.raw.strip()
    if field == "text":
        return raw in _CHOICES or _is_number(raw)
    if field == "status":
        return one.value is None
    wordy = len(raw) > _LONGEST_FIGURE or not any(sign.isdecimal() for sign in raw)
    return field not in _WORDED and one.value is None and wordy


def _is_sentence(field: str, one: Said) -> bool:
    return bool(one.doubt) and one.value is None and field not in _WORDED and len(one.raw.strip()) > _SENTENCE


def _is_number(raw: str) -> bool:
    try:
        float(raw)
    except ValueError:
        return False
    return True


def with_strays(snapshot: Snapshot, matched: list[Matched], said: list[str]) -> tuple[list[Matched], str | None]:
    """The rows, in doubt where some have each other's words; and the sentence where those of most seem out of place.

    `said` has their progress. Only rows whose words share no telling pair of signs with their own title are looked at:
    seldom any.
    """
    away = [place for place, words in enumerate(said) if words and not names(words, matched[place].row.title)]
    meant = _meant(snapshot, matched, said, away) if away else {}
    if len(meant) < len(away):
        matched = _with_foreign(snapshot, matched, said, [place for place in away if place not in meant])
    if not meant:
        return matched, None
    strays = meant.keys() | {place for place, words in enumerate(said) if not words}
    pairs = [
        (place, other)
        for place, (weight, others) in meant.items()
        for other in others
        if (other in meant and place in meant[other][1]) or (weight >= _SURELY and len(others) == 1 and other in strays)
    ]
    pairs += [pair for place in meant for pair in _onward(place, meant, strays)]
    exchanged = {place for pair in pairs for place in pair if place in meant}
    at_home = sum(map(bool, said)) - len(meant)
    owners = {others[0] for _, others in meant.values()}
    if (len(owners) >= _SEVERAL and len(owners) > at_home) or (pairs and len(exchanged) > at_home):
        return matched, astray.ANSWERS_ASKEW.format(tasks=named([matched[place].row for place in sorted(meant)]))
    other_of = {other: place for place, other in pairs} | dict(pairs)
    rows = list(matched)
    for place, other in other_of.items():
        sentence = astray.OF_OTHER_ROW if other in meant and place in meant[other][1] else astray.OF_ROW_BESIDE
        sentence = sentence.replace("{task}", matched[other].row.title)
        rows[place] = rows[place]._replace(doubt=rows[place].doubt or sentence)
    return rows, None


def _with_foreign(snapshot: Snapshot, matched: list[Matched], said: list[str], away: list[int]) -> list[Matched]:
    """The rows, in doubt where words that say nothing of their own task name one that the form does not have."""
    rows = list(matched)
    for place in away:
        row, words = rows[place].row, pairs_of(said[place])
        if words & ((about(snapshot, row) - COMMON) | pairs_of(row.last_text or "")):
            continue
        title = _title_meant(words, snapshot.once(_titles_told))
        if title and all(one.row.title != title for one in matched):
            doubt = rows[place].doubt or astray.OF_FOREIGN.replace("{task}", title)
            rows[place] = rows[place]._replace(doubt=doubt)
    return rows


def _title_meant(words: set[str], told: Mapping[str, str]) -> str:
    """The title that most of these pairs of signs, and at least two of them, tell; '' for none."""
    named = Counter(told[pair] for pair in words if told.get(pair)).most_common(2)
    clear = bool(named) and named[0][1] >= _TWICE and (len(named) == 1 or named[0][1] > named[1][1])
    return named[0][0] if clear else ""


def _titles_told(snapshot: Snapshot) -> dict[str, str]:
    """By each telling pair of signs, the only title of a task in the ledger that has it; '' where several have."""
    told: dict[str, str] = {}
    for title in {task.title for task in snapshot.tasks.values()}:
        for pair in pairs_of(title) - COMMON:
            told[pair] = "" if pair in told else title
    return told


def _meant(
    snapshot: Snapshot, matched: list[Matched], said: list[str], away: list[int]
) -> dict[int, tuple[int, list[int]]]:
    """By the place of each row that says nothing of its own task: how clearly it names others, and their places.

    A pair of signs tells where only one title has it, half as much where only one task's content does.
    """
    titles = [pairs_of(one.row.title) for one in matched]
    tasks = [about(snapshot, one.row) for one in matched]
    named_once, told_once = _only_once(titles), _only_once(tasks)
    before = _only_once([pairs_of(one.row.last_text or "") for one in matched])
    meant: dict[int, tuple[int, list[int]]] = {}
    for place in away:
        words = pairs_of(said[place])
        if words & ((tasks[place] - COMMON) | before[place]):
            continue
        weights = [
            len(words & title) + len(words & (title | told)) for title, told in zip(named_once, told_once, strict=True)
        ]
        best = max(weights)
        if best >= _NAMED:
            meant[place] = best, [other for other, weight in enumerate(weights) if weight == best]
    return meant


def _onward(place: int, meant: Mapping[int, tuple[int, list[int]]], strays: Set[int]) -> list[tuple[int, int]]:
    """The pairs of rows that moved: each names but the next one, the last of them a blank one or again the first."""
    way = [place]
    while way[-1] in meant and len(meant[way[-1]][1]) == 1 and meant[way[-1]][1][0] not in way[1:]:
        way.append(meant[way[-1]][1][0])
    ends = way[-1] == place or way[-1] in strays - meant.keys()
    return list(pairwise(way)) if len(way) > _TWICE and ends else []


def _only_once(each: list[set[str]]) -> list[set[str]]:
    """The pairs that only one of these has and that tell something."""
    counts = Counter(pair for pairs in each for pair in pairs)
    return [{pair for pair in pairs if counts[pair] == 1 and pair not in COMMON} for pairs in each]


def names(words: str, title: str) -> bool:
    """Whether words share a telling pair of signs with a title; told without taking them apart."""
    for place in range(len(title) - 1):
        pair = title[place : place + 2]
        if pair in words and pair not in COMMON and not pair.isdecimal():
            return True
    return False


def progress(one: Matched) -> str:
    """The words about progress that were typed into a row."""
    return typed_words(one, "text")


def typed_words(one: Matched, field: str) -> str:
    """The words that were typed into a row's cell, or cells, for a field."""
    words = ""
    for row in one.returned:
        cell = row.cells.get(field)
        if cell is not None and isinstance(cell.typed.raw, str):
            words = f"{words}\n{cell.typed.raw}" if words else cell.typed.raw
    return words


def askew(snapshot: Snapshot, matched: list[Matched]) -> str | None:
    """The sentence where more rows clearly speak of another task than of their own, though they name theirs too.

    For forms with figures that do not go together: titles share words.
    """
    tasks = _only_once([about(snapshot, one.row) for one in matched])
    strays: list[RoundRow] = []
    at_home = 0
    for place, one in enumerate(matched):
        words = pairs_of(progress(one))
        likeness = [len(words & task) for task in tasks]
        own, best = likeness[place], max(likeness)
        if best >= _CLEARLY and best > _TWICE * own:
            strays.append(one.row)
        elif own and own == best:
            at_home += 1
    if len(strays) < _TWICE or len(strays) <= at_home:
        return None
    return astray.ANSWERS_ASKEW.format(tasks=named(strays))


def end_elsewhere(matched: list[Matched]) -> str | None:
    """The sentence to ask where a task that had ended falls back while another one ends: the block may be sorted."""
    fallen: list[RoundRow] = []
    ended = False
    for one in matched:
        cells = [row.cells["percent"] for row in one.returned if "percent" in row.cells]
        rate = read_percent(cells[-1].typed).value if cells else None
        if isinstance(rate, float) and one.row.last_percent == FULL > rate:
            fallen.append(one.row)
        ended = ended or (rate == FULL and one.row.last_percent != FULL)
    return astray.ANSWERS_ASKEW.format(tasks=named(fallen)) if fallen and ended else None


def spoken(one: Matched) -> set[str]:
    """The pairs of signs in the words that were typed into a row."""
    return pairs_of("\n".join(_typed(one)))


def about(snapshot: Snapshot, row: RoundRow) -> set[str]:
    """The pairs of signs in what a task is about; not in last time's words: a unit says the same of many tasks."""
    return pairs_of("\n".join((row.title, content_of(snapshot, snapshot.tasks[row.task]), row.targets or "")))


def pairs_of(words: str) -> set[str]:
    """Each two Chinese signs that follow one another in words."""
    return set(_PAIR.findall(folded(words)))


def _typed(one: Matched) -> Iterator[str]:
    for returned in one.returned:
        for field in _WORDED:
            cell = returned.cells.get(field)
            if cell and isinstance(cell.typed.raw, str):
                yield cell.typed.raw

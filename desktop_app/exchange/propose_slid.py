"""Answers that slid: a row by a column, or the block of answers to other tasks; no mark tells of either."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from desktop_app.domain.model import RoundRow
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.form_paper import content_of
from desktop_app.exchange.propose_match import Matched, named
from desktop_app.exchange.propose_said import FULL, Said
from desktop_app.exchange.read_values import folded, read_percent
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts

_WORDED = ("text", "problems", "next_steps", "evidence")
_PAIR = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
_CLEARLY = 3  # pairs of signs that tell one task from the others
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


def askew(snapshot: Snapshot, matched: list[Matched]) -> str | None:
    """The sentence to ask where the words of more rows speak of another row's task than of their own."""
    answers = [spoken(one) for one in matched]
    contexts = [about(snapshot, one.row) for one in matched]
    counts = Counter(pair for context in contexts for pair in context)
    telling = [{pair for pair in context if counts[pair] == 1} for context in contexts]
    strays: list[RoundRow] = []
    at_home = 0
    for place, answer in enumerate(answers):
        likeness = [len(answer & context) for context in telling]
        own, best = likeness[place], max(likeness)
        if best >= _CLEARLY and best >= _TWICE * own + 1:
            strays.append(matched[place].row)
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
    return _pairs("\n".join(_typed(one)))


def about(snapshot: Snapshot, row: RoundRow) -> set[str]:
    """The pairs of signs in what a task is about; not in last time's words: a unit says the same of many tasks."""
    return _pairs("\n".join((row.title, content_of(snapshot, snapshot.tasks[row.task]), row.targets or "")))


def _pairs(words: str) -> set[str]:
    return set(_PAIR.findall(folded(words)))


def _typed(one: Matched) -> Iterator[str]:
    for returned in one.returned:
        for field in _WORDED:
            cell = returned.cells.get(field)
            if cell and isinstance(cell.typed.raw, str):
                yield cell.typed.raw

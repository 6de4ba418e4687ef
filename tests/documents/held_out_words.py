"""What is read where one header word, label or role word is missing from the vocabularies: a word that nobody knows.

`python -m tests.documents.held_out_words` replaces each word in turn by one that no rule holds (甲乙栏, 擎旗单位, 扛起)
and prints the shares of tasks whose title, leads, supporting units and due times are still exactly right.
"""

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import _read_content, extract_text
from desktop_app.documents.reader.blocks import Content, Table
from tests.documents.header_tables import TABLES, Told, content_of
from tests.documents.notations import FORMS, Form, render

UNKNOWN_HEADER, UNKNOWN_LABEL, UNKNOWN_WORD = "甲乙栏", "擎旗", "扛起"
_LABEL = re.compile("[一-鿿]+(?=[：:])|(?<=\n)[一-鿿]+(?=\n)|责任单位(?= )|配合单位(?= )")
_BEARER = re.compile("(?:单位|科室|部门|处室|部室)$")
_STEPS = re.compile("按职责分工负责|共同负责|牵头|配合|会同|参与|负责|协助|主办|会办|抓紧落实")
_NOT_TRIED = ("联系人", "电话", "责任领导", "完成时限")


class Score(NamedTuple):
    """Shares of the tasks, from 0 to 1."""

    title: float
    lead: float
    co: float
    due: float


def score_table(table: Table, expected: list[Told]) -> Score:
    """How much of the table is read exactly; a row read that is no task counts against the titles."""
    result = _read_content(Content((table,)))
    tasks = result.tasks if isinstance(result, Extraction) else ()
    found = {task.title: task for task in tasks}
    pairs = [(found[told.title], told) for told in expected if told.title in found]
    return Score(
        len(pairs) / max(len(expected), len(tasks)),
        sum(task.lead_units == told.lead for task, told in pairs) / len(expected),
        sum(task.co_units == told.co for task, told in pairs) / len(expected),
        sum(tuple(str(day.date) for day in task.deadlines if day.date) == told.due for task, told in pairs)
        / len(expected),
    )


def header_scores() -> Iterator[tuple[str, str, Score]]:
    """For each table and each of its header words: both, and what is read without that word."""
    for name, drawn in TABLES.items():
        table, expected = content_of(drawn)
        yield name, "", score_table(table, expected)
        for label in dict.fromkeys(label for row in table.rows[drawn.top : drawn.data] for label in row if label):
            rows = tuple(
                tuple(UNKNOWN_HEADER if cell == label and n < drawn.data else cell for cell in row)
                for n, row in enumerate(table.rows)
            )
            yield name, label, score_table(table._replace(rows=rows), expected)


def word_scores() -> Iterator[tuple[str, str, Score]]:
    """For each notation of who does a task and each word in it: both, and what is read without that word."""
    for form in FORMS:
        for word, note in _without_words(form.note):
            yield form.name, word, _score_form(form, note)


def _without_words(note: str) -> Iterator[tuple[str, str]]:
    labels = [found for found in _LABEL.finditer(note) if found[0] not in _NOT_TRIED]
    for found in labels:
        bearer = _BEARER.search(found[0])
        unknown = UNKNOWN_LABEL + (bearer[0] if bearer else "")
        yield found[0], note[: found.start()] + unknown + note[found.end() :]
    taken = [found.span() for found in labels]
    for found in _STEPS.finditer(note):
        if not any(start <= found.start() < end for start, end in taken):
            yield found[0], note[: found.start()] + UNKNOWN_WORD + note[found.end() :]


def _score_form(form: Form, note: str) -> Score:
    _, expected = render(form)
    result = extract_text(render(form._replace(note=note))[0])
    tasks = result.tasks if isinstance(result, Extraction) else ()
    found = {task.title: task for task in tasks}
    hits = [(found[title], lead, co) for title, lead, co in expected if title in found]
    return Score(
        len(hits) / max(len(expected), len(tasks)),
        sum(set(task.lead_units) == set(lead) for task, lead, _ in hits) / len(expected),
        sum(set(task.co_units) == set(co) for task, _, co in hits) / len(expected),
        1.0,
    )


def mean(scores: list[Score]) -> Score:
    """The mean of each share."""
    return Score(*(sum(values) / len(scores) for values in zip(*scores, strict=True)))


def report() -> list[str]:
    """The figures: a line a word that costs anything, then the means."""
    lines: list[str] = []
    for kind, scores in (("header", list(header_scores())), ("word", list(word_scores()))):
        held_out = [score for _, word, score in scores if word]
        for name, word, score in scores:
            if score != Score(1.0, 1.0, 1.0, 1.0):
                lines.append(f"{kind:8}{name:30}{word:12}" + " ".join(f"{value:6.0%}" for value in score))
        means = " ".join(f"{value:6.1%}" for value in mean(held_out))
        lines.append(f"{kind} words held out ({len(held_out)}): title, lead, co, due {means}")
    return lines


if __name__ == "__main__":
    sys.stdout.write("\n".join(report()) + "\n")

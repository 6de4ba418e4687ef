"""What the general rules do with a notation that no entry knows: one entry out at a time, the same tasks in its form.

`python -m tests.documents.held_out` prints, per form, the share of titles, leads and supporting units that are exactly
right with every entry in place and with its own left out, and the mean over all forms: the figure for unseen notations.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple
from unittest.mock import patch

from desktop_app.documents import folding, numbering, orders, ranges, unit_ends, unit_labels, unit_words
from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text
from tests.documents.notations import FORMS, Form, render


class Score(NamedTuple):
    """Shares of the tasks, from 0 to 1."""

    title: float
    lead: float
    co: float


def score(form: Form) -> Score:
    """How much of the form's plan is read exactly; a task that is not in the plan counts as a wrong title."""
    text, expected = render(form)
    result = extract_text(text)
    tasks = result.tasks if isinstance(result, Extraction) else ()
    found = {task.title: task for task in tasks}
    of = max(len(expected), len(tasks))
    hits = [(found[title], leads, helpers) for title, leads, helpers in expected if title in found]
    return Score(
        len(hits) / of,
        sum(set(task.lead_units) == set(leads) for task, leads, _ in hits) / len(expected),
        sum(set(task.co_units) == set(helpers) for task, _, helpers in hits) / len(expected),
    )


def score_without(form: Form) -> Score:
    """The same with the form's own entry left out of the rules."""
    with without(form.kind, form.entry):
        return score(form)


@contextmanager
def without(kind: str, entry: str) -> Iterator[None]:
    """The rules without one entry, as long as the block runs."""
    with ExitStack() as stack:
        for place, name, value in _changes(kind, entry):
            stack.enter_context(patch.object(place, name, value))
        yield


def _changes(kind: str, entry: str) -> list[tuple[object, str, object]]:
    if kind == "mark":
        kept = {name: pattern for name, pattern in numbering.NOTATIONS.items() if name != entry}
        return [(numbering, "_MARK", numbering.compiled(kept))]
    if kind == "stem":
        stems = {
            role: "|".join(word for word in words.split("|") if not word.startswith(entry))
            for role, words in unit_words.STEMS.items()
        }
        labels = {**unit_words.LABELS, **unit_words.unit_labels(stems)}
        return [(unit_labels, "PATTERNS", unit_labels.compiled(labels))]
    if kind == "step":
        steps = {
            role: tuple(word for word in words if entry not in word.split("(?=")[0].replace(f"(?:{entry})", entry))
            for role, words in unit_words.STEPS.items()
        }
        return [(unit_ends, "STEP", unit_ends.compiled_steps(steps))]
    if kind == "order":
        return [(orders, "IN_PLAN", {name: p for name, p in orders.IN_PLAN.items() if name != entry})]
    if kind == "scope":
        scopes = {name: pattern for name, pattern in ranges.SCOPES.items() if name != entry}
        return [(ranges, "LINE", ranges.compiled(scopes)), (ranges, "ANY", ranges.compiled_any(scopes))]
    if kind == "bracket":
        odd = re.sub(f"[{re.escape(entry)}]", "", folding._UNEVEN.pattern)
        return [(folding, "_UNEVEN", re.compile(odd))]
    return []


def report() -> list[str]:
    """The figures, a line a form, then the means."""
    known = [score(form) for form in FORMS]
    unknown = [score_without(form) for form in FORMS]
    lines = [f"{'form':36} {'title':>6} {'lead':>6} {'co':>6}   without its entry"]
    for form, before, after in zip(FORMS, known, unknown, strict=True):
        shown = " ".join(f"{value:6.0%}" for value in before)
        lines.append(f"{form.name:36} {shown}   {' '.join(f'{value:6.0%}' for value in after)}")
    for label, scores in (("all entries", known), ("held out", unknown)):
        lines.append(f"{label:36} {' '.join(f'{value:6.1%}' for value in mean(scores))}")
    return lines


def mean(scores: list[Score]) -> Score:
    """The mean of each share."""
    return Score(*(sum(values) / len(scores) for values in zip(*scores, strict=True)))


if __name__ == "__main__":
    sys.stdout.write("\n".join(report()) + "\n")

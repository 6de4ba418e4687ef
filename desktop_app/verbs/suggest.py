"""Suggest who might lead each task of a plan, from the ledger's units, duties and past. Nothing is stored."""

from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.documents.advice import leads_for_plan
from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract
from desktop_app.documents.suggest import Suggestion
from desktop_app.errors import Refused
from desktop_app.store.store import Store
from desktop_app.texts import suggest as texts


class Suggested(NamedTuple):
    """A document as it was read, and the suggestions by task number; a task that names its lead has them too."""

    extraction: Extraction
    leads: dict[int, tuple[Suggestion, ...]]


def suggest(store: Store, path: Path) -> Suggested:
    """Read `path` and suggest leads. Refused where it is no plan, or where the ledger has no units yet."""
    extraction = extract(path)
    if isinstance(extraction, Refusal):
        raise Refused(extraction.reason)
    snapshot = store.snapshot()
    if not snapshot.units_in_order():
        raise Refused(texts.NO_UNITS)
    return Suggested(extraction, leads_for_plan(snapshot, extraction))


def to_json(suggested: Suggested) -> dict[str, Any]:
    """The object that `suggest --json` prints."""
    return {
        "tasks": [
            {
                "seq": task.seq,
                "title": task.title,
                "suggestions": [suggestion._asdict() for suggestion in suggested.leads[task.seq]],
            }
            for task in suggested.extraction.tasks
        ]
    }

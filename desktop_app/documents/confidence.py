"""How sure each thing is that was read: as often as its kind was right on plans that no rule was written on.

What a doubt speaks of is as good as half; it is what the clerk is asked about, and nothing else is.
"""

from collections.abc import Sequence

from desktop_app.documents.extraction import Doubt, Span, TaskRead

# shares found right on some sixty documents by other hands, read once and before any rule was mended for them
MEASURED = {"title": 0.99, "lead_units": 0.93, "co_units": 0.98, "target": 0.98, "deadline": 0.98}
DOUBTED = 0.5


def of_field(task: TaskRead, field: str, doubts: Sequence[Doubt]) -> float:
    """Of a task's title, lead_units or co_units."""
    about = {"title": "structure", "lead_units": "unit", "co_units": "unit"}[field]
    whole = (task.seq, None) if about == "unit" else (task.seq,)  # a question about a column is one about each cell
    asked = any(doubt.seq in whole and doubt.what == about for doubt in doubts)
    return DOUBTED if asked else MEASURED[field]


def of_span(kind: str, span: Span, seq: int, doubts: Sequence[Doubt]) -> float:
    """Of a target or a deadline at this place."""
    asked = any(
        doubt.seq == seq and doubt.span is not None and doubt.span[0] < span[1] and span[0] < doubt.span[1]
        for doubt in doubts
        if doubt.what in ("target", "number", "deadline")
    )
    return DOUBTED if asked else MEASURED[kind]

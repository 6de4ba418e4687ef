"""What reading left over: the passages of a text that nothing was made of."""

from collections.abc import Iterable

from desktop_app.documents.extraction import Span
from desktop_app.documents.items import gaps


def rest_of(source: str, used: Iterable[Span]) -> tuple[Span, ...]:
    """The passages of `source` outside `used`, without the blanks at their ends."""
    left: list[Span] = []
    for start, end in gaps(0, len(source), list(used)):
        text = source[start:end]
        if text.strip():
            left.append((start + len(text) - len(text.lstrip()), start + len(text.rstrip())))
    return tuple(left)

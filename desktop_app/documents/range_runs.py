"""Items that lines between them count off (1.… 2.… 这两项由A负责。3.… 该项由B负责。): each is told who does it."""

from itertools import pairwise

from desktop_app.documents.ranges import Range
from desktop_app.documents.sections import Node


def mark_told(nodes: list[Node], ranges: list[Range], end: int) -> None:
    """Note on the nodes below a heading that they name units, where the lines among them count them all; `end` is
    where the last node's part of the text ends."""
    lines = [line for line in ranges if line.scope in ("last", "these", "one")]
    stops = [*(node.start for node in nodes), end]
    for node, after in zip(nodes, stops[1:], strict=True):
        mark_told(node.children, lines, after)
        inside = [line for line in lines if node.start < line.span[0] < after]
        if inside and _counts_all(node.children, inside):
            for child in node.children:
                child.notes = True


def _counts_all(children: list[Node], lines: list[Range]) -> bool:
    """Whether each line counts just the items since the line before, the last one's among them."""
    above = [0, *(sum(child.start < line.span[0] for child in children) for line in lines)]
    said = [1 if line.scope == "one" else max(line.numbers, default=0) for line in lines]
    return above[-1] == len(children) > 0 and [b - a for a, b in pairwise(above)] == said

"""Correcting what was read: words chosen in the source text become a field of the task, with their new span."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.domain.changes import Draft
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.texts import correcting as texts
from desktop_app.ui.ledger import columns as c
from desktop_app.ui.ledger.editing import Edit, Typing

ACTS = tuple(texts.ACTS)
_COLUMNS = {"title": c.TITLE, "lead": c.LEADS, "co": c.COS, "deadline": c.DEADLINE}
_SPANS = {"title": "title", "lead": "unit", "deadline": "deadline"}


class Piece(NamedTuple):
    """A run of source text as it stands in the document: its place there (UTF-16), in the source (code points)."""

    place: int
    source: int
    words: str


def chosen_span(pieces: Sequence[Piece], start: int, end: int) -> tuple[int, int] | None:
    """The span in the source of what is chosen in the document, without marks at its edges; None outside the source."""
    if not pieces or start < pieces[0].place or end > _end(pieces[-1]):
        return None
    first, last = _in_source(pieces, start), _in_source(pieces, end)
    words = "".join(piece.words for piece in pieces)[first - pieces[0].source : last - pieces[0].source]
    left, right = len(words) - len(words.lstrip(texts.EDGES)), len(words) - len(words.rstrip(texts.EDGES))
    return (first + left, last - right) if left + right < len(words) else None


def correction(snapshot: Snapshot, task: int, act: str, span: tuple[int, int], words: str, today: date) -> Edit:
    """The changes that make these words of the source the task's title, unit, time limit or a further target.

    Refused, with how to write it, where they mean none.
    """
    record, draft = snapshot.tasks[task], Draft()
    label = texts.LABEL.format(title=record.title, field=texts.FIELDS[act])
    if act == "target":
        _add_target(draft, snapshot, task, span, words, today)
        return Edit(draft.changes, label)
    if act in _SPANS:
        name = _SPANS[act]
        draft.set("task", record, {f"{name}_start": span[0], f"{name}_end": span[1]})
    typing = Typing(changed(snapshot, draft.changes), today, draft.changes)
    typing.put(task, _COLUMNS[act], words)
    return Edit(typing.changes(), label, tuple(typing.fresh))


def _add_target(draft: Draft, snapshot: Snapshot, task: int, span: tuple[int, int], words: str, today: date) -> None:
    from desktop_app.documents.typed_targets import read_typed

    year = int((snapshot.tasks[task].deadline or today.isoformat())[:4])
    position = max((target.position for target in snapshot.targets_of(task)), default=0) + 1
    read = {**read_typed(words, year)._asdict(), "span_start": span[0], "span_end": span[1], "phrase": words}
    draft.create("target", {"task": task, "position": position, **read})


def _in_source(pieces: Sequence[Piece], place: int) -> int:
    piece = next(one for one in reversed(pieces) if one.place <= place)
    within = piece.words.encode("utf-16-le")[: (place - piece.place) * 2].decode("utf-16-le", "ignore")
    return piece.source + len(within)


def _end(piece: Piece) -> int:
    return piece.place + len(piece.words.encode("utf-16-le")) // 2

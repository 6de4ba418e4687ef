"""Figures for targets that stand in what units wrote: offered with their place, stored at the clerk's word."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.documents.extraction import Span
from desktop_app.documents.progress_text import figures_in
from desktop_app.domain.changes import Draft, Source
from desktop_app.domain.model import Report, RoundRow, Target, Task
from desktop_app.domain.reported import latest_reports
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import encode
from desktop_app.exchange.propose_answers import decline, declined
from desktop_app.store import journal
from desktop_app.store.store import Applied, Store
from desktop_app.texts import offered_figures as texts

_FIELD = "figure of target {}"  # of a decision: which figure was not taken


class Offer(NamedTuple):
    """A figure that a report's words give for a target: its value, and where in the words it stands."""

    task: Task
    target: Target
    row: RoundRow
    report: Report
    value: float
    span: Span


def offers(snapshot: Snapshot, until: str) -> list[Offer]:
    """What the latest reports up to a day (ISO) say of targets whose figure nobody has entered, in the ledger's order.

    A figure that was declined once is not offered again.
    """
    found = []
    for task in snapshot.tasks_in_order():
        for one in (task, *snapshot.actions_of(task.key)):
            targets = [target for target in snapshot.targets_of(one.key) if target.value is not None]
            if targets:
                found += _of_task(snapshot, one, targets, until)
    return found


def _of_task(snapshot: Snapshot, task: Task, targets: list[Target], until: str) -> list[Offer]:
    found = []
    for row, report in latest_reports(snapshot, task.key, until):
        entered = {asked.target for asked in snapshot.having("row_target", "row", row.key) if asked.held is not None}
        for said in figures_in(report.text or "", targets):
            target = targets[said.target]
            if target.key not in entered and not declined(snapshot, row.key, _FIELD.format(target.key), said.value):
                found.append(Offer(task, target, row, report, said.value, said.span))
    return found


def settle(store: Store, taken: Iterable[Offer], left: Iterable[Offer]) -> Applied | None:
    """Hold the taken figures, each with the cell of the words it stands in; remember the others as declined."""
    snapshot, draft = store.snapshot(), Draft()
    taken = list(taken)
    sources = journal.sources_of(store.connection, "report")
    added: dict[int, int] = {}
    for offer in taken:
        source = sources.get((offer.report.key, "text"), Source())
        asked = snapshot.having("row_target", "row", offer.row.key)
        same = next((one for one in asked if one.target == offer.target.key), None)
        if same is not None:
            draft.set("row_target", same, {"held": offer.value}, source)
            continue
        added[offer.row.key] = added.get(offer.row.key, max((one.position for one in asked), default=0)) + 1
        copied = {field: getattr(offer.target, field) for field in ("item", "comparator", "value", "unit")}
        place = {"row": offer.row.key, "target": offer.target.key, "position": added[offer.row.key]}
        draft.create("row_target", {**copied, **place, "held": offer.value}, source)
    for offer in left:
        decline(draft, offer.row.key, _FIELD.format(offer.target.key), offer.value)
    return store.apply(draft.changes, texts.LABEL.format(count=len(taken)))


def words_around(offer: Offer, room: int = 24) -> tuple[str, str, str]:
    """The words before the figure, the figure as written, the words behind it; cut to `room` characters a side."""
    text, (start, end) = offer.report.text or "", offer.span
    before, after = text[:start], text[end:]
    before = before if len(before) <= room else "…" + before[-room:]
    after = after if len(after) <= room else after[:room] + "…"
    return before.replace("\n", " "), text[start:end], after.replace("\n", " ")


def wanted(offer: Offer) -> str:
    """The target's own figure with its unit."""
    return f"{encode(offer.target.value) or ''}{offer.target.unit or ''}"

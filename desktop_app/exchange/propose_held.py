"""What the ledger holds about a round row, gathered once for all checks of its answer."""

from desktop_app.domain.model import Round, RoundRow, Target
from desktop_app.domain.rounds import RowTarget
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.exchange.propose_answers import figures_of
from desktop_app.exchange.propose_checks import Held
from desktop_app.exchange.read_figure import Wanted, worded_scale
from desktop_app.exchange.sheet_layout import USUAL

_ASKED_OF = ("item", "comparator", "value", "unit")


def asked_in(made: Round) -> frozenset[str]:
    """The fields that a round asks for; `figures` stands for those of the targets."""
    return frozenset(USUAL if made.asked is None else made.asked.split(","))


def held_about(snapshot: Snapshot, row: RoundRow, asked: frozenset[str]) -> Held:
    """What an answer to this row is checked against."""
    figures = figures_of(snapshot, row.key) if snapshot.tables["row_target"] else {}
    standing = {field: _standing(snapshot, one) for field, one in figures.items()}
    before, ours = snapshot.answer_of(row.key), snapshot.report_of(row.key)
    return Held(snapshot.tasks[row.task], before, ours, figures, standing, asked)


def wanted_of(snapshot: Snapshot, held: Held) -> dict[str, Wanted]:
    """In which unit and scale each figure of a row is wanted."""
    targets = snapshot.tables["target"]
    return {
        field: Wanted(
            one.unit,
            one.value,
            worded_scale(targets[one.target].phrase if one.target in targets else None),
            one.last if one.accepted is None else one.accepted,
        )
        for field, one in held.figures.items()
    }


def _standing(snapshot: Snapshot, asked: RowTarget) -> str | None:
    """The target's wording now where it is not what was asked; '' where it is gone; None where it is the same."""
    now: Target | None = snapshot.tables["target"].get(asked.target)
    if now is None:
        return ""
    if all(getattr(now, field) == getattr(asked, field) for field in _ASKED_OF):
        return None
    return now.phrase or f"{now.item or ''}{'' if now.value is None else plain_number(now.value)}{now.unit or ''}"

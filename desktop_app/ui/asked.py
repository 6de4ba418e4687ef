"""What the clerk asks to see of the ledger, the same on the ledger page and on the Gantt page."""

from typing import TYPE_CHECKING, NamedTuple

from desktop_app import clock
from desktop_app.domain.filters import Filter, matching

if TYPE_CHECKING:
    from desktop_app.ui.session import Session


class Asked(NamedTuple):
    """A built-in view, the chips on top of it, the grouping ("section", "unit", "" for none), and searched words."""

    view: str = "all"
    wanted: Filter = Filter()
    grouping: str = "section"
    words: tuple[str, ...] = ()


def shown_tasks(session: "Session") -> frozenset[int] | None:
    """The tasks and actions that are asked for; None where nothing is left out."""
    view, wanted, _, words = session.asked
    if (view, wanted, words) == ("all", Filter(), ()):
        return None
    from desktop_app.ui.ledger.views import views

    snapshot, statuses, today = session.snapshot, session.statuses, clock.today()
    keys = frozenset(matching(snapshot, statuses, wanted)) & views(snapshot, statuses, today)[view]
    if words:
        from desktop_app.ui.ledger.folding import found_in
        from desktop_app.ui.ledger.lines import lines_of

        keys &= {line.key for line in lines_of(snapshot, statuses, today) if found_in(words, line.search)}
    return keys

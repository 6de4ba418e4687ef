"""Which rows the clerk wants to see of the ledger, the same on the ledger page and on the Gantt page."""

from typing import TYPE_CHECKING, NamedTuple

from desktop_app import clock
from desktop_app.domain.filters import Filter, matching

if TYPE_CHECKING:
    from desktop_app.ui.session import Session


class Sought(NamedTuple):
    """A built-in view, the chips on top of it, the grouping (a key of texts.ledger.GROUPINGS), and searched words."""

    view: str = "all"
    wanted: Filter = Filter()
    grouping: str = "section"
    words: tuple[str, ...] = ()


def sought_tasks(session: "Session") -> frozenset[int] | None:
    """The tasks and actions that are sought; None where nothing is left out."""
    view, wanted, _, words = session.sought
    if (view, wanted, words) == ("all", Filter(), ()):
        return None
    from desktop_app.ui.ledger.views import views

    snapshot, statuses, today = session.snapshot, session.statuses, clock.today()
    keys = frozenset(matching(snapshot, statuses, wanted)) & views(snapshot, statuses, today)[view]
    if words:
        from desktop_app.ui.ledger.facts import Facts
        from desktop_app.ui.ledger.folding import found_in
        from desktop_app.ui.ledger.lines import search_text

        facts = Facts(snapshot, today, statuses)
        keys = frozenset(key for key in keys if found_in(words, search_text(facts, key)))
    return keys

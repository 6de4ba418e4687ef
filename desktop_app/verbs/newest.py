"""Which file of a unit is the newest: by the time that each says it was saved, never by its name alone (law 4)."""

from collections.abc import Iterable

from desktop_app.exchange.read_files import Arrived
from desktop_app.store.receipts import Receipt

Newest = dict[tuple[int, int], str]
REFUSED = "refused"


def saving_order(file: Arrived) -> tuple[bool, str, str]:
    """What sorts files by their saving; those that do not tell come last, to be asked about."""
    saved = file.form.modified if file.form else None
    return (saved is None, saved or "", file.name)


def meet(newest: Newest, round_key: int, unit: int, saved: str | None) -> None:
    """Note that a file of this round and unit was seen, saved at this time."""
    place = (round_key, unit)
    newest[place] = max(newest.get(place, ""), saved or "")


def newest_of(past: Iterable[Receipt]) -> Newest:
    """When the newest of these files was saved, by round and unit; '' where none of them tells."""
    newest: Newest = {}
    for receipt in past:
        if receipt.outcome != REFUSED and receipt.round and receipt.unit:
            meet(newest, receipt.round, receipt.unit, receipt.modified)
    return newest

"""Two columns of numbers whose contents were exchanged under their headers: rates as figures and figures as rates."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from desktop_app.domain.rounds import RowTarget
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.propose_checks import FLOORS
from desktop_app.exchange.propose_match import Matched
from desktop_app.exchange.propose_said import FULL
from desktop_app.exchange.sheet_layout import EVERY_COLUMN, FIGURES
from desktop_app.texts import astray

_TELL = 2  # rows
_HEADERS = {column.field: column.header for column in EVERY_COLUMN}
_Targets = Mapping[str, RowTarget]


def with_exchanged(snapshot: Snapshot, matched: list[Matched]) -> list[Matched]:
    """The rows, where two columns fit only the other way round in all rows with both cells in doubt."""
    rows = {one.row.key: dict(_targets(snapshot, one)) for one in matched if len(one.returned) == 1}
    asked = [field for field in FIGURES if any(field in targets for targets in rows.values())]
    for one, other in combinations(("percent", *asked), 2):
        places = [place for place, each in enumerate(matched) if _both(each, rows.get(each.row.key), one, other)]
        if len(places) >= _TELL and _are_exchanged([matched[place] for place in places], rows, one, other):
            matched = [_doubted(each, one, other) if n in places else each for n, each in enumerate(matched)]
    return matched


def _targets(snapshot: Snapshot, one: Matched) -> Iterator[tuple[str, RowTarget]]:
    for target in snapshot.having("row_target", "row", one.row.key):
        yield f"figure_{target.position}", target


def _both(one: Matched, targets: _Targets | None, left: str, right: str) -> bool:
    """Whether a row was asked for both and has bare numbers in both cells."""
    if targets is None or not {left, right} - {"percent"} <= targets.keys():
        return False
    cells = one.returned[0].cells
    return all(field in cells and _number(one, field) is not None for field in (left, right))


def _are_exchanged(matched: list[Matched], rows: Mapping[int, _Targets], left: str, right: str) -> bool:
    """Whether some rows do not go with what was last said or with their limits, and all would the other way round."""
    wrong = 0
    for one in matched:
        targets = rows[one.row.key]
        here, there = _number(one, left), _number(one, right)
        if not (_fits(one, targets, left, there) and _fits(one, targets, right, here)):
            return False
        wrong += not (_fits(one, targets, left, here) and _fits(one, targets, right, there))
    return wrong >= _TELL


def _number(one: Matched, field: str) -> float | None:
    typed = one.returned[0].cells[field].typed
    return typed.raw if isinstance(typed.raw, float) and not typed.percent else None


def _fits(one: Matched, targets: _Targets, field: str, number: float | None) -> bool:
    """Whether a number neither falls below the last one nor is beyond the hundred of a rate."""
    target = targets.get(field)
    last = one.row.last_percent if field == "percent" else target.last if target else None
    rate = field == "percent" or (target is not None and target.unit == "%")
    cumulative = target is None or target.comparator in FLOORS
    fell = cumulative and last is not None and number is not None and number < last
    return number is not None and not fell and not (rate and number > FULL)


def _doubted(one: Matched, left: str, right: str) -> Matched:
    """The row with both cells to be asked about."""
    row = one.returned[0]
    said = astray.EXCHANGED.format(one=_HEADERS[left], other=_HEADERS[right])
    cells = {field: cell._replace(unsure=said) if field in (left, right) else cell for field, cell in row.cells.items()}
    return one._replace(returned=(row._replace(cells=cells),))

"""A file that holds several units' forms: two sheets in one workbook, or the towns' rows gathered in one table."""

from collections.abc import Iterator

from desktop_app.domain.proposal import Note, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.propose_owner import unit_named
from desktop_app.exchange.propose_round import rows_of
from desktop_app.exchange.read_forms import Part, ReturnedForm, ReturnedRow
from desktop_app.exchange.sheet_layout import row_of_mark
from desktop_app.texts import astray

_SEVERAL = 2  # rows of another unit that are its form rather than strays


def parts_of(snapshot: Snapshot, form: ReturnedForm) -> list[ReturnedForm]:
    """The form, or one for each unit whose form stands in the file; the file's own unit comes first.

    Whose a row is says its mark, else the sheet; a row that does not say it goes with the one above it. A few rows of
    another unit with marks are no form of it: they stay where they are, to be asked about.
    """
    own = _own_unit(snapshot, form)
    if not form.rows or _is_plainly_one(snapshot, form, own):
        return [form]
    groups: dict[int | None, list[ReturnedRow]] = {}
    for unit, row in _with_units(snapshot, form, own):
        groups.setdefault(unit, []).append(row)
    others = {
        unit: rows
        for unit, rows in groups.items()
        if unit is not None and unit != own and _is_form(snapshot, unit, rows)
    }
    if not others or (own not in groups and len(others) < _SEVERAL and form.mark is None):
        return [form]
    rest = tuple(row for unit, rows in groups.items() if unit not in others for row in rows)
    return [
        *([form._replace(rows=rest)] if any(row.filled() for row in rest) or own in groups else []),
        *(_part(snapshot, form, unit, tuple(rows), own) for unit, rows in others.items()),
    ]


def part_for(snapshot: Snapshot, form: ReturnedForm, unit: int | None) -> ReturnedForm:
    """The part of a file that is a unit's; the file's own, or whole, where none is."""
    parts = parts_of(snapshot, form)
    return next((one for one in parts if one.part and unit_named(snapshot, one.part.unit) == unit), parts[0])


def _is_plainly_one(snapshot: Snapshot, form: ReturnedForm, own: int | None) -> bool:
    """Whether first and last row are one unit's of one sheet, its own, as nearly every form's are."""
    first, last = form.rows[0], form.rows[-1]
    if first.sheet != last.sheet or first.unit != last.unit:
        return False
    units = (_marked_unit(snapshot, first), _marked_unit(snapshot, last))
    if units == (None, None):
        return all(row.unit == first.unit for row in form.rows)
    return units[0] == units[1] and own in (None, units[0])


def _own_unit(snapshot: Snapshot, form: ReturnedForm) -> int | None:
    if form.mark is not None:
        return snapshot.unit(form.mark.unit).key if form.mark.unit in snapshot.units else None
    return unit_named(snapshot, form.unit) if form.unit else None


def _with_units(snapshot: Snapshot, form: ReturnedForm, own: int | None) -> Iterator[tuple[int | None, ReturnedRow]]:
    """Each row with its unit."""
    unit, sheet = own, form.rows[0].sheet
    for row in form.rows:
        unit = unit if row.sheet == sheet else own
        sheet = row.sheet
        said = _marked_unit(snapshot, row)
        if said is None and row.unit:
            said = unit_named(snapshot, row.unit)
        unit = said if said is not None else unit
        yield unit, row


def _marked_unit(snapshot: Snapshot, row: ReturnedRow) -> int | None:
    key = row_of_mark(row.mark) if row.mark else None
    found = snapshot.rows.get(key) if key is not None else None
    return snapshot.unit(found.unit).key if found else None


def _is_form(snapshot: Snapshot, unit: int, rows: list[ReturnedRow]) -> bool:
    """Whether these rows are a unit's form: named as such in the sheet, or by marks at least half of its rows."""
    if not any(row.filled() for row in rows):
        return False
    marked = [found for row in rows if (key := row_of_mark(row.mark)) and (found := snapshot.rows.get(key))]
    if not marked:
        return True
    asked = len(rows_of(snapshot, marked[0].round, unit))
    return len(marked) >= _SEVERAL and len(marked) * 2 >= asked


def _part(
    snapshot: Snapshot, form: ReturnedForm, unit: int, rows: tuple[ReturnedRow, ...], own: int | None
) -> ReturnedForm:
    name = snapshot.units[unit].name
    sent_to = snapshot.units[own].name if own is not None and form.mark is not None else ""
    note = Note(Severity.INFO, astray.PART.format(unit=name, rows=len(rows)), form.name)
    part = Part(name, sent_to)
    return form._replace(mark=None, damaged=False, unit=name, rows=rows, notes=(note,), part=part)

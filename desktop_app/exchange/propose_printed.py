"""What a unit wrote over the printed cells of its form: none of it is taken in, all of it is told."""

from collections.abc import Iterator

from desktop_app.domain.proposal import Note, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.exchange.form_paper import form_line
from desktop_app.exchange.propose_match import Matched
from desktop_app.exchange.read_forms import HEADERS, PRINTED_FIELDS, ReturnedForm
from desktop_app.exchange.read_values import folded
from desktop_app.texts import exchange as texts


def printed_over(snapshot: Snapshot, form: ReturnedForm, matched: Matched) -> Iterator[Note]:
    """A note for each printed cell of a row that says something else than the ledger would print there now."""
    if matched.doubt or matched.targets_now is not None:
        return
    line = form_line(snapshot, matched.row, "")._asdict()
    row = matched.row
    for returned in matched.returned:
        for field in PRINTED_FIELDS:
            cell = returned.printed.get(field)
            if cell is None or cell.typed.raw == line[field]:
                continue
            raw = cell.typed.raw
            words = plain_number(raw) if isinstance(raw, float) else str(raw).strip()
            if words and folded(words) != folded(line[field]):
                ours = line[field] or texts.BLANK
                said = texts.PRINTED_OVER.format(task=row.title, field=HEADERS[field], words=words, ours=ours)
                yield Note(Severity.INFO, said, form.name, returned.sheet, cell.address, row.title)
        if returned.title and folded(returned.title) != folded(row.title):
            said = texts.PRINTED_OVER.format(task=row.title, field=texts.TITLE, words=returned.title, ours=row.title)
            yield Note(Severity.INFO, said, form.name, returned.sheet, None, row.title)

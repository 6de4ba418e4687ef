"""What a unit wrote over the printed cells of its form: none of it is taken in, all of it is told."""

from collections.abc import Iterator

from desktop_app.domain.model import RoundRow
from desktop_app.domain.proposal import Note, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.exchange.form_paper import locked_words
from desktop_app.exchange.propose_match import Matched, is_title_of
from desktop_app.exchange.read_forms import HEADERS, PRINTED_FIELDS, ReturnedForm, ReturnedRow
from desktop_app.exchange.read_values import folded
from desktop_app.texts import exchange as texts

_BESIDE_ANSWERS = ("content", "last")
_Words = tuple[str, str, str, str, str]


def printed_over(snapshot: Snapshot, then: Snapshot | None, form: ReturnedForm, matched: Matched) -> list[Note]:
    """A note for each printed cell of a row that says something else than was sent.

    In a row without words about progress they may be what was written there, so that is asked about. `then` is the
    ledger as the round was made, where its tasks were edited since; a form may have been made again after that, so
    what it would print now is no difference either.
    """
    if matched.doubt or matched.targets_now is not None:
        return []
    row, notes = matched.row, []
    now = locked_words(snapshot, row)
    for returned in matched.returned:
        if returned.printed != now:
            sent = locked_words(then, row) if then is not None and row.task in then.tasks else now
            notes += _differing(form, row, returned, now, sent)
        if returned.title and returned.title != row.title and not is_title_of(snapshot, returned.title, row):
            said = texts.PRINTED_OVER.format(task=row.title, field=texts.TITLE, words=returned.title, ours=row.title)
            notes.append(Note(Severity.INFO, said, form.name, returned.sheet, None, row.title))
    return notes


def _differing(form: ReturnedForm, row: RoundRow, returned: ReturnedRow, now: _Words, sent: _Words) -> Iterator[Note]:
    for field, raw, ours_now, ours in zip(PRINTED_FIELDS, returned.printed, now, sent, strict=True):
        words = plain_number(raw) if isinstance(raw, float) else str(raw).strip()
        if words and folded(words) not in (folded(ours_now), folded(ours)):
            ours = ours or texts.BLANK
            said = texts.PRINTED_OVER.format(task=row.title, field=HEADERS[field], words=words, ours=ours)
            misplaced = field in _BESIDE_ANSWERS and "text" not in returned.cells
            severity = Severity.ASK if misplaced else Severity.INFO
            yield Note(severity, said, form.name, returned.sheet, returned.address(field), row.title)

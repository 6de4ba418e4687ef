"""What a file says about one round row: a value a field, with the doubts that cells and neighbours raise."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from desktop_app.domain.changes import Source
from desktop_app.domain.model import ANSWER_FIELDS, Report
from desktop_app.domain.values import Value, encode
from desktop_app.exchange.propose_match import Matched
from desktop_app.exchange.read_forms import Cell, ReturnedRow
from desktop_app.exchange.read_values import (
    BLANK,
    Reading,
    Typed,
    read_day,
    read_percent,
    read_problems,
    read_progress,
    read_status,
    says_nothing,
)
from desktop_app.exchange.sheet_layout import COLUMNS
from desktop_app.texts import exchange as texts

HEADERS = {column.field: column.header for column in COLUMNS}
FULL = 100.0
_READERS: dict[str, Callable[[Typed], Reading]] = {
    "status": read_status,
    "text": read_progress,
    "percent": read_percent,
    "problems": read_problems,
}


class Said(NamedTuple):
    """A field's value as the file has it, or, with a `doubt`, a suggestion; `raw` was typed; `note` is to be told."""

    value: Value
    raw: str
    source: Source
    doubt: str | None = None
    note: str | None = None


def said_by(matched: Matched, ours: Report | None, as_of: date, sha: str) -> dict[str, Said]:
    """What the file says about a round row, by field; a blank one only where there is something to tell."""
    said: dict[str, Said] = {}
    for field in ANSWER_FIELDS:
        found = [one for row in matched.returned if (one := _of_cell(row, field, as_of, sha))]
        if found:
            said[field] = _one(found)
    _same_as_last(matched, said)
    _plausible(matched, said, ours)
    if matched.doubt:
        said = {field: _doubted(one, matched.doubt.replace("{theirs}", shown(one))) for field, one in said.items()}
    return said


def shown(one: Said) -> str:
    """The value for a sentence."""
    return one.raw if one.value is None else encode(one.value) or ""


def _of_cell(row: ReturnedRow, field: str, as_of: date, sha: str) -> Said | None:
    cell = row.cells.get(field)
    if cell is None:
        return None
    source = Source(sha, row.sheet, cell.address)
    if cell.doubt:
        return Said(None, str(cell.typed.raw) or cell.address, source, cell.doubt)
    reading = read_day(cell.typed, as_of) if field == "finished_on" else _READERS[field](cell.typed)
    if reading == BLANK:
        return None
    doubt = reading.doubt or (cell.unsure.replace("{theirs}", _raw(cell)) if cell.unsure else None)
    if cell.merged and not doubt:
        doubt = texts.DOUBT_MERGED.format(suggested=_raw(cell))
    return Said(reading.value, _raw(cell), source, doubt, reading.note)


def _raw(cell: Cell) -> str:
    raw = cell.typed.raw
    if isinstance(raw, float):
        return encode(raw) or ""
    return str(raw).strip()


def _one(found: list[Said]) -> Said:
    """The one value of rows that name the same task; where they differ, the last one is asked about."""
    if len(found) == 1:
        return found[0]
    differing = list(dict.fromkeys(shown(one) for one in found if one.value is not None or one.doubt))
    if len(differing) > 1:
        said = texts.AND.join(texts.QUOTED.format(words=words) for words in differing)
        return _doubted(found[-1], texts.DOUBT_TWICE.format(said=said, suggested=shown(found[-1])))
    return next((one for one in found if one.value is not None), found[0])


def _doubted(one: Said, doubt: str) -> Said:
    return one._replace(doubt=one.doubt or doubt)


def _same_as_last(matched: Matched, said: dict[str, Said]) -> None:
    """No change: the last figure and words stand as this round's answer; another figure is asked about."""
    status, row = said.get("status"), matched.row
    if status is None or status.doubt or status.value != texts.SAME_AS_LAST:
        return
    if row.last_percent is None and row.last_text is None:
        said["status"] = _doubted(status, texts.SAME_AS_NOTHING)
        return
    percent = said.get("percent")
    if percent and percent.value is not None and row.last_percent not in (None, percent.value):
        last = encode(row.last_percent)
        said["percent"] = _doubted(percent, texts.SAME_BUT.format(theirs=shown(percent), last=last))
    text = said.get("text")
    if text and text.doubt and row.last_text is not None and says_nothing(text.raw):
        del said["text"]
    for field, last in (
        ("percent", row.last_percent),
        ("text", row.last_text),
        ("finished_on", row.last_finished_on),
    ):
        if field not in said and last is not None:
            said[field] = Said(last, status.raw, status.source)


def _plausible(matched: Matched, said: dict[str, Said], ours: Report | None) -> None:
    """Raise doubts where values contradict each other, the last round or what the ledger holds of this one."""
    percent, status = said.get("percent"), said.get("status")
    last = matched.row.last_percent
    figure = percent.value if percent and not percent.doubt else None
    if percent and isinstance(figure, float):
        if matched.targets_now is not None:
            targets = matched.targets_now or texts.BLANK
            said["percent"] = _doubted(percent, texts.TARGETS_CHANGED.format(theirs=shown(percent), targets=targets))
        elif figure > FULL:
            said["percent"] = _doubted(percent, texts.OVER.format(theirs=shown(percent)))
        elif last is not None and figure < last:
            said["percent"] = _doubted(percent, texts.FALLS.format(theirs=shown(percent), last=encode(last)))
        if figure == FULL and "finished_on" not in said and not (ours and ours.finished_on):
            said["percent"] = said["percent"]._replace(note=said["percent"].note or texts.END_WITHOUT_DAY)
    _consistent(said, ours, figure)
    if status and _is_finished(status) and percent is None and not (ours and ours.percent is not None):
        said["percent"] = Said(FULL, status.raw, status.source, texts.FINISHED_BLANK)


def _consistent(said: dict[str, Said], ours: Report | None, figure: Value) -> None:
    """Ask about a finish below 100, whether file or ledger says the one or the other; what moves is asked about."""
    known = figure if figure is not None or "percent" in said else (ours.percent if ours else None)
    if not isinstance(known, float) or known >= FULL:
        return
    status, day, percent = said.get("status"), said.get("finished_on"), said.get("percent")
    held_status, held_day = (ours.status, ours.finished_on) if ours else (None, None)
    plain = encode(known)
    if status and _is_finished(status) and status.value != held_status:
        said["status"] = _doubted(status, texts.FINISHED_BELOW.format(percent=plain))
    elif percent and held_status == texts.FINISHED and (status is None or _is_finished(status)):
        said["percent"] = _doubted(percent, texts.BACK_FROM_END.format(theirs=plain, finished=held_status))
    if day and not day.doubt and day.value not in (None, held_day):
        said["finished_on"] = _doubted(day, texts.DAY_WITHOUT_END.format(percent=plain))
    elif percent and held_day:
        said["percent"] = _doubted(percent, texts.BACK_FROM_END.format(theirs=plain, finished=held_day))


def _is_finished(status: Said) -> bool:
    return status.value == texts.FINISHED and not status.doubt


def needed_but_missing(said: dict[str, Said], ours: Report | None) -> list[str]:
    """The headers of the needed cells that neither the file nor the ledger fills, where the file says something."""
    answered = [field for field, one in said.items() if one.value is not None]
    if not answered or _value(said, "status") == texts.SAME_AS_LAST:
        return []
    needed = [field for field in ("text", "percent") if field not in said and getattr(ours, field, None) is None]
    return [HEADERS[field] for field in needed]


def _value(said: dict[str, Said], field: str) -> Value:
    return said[field].value if field in said else None

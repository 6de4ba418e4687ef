"""What a file says about one round row: a value a field, with the doubts that cells and neighbours raise."""

from collections.abc import Callable
from datetime import date

from desktop_app.domain.changes import Source
from desktop_app.domain.model import ANSWER_FIELDS, Report
from desktop_app.domain.values import Value, encode, names_problem
from desktop_app.exchange.propose_checks import Held, check
from desktop_app.exchange.propose_match import Matched
from desktop_app.exchange.propose_said import Said, doubted, is_finished, shown
from desktop_app.exchange.propose_slid import slid
from desktop_app.exchange.read_days import read_day
from desktop_app.exchange.read_figure import Wanted, read_figure
from desktop_app.exchange.read_forms import Cell
from desktop_app.exchange.read_values import (
    BLANK,
    Reading,
    Typed,
    read_percent,
    read_status,
    unread,
    without_notes,
)
from desktop_app.exchange.read_words import read_evidence, read_problems, read_progress, says_nothing
from desktop_app.exchange.sheet_layout import EVERY_COLUMN, FIGURES
from desktop_app.texts import astray, merge
from desktop_app.texts import exchange as texts

HEADERS = {column.field: column.header for column in EVERY_COLUMN}
_READERS: dict[str, Callable[[Typed], Reading]] = {
    "status": read_status,
    "text": read_progress,
    "percent": read_percent,
    "problems": read_problems,
    "next_steps": read_problems,
    "evidence": read_evidence,
}
_FIELDS = (*ANSWER_FIELDS, *FIGURES)
_WORDED = frozenset(("problems", "next_steps", "evidence"))
_MEASURED = frozenset(("percent", "finished_on", *FIGURES))


def said_by(matched: Matched, held: Held, wanted: dict[str, Wanted], as_of: date, sha: str) -> dict[str, Said]:
    """What the file says about a round row, by field; a blank one only where there is something to tell."""
    said: dict[str, Said] = {}
    present = {field for row in matched.returned for field in row.cells}
    for field in [field for field in _FIELDS if field in present]:
        cells = [(row.sheet, cell) for row in matched.returned if (cell := row.cells.get(field)) is not None]
        found = [one for sheet, cell in cells if (one := _of_cell(cell, sheet, field, wanted, as_of, sha))]
        if found:
            said[field] = found[0] if len(found) == 1 else _one(found)
    _same_as_last(matched, said, held)
    check(matched, said, held)
    _none_any_more(said, held.ours)
    if slid(said):
        said = {field: doubted(one, astray.ROW_SLID.replace("{theirs}", shown(one))) for field, one in said.items()}
    if matched.doubt:
        said = {field: doubted(one, matched.doubt.replace("{theirs}", shown(one))) for field, one in said.items()}
    return said


def _of_cell(cell: Cell, sheet: str, field: str, wanted: dict[str, Wanted], as_of: date, sha: str) -> Said | None:
    source = Source(sha, sheet, cell.address)
    if cell.doubt:
        return Said(None, str(cell.typed.raw) or cell.address, source, cell.doubt)
    reading = _read(cell.typed, field, wanted, as_of)
    if reading == BLANK:
        return None
    doubt = reading.doubt or (cell.unsure.replace("{theirs}", _raw(cell)) if cell.unsure else None)
    if cell.merged and not doubt:
        doubt = texts.DOUBT_MERGED.format(suggested=_raw(cell))
    return Said(reading.value, _raw(cell), source, doubt, reading.note)


def _read(typed: Typed, field: str, wanted: dict[str, Wanted], as_of: date) -> Reading:
    """The reading of a cell; a number or a day beside the mark of a footnote is asked about without it."""
    raw = typed.raw
    if isinstance(raw, str) and field in _MEASURED and (plain := without_notes(raw)) != raw:
        found = _read(typed._replace(raw=plain), field, wanted, as_of)
        if found.value is None:
            return found if found.doubt else unread(raw)
        said = texts.DOUBT_SAYS.format(raw=raw.strip(), suggested=encode(found.value))
        return found._replace(doubt=said, note=None)
    if field == "finished_on":
        return read_day(typed, as_of)
    if field in FIGURES:
        return read_figure(typed, wanted.get(field, Wanted(None, None)))
    return _READERS[field](typed)


def _raw(cell: Cell) -> str:
    raw = cell.typed.raw
    if isinstance(raw, float):
        return encode(raw) or ""
    return str(raw).strip()


def _one(found: list[Said]) -> Said:
    """The one value of rows that name the same task; where they differ, the last one is asked about."""
    differing = list(dict.fromkeys(shown(one) for one in found if one.value is not None or one.doubt))
    if len(differing) > 1:
        said = texts.AND.join(texts.QUOTED.format(words=words) for words in differing)
        return doubted(found[-1], texts.DOUBT_TWICE.format(said=said, suggested=shown(found[-1])))
    return next((one for one in found if one.value is not None), found[0])


def _same_as_last(matched: Matched, said: dict[str, Said], held: Held) -> None:
    """No change: the last figures and words stand as this round's answer; another figure is asked about."""
    status, row = said.get("status"), matched.row
    if status is None or status.doubt or status.value != texts.SAME_AS_LAST:
        return
    if row.last_percent is None and row.last_text is None:
        said["status"] = doubted(status, texts.SAME_AS_NOTHING)
        return
    text = said.get("text")
    if text and text.doubt and row.last_text is not None and says_nothing(text.raw):
        del said["text"]
    figures = {field: asked.last for field, asked in held.figures.items()}
    lasting = {"percent": row.last_percent, **figures}
    other = [
        f for f in lasting if f in said and None not in (said[f].value, lasting[f]) and said[f].value != lasting[f]
    ]
    for field in other:
        theirs, last = shown(said[field]), encode(lasting[field])
        said[field] = doubted(said[field], texts.SAME_BUT.format(theirs=theirs, last=last))
    if other and text and not text.doubt and text.value not in (None, row.last_text):
        said["text"] = doubted(text, texts.SAME_BUT_WORDS)
    stands = {"percent": row.last_percent, "text": row.last_text, "finished_on": row.last_finished_on, **figures}
    for field, last in stands.items():
        if field not in said and last is not None:
            said[field] = Said(last, status.raw, status.source)


def _none_any_more(said: dict[str, Said], ours: Report | None) -> None:
    """A stroke where the ledger has words of this round perhaps takes them back; anywhere else it is a blank."""
    for field in _WORDED & said.keys():
        one, before = said[field], getattr(ours, field, None)
        if one.value is None and not one.doubt and names_problem(before):
            said[field] = Said(merge.NO_MORE, one.raw, one.source, merge.TAKEN_BACK.format(raw=one.raw, before=before))


def needed_but_missing(said: dict[str, Said], ours: Report | None, held: Held) -> list[str]:
    """The headers of the needed cells that neither the file nor the ledger fills, where the file says something."""
    answered = [field for field, one in said.items() if one.value is not None]
    if not answered or _value(said, "status") == texts.SAME_AS_LAST:
        return []
    needed = [f for f in ("text", "percent") if f in held.asked and f not in said and getattr(ours, f, None) is None]
    return [HEADERS[field] for field in needed]


def figures_missing(said: dict[str, Said], held: Held) -> list[str]:
    """The headers of the figures that a finished task still lacks."""
    status = said.get("status")
    if status is None or not is_finished(status) or "figures" not in held.asked:
        return []
    return [HEADERS[field] for field, asked in held.figures.items() if field not in said and asked.held is None]


def _value(said: dict[str, Said], field: str) -> Value:
    return said[field].value if field in said else None

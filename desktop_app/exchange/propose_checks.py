"""What is asked about because it does not go together: with the last round, the ledger, the target or itself."""

import re
from typing import Any, NamedTuple

from desktop_app.domain.model import Answer, Report, Task
from desktop_app.domain.rounds import RoundRow, RowTarget
from desktop_app.domain.values import Value, encode, plain_number
from desktop_app.exchange.propose_match import Matched
from desktop_app.exchange.propose_said import FULL, Said, doubted, is_finished, shown
from desktop_app.exchange.propose_wild import noughts_added, wild
from desktop_app.exchange.read_claims import OF_PERIOD, claims_end, claims_going_on, is_hollow
from desktop_app.exchange.read_figure import mentioned
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.sheet_layout import FIGURES
from desktop_app.texts import astray, merge
from desktop_app.texts import exchange as texts
from desktop_app.texts import ledger as ledger_texts

ENDED_STATES = ("closed", "finished", "paused", "not_issued")
_TAIL = 8  # characters by which most other words are told apart at once
_RATE = re.compile(r"(?<![\d.])(\d{1,2}(?:\.\d+)?|100)%")
FLOORS = (">=", ">", "=", "~")


class Held(NamedTuple):
    """What the ledger holds that a row's answer is checked against; `standing` are its targets' own wordings now.

    `asked` are the fields that the round asks for; `standing` has None for a target that is gone or was changed.
    """

    task: Task
    before: Answer | None
    ours: Report | None
    figures: dict[str, RowTarget]
    standing: dict[str, str | None]
    asked: frozenset[str]


def check(matched: Matched, said: dict[str, Said], held: Held) -> None:
    """Raise doubts in `said` where values contradict each other, the last round or what the ledger holds."""
    percent, status, ours = said.get("percent"), said.get("status"), held.ours
    figure = percent.value if percent and not percent.doubt else None
    if percent and isinstance(figure, float):
        _percent(matched, said, held, percent, figure)
    _consistent(said, ours, figure)
    wanted = "percent" in held.asked and percent is None and not (ours and ours.percent is not None)
    if status and is_finished(status) and wanted:
        said["percent"] = Said(FULL, status.raw, status.source, texts.FINISHED_BLANK)
    if "text" in said:
        _words(matched, said, held)
        if wanted and "percent" not in said:
            _percent_in_words(said)
    if held.figures or any(field in FIGURES for field in said):
        _figures(said, held)


def _percent_in_words(said: dict[str, Said]) -> None:
    """Offer the one rate that the words tell where its own cell is blank; never taken in silence."""
    text, status = said["text"], said.get("status")
    found = _RATE.findall(folded(text.value)) if isinstance(text.value, str) else []
    if len(found) == 1 and not (status and status.value == texts.SAME_AS_LAST):
        sentence = astray.PERCENT_IN_WORDS.format(suggested=found[0])
        said["percent"] = Said(float(found[0]), found[0], text.source, sentence)


def _percent(matched: Matched, said: dict[str, Said], held: Held, percent: Said, figure: float) -> None:
    last, ours = matched.row.last_percent, held.ours
    theirs = shown(percent)
    if matched.targets_now is not None:
        targets = matched.targets_now or texts.BLANK
        said["percent"] = doubted(percent, texts.TARGETS_CHANGED.format(theirs=theirs, targets=targets))
    elif figure > FULL:
        said["percent"] = doubted(percent, texts.OVER.format(theirs=theirs))
    elif last is not None and figure < last:
        said["percent"] = doubted(percent, texts.FALLS.format(theirs=theirs, last=encode(last)))
    elif last and noughts_added(figure, last):
        said["percent"] = doubted(percent, merge.RATE_LEAPS.format(theirs=theirs, last=encode(last)))
    elif held.task.state in ENDED_STATES and figure < FULL:
        state = ledger_texts.STATES[held.task.state]
        said["percent"] = doubted(percent, merge.CLOSED.format(theirs=theirs, state=state))
    if figure == FULL and "finished_on" not in said and not (ours and ours.finished_on):
        said["percent"] = said["percent"]._replace(note=said["percent"].note or texts.END_WITHOUT_DAY)


def _consistent(said: dict[str, Said], ours: Report | None, figure: Value) -> None:
    """Ask about a finish below 100, whether file or ledger says the one or the other; what moves is asked about."""
    known = _known(said, ours, figure)
    if not isinstance(known, float) or known >= FULL:
        return
    status, day, percent = said.get("status"), said.get("finished_on"), said.get("percent")
    held_status, held_day = (ours.status, ours.finished_on) if ours else (None, None)
    plain = encode(known)
    if status and is_finished(status) and status.value != held_status:
        said["status"] = doubted(status, texts.FINISHED_BELOW.format(percent=plain))
    elif percent and held_status == texts.FINISHED and (status is None or is_finished(status)):
        said["percent"] = doubted(percent, texts.BACK_FROM_END.format(theirs=plain, finished=held_status))
    if day and not day.doubt and day.value not in (None, held_day):
        said["finished_on"] = doubted(day, texts.DAY_WITHOUT_END.format(percent=plain))
    elif percent and held_day:
        said["percent"] = doubted(percent, texts.BACK_FROM_END.format(theirs=plain, finished=held_day))


def _known(said: dict[str, Said], ours: Report | None, figure: Value) -> Value:
    """The rate that stands after this file: its own, else the ledger's."""
    return figure if figure is not None or "percent" in said else (ours.percent if ours else None)


def _words(matched: Matched, said: dict[str, Said], held: Held) -> None:
    """Ask about words that say nothing, that were said word for word last time, or that the figure contradicts.

    A unit that comes back to last time's words within the round corrects itself; a figure alone is no answer to these.
    """
    text, status, percent = said["text"], said.get("status"), said.get("percent")
    words = text.value
    if not isinstance(words, str) or text.doubt:
        return
    if status and status.value == texts.SAME_AS_LAST:
        return
    if status is None and words in (texts.FINISHED, texts.SAME_AS_LAST):
        said["text"] = doubted(text, texts.DOUBT_STRAY.format(raw=words))
    known = _known(said, held.ours, percent.value if percent and not percent.doubt else None)
    quoted = _quoted(words)
    if is_hollow(words):
        said["text"] = doubted(text, merge.HOLLOW.format(raw=quoted))
    elif held.before is None or held.before.text is None:
        if folded(matched.row.last_text or "") == folded(words):
            said["text"] = doubted(text, merge.REPEATED)
        elif repeats_cell(matched.row, matched.returned[0].words_of("last"), words):
            said["text"] = doubted(text, astray.REPEATED_CELL)
    if not isinstance(known, float):
        return
    if known >= FULL and claims_going_on(words):
        _contradicted(said, merge.GOING_ON, quoted, known)
    elif known < FULL and claims_end(words) and not (status and is_finished(status)):
        _contradicted(said, merge.ENDED, quoted, known)


def repeats_cell(row: RoundRow, printed: Any, words: str) -> bool:
    """Whether these are last time's words, with the day or figure printed before them, or the period they are of."""
    last = row.last_text
    if not last or not words.rstrip().endswith(last[-_TAIL:]):
        return False
    theirs, before = folded(words), folded(last)
    if theirs.endswith(before) and OF_PERIOD.fullmatch(theirs.removesuffix(before)):
        return True
    return isinstance(printed, str) and len(theirs) >= len(before) and folded(printed).endswith(theirs)


def _contradicted(said: dict[str, Said], sentence: str, quoted: str, known: float) -> None:
    """The figure that came with the words is asked about; where none came, the words are."""
    percent = said.get("percent")
    if percent is not None:
        said["percent"] = doubted(percent, sentence.format(theirs=shown(percent), text=quoted))
    else:
        said["text"] = doubted(said["text"], merge.ENDED_TEXT.format(text=quoted, percent=plain_number(known)))


def _quoted(words: str) -> str:
    return words if len(words) <= merge.LONGEST_QUOTE else words[: merge.LONGEST_QUOTE] + merge.CUT


def _figures(said: dict[str, Said], held: Held) -> None:
    """Ask about figures of targets that fall, are too high, whose target has changed, or that only the words tell."""
    percent, status = said.get("percent"), said.get("status")
    sure = percent is not None and (percent.doubt is None or (status is not None and is_finished(status)))
    full = sure and percent is not None and percent.value == FULL
    for field, asked in held.figures.items():
        one = said.get(field)
        if one is None:
            _only_in_words(said, held, field, asked)
        elif isinstance(one.value, float) and not one.doubt:
            sentence = _doubt_about(one.value, asked, held.standing.get(field), full)
            if sentence:
                said[field] = doubted(one, sentence.replace("{theirs}", shown(one)))
    for field in [name for name in said if name in FIGURES and name not in held.figures]:
        one = said[field]
        said[field] = one._replace(value=None, doubt=merge.FIGURE_NOT_ASKED.format(raw=one.raw))


def _doubt_about(value: float, asked: RowTarget, standing: str | None, full: bool) -> str | None:
    if standing is not None:
        return merge.FIGURE_CHANGED.replace("{target}", standing) if standing else merge.FIGURE_GONE
    floor = asked.comparator in FLOORS
    if floor and asked.last is not None and value < asked.last:
        return merge.FIGURE_FALLS.replace("{last}", plain_number(asked.last))
    if floor and asked.unit == "%" and value > FULL and (asked.value or 0) <= FULL:
        return merge.FIGURE_OVER
    if asked.unit != "%" and (sentence := wild(value, asked)):
        return sentence
    if full and floor and asked.comparator != "~" and asked.value is not None and value < asked.value:
        return merge.FIGURE_SHORT.replace("{target}", plain_number(asked.value))
    return None


def _only_in_words(said: dict[str, Said], held: Held, field: str, asked: RowTarget) -> None:
    """Offer the figure that the words tell where its own cell is blank; never taken in silence."""
    text = said.get("text")
    if text is None or not isinstance(text.value, str) or asked.held is not None:
        return
    alone = [other.unit for other in held.figures.values()].count(asked.unit) == 1
    found = mentioned(text.value, asked.unit) if alone else None
    if found is not None:
        words = {"suggested": plain_number(found), "unit": asked.unit}
        said[field] = Said(found, plain_number(found), text.source, merge.FIGURE_IN_WORDS.format(**words))

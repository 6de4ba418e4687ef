"""What an existing ledger says of progress: words, figures, states; what cannot be read goes into the note."""

import re

from desktop_app.domain.proposal import Severity
from desktop_app.exchange.ledger_records import Held
from desktop_app.exchange.read_days import read_day
from desktop_app.exchange.read_ledger_words import state_of
from desktop_app.exchange.read_values import Typed, folded, read_percent
from desktop_app.texts import import_ledger as texts
from desktop_app.verbs.ledger_frame import Frame, Get, Remarks, plain_figure, remark

_SAID = {
    "progress_text": "text",
    "problems": "problems",
    "next_steps": "next_steps",
    "evidence": "evidence",
}


def said_in(frame: Frame, cells: Get, name: str) -> dict[str, Held]:
    """What is said of the progress in words; several columns of one kind each by its label."""
    said: dict[str, Held] = {}
    for meaning, field in _SAID.items():
        found = cells(meaning)
        several = len({place for _, place, _ in found}) > 1
        words = [remark(frame.header.at(place).label if several else None, cell) for _, place, cell in found]
        if words:
            said[field] = Held("\n".join(words), found[0][2].name)
    for _, _, cell in cells("finished_on"):
        day = read_day(Typed(cell.raw), frame.as_of)
        if day.value is not None and day.doubt is None:
            said["finished_on"] = Held(day.value, cell.name)
        elif day.doubt:
            frame.tell(Severity.ASK, texts.UNREAD_DAY.format(raw=cell.text), cell.name, name)
    return said


def state_in(frame: Frame, cells: Get, said: dict[str, Held], remarks: Remarks, name: str) -> Held:
    """The state by its column; where there is none, by progress that is nothing but a word for a state."""
    for _, place, cell in cells("state"):
        state = state_of(folded(cell.text), folded(frame.header.at(place).label))
        if state:
            return Held(state, cell.name)
        remarks.append((frame.header.at(place).label, cell))
        frame.tell(Severity.ASK, texts.UNREAD_STATE.format(raw=cell.text), cell.name, name)
    text = said.get("text")
    if text and not frame.header.of("state"):
        state = state_of(folded(str(text.value)), "")
        if state:
            return Held(state, text.cell)
    return Held("open")


def take_percent(frame: Frame, cells: Get, said: dict[str, Held], remarks: Remarks, name: str) -> None:
    """The figure of the last column that gives one."""
    for _, place, cell in cells("percent"):
        if state_of(folded(cell.text), "") and not re.search(r"\d", cell.text):
            remarks.append((frame.header.at(place).label, cell))
            continue
        number = plain_figure(cell)
        share = number is not None and place in frame.ratios
        found = read_percent(Typed(number, True) if share else Typed(cell.raw, cell.percent))
        if found.doubt:
            remarks.append((frame.header.at(place).label, cell))
            frame.tell(Severity.ASK, texts.UNREAD_PERCENT.format(raw=cell.text), cell.name, name)
        elif found.value is not None:
            said["percent"] = Held(found.value, cell.name)

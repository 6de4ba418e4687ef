"""A returned file goes back to its unit: what is wrong with it, marked in a copy or listed on a slip (退回单)."""

import re
from pathlib import Path, PurePath
from typing import NamedTuple

from desktop_app.domain.proposal import Note, Question, Severity
from desktop_app.errors import Refused
from desktop_app.exchange.read_files import Arrived, bare_name
from desktop_app.exchange.read_forms import read_form
from desktop_app.exchange.sheet_layout import FIGURES
from desktop_app.exchange.write_slip import Fault, Slip, can_be_marked, marked_copy, write_slip
from desktop_app.files import read_bytes, safe_name, write_whole
from desktop_app.store.receipts import Receipt, receipts
from desktop_app.store.store import Store
from desktop_app.texts import slip as texts
from desktop_app.verbs.collect import propose
from desktop_app.verbs.newest import REFUSED
from desktop_app.verbs.returns import CollectedFile


class SentBack(NamedTuple):
    """The file written for the unit; `marked`: its own workbook, else a slip; how many faults it names."""

    path: Path
    marked: bool
    faults: int


def faults_of(file: CollectedFile) -> tuple[Fault, ...]:
    """What the unit has to mend: its doubtful answers, and what could not be taken in; not what the clerk changed."""
    asked = [_of_question(question) for question in file.questions if not _clerks(question)]
    told = [_of_note(note) for note in file.notes if note.severity is not Severity.INFO]
    return tuple(asked + told)


def _clerks(question: Question) -> bool:
    """Whether the question is there because the clerk has changed the value too, or is about the file as a whole."""
    return question.row is None or (question.ours is not None and question.ours != question.base)


def _of_question(question: Question) -> Fault:
    kind = "figure" if question.field in FIGURES else question.field
    todo = texts.TODO_OF.get(kind, texts.TODO)
    return Fault(question.sheet, question.cell, question.task, _for_the_unit(question.text), todo)


def _of_note(note: Note) -> Fault:
    return Fault(note.sheet, note.cell, note.task, note.text, texts.TODO)


def _for_the_unit(sentence: str) -> str:
    """What is wrong, without what the clerk is asked to do about it."""
    return re.sub(texts.FOR_THE_CLERK, texts.END, sentence).strip() or sentence


def send_back(file: CollectedFile, folder: Path, words: str = "") -> SentBack:
    """Write what the unit gets back into a folder. Refused where there is nothing to say, or the disk forbids it."""
    name = bare_name(file.file)
    slip = Slip(file.unit or PurePath(name).stem, name, faults_of(file), words.strip())
    if not slip.faults and not slip.words:
        raise Refused(texts.NOTHING)
    data = file.arrived.data
    marked = bool(slip.faults) and can_be_marked(data)
    pattern = texts.MARKED_FILE if marked else texts.SLIP_FILE
    path = _free(folder, safe_name(pattern.format(stem=PurePath(name).stem)))
    write_whole(path, lambda fresh: marked_copy(data, slip, fresh) if marked else write_slip(slip, fresh))
    return SentBack(path, marked, len(slip.faults))


def _free(folder: Path, name: str) -> Path:
    """A name in the folder that is not taken yet: an earlier slip is never written over."""
    path, count = folder / name, 1
    while path.exists():
        count += 1
        path = folder / f"{PurePath(name).stem}({count}){PurePath(name).suffix}"
    return path


def latest_file(store: Store, round_key: int, unit: int) -> CollectedFile:
    """The newest file of a unit in a round, judged again against the ledger as it is now. Refused where none came."""
    came = [r for r in receipts(store) if (r.round, r.unit) == (round_key, unit) and r.outcome != REFUSED and r.file]
    path = store.sources.find(came[-1].file or "") if came else None
    if path is None:
        raise Refused(texts.NOT_STORED)
    files = propose(store, [_arrived(path, came[-1])]).files
    return next((file for file in files if file.unit_key == unit), files[0])


def _arrived(path: Path, receipt: Receipt) -> Arrived:
    data = read_bytes(path)
    return Arrived(receipt.name, data, receipt.file or "", read_form(data, receipt.name), None)

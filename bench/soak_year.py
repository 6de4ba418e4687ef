"""A year of use against a model in plain dictionaries, which must agree after every step (not a budget: see soak.py).

Each round: forms out, filled, back in three batches, a batch taken back and brought again, edits, some of them undone
and redone, a backup before each large step, and a restart; all as the window does it, with one snapshot of which only
the touched records are read again, the lights of all tasks judged for the first page, and what stands by then kept
from Python's collector. The last rounds must cost what the first ones did, but for what goes over all that is kept:
reading the ledger at the start, and a backup. What is held must be what a program holds that has just been started on
the same ledger, and the model.
"""

import gc
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from bench.soak_memory import just_started, memory
from bench.soak_model import SAID_FIELDS, Model, Place, Said, differences
from desktop_app import clock, collector
from desktop_app.domain.changes import Draft, edits
from desktop_app.domain.model import ENTITIES
from desktop_app.domain.progress import statuses
from desktop_app.domain.reported import answered_until
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.read_files import read_paths
from desktop_app.store import undo
from desktop_app.store.backup import back_up_first, backups
from desktop_app.store.journal import COLLECT
from desktop_app.store.store import FILE, Applied, Store, open_ledger
from desktop_app.texts import demo as forms
from desktop_app.verbs.collect import apply_collected, basis, pending
from desktop_app.verbs.dispatch import Dispatched, finish, make_round
from desktop_app.verbs.returns import judge
from desktop_app.verbs.round_files import write_parcel

EDITS, TAKEN_BACK, BATCHES = 60, 5, 3
SILENT_ROWS = 0.1
FIRST = "之1"  # how the title of a unit's first task ends
WORDS = "已开工 已验收 正在招标 正在选址 完成设计 完成公示 主体完工 正在装修 设备到位 投入使用".split()
MONTHS = "正二三四五六七八九十冬腊"


class Year:
    """The ledger, its model, and the model before each step that can be taken back."""

    def __init__(self, room: Path, units: int, rows: int) -> None:
        self.room, self.luck = room, random.Random(1)
        self.wrong: list[str] = []
        self.times: dict[str, list[float]] = {}
        self.store = self._open()
        self.model, self.now = Model({}, {}), Snapshot({})
        self._begin(units, rows)
        self.before: list[Model] = []

    def _open(self) -> Store:
        store = open_ledger(self.room / "ledger")
        store.before_bulk = self._back_up
        return store

    def _back_up(self) -> None:
        with self.timing("backup"):
            back_up_first(self.room / "ledger", "bulk")

    def _begin(self, units: int, rows: int) -> None:
        draft = Draft()
        plan = draft.create("plan", {"title": "清溪区2026年工作要点", "kind": "plan", "year": 2026})
        section = draft.create("section", {"plan": plan, "position": 1, "no": "一", "title": "重点工作"})
        made = {}
        for unit in range(units):
            key = draft.create("unit", {"name": f"第{unit + 1}科", "kind": "section", "position": unit + 1})
            for place in range(rows):
                title, number = f"推进事项{unit + 1}之{place + 1}", unit * rows + place + 1
                values = {"title": title, "deadline": "2026-12-31", "state": "open", "plan": plan, "section": section}
                task = draft.create("task", {**values, "position": number, "no": str(number)})
                draft.create("assignment", {"task": task, "unit": key, "role": "lead", "position": 1})
                made[task] = (title, "2026-12-31", None)
        applied = self.store.apply(draft.changes, "建立")
        assert applied is not None
        self.model = Model({applied.keys[task]: fields for task, fields in made.items()}, {})
        self.now = self.store.snapshot()

    @contextmanager
    def timing(self, name: str) -> Iterator[None]:
        """Note what a step takes of the processor, whatever else the machine does meanwhile, without its backup."""
        began, backups = time.process_time(), sum(self.times.get("backup", ()))
        yield
        spent = time.process_time() - began
        if name != "backup":
            spent -= sum(self.times.get("backup", ())) - backups
        self.times.setdefault(name, []).append(spent)

    def agree(self, step: str) -> None:
        """Compare the whole ledger, read anew, with the model and with what was read again piece by piece."""
        with self.timing("read"):
            parts = {entity: self.store.part(entity).tables[entity] == self.now.tables[entity] for entity in ENTITIES}
        if not all(parts.values()):
            self.wrong.append(f"{step}: what was read again is not what the ledger holds")
        self.wrong += [f"{step}: {what}" for what in differences(self.now, self.model)]

    def round(self, month: int) -> None:
        """One month of work."""
        period, shutil_room = f"2026-{month:02}", self.room / f"forms{month}"
        sent = self._send(period, shutil_room / "out")
        self.agree(f"{period} dispatch")
        self.before.clear()  # a round that is out is not taken back
        titles = {title: key for key, (title, *_) in self.model.tasks.items()}
        filled = []
        for file in sent.files:
            path = shutil_room / "back" / file.path.name
            said = fill(
                file.path, path, lambda title, unit=file.unit: self._say(period, unit, titles[title], month, title)
            )
            filled.append((path, said))
        for batch in range(BATCHES):
            part = filled[batch::BATCHES]
            self._step(self.model.told([said for _, said in part]))
            self._collect([path for path, _ in part])
            self.agree(f"{period} batch {batch} collect")
        shutil.rmtree(shutil_room)
        self._back_and_again(1, period)
        for _ in range(EDITS):
            self._edit()
        self.agree(f"{period} edits")
        self._back_and_again(TAKEN_BACK, period)
        self._start_again()
        self.agree(f"{period} restart")
        self._back_and_again(1, f"{period} after the restart")

    def _start_again(self) -> None:
        self.store.close()
        self.now = Snapshot({})
        collector.keep_no_more()
        gc.collect()
        with self.timing("open"):
            self.store = self._open()
            self.now = self.store.snapshot()
        with self.timing("lights"):
            statuses(self.now, clock.today(), answered_until(self.now, clock.today()))
        collector.keep_all()

    def _send(self, period: str, out: Path) -> Dispatched:
        with self.timing("round"):
            made = make_round(self.store, period, None, out, None, now=self.now)
            self._take_in(made.applied)
        with self.timing("write"):
            return finish(self.store, made, write_parcel(made.parcel))

    def _collect(self, paths: list[Path]) -> None:
        with self.timing("collect"):
            applied = apply_collected(self.store, judge(basis(self.store, self.now), read_paths(paths)))
            self._take_in(applied)
            asked = pending(self.store, self.now)
        if asked:
            self.wrong.append(f"{len(asked)} questions, the first: {asked[0].text}")

    def _say(self, period: str, unit: str, task: int, month: int, title: str) -> tuple[Place, Said | None]:
        place = (period, unit, task)
        # a form silent on its first row alone, in words that fit any task, is asked about: its answers may have slid
        if self.luck.random() < SILENT_ROWS and not title.endswith(FIRST):
            return place, None
        # no two months the same: last time's words would be asked about
        text = f"{MONTHS[month - 1]}月以来，" + "，".join(self.luck.sample(WORDS, 3))
        problems = "场地尚未落实" if self.luck.random() < 0.2 else None
        return place, (text, float(month * 7 + self.luck.randrange(7)), problems)

    def _step(self, after: Model) -> None:
        self.before.append(self.model)
        self.model = after

    def _edit(self) -> None:
        key = self.luck.choice(list(self.model.tasks))
        field = self.luck.choice(["title", "deadline", "note"])
        day = date(2027, 1, 1) + timedelta(len(self.before))  # never the same again: that would be no edit
        value = day.isoformat() if field == "deadline" else f"改动{self.luck.random()}"
        task = self.now.tasks[key]
        self._step(self.model.edited(key, field, value))
        with self.timing("edit"):
            self._take_in(self.store.apply(edits("task", task, {field: value}), "修改"))

    def _take_in(self, applied: Applied | None) -> None:
        """Read the touched records again, as the window does."""
        assert applied is not None
        self.now = self.store.reread(self.now, applied.touched)

    def _back_and_again(self, count: int, period: str) -> None:
        after = self.model
        for _ in range(count):
            entry = undo.steps(self.store).undo
            assert entry is not None
            with self.timing("undo of many" if entry.kind == COLLECT else "undo"):
                self._take_in(undo.undo(self.store, entry.id, self.now))
        self.model = self.before[-count]
        self.agree(f"{period} undo of {count}")
        for _ in range(count):
            entry = undo.steps(self.store).redo
            assert entry is not None
            self._take_in(undo.undo(self.store, entry.id, self.now))
        self.model = after
        self.agree(f"{period} redo of {count}")


def fill(form: Path, path: Path, say: Callable[[str], tuple[Any, Said | None]]) -> dict[Any, Said]:
    """Type answers into a form by its headers, as a person would; what was typed, by place."""
    from openpyxl import load_workbook

    book = load_workbook(form)
    sheet = book[forms.SHEET]
    shown = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(n for n, row in enumerate(shown) if forms.ASKED["percent"] in row)
    columns = {str(title): place for place, title in enumerate(shown[top], 1)}
    typed = {}
    for line, row in enumerate(shown[top + 1 :], top + 2):
        if not str(row[columns[forms.NUMBER] - 1]).isdigit():
            continue
        place, said = say(str(row[columns[forms.NUMBER]]))
        if said is not None:
            typed[place] = said
            for field, value in zip(SAID_FIELDS, said, strict=True):
                if value is not None:
                    sheet.cell(line, columns[forms.ASKED[field]], value)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return typed


def middle(rounds: list[dict[str, list[float]]]) -> dict[str, float]:
    """The middle of the times that each step took in these rounds."""
    return {name: round(median([time for one in rounds for time in one.get(name, ())]), 4) for name in rounds[-1]}


def year(room: Path, rounds: int, units: int, rows: int) -> dict[str, Any]:
    """Live through so many rounds; the figures, and everything that was wrong."""
    room.mkdir(parents=True)
    began, sizes, held, fresh, answers = time.perf_counter(), [], [], [], []
    quarter = (rounds + 3) // 4
    with clock.on_day(date(2026, 1, 5)):
        lived = Year(room, units, rows)
        per_round: list[dict[str, list[float]]] = []
        for month in range(1, rounds + 1):
            lived.times.clear()
            with clock.on_day(date(2026, month, 20)):
                lived.round(month)
            per_round.append(dict(lived.times))
            answers.append(len(lived.model.said))
            sizes.append(round((room / "ledger" / FILE).stat().st_size / 2**20, 2))
            gc.collect()
            held.append(round(memory()))
            fresh.append(round(just_started(room / "ledger")))
            told = f"round {month}: {len(lived.model.said)} answers, {len(lived.wrong)} wrong, {sizes[-1]} MB, "
            told += f"{held[-1]} MB held, {fresh[-1]} just started"
            print(f"{told}, {middle(per_round[-1:])}", file=sys.stderr, flush=True)
        if lived.store.faults():
            lived.wrong += lived.store.faults()
        lived.store.close()
        kept = backups(room / "ledger")
    per_answer = [(sizes[place], answers[place]) for place in (0, -1)]
    return {
        "rounds": rounds,
        "units": units,
        "rows": rows,
        "answers": len(lived.model.said),
        "wrong": lived.wrong,
        "seconds": round(time.perf_counter() - began),
        "processor seconds of each step, first quarter": middle(per_round[:quarter]),
        "processor seconds of each step, last quarter": middle(per_round[-quarter:]),
        "megabytes of the ledger after each round": sizes,
        "megabytes held after each round": held,
        "megabytes held by a program just started": fresh,
        "bytes of the ledger for each answer, first and last round": [round(e * 2**20 / n) for e, n in per_answer],
        "backups": [len(kept), round(sum(one.path.stat().st_size for one in kept) / 2**20)],
    }

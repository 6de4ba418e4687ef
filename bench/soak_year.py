"""A year of use against a model in plain dictionaries, which must agree after every step (not a budget: see soak.py).

Each round: forms out, filled, back in three batches, a batch taken back and brought again, edits, some of them undone
and redone, a backup before each large step, and a restart. The last rounds must cost what the first ones did.
"""

import os
import random
import shutil
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from desktop_app import clock
from desktop_app.domain.changes import Draft, edits
from desktop_app.domain.snapshot import Snapshot
from desktop_app.store import undo
from desktop_app.store.backup import back_up_first
from desktop_app.store.store import FILE, Applied, Store, open_ledger
from desktop_app.texts import demo as forms
from desktop_app.verbs.collect import apply_collected, collect, pending
from desktop_app.verbs.dispatch import dispatch

EDITS, TAKEN_BACK, BATCHES = 60, 5, 3
SILENT_ROWS = 0.1
FIRST = "之1"  # how the title of a unit's first task ends
WORDS = "已开工 已验收 正在招标 正在选址 完成设计 完成公示 主体完工 正在装修 设备到位 投入使用".split()
ANEW = ("begin", "dispatch", "collect")  # steps after which the window reads the ledger anew
MONTHS = "正二三四五六七八九十冬腊"
Fields = dict[str, Any]


class Model(NamedTuple):
    """The year as anyone would keep it: tasks by key, and what was said by period, unit and task."""

    tasks: dict[int, Fields]
    said: dict[tuple[str, str, int], Fields]

    def edited(self, key: int, field: str, value: str) -> "Model":
        """The same with another value in a task; what did not change is shared."""
        return self._replace(tasks={**self.tasks, key: {**self.tasks[key], field: value}})

    def told(self, said: list[dict[tuple[str, str, int], Fields]]) -> "Model":
        """The same with more that was said."""
        return self._replace(said={place: fields for one in (self.said, *said) for place, fields in one.items()})


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
        store.before_bulk = lambda: self.timed("backup", lambda: back_up_first(store.folder, "bulk"))
        return store

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
                made[task] = {"title": title, "deadline": "2026-12-31", "note": None}
        applied = self.store.apply(draft.changes, "建立")
        assert applied is not None
        self.model = Model({applied.keys[task]: fields for task, fields in made.items()}, {})
        self.now = self.store.snapshot()

    def timed(self, name: str, work: Callable[[], Any]) -> Any:
        """Do it and note what it took of the processor, whatever else the machine does meanwhile."""
        began = time.process_time()
        result = work()
        self.times.setdefault(name, []).append(time.process_time() - began)
        return result

    def agree(self, step: str) -> None:
        """Compare the whole ledger, read anew, with the model and with what was read again piece by piece."""
        snapshot = self.timed("read", self.store.snapshot)
        if self.now.tables != snapshot.tables and not step.endswith(ANEW):
            self.wrong.append(f"{step}: what was read again is not what the ledger holds")
        self.now = snapshot
        fields = ("title", "deadline", "note")
        tasks = {key: {f: getattr(task, f) for f in fields} for key, task in snapshot.tasks.items()}
        if tasks != self.model.tasks:
            self.wrong.append(f"{step}: the tasks differ")
        for table in ("answer", "report"):
            said = {}
            for record in snapshot.tables[table].values():
                row = snapshot.rows[record.row]
                place = (snapshot.rounds[row.round].period, snapshot.units[row.unit].name, row.task)
                said[place] = {f: getattr(record, f) for f in ("text", "percent", "problems")}
            if said != self.model.said:
                self.wrong.append(f"{step}: {table} has {len(said)}, the model {len(self.model.said)}")

    def round(self, month: int) -> None:
        """One month of work."""
        period, shutil_room = f"2026-{month:02}", self.room / f"forms{month}"
        sent = self.timed("dispatch", lambda: dispatch(self.store, period, None, shutil_room / "out", None))
        self.agree(f"{period} dispatch")
        self.before.clear()  # a round that is out is not taken back
        titles = {task["title"]: key for key, task in self.model.tasks.items()}
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
            self.timed("collect", lambda part=part: self._collect([path for path, _ in part]))
            self.agree(f"{period} batch {batch} collect")
        shutil.rmtree(shutil_room)
        self._back_and_again(1, period)
        for _ in range(EDITS):
            self._edit()
        self.agree(f"{period} edits")
        self._back_and_again(TAKEN_BACK, period)
        self.store.close()
        self.store = self.timed("open", self._open)
        self.agree(f"{period} restart")
        self._back_and_again(1, f"{period} after the restart")

    def _collect(self, paths: list[Path]) -> None:
        collected = collect(self.store, paths)
        apply_collected(self.store, collected)
        asked = pending(self.store)
        if asked:
            self.wrong.append(f"{len(asked)} questions, the first: {asked[0].text}")

    def _say(
        self, period: str, unit: str, task: int, month: int, title: str
    ) -> tuple[tuple[str, str, int], Fields | None]:
        place = (period, unit, task)
        # a form silent on its first row alone, in words that fit any task, is asked about: its answers may have slid
        if self.luck.random() < SILENT_ROWS and not title.endswith(FIRST):
            return place, None
        # no two months the same: last time's words would be asked about
        text = f"{MONTHS[month - 1]}月以来，" + "，".join(self.luck.sample(WORDS, 3))
        problems = "场地尚未落实" if self.luck.random() < 0.2 else None
        return place, {"text": text, "percent": float(month * 7 + self.luck.randrange(7)), "problems": problems}

    def _step(self, after: Model) -> None:
        self.before.append(self.model)
        self.model = after

    def _edit(self) -> None:
        key = self.luck.choice(list(self.model.tasks))
        field = self.luck.choice(["title", "deadline", "note"])
        value = f"2026-{self.luck.randint(1, 12):02}-28" if field == "deadline" else f"改动{self.luck.random()}"
        task = self.now.tasks[key]
        self._step(self.model.edited(key, field, value))
        self._take_in(self.timed("edit", lambda: self.store.apply(edits("task", task, {field: value}), "修改")))

    def _take_in(self, applied: Applied | None) -> None:
        """Read the touched records again, as the window does."""
        assert applied is not None
        self.now = self.store.reread(self.now, applied.touched)

    def _back_and_again(self, count: int, period: str) -> None:
        after = self.model
        for _ in range(count):
            entry = undo.steps(self.store).undo
            assert entry is not None
            self._take_in(self.timed("undo", lambda entry=entry: undo.undo(self.store, entry.id, self.now)))
        self.model = self.before[-count]
        self.agree(f"{period} undo of {count}")
        for _ in range(count):
            entry = undo.steps(self.store).redo
            assert entry is not None
            self._take_in(undo.undo(self.store, entry.id, self.now))
        self.model = after
        self.agree(f"{period} redo of {count}")


def fill(form: Path, path: Path, say: Callable[[str], tuple[Any, Fields | None]]) -> dict[Any, Fields]:
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
            for field, value in said.items():
                if value is not None:
                    sheet.cell(line, columns[forms.ASKED[field]]).value = value
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return typed


def memory() -> float:
    """Megabytes that this process holds now; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, ValueError, AttributeError):
        return 0.0


def year(room: Path, rounds: int, units: int, rows: int) -> dict[str, Any]:
    """Live through so many rounds; the figures, and everything that was wrong."""
    room.mkdir(parents=True)
    began, sizes, held = time.perf_counter(), [], []
    with clock.on_day(date(2026, 1, 5)):
        lived = Year(room, units, rows)
        per_round: list[dict[str, float]] = []
        for month in range(1, rounds + 1):
            lived.times.clear()
            with clock.on_day(date(2026, month, 20)):
                lived.round(month)
            per_round.append({name: round(median(times), 4) for name, times in lived.times.items()})
            sizes.append(round((room / "ledger" / FILE).stat().st_size / 2**20, 2))
            held.append(round(memory()))
            told = f"round {month}: {len(lived.model.said)} answers, {len(lived.wrong)} wrong, {sizes[-1]} MB, "
            print(f"{told}{held[-1]} MB held, {per_round[-1]}", file=sys.stderr, flush=True)
        if lived.store.faults():
            lived.wrong += lived.store.faults()
        lived.store.close()
    return {
        "rounds": rounds,
        "units": units,
        "rows": rows,
        "answers": len(lived.model.said),
        "wrong": lived.wrong,
        "seconds": round(time.perf_counter() - began),
        "processor seconds of each step, first round": per_round[0],
        "processor seconds of each step, last round": per_round[-1],
        "megabytes of the ledger after each round": sizes,
        "megabytes held after each round": held,
    }

"""What typing in cells means: the text of a cell, and the changes that new texts propose."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.model import Assignment, Target
from desktop_app.domain.reported import answered_until
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.errors import Refused
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger import columns as c
from desktop_app.ui.ledger.facts import Facts, shown_report
from desktop_app.ui.ledger.typed_days import day_typed, deadline_typed
from desktop_app.ui.ledger.wording import goal_words, target_words

FIELDS = {
    c.NO: "no",
    c.TITLE: "title",
    c.LEADER: "leader",
    c.PERSON: "person",
    c.CONTACT: "contact",
    c.TEXT: "text",
    c.NOTE: "note",
}
"""Columns that are a field of the task and take any words."""
DAYS = {c.START: "start", c.SOFT: "soft_deadline"}
SAYINGS = {
    c.SAID: "text",
    c.DONE: "percent",
    c.PROBLEMS: "problems",
    c.NEXT_STEPS: "next_steps",
    c.EVIDENCE: "evidence",
}
"""Columns that are a field of the latest report."""
ROLES = {c.LEADS: "lead", c.COS: "co"}
EDITABLE = frozenset({*FIELDS, *DAYS, *SAYINGS, *ROLES, c.DEADLINE, c.STATE, c.TARGETS, c.GOAL})
_BETWEEN_NAMES = re.compile(texts.NAME_BREAKS)
STATE_NAMES = {word: state for state, word in texts.STATES.items()}


class Edit(NamedTuple):
    """What typed texts would change, under which label, and the units they would make."""

    changes: list[Change]
    label: str
    new_units: tuple[str, ...] = ()


def typed_text(facts: Facts, task: int, column: int) -> str:
    """The whole text of a cell, as it is typed and copied."""
    record = facts.snapshot.tasks[task]
    if column in FIELDS:
        return getattr(record, FIELDS[column]) or ""
    if column in DAYS:
        return getattr(record, DAYS[column]) or ""
    if column in SAYINGS:
        report = facts.report(task)
        said = getattr(report, SAYINGS[column]) if report else None
        return "" if said is None else plain_number(said) if column == c.DONE else said
    if column == c.DEADLINE:
        return record.deadline or record.deadline_raw or ""
    if column == c.LIGHT:
        return facts.status(task).label
    words = c.cell(facts, record, column)
    return "" if words == texts.NO_FIGURE else words


def edit_of(snapshot: Snapshot, task: int, column: int, text: str, today: date) -> Edit:
    """The changes that `text` in this cell proposes. Refused, with how to write it, where it means nothing there."""
    typing = Typing(snapshot, today)
    typing.put(task, column, text)
    label = texts.LABEL.format(title=snapshot.tasks[task].title, column=texts.COLUMNS[c.COLUMNS[column]])
    return Edit(typing.changes(), label, tuple(typing.fresh))


def assigned(snapshot: Snapshot, leads: Mapping[int, str], today: date) -> Edit:
    """The changes that give each of these tasks the leads that are written for it."""
    typing = Typing(snapshot, today)
    for task, words in leads.items():
        typing.put(task, c.LEADS, words)
    return Edit(typing.changes(), texts.ASSIGN_LABEL.format(count=len(leads)), tuple(typing.fresh))


class Typing:
    """Collects what is typed into cells of one ledger; what is refused leaves the rest as it is.

    `fresh` are the units that would be made, by name. Changes that made the snapshot so far go before what is typed.
    """

    def __init__(self, snapshot: Snapshot, today: date, so_far: Iterable[Change] = ()) -> None:
        self._snapshot, self._today = snapshot, today
        self._until = answered_until(snapshot, today).isoformat()
        self._draft = Draft(so_far)
        self._roles: dict[int, dict[str, list[int]]] = {}
        self._said: dict[int, dict[str, object]] = {}  # by round row
        self.fresh: dict[str, int] = {}

    def put(self, task: int, column: int, text: str) -> None:
        """Take the text of one cell. Refused, with how to write it, where it means nothing there."""
        record, words = self._snapshot.tasks[task], text.strip()
        if column in ROLES:
            self._roles.setdefault(task, {})[ROLES[column]] = self._units(words)
        elif column in SAYINGS:
            self._say(task, column, words)
        elif column in (c.TARGETS, c.GOAL):
            self._target(task, column, words)
        else:
            self._draft.set("task", record, self._fields(task, column, words))

    def _fields(self, task: int, column: int, words: str) -> Mapping[str, object]:
        record = self._snapshot.tasks[task]
        if column == c.DEADLINE:
            return deadline_typed(self._snapshot, record, words, self._today)
        if column in DAYS:
            return {DAYS[column]: day_typed(self._snapshot, record, words, self._today)}
        if column == c.STATE:
            return {"state": _state(words)}
        if column == c.TITLE and not words:
            raise Refused(texts.NO_TITLE)
        if column not in FIELDS:
            raise Refused(texts.NOT_TYPED.format(column=texts.COLUMNS[c.COLUMNS[column]]))
        return {FIELDS[column]: words}

    def _units(self, words: str) -> list[int]:
        """The units of these names, in order; those that are new are made once."""
        from desktop_app.documents.propose import kind_of_unit

        units: list[int] = []
        last = max((unit.position for unit in self._snapshot.units.values()), default=0) + len(self.fresh)
        for name in dict.fromkeys(name for name in _BETWEEN_NAMES.split(words) if name):
            unit = self._snapshot.unit_named(name)
            if unit is None and name not in self.fresh:
                last += 1
                values = {"name": name, "kind": kind_of_unit(name), "position": last}
                self.fresh[name] = self._draft.create("unit", values)
            key = unit.key if unit else self.fresh[name]
            if key not in units:
                units.append(key)
        return units

    def _say(self, task: int, column: int, words: str) -> None:
        shown = shown_report(self._snapshot, task, self._until)
        if shown is None:
            if not words:
                return
            raise Refused(texts.NEVER_ASKED.format(title=self._snapshot.tasks[task].title))
        value = _percent(words) if column == c.DONE else words
        if shown.report is not None:
            self._draft.set("report", shown.report, {SAYINGS[column]: value})
        elif words:
            self._said.setdefault(shown.row.key, {})[SAYINGS[column]] = value

    def _target(self, task: int, column: int, words: str) -> None:
        from desktop_app.documents.typed_targets import parts

        held = self._snapshot.targets_of(task)
        if column == c.TARGETS:
            self._targets(task, held, parts(words))
            return
        first = next((target for target in held if target.value is not None), None)
        said = f"{words} {first.item or ''}".strip() if words and first else words
        rest = [target_words(target) for target in held if target is not first]
        self._targets(task, held, [*([said] if said else []), *rest])

    def _targets(self, task: int, held: list[Target], wanted: list[str]) -> None:
        """Make the targets of a task those that are written: what stands as it is stays, the rest in their order."""
        from desktop_app.documents.typed_targets import read_typed

        left = list(held)
        same = {words: left.pop(at) for words in wanted if (at := _at(left, words)) is not None}
        for target in left[len([words for words in wanted if words not in same]) :]:
            if self._snapshot.having("row_target", "target", target.key):
                raise Refused(texts.TARGET_REPORTED.format(target=target_words(target)))
        year = int((self._snapshot.tasks[task].deadline or self._today.isoformat())[:4])
        for position, words in enumerate(wanted, 1):
            if words in same:
                self._draft.set("target", same[words], {"position": position})
                continue
            read = read_typed(words, year)._asdict()
            old = left.pop(0) if left else None
            if old is None:
                self._draft.create("target", {"task": task, "position": position, **read})
            elif read["value"] is None:
                self._draft.set("target", old, {**read, "position": position})
            else:
                kept = {"phrase": old.phrase, "item": read["item"] or old.item}
                if goal_words(old)[-1:] == goal_words(old._replace(**read))[-1:]:
                    kept["kind"] = old.kind
                self._draft.set("target", old, {**read, **kept, "position": position})
        for target in left:
            self._draft.delete("target", target)

    def changes(self) -> list[Change]:
        """All that was taken, as one list."""
        draft = Draft(self._draft.changes)
        for row, said in self._said.items():
            draft.create("report", {"row": row, **said})
        for task, roles in self._roles.items():
            self._assign(draft, task, roles)
        return draft.changes

    def _assign(self, draft: Draft, task: int, roles: Mapping[str, list[int]]) -> None:
        """Give a task these units; a unit has one role, and who leads no longer helps."""
        held: dict[str, dict[int, Assignment]] = {
            role: {self._snapshot.unit(a.unit).key: a for a in self._snapshot.assignments_of(task, role)}
            for role in ROLES.values()
        }
        leads = roles.get("lead", list(held["lead"]))
        cos = [unit for unit in roles.get("co", list(held["co"])) if unit not in leads]
        for role, units in (("lead", leads), ("co", cos)):
            for unit, assignment in held[role].items():
                if unit not in units:
                    draft.delete("assignment", assignment)
            for position, unit in enumerate(units, 1):
                if unit in held[role]:
                    # what was not typed about keeps its places, gaps and all
                    if role in roles:
                        draft.set("assignment", held[role][unit], {"position": position})
                else:
                    draft.create("assignment", {"task": task, "unit": unit, "role": role, "position": position})


def _at(targets: list[Target], words: str) -> int | None:
    return next((at for at, target in enumerate(targets) if target_words(target) == words), None)


def _state(words: str) -> str:
    if words not in STATE_NAMES:
        raise Refused(texts.WRONG_STATE.format(said=words, states=texts.NAMES.join(STATE_NAMES)))
    return STATE_NAMES[words]


def _percent(words: str) -> float | None:
    if not words:
        return None
    try:
        figure = float(words.rstrip(texts.PERCENT_SIGNS))
    except ValueError:
        figure = -1.0
    if not 0 <= figure <= 100:
        raise Refused(texts.WRONG_PERCENT.format(said=words))
    return figure

"""A ledger with a round out, for the tests of docs/merge.md, and what a unit and the clerk do to it."""

import re
from datetime import datetime
from typing import Any

from desktop_app.domain.changes import Draft
from desktop_app.exchange.propose_answers import WHOLE_FILE
from desktop_app.store.store import Store
from desktop_app.verbs.collect import apply_collected, propose
from desktop_app.verbs.returns import Collected
from tests.builders import plan_with
from tests.exchange.answered import returned_form, returned_rows

CARE, AID = "养老科", "救助科"
BEDS, CHECKS, OTHER = "改造护理床位", "核对低保对象", "慰问困难群众"


class World:
    """A ledger with a round out, and the ways in which a unit and the clerk change it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        targets = (
            {"item": "床位", "comparator": "=", "value": 120.0, "unit": "张", "phrase": "床位120张"},
            {"item": "投资", "comparator": ">=", "value": 2e7, "unit": "元", "phrase": "投资2000万元"},
        )
        self.built = plan_with(
            store,
            {"title": BEDS, "lead": CARE, "targets": targets, "text": "改造床位。"},
            {"title": CHECKS, "lead": CARE},
            {"title": OTHER, "lead": AID},
        )
        self.beds, self.checks, self.other = self.send("2026-06")
        self.day = 0

    def send(self, period: str, **last: Any) -> list[int]:
        """A round that asks every task; its rows."""
        store, draft, snapshot = self.store, Draft(), self.store.snapshot()
        days = {"as_of": f"{period}-28", "due": f"{period}-28"}
        made = draft.create(
            "round",
            {"token": period, "period": period, "state": "open", "asked": "text,percent,finished_on,figures", **days},
        )
        rows = []
        care, aid = (self.built.units[name] for name in (CARE, AID))
        for unit in (care, aid):
            draft.create("form", {"round": made, "unit": unit, "file": f"{unit}.xlsx"})
        for place, (task, unit) in enumerate(zip(self.built.tasks, (care, care, aid), strict=True)):
            values = {"round": made, "task": task, "unit": unit, "position": place, "title": snapshot.tasks[task].title}
            targets = "床位120张；投资2000万元" if place == 0 else ""
            rows.append(draft.create("round_row", {**values, "targets": targets, **last}))
        for target in snapshot.targets_of(self.built.tasks[0]):
            copied = {field: getattr(target, field) for field in ("position", "item", "comparator", "value", "unit")}
            draft.create("row_target", {"row": rows[0], "target": target.key, **copied})
        applied = store.apply(draft.changes, "发表")
        assert applied is not None
        return [applied.keys[row] for row in rows]

    def says(self, row: int | None = None, saved: datetime | None = None, **fields: Any) -> Collected:
        """The unit's next file answers a row; what is clean is applied."""
        self.day += 1
        when = saved or datetime(2026, 6, self.day)
        return self.merge(returned_form(self.store, row or self.beds, fields, when))

    def merge(self, *files: Any) -> Collected:
        collected = propose(self.store, files)
        apply_collected(self.store, collected)
        return collected

    def clerk(self, entity: str, key: int, **fields: Any) -> None:
        """The clerk edits a record by hand."""
        draft = Draft()
        draft.set(entity, self.store.snapshot().tables[entity][key], fields)
        self.store.apply(draft.changes, "修改")

    def corrects(self, percent: float) -> None:
        """The clerk corrects the rate of the first row."""
        report = self.store.snapshot().report_of(self.beds)
        assert report is not None
        self.clerk("report", report.key, percent=percent)

    def asks_once(self, *rows: Any) -> None:
        """A file of these rows is one question, and nothing is taken in."""
        assert asked(self.merge(returned_rows(self.store, [(self.beds, {})], rows=rows))) == [WHOLE_FILE]
        assert self.held() == self.held(self.checks) == {}

    def held(self, row: int | None = None) -> dict[str, Any]:
        report = self.store.snapshot().report_of(row or self.beds)
        fields = report._asdict() if report else {}
        return {name: value for name, value in fields.items() if value is not None and name not in ("key", "row")}

    def figures(self) -> list[float | None]:
        return [one.held for one in self.store.snapshot().having("row_target", "row", self.beds)]


def asked(collected: Collected) -> list[str]:
    """The fields that are asked about."""
    return [question.field for question in collected.questions]


def told(collected: Collected, sentence: str) -> bool:
    """Whether a note is made of this sentence, whatever stands in its places."""
    pattern = re.sub(r"\\\{\w*\\\}", ".*", re.escape(sentence))
    return any(re.search(pattern, note.text) for note in collected.notes)

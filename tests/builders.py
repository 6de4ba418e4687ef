"""Small ledgers for tests, made by the same road as the program's own: changes applied to a store."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.domain.changes import NOWHERE, Draft, Source
from desktop_app.domain.model import ANSWER_FIELDS
from desktop_app.domain.periods import parse_period
from desktop_app.store.store import Store


class Built(NamedTuple):
    """Keys of what `plan_with` made: tasks in order, sections by title, units by name."""

    plan: int
    tasks: list[int]
    sections: dict[str, int]
    units: dict[str, int]


def plan_with(store: Store, *tasks: Mapping[str, object], title: str = "2026年工作要点", year: int = 2026) -> Built:
    """A plan of these tasks, each given by its fields and `section`, `lead`, `co` (names), `targets` (field mappings).

    Sections and units are made when first named. A task without a title is named after its place.
    """
    draft = Draft()
    plan = draft.create("plan", {"title": title, "kind": "plan", "year": year})
    sections: dict[str, int] = {}
    units: dict[str, int] = {u.name: u.key for u in store.snapshot().units_in_order()}
    made = []
    for place, told in enumerate(tasks, 1):
        fields = dict(told)
        section = str(fields.pop("section", "一、重点工作"))
        leads, cos = _names(fields.pop("lead", ())), _names(fields.pop("co", ()))
        targets: Sequence[Mapping[str, object]] = fields.pop("targets", ())  # type: ignore[assignment]
        if section not in sections:
            no, _, name = section.rpartition("、")
            values = {"plan": plan, "position": len(sections) + 1, "no": no, "title": name}
            sections[section] = draft.create("section", values)
        values = {
            "plan": plan,
            "section": sections[section],
            "position": place,
            "no": str(place),
            "title": f"任务{place}",
        }
        task = draft.create("task", {"state": "open", "deadline": f"{year}-12-31", **values, **fields})
        made.append(task)
        for role, names in (("lead", leads), ("co", cos)):
            for position, name in enumerate(names, 1):
                if name not in units:
                    values = {"name": name, "kind": "section", "position": len(units) + 1}
                    units[name] = draft.create("unit", values)
                draft.create("assignment", {"task": task, "unit": units[name], "role": role, "position": position})
        for position, target in enumerate(targets, 1):
            draft.create("target", {"comparator": "at_least", **target, "task": task, "position": position})
    applied = store.apply(draft.changes, "建立任务")
    assert applied is not None
    keys = applied.keys
    return Built(
        keys[plan],
        [keys[task] for task in made],
        {name: keys[key] for name, key in sections.items()},
        {name: keys.get(key, key) for name, key in units.items()},
    )


def round_of(store: Store, period: str, asked: Sequence[tuple[int, int]], as_of: str | None = None) -> list[int]:
    """A round of this period asking these (task, unit) pairs; returns the keys of its rows, in the same order."""
    draft, snapshot = Draft(), store.snapshot()
    end = as_of or parse_period(period).end.isoformat()
    made = draft.create(
        "round",
        {"token": f"t-{period}-{len(snapshot.rounds)}", "period": period, "as_of": end, "due": end, "state": "open"},
    )
    rows = []
    for position, (task, unit) in enumerate(asked, 1):
        title = snapshot.tasks[task].title
        rows.append(
            draft.create("round_row", {"round": made, "task": task, "unit": unit, "position": position, "title": title})
        )
    applied = store.apply(draft.changes, f"新建{period}批次", "dispatch")
    assert applied is not None
    return [applied.keys[row] for row in rows]


def answer(store: Store, row: int, source: Source = NOWHERE, **said: object) -> None:
    """The unit of a round row says this (`percent=32, text=…`) and is believed: answer and report, new or changed."""
    draft, snapshot = Draft(), store.snapshot()
    assert said.keys() <= set(ANSWER_FIELDS)
    for entity, held in (("answer", snapshot.answer_of(row)), ("report", snapshot.report_of(row))):
        if held is None:
            draft.create(entity, {"row": row, **said}, source)
        else:
            draft.set(entity, held, said, source)
    store.apply(draft.changes, "合并填报", "collect")


def _names(told: object) -> list[str]:
    return [told] if isinstance(told, str) else list(told)  # type: ignore[call-overload]

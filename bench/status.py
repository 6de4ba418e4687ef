"""Judging the whole ledger, against the limits that a clerk would feel: every light at once, and two years' figures."""

import json
from collections.abc import Callable
from datetime import date
from time import process_time
from typing import Any

from desktop_app.domain.kinds import Kind
from desktop_app.domain.model import ENTITIES, FIELDS
from desktop_app.domain.periods import month_end
from desktop_app.domain.progress import statuses
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.trend import trend

LIGHTS_LIMIT, FIGURES_LIMIT = 0.05, 0.2  # seconds
TIMES = 7
JUNE_END = date(2026, 6, 30)


def ledger(tasks: int, rounds: int) -> Snapshot:
    """A ledger of so many tasks of forty units in twelve sections, asked and answered in so many rounds."""
    tables: dict[str, dict[int, Any]] = {}
    last = 0

    def put(entity: str, **values: Any) -> int:
        nonlocal last
        last += 1
        blank = {field: 0 if kind is Kind.FLAG else None for field, kind in FIELDS[entity].items()}
        tables.setdefault(entity, {})[last] = ENTITIES[entity](key=last, **{**blank, **values})
        return last

    plan = put("plan", title="要点", kind="plan", year=2026)
    sections = [put("section", plan=plan, position=n, title=f"板块{n}") for n in range(12)]
    units = [put("unit", name=f"单位{n}", kind="section", position=n) for n in range(40)]
    asked = []
    for n in range(tasks):
        place = {"plan": plan, "section": sections[n % 12], "position": n, "deadline": f"2026-{n % 7 + 6:02}-28"}
        task = put("task", title=f"任务{n}", state="open", leader=f"领导{n % 5}", **place)
        put("assignment", task=task, unit=units[n % 40], role="lead", position=1)
        asked.append((task, units[n % 40]))
    for n in range(rounds):
        day = month_end(2025 + n // 12, n % 12 + 1).isoformat()
        made = put("round", token=f"t{n}", period=day[:7], as_of=day, due=day, state="open")
        for place, (task, unit) in enumerate(asked):
            row = put("round_row", round=made, task=task, unit=unit, position=place, title="任务")
            put("report", row=row, percent=float((place * 7 + n * 3) % 101))
    return Snapshot(tables)


def best(work: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds of the processor: nothing here waits for a disk."""
    times = []
    for _ in range(TIMES):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def main() -> None:
    """Print the two rows."""
    many, year = ledger(10_000, 1), ledger(500, 24)
    lights, figures = best(lambda: statuses(many, JUNE_END)), best(lambda: trend(year))
    rows = (("14a", lights, LIGHTS_LIMIT), ("14b", figures, FIGURES_LIMIT))
    told = [{"row": row, "ours": ours, "peer": limit, "unit": "s", "ratio": ours / limit} for row, ours, limit in rows]
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()

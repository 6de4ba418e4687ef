"""A ledger of thirty tasks with two rounds answered from files: enough for a paper of more than 150 numbers."""

from pathlib import Path

from desktop_app.domain.changes import Draft, Source
from desktop_app.store.receipts import Receipt, log_receipt
from desktop_app.store.store import Store, open_ledger
from tests.builders import answer, plan_with, round_of

DAY = "2026-07-02"
UNITS = ("养老科", "救助科", "儿福科", "社组科", "地名科", "殡葬所")
SECTIONS = ("一、养老服务", "二、社会救助", "三、社会事务")
PERCENTS = (100, 35, 62, 50, 12, 80, 44, 55, 100, 28)


def open_papers(folder: Path) -> Store:
    """Thirty tasks of six units in three sections; the last unit was silent in June."""
    store = open_ledger(folder)
    built = plan_with(
        store,
        *(
            {
                "title": f"推进第{place}类重点事项",
                "section": SECTIONS[place % 3],
                "lead": UNITS[place % 6],
                "deadline": "2026-07-20" if place == 7 else "2026-12-31",
                "person": "王×" if place == 3 else None,
                "targets": [{"item": "点位", "value": float(10 * place), "unit": "个", "comparator": ">="}],
            }
            for place in range(1, 31)
        ),
    )
    asked = [(task, built.units[UNITS[(place + 1) % 6]]) for place, task in enumerate(built.tasks)]
    for period, less in (("2026-05", 7), ("2026-06", 0)):
        rows = round_of(store, period, asked)
        made = store.snapshot().rows[rows[0]].round
        draft = Draft()
        for unit in UNITS:
            draft.create("form", {"round": made, "unit": built.units[unit], "file": f"{unit}.xlsx"})
        store.apply(draft.changes, "发出")
        file = store.sources.keep(period.encode(), f"{period}.xlsx")
        for unit in UNITS[:5]:
            log_receipt(store, Receipt(0, "", f"{unit}.xlsx", file, made, built.units[unit], None, "merged", None))
        for place, row in enumerate(rows):
            if UNITS[(place + 1) % 6] != UNITS[5] or period != "2026-06":
                percent = float(max(PERCENTS[place % 10] - less, 0))
                problem = "场地未定" if place == 3 else None
                told = {"percent": percent, "text": f"已完成{place + 2}处", "problems": problem}
                answer(store, row, Source(file, "填报表", f"I{place + 6}"), **told)
    return store

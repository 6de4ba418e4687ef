"""A small ledger on a real store for the window's tests: two sections, three units, a round with one answer."""

from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.changes import Draft, Source
from desktop_app.store.receipts import Receipt, log_receipt
from desktop_app.store.store import Store, open_ledger
from tests.builders import Built, answer, plan_with, round_of

DAY = "2026-07-01"
TARGET = {"item": "助餐点", "comparator": ">=", "value": 8.0, "unit": "处"}


class Case(NamedTuple):
    """The open store, what was built, and the rows of its one round."""

    store: Store
    built: Built
    rows: list[int]


def open_case(folder: Path) -> Case:
    """Six tasks; the third has an action; units were asked in June, one has answered."""
    store = open_ledger(folder)
    one, two = "一、养老服务", "二、社会救助"
    built = plan_with(
        store,
        {"title": "新增助餐点", "section": one, "lead": ["养老科", "福利院"], "targets": [TARGET]},
        {"title": "改造床位", "section": one, "lead": "养老科", "deadline": "2026-07-20"},
        {"title": "走访老人", "section": one, "lead": "福利院", "deadline": "2026-06-20", "note": "含ABC小区"},
        {"title": "核对低保", "section": two, "lead": "救助科"},
        {"title": "临时救助", "section": two, "lead": "救助科", "co": "养老科", "state": "ongoing", "deadline": None},
        {"title": "慈善宣传", "section": two},
    )
    draft = Draft()
    parent = store.snapshot().tasks[built.tasks[2]]
    draft.create(
        "task", {"parent": parent.key, "position": 1, "title": "每月上门", "state": "open", "plan": parent.plan}
    )
    store.apply(draft.changes, "拆分举措")
    asked = [(built.tasks[0], built.units["养老科"]), (built.tasks[3], built.units["救助科"])]
    rows = round_of(store, "2026-06", asked)
    file = store.sources.keep(b"form", "养老科.xlsx")
    log_receipt(store, Receipt(0, "", "养老科.xlsx", file, None, None, None, "merged", None))
    answer(store, rows[0], Source(file, "填报表", "I5"), percent=15.0, text="已建１处\n余下在建")
    return Case(store, built, rows)

"""The `status` contract: lights with reasons, and the view of what was known at an earlier moment."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main
from desktop_app.domain.changes import Source
from desktop_app.domain.model import ANSWER_FIELDS
from desktop_app.errors import Refused
from desktop_app.store.journal import entries
from desktop_app.store.receipts import Receipt, log_receipt
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.status import late_rounds, moment, status
from tests.builders import Built, answer, plan_with, round_of

JUNE_END = date(2026, 6, 30)
FILE = "a1" * 32


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-06-30")
    with open_ledger(tmp_path / "ledger") as opened:
        yield opened


@pytest.fixture
def built(store: Store) -> Built:
    target = {"item": "家庭养老床位", "comparator": ">=", "value": 60, "unit": "张"}
    return plan_with(
        store,
        {"section": "三、养老服务", "lead": ["养老科", "福利中心"], "co": "财务科", "targets": [target]},
        {"section": "三、养老服务", "lead": "养老科", "deadline": "2026-05-31"},
    )


def only(store: Store, task: int, **when: Any) -> dict[str, Any]:
    found = status(store, when.get("as_of", JUNE_END), when.get("known_at"))
    return next(entry for entry in found["tasks"] if entry["key"] == task)


def test_contract(store: Store, built: Built) -> None:
    asked = [(built.tasks[0], built.units["养老科"]), (built.tasks[0], built.units["福利中心"])]
    may = round_of(store, "2026-05", asked)
    june = round_of(store, "2026-06", asked)
    answer(store, may[0], percent=20, text="上月")
    answer(store, june[0], Source(FILE, "填报表", "H6"), text="建成30张")
    answer(store, june[0], Source(FILE, "填报表", "I6"), percent=52)
    answer(store, june[1], percent=32, problems="缺护理员")
    log_receipt(store, Receipt(0, "", "收回/养老科.xlsx", FILE, None, None, None, "merged", None))
    found = status(store, JUNE_END)
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
    assert found["as_of"] == "2026-06-30"
    task = found["tasks"][0]
    reports = task.pop("reports")
    assert task == {
        "key": built.tasks[0],
        "no": "1",
        "title": "任务1",
        "section": "养老服务",
        "lead": ["养老科", "福利中心"],
        "co": ["财务科"],
        "deadline": "2026-12-31",
        "state": "behind",
        "light": "amber",
        "label": "滞后",
        "reason": "序时进度50%，完成32%，落后18个百分点；完成率超过40%可转为正常。"
        "牵头单位填报不一（养老科52%、福利中心32%），按最低的计。",
        "expected": 50,
        "done": 32,
        "targets": [{"item": "家庭养老床位", "comparator": ">=", "value": 60, "unit": "张", "reported": None}],
        "actions": [],
    }
    assert reports == [
        said("养老科", FROM_FILE, percent=52, text="建成30张"),
        said("福利中心", percent=32, problems="缺护理员"),
    ]


FROM_FILE = {"file": "养老科.xlsx", "sheet": "填报表", "cells": {"percent": "I6", "text": "H6"}}
BY_HAND: dict[str, Any] = {"file": None, "sheet": None, "cells": {}}


def said(unit: str, place: dict[str, Any] = BY_HAND, **fields: object) -> dict[str, Any]:
    """A report of the round 2026-06 as the contract writes it."""
    blank = dict.fromkeys(ANSWER_FIELDS)
    return {"unit": unit, "round": "2026-06", "late": False, **blank, **fields, "figures": [], **place}


@pytest.mark.parametrize(
    ("given", "shown"),
    [("D:\\收回\\养老科.xlsx", "养老科.xlsx"), ("收回/六月.zip!/各科/养老科.xlsx", "六月.zip!/各科/养老科.xlsx")],
)
def test_a_returned_file_goes_by_its_own_name(store: Store, built: Built, given: str, shown: str) -> None:
    row = round_of(store, "2026-06", [(built.tasks[1], built.units["养老科"])])[0]
    answer(store, row, Source(FILE, "填报表", "I5"), percent=40)
    log_receipt(store, Receipt(0, "", given, FILE, None, None, None, "merged", None))
    assert only(store, built.tasks[1])["reports"][0]["file"] == shown


def test_rounds_after_the_day_do_not_count(store: Store, built: Built) -> None:
    asked = [(built.tasks[1], built.units["养老科"])]
    answer(store, round_of(store, "2026-05", asked)[0], percent=40)
    answer(store, round_of(store, "2026-06", asked)[0], percent=100)
    before, after = only(store, built.tasks[1], as_of=date(2026, 5, 31)), only(store, built.tasks[1])
    assert (before["done"], before["light"], before["reports"][0]["round"]) == (40, "red", "2026-05")
    assert (after["done"], after["light"], after["reports"][0]["round"]) == (100, "blue", "2026-06")


def test_known_at_shows_what_the_journal_knew(store: Store, built: Built) -> None:
    row = round_of(store, "2026-06", [(built.tasks[1], built.units["养老科"])])[0]
    answer(store, row, Source(FILE, "填报表", "I5"), percent=40)
    then = entries(store.connection, 1)[0].at
    answer(store, row, Source("b2" * 32, "填报表", "I9"), percent=100)
    now, past = only(store, built.tasks[1]), only(store, built.tasks[1], known_at=then)
    assert (now["done"], now["reports"][0]["file"]) == (100, "b2" * 32)
    assert (past["done"], past["light"], past["reports"][0]["file"]) == (40, "red", FILE)
    assert past["reports"][0]["cells"] == {"percent": "I5"}
    assert status(store, JUNE_END, "2000-01-01")["tasks"] == []


def test_an_action_stands_under_its_task(store: Store, built: Built) -> None:
    plan_with(store, {"parent": built.tasks[0], "title": "选定点位", "deadline": "2026-03-31"})
    action = only(store, built.tasks[0])["actions"][0]
    assert (action["title"], action["state"], action["light"], action["expected"]) == (
        "选定点位",
        "overdue",
        "grey",
        100,
    )


def test_an_empty_ledger_has_no_tasks(store: Store) -> None:
    assert status(store, JUNE_END) == {"as_of": "2026-06-30", "tasks": []}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-07-01", "2026-07-01T23:59:59.999999"),
        ("2026-07-01T12:00", "2026-07-01T12:00:00.000000"),
        (" 2026-07-01 12:00:05 ", "2026-07-01T12:00:05.000000"),
    ],
)
def test_moments(said: str, meant: str) -> None:
    assert moment(said) == meant


def test_what_is_no_moment_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match=r"“上周五”不是一个时刻.*台账没有改动"):
        status(store, JUNE_END, "上周五")


def test_on_the_command_line(store: Store, built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(store.folder)
    store.close()
    assert main(["status", "--data", folder, "--as-of", "2026-06-30", "--known-at", "2100-01-01", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["as_of"], [task["light"] for task in found["tasks"]]) == ("2026-06-30", ["grey", "grey"])
    assert main(["status", "--data", folder, "--known-at", "昨天"]) == 2
    assert "不是一个时刻" in capsys.readouterr().err


def test_today_shows_what_came_in_before_the_rounds_own_day(
    store: Store, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    """June's forms are due on the 25th; waiting for the 30th would show every task as silent."""
    row = round_of(store, "2026-06", [(built.tasks[1], built.units["养老科"])])[0]
    answer(store, row, Source(FILE, "填报表", "I5"), percent=40)
    monkeypatch.setenv("DUBAN_TODAY", "2026-06-26")
    task = next(t for t in status(store, None)["tasks"] if t["key"] == built.tasks[1])
    assert [report["percent"] for report in task["reports"]] == [40] and task["done"] == 40
    task = next(t for t in status(store, date(2026, 6, 26))["tasks"] if t["key"] == built.tasks[1])
    assert task["reports"] == [] and task["light"] == "grey"


def test_what_comes_after_the_due_day_is_late_and_counted_by_unit(
    store: Store, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = round_of(store, "2026-06", [(task, built.units["养老科"]) for task in built.tasks])
    answer(store, rows[0], percent=40)
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-03")
    answer(store, rows[0], percent=45)  # a correction is not late
    assert late_rounds(store) == {}
    answer(store, rows[1], percent=50)
    told = [report["late"] for key in built.tasks for report in only(store, key)["reports"]]
    assert told == [False, True]
    assert late_rounds(store) == {built.units["养老科"]: 1}

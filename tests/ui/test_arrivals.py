"""What was dropped on the window, told apart by what is in it: a plan, a ledger, a returned form."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app import clock
from desktop_app.store.store import open_ledger
from desktop_app.ui.arrivals import told_apart
from desktop_app.ui.importing.window import ImportWindow
from desktop_app.ui.session import Session
from desktop_app.ui.ways_in import WaysIn
from tests.exchange.returns import CARE, send

PLAN = [["序号", "重点任务", "牵头单位", "完成时限"], [1, "新建食堂", "养老科", "9月底"], [2, "核对对象", "救助科", ""]]
LEDGER = [
    ["序号", "重点任务", "牵头单位", "进展情况", "完成率(%)"],
    [1, "新建食堂", "养老科", "已建成2处", "20%"],
    [2, "核对对象", "救助科", "", ""],
]


def book(path: Path, rows: list[list[Any]]) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


@pytest.mark.parametrize("forms_are_out", [False, True])
def test_a_ledger_a_plan_and_a_form_are_told_apart(tmp_path: Path, forms_are_out: bool) -> None:
    ledger, plan = book(tmp_path / "台账.xlsx", LEDGER), book(tmp_path / "分解表.xlsx", PLAN)
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        form = send(store, tmp_path / "out").forms[CARE]
    arrived = told_apart([ledger, plan, form, tmp_path / "图.bmp"], forms_are_out)
    assert (arrived.ledgers, arrived.unknown) == ([ledger], [tmp_path / "图.bmp"])
    assert (arrived.plans, arrived.forms) == (([plan], [form]) if forms_are_out else ([plan, form], []))


def test_a_dropped_ledger_opens_its_mapping_and_is_stored_only_when_that_is_accepted(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_ledger(tmp_path / "ledger") as store:
        session, empty = Session(store), store.logical_dump()
        window = QWidget()
        qtbot.addWidget(window)
        ways = WaysIn(session, "", window)
        ways.take_in([book(tmp_path / "台账.xlsx", LEDGER)])
        qtbot.waitUntil(lambda: bool(window.findChildren(ImportWindow)), timeout=20_000)
        (opened,) = window.findChildren(ImportWindow)
        assert opened.looked.opened.path == tmp_path / "台账.xlsx"
        meanings = [box.currentData() for box in opened.grid.boxes]
        assert meanings == ["no", "task", "lead", "progress_text", "percent"]
        assert store.logical_dump() == empty  # it was only looked at
        QTest.keyClick(opened, Qt.Key.Key_Return)
        assert not opened.isVisible()
        snapshot = session.snapshot
        assert [(task.no, task.title) for task in snapshot.tasks_in_order()] == [("1", "新建食堂"), ("2", "核对对象")]
        assert [snapshot.leads_of(task.key)[0].name for task in snapshot.tasks_in_order()] == ["养老科", "救助科"]
        assert [(report.text, report.percent) for report in snapshot.tables["report"].values()] == [("已建成2处", 20.0)]

"""The mapping page: what it shows, how a column is mapped anew and remembered, and an export that comes back."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.exchange.ledger_layout import PLACES
from desktop_app.ui.importing import opening, returning, template
from desktop_app.ui.importing.opening import open_existing
from desktop_app.ui.importing.window import ImportWindow
from desktop_app.ui.session import Session
from desktop_app.verbs.export import export
from desktop_app.verbs.fill_template import look_at_template, open_template
from desktop_app.verbs.import_ledger import look_at, open_file
from tests.ui.ledger_case import Case
from tests.verbs.ledgers import PLAIN, QUARTERS, Layout, write
from tests.verbs.ledgers_more import PROGRESS

ODD = Layout(
    [
        ["序号", "重点任务", "谁来做", "备注"],
        [1, "整理库房", "后勤", ""],
        [2, "清点设备", "财务", ""],
    ],
    (),
    {},
    [],
)


def window(qtbot: QtBot, session: Session, path: Path) -> ImportWindow:
    made = ImportWindow(session, look_at(session.snapshot, open_file(path), None))
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_imports_what_is_shown(case: Case, qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(case.store)
    before = len(session.snapshot.tasks)
    made = window(qtbot, session, write(tmp_path / "a.xlsx", PROGRESS))
    assert [box.currentData() for box in made.grid.boxes][:4] == ["no", "section", "task", "lead"]
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert not made.isVisible() and len(session.snapshot.tasks) == before + 3
    assert "督办台账" in (session.steps().undo or pytest.fail()).label


def test_the_preview_shows_lead_and_helping_units(case: Case, qtbot: QtBot, tmp_path: Path) -> None:
    made = window(qtbot, Session(case.store), write(tmp_path / "a.xlsx", PLAIN))
    (tasks,) = (table for table in made.findChildren(QTableWidget) if table is not made.grid)
    head = [item.text() if (item := tasks.horizontalHeaderItem(n)) else "" for n in range(tasks.columnCount())]
    first = {name: item.text() if (item := tasks.item(0, n)) else "" for n, name in enumerate(head)}
    assert (first["牵头"], first["配合"], first["时限"]) == ("养老服务科", "财务科、各镇街", "2026-06-30")


def test_a_column_mapped_anew_is_known_the_next_time(case: Case, qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(case.store)
    path = write(tmp_path / "a.xlsx", ODD)
    made = window(qtbot, session, path)
    box = made.grid.boxes[2]
    assert box.currentData() == "other"
    box.setCurrentIndex(box.findData("lead"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: made.looked.held.tasks[0].lead != ())
    assert [str(held.value) for held in made.looked.held.tasks[1].lead] == ["财务"]
    QTest.keyClick(made, Qt.Key.Key_Return)
    again = [*ODD.rows, [3, "更新目录", "后勤", ""]]
    other = look_at(session.snapshot, open_file(write(tmp_path / "b.xlsx", ODD._replace(rows=again))), None)
    assert [str(task.lead[0].value) for task in other.held.tasks] == ["后勤", "财务", "后勤"]
    session.undo(session.steps().undo.id)  # type: ignore[union-attr]
    assert not [rule for rule in session.snapshot.tables["rule"].values() if rule.name.startswith("columns:")]


def test_the_header_can_be_pointed_at(case: Case, qtbot: QtBot, tmp_path: Path) -> None:
    made = window(qtbot, Session(case.store), write(tmp_path / "a.xlsx", QUARTERS))
    made.header_lines[1].setValue(1)
    assert made.looked.read.header.last == 0
    made.header_lines[1].setValue(2)
    assert "node_q1" in [column.meaning for column in made.looked.read.header.columns]


def test_a_file_that_is_known_is_told(
    case: Case, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, told = Session(case.store), []
    monkeypatch.setattr(opening, "tell", lambda _, sentence: told.append(sentence))
    path = write(tmp_path / "a.xlsx", PLAIN)
    made = window(qtbot, session, path)
    QTest.keyClick(made, Qt.Key.Key_Return)
    open_existing(session, path, made)
    assert len(told) == 1 and "已经导入过" in told[0]


def test_an_edited_export_comes_back_after_a_look(
    case: Case, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(case.store)
    path = tmp_path / "台账.xlsx"
    export(case.store, path)
    book = openpyxl.load_workbook(path)
    book["督办台账"].cell(5, PLACES["leader"] + 1, "分管副局长")
    book.save(path)
    seen: list[str] = []

    def look(dialog: returning.ReturnedDialog) -> int:
        (table,) = dialog.findChildren(QTableWidget)
        seen.extend(item.text() for column in range(4) if (item := table.item(0, column)))
        return dialog.DialogCode.Accepted

    monkeypatch.setattr(returning.ReturnedDialog, "exec", look)
    parent = QWidget()
    qtbot.addWidget(parent)
    open_existing(session, path, parent)
    assert session.snapshot.tasks[case.built.tasks[1]].leader == "分管副局长"
    assert seen == ["任务 改造床位", "责任领导", "", "分管副局长"]


def test_the_upper_levels_form_is_filled_as_mapped(
    case: Case, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, told = Session(case.store), []
    monkeypatch.setattr(template, "tell", lambda _, sentence: told.append(sentence))
    path = tmp_path / "上级表.xlsx"
    book = openpyxl.Workbook()
    for row in (["序号", "重点任务", "谁来做"], [1, "改造床位", None]):
        book["Sheet"].append(row)
    book.save(path)
    shown = template.TemplateWindow(session, look_at_template(session.snapshot, open_template(path)))
    qtbot.addWidget(shown)
    shown.show()
    box = shown.grid.boxes[2]
    box.setCurrentIndex(box.findData("lead"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: shown.template.choice is not None)
    shown.save(tmp_path / "已填.xlsx")
    assert openpyxl.load_workbook(tmp_path / "已填.xlsx")["Sheet"]["C2"].value == "养老科"
    assert "已填1行" in told[0] and not shown.isVisible()

"""The 单位 page on a real store: edits go through the session, names stay unique, counts lead to their rows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft
from desktop_app.domain.filters import Filter
from desktop_app.store.journal import entries
from desktop_app.store.store import open_ledger
from desktop_app.texts import units as texts
from desktop_app.ui.session import Session
from desktop_app.ui.units import page as room
from desktop_app.ui.units.members_dialog import MembersDialog
from desktop_app.ui.units.model import ALIASES, CONTACT, KIND, LED, NAME, OPEN, PHONE, RED
from desktop_app.ui.units.page import UnitsPage
from tests.builders import answer, plan_with, round_of


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-01")
    with open_ledger(tmp_path / "ledger") as store:
        built = plan_with(store, {"lead": "养老科"}, {"lead": ["养老科", "救助科"], "deadline": "2026-05-31"}, {})
        care = built.units["养老科"]
        rows = round_of(store, "2026-06", [(built.tasks[0], care), (built.tasks[1], care)])
        answer(store, rows[0], percent=100.0, status="已办结")
        answer(store, rows[1], percent=10.0, status="有进展")
        yield Session(store)


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(room, "tell", lambda _, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def units(qtbot: QtBot, session: Session) -> UnitsPage:
    made = UnitsPage(session)
    qtbot.addWidget(made)
    made.show()
    QAbstractItemModelTester(made._model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def cell(units: UnitsPage, column: int, row: int = 0) -> QModelIndex:
    return units._model.index(row, column)


def set_cell(units: UnitsPage, column: int, words: str, row: int = 0) -> None:
    units._model.setData(cell(units, column, row), words)


def test_counts_are_of_led_tasks(units: UnitsPage):
    assert [units._model.data(cell(units, column)) for column in (NAME, LED, OPEN, RED)] == ["养老科", "2", "1", "1"]
    assert [units._model.data(cell(units, column, 1)) for column in (NAME, LED)] == ["救助科", "1"]


def test_each_field_is_edited_as_one_entry_that_undo_takes_back(units: UnitsPage, session: Session):
    before = session.store.logical_dump()
    edits = {NAME: "养老服务科", KIND: "affiliate", CONTACT: "经办人", PHONE: "010-1234", ALIASES: "养老股，老年科"}
    for column, words in edits.items():
        set_cell(units, column, words)
    unit = session.snapshot.units_in_order()[0]
    assert (unit.name, unit.kind, unit.contact, unit.phone) == ("养老服务科", "affiliate", "经办人", "010-1234")
    assert units._model.data(cell(units, ALIASES)) == "养老股、老年科"
    assert session.snapshot.unit_named("老年科") == unit
    for _ in edits:
        step = session.steps().undo
        assert step is not None
        session.undo(step.id)
    assert session.store.logical_dump() == before


def test_an_alias_is_taken_away_by_leaving_it_out(units: UnitsPage, session: Session):
    set_cell(units, ALIASES, "养老股、老年科")
    set_cell(units, ALIASES, "老年科")
    assert [alias.name for alias in session.snapshot.tables["alias"].values()] == ["老年科"]


@pytest.mark.parametrize(("column", "words"), [(NAME, "救助科"), (NAME, "  "), (ALIASES, "救助科")])
def test_a_name_that_is_taken_or_blank_is_told_and_changes_nothing(
    units: UnitsPage, session: Session, said: list[str], column: int, words: str
):
    before = session.store.logical_dump()
    set_cell(units, column, words)
    assert len(said) == 1 and "台账没有改动" in said[0]
    assert session.store.logical_dump() == before


def test_a_new_unit_is_named_at_once(units: UnitsPage, session: Session):
    units._add.click()
    editor = units._table.indexWidget(units._table.currentIndex()) or units._table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit) and editor.text() == texts.NEW_NAME
    units._add.click()
    names = [unit.name for unit in session.snapshot.units_in_order()]
    assert names == ["养老科", "救助科", texts.NEW_NAME, f"{texts.NEW_NAME}2"]


def test_the_kind_is_chosen_from_a_list(units: UnitsPage, session: Session):
    units._table.edit(cell(units, KIND))
    (box,) = units._table.findChildren(QComboBox)
    assert box.currentData() == "section"
    box.setCurrentIndex(box.findData("town"))
    box.activated.emit(box.currentIndex())
    assert session.snapshot.units_in_order()[0].kind == "town"


def test_a_count_leads_to_exactly_its_rows(units: UnitsPage, session: Session, qtbot: QtBot):
    with qtbot.waitSignal(session.ledger_wanted) as wanted:
        units._table.doubleClicked.emit(cell(units, OPEN))
    assert wanted.args
    shown = wanted.args[0]
    assert isinstance(shown, Filter) and shown.tasks is not None
    assert {session.snapshot.tasks[key].title for key in shown.tasks} == {"任务2"}


def test_without_units_it_says_what_to_do(qtbot: QtBot, tmp_path: Path):
    with open_ledger(tmp_path / "other") as store:
        empty = UnitsPage(Session(store))
        qtbot.addWidget(empty)
        empty.show()
        assert empty._empty.isVisible() and not empty._table.isVisible()
        empty._add.click()
        assert empty._table.isVisible() and empty._table.accessibleName()


def test_counts_cannot_be_edited_and_stand_right(units: UnitsPage):
    for column in (LED, OPEN, RED):
        assert not units._model.flags(cell(units, column)) & Qt.ItemFlag.ItemIsEditable
        aligned = units._model.data(cell(units, column), Qt.ItemDataRole.TextAlignmentRole)
        assert aligned == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def test_the_members_of_a_group_are_ticked_in_one_step(units: UnitsPage, session: Session, qtbot: QtBot):
    draft = Draft()
    draft.create("unit", {"name": "各科室", "kind": "group", "position": 9})
    applied = session.apply(draft.changes, "新建单位组")
    assert applied is not None
    group = next(iter(applied.keys.values()))
    before = session.store.logical_dump()
    assert not units._members.isEnabled()
    units._table.setCurrentIndex(units._model.index(units._model.row_of(group), NAME))
    assert units._members.isEnabled()

    def tick(names: set[str]) -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MembersDialog) and w.isVisible())
        for row in range(dialog.list.count()):
            item = dialog.list.item(row)
            ticked = item.text().split("　")[0] in names
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        dialog.accept()

    for names in ({"养老科", "救助科"}, {"救助科"}):
        QTimer.singleShot(0, lambda names=names: tick(names))
        units._edit_members()
        assert {unit.name for unit in session.snapshot.members_of(group)} == names
    for entry in entries(session.store.connection)[:2]:
        session.undo(entry.id)
    assert session.store.logical_dump() == before

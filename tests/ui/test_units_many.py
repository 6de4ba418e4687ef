"""Units renamed, merged, put in order and taken in by the dozen; each one entry that undo takes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft
from desktop_app.domain.posts import Holding, holdings
from desktop_app.errors import Refused
from desktop_app.store.store import open_ledger
from desktop_app.texts import units as texts
from desktop_app.ui.session import Session
from desktop_app.ui.units import edits, posts_dialog
from desktop_app.ui.units import page as room
from desktop_app.ui.units.dialogs import ManyUnitsDialog, MergeDialog
from desktop_app.ui.units.page import UnitsPage
from desktop_app.ui.units.posts_dialog import PostsDialog
from tests.builders import plan_with
from tests.ui.answering import answering
from tests.ui.fronting import to_front


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(store, {"lead": "养老科"}, {"lead": ["养老科", "救助科"]}, {"lead": "救助科"}, {"lead": "福利院"})
        yield Session(store)


@pytest.fixture
def units(qtbot: QtBot, session: Session) -> UnitsPage:
    made = UnitsPage(session)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def names(session: Session) -> list[str]:
    return [unit.name for unit in session.snapshot.units_in_order()]


def test_the_former_name_of_a_renamed_unit_is_still_known(session: Session) -> None:
    unit = session.snapshot.unit_named("养老科")
    assert unit
    session.apply(edits.set_field(session.snapshot, unit, "name", "养老服务科"), "改名")
    renamed = session.snapshot.unit_named("养老服务科")
    assert renamed and session.snapshot.unit_named("养老科") == renamed
    session.apply(edits.set_field(session.snapshot, renamed, "name", "养老科"), "改回")
    assert edits.aliases_of(session.snapshot, unit.key) == ["养老服务科"]


def test_a_unit_that_nothing_names_leaves_no_former_name(session: Session) -> None:
    session.apply(edits.add_unit(session.snapshot, texts.NEW_NAME), "添加")
    unit = session.snapshot.unit_named(texts.NEW_NAME)
    assert unit
    session.apply(edits.set_field(session.snapshot, unit, "name", "老龄科"), "改名")
    assert session.snapshot.unit_named(texts.NEW_NAME) is None


def test_a_merged_units_tasks_and_name_go_along_and_come_back(units: UnitsPage, session: Session) -> None:
    before = session.store.logical_dump()
    units.choose_unit(session.snapshot.unit_named("救助科").key)  # type: ignore[union-attr]

    def into(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeDialog)
        dialog.name.setText("养老科")
        dialog.accept()

    answering(into)
    units._merge()
    assert names(session) == ["养老科", "福利院"]
    one = session.snapshot.unit_named("救助科")
    assert one and one.name == "养老科"
    assert len(edits.loads(session.snapshot, session.statuses)[one.key].led) == 3
    step = session.steps().undo
    assert step is not None and step.label == "把“救助科”并入“养老科”"
    session.undo(step.id)
    assert session.store.logical_dump() == before


def test_a_unit_does_not_go_into_a_group_or_into_nobody(
    units: UnitsPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = Draft()
    draft.create("unit", {"name": "各科室", "kind": "group", "position": 9})
    session.apply(draft.changes, "新建单位组")
    unit, group = session.snapshot.unit_named("养老科"), session.snapshot.unit_named("各科室")
    assert unit and group
    with pytest.raises(Refused, match="台账没有改动"):
        edits.merged(session.snapshot, unit, group)
    said: list[str] = []
    monkeypatch.setattr(room, "tell", lambda _, sentence: said.append(sentence))
    units.choose_unit(unit.key)
    answering(lambda dialog: (dialog.name.setText("没有的科"), dialog.accept()))  # type: ignore[attr-defined]
    units._merge()
    assert said == [texts.MERGE_UNKNOWN.format(name="没有的科")]


def test_the_order_is_moved_by_keys_and_stops_at_the_ends(qtbot: QtBot, units: UnitsPage, session: Session) -> None:
    units.choose_unit(session.snapshot.unit_named("福利院").key)  # type: ignore[union-attr]
    to_front(qtbot, units)
    for expected in (["养老科", "福利院", "救助科"], ["福利院", "养老科", "救助科"], ["福利院", "养老科", "救助科"]):
        QTest.keyClick(units._table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert names(session) == expected


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "东岭镇、西坪街道办事处，局机关各科室：",
            [("东岭镇", None, None), ("西坪街道办事处", None, None), ("局机关各科室", None, None)],
        ),
        (
            "单位\t联系人\t电话\r\n老龄科\t经办甲\t010-8888 1234\r\n养老科\t\t\r\n",
            [("老龄科", "经办甲", "010-8888 1234")],
        ),
        ("东岭镇\n东岭镇\n\n", [("东岭镇", None, None)]),
        ("  ", []),
    ],
)
def test_units_are_read_from_a_line_or_a_spreadsheet(
    session: Session, words: str, found: list[tuple[str, str | None, str | None]]
) -> None:
    assert edits.units_in(session.snapshot, words) == found


def test_many_units_are_one_entry_with_their_kinds(units: UnitsPage, session: Session) -> None:
    before = session.store.logical_dump()

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, ManyUnitsDialog) and not dialog.do.isEnabled()
        dialog.words.setPlainText("东岭镇、各村（社区）、老龄科、区殡仪馆")
        assert dialog.do.text() == texts.ADD_MANY_DO.format(count=4)
        dialog.accept()

    answering(write)
    units._add_many()
    kinds = {unit.name: unit.kind for unit in session.snapshot.units_in_order()}
    assert kinds["东岭镇"] == "town" and kinds["各村（社区）"] == "group" and kinds["老龄科"] == "section"
    step = session.steps().undo
    assert step is not None
    session.undo(step.id)
    assert session.store.logical_dump() == before


def test_posts_are_written_in_one_table_and_checked(
    units: UnitsPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(posts_dialog, "tell", lambda _, sentence: said.append(sentence))

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, PostsDialog) and dialog.table.rowCount() == 1
        for row, words in enumerate((("局长", "", ""), ("分管副局长", "乙同志", "7月"))):
            if row:
                dialog.add_row()
            for column, text in enumerate(words):
                dialog.table.item(row, column).setText(text)  # type: ignore[union-attr]
        dialog._check()
        dialog.table.item(0, 1).setText("甲同志")  # type: ignore[union-attr]
        dialog._check()
        dialog.table.item(1, 2).setText("2026.07.01")  # type: ignore[union-attr]
        dialog._check()

    answering(write)
    units._set_posts()
    assert len(said) == 2 and all("台账没有改动" in sentence for sentence in said)
    assert holdings(session.snapshot) == [Holding("局长", "甲同志"), Holding("分管副局长", "乙同志", "2026-07-01")]

"""A target split over units adds up, counts with every key, and each unit is asked its own part."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import edits
from desktop_app.domain.shares import evenly, share_changes, shares_of, still_to_share
from desktop_app.exchange.targets import figures_of, targets_words
from desktop_app.store.store import open_ledger
from desktop_app.texts import shares as texts
from desktop_app.ui.session import Session
from desktop_app.ui.shares import dialog as room
from desktop_app.ui.shares.dialog import PART, SharesDialog, split_target, units_for
from tests.builders import plan_with
from tests.ui.answering import answering

BEDS = {"item": "床位", "comparator": ">=", "value": 60.0, "unit": "张"}
TOWNS = ["东街道", "西街道", "南镇"]


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(store, {"title": "改造床位", "lead": TOWNS, "targets": [BEDS]}, {"title": "开会", "lead": "养老科"})
        yield Session(store)


def dialog_of(qtbot: QtBot, session: Session) -> SharesDialog:
    task = min(session.snapshot.tasks)
    snapshot = session.snapshot
    made = SharesDialog(snapshot, snapshot.targets_of(task), units_for(snapshot, task))
    qtbot.addWidget(made)
    made.show()
    return made


def write(dialog: SharesDialog, *numbers: str) -> None:
    for row, words in enumerate(numbers):
        dialog.table.item(row, PART).setText(words)  # type: ignore[union-attr]


def test_what_is_left_is_told_with_every_key(qtbot: QtBot, session: Session) -> None:
    dialog = dialog_of(qtbot, session)
    assert dialog.told.text() == texts.NOT_SPLIT and dialog.save.isEnabled()
    write(dialog, "20", "30")
    assert dialog.told.text() == "合计50张，目标60张，还差10张。" and not dialog.save.isEnabled()
    write(dialog, "20", "30", "20")
    assert dialog.told.text() == "合计70张，目标60张，多了10张。" and not dialog.save.isEnabled()
    write(dialog, "20", "30", "十")
    assert dialog.told.text() == texts.NO_NUMBER.format(name="南镇", said="十") and not dialog.save.isEnabled()
    write(dialog, "20", "70", "-30")
    assert not dialog.save.isEnabled()
    write(dialog, "20", "30", "10")
    assert dialog.told.text() == "合计60张，与目标一致。" and dialog.save.isEnabled()


def test_each_unit_is_asked_its_own_part_until_it_is_undone(session: Session) -> None:
    before = session.store.logical_dump()
    task = min(session.snapshot.tasks)

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, SharesDialog)
        write(dialog, "30", "20", "10")
        dialog.accept()

    answering(answer)
    split_target(session, task, None)  # type: ignore[arg-type]
    snapshot = session.snapshot
    (target,) = snapshot.targets_of(task)
    units = {unit.name: unit.key for unit in snapshot.leads_of(task)}
    assert shares_of(snapshot, target.key) == {units["东街道"]: 30.0, units["西街道"]: 20.0, units["南镇"]: 10.0}
    for name, part in (("东街道", 30.0), ("南镇", 10.0)):
        (figure,) = figures_of(snapshot, task, units[name], date(2026, 6, 30))
        assert figure["value"] == part
        assert targets_words(snapshot, task, units[name]) == f"床位60张（本单位{part:g}张）"
    step = session.steps().undo
    assert step is not None and step.label == "分解“改造床位”的指标"
    session.undo(step.id)
    assert session.store.logical_dump() == before
    (figure,) = figures_of(session.snapshot, task, units["南镇"], date(2026, 6, 30))
    assert figure["value"] == 60.0


def test_it_is_shared_evenly_and_not_at_all(qtbot: QtBot, session: Session) -> None:
    (target,) = session.snapshot.targets_of(min(session.snapshot.tasks))
    assert list(evenly(target._replace(value=10.0), [1, 2, 3]).values()) == [4.0, 3.0, 3.0]
    thirds = evenly(target._replace(value=0.5), [1, 2, 3])
    assert still_to_share(target._replace(value=0.5), thirds) == 0.0
    assert evenly(target, []) == {}
    dialog = dialog_of(qtbot, session)
    dialog._fill(evenly(target, [unit.key for unit in dialog._units]))
    assert dialog.told.text().endswith("与目标一致。")
    dialog._fill({})
    assert dialog.parts == {} and dialog.save.isEnabled()


def test_parts_that_do_not_add_up_are_no_split(session: Session) -> None:
    (target,) = session.snapshot.targets_of(min(session.snapshot.tasks))
    for parts in ({1: 50.0}, {1: 70.0, 2: -10.0}):
        with pytest.raises(ValueError, match="add up"):
            share_changes(session.snapshot, target, parts)


def test_what_cannot_be_split_is_told(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(room, "tell", lambda _, sentence: said.append(sentence))
    split_target(session, None, None)  # type: ignore[arg-type]
    split_target(session, max(session.snapshot.tasks), None)  # type: ignore[arg-type]
    assert said == [texts.NO_TASK, texts.NO_TARGET]


def test_with_one_unit_the_towns_are_offered(session: Session) -> None:
    for unit in session.snapshot.leads_of(min(session.snapshot.tasks)):
        session.apply(edits("unit", unit, {"kind": "town"}), "改类别")
    assert [unit.name for unit in units_for(session.snapshot, max(session.snapshot.tasks))] == TOWNS

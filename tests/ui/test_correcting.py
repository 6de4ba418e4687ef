"""Words chosen in the source text correct what was read, with their span; figures over rounds are drawn and told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft
from desktop_app.store.store import open_ledger
from desktop_app.texts import correcting as texts
from desktop_app.ui.inspector import panel as room
from desktop_app.ui.inspector.correcting import ACTS, Piece, chosen_span
from desktop_app.ui.inspector.figure_chart import Figure, chart, figures_of, figures_told
from desktop_app.ui.inspector.panel import Inspector
from desktop_app.ui.session import Session
from desktop_app.ui.theme import ACCENT
from desktop_app.verbs.intake import intake
from tests.builders import plan_with, round_of
from tests.ui.ledger_case import Case

PLAN = """某某区2026年民政工作要点

一、养老服务
1.建设助餐点𠮷祥处。9月底前新增助餐点8处，改造床位60张。（牵头单位：养老服务科）
"""


@pytest.fixture
def panel(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Inspector]:
    plan = tmp_path / "要点.txt"
    plan.write_text(PLAN, "utf-8")
    with open_ledger(tmp_path / "ledger") as store:
        intake(store, plan)
        made = Inspector(Session(store))
        qtbot.addWidget(made)
        made.show()
        (task,) = made.session.snapshot.tasks
        made.session.choose_task(task)
        monkeypatch.setattr("desktop_app.ui.ledger.proposing.ask", lambda *_: True)
        yield made


def choose(panel: Inspector, words: str) -> None:
    panel.text.moveCursor(QTextCursor.MoveOperation.Start)
    while panel.text.find(words):
        if panel.corrections():
            return
    pytest.fail(f"{words} is not in the source text")


def act(panel: Inspector, name: str) -> None:
    panel.corrections()[ACTS.index(name)].trigger()


def spanned(panel: Inspector, start: str, end: str) -> str:
    (task,) = panel.session.snapshot.tasks.values()
    (plan,) = panel.session.snapshot.plans.values()
    return (plan.source or "")[getattr(task, start) : getattr(task, end)]


def test_the_title_after_a_rare_character_keeps_its_span(panel: Inspector) -> None:
    choose(panel, "建设助餐点𠮷祥处。")
    act(panel, "title")
    (task,) = panel.session.snapshot.tasks.values()
    assert task.title == "建设助餐点𠮷祥处" == spanned(panel, "title_start", "title_end")
    choose(panel, "新增助餐点")
    act(panel, "title")
    assert spanned(panel, "title_start", "title_end") == "新增助餐点"


def test_units_and_the_time_limit(panel: Inspector) -> None:
    choose(panel, "养老服务科")
    act(panel, "co")
    task = panel.session.chosen_task or 0
    assert [unit.name for unit in panel.session.snapshot.cos_of(task)] == []  # who leads does not help as well
    choose(panel, "助餐点")
    act(panel, "lead")
    assert [unit.name for unit in panel.session.snapshot.leads_of(task)] == ["助餐点"]
    assert spanned(panel, "unit_start", "unit_end") == "助餐点"
    choose(panel, "9月底前")
    act(panel, "deadline")
    assert panel.session.snapshot.tasks[task].deadline == "2026-09-30"
    assert spanned(panel, "deadline_start", "deadline_end") == "9月底前"


def test_a_target_is_added_and_each_correction_is_undone(panel: Inspector) -> None:
    before = panel.session.store.logical_dump()
    task = panel.session.chosen_task or 0
    count = len(panel.session.snapshot.targets_of(task))
    choose(panel, "改造床位60张")
    act(panel, "target")
    target = panel.session.snapshot.targets_of(task)[-1]
    assert len(panel.session.snapshot.targets_of(task)) == count + 1
    assert (target.item, target.value, target.unit, target.phrase) == ("改造床位", 60.0, "张", "改造床位60张")
    step = panel.session.steps().undo
    assert step is not None and texts.FIELDS["target"] in step.label
    panel.session.undo(step.id)
    assert panel.session.store.logical_dump() == before


def test_words_that_are_no_day_are_refused(panel: Inspector, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(room, "tell", lambda _, sentence: said.append(sentence))
    before = panel.session.store.logical_dump()
    choose(panel, "床位")
    act(panel, "deadline")
    assert len(said) == 1 and panel.session.store.logical_dump() == before


def test_outside_the_source_nothing_is_offered(panel: Inspector) -> None:
    assert not panel.corrections()
    panel.text.moveCursor(QTextCursor.MoveOperation.Start)
    assert panel.text.find("牵头　")
    assert not panel.corrections()


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [(10, 12, (5, 7)), (10, 14, (5, 7)), (13, 15, (8, 9)), (9, 12, None), (14, 19, None), (12, 13, None)],
)
def test_places_in_the_document_are_places_in_the_source(start: int, end: int, span: tuple[int, int] | None) -> None:
    pieces = [Piece(10, 5, "甲乙。"), Piece(13, 8, "𠮷丙丁")]
    assert chosen_span(pieces, start, end) == span


def test_figures_over_rounds_are_drawn_and_told(case: Case, qapp: QApplication) -> None:
    built = plan_with(
        case.store, {"lead": ["甲科", "乙科"], "targets": [{"item": "床位", "comparator": ">=", "value": 60.0}]}
    )
    (task,) = built.tasks
    (target,) = case.store.snapshot().targets_of(task)
    for period, figures in (("2026-04", (10.0, 5.0)), ("2026-05", (20.0, 12.5))):
        rows = round_of(case.store, period, [(task, built.units["甲科"]), (task, built.units["乙科"])])
        draft = Draft()
        for row, held in zip(rows, figures, strict=True):
            asked = {"row": row, "position": 1, "target": target.key, "comparator": ">=", "held": held}
            draft.create("row_target", asked)
        case.store.apply(draft.changes, "填报")
    figures = figures_of(case.store.snapshot(), target)
    assert figures == [Figure("2026-04", 15.0), Figure("2026-05", 32.5)]
    picture = chart(figures, 60.0, qapp.font())
    colours = {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)
    }
    assert QColor(ACCENT).name() in colours
    assert figures_told("床位", figures) == "床位，各期完成：4月15，5月32.5"

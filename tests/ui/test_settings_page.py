"""The 设置 page: light rules are ledger history, the type size belongs to this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app import __version__, settings
from desktop_app.domain.rules import BY_DAY, PRESETS, ExpectedRule, LightRules, expected_rule, light_rules
from desktop_app.domain.workdays import calendar_of
from desktop_app.paths import user_config_dir
from desktop_app.reports.scores import score_rule
from desktop_app.store.store import open_ledger
from desktop_app.ui.session import Session
from desktop_app.ui.settings import holidays, lights
from desktop_app.ui.settings.page import SETTINGS_FILE, SettingsPage
from desktop_app.ui.theme import apply_theme


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-01")
    with open_ledger(tmp_path / "ledger") as store:
        yield Session(store)


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    for room in (lights, holidays):
        monkeypatch.setattr(room, "tell", lambda _, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> SettingsPage:
    made = SettingsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def apply(page: SettingsPage, amber: float, red: float) -> None:
    page.lights.amber.setValue(amber)
    page.lights.red.setValue(red)
    page.lights.save.click()


def test_light_rules_are_kept_in_the_ledger_and_undone(page: SettingsPage, session: Session):
    before = session.store.logical_dump()
    apply(page, 5, 20)
    assert light_rules(session.snapshot) == LightRules(5.0, 20.0)
    apply(page, 8, 25)
    assert len(session.snapshot.tables["rule"]) == 1
    for _ in range(2):
        step = session.steps().undo
        assert step is not None
        session.undo(step.id)
    assert session.store.logical_dump() == before
    assert (page.lights.amber.value(), page.lights.red.value()) == (10.0, 30.0)


def test_the_rule_is_said_in_words_while_it_is_typed(page: SettingsPage):
    page.lights.amber.setValue(5)
    assert "不到5个百分点" in page.lights.rule.text()


def test_a_red_limit_under_the_amber_one_is_told(page: SettingsPage, session: Session, said: list[str]):
    before = session.store.logical_dump()
    apply(page, 30, 20)
    assert "台账没有改动" in said[0]
    assert session.store.logical_dump() == before


def test_the_shipped_rule_comes_back(page: SettingsPage, session: Session):
    apply(page, 5, 20)
    page.lights.shipped.click()
    assert light_rules(session.snapshot) == LightRules()


def test_the_type_size_is_kept_on_this_computer(page: SettingsPage, session: Session, qapp: QApplication):
    before = session.store.logical_dump()
    try:
        page._percent.setCurrentIndex(page._percent.findData(150))
        page._percent.activated.emit(page._percent.currentIndex())
        assert settings.load(user_config_dir() / SETTINGS_FILE).percent == 150
        assert qapp.font().pointSizeF() == pytest.approx(13.5)
    finally:
        apply_theme(qapp)
    assert session.store.logical_dump() == before


def test_it_names_the_folder_and_the_version(page: SettingsPage, session: Session):
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert str(session.store.folder.resolve()) in words and __version__ in words
    assert page._percent.accessibleName() and page.lights.amber.accessibleName() and page.lights.red.accessibleName()


@pytest.mark.parametrize("preset", [name for name in PRESETS if PRESETS[name] != LightRules()])
def test_a_preset_is_taken_as_it_is(page: SettingsPage, session: Session, preset: str):
    page.lights.preset.setCurrentText(preset)
    page.lights.preset.activated.emit(page.lights.preset.currentIndex())
    page.lights.save.click()
    assert light_rules(session.snapshot) == PRESETS[preset] and page.lights.preset.currentText() == preset


def test_a_word_of_ones_own(page: SettingsPage, session: Session, said: list[str]):
    _, word = page.lights.looks["behind"]
    for wrong in ("", "未报"):
        word.setText(wrong)
        page.lights.save.click()
        assert "台账没有改动" in said[-1] and light_rules(session.snapshot) == LightRules()
    word.setText("进度偏慢")
    page.lights.save.click()
    assert light_rules(session.snapshot).look("behind") == ("amber", "进度偏慢")
    assert "◆ 进度偏慢" in page.lights.rule.text() and page.lights.preset.currentText() == "自定"


def test_expected_progress_by_days(page: SettingsPage, session: Session):
    page.expected.by.setCurrentIndex(1)
    page.expected.by.activated.emit(1)
    page.expected.nodes.click()
    assert expected_rule(session.snapshot) == ExpectedRule(BY_DAY, False)
    step = session.steps().undo
    assert step is not None
    session.undo(step.id)
    assert page.expected.nodes.isChecked()


def test_the_pasted_notice_fills_the_year(page: SettingsPage, session: Session, said: list[str]):
    before = session.store.logical_dump()
    page.holidays.take("1月1日（周一）放假")
    assert "台账没有改动" in said[0] and session.store.logical_dump() == before
    page.holidays.take("2027年：元旦1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。")
    assert calendar_of(session.snapshot).tables.keys() == {2027}
    assert "1月1日至1月3日；上班1月9日" in page.holidays.table.text()
    page.holidays.shipped.click()
    assert session.store.logical_dump() == before
    assert page.holidays.table.text() == "2027年节假日未更新，暂按周一至周五计算工作日。"


def test_scoring_is_turned_on_and_its_points_are_kept(page: SettingsPage, session: Session):
    assert not score_rule(session.snapshot).on and not page.scores._table.isVisible()
    page.scores.on.click()
    assert score_rule(session.snapshot).on and page.scores._table.isVisible()
    page.scores.points["overdue", "co"].setValue(-1.5)
    page.scores.save.click()
    assert score_rule(session.snapshot).points["overdue"] == {"lead": -5, "co": -1.5}
    for _ in range(2):
        step = session.steps().undo
        assert step is not None
        session.undo(step.id)
    assert not session.snapshot.tables["rule"] and not page.scores.on.isChecked()

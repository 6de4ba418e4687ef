"""The 设置 page: light rules are ledger history, the type size belongs to this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app import __version__, settings
from desktop_app.domain.rules import LightRules, light_rules
from desktop_app.paths import user_config_dir
from desktop_app.store.store import open_ledger
from desktop_app.ui.session import Session
from desktop_app.ui.settings import page as room
from desktop_app.ui.settings.page import SETTINGS_FILE, SettingsPage
from desktop_app.ui.theme import apply_theme


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_ledger(tmp_path / "ledger") as store:
        yield Session(store)


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(room, "tell", lambda _, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> SettingsPage:
    made = SettingsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def apply(page: SettingsPage, amber: float, red: float) -> None:
    page._amber.setValue(amber)
    page._red.setValue(red)
    page._save.click()


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
    assert (page._amber.value(), page._red.value()) == (10.0, 30.0)


def test_the_rule_is_said_in_words_while_it_is_typed(page: SettingsPage):
    page._amber.setValue(5)
    assert "不到5个百分点" in page._rule.text()


def test_a_red_limit_under_the_amber_one_is_told(page: SettingsPage, session: Session, said: list[str]):
    before = session.store.logical_dump()
    apply(page, 30, 20)
    assert "台账没有改动" in said[0]
    assert session.store.logical_dump() == before


def test_the_shipped_rule_comes_back(page: SettingsPage, session: Session):
    apply(page, 5, 20)
    page._shipped.click()
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
    assert page._percent.accessibleName() and page._amber.accessibleName() and page._red.accessibleName()

"""The clock: set for scripts, by a practice ledger, or real; and the practice day goes when its ledger does."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.store.practice import RULE, practice_day, use_practice_day
from desktop_app.store.store import open_ledger


def test_a_practice_ledger_brings_its_day_and_takes_it_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with open_ledger(tmp_path / "示例") as practice, open_ledger(tmp_path / "台账") as real:
        draft = Draft()
        draft.create("rule", {"name": RULE, "value": "2026-07-01"})
        practice.apply(draft.changes, "设定示例日期")
        assert (practice_day(practice), practice_day(real)) == ("2026-07-01", None)
        use_practice_day(practice)
        assert clock.today() == date(2026, 7, 1) and clock.now().startswith("2026-07-01T")
        monkeypatch.setenv("DUBAN_TODAY", "2026-05-31")
        assert clock.today() == date(2026, 5, 31)
        monkeypatch.delenv("DUBAN_TODAY")
        use_practice_day(real)
        assert clock.today() == date.today()


def test_a_day_lived_through_ends(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DUBAN_TODAY", "2026-01-02")
    with clock.on_day(date(2026, 4, 28)):
        assert clock.today() == date(2026, 4, 28)
    assert clock.today() == date(2026, 1, 2)
    monkeypatch.delenv("DUBAN_TODAY")
    with pytest.raises(ZeroDivisionError), clock.on_day(date(2026, 4, 28)):
        raise ZeroDivisionError
    assert clock.today() == date.today()

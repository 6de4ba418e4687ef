"""What the window's tests share: a ledger on a real store, on a fixed day."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.ledger_case import DAY, Case, open_case


@pytest.fixture
def case(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """The case of ledger_case, closed after the test."""
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    made = open_case(tmp_path / "ledger")
    yield made
    made.store.close()

"""Nothing opens a network connection: every test runs with the guard of conftest; here is the proof that it holds."""

import socket
from pathlib import Path

import pytest

from desktop_app.cli import main


def test_the_guard_stops_a_connection() -> None:
    with socket.socket() as wire, pytest.raises(AssertionError, match="network"):
        wire.connect(("127.0.0.1", 9))


@pytest.mark.slow
def test_the_whole_cycle_opens_none(tmp_path: Path) -> None:
    assert main(["demo", str(tmp_path / "demo")]) == 0

"""A quick share of the long runs of bench/soak.py; each prints how much of it was done."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench import soak_kill, soak_year
from desktop_app.store.store import FILE

ROOT = Path(__file__).resolve().parent.parent
KILLS = 100


def soak(*words: object) -> dict[str, Any]:
    """The run in a process of its own: one that has a window must not be forked."""
    command = [sys.executable, "bench/soak.py", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def say(capsys: pytest.CaptureFixture[str], figures: str) -> None:
    """Show figures of a run that went well, too."""
    with capsys.disabled():
        print(f" {figures} ", end="")  # noqa: T201


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_whenever_it_is_killed_every_acknowledged_entry_is_there(capsys: pytest.CaptureFixture[str]):
    told = soak("--kills", KILLS)["kills"]
    say(capsys, f"killed {told['count']} times: {told['by operation']}")
    assert told["wrong"] == [] and told["count"] == KILLS and len(told["by operation"]) == len(soak_kill.OPERATIONS)


def test_a_short_year_agrees_with_the_plain_model(capsys: pytest.CaptureFixture[str]):
    told = soak("--year", "--rounds", 2, "--units", 4, "--rows", 8)["year"]
    say(capsys, f"{told['rounds']} rounds, {told['answers']} answers, {told['seconds']} s")
    assert told["wrong"] == [] and told["answers"] > 50


def test_the_soak_sees_what_is_broken(tmp_path: Path):
    soak_kill.template(tmp_path / "room")
    ledger = tmp_path / "room" / "ledger"
    assert list(soak_kill.wrong(ledger, 2, {1, 2}, restoring=False)) == []
    assert any("is lost" in what for what in soak_kill.wrong(ledger, 3, {3}, restoring=False))
    assert any("never acknowledged" in what for what in soak_kill.wrong(ledger, 0, set(), restoring=False))
    (tmp_path / "room" / "out.xlsx").write_bytes(b"PK\x03\x04 half")
    assert any("half" in what for what in soak_kill.wrong(ledger, 2, set(), restoring=False))
    for kept in (ledger / "备份").glob("*.duban"):
        kept.write_bytes(kept.read_bytes()[:9000])
    assert any("no sound backup" in what for what in soak_kill.half_files(ledger))
    year = soak_year.Year(tmp_path / "year", 1, 1)
    year.agree("begin")
    assert year.wrong == []
    year.model = year.model.edited(next(iter(year.model.tasks)), "note", "a step that the ledger does not know")
    year.agree("note")
    assert year.wrong == ["note: the tasks differ"]
    year.store.close()
    assert (tmp_path / "year" / "ledger" / FILE).exists()

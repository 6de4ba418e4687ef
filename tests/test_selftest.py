"""The program tries itself: the result is a file and an exit code, for a windowed program has nothing else."""

import json
from pathlib import Path

import pytest

from desktop_app import cli, selftest


def test_every_step_does_its_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "结果.json"
    assert cli.main(["self-test", str(out)]) == 0
    result = json.loads(out.read_text("utf-8"))
    assert result["passed"] and [step["step"] for step in result["steps"]] == list(selftest.STEPS)
    assert "自检通过" in capsys.readouterr().out


def test_a_step_that_fails_is_named_and_ends_the_trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: Path) -> None:
        selftest.expect(not folder.exists(), "no fonts")

    monkeypatch.setattr(selftest, "STEPS", {"assets": broken, "never": lambda _: pytest.fail("went on")})
    out = tmp_path / "结果.json"
    assert cli.main(["self-test", str(out)]) == 2
    result = json.loads(out.read_text("utf-8"))
    assert not result["passed"] and [(s["step"], s["passed"]) for s in result["steps"]] == [("assets", False)]
    assert "no fonts" in result["steps"][0]["told"]

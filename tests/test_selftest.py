"""The program tries itself: the result is a file and an exit code, for a windowed program has nothing else."""

import json
from pathlib import Path

import pytest

from desktop_app import cli, selftest, selftest_natives
from desktop_app.selftest import Trial


def test_every_step_does_its_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "结果.json"
    assert cli.main(["self-test", str(out)]) == 0
    result = json.loads(out.read_text("utf-8"))
    assert result["passed"] and [step["step"] for step in result["steps"]] == list(selftest.STEPS)
    told = {step["step"]: step["told"] for step in result["steps"]}
    assert told["collect"] > 0 and told["gantt"]["characters"] > 0 and told["chart"]["bytes"] > 0
    assert told["fonts"]["chosen"] and set(told["fonts"]["stood_in"])
    assert all(result["packages"].values())
    assert "自检通过" in capsys.readouterr().out


def test_a_step_that_fails_is_named_and_ends_the_trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(trial: Trial) -> None:
        selftest.expect(not trial.folder.exists(), "no fonts")

    monkeypatch.setattr(selftest, "STEPS", {"assets": broken, "never": lambda _: pytest.fail("went on")})
    out = tmp_path / "结果.json"
    assert cli.main(["self-test", str(out)]) == 2
    result = json.loads(out.read_text("utf-8"))
    assert not result["passed"] and [(s["step"], s["passed"]) for s in result["steps"]] == [("assets", False)]
    assert "no fonts" in result["steps"][0]["told"]


def test_a_chart_without_a_chinese_font_is_no_chart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest_natives, "_names", lambda: [("DejaVu Sans",)])
    with pytest.raises(ValueError, match="no Chinese font"):
        selftest_natives.chart(tmp_path / "chart.png")


def test_a_compiled_package_that_ships_and_is_never_used_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openpyxl import Workbook

    Workbook().save(tmp_path / "ledger.xlsx")
    monkeypatch.setattr(selftest_natives, "shipped", lambda: {"lxml", "left_over"})
    with pytest.raises(ValueError, match="never loaded: left_over"):
        selftest_natives.natives(tmp_path)


def test_what_ships_is_told_without_plain_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("lxml/etree.so", "numpy.libs/libblas.so", "lib-dynload/_json.so", "python3.11/lib-dynload/_ssl.so"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert selftest_natives.shipped() == set()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert selftest_natives.shipped() == {"lxml"}

"""The command line itself: help in Chinese, mistyped commands, journal, undo and check with their exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.paths import asset
from desktop_app.store.store import open_ledger, read_ledger
from desktop_app.verbs.intake import intake

PLAN = asset("resources", "demo", "2026年全区民政工作要点.txt")
VERBS = [
    *("extract", "suggest", "compare", "intake", "dispatch", "collect", "export", "status", "gantt"),
    *("journal", "undo", "check", "shots", "demo", "self-test"),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = tmp_path / "台账"
    with open_ledger(folder) as store:
        intake(store, PLAN)
    return folder


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    try:
        code = cli.main([str(word) for word in words])
    except SystemExit as done:
        code = int(done.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_in_chinese(capsys: pytest.CaptureFixture[str], verb: str):
    code, out, _ = run(capsys, verb, "--help")
    assert code == 0 and out.startswith(f"用法：duban {verb} [-h]") and "--data" in out and "--json" in out
    assert not {"usage", "options", "positional", "show this"} & set(out.replace(":", " ").split())


@pytest.mark.parametrize(
    "words", [[], ["没有这个"], ["intake"], ["undo", "零"], ["gantt"], ["dispatch", "--period", "2026-06"]]
)
def test_a_mistyped_command_is_refused_in_chinese(capsys: pytest.CaptureFixture[str], words: list[str]):
    code, out, err = run(capsys, *words)
    assert code == 2 and out == "" and "命令写法不对。台账没有改动。" in err and "error" not in err


@pytest.mark.parametrize(
    "words", [["status"], ["journal"], ["check"], ["export", "a.xlsx"], ["gantt", "--out", "a.pdf"]]
)
def test_reading_verbs_want_a_ledger(capsys: pytest.CaptureFixture[str], tmp_path: Path, words: list[str]):
    code, _, err = run(capsys, *words, "--data", tmp_path / "无")
    assert code == 2 and "没有台账" in err and not (tmp_path / "无").exists()


def test_journal_undo_redo_and_check(capsys: pytest.CaptureFixture[str], ledger: Path):
    with read_ledger(ledger) as store:
        full = store.logical_dump()
    code, out, _ = run(capsys, "journal", "--data", ledger, "--json")
    (entry,) = json.loads(out)["entries"]
    assert code == 0 and entry["id"] == 1 and entry["label"].startswith("导入《") and entry["changes"] > 180
    code, out, _ = run(capsys, "journal", "1", "--data", ledger, "--json")
    assert {c["entity"] for c in json.loads(out)["changes"]} >= {
        "plan",
        "section",
        "task",
        "target",
        "unit",
        "assignment",
    }
    code, out, _ = run(capsys, "undo", "--data", ledger, "--json")
    assert code == 0 and json.loads(out) == {"undone": 1, "applied": 2, "kept": []}
    with read_ledger(ledger) as store:
        assert store.snapshot().tasks == {}
    code, _, err = run(capsys, "undo", "--data", ledger)
    assert code == 2 and "没有可以撤销的操作" in err
    assert run(capsys, "undo", "2", "--data", ledger)[0] == 0
    with read_ledger(ledger) as store:
        assert store.logical_dump() == full
    code, out, _ = run(capsys, "check", "--data", ledger)
    assert code == 0 and "完好" in out


def test_check_tells_what_is_damaged(capsys: pytest.CaptureFixture[str], ledger: Path):
    stored = next(path for path in (ledger / "files").rglob("*.txt"))
    stored.write_bytes(b"other")
    code, out, _ = run(capsys, "check", "--data", ledger, "--json")
    assert code == 1 and json.loads(out)["sound"] is False


def test_a_writing_verb_beside_an_open_window_refuses(capsys: pytest.CaptureFixture[str], ledger: Path):
    with open_ledger(ledger) as window:
        dump = window.logical_dump()
        for words in (["undo"], ["intake", PLAN], ["dispatch", "--period", "2026-06", "--out", ledger / "表"]):
            code, _, err = run(capsys, *words, "--data", ledger)
            assert code == 2 and "另一个窗口" in err
        assert run(capsys, "status", "--data", ledger)[0] == 0
        assert window.logical_dump() == dump


def test_chinese_survives_a_pipe_on_any_locale(ledger: Path):
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "desktop_app", "journal", "--data", str(ledger)]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True, env=environment)
    assert "导入《" in done.stdout.decode("utf-8")

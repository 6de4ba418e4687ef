"""The table of budgets: every row of it is shown, and missed goals are told."""

import json
from pathlib import Path

import pytest

from bench import rows

REACHED = {"row": "5", "ours": 3.0, "peer": 1.0, "unit": "s", "ratio": 3.0}
MISSED = {"row": "12", "ours": 8.0, "peer": 2.0, "unit": "s", "ratio": 4.0, "note": "cold"}


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand-in for the benches themselves: one reached row and one missed one."""
    monkeypatch.setattr(rows, "measure", lambda script: [REACHED, MISSED] if script.name == "start.py" else [])


def test_the_budgets_are_numbered_without_a_gap() -> None:
    numbers = {int("".join(filter(str.isdigit, key))) for key in rows.ROWS}
    assert numbers == set(range(1, max(numbers) + 1)) and max(numbers) >= 12


def test_a_line_for_every_row(measured: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert rows.main([]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(rows.ROWS)
    told = {line.split()[0]: line for line in lines}
    assert told["5"].endswith("3 / 1 s = 3.00× (goal ≤4.0×) reached")
    assert told["12"].endswith("8 / 2 s = 4.00× (goal ≤3.0×) NOT reached cold")
    assert "not yet built" in told["2a"]


def test_json_has_the_same(measured: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert rows.main(["--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {row["row"]: row["reached"] for row in told["rows"]} == {"5": True, "12": False}
    assert set(told["not_yet_built"]) == rows.ROWS.keys() - {"5", "12"}


def test_a_bench_is_run_as_a_process_that_finds_the_program(tmp_path: Path) -> None:
    script = tmp_path / "bench.py"
    script.write_text(f"import desktop_app\nprint({json.dumps(json.dumps([REACHED]))})", encoding="utf-8")
    assert rows.measure(script) == [REACHED]

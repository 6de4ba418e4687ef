"""The table of budgets: every row of it is shown, and missed goals are told."""

import json
from pathlib import Path

import pytest

from bench import rows

REACHED = {"row": "5", "ours": 3.0, "peer": 1.0, "unit": "s", "ratio": 3.0}
MISSED = {"row": "12", "ours": 8.0, "peer": 2.0, "unit": "s", "ratio": 4.0, "note": "cold"}
SKIPPED = {"row": "10a", "skipped": "no peer"}


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand-in for the benches themselves: one reached row and one missed one."""
    results = {"start.py": [REACHED, MISSED], "forms_write.py": [SKIPPED]}
    monkeypatch.setattr(rows, "measure", lambda script: results.get(script.name, []))


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
    assert "not measured here: no peer" in told["10a"]


def test_json_has_the_same(measured: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert rows.main(["--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {row["row"]: row["reached"] for row in told["rows"]} == {"5": True, "12": False, "10a": None}
    assert set(told["not_yet_built"]) == rows.ROWS.keys() - {"5", "12", "10a"}


def test_a_bench_is_run_as_a_process_that_finds_the_program(tmp_path: Path) -> None:
    script = tmp_path / "bench.py"
    script.write_text(f"import desktop_app\nprint({json.dumps(json.dumps([REACHED]))})", encoding="utf-8")
    assert rows.measure(script) == [REACHED]


def test_only_the_rows_asked_for_are_measured(measured: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert rows.main(["10a"]) == 0  # a peer that is not here is no miss
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert rows.main(["99"]) == 2
    assert "no such row: 99" in capsys.readouterr().err


def test_each_bench_named_by_a_row_exists_and_tells_that_row() -> None:
    for key, row in rows.ROWS.items():
        assert not row.bench or f'"{key}"' in (rows.FOLDER / f"{row.bench}.py").read_text("utf-8"), key

"""Every file we write for Excel and Word obeys the schema by which Microsoft's own Open XML SDK judges such files.

What that finds nothing wrong with is opened by Excel, Word and WPS without an offer to repair it.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.texts.report import NAMES
from desktop_app.verbs.report_write import ways_of
from tests.conftest import ROOT
from tests.verbs.papers_case import DAY, open_papers

INSTALLED = ROOT / "build" / "office-schema" / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64"
VALIDATOR = shutil.which("ooxml-validator", path=os.pathsep.join([os.environ.get("PATH", ""), str(INSTALLED)]))
pytestmark = pytest.mark.skipif(VALIDATOR is None, reason="no ooxml-validator is here to judge what we write")
ALL_COLUMNS = "text,percent,finished_on,problems,next_steps,evidence,figures"


def faults(path: Path) -> list[str]:
    """What the schema finds wrong with a file, each with the part it lies in."""
    assert VALIDATOR is not None
    plain = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}  # it needs no ICU library then
    told = json.loads(subprocess.run([VALIDATOR, str(path)], capture_output=True, check=False, env=plain).stdout)
    return [f"{path.name} {error['path']}: {error['description']}" for error in told["errors"]]


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    open_papers(tmp_path / "ledger").close()
    return tmp_path / "ledger"


def test_every_paper(ledger: Path, tmp_path: Path) -> None:
    asked = ["--data", str(ledger), "--period", "2026-06"]
    assert main(["report", "breakdown", *asked, "--out", str(tmp_path / "draft.docx"), "--draft", "--issue"]) == 0
    written = []
    for kind in NAMES:
        for suffix in {".docx", ".xlsx"} & ways_of(kind).keys():
            path = tmp_path / f"{kind}{suffix}"
            if main(["report", kind, *asked, "--out", str(path), "--red-head", "清溪区民政局", "--sealed"]) == 0:
                written.append(path)
    assert {path.stem for path in written} == NAMES.keys() - {"correction"}  # nothing issued is wrong by now
    assert [fault for path in written for fault in faults(path)] == []


def test_every_form_and_what_goes_with_it(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "forms"
    for period, *more in (("2026-07",), ("2026-08", "--ask", ALL_COLUMNS, "--signoff", "each")):
        assert main(["dispatch", "--data", str(ledger), "--period", period, "--out", str(out), *more]) == 0
    last = sorted(path for path in out.rglob("*.xlsx"))[::4]  # of each round some
    written = [*last, *sorted(out.rglob("*.docx"))[:3]]
    assert len(last) >= 3 and len(written) == len(last) + 3
    assert [fault for path in written for fault in faults(path)] == []


def test_the_ledger_and_the_gantt_chart_as_workbooks(ledger: Path, tmp_path: Path) -> None:
    book, chart = tmp_path / "ledger.xlsx", tmp_path / "gantt.xlsx"
    assert main(["export", "--data", str(ledger), str(book)]) == 0
    assert main(["gantt", "--data", str(ledger), "--out", str(chart)]) == 0
    assert faults(book) + faults(chart) == []


def test_a_file_that_breaks_the_schema_is_found(tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook")
    assert faults(path)

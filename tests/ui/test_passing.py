"""Copies for other programs go with the program; what a killed one left is swept away."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from desktop_app.exchange import write_ledger
from desktop_app.ui import passing

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_room_goes_when_the_program_ends(tmp_path: Path):
    script = "from desktop_app.ui.passing import passing_room as r; (r() / 'x.xlsx').write_bytes(b'x'); print(r())"
    own = {**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=own, capture_output=True, text=True, check=True)
    room = Path(done.stdout.strip())
    assert room.parent == tmp_path and list(tmp_path.iterdir()) == []


def test_only_old_rooms_of_ours_are_swept_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old = time.time() - passing.LEFT_AFTER - 60
    for name in ("duban-old", "duban-young", "another"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.xlsx").write_bytes(b"x")
        if name != "duban-young":
            os.utime(tmp_path / name, (old, old))
    (tmp_path / "duban-9.exe").write_bytes(b"x")
    os.utime(tmp_path / "duban-9.exe", (old, old))
    passing.sweep_passing()
    assert {path.name for path in tmp_path.iterdir()} == {"duban-young", "another", "duban-9.exe"}


def test_what_an_export_was_killed_over_is_swept_away_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(shutil, "rmtree", killed)  # so that the folder stays, as when the power goes
    monkeypatch.setattr(write_ledger, "_write", killed)
    with pytest.raises(KeyboardInterrupt):
        write_ledger.write_ledger(None, None, tmp_path / "台账.xlsx")  # type: ignore[arg-type]
    monkeypatch.undo()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (left,) = tmp_path.iterdir()
    old = time.time() - passing.LEFT_AFTER - 60
    os.utime(left, (old, old))
    passing.sweep_passing()
    assert list(tmp_path.iterdir()) == []

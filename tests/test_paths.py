"""One function finds what the program brings along: from source, from an installed wheel, and frozen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import paths

ROOT = Path(__file__).resolve().parent.parent
ASSETS = "paths.asset('db', '0001_initial.sql'), paths.asset('resources', 'icons', 'app.svg')"
SHOW = f"from desktop_app import paths; print({ASSETS}, sep='\\n')"


def test_from_source() -> None:
    assert paths.asset("resources", "icons", "app.svg") == ROOT / "resources" / "icons" / "app.svg"
    assert paths.asset("db") == ROOT / "db"


def test_frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "db").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.asset("db") == tmp_path / "db"


def test_what_was_not_shipped_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        paths.asset("resources", "no such file")


@pytest.mark.slow
def test_from_an_installed_wheel(tmp_path: Path) -> None:
    import venv  # the embeddable Python of the Windows build has none

    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)], check=True)
    (wheel,) = tmp_path.glob("duban-*.whl")
    venv.create(tmp_path / "venv", with_pip=False, symlinks=os.name != "nt")
    python = tmp_path / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run([*pip, "--python", str(python), "install", "--no-deps", str(wheel)], check=True)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(python), "-c", SHOW], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    found = [Path(line) for line in done.stdout.splitlines()]
    assert len(found) == 2
    for path in found:
        assert (tmp_path / "venv") in path.parents
        assert path.read_bytes() == ROOT.joinpath(*path.parts[path.parts.index("_assets") + 1 :]).read_bytes()


def test_the_user_folders_move_with_duban_home(own_home: Path) -> None:
    assert own_home in paths.user_data_dir().parents
    assert own_home in paths.user_config_dir().parents
    assert paths.user_data_dir() != paths.user_config_dir()


def test_without_it_they_are_the_ones_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    assert paths.user_data_dir().name == paths.APP
    assert paths.user_config_dir().name == paths.APP


def test_a_portable_program_keeps_the_users_folders_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "duban.exe"))
    (tmp_path / paths.PORTABLE).touch()
    assert paths.user_data_dir() != tmp_path / "data"  # only the frozen program looks for the marker
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert paths.user_data_dir() == tmp_path / "data"
    assert paths.user_config_dir() == tmp_path / "settings"
    (tmp_path / paths.PORTABLE).unlink()
    assert tmp_path not in paths.user_data_dir().parents

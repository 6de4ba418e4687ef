"""dev.py on machines that lack something: it says what, and what to do, and installs nothing twice."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import dev


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that dev.py would run; each ends well."""
    commands: list[list[str]] = []

    def run(command: list[str], **_settings: object) -> SimpleNamespace:
        commands.append([str(part) for part in command])
        return SimpleNamespace(returncode=0, stdout=b"Python 3.11")

    monkeypatch.setattr(dev.subprocess, "run", run)
    return commands


def test_an_unfit_python_is_named_and_nothing_is_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (3, 14, 0))
    monkeypatch.setattr(dev, "works", lambda *_command: False)
    with pytest.raises(SystemExit) as ended:
        dev.suitable_python()
    assert ended.value.code == 2
    assert "this is Python 3.14.0" in capsys.readouterr().out


def test_another_python_of_the_machine_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (3, 14, 0))
    monkeypatch.setattr(dev, "works", lambda *command: command[0] == "python3.12")
    assert dev.suitable_python() == ["python3.12"]


def test_a_fitting_python_is_taken_itself() -> None:
    assert dev.suitable_python() == [sys.executable]


def test_without_apt_the_one_command_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], called: list[list[str]]
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None)
    assert not dev.system_packages("Qt is missing", ["libegl1", "libgl1"])
    assert "sudo apt-get install -y --no-install-recommends libegl1 libgl1" in capsys.readouterr().out
    assert not called


def test_pins_are_installed_with_hashes_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, called: list[list[str]]
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    dev.prepare(dev.RUN)
    installs = [command for command in called if "install" in command]
    assert [("--require-hashes" in command, "--editable" in command) for command in installs] == [
        (True, False),
        (False, True),
    ]
    called.clear()
    dev.prepare(dev.RUN)
    assert not [command for command in called if "install" in command]


def test_changed_pins_are_installed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, called: list[list[str]]
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    (tmp_path / f"{dev.RUN}.installed").write_text("another state")
    dev.prepare(dev.RUN)
    assert [command for command in called if "install" in command]


@pytest.mark.parametrize("arguments", [[], ["no-such-command"], ["shots"]])
def test_what_was_mistyped_shows_the_list(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == 2
    shown = capsys.readouterr().out
    assert all(name in shown for name in dev.COMMANDS)

"""The Windows build's own judgement, without Wine: what fails it, what cannot be run, what lies beside setup.exe."""

import hashlib
import re
import zipfile
from pathlib import Path

import pytest

from desktop_app import paths
from tests.test_pins import chosen, pins_of
from windows import build, bundle, installer, machine, suite, work
from windows.work import CannotRun, Failed

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """A frozen folder of two program files, by the DLLs that each names; a test adds what it is about."""
    asks = {
        "duban.exe": ["kernel32.dll", "qt6core.dll"],
        "Qt6Core.dll": ["user32.dll", "api-ms-win-crt-heap-l1-1-0.dll"],
    }
    for name in asks:
        (tmp_path / name).write_bytes(b"MZ")
    monkeypatch.setattr(bundle, "imports", lambda path: asks[path.name])
    return asks


def test_a_whole_bundle_is_measured(tmp_path: Path, frozen: dict[str, list[str]]) -> None:
    (tmp_path / "data").write_bytes(b"\0" * 2_000_000)
    assert len(frozen) == 2 and bundle.check(tmp_path) == 2


def test_a_dll_that_is_nowhere_is_named(tmp_path: Path, frozen: dict[str, list[str]]) -> None:
    frozen["Qt6Core.dll"].append("qt6network.dll")
    with pytest.raises(Failed, match=r"Qt6Core\.dll asks for qt6network\.dll"):
        bundle.check(tmp_path)


def test_a_dll_of_wine_may_not_ship(tmp_path: Path, frozen: dict[str, list[str]]) -> None:
    frozen["ucrtbase.dll"] = []
    (tmp_path / "ucrtbase.dll").write_bytes(b"MZ" + b"\0" * 62 + b"Wine builtin DLL")
    with pytest.raises(Failed, match=r"ucrtbase\.dll is Wine's own"):
        bundle.check(tmp_path)


def test_too_large_a_bundle_fails(
    tmp_path: Path, frozen: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "INSTALLED_LIMIT", 0)
    (tmp_path / "data").write_bytes(b"\0" * 1_000_000)
    with pytest.raises(Failed, match="1 MB installed"):
        bundle.check(tmp_path)
    assert frozen


@pytest.mark.parametrize(("trouble", "code"), [(CannotRun("no wine"), 3), (Failed("a step"), 1)])
def test_what_cannot_be_run_is_told_apart_from_what_fails(
    trouble: Exception, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_tool: str) -> None:
        raise trouble

    monkeypatch.setattr(machine, "have", stop)
    assert build.main([]) == code
    assert str(trouble) in capsys.readouterr().out


def test_the_list_beside_setup_holds_true_hashes(tmp_path: Path) -> None:
    setup = tmp_path / "duban-9.9.9-setup.exe"
    setup.write_bytes(b"MZ")
    portable = tmp_path / "duban-9.9.9-portable.zip"
    portable.write_bytes(b"PK")
    installer.go_along(setup, portable, 150, "10.0")
    lines = (tmp_path / installer.SUMS).read_text("utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert listed == {
        name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
        for name in (setup.name, portable.name, installer.NOTE)
    }
    note = (tmp_path / installer.NOTE).read_bytes().decode("utf-8-sig")
    assert "150 MB" in note and setup.name in note and "{" not in note and "\r\n" in note


def test_the_portable_zip_holds_the_program_and_its_marker(tmp_path: Path) -> None:
    program = tmp_path / "duban"
    (program / "_internal").mkdir(parents=True)
    (program / "duban.exe").write_bytes(b"MZ")
    (program / "_internal" / "a.dll").write_bytes(b"MZ")
    with zipfile.ZipFile(installer.make_portable(program, tmp_path, "9.9.9")) as packed:
        names = {name.removeprefix(f"{installer.PORTABLE_FOLDER}/") for name in packed.namelist()}
        marker = packed.read(f"{installer.PORTABLE_FOLDER}/{paths.PORTABLE}")
    assert {"duban.exe", "_internal/a.dll", paths.PORTABLE} <= names
    assert "data" in marker.decode("utf-8-sig")


def test_uninstalling_takes_away_only_what_was_installed() -> None:
    script = (ROOT / "installer.nsi").read_text("utf-8")
    assert set(re.findall(r"RMDir /r (.+)", script)) == {'"$INSTDIR\\_internal"'}
    assert not re.search(r"Delete.*(DATA|LOCALAPPDATA)", script)


def test_the_pins_are_those_that_are_tested_here() -> None:
    here, there = (chosen(file, "3.11", "win32") for file in ("requirements-dev.txt", "requirements-windows.txt"))
    assert len(there) > 40 and there.items() <= here.items()
    assert all(pins_of("requirements-windows.txt").values())


def test_what_is_left_out_exists_and_says_why() -> None:
    for name, reason in suite.left_out().items():
        file, _, test = name.partition("::")
        assert reason, name
        text = (ROOT / file).read_text("utf-8") if file.endswith(".py") else ""
        assert (ROOT / file).exists() and (not test or f"def {test.split('[')[0]}" in text), name


def test_all_tests_are_asked_for_and_only_the_named_are_not_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(suite, "BUILD", tmp_path)
    asked = [words for part in suite.PARTS for words in suite._command(part)]
    assert {"tests", "tests/ui"} <= set(asked)
    not_run = {word.partition("=")[2] for word in asked if word.startswith(("--ignore=", "--deselect="))}
    assert not_run == {*suite.left_out(), "tests/ui"}  # the window's are the second part


def test_without_root_or_leave_to_enter_wine_10_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_words: object, **_options: object) -> str:
        raise Failed("unshare failed: Operation not permitted")

    monkeypatch.setattr(machine.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(machine, "output", refused)
    with pytest.raises(CannotRun, match="Operation not permitted"):
        machine.make_room()
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(CannotRun, match="root"):
        machine.make_room()


def test_a_windows_drive_does_not_lead_out_to_the_users_own_desktop(tmp_path: Path) -> None:
    own, user = tmp_path / "own", tmp_path / "drive_c" / "users" / "somebody"
    own.mkdir()
    (user / "AppData").mkdir(parents=True)
    (user / "Desktop").symlink_to(own, target_is_directory=True)
    machine.keep_inside(tmp_path)
    (user / "Desktop" / "a.lnk").touch()
    assert own.is_dir() and not list(own.iterdir())


def test_the_tests_are_not_run_in_an_old_wine() -> None:
    with pytest.raises(CannotRun, match="Wine 10"):
        suite.run_tests(machine.Wine("8.0", None, Path("nowhere")), suite.PARTS[0])


def test_how_a_program_ended_is_known_whatever_wine_prints_after_it() -> None:
    """A service of Wine that crashes meanwhile writes into the same stream, before or after the program's end."""
    crash = "wine: Unhandled page fault on write access to 00007FFFFF63FE80, starting debugger...\n"
    assert machine.ended("hello\nwine-ended:0\n" + crash) == machine.Done(0, "hello\n" + crash)
    assert machine.ended(crash + "wine-ended:3\n") == machine.Done(3, crash)
    assert machine.ended("no line of its ownwine-ended:0\n") == machine.Done(0, "no line of its own")
    assert machine.ended("still runs\n") is None


@pytest.mark.parametrize("crashes", [0, 1, 2])
def test_a_drive_in_whose_making_wine_crashed_is_made_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, crashes: int
) -> None:
    told = ["wine: Unhandled page fault\n"] * crashes
    made: list[str] = []

    def must(_wine: machine.Wine, words: list[str], _seconds: float) -> str:
        made.append(words[0])
        return told.pop() if told and words[0] == "winecfg" else ""

    monkeypatch.setattr(machine, "must", must)
    monkeypatch.setattr(machine, "stop", lambda _wine: None)
    machine.start(machine.Wine("10.0", None, tmp_path / "prefix"))
    assert made == ["wineboot", "winecfg"] * (crashes + 1)


def test_what_a_chinese_windows_prints_is_read() -> None:
    assert work.text("拒绝访问".encode("gbk")) == work.text("拒绝访问".encode()) == "拒绝访问"


def test_a_path_is_told_as_windows_knows_it() -> None:
    assert machine.drive(Path("/a b/督办")) == "Z:\\a b\\督办"

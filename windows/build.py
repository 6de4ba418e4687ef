"""The order of the Windows build; exit code 0: all passed; 1: a step failed; 3: some steps could not be run here."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from windows import bundle, installer, machine, python, suite, trial, window
from windows.machine import Wine, drive
from windows.work import BUILD, DIST, SOURCE, CannotRun, Failed, copy_source, say

PASSED, FAILED, NOT_RUN = 0, 1, 3
PROGRAM = BUILD / "frozen" / "duban"


def main(words: list[str]) -> int:
    """Build and try everything; `program` only freezes and tries the program, `tests …` only runs tests."""
    try:
        machine.have("osslsigncode")
        wine = machine.wine()
        say(f"Wine {wine.version}" + (f" in {wine.room}" if wine.room else ""))
        copy_source(SOURCE)
        python.prepare()
        machine.start(wine)
        try:
            return _only(words[0], wine, words[1:]) if words else _all(wine)
        finally:
            machine.stop(wine)
    except CannotRun as missing:
        say(f"NOT RUN: {missing}")
        return NOT_RUN
    except Failed as failed:
        say(f"FAILED: {failed}")
        return FAILED


def _only(part: str, wine: Wine, words: list[str]) -> int:
    if part == "tests":
        suite.run_tests(wine, suite.Part("chosen", tuple(words)))
    else:
        freeze(wine)
        trial.self_test(wine, PROGRAM / "duban.exe")
    return PASSED


def _all(wine: Wine) -> int:
    suite.tell_left_out()
    with ThreadPoolExecutor(len(suite.PARTS)) as beside:  # the tests need neither freezing nor packing, nor each other
        parts = [beside.submit(_tests, wine, part) for part in suite.PARTS]
        skipped = _program(wine)
    if failures := [error for part in parts if (error := part.exception())]:  # each part's, not the first one's alone
        raise Failed("\n".join(str(failure) for failure in failures)) from failures[0]
    skipped += sum(part.result() for part in parts)
    skipped += _tried(lambda: window.photograph(wine, PROGRAM / "duban.exe"))  # alone: it stops Wine between pictures
    say(f"done: {DIST}: {', '.join(sorted(path.name for path in DIST.iterdir()))}")
    say("seen under Wine only; not yet run on Windows")
    return NOT_RUN if skipped else PASSED


def _tests(wine: Wine, part: suite.Part) -> int:
    return _tried(lambda: suite.run_tests(wine, part))


def _program(wine: Wine) -> int:
    """Freeze, try and pack the program; how many steps this machine could not run."""
    size = freeze(wine)
    skipped = _tried(lambda: trial.self_test(wine, PROGRAM / "duban.exe"))
    portable = installer.make_portable(PROGRAM, DIST, installer.version())
    skipped += _tried(lambda: _setup(wine, portable, size))
    skipped += _tried(lambda: trial.carry(wine, portable))
    return skipped


def _setup(wine: Wine, portable: Path, size: int) -> None:
    """Make setup.exe, try it over an older one, and lay the note and the hashes beside it."""
    machine.have("makensis")
    setup = installer.make(PROGRAM, DIST, installer.version())
    older = installer.make(PROGRAM, BUILD / "older", trial.OLDER, installer.QUICK)
    trial.install_and_remove(wine, setup, older)
    installer.go_along(setup, portable, size, wine.version)


def _tried(step: Callable[[], object]) -> int:
    """Run a step that this machine may lack something for; 1 where it does."""
    try:
        step()
    except CannotRun as missing:
        say(f"NOT RUN: {missing}")
        return 1
    return 0


def freeze(wine: Wine) -> int:
    """Freeze the program by PyInstaller and look at it; its size in MB."""
    words = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", drive(PROGRAM.parent)]
    words += ["--workpath", drive(BUILD / "pyinstaller"), drive(SOURCE / "build_installer.spec")]
    machine.must(wine, [drive(python.PYTHON / "python.exe"), *words], 900)
    say("frozen")
    sys.path.append(str(next(python.WHEELS.glob("pefile-*.whl"))))
    return bundle.check(PROGRAM)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

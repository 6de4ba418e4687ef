"""The tests on Windows Python under Wine; what is left out is named one by one, each with its reason."""

import re
from typing import NamedTuple

from windows.machine import Wine, drive, run, start, stop
from windows.python import PYTHON
from windows.work import BUILD, ROOT, SOURCE, CannotRun, Failed, say

LEFT_OUT = ROOT / "windows" / "left_out.txt"
SECONDS = 1500
SCREEN = "1920x1080x24"
CLOSING = re.compile(r"(?:\d+ \w+(?:, )?)+ in [\d.]+s.*")
# Wine passes no QT_ variable on: they are set inside. Windows' own platform finds fonts, the offscreen one none.
INSIDE = """
import os, sys
os.environ.update(QT_QPA_PLATFORM="windows", CI="true")
os.environ.update(TEMP={temporary!r}, TMP={temporary!r})
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""


class Part(NamedTuple):
    """Tests that run in one process, in a Windows drive of their own, so that the parts can run side by side."""

    name: str
    selection: tuple[str, ...]


PARTS = (Part("rooms", ("tests", "--ignore=tests/ui")), Part("window", ("tests/ui",)))


def left_out() -> dict[str, str]:
    """The tests not run under Wine, by their pytest id (or its beginning), each with its reason."""
    lines = [line.strip() for line in LEFT_OUT.read_text("utf-8").splitlines()]
    pairs = [line.partition("  ") for line in lines if line and not line.startswith("#")]
    return {name: reason.strip() for name, _, reason in pairs}


def tell_left_out() -> None:
    """Print what is not run, and why."""
    for name, reason in left_out().items():
        say(f"left out under Wine: {name}: {reason}")


def run_tests(wine: Wine, part: Part) -> str:
    """Run a part of the tests in the copy of the source; pytest's closing line. Failed where a test fails.

    They run on a virtual screen: without one no window is ever the active one.
    """
    if not wine.runs_all:
        raise CannotRun("the tests need Wine 10: calamine and cryptography do not load in Wine 8")
    own = wine._replace(prefix=BUILD / f"prefix-{part.name}")
    start(own)
    stop(own)  # the desktop made without a screen would stay without one
    try:
        done = run(own, _command(part), SECONDS, cwd=SOURCE, screen=SCREEN)
    finally:
        stop(own)
    (BUILD / f"tests-{part.name}.txt").write_text(done.told, "utf-8")
    closing = CLOSING.findall(done.told)
    if done.code or not closing:
        raise Failed(f"the tests ({part.name}) ended with exit code {done.code}\n{done.told[-6000:]}")
    say(f"tests on Windows Python ({part.name}): {closing[-1].strip('= ')}")
    return closing[-1]


def _command(part: Part) -> list[str]:
    temporary = BUILD / f"temporary-{part.name}"
    temporary.mkdir(exist_ok=True)
    options = ["-q", "-p", "no:cacheprovider", "--basetemp", drive(BUILD / f"basetemp-{part.name}"), "--tb=short"]
    options += [f"--{'deselect' if '::' in name else 'ignore'}={name}" for name in left_out()]
    inside = INSIDE.format(temporary=drive(temporary))
    return [drive(PYTHON / "python.exe"), "-c", inside, *options, *part.selection]

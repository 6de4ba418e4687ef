"""The tests on Windows Python under Wine; what is left out is named one by one, each with its reason."""

import re

from windows.machine import Wine, drive, run
from windows.python import PYTHON
from windows.work import BUILD, ROOT, SOURCE, CannotRun, Failed, say

LEFT_OUT = ROOT / "windows" / "left_out.txt"
SECONDS = 1500
# The window's own tests run on Linux: under Wine no window becomes the active one.
ROOMS = [
    f"tests/{room}" for room in ("domain", "store", "office", "documents", "exchange", "reports", "paint", "verbs")
]
CLOSING = re.compile(r"(?:\d+ \w+(?:, )?)+ in [\d.]+s.*")
# Wine passes no QT_ variable on: they are set inside. Windows' own platform finds fonts, the offscreen one none.
INSIDE = """
import os, sys
os.environ.update(QT_QPA_PLATFORM="windows", CI="true")
os.environ.update(TEMP={temporary!r}, TMP={temporary!r})
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""


def left_out() -> dict[str, str]:
    """The tests not run under Wine, by their pytest id (or its beginning), each with its reason."""
    lines = [line.strip() for line in LEFT_OUT.read_text("utf-8").splitlines()]
    pairs = [line.partition("  ") for line in lines if line and not line.startswith("#")]
    return {name: reason.strip() for name, _, reason in pairs}


def run_tests(wine: Wine, *selection: str) -> str:
    """Run the tests in the copy of the source; pytest's closing line. Failed where a test fails."""
    if not wine.runs_all:
        raise CannotRun("the tests need Wine 10: calamine and cryptography do not load in Wine 8")
    for name, reason in left_out().items():
        say(f"left out under Wine: {name}: {reason}")
    temporary = BUILD / "temporary"
    temporary.mkdir(exist_ok=True)
    inside = INSIDE.format(temporary=drive(temporary))
    options = ["-q", "-p", "no:cacheprovider", "--basetemp", drive(BUILD / "basetemp"), "--tb=short"]
    options += [f"--deselect={name}" for name in left_out()]
    words = [drive(PYTHON / "python.exe"), "-c", inside, *options, *(selection or ROOMS)]
    done = run(wine, words, SECONDS, cwd=SOURCE)
    (BUILD / "tests.txt").write_text(done.told, "utf-8")
    closing = CLOSING.findall(done.told)
    if done.code or not closing:
        raise Failed(f"the tests ended with exit code {done.code}\n{done.told[-6000:]}")
    say(f"tests on Windows Python: {closing[-1].strip('= ')}")
    return closing[-1]

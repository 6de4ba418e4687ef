"""setup.exe by makensis, the zip that needs no installing, their list of hashes, and the note for the IT office."""

import hashlib
import re
import zipfile
from pathlib import Path

from windows.work import ROOT, Failed, output, say

SETUP_LIMIT = 60  # MB
QUICK = "-DCOMPRESSOR=zlib"  # for a setup.exe that is only tried, not given out
PORTABLE_FOLDER = "督办台账"
SUMS, NOTE = "SHA256SUMS.txt", "安装说明（信息部门）.txt"


def version() -> str:
    """The program's version, which setup.exe carries."""
    found = re.search(r'__version__ = "(.+)"', (ROOT / "desktop_app" / "__init__.py").read_text("utf-8"))
    assert found
    return found[1]


def make(program: Path, folder: Path, numbered: str, *options: str) -> Path:
    """Pack the frozen `program` into setup.exe of this version in `folder`; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    setup = folder / f"duban-{numbered}-setup.exe"
    size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file()) // 1024
    said = {
        "VERSION": numbered,
        "PROGRAM": program,
        "OUT": setup,
        "SIZE": size,
        "ICON": ROOT / "resources/icons/app.ico",
    }
    words = [f"-D{name}={value}" for name, value in said.items()]
    output("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, *options, ROOT / "installer.nsi", seconds=900)
    return setup


def make_portable(program: Path, folder: Path, numbered: str) -> Path:
    """Pack the frozen `program` as a zip that needs no installing and keeps its data beside itself; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    packed = folder / f"duban-{numbered}-portable.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(program.rglob("*")):
            archive.write(path, Path(PORTABLE_FOLDER) / path.relative_to(program))
        marker = (ROOT / "resources" / "portable.txt").read_text("utf-8")
        archive.writestr(f"{PORTABLE_FOLDER}/portable.txt", marker.replace("\n", "\r\n").encode("utf-8-sig"))
    return packed


def go_along(setup: Path, portable: Path, installed_mb: int, wine: str) -> None:
    """Write the note for the IT office and the list of hashes beside setup.exe; Failed where that is too large."""
    megabytes = setup.stat().st_size / 1_000_000
    if megabytes > SETUP_LIMIT:
        raise Failed(f"{setup.name} has {megabytes:.0f} MB, over {SETUP_LIMIT}")
    say(f"{setup.name}: {megabytes:.1f} MB")
    note = (ROOT / "docs" / "it-note.md").read_text("utf-8")
    note = note.format(
        version=version(),
        setup=setup.name,
        portable=portable.name,
        setup_mb=round(megabytes),
        installed_mb=installed_mb,
        wine=wine,
    )
    # With a mark of its encoding and Windows' line ends, for the editor that a double click opens.
    (setup.parent / NOTE).write_text(note, "utf-8-sig", newline="\r\n")
    listed = [setup, portable, setup.parent / NOTE]
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in listed]
    (setup.parent / SUMS).write_text("".join(sums), "utf-8", newline="\n")

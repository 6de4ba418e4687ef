"""The real window under Wine on a virtual screen, at three scales, as pictures to be looked at."""

import subprocess
from pathlib import Path

from windows.machine import Wine, command, drive, must, stop
from windows.work import BUILD, CannotRun, Failed, say, text

PICTURES = BUILD / "window"
SCREEN = "1366x768x24"
DPI = {"100": 96, "150": 144, "200": 192}
SCRIPT = """
wine="/usr/lib/wine/wine64"
"$wine" "$1" --data "$2" </dev/null >/dev/null 2>&1 &
for second in $(seq 60); do
    sleep 1
    xdotool search --onlyvisible --name "督办台账" >/dev/null 2>&1 && break
done
sleep 6
import -window root "$3"
xdotool search --onlyvisible --name "督办台账" getwindowgeometry 2>&1
identify -format 'colours %k\\n' "$3"
"""


def photograph(wine: Wine, program: Path) -> list[Path]:
    """Open the demo ledger in the real window at 100, 150 and 200 % and photograph each. Failed where none appears."""
    if not wine.runs_all:
        raise CannotRun("the real window and its pictures need Wine 10")
    PICTURES.mkdir(parents=True, exist_ok=True)
    data = BUILD / "window-data"
    if not data.exists():
        must(wine, [drive(program), "demo", drive(data)], 300)
    return [_one(wine, program, data, scale) for scale in DPI]


def _one(wine: Wine, program: Path, data: Path, scale: str) -> Path:
    picture = PICTURES / f"window-{scale}.png"
    picture.unlink(missing_ok=True)
    key = [r"HKCU\Control Panel\Desktop", "/v", "LogPixels", "/t", "REG_DWORD", "/d", str(DPI[scale]), "/f"]
    must(wine, ["reg", "add", *key], 60)
    stop(wine)  # the desktop made without a screen would stay without one, and at its own scale
    words = ["bash", "-c", SCRIPT, "photograph", drive(program), drive(data), str(picture)]
    done = subprocess.run(
        ["timeout", "--kill-after=10", "150", *command(wine, words, {"DUBAN_HOME": drive(BUILD / "home")}, SCREEN)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    stop(wine)  # the program is still open
    told = text(done.stdout)
    colours = int(told.rpartition("colours ")[2].split()[0]) if "colours " in told else 0
    if not picture.is_file() or colours < 50:
        raise Failed(f"no window was seen at {scale} %: {told[-1500:]}")
    say(f"the real window at {scale} %: {picture.name}, {colours} colours")
    return picture

"""Wine: Debian 13's Wine 10 in a folder of its own, else the Wine 8 of Debian 12, and how a Windows program is run."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from windows.work import BUILD, ROOT, CannotRun, Failed, output, say, text

ROOM = Path(os.environ.get("DUBAN_WINE_ROOM", "/opt/wine10"))
READY = "wine-room-is-ready"
TOOLS = {"makensis": "nsis", "osslsigncode": "osslsigncode"}
ROOM_PACKAGES = "wine64 wine locales fonts-noto-cjk xvfb xauth xdotool imagemagick libgl1".split()
# A crash otherwise waits on a dialog for ever; no Mono, no Gecko.
QUIET = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml,winedbg.exe=", "PYTHONDONTWRITEBYTECODE": "1"}


class Wine(NamedTuple):
    """A Wine that runs: its version, the folder it lives in (None: this system itself), its Windows drive."""

    version: str
    room: Path | None
    prefix: Path

    @property
    def runs_all(self) -> bool:
        """Whether Qt's real Windows platform and every compiled package run in it: seen with 10, not with 8."""
        return int(self.version.split(".")[0]) >= 10


class Done(NamedTuple):
    """How a program ended, and what it printed."""

    code: int
    told: str


def have(tool: str) -> None:
    """See that a tool of the build is here; as root it is installed."""
    if not shutil.which(tool):
        _install([TOOLS[tool]])


def _install(packages: list[str]) -> None:
    if os.geteuid() or not shutil.which("apt-get"):
        raise CannotRun(f"needs root once: apt-get install {' '.join(packages)}")
    say(f"installing {' '.join(packages)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    try:
        output("apt-get", "update", "-q", seconds=300)
        output("apt-get", "install", "-y", "-q", "--no-install-recommends", *packages, seconds=900)
    except Failed as failed:
        raise CannotRun(f"Debian's packages could not be had: {failed}") from failed


def wine() -> Wine:
    """Wine 10 where its room is there or can be made, else Wine 8; CannotRun where neither can be had."""
    prefix = BUILD / "prefix"
    try:
        make_room()
        room: Path | None = ROOM
    except (CannotRun, Failed) as missing:
        say(f"NOT RUN under Wine 10: {missing}")
        room = None
        if not Path("/usr/lib/wine/wine64").exists():
            _install(["wine", "wine64"])
    found = Wine("0", room, prefix)
    version = run(found, ["--version"], 60).told.split("wine-")[-1].split()[0]
    return Wine(version, room, prefix)


def make_room() -> None:
    """Debian 13 with Wine 10, fonts and a virtual screen, in ROOM: two minutes once, then whole or not there."""
    if os.geteuid():
        raise CannotRun("a Debian 13 of its own can only be made and entered by root")
    try:
        output("unshare", "--mount", "true")
    except Failed as failed:
        raise CannotRun(f"this machine lets nobody enter a Debian 13 of its own: {failed}") from failed
    if (ROOM / READY).exists():
        return
    if ROOM.exists():
        raise CannotRun(f"{ROOM} is there and was not made by this build")
    if not shutil.which("debootstrap"):
        _install(["debootstrap"])
    say(f"making {ROOM} (Debian 13 with Wine 10, 2.5 GB)")
    part = ROOM.with_name(ROOM.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    output("debootstrap", "--variant=minbase", "trixie", part, "http://deb.debian.org/debian", seconds=900)
    for name in ("apt.conf.d", "auth.conf.d"):
        if Path("/etc/apt", name).is_dir():
            shutil.copytree(Path("/etc/apt", name), part / "etc/apt" / name, dirs_exist_ok=True)
    for name in ("etc/resolv.conf", "etc/ssl/certs/ca-certificates.crt"):
        if Path("/", name).is_file():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path("/", name), part / name)
    apt = "DEBIAN_FRONTEND=noninteractive apt-get"
    script = f"{apt} update -q && {apt} install -y -q --no-install-recommends {' '.join(ROOM_PACKAGES)}"
    script += f" && localedef -i zh_CN -f UTF-8 zh_CN.UTF-8 && touch /{READY}"
    output(*_entered(part), "sh", "-c", script, seconds=1200)
    part.rename(ROOM)


def _entered(room: Path) -> list[str]:
    """The beginning of a command inside the room, which sees this repository at the same path; mounts end with it."""
    mounts = f"mkdir -p '{room}{ROOT}' && mount --bind '{ROOT}' '{room}{ROOT}' && mount -t proc proc '{room}/proc'"
    mounts += f" && mount --rbind /dev '{room}/dev'"
    return ["unshare", "--mount", "sh", "-c", f'{mounts} && exec chroot "{room}" "$@"', "room"]


def command(wine: Wine, words: list[str], environment: Mapping[str, str] | None = None, screen: str = "") -> list[str]:
    """The Linux command that runs a Windows program; with `screen` (1366x768x24) on a virtual one."""
    own = {"WINEPREFIX": str(wine.prefix), **QUIET, **(environment or {})}
    # The clerk's Windows speaks Chinese (code page 936); Wine takes that from the locale.
    own["LC_ALL"] = "zh_CN.UTF-8" if wine.room else "C.UTF-8"
    unset = [] if screen else ["-u", "DISPLAY", "-u", "WAYLAND_DISPLAY"]
    inside = ["/usr/bin/env", *unset, *(f"{name}={value}" for name, value in own.items())]
    if screen:
        inside += ["xvfb-run", "-a", "-s", f"-screen 0 {screen}"]
    return [*(_entered(wine.room) if wine.room else []), *inside, *words]


def run(
    wine: Wine,
    words: list[str],
    seconds: float,
    environment: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    screen: str = "",
) -> Done:
    """Run a Windows program (or Wine's own, such as `wineboot`) to its end; Failed where it takes too long."""
    # Through a shell's cat: Wine 8 cannot write straight into a file. The shell goes where the program is to stand.
    shell = 'cd "$1" && shift && (/usr/lib/wine/wine64 "$@"; echo "wine-ended:$?") 2>&1 </dev/null | cat'
    whole = command(wine, ["sh", "-c", shell, "wine", str(cwd or ROOT), *words], environment, screen)
    try:
        done = subprocess.run(
            ["timeout", "--kill-after=10", str(int(seconds)), *whole],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise CannotRun(str(error)) from error
    told = text(done.stdout)
    if not (end := ended(told)):
        reason = f"took over {seconds:.0f} s" if done.returncode in (124, 137) else "did not start"
        raise Failed(f"{reason}: {' '.join(words)}\n{(told or text(done.stderr))[-3000:]}")
    return end


def ended(told: str) -> Done | None:
    """What a program under Wine printed, parted from its exit code; None where it never ended.

    Wine's own processes share the stream and may still print there when the program has ended (a service that crashes).
    """
    ends = list(re.finditer(r"wine-ended:(\d+)\n", told))
    return Done(int(ends[-1][1]), told[: ends[-1].start()] + told[ends[-1].end() :]) if ends else None


def must(
    wine: Wine, words: list[str], seconds: float, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> str:
    """Run a Windows program and return what it printed; Failed where it ends badly."""
    done = run(wine, words, seconds, environment, cwd)
    if done.code:
        raise Failed(f"exit code {done.code}: {' '.join(words)}\n{done.told[-4000:]}")
    return done.told


def start(wine: Wine) -> None:
    """A fresh Windows drive that says it is Windows 10; nothing in it leads out into this user's own folders.

    One of Wine's own services may crash while a drive is made (seen once in some hundred): that drive is made again.
    """
    for attempt in range(3):
        shutil.rmtree(wine.prefix, ignore_errors=True)
        wine.prefix.parent.mkdir(parents=True, exist_ok=True)
        told = must(wine, ["wineboot", "-i"], 300) + must(wine, ["winecfg", "-v", "win10"], 120)
        if "Unhandled" not in told:
            break
        say(f"Wine crashed while it made a drive ({attempt + 1}): {told.strip()}")
        stop(wine)
    keep_inside(wine.prefix)


def keep_inside(prefix: Path) -> None:
    """Make folders of the links that Wine sets to the desktop and the documents of who runs it."""
    for link in (prefix / "drive_c" / "users").glob("*/*"):
        if link.is_symlink():
            link.unlink()
            link.mkdir()


def stop(wine: Wine) -> None:
    """End what still runs in the Windows drive."""
    subprocess.run(command(wine, ["/usr/lib/wine/wineserver64", "-k"]), capture_output=True, timeout=60, check=False)


def drive(path: Path) -> str:
    """A path of this machine as Windows programs under Wine see it."""
    return "Z:" + str(path).replace("/", "\\")


def linux(wine: Wine, path: str) -> Path:
    """A path of the Windows drive C: as this machine sees it."""
    return wine.prefix / "drive_c" / path.removeprefix("C:\\").replace("\\", "/")

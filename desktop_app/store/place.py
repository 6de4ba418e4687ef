"""What kind of place a folder lies in: on a share, a stick or in a synchronised folder a ledger is not quite safe."""

import os
from pathlib import Path, PurePath

from desktop_app.texts.place import SYNCED_FOLDERS

SHARE, SYNCED, REMOVABLE = "share", "synced", "removable"
_NETWORK_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "ncpfs", "afs", "davfs"}
_REMOVABLE_PLACES = ("/media/", "/run/media/")
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4


def risk_of(folder: Path) -> str | None:
    """SHARE, SYNCED or REMOVABLE; None for an ordinary place on a disk of this computer."""
    path = folder.absolute()
    if any(_is_synced(part) for part in path.parts):
        return SYNCED
    return _drive(path) if os.name == "nt" else _mounted(path)


def _is_synced(part: str) -> bool:
    """Whether a folder is named as a synchronising program names its own, also with an account after it."""
    name = part.lower().split(" - ")[0].replace(" ", "")
    return name in SYNCED_FOLDERS


def _drive(path: PurePath) -> str | None:
    if path.anchor.startswith("\\\\"):
        return SHARE
    import ctypes  # only Windows knows drives

    kind = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)  # type: ignore[attr-defined]
    return {_DRIVE_REMOTE: SHARE, _DRIVE_REMOVABLE: REMOVABLE}.get(kind)


def _mounted(path: Path, table: Path = Path("/proc/mounts")) -> str | None:
    """By the longest mount point above the path, where the system tells of mounts."""
    where = os.path.realpath(path)
    if f"{where}/".startswith(_REMOVABLE_PLACES):
        return REMOVABLE
    try:
        mounts = [line.split(" ")[1:3] for line in table.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return None
    above = [(point.replace("\\040", " "), kind) for point, kind in mounts]
    holding = [(len(point), kind) for point, kind in above if f"{where}/".startswith(point.rstrip("/") + "/")]
    return SHARE if holding and max(holding)[1] in _NETWORK_SYSTEMS else None

"""Copies that other programs are shown for a while: a folder that goes with the program, and what a killed one left."""

import shutil
import tempfile
import time
from functools import cache
from pathlib import Path

PREFIX = "duban-"
LEFT_AFTER = 24 * 3600  # seconds after which no program of today works in such a folder


def passing_room() -> Path:
    """The folder for such copies; it and all in it is taken away when the program ends."""
    return Path(_room().name)


def sweep_passing() -> None:
    """Take away the folders of programs that were killed before they could."""
    old = time.time() - LEFT_AFTER
    for room in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        try:
            if room.is_dir() and room.stat().st_mtime < old:
                shutil.rmtree(room, ignore_errors=True)
        except OSError:
            continue


@cache
def _room() -> tempfile.TemporaryDirectory:
    # a copy still open in WPS is left, and swept away another day
    return tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)

"""Where things lie: what the program brings along, and what belongs to the user."""

import os
import sys
from functools import cache
from pathlib import Path

APP = "duban"
HOME_VARIABLE = "DUBAN_HOME"
PORTABLE = "portable.txt"  # beside duban.exe: what belongs to the user lies beside it too


def asset(*parts: str) -> Path:
    """The path of something shipped: `asset("db")`, `asset("docs", "manual.md")`, `asset("resources", "icons")`.

    The same call answers from source, from an installed wheel and in the frozen program.
    FileNotFoundError: it was not shipped, which is a fault of the build.
    """
    path = _asset_root(getattr(sys, "_MEIPASS", None)).joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path


@cache
def _asset_root(frozen: str | None) -> Path:
    """The folder that holds `resources`, `db` and the manual in `docs`; `frozen` is that of a frozen program."""
    if frozen:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    shipped = package / "_assets"
    return shipped if shipped.is_dir() else package.parent


def _home() -> Path | None:
    """The one folder of all that is the user's: DUBAN_HOME, or beside a portable program; else the system says."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home)
    beside = Path(sys.executable).parent
    return beside if getattr(sys, "frozen", False) and (beside / PORTABLE).is_file() else None


def user_data_dir() -> Path:
    """The folder of the user's own ledger; it need not exist yet. DUBAN_HOME or a portable program moves it."""
    home = _home()
    if home:
        return home / "data"
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def user_config_dir() -> Path:
    """The folder of window, font and path settings; it need not exist yet. It moves with `user_data_dir`."""
    home = _home()
    if home:
        return home / "settings"
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)

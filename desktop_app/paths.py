"""Where things lie: what the program brings along, and what belongs to the user."""

import os
import sys
from pathlib import Path

APP = "duban"
HOME_VARIABLE = "DUBAN_HOME"


def asset(*parts: str) -> Path:
    """The path of something shipped under `resources`, `db` or `docs`: `asset("db")`, `asset("resources", "icons", "app.svg")`.

    The same call answers from source, from an installed wheel and in the frozen program.
    FileNotFoundError: it was not shipped, which is a fault of the build.
    """
    path = _asset_root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def _asset_root() -> Path:
    """The folder that holds `resources`, `db` and the manual in `docs`."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    shipped = package / "_assets"
    return shipped if shipped.is_dir() else package.parent


def user_data_dir() -> Path:
    """The folder of the user's own ledger; it need not exist yet. DUBAN_HOME moves it."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "data"
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def user_config_dir() -> Path:
    """The folder of window, font and path settings; it need not exist yet. DUBAN_HOME moves it."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "settings"
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)

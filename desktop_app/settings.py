"""What belongs to this computer and not to the ledger: window, type size, last folder. One small JSON file (law 12)."""

import json
from pathlib import Path
from typing import NamedTuple

from desktop_app.errors import Refused
from desktop_app.files import write_bytes


class Settings(NamedTuple):
    """`window` is Qt's own note of place and size, base64; `percent` the type size; `columns` widths by column name,
    `shown` the columns that were chosen (none: the usual ones);
    `second_place` where backups are copied to; `warned` the folders whose kind of place was told of.
    """

    window: str = ""
    percent: int = 100
    last_folder: str = ""
    inspector: bool = True
    inspector_width: int = 300
    columns: dict[str, int] = {}  # noqa: RUF012 - never changed in place
    shown: list[str] = []  # noqa: RUF012 - as above
    second_place: str = ""
    warned: list[str] = []  # noqa: RUF012 - as above


def load(path: Path) -> Settings:
    """The settings in a file; what is missing, unreadable or of another kind is as shipped."""
    shipped = Settings()
    try:
        said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return shipped
    if not isinstance(said, dict):
        return shipped
    known = {name: said[name] for name, value in shipped._asdict().items() if isinstance(said.get(name), type(value))}
    return shipped._replace(**known)


def save(path: Path, settings: Settings) -> None:
    """Keep the settings; a folder that cannot be written loses them and nothing else."""
    data = json.dumps(settings._asdict(), ensure_ascii=False, indent=1).encode()
    try:
        write_bytes(path, data)
    except Refused:
        return

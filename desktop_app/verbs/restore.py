"""Put a backup, a hand-over pack or a readable copy in the place of the ledger; what was there is kept."""

from pathlib import Path
from typing import Any

from desktop_app.store.restore import Restored
from desktop_app.store.restore import restore as put_back
from desktop_app.store.store import read_ledger


def restore(folder: Path, file: Path) -> Restored:
    """Make the ledger in `folder` what `file` holds. Refused, with nothing changed, where that cannot be."""
    return put_back(folder, file)


def to_json(done: Restored, folder: Path) -> dict[str, Any]:
    """The object that `restore --json` prints."""
    with read_ledger(folder) as store:
        identity = store.identity()
        tasks = sum(not task.withdrawn for task in store.snapshot().tasks.values())
    before = str(done.before) if done.before else None
    return {"file": str(done.file), "before": before, "epoch": identity.epoch, "tasks": tasks}

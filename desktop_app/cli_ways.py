"""What every verb of the command line does alike: say its result, find the ledger's folder, open the ledger."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from desktop_app.paths import user_data_dir
from desktop_app.store.backup import back_up_first
from desktop_app.store.practice import use_practice_day
from desktop_app.store.store import Store, open_ledger, read_ledger

Arguments = argparse.Namespace


def say(arguments: Arguments, result: dict[str, Any], sentence: str) -> None:
    """Print the result: one JSON object with --json, else in words."""
    words = json.dumps(result, ensure_ascii=False, indent=1) if arguments.json else sentence
    sys.stdout.write(words + "\n")


def folder(arguments: Arguments) -> Path:
    """The ledger's folder: as said, else the user's own."""
    return Path(arguments.data) if arguments.data else user_data_dir()


def writing(arguments: Arguments) -> Store:
    """The ledger, to write; it is backed up before a step that changes much."""
    store = open_ledger(folder(arguments))
    store.before_bulk = lambda: back_up_first(store.folder, "bulk")
    use_practice_day(store)
    return store


def reading(arguments: Arguments) -> Store:
    """The ledger, only to read."""
    store = read_ledger(folder(arguments))
    use_practice_day(store)
    return store

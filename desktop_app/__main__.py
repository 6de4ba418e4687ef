"""Without a verb the window, also for a ledger file that is double-clicked; with one the same road for scripts."""

import gc
import os
import sys
from pathlib import Path


def main() -> int:
    """Open the window (`--data DIR` or a .duban file names the ledger), or run the verb; returns the exit code."""
    words = sys.argv[1:]
    if words and words[0].lower().endswith(".duban"):
        words.insert(0, "--data")
    if words and words[0] != "--data":
        from desktop_app.cli import main as verb

        return verb(words)
    # What is made before the first paint stays, and looking through it takes a tenth of the start. After it the window
    # has garbage collected between two events.
    gc.disable()
    from desktop_app.binding import compiled_once

    with compiled_once():  # Qt's binding, which comes with the window
        from desktop_app.app import main as window
    from desktop_app.paths import user_data_dir

    said = words[1] if len(words) > 1 else os.environ.get("DUBAN_DATA")
    return window(Path(said) if said else user_data_dir())


if __name__ == "__main__":
    sys.exit(main())

"""Row 16: start of the frozen program to its painted first page, against the same from source on this machine.

Needs `python3 dev.py build` first; where dist/duban is not there, says so and measures nothing.
"""

import json
import sys
from pathlib import Path

from bench.start import PAIRS, PROGRAM, SCREEN, ledger, medians, on_a_display

FROZEN = (
    Path(__file__).resolve().parent.parent / "dist" / "duban" / ("duban.exe" if sys.platform == "win32" else "duban")
)


def main() -> int:
    """Measure the pairs and print the result."""
    if not FROZEN.is_file():
        print(json.dumps([{"row": "16", "skipped": "dist/duban is not built (dev.py build)"}]))
        return 0
    with ledger() as (made, environment):
        frozen, source = medians([str(FROZEN), "--data", made], [*PROGRAM, "--data", made], environment)
    note = f"median of {PAIRS} pairs, process start to first paint, {SCREEN}"
    told = {"row": "16", "ours": frozen, "peer": source, "unit": "s", "ratio": frozen / source, "note": note}
    print(json.dumps([told]))
    return 0


if __name__ == "__main__":
    if FROZEN.is_file():
        on_a_display(__file__)
    raise SystemExit(main())

"""The long runs: the program killed a thousand times, clicked at random, and a year of its use against a plain model.

`python bench/soak.py [--kills N] [--clicks N] [--rounds N] [--units N] [--rows N]` prints figures; exit 1 where there
was anything wrong. These are no budgets, so bench/rows.py leaves them out; the tests run a small share of both.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path


def main() -> int:
    """Run what was asked for and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--clicks", type=int, default=0)
    parser.add_argument("--fuzz", type=int, default=0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--new-only", action="store_true")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--year", action="store_true")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--units", type=int, default=40)
    parser.add_argument("--rows", type=int, default=120)
    asked = parser.parse_args()
    told: dict[str, object] = {}
    with tempfile.TemporaryDirectory(prefix="soak") as room:
        if asked.kills:
            told["kills"] = _kills(asked.kills, Path(room, "kills"))
        if asked.clicks:
            from bench.soak_clicks import clicks

            told["clicks"] = clicks(asked.clicks, asked.first, Path(room, "clicks"))
        if asked.fuzz:
            from bench.soak_fuzz import fuzz

            numbers = range(asked.first, asked.first + asked.fuzz)
            told["fuzz"] = fuzz(numbers, Path(room, "fuzz"), old_kinds=not asked.new_only, keep=asked.keep)
        if asked.year:
            from bench.soak_year import year

            told["year"] = year(Path(room, "year"), asked.rounds, asked.units, asked.rows)
    print(json.dumps(told, ensure_ascii=False, indent=1))
    return int(any(part["wrong"] for part in told.values()))  # type: ignore[index]


def _kills(count: int, room: Path) -> dict[str, object]:
    if not hasattr(os, "fork"):
        return {"count": 0, "wrong": [], "note": "this system cannot fork"}
    from bench.soak_kill import kills

    began = time.perf_counter()
    done, wrong = kills(count, room)
    return {"count": count, "by operation": dict(done), "wrong": wrong, "seconds": round(time.perf_counter() - began)}


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    raise SystemExit(main())

"""The shipped program tries itself: the demo's first steps in a folder that is thrown away, each step timed."""

import json
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app import __version__
from desktop_app.errors import Refused
from desktop_app.files import write_bytes
from desktop_app.paths import asset


def self_test(out: Path) -> dict[str, Any]:
    """Run every step, write the result (JSON) to `out`; `passed` is true only if all of them did their work."""
    steps: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="duban", ignore_cleanup_errors=True) as folder:
        for name, step in STEPS.items():
            steps.append(_timed(name, step, Path(folder)))
            if not steps[-1]["passed"]:
                break
    result = {
        "passed": all(step["passed"] for step in steps),
        "steps": steps,
        "version": __version__,
        "python": sys.version.split()[0],
        "system": platform.platform(),
    }
    write_bytes(out, json.dumps(result, ensure_ascii=False, indent=1).encode())
    return result


def _timed(name: str, step: Callable[[Path], object], folder: Path) -> dict[str, Any]:
    began = time.perf_counter()
    told: object = None
    try:
        told, passed = step(folder), True
    except (Refused, AssertionError, OSError, ImportError, KeyError, ValueError) as error:
        told, passed = f"{type(error).__name__}: {error}", False
    return {"step": name, "passed": passed, "told": told, "seconds": round(time.perf_counter() - began, 3)}


def _assets(folder: Path) -> str:
    expect(asset("db", "0001_initial.sql").is_file(), "schema")
    return str(len(list(asset("resources", "icons").glob("*.svg"))))


def _cycle(folder: Path) -> dict[str, int]:
    from desktop_app.verbs.demo import demo

    counts = demo(folder / "demo")
    expect(counts["changed"] > 0 and counts["forms"] > 0, counts)
    return counts


def _undo(folder: Path) -> int:
    from desktop_app.store.store import open_ledger
    from desktop_app.store.undo import steps
    from desktop_app.verbs.undo import undo

    with open_ledger(folder / "demo") as store:
        before = store.logical_dump()
        undone = undo(store, None)
        expect(store.logical_dump() != before, "undo")
        newest = steps(store).redo
        expect(newest is not None, "redo")
        undo(store, newest.id if newest else None)
        expect(store.logical_dump() == before, "redo")
    return undone.entry


def _check(folder: Path) -> str:
    from desktop_app.store.store import read_ledger
    from desktop_app.verbs.check import check

    with read_ledger(folder / "demo") as store:
        problems = check(store)
    expect(not problems, problems)
    return "sound"


def expect(true: bool, told: object) -> None:
    """Stop the step, also where Python was told to leave asserts out."""
    if not true:
        raise AssertionError(told)


STEPS: dict[str, Callable[[Path], object]] = {"assets": _assets, "cycle": _cycle, "undo": _undo, "check": _check}

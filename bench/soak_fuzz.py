"""Damaged files by the thousand, each taken in by a road that the clerk takes (not a budget: see soak.py).

An input is told by its number and the seed: the same two make the same file. A process with limits on time and memory
takes it in (bench/fuzz_process.py) and is started anew when it dies. Every input that breaks a promise is kept.
"""

import json
import math
import os
import random
import select
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from bench.fuzz_bytes import damaged, lines_damaged, text_damaged
from bench.fuzz_ledgers import ledger_damaged
from bench.fuzz_packages import package_damaged, page_damaged, pdf_damaged, xml_damaged
from bench.fuzz_seeds import EVERYTHING, Seed, seeds

PATIENCE = 30.0  # seconds; what takes longer, half of them at work, hangs
MOST_WAITS = 10  # of so many seconds each: then it hangs even if it never got to work
MEGABYTES = 500
FRESH_EVERY = 1000  # inputs that one process takes
ELSEWHERE = 0.08  # of the inputs come by a road that is not theirs
ROOT = Path(__file__).resolve().parent.parent
WAYS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "bytes": damaged,
    "text": text_damaged,
    "lines": lines_damaged,
    "package": package_damaged,
    "page": page_damaged,
    "xml": xml_damaged,
    "pdf": pdf_damaged,
    "ledger": ledger_damaged,
}


class Input(NamedTuple):
    """A damaged file: what it was, how it comes in, and its bytes."""

    number: int
    seed: Seed
    road: str
    data: bytes


def made(number: int, luck_of: int, found: list[Seed]) -> Input:
    """The input of this number."""
    luck = random.Random(f"{luck_of}/{number}")
    seed = found[number % len(found)]
    road = luck.choice(EVERYTHING) if luck.random() < ELSEWHERE else luck.choice(seed.roads)
    way = damaged if luck.random() < 0.2 else WAYS[seed.way]
    return Input(number, seed, road, way(seed.data, luck))


class Taker:
    """The process that takes inputs in; a new one where the last one died."""

    def __init__(self, room: Path, template: Path) -> None:
        self._room, self._template, self._taken = room, template, 0
        self._process: subprocess.Popen[str] | None = None

    def take(self, road: str, path: Path) -> dict[str, Any]:
        """What became of one file."""
        process = self._alive()
        assert process.stdin and process.stdout
        try:
            process.stdin.write(json.dumps({"road": road, "path": str(path)}) + "\n")
            process.stdin.flush()
            line = process.stdout.readline() if _answers(process) else None
        except BrokenPipeError:
            line = ""
        self._taken += 1
        if line:
            return json.loads(line)
        process.kill()
        code = process.wait()
        self._process = None
        what = f"hangs for more than {PATIENCE:.0f} s" if line is None else f"the process died ({code})"
        return {"wrong": [what], "at": [], "megabytes": 0, "seconds": PATIENCE}

    def _alive(self) -> "subprocess.Popen[str]":
        if self._process is not None and self._taken % FRESH_EVERY == 0:
            self.end()
        if self._process is None:
            command = [sys.executable, str(ROOT / "bench" / "fuzz_process.py"), str(self._room), str(self._template)]
            log = (self._room.parent / "stderr.txt").open("a", encoding="utf-8")
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
            )
            log.close()
        return self._process

    def end(self) -> None:
        """Let the process go."""
        if self._process is not None and self._process.stdin:
            self._process.stdin.close()
            self._process.wait()
            self._process = None


def _answers(process: "subprocess.Popen[str]") -> bool:
    """Whether the process answers in time; while others have the processor, its time does not run."""
    assert process.stdout
    began, waits = _worked(process.pid), 0
    while not select.select([process.stdout], [], [], PATIENCE)[0]:
        waits += 1
        if _worked(process.pid) - began > PATIENCE / 2 or waits == MOST_WAITS:
            return False
    return True


def _worked(process: int) -> float:
    """Seconds of the processor that a process has had; endless where the system does not say."""
    try:
        parts = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return math.inf


def fuzz(
    numbers: Iterable[int], room: Path, luck_of: int = 0, old_kinds: bool = True, keep: Path | None = None
) -> dict[str, Any]:
    """Take in the inputs of these numbers; how many by road and kind, the worst cost, and everything that was wrong."""
    found = seeds(room / "seeds", old_kinds)
    box = room / "box"
    (box / "in").mkdir(parents=True)
    taker, began = Taker(box, room / "seeds" / "template"), time.perf_counter()
    roads, kinds, wrong = Counter[str](), Counter[str](), []
    most, longest = 0, 0.0
    for number in numbers:
        one = made(number, luck_of, found)
        path = box / "in" / f"{number}{one.seed.ending}"
        path.write_bytes(one.data)
        answer = taker.take(one.road, path)
        roads[one.road] += 1
        kinds[one.seed.ending] += 1
        if answer["megabytes"] > MEGABYTES:
            answer["wrong"].append(f"held {answer['megabytes']} MB")
        most, longest = max(most, answer["megabytes"]), max(longest, answer["seconds"])
        for what in answer["wrong"]:
            wrong.append(f"{number} {one.seed.name} by {one.road}: {what} {' < '.join(answer['at'][::-1])}")
            print(wrong[-1], file=sys.stderr, flush=True)
        if answer["wrong"] and keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, keep / f"{number}_{one.road}{one.seed.ending}")
        path.unlink()
    taker.end()
    return {
        "count": sum(roads.values()),
        "by road": dict(roads),
        "by kind": dict(kinds),
        "most megabytes": most,
        "longest seconds": longest,
        "wrong": wrong,
        "seconds": round(time.perf_counter() - began),
    }

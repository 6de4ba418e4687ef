"""The process that takes damaged files in, one a line, with limits on memory, and looks after what each left behind.

It reads a line of JSON for each input (`road`, `path`) and answers with one (what is `wrong`, where `at`, the most
`megabytes` held, `seconds`). What it may write to is its own folder; an audit hook sees every other write, every
process and every connection.
"""

import ctypes
import gc
import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.fuzz_packages import SECRET, SECRET_FILE
from bench.fuzz_roads import DAY, ROADS, Box
from desktop_app import clock
from desktop_app.files import sha256
from desktop_app.store.store import FILE

LIMIT = 4 << 30  # bytes of addresses: a far wall behind the limit on memory, which the driver looks at
_WRITES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate")
_NEVER = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")


class Watch:
    """Sees what the process does outside its folder; on for the time of one input."""

    def __init__(self, room: Path) -> None:
        self._room, self.seen, self.on = room.resolve(), list[str](), False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on:
            return
        if event in _NEVER:
            self.seen.append(f"{event} {arguments[:1]}")
        elif (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        ):
            self._look(event, arguments[:1])
        elif event in _WRITES and not any(isinstance(one, int) and one > 2 for one in arguments[-1:]):
            self._look(event, arguments[:2])  # without those that a folder's own removal names by its handle

    def _look(self, event: str, arguments: tuple[Any, ...]) -> None:
        for path in (os.fsdecode(one) for one in arguments if isinstance(one, str | bytes | os.PathLike)):
            whole = Path(path).parent.resolve() / Path(path).name
            if not whole.is_relative_to(self._room) and path != os.devnull:
                self.seen.append(f"{event} {path}")


class Outcome:
    """What became of one input; an error of ours is noted and does not end the process."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.places: list[str] = []

    def __enter__(self) -> "Outcome":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        import traceback

        if error is None or isinstance(error, KeyboardInterrupt):
            return False
        frames = traceback.extract_tb(trace)
        self.wrong.append(f"{type(error).__name__}: {str(error)[:120]}")
        self.places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[-4:]]
        return True


def peak() -> int:
    """The most megabytes held since `forget_peak`."""
    lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def forget_peak() -> None:
    """Begin to count anew what `peak` says, without what the C library keeps free of earlier inputs.

    After some hundred files those pieces came to 250 MB, and whichever file came next was blamed for them. What is
    still held stays and is counted: a leak shows as before.
    """
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def taken(box: Box, watch: Watch, road: str, path: Path) -> dict[str, Any]:
    """Take one road with one file; what became of it."""
    held, began = sha256(path.read_bytes()), time.perf_counter()
    forget_peak()
    watch.seen.clear()
    outcome = Outcome()
    watch.on = True
    with outcome, clock.on_day(DAY):
        outcome.wrong += ROADS[road](box, path)
    watch.on = False
    seconds = round(time.perf_counter() - began, 2)
    outcome.wrong += watch.seen
    outcome.wrong += left_over(box.room, path, held)
    return {"wrong": outcome.wrong, "at": outcome.places, "megabytes": peak(), "seconds": seconds}


def left_over(room: Path, path: Path, held: str) -> Iterator[str]:
    """Files that nobody should have written or changed."""
    if sha256(path.read_bytes()) != held:
        yield "the file itself was changed"
    yield from (f"left: {one.name}" for one in room.iterdir() if one.name not in (*_OWN, SECRET_FILE))
    yield from (f"left in tmp: {one.name}" for one in (room / "tmp").iterdir())
    yield from (f"half: {one.name}" for one in room.rglob(".~*"))
    if (room / SECRET_FILE).read_text("utf-8") != SECRET:
        yield "the file beside was changed"


_OWN = ("ledger", "out", "new", "tmp", "in")


def serve(box: Box, lines: TextIO, answers: TextIO) -> None:
    """Answer each line until there is none."""
    watch = Watch(box.room)
    box.refresh()
    clean = sha256((box.ledger / FILE).read_bytes())
    for line in lines:
        asked = json.loads(line)
        answer = taken(box, watch, asked["road"], Path(asked["path"]))
        if not _as_at_first(box, clean):
            box.refresh()
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _as_at_first(box: Box, clean: str) -> bool:
    folders = any(any((box.room / name).iterdir()) for name in ("out", "new", "tmp"))
    return not folders and sha256((box.ledger / FILE).read_bytes()) == clean


def main() -> int:
    """Serve in the folder named, with the template named."""
    room, template = Path(sys.argv[1]), Path(sys.argv[2])
    (room / "tmp").mkdir(parents=True, exist_ok=True)
    os.environ["TMPDIR"] = str(room / "tmp")
    sys.dont_write_bytecode = True  # what Python itself writes beside a module is no file that an input let out
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    answers, sys.stdout = sys.stdout, sys.stderr
    serve(Box(room, template), sys.stdin, answers)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

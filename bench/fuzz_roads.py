"""The roads by which a file comes in, each taken in a process of its own that looks after what it left behind.

The process reads a line of JSON for each input (`road`, `path`) and answers with one (what is `wrong`, where `at`, the
most `megabytes` held, `seconds`). What it may write to is its own folder; an audit hook sees every other write, every
process and every connection.
"""

import contextlib
import io
import json
import os
import resource
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, TextIO

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.fuzz_packages import SECRET, SECRET_FILE
from desktop_app import cli, clock
from desktop_app.errors import Refused
from desktop_app.files import sha256
from desktop_app.store.store import FILE, open_ledger, read_ledger

DAY = date(2026, 6, 20)
LIMIT = 4 << 30  # bytes of addresses: a far wall behind the limit on memory, which the driver looks at
_WRITES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate")
_NEVER = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")
_ENDS = ("。", "。”", "）")


class Box(NamedTuple):
    """The folder of one process: a ledger that is made anew when it was changed, and room beside it."""

    room: Path
    template: Path

    @property
    def ledger(self) -> Path:
        """The ledger that files come to."""
        return self.room / "ledger"

    def refresh(self) -> None:
        """The ledger as it was at first, and nothing else."""
        for name in ("ledger", "out", "new", "tmp"):
            shutil.rmtree(self.room / name, ignore_errors=True)
        for name in ("out", "new", "tmp"):
            (self.room / name).mkdir(parents=True)
        shutil.copytree(self.template / "ledger", self.ledger)
        (self.room / SECRET_FILE).write_text(SECRET, "utf-8")


def said(*words: object) -> tuple[int, str, str]:
    """Run a verb as typed: its exit code, what it printed, what it complained of."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.main([str(word) for word in words])
    return code, out.getvalue(), err.getvalue()


def dump(folder: Path) -> str:
    """All that the ledger in a folder says."""
    with read_ledger(folder) as store:
        return store.logical_dump()


def faults(folder: Path) -> list[str]:
    """What the database in a folder finds wrong with itself."""
    with read_ledger(folder) as store:
        return store.faults()


def _extract(box: Box, path: Path) -> Iterator[str]:
    yield from _spoken(said("extract", path))


def _look(box: Box, path: Path) -> Iterator[str]:
    yield from _unchanged(box, said("import", path, "--dry-run", "--json", "--data", box.ledger))


def _import(box: Box, path: Path) -> Iterator[str]:
    yield from _taken_back(box, "import", path)


def _intake(box: Box, path: Path) -> Iterator[str]:
    yield from _taken_back(box, "intake", path)


def _collect(box: Box, path: Path) -> Iterator[str]:
    yield from _taken_back(box, "collect", path, "--apply")


def _taken_back(box: Box, *words: object) -> Iterator[str]:
    """What was changed is told as an entry, and undoing it gives the ledger that was."""
    before = dump(box.ledger)
    told = said(*words, "--json", "--data", box.ledger)
    yield from _spoken(told)
    after = dump(box.ledger)
    entry = json.loads(told[1]).get("applied") if told[0] != 2 else None
    if (entry is None) != (before == after):
        yield f"changed without a word: exit {told[0]}, entry {entry}"
    if entry is not None:
        yield from (f"broken: {fault}" for fault in faults(box.ledger))
        yield from (f"status: {wrong}" for wrong in _spoken(said("status", "--json", "--data", box.ledger)))
        if said("undo", "--data", box.ledger)[0] != 0 or dump(box.ledger) != before:
            yield "undo does not give the ledger that was"


def _template(box: Box, path: Path) -> Iterator[str]:
    from desktop_app.verbs.fill_template import fill, look_at_template, open_template

    with open_ledger(box.ledger) as store, _refusable():
        before = store.logical_dump()
        fill(store, look_at_template(store.snapshot(), open_template(path)), box.room / "out" / "上级表.xlsx")
        if store.logical_dump() != before:
            yield "changed without a word"


def _check_docx(box: Box, path: Path) -> Iterator[str]:
    yield from _unchanged(box, said("check-docx", path, "--out", box.room / "out" / "x.docx", "--data", box.ledger))


def _paste(box: Box, path: Path) -> Iterator[str]:
    """As text and, where it is one, as a page of the clipboard; then as the window keeps it."""
    from PySide6.QtCore import QMimeData

    from desktop_app.documents.plan import extract_text
    from desktop_app.ui.review.pasting import pasted_file

    words = path.read_bytes().decode("utf-8", "surrogateescape" if path.stat().st_size % 2 else "replace")
    with _refusable():
        extract_text(words, words if path.suffix == ".html" else "")
    copied = QMimeData()
    copied.setText(words)
    if path.suffix == ".html":
        copied.setHtml(words)
    kept = pasted_file(copied, box.room / "out")
    if kept is not None:
        yield from _spoken(said("extract", kept))


def _notice(box: Box, path: Path) -> Iterator[str]:
    from desktop_app.documents.holiday_notice import read_notice

    with _refusable():
        read_notice(path.read_bytes().decode("utf-8", "replace"), 2026)
    yield from ()


def _restore(box: Box, path: Path) -> Iterator[str]:
    before = dump(box.ledger)
    told = said("restore", path, "--json", "--data", box.ledger)
    yield from _spoken(told)
    if told[0] == 2:
        if dump(box.ledger) != before:
            yield "changed although refused"
        return
    yield from (f"broken: {fault}" for fault in faults(box.ledger))
    yield from _usable(box.ledger)


def _open(box: Box, path: Path) -> Iterator[str]:
    folder = box.room / "new"
    shutil.copy(path, folder / FILE)
    yield from _usable(folder)
    (folder / FILE).unlink(missing_ok=True)


def _usable(folder: Path) -> Iterator[str]:
    """Whatever the ledger holds, each verb works or says why not."""
    for words in (("check",), ("status",), ("journal",), ("undo",), ("export", folder.parent / "out" / "x.jsonl")):
        told = said(*words, "--json", "--data", folder)
        yield from (f"{words[0]}: {wrong}" for wrong in _spoken(told))


@contextlib.contextmanager
def _refusable() -> Iterator[None]:
    try:
        yield
    except Refused as refused:
        if not refused.sentence.endswith(_ENDS):
            raise ValueError(refused.sentence) from refused


def _spoken(told: tuple[int, str, str]) -> Iterator[str]:
    """A verb that refuses says so in a sentence; none says what no file may tell it."""
    code, out, err = told
    if code not in (0, 1, 2) or (code == 2 and not err.strip().endswith(_ENDS)):
        yield f"exit {code} with {err.strip()[-80:]!r}"
    if SECRET in out or SECRET in err:
        yield "a word of another file came out"


def _unchanged(box: Box, told: tuple[int, str, str]) -> Iterator[str]:
    yield from _spoken(told)


ROADS: dict[str, Callable[[Box, Path], Iterator[str]]] = {
    "extract": _extract,
    "intake": _intake,
    "look": _look,
    "import": _import,
    "collect": _collect,
    "template": _template,
    "check-docx": _check_docx,
    "paste": _paste,
    "notice": _notice,
    "restore": _restore,
    "open": _open,
}


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
    """Begin to count anew what `peak` says."""
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
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    answers, sys.stdout = sys.stdout, sys.stderr
    serve(Box(room, template), sys.stdin, answers)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

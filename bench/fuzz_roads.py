"""The roads by which a damaged file comes in, as the clerk takes them; each yields what is wrong with how it went."""

import contextlib
import io
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bench.fuzz_packages import SECRET, SECRET_FILE
from desktop_app import cli
from desktop_app.errors import Refused
from desktop_app.store.store import FILE, open_ledger, read_ledger

DAY = date(2026, 6, 20)
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

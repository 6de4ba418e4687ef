"""A full disk, and writes that fail at every size: a sentence, no half file, the ledger as it was or as it should be.

The disk is a real small one (tmpfs) where the tests may mount it; where not, that share is skipped and says so. The
limit on the size of files, which needs no right, makes writes of the database and of files fail everywhere else.
"""

import errno
import gc
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app import clock
from desktop_app.domain.changes import edits
from desktop_app.errors import Refused
from desktop_app.store.backup import back_up_first, backups
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import steps, undo
from desktop_app.verbs.backup import back_up
from desktop_app.verbs.check import check
from desktop_app.verbs.collect import apply_collected, collect
from desktop_app.verbs.dispatch import dispatch
from desktop_app.verbs.export import export
from desktop_app.verbs.fill_template import fill, look_at_template, open_template
from desktop_app.verbs.gantt import gantt
from desktop_app.verbs.hand_over import hand_over
from desktop_app.verbs.intake import intake
from desktop_app.verbs.report import make
from desktop_app.verbs.report_write import write_paper
from desktop_app.verbs.restore import restore
from desktop_app.verbs.rounds import pack_round
from desktop_app.verbs.send_back import send_back
from tests.verbs import ledgers

resource = pytest.importorskip("resource", reason="file size limits are known to POSIX systems only")

DAY = date(2026, 6, 20)
DISK = 6 * 1024 * 1024  # bytes of the small disk
LEFT = (0, 8, 40, 120, 300)  # kilobytes left on it
LIMITS = (0, 3_000, 20_000, 90_000, 200_000)  # bytes a file may have


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """XlsxWriter leaves its parts open where the disk fails; Python closes them, and says so at any later moment."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


class Desk(NamedTuple):
    """A ledger, and files that come and go, all on one disk."""

    store: Store
    room: Path


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with a plan, a round that is out, a backup, a second plan and filled forms."""
    soak = pytest.importorskip("bench.soak_kill")
    room = tmp_path_factory.mktemp("template") / "room"
    soak.template(room)
    ledgers.write(room / "上级表.xlsx", ledgers.PLAIN)
    (room / "另一份.txt").write_text(soak.PLAN.replace("推进第", "落实第") * 40, "utf-8")
    return room


def _edit(desk: Desk) -> object:
    task = next(iter(desk.store.snapshot().tasks.values()))
    return desk.store.apply(edits("task", task, {"title": "改名" * 3000}), "修改")


def _undo(desk: Desk) -> object:
    done = steps(desk.store).undo
    assert done is not None
    return undo(desk.store, done.id)


def _restore(desk: Desk) -> object:
    desk.store.close()
    return restore(desk.store.folder, backups(desk.store.folder)[0].path)


def _second_place(desk: Desk) -> None:
    (desk.room / "U盘").mkdir(exist_ok=True)
    back_up(desk.store.folder, "hand", desk.room / "U盘")


def _template(desk: Desk) -> None:
    form = look_at_template(desk.store.snapshot(), open_template(desk.room / "上级表.xlsx"))
    fill(desk.store, form, desk.room / "out" / "填好.xlsx")


def _slip(desk: Desk) -> None:
    came = collect(desk.store, sorted((desk.room / "back").glob("*.xlsx"))[:1]).files[0]
    send_back(came, desk.room / "out", "请重报。")


WAYS: dict[str, Callable[[Desk], object]] = {
    "edit": _edit,
    "undo": _undo,
    "backup": lambda desk: back_up(desk.store.folder),
    "restore": _restore,
    "export": lambda desk: export(desk.store, desk.room / "out" / "台账.xlsx") and None,
    "dispatch": lambda desk: dispatch(desk.store, "2026-06", None, desk.room / "out", None).unwritten,
    "intake": lambda desk: intake(desk.store, desk.room / "另一份.txt"),
    "collect": lambda desk: apply_collected(
        desk.store, collect(desk.store, sorted((desk.room / "back").glob("*.xlsx")))
    ),
    "second place": _second_place,
    "gantt": lambda desk: gantt(desk.store, desk.room / "out" / "图.pdf") and None,
    "paper": lambda desk: (
        write_paper(make(desk.store, "breakdown", "2026"), desk.room / "out" / "分解表.docx") and None
    ),
    "zip": lambda desk: (
        pack_round(desk.store, min(desk.store.snapshot().rounds), desk.room / "out" / "表.zip") and None
    ),
    "template": _template,
    "slip": _slip,
    "hand over": lambda desk: hand_over(desk.store.folder, desk.room / "out" / "交接包.zip"),
}


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of a few megabytes; skipped where it may not be mounted."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(place)]
    if not sys.platform.startswith("linux") or not shutil.which("mount"):
        pytest.skip("no small disk can be mounted on this system")
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs rights that the tests do not have here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def tried(way: str, desk: Desk) -> str | None:
    """Do it; the sentence where it was refused."""
    try:
        told = WAYS[way](desk)
    except Refused as refused:
        return refused.sentence
    return told if isinstance(told, str) else None


def look_after(room: Path, way: str, before: str, sentence: str | None) -> None:
    """What must hold whatever happened."""
    from bench.soak_kill import half_files, replayed

    with open_ledger(room / "ledger") as store:
        assert store.faults() == [] and not [p for p in check(store) if "没有写出" not in p]
        assert replayed(store) == store.snapshot().tables
        if sentence is not None:
            assert sentence.endswith("。") and ("台账没有改动" in sentence or way == "dispatch"), sentence
            assert way == "dispatch" or store.logical_dump() == before, sentence
    assert list(half_files(room)) == []
    assert list(room.rglob(".~*")) == []


# a library that cannot write leaves its own file to the collector: no matter here, it is in a folder that goes
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.mark.parametrize("way", WAYS)
def test_on_a_full_disk(way: str, template: Path, tmp_path: Path):
    refused = 0
    with small_disk(tmp_path / "disk") as disk, clock.on_day(DAY):
        for left in LEFT:
            room = disk / "room"
            shutil.copytree(template, room)
            store = open_ledger(room / "ledger")
            store.before_bulk = lambda folder=store.folder: back_up_first(folder, "bulk")
            before = store.logical_dump()
            free = shutil.disk_usage(disk).free - left * 1024
            (disk / "filler").write_bytes(b"\0" * max(0, free))
            sentence = tried(way, Desk(store, room))
            store.close()
            (disk / "filler").unlink()
            refused += sentence is not None
            look_after(room, way, before, sentence)
            shutil.rmtree(room)
    assert refused > 0  # with nothing left, nothing can be written


@pytest.mark.parametrize("way", WAYS)
def test_writes_that_fail_at_every_size(way: str, template: Path, tmp_path: Path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    refused = 0
    for limit in LIMITS:
        room = tmp_path / f"room{limit}"
        shutil.copytree(template, room)
        with clock.on_day(DAY):
            store = open_ledger(room / "ledger")
            store.before_bulk = lambda folder=store.folder: back_up_first(folder, "bulk")
            before = store.logical_dump()
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
            try:
                sentence = tried(way, Desk(store, room))
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            store.close()
            refused += sentence is not None
            look_after(room, way, before, sentence)
    assert refused > 0


class Failing:
    """Lets a call through, but for the one of this number, which meets a broken disk."""

    def __init__(self, at: int | None) -> None:
        self.calls, self._at = 0, at

    def over(self, real: Callable[..., object]) -> Callable[..., object]:
        """`real`, counted together with whatever else this one stands before."""

        def call(*arguments: object, **named: object) -> object:
            self.calls += 1
            if self.calls - 1 == self._at:
                raise OSError(errno.EIO, "input/output error")
            return real(*arguments, **named)

        return call


def broken_at(number: int | None, way: str, template: Path, room: Path, monkeypatch: pytest.MonkeyPatch) -> Failing:
    """Go this way while the write of this number meets a broken disk, and look at what is left."""
    shutil.copytree(template, room)
    failing = Failing(number)
    with clock.on_day(DAY):
        store = open_ledger(room / "ledger")
        store.before_bulk = lambda: back_up_first(store.folder, "bulk")
        before = store.logical_dump()
        with monkeypatch.context() as broken:
            for owner, name in ((os, "fsync"), (os, "replace"), (Path, "write_bytes")):
                broken.setattr(owner, name, failing.over(getattr(owner, name)))
            sentence = tried(way, Desk(store, room))
        store.close()
        # before a restore a ledger that cannot be backed up is kept file by file
        kept = way == "restore" and any("损坏" in path.name for path in (room / "ledger" / "备份").iterdir())
        assert (sentence is None) == (number is None or kept), (number, sentence)
        assert number is None or failing.calls > number  # the write that was to fail was come to
        look_after(room, way, before, sentence)
        with open_ledger(room / "ledger") as store:  # and once the disk is whole again, so is the way
            assert sentence is None or tried(way, Desk(store, room)) is None
        look_after(room, way, before, None)
    return failing


@pytest.fixture
def quick_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the system has one: what breaks is told to break, so nothing need reach a real disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


@pytest.mark.parametrize("way", sorted(WAYS.keys() - {"edit", "undo"}))
def test_each_write_may_meet_a_broken_disk(way: str, template: Path, quick_disk: Path, monkeypatch: pytest.MonkeyPatch):
    writes = broken_at(None, way, template, quick_disk / "whole", monkeypatch).calls
    assert writes > 0
    for number in range(writes):
        broken_at(number, way, template, quick_disk / "room", monkeypatch)
        shutil.rmtree(quick_disk / "room")


def test_the_disk_of_the_tests_is_not_limited_any_more(tmp_path: Path):
    (tmp_path / "file").write_bytes(os.urandom(300_000))
    assert (tmp_path / "file").stat().st_size == 300_000

"""The hand-over pack: everything is in it, its list tells true, and another computer goes on from it."""

import hashlib
import tempfile
import zipfile
from datetime import date
from pathlib import Path

import pytest

from desktop_app.errors import Refused
from desktop_app.paths import asset
from desktop_app.store import content, database
from desktop_app.store.store import FILE, open_ledger
from desktop_app.texts import hand_over as texts
from desktop_app.verbs.collect import apply_collected, collect
from desktop_app.verbs.dispatch import dispatch
from desktop_app.verbs.hand_over import hand_over
from desktop_app.verbs.intake import intake
from desktop_app.verbs.restore import restore

PLAN = asset("resources", "demo", "2026年全区民政工作要点.docx")


def test_a_pack_holds_all_and_another_computer_goes_on(tmp_path: Path):
    home, new, out = tmp_path / "旧电脑", tmp_path / "新电脑", tmp_path / "交接" / "交接包.zip"
    with open_ledger(home) as store:
        intake(store, PLAN)
        sent = dispatch(store, "2026-05", date(2026, 5, 27), tmp_path / "发出", None)
        apply_collected(store, collect(store, [sent.files[0].path]))
        sent.files[1].path.unlink()
        sent.files[2].path.write_bytes(b"changed since")
        packed = hand_over(store.folder, out)
        before, written = store.logical_dump(), list(content.lines(store.connection))
        originals = {path.name for path in store.sources.paths()}
    with zipfile.ZipFile(out) as pack:
        names = set(pack.namelist())
        lines = pack.read(texts.LISTING).decode("utf-8-sig").splitlines()
        listed = {line[66:]: line[:64] for line in lines}
        assert {n: hashlib.sha256(pack.read(n)).hexdigest() for n in names - {texts.LISTING}} == listed
        guide = pack.read(texts.TXT).decode("utf-8-sig")
    assert len(names) == packed.files and {texts.DOCX, texts.TXT, texts.LISTING, FILE} < names
    inside = {name.rsplit("/", 1)[-1] for name in names}
    assert originals < inside and sent.files[0].path.name in inside and sent.notice.name in inside
    assert sent.files[1].path.name not in inside and sent.files[2].path.name not in inside
    assert "有2个发出的填报表" in guide and "任务46项" in guide
    restore(new, out)
    connection = database.open_to_read(new / FILE)
    connection.close()
    with open_ledger(new) as store:
        assert store.logical_dump() == before and store.faults() == []
        assert {path.name for path in store.sources.paths()} == originals and store.sources.damaged() == []
        assert list(content.lines(store.connection)) != written  # a new epoch and the entry of the restore


def test_a_pack_that_cannot_be_written_leaves_nothing(tmp_path: Path):
    with open_ledger(tmp_path / "台账") as store:
        intake(store, PLAN)
        (tmp_path / "file").write_text("x")
        with pytest.raises(Refused, match="没有写成"):
            hand_over(store.folder, tmp_path / "file" / "交接包.zip")
        assert [p for p in (tmp_path / "台账").iterdir() if p.name.startswith(".~")] == []


def test_packing_needs_no_room_in_the_ledger_s_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A ledger that can only be read is handed over like any other."""
    home, out = tmp_path / "台账", tmp_path / "U盘" / "交接包.zip"
    with open_ledger(home) as store:
        intake(store, PLAN)
    rooms = list[Path]()
    make = tempfile.mkdtemp

    def made(*words: str) -> str:
        rooms.append(Path(make(*words)))
        return str(rooms[-1])

    monkeypatch.setattr(tempfile, "mkdtemp", made)
    assert hand_over(home, out).files > 3
    assert rooms and all(out.parent in room.parents for room in rooms)
    assert sorted(out.parent.rglob("*")) == [out]

"""The verbs `backup` and `restore`: their contracts, the second place, and what they refuse."""

import json
import os
import shutil
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.files import write_bytes
from desktop_app.paths import asset
from desktop_app.store.backup import backups, is_sound
from desktop_app.store.store import FILE, open_ledger, read_ledger
from desktop_app.verbs import backup as verb
from desktop_app.verbs.backup import Kept, keep
from desktop_app.verbs.intake import intake
from tests.store.broken import break_index

PLAN = asset("resources", "demo", "2026年全区民政工作要点.docx")


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "台账"
    with open_ledger(made) as store:
        intake(store, PLAN)
    return made


def dump(folder: Path) -> str:
    with read_ledger(folder) as store:
        return store.logical_dump()


def test_backup_and_restore_as_the_contract_says(capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path):
    code, out, err = run(capsys, "backup", "--data", folder, "--json")
    told = json.loads(out)
    assert (code, err) == (0, "") and Path(told["file"]).exists() and len(told["sha256"]) == 64
    place = Path(told["file"]).parent
    assert {"台账内容.jsonl", "台账.xlsx"} <= {path.name for path in place.iterdir()}
    before = dump(folder)
    run(capsys, "undo", "--data", folder)
    assert dump(folder) != before
    code, out, _ = run(capsys, "restore", told["file"], "--data", folder, "--json")
    back = json.loads(out)
    assert (code, back["epoch"], back["tasks"]) == (0, 2, 46) and Path(back["before"]).exists()
    assert dump(folder) == before
    for name in (told["file"], str(place / "台账内容.jsonl")):
        new = tmp_path / Path(name).suffix[1:]
        code, out, _ = run(capsys, "restore", name, "--data", new)
        assert code == 0 and "建立台账" in out and dump(new) == before


def test_a_second_place_gets_all_that_a_new_computer_needs(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
):
    stick = tmp_path / "U盘"
    stick.mkdir()
    code, out, _ = run(capsys, "backup", "--to", stick, "--data", folder, "--json")
    assert code == 0 and json.loads(out)["copied"] == 4  # the backup, two readable copies, the plan's original
    assert run(capsys, "backup", "--to", stick, "--data", folder, "--json")[0] == 0
    (saved,) = [p for p in stick.iterdir() if p.is_dir()]
    new = tmp_path / "新电脑"
    shutil.copytree(saved / "files", new / "files")
    newest = sorted((saved / "备份").glob("*.duban"))[-1]
    assert run(capsys, "restore", newest, "--data", new)[0] == 0
    with read_ledger(new) as store:
        assert store.logical_dump() == dump(folder)
        (plan,) = store.snapshot().plans.values()
        assert plan.file and store.sources.find(plan.file) is not None and store.sources.damaged() == []


@pytest.mark.skipif(os.name == "nt", reason="the drive that goes away is played by a link")
@pytest.mark.parametrize("written", range(4))
def test_a_stick_pulled_out_half_way_is_told_and_gets_the_rest_later(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int
):
    stick, drive = tmp_path / "U盘", tmp_path / "sdb1"
    drive.mkdir()
    stick.symlink_to(drive)
    writes = []

    def pulled(path: Path, data: bytes) -> str:
        if len(writes) == written and drive.exists():
            drive.rename(tmp_path / "pulled out")
        writes.append(path)
        return write_bytes(path, data)

    before = dump(folder)
    monkeypatch.setattr(verb, "write_bytes", pulled)
    told = keep(folder, "start", stick)
    assert told.made is not None and "没有改动" in str(told.trouble) and is_sound(told.made.path)
    assert keep(folder, "start", stick) == Kept(None, absent=True)  # and nothing is written elsewhere
    assert dump(folder) == before and not drive.exists()
    (tmp_path / "pulled out").rename(drive)
    assert keep(folder, "start", stick) == Kept(None)
    room = stick / "督办台账备份"
    there = {path.relative_to(room): path.read_bytes() for path in room.rglob("*") if path.is_file()}
    assert len(there) == 4 and all((folder / path).read_bytes() == data for path, data in there.items())
    writes.clear()
    assert keep(folder, "start", stick) == Kept(None) and writes == []


def test_a_second_place_inside_the_ledger_is_none(capsys: pytest.CaptureFixture[str], folder: Path):
    code, _, err = run(capsys, "backup", "--to", folder / "备份", "--data", folder)
    assert code == 2 and "U盘" in err


def test_what_cannot_be_done_is_said(capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path):
    empty = tmp_path / "空"
    code, _, err = run(capsys, "backup", "--data", empty)
    assert code == 2 and "没有台账" in err and not (empty / FILE).exists()
    before = dump(folder)
    wrong = tmp_path / "照片.jpg"
    wrong.write_bytes(b"\xff\xd8\xff\xe0 picture")
    for name in (wrong, tmp_path / "没有这个文件.duban"):
        code, _, err = run(capsys, "restore", name, "--data", folder)
        assert code == 2 and "台账没有改动" in err
    assert dump(folder) == before and backups(folder) == []


def test_check_repairs_on_demand_after_a_backup(capsys: pytest.CaptureFixture[str], folder: Path):
    before = dump(folder)
    assert run(capsys, "check", "--repair", "--data", folder, "--json")[0] == 0
    assert not (folder / "备份").exists()  # nothing to repair, nothing done
    with open_ledger(folder) as store:
        break_index(store.connection)
    code, out, _ = run(capsys, "check", "--data", folder)
    assert code == 1 and "备份后修复" in out
    code, out, _ = run(capsys, "check", "--repair", "--data", folder, "--json")
    assert (code, json.loads(out)) == (0, {"sound": True, "problems": []})
    assert dump(folder) == before and list((folder / "备份").iterdir())

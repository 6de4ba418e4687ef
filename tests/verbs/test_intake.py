"""The verbs `extract` and `intake` on real files: contracts, exit codes, and bad input that changes nothing."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from desktop_app.paths import asset
from desktop_app.store.store import open_ledger, read_ledger
from desktop_app.store.undo import undo
from desktop_app.verbs.intake import intake
from tests.documents.test_bureaus import report_breakdown

PLAN = asset("resources", "demo", "2026年全区民政工作要点.docx")
TEXT = asset("resources", "demo", "2026年全区民政工作要点.txt")
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SETPRIV = shutil.which("setpriv")


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def test_extract_prints_the_plan_as_json(capsys: pytest.CaptureFixture[str]):
    code, out, err = run(capsys, "extract", PLAN)
    read = json.loads(out)
    assert code == 0 and err == ""
    assert read["kind"] == "plan" and len(read["tasks"]) == 46 and len(read["sections"]) == 12
    assert set(read["meta"]) >= {"title", "notice_title", "doc_number", "issuer", "issued_on", "year", "addressees"}
    source = read["source"]
    for task in read["tasks"]:
        wanted = {"no", "seq", "section_no", "title", "text", "lead_units", "co_units", "targets", "deadlines"}
        assert wanted <= set(task)
        for part in (*task["targets"], *task["deadlines"]):
            assert source[slice(*part["span"])] == part["phrase"]


def test_a_summary_is_refused_as_json_with_what_could_be_taken(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    summary = tmp_path / "总结.txt"
    lines = [
        "清溪区民政局2025年工作总结",
        "",
        "一、主要工作",
        "（一）养老服务。全年已建成助餐点12个，服务老人3万人次。",
    ]
    lines += ["二、下步打算", "（一）继续推进助餐点建设。新建助餐点8个。", "（二）做好社会救助。开展入户核查2次。"]
    summary.write_text("\n".join(lines), "utf-8")
    code, out, err = run(capsys, "extract", summary)
    read = json.loads(out)
    assert code == 2 and read["refuse"] is True and read["reason"] and "台账没有改动" in err
    assert [task["title"] for task in read["offer"]["tasks"]] == ["继续推进助餐点建设", "做好社会救助"]


def test_intake_is_one_entry_and_the_same_file_again_is_none(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    ledger = tmp_path / "台账"
    code, out, _ = run(capsys, "intake", PLAN, "--data", ledger, "--json")
    taken = json.loads(out)
    assert taken["tasks"] == 46 and taken["sections"] == 12 and taken["applied"] == 1
    assert code == (1 if taken["doubts"] else 0)
    with read_ledger(ledger) as store:
        dump, plan = store.logical_dump(), next(iter(store.snapshot().plans.values()))
        stored = store.sources.find(plan.file or "")
        assert stored and stored.read_bytes() == PLAN.read_bytes()
    again = shutil.copy(PLAN, tmp_path / "改了名字.docx")
    code, out, _ = run(capsys, "intake", again, "--data", ledger, "--json")
    assert code == 0 and json.loads(out)["applied"] is None and "没有重复导入" in out
    with read_ledger(ledger) as store:
        assert store.logical_dump() == dump


def test_the_marks_of_what_was_read_lie_on_the_stored_source(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        intake(store, TEXT)
        snapshot = store.snapshot()
        (plan,) = snapshot.plans.values()
        source = plan.source or ""
        for task in snapshot.tasks.values():
            assert source[task.title_start : task.title_end] == task.title
            assert (task.deadline_kind == "default") == (task.deadline_start is None)
            if task.unit_start is not None:
                note = source[task.unit_start : task.unit_end]
                assert all(unit.name in note for unit in snapshot.leads_of(task.key))
            for target in snapshot.targets_of(task.key):
                assert source[target.span_start : target.span_end] == target.phrase


def test_the_word_file_and_the_text_file_of_one_plan_are_read_alike():
    word, text = extract(PLAN), extract(TEXT)
    assert isinstance(word, Extraction) and isinstance(text, Extraction)
    assert said_in(word) == said_in(text)


def said_in(read: Extraction) -> list[tuple]:
    return [(t.title, t.text, t.lead_units, t.co_units, [x.value for x in t.targets]) for t in read.tasks]


def test_intake_then_undo_is_the_empty_ledger(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        empty = store.logical_dump()
        taken = intake(store, PLAN)
        assert taken.applied and undo(store, taken.applied.entry)
        assert store.logical_dump() == empty


def truncated_docx() -> bytes:
    return PLAN.read_bytes()[:20_000]


def picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(2000)


BAD = {
    "空.txt": b"",
    "空白.txt": " \r\n　".encode(),
    "空.docx": b"",
    "乱码.docx": bytes(range(256)) * 40,
    "断了.docx": truncated_docx(),
    "照片.docx": picture(),
    "改名的图片.txt": picture(),
    "加密.docx": OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000),
    "旧版.doc": OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(2000),
    "扫描件.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(500),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_and_the_ledger_is_as_before(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str):
    ledger = tmp_path / "台账"
    with open_ledger(ledger) as store:
        intake(store, TEXT)
        dump = store.logical_dump()
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    for verb in ("extract", "intake"):
        code, out, err = run(capsys, verb, bad, "--data", ledger)
        assert code == 2 and "台账没有改动" in err and "请" in err, err
        assert "Traceback" not in err and name in err
        if verb == "extract":
            assert json.loads(out)["refuse"] is True
    with read_ledger(ledger) as store:
        assert store.logical_dump() == dump
        assert len(list((ledger / "files").rglob("*.*"))) == 1


def test_a_missing_file_and_a_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    for path in (tmp_path / "没有.docx", tmp_path):
        code, _, err = run(capsys, "intake", path, "--data", tmp_path / "台账")
        assert code == 2 and "台账没有改动" in err


def test_a_refused_plan_leaves_no_ledger_behind(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    bad = tmp_path / "空.txt"
    bad.write_bytes(b"")
    code, _, _ = run(capsys, "intake", bad, "--data", tmp_path / "台账")
    assert code == 2 and not (tmp_path / "台账").exists()


def test_a_zip_that_is_no_word_file(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    path = tmp_path / "压缩包.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("说明.txt", "内容")
    code, _, err = run(capsys, "intake", path, "--data", tmp_path / "台账")
    assert code == 2 and "压缩包.docx" in err


@pytest.mark.skipif(SETPRIV is None or not hasattr(os, "geteuid"), reason="setpriv is not on this system")
@pytest.mark.parametrize("what", ["file", "ledger", "folder"])
def test_without_permission(tmp_path: Path, what: str):
    """The real thing, in a process without root's right to pass by permissions."""
    ledger, plan = tmp_path / "台账", tmp_path / "要点.docx"
    shutil.copy(TEXT if what == "file" else PLAN, plan)
    with open_ledger(ledger) as store:
        intake(store, TEXT)
        dump = store.logical_dump()
    locked = {"file": plan, "ledger": ledger / "ledger.duban", "folder": ledger}[what]
    locked.chmod({"file": 0o000, "ledger": 0o400, "folder": 0o500}[what])
    capabilities = "-dac_override,-dac_read_search,-fowner"
    as_root = os.geteuid() == 0
    command = [str(SETPRIV), f"--bounding-set={capabilities}", f"--inh-caps={capabilities}"] if as_root else []
    command += [sys.executable, "-m", "desktop_app", "intake", str(plan), "--data", str(ledger)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    finally:
        locked.chmod(0o700)
    assert done.returncode == 2 and "台账没有改动" in done.stderr and "Traceback" not in done.stderr, done.stderr
    with read_ledger(ledger) as store:
        assert store.logical_dump() == dump


def test_of_a_breakdown_for_many_offices_only_our_rows(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    path, ledger = tmp_path / "分解.txt", tmp_path / "台账"
    path.write_text(report_breakdown(), "utf-8")
    code, _, err = run(capsys, "intake", path, "--only", "区水利局", "--data", ledger)
    assert code == 2 and "区水利局" in err and not ledger.exists()
    code, out, _ = run(capsys, "intake", path, "--only", "云溪区民政局", "--data", ledger, "--json")
    assert json.loads(out)["tasks"] == 1
    with read_ledger(ledger) as store:
        assert [task.no for task in store.snapshot().tasks_in_order()] == ["3"]

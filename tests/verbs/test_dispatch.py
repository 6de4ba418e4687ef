"""Forms out: the round is recorded, the files are whole, what cannot be done is refused with nothing changed."""

import errno
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.domain.proposal import Severity
from desktop_app.errors import Refused
from desktop_app.exchange.sheet_layout import day_words
from desktop_app.files import sha256
from desktop_app.paths import asset
from desktop_app.store import journal
from desktop_app.store.receipts import outgoing
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import exchange as texts
from desktop_app.texts import intake as intake_texts
from desktop_app.verbs import round_files
from desktop_app.verbs.collect import apply_collected, collect
from desktop_app.verbs.dispatch import dispatch, exit_code, to_json
from desktop_app.verbs.intake import intake, read_plan_of, store_plan
from desktop_app.verbs.rounds import void_round, write_again
from tests.builders import plan_with
from tests.exchange.returns import AID, BEDS, CARE, CHECKS, DUE, JUNE, MEALS, fill, line_of, send, send_again

TEXT = asset("resources", "demo", "2026年全区民政工作要点.txt")
SETPRIV = shutil.which("setpriv")


def titles(store: Store, unit: int) -> list[str]:
    """The titles of the rows asked of a unit, in order."""
    return [row.title for row in store.snapshot().having("round_row", "unit", unit)]


def test_each_lead_gets_its_rows_and_one_form(store: Store, tmp_path: Path) -> None:
    sent = send(store, tmp_path / "out")
    snapshot = store.snapshot()
    assert titles(store, sent.built.units[CARE]) == [MEALS, BEDS]
    assert titles(store, sent.built.units[AID]) == [MEALS, CHECKS]
    (made,) = snapshot.rounds.values()
    assert (made.period, made.as_of, made.due, made.state) == (JUNE, "2026-06-30", "2026-06-30", "open")
    entry = journal.entries(store.connection)[0]
    assert (entry.label, entry.kind) == ("生成2026年6月填报表", journal.DISPATCH)


def test_the_contract(store: Store, tmp_path: Path) -> None:
    sent = send(store, tmp_path / "out")
    result = to_json(sent.dispatched)
    assert {"round", "period", "as_of", "due", "files", "notes"} <= result.keys()
    assert (result["round"], result["period"], result["as_of"], result["due"]) == (
        next(iter(store.snapshot().rounds)),
        "2026-06",
        "2026-06-30",
        "2026-06-30",
    )
    for file in result["files"]:
        assert file.keys() >= {"unit", "file", "rows", "cells", "sha256"}
        assert file["sha256"] == sha256(Path(file["file"]).read_bytes())
        assert (file["rows"], file["cells"]) == (2, 10)
    assert [file["unit"] for file in result["files"]] == [CARE, AID]
    assert (result["notes"], exit_code(sent.dispatched)) == ([], 0)


def test_what_was_written_is_logged_and_listed(store: Store, tmp_path: Path) -> None:
    sent = send(store, tmp_path / "out")
    digests = {file.sha256 for file in sent.dispatched.files}
    assert {o.file for o in outgoing(store).values()} == digests
    assert all(o.written_at for o in outgoing(store).values())
    listed = sent.dispatched.listing.read_text("utf-8-sig")
    assert all(digest in listed for digest in digests)
    letter = "\n".join(paragraph.text for paragraph in Document(str(sent.dispatched.notice)).paragraphs)
    for part in ("2026年6月", "2026年6月30日", CARE, AID, "附件：1.2026年6月重点工作任务进展填报表"):
        assert part in letter


def test_periods_and_days_of_the_round(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"lead": CARE})
    done = dispatch(store, "2026-Q2", None, tmp_path / "q", None)
    assert (done.as_of, done.due, done.files[0].path.name) == (
        "2026-06-30",
        "2026-06-30",
        "养老科_2026年二季度填报表.xlsx",
    )
    done = dispatch(store, "2026", date(2026, 11, 25), tmp_path / "y", date(2026, 11, 20))
    assert (done.as_of, done.due, done.files[0].path.name) == ("2026-11-20", "2026-11-25", "养老科_2026年度填报表.xlsx")
    done = dispatch(store, "2026-H2", date(2026, 12, 25), tmp_path / "h", None)
    assert done.files[0].path.name == "养老科_2026年下半年填报表.xlsx"


def test_a_collective_is_asked_as_its_members(store: Store, tmp_path: Path) -> None:
    built = plan_with(store, {"lead": ("各镇街", "东街道")}, {"lead": "各中心"})
    draft, snapshot = Draft(), store.snapshot()
    towns = [draft.create("unit", {"name": f"{n}镇", "kind": "town", "position": 9}) for n in "甲乙"]
    for name in ("各镇街", "各中心"):
        draft.set("unit", snapshot.units[built.units[name]], {"kind": "group"})
    for unit in (*towns, built.units["东街道"]):
        draft.create("member", {"collective": built.units["各镇街"], "unit": unit})
    store.apply(draft.changes, "各镇街")
    done = dispatch(store, JUNE, DUE, tmp_path / "out", None)
    assert {file.unit: file.rows for file in done.files} == {"东街道": 1, "各中心": 1, "甲镇": 1, "乙镇": 1}


@pytest.mark.parametrize("state", ["closed", "ongoing", "paused", "not_issued"])
def test_tasks_that_are_not_asked_about_are_left_out(store: Store, tmp_path: Path, state: str) -> None:
    built = plan_with(store, {"lead": CARE}, {"lead": CARE, "state": state}, {"lead": CARE, "state": "finished"})
    dispatch(store, JUNE, DUE, tmp_path / "out", None)
    assert titles(store, built.units[CARE]) == ["任务1", "任务3"]


def test_an_action_with_its_own_lead_is_a_row_of_its_own(store: Store, tmp_path: Path) -> None:
    built = plan_with(store, {"lead": CARE, "title": MEALS})
    draft = Draft()
    for title, lead in (("选址", AID), ("装修", None)):
        values = {"title": title, "parent": built.tasks[0], "position": 1, "state": "open"}
        action = draft.create("task", values)
        if lead:
            unit = draft.create("unit", {"name": lead, "kind": "section", "position": 5})
            draft.create("assignment", {"task": action, "unit": unit, "role": "lead", "position": 1})
    store.apply(draft.changes, "拆分")
    done = dispatch(store, JUNE, DUE, tmp_path / "out", None)
    assert {file.unit: file.rows for file in done.files} == {CARE: 1, AID: 1}
    sheet = load_workbook(done.files[1].path)[texts.SHEET]
    assert [cell.value for cell in sheet[line_of(sheet, "选址")]][:3] == ["1", "选址", MEALS]


def test_the_last_answer_stands_beside_the_asked_cells(store: Store, tmp_path: Path) -> None:
    sent = send(store, tmp_path / "june")
    answers = {MEALS: {"percent": 40, "text": "已选址", "status": texts.PROGRESS}}
    apply_collected(store, collect(store, [fill(sent.forms[CARE], tmp_path / "a.xlsx", answers)]))
    later = send_again(store, tmp_path / "july", sent.built, "2026-07")
    snapshot = store.snapshot()
    rows = [r for r in snapshot.rows.values() if r.round == later.dispatched.round and r.title == MEALS]
    assert {(row.last_percent, row.last_text, row.last_status) for row in rows} == {
        (40.0, "已选址", texts.PROGRESS),
        (None, None, None),
    }
    sheet = load_workbook(later.forms[CARE])[texts.SHEET]
    assert sheet.cell(line_of(sheet, MEALS), 6).value == "截至6月30日：40%，已选址"
    assert sheet.cell(line_of(sheet, BEDS), 6).value == "（无）"
    assert sheet.cell(line_of(sheet, MEALS), 9).value is None


def test_a_voided_round_gives_no_last_answer(store: Store, tmp_path: Path) -> None:
    sent = send(store, tmp_path / "june")
    apply_collected(store, collect(store, [fill(sent.forms[CARE], tmp_path / "a.xlsx", {MEALS: {"percent": 40}})]))
    void_round(store, sent.dispatched.round)
    later = send_again(store, tmp_path / "july", sent.built, "2026-07")
    rows = store.snapshot().rows_of(later.dispatched.round)
    assert {row.last_percent for row in rows} == {None}


def test_two_units_of_one_safe_name_get_two_files(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"lead": "甲/乙"}, {"lead": "甲:乙"})
    done = dispatch(store, JUNE, DUE, tmp_path / "out", None)
    assert len({file.path for file in done.files}) == 2
    assert all(file.path.exists() for file in done.files)


def test_tasks_without_a_lead_are_told_and_make_exit_1(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"lead": CARE}, {"title": "无人牵头"})
    done = dispatch(store, JUNE, DUE, tmp_path / "out", None)
    assert [(note.severity, note.task) for note in done.notes] == [(Severity.ASK, "无人牵头")]
    assert exit_code(done) == 1


@pytest.mark.parametrize(
    ("due", "told"),
    [(date(2026, 6, 10), texts.SHORT_NOTICE), (date(2026, 6, 5), texts.DUE_PAST), (date(2026, 6, 11), None)],
)
def test_a_short_time_is_told_but_is_no_question(store: Store, tmp_path: Path, due: date, told: str | None) -> None:
    plan_with(store, {"lead": CARE})
    done = dispatch(store, JUNE, due, tmp_path / "out", None)
    day = f"2026年6月{due.day}日"
    assert [note.text for note in done.notes] == ([told.format(due=day)] if told else [])
    assert exit_code(done) == 0


@pytest.mark.parametrize("period", ["2026-13", "六月", "2026-Q5", ""])
def test_a_bad_period_is_refused(store: Store, tmp_path: Path, period: str) -> None:
    plan_with(store, {"lead": CARE})
    before = store.logical_dump()
    with pytest.raises(Refused, match="不是填报周期"):
        dispatch(store, period, None, tmp_path / "out", None)
    assert store.logical_dump() == before
    assert not (tmp_path / "out").exists()


def test_where_nobody_leads_nothing_is_done(store: Store, tmp_path: Path) -> None:
    plan_with(store, {}, {})
    before = store.logical_dump()
    with pytest.raises(Refused) as refused:
        dispatch(store, JUNE, DUE, tmp_path / "out", None)
    assert refused.value.sentence == texts.NOBODY
    assert store.logical_dump() == before


def test_a_folder_that_cannot_be_written_is_refused_before_anything_is_recorded(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"lead": CARE})
    before = store.logical_dump()
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(Refused, match="不能写入"):
            dispatch(store, JUNE, DUE, folder, None)
    assert store.logical_dump() == before


@pytest.mark.skipif(SETPRIV is None or not hasattr(os, "geteuid"), reason="setpriv is not on this system")
def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    """The real thing, in a process without root's right to pass by permissions."""
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(store, {"lead": CARE})
        before = store.logical_dump()
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    capabilities = "-dac_override,-dac_read_search,-fowner"
    as_root = [str(SETPRIV), f"--bounding-set={capabilities}", f"--inh-caps={capabilities}"]
    command = as_root if os.geteuid() == 0 else []
    command += [sys.executable, "-m", "desktop_app", "dispatch", "--period", JUNE, "--out", str(folder)]
    done = subprocess.run(
        [*command, "--data", str(tmp_path / "ledger")], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr.strip()) == (2, texts.NO_FOLDER.format(folder=folder))
    with open_ledger(tmp_path / "ledger") as store:
        assert store.logical_dump() == before


def test_law_11_a_form_that_could_not_be_written_is_known_and_can_be_written_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_with(store, {"lead": CARE}, {"lead": AID})
    real, calls = round_files.write_form, iter([None, OSError(28, "full")])

    def full(paper: object, path: Path) -> None:
        trouble = next(calls)
        if trouble:
            raise trouble
        real(paper, path)  # type: ignore[arg-type]

    with monkeypatch.context() as broken:
        broken.setattr(round_files, "write_form", full)
        stopped = dispatch(store, JUNE, DUE, tmp_path / "out", None)
    assert stopped.unwritten == texts.NOT_WRITTEN.format(count=4, file="救助科_2026年6月填报表.xlsx")
    assert ([file.unit for file in stopped.files], exit_code(stopped)) == ([CARE], 1)
    assert sorted(bool(o.written_at) for o in outgoing(store).values()) == [False, True]
    (made,) = store.snapshot().rounds
    done = write_again(store, made, tmp_path / "out")
    assert all(o.written_at for o in outgoing(store).values())
    assert len(done.files) == 2


def test_a_disk_that_fills_up_midway_leaves_the_round_and_says_so(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_with(store, {"lead": CARE}, {"lead": AID})
    real, calls = Path.write_bytes, iter([True, False, False, False, False])

    def filling(path: Path, data: bytes) -> int:
        if not next(calls):
            raise OSError(errno.ENOSPC, "full")
        return real(path, data)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "write_bytes", filling)
        stopped = dispatch(store, JUNE, DUE, tmp_path / "out", None)
    assert stopped.unwritten == texts.NOT_WRITTEN.format(count=4, file="救助科_2026年6月填报表.xlsx")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["养老科_2026年6月填报表.xlsx"]
    assert exit_code(write_again(store, stopped.round, tmp_path / "out")) == 0


def test_a_second_round_of_a_period_is_told_and_overwrites_nothing(store: Store, tmp_path: Path) -> None:
    first = send(store, tmp_path / "out")
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    second = send_again(store, tmp_path / "out", first.built, JUNE)
    note, burden = second.dispatched.notes
    assert (note.severity, exit_code(second.dispatched)) == (Severity.ASK, 1)
    assert burden.severity is Severity.INFO and "今天已要求养老科、救助科" in burden.text
    assert note.text == texts.EARLIER_ROUND.format(period="2026年6月", day=day_words(clock.now()[:10]))
    assert {path: path.read_bytes() for path in before} == before
    assert second.forms[CARE].name == "养老科_2026年6月（第2批）填报表.xlsx"
    assert load_workbook(second.forms[CARE])[texts.SHEET]["A2"].value.startswith("2026年6月（第2批）")
    void_round(store, first.dispatched.round)
    void_round(store, second.dispatched.round)
    assert send_again(store, tmp_path / "out", first.built, JUNE).dispatched.notes == ()


def test_a_file_of_another_s_making_is_not_overwritten(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    other = tmp_path / "out" / "养老科_2026年6月填报表.xlsx"
    other.write_text("x")
    assert send(store, tmp_path / "out").forms[CARE].name == "养老科_2026年6月填报表(2).xlsx"
    assert other.read_text() == "x"


@pytest.mark.parametrize(("due", "as_of"), [(None, date.max), (date.min, None), (DUE, date(1999, 12, 31))])
def test_days_out_of_this_century_are_refused(store: Store, tmp_path: Path, due: date, as_of: date) -> None:
    plan_with(store, {"lead": CARE})
    before = store.logical_dump()
    with pytest.raises(Refused, match="2000年至2100年"):
        dispatch(store, JUNE, due, tmp_path / "out", as_of)
    assert store.logical_dump() == before


def test_a_round_is_written_again_as_it_was(store: Store, tmp_path: Path) -> None:
    sent = send(store, tmp_path / "out")
    before = store.logical_dump()
    again = write_again(store, sent.dispatched.round, tmp_path / "again")
    assert store.logical_dump() == before
    for old, new in zip(sent.dispatched.files, again.files, strict=True):
        cells = [
            [[cell.value for cell in row] for row in load_workbook(path)[texts.SHEET].iter_rows()]
            for path in (old.path, new.path)
        ]
        assert cells[0] == cells[1]


def test_a_round_is_voided_once(store: Store, tmp_path: Path) -> None:
    sent = send(store, tmp_path / "out")
    assert void_round(store, sent.dispatched.round)
    assert store.snapshot().rounds[sent.dispatched.round].state == "voided"
    before = store.logical_dump()
    for act in (void_round, lambda s, key: write_again(s, key, tmp_path / "x")):
        with pytest.raises(Refused, match="已经作废"):
            act(store, sent.dispatched.round)
    with pytest.raises(Refused, match="没有这一填报批次"):
        void_round(store, 999_999)
    assert store.logical_dump() == before


def test_a_form_is_no_plan_to_take_in(store: Store, tmp_path: Path) -> None:
    form = fill(send(store, tmp_path / "out").forms[CARE], tmp_path / "a.xlsx", {MEALS: {"percent": 40}})
    before = store.logical_dump()
    read = read_plan_of(TEXT)
    with pytest.raises(Refused) as refused:
        store_plan(store, read, form)
    assert refused.value.sentence == intake_texts.IS_FORM
    with pytest.raises(Refused):
        intake(store, form)
    assert store.logical_dump() == before

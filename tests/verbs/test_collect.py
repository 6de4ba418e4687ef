"""Forms back, by the public road: what is merged, what is asked, what is refused, and that nothing else has changed."""

import os
import time
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.changes import Draft, Source
from desktop_app.domain.proposal import Severity
from desktop_app.errors import Refused
from desktop_app.files import sha256
from desktop_app.store import journal
from desktop_app.store.receipts import receipts
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo
from desktop_app.texts import exchange as texts
from desktop_app.texts import returned as returned_texts
from desktop_app.verbs.collect import Collected, apply_collected, collect, decide, exit_code, pending, to_json
from desktop_app.verbs.rounds import void_round
from tests.exchange.returns import (
    AID,
    BEDS,
    CARE,
    CHECKS,
    MEALS,
    Sent,
    fill,
    only_row_marks,
    send,
    send_again,
    without_marks,
)


def merge(store: Store, *paths: Path) -> Collected:
    """Collect and apply."""
    collected = collect(store, paths)
    apply_collected(store, collected)
    return collected


def returned(sent: Sent, name: str, answers: Any, unit: str = CARE, saved: datetime | None = None) -> Path:
    """A unit's form with these answers, beside the sent ones."""
    return fill(sent.forms[unit], sent.forms[unit].parent.parent / "back" / f"{name}.xlsx", answers, saved)


def held(store: Store, unit: int, title: str) -> dict[str, Any]:
    """What the ledger holds about a unit's row, blanks left out."""
    snapshot = store.snapshot()
    row = next(r for r in snapshot.having("round_row", "unit", unit) if r.title == title)
    report = snapshot.report_of(row.key)
    fields = {} if report is None else report._asdict()
    return {name: value for name, value in fields.items() if value is not None and name not in ("key", "row")}


def test_answers_are_merged_with_file_sheet_and_cell(store: Store, sent: Sent) -> None:
    answers = {MEALS: {"status": "有进展", "percent": 40, "text": "已选址"}, BEDS: {"percent": 100, "text": "完工"}}
    answers[BEDS]["finished_on"] = date(2026, 6, 12)
    path = returned(sent, "a", answers)
    collected = collect(store, [path])
    applied = apply_collected(store, collected)
    assert applied is not None
    assert held(store, sent.built.units[CARE], MEALS) == {"status": "有进展", "percent": 40.0, "text": "已选址"}
    assert held(store, sent.built.units[CARE], BEDS) == {"percent": 100.0, "text": "完工", "finished_on": "2026-06-12"}
    assert held(store, sent.built.units[AID], MEALS) == {}
    sources = journal.sources_of(store.connection, "report")
    digest = sha256(path.read_bytes())
    assert set(sources.values()) >= {Source(digest, "填报表", cell) for cell in ("G5", "H5", "I5", "H6", "I6", "J6")}
    stored = store.sources.find(digest)
    assert stored is not None
    assert stored.read_bytes() == path.read_bytes()
    entry = journal.entries(store.connection)[0]
    assert (entry.id, entry.label, entry.kind) == (applied.entry, "合并2026年6月填报（1个文件）", journal.COLLECT)


def test_the_contract(store: Store, sent: Sent) -> None:
    path = returned(sent, "a", {MEALS: {"percent": 40, "text": "已选址"}, BEDS: {"percent": "过半"}})
    collected = collect(store, [path])
    result = to_json(collected, apply_collected(store, collected))
    assert result["files"] == [
        {
            "file": str(path),
            "state": "needs decision",
            "unit": CARE,
            "round": sent.dispatched.round,
            "matched": 2,
            "changed": 2,
            "unchanged": 0,
        }
    ]
    assert isinstance(result["applied"], int)
    asked = [note for note in result["notes"] if note["severity"] == "ask"]
    assert [{k: n[k] for k in ("file", "sheet", "cell", "task", "severity")} for n in asked] == [
        {"file": str(path), "sheet": "填报表", "cell": "I6", "task": BEDS, "severity": "ask"}
    ]
    assert "过半" in asked[0]["text"]
    assert exit_code(collected) == 1
    assert to_json(collect(store, [path]), None)["applied"] is None


def test_law_3_an_untouched_form_changes_no_answer(store: Store, sent: Sent) -> None:
    before = store.logical_dump()
    collected = merge(store, *sent.forms.values())
    assert {(file.state, file.changed) for file in collected.files} == {("unchanged", 0)}
    assert store.logical_dump() == before
    assert exit_code(collected) == 0
    answers = {MEALS: {"status": "有进展", "percent": 40, "text": "选址", "problems": "无", "finished_on": None}}
    merge(store, returned(sent, "a", answers))
    before = store.logical_dump()
    assert merge(store, sent.forms[CARE]).changes == ()
    assert store.logical_dump() == before


def test_the_same_file_twice_is_no_change(store: Store, sent: Sent) -> None:
    path = returned(sent, "a", {MEALS: {"percent": 40, "text": "已选址"}})
    assert merge(store, path).files[0].state == "merged"
    before = store.logical_dump()
    again = merge(store, path)
    assert (again.files[0].state, again.files[0].unchanged, again.changes) == ("unchanged", 2, ())
    assert store.logical_dump() == before
    assert [receipt.outcome for receipt in receipts(store)] == ["merged", "unchanged"]


def test_law_4_a_corrected_file_replaces_the_first_answer_also_back_to_the_sent_value(
    store: Store, sent: Sent, tmp_path: Path
) -> None:
    merge(store, returned(sent, "june", {MEALS: {"percent": 40, "text": "已选址"}}))
    july = send_again(store, tmp_path / "july", sent.built, "2026-07")
    first = returned(july, "first", {MEALS: {"percent": 60, "text": "已开工"}}, saved=datetime(2026, 7, 1))
    second = returned(july, "second", {MEALS: {"percent": 40, "text": "已选址"}}, saved=datetime(2026, 7, 2))
    merge(store, first)
    collected = merge(store, second)
    assert (collected.files[0].state, collected.files[0].changed) == ("merged", 2)
    rows = {r.key: r for r in store.snapshot().rows_of(july.dispatched.round)}
    reports = [r for r in store.snapshot().tables["report"].values() if r.row in rows]
    assert [(r.percent, r.text) for r in reports] == [(40.0, "已选址")]


def test_law_4_blank_is_no_answer_never_a_deletion(store: Store, sent: Sent) -> None:
    merge(store, returned(sent, "a", {MEALS: {"percent": 40, "text": "已选址"}}, saved=datetime(2026, 6, 1)))
    merge(store, returned(sent, "b", {BEDS: {"percent": 20, "text": "设计"}}, saved=datetime(2026, 6, 2)))
    assert held(store, sent.built.units[CARE], MEALS) == {"percent": 40.0, "text": "已选址"}


def edit(store: Store, unit: int, title: str, **values: Any) -> None:
    """The clerk's own word about a unit's row."""
    snapshot, draft = store.snapshot(), Draft()
    row = next(r for r in snapshot.having("round_row", "unit", unit) if r.title == title)
    report = snapshot.report_of(row.key)
    if report:
        draft.set("report", report, values)
    else:
        draft.create("report", {"row": row.key, **values})
    store.apply(draft.changes, "修改进展")


def test_law_4_what_only_the_clerk_changed_is_kept_and_what_both_changed_is_asked(store: Store, sent: Sent) -> None:
    unit = sent.built.units[CARE]
    first = {MEALS: {"percent": 40, "text": "已选址"}}
    merge(store, returned(sent, "a", first, saved=datetime(2026, 6, 1)))
    edit(store, unit, MEALS, percent=35.0)
    kept = merge(store, returned(sent, "b", first, saved=datetime(2026, 6, 2)))
    assert (kept.files[0].state, kept.questions) == ("unchanged", [])
    asked = merge(store, returned(sent, "c", {MEALS: {"percent": 50, "text": "开工"}}, saved=datetime(2026, 6, 3)))
    (question,) = asked.questions
    assert (question.field, question.base, question.ours, question.theirs) == ("percent", 40.0, 35.0, 50.0)
    assert asked.files[0].state == "needs decision"
    assert held(store, unit, MEALS) == {"percent": 35.0, "text": "开工"}


def test_what_the_clerk_had_entered_already_is_agreed_and_a_later_correction_is_clean(store: Store, sent: Sent) -> None:
    unit = sent.built.units[CARE]
    edit(store, unit, MEALS, percent=40.0)
    same = merge(store, returned(sent, "a", {MEALS: {"percent": 40}}, saved=datetime(2026, 6, 1)))
    assert (same.files[0].changed, same.files[0].unchanged, same.questions) == (0, 1, [])
    later = merge(store, returned(sent, "b", {MEALS: {"percent": 45}}, saved=datetime(2026, 6, 2)))
    assert later.questions == []
    assert held(store, unit, MEALS) == {"percent": 45.0}


def test_an_older_file_after_a_newer_one_asks_once_a_file(store: Store, sent: Sent) -> None:
    newer = {MEALS: {"percent": 60, "text": "已开工"}, BEDS: {"percent": 30}}
    older = {MEALS: {"percent": 40, "text": "已选址"}, BEDS: {"percent": 30}}
    merge(store, returned(sent, "b", newer, saved=datetime(2026, 6, 20, 9)))
    late = merge(store, returned(sent, "a", older, saved=datetime(2026, 6, 10, 9)))
    (question,) = late.questions
    local = datetime(2026, 6, 10, 9, tzinfo=UTC).astimezone()
    assert f"（{local:%Y-%m-%d %H:%M}）" in question.text
    assert (late.files[0].state, late.changes) == ("needs decision", ())
    unit = sent.built.units[CARE]
    assert held(store, unit, MEALS)["percent"] == 60.0
    assert [q.theirs for q in pending(store)] == [question.theirs]
    decide(store, [(pending(store)[0], "take")])
    assert held(store, unit, MEALS) == {"percent": 40.0, "text": "已选址"}
    assert pending(store) == []


def test_an_older_file_that_is_declined_is_not_asked_about_again(store: Store, sent: Sent) -> None:
    merge(store, returned(sent, "b", {MEALS: {"percent": 60}}, saved=datetime(2026, 6, 20)))
    path = returned(sent, "a", {MEALS: {"percent": 40}}, saved=datetime(2026, 6, 10))
    decide(store, [(merge(store, path).questions[0], "keep")])
    assert pending(store) == []
    assert merge(store, path).files[0].state == "unchanged"
    assert held(store, sent.built.units[CARE], MEALS) == {"percent": 60.0}


def test_two_files_of_one_unit_in_one_call_are_merged_in_the_order_they_were_saved(store: Store, sent: Sent) -> None:
    late = returned(sent, "a", {MEALS: {"percent": 60}, BEDS: {"percent": 10}}, saved=datetime(2026, 6, 20))
    early = returned(sent, "b", {MEALS: {"percent": 40, "text": "已选址"}}, saved=datetime(2026, 6, 10))
    collected = merge(store, late, early)
    assert [(Path(file.file).stem, file.state) for file in collected.files] == [("a", "merged"), ("b", "merged")]
    assert held(store, sent.built.units[CARE], MEALS) == {"percent": 60.0, "text": "已选址"}
    assert len([e for e in journal.entries(store.connection) if e.kind == journal.COLLECT]) == 1
    assert pending(store) == []


def test_all_units_of_a_folder_are_one_entry_and_one_undo(store: Store, sent: Sent) -> None:
    before = store.logical_dump()
    first = returned(sent, "a", {MEALS: {"percent": 40}})
    returned(sent, "b", {CHECKS: {"percent": 20}}, unit=AID)
    collected = merge(store, first.parent)
    assert [file.unit for file in collected.files] == [CARE, AID]
    entry = journal.entries(store.connection)[0]
    assert entry.label == "合并2026年6月填报（2个文件）"
    undo(store, entry.id)
    assert store.logical_dump() == before


def test_archives_and_single_files_are_named_as_given(store: Store, sent: Sent, tmp_path: Path) -> None:
    first = returned(sent, "a", {MEALS: {"percent": 40}})
    bundle = tmp_path / "合集.zip"
    with zipfile.ZipFile(bundle, "w") as made:
        made.write(first, "养老科/a.xlsx")
        made.writestr("说明.txt", "见附件")
    collected = merge(store, bundle)
    assert [(file.file, file.state) for file in collected.files] == [
        (f"{bundle}!/养老科/a.xlsx", "merged"),
        (f"{bundle}!/说明.txt", "refused"),
    ]
    assert exit_code(collected) == 1


def test_marks_lost_but_for_the_rows_are_enough(store: Store, sent: Sent, tmp_path: Path) -> None:
    path = only_row_marks(sent.forms[AID], tmp_path / "x.xlsx", {MEALS: {"percent": 12}})
    collected = merge(store, path)
    assert (collected.files[0].unit, collected.files[0].state) == (AID, "merged")
    assert held(store, sent.built.units[AID], MEALS) == {"percent": 12.0}


def test_without_any_mark_unit_and_titles_are_matched_and_it_is_told(store: Store, sent: Sent, tmp_path: Path) -> None:
    path = without_marks(sent.forms[AID], tmp_path / "x.xlsx", {MEALS: {"percent": 12}})
    collected = merge(store, path)
    assert (collected.files[0].unit, collected.files[0].matched) == (AID, 2)
    assert texts.BY_NAME in [note.text for note in collected.notes]
    assert held(store, sent.built.units[AID], MEALS) == {"percent": 12.0}
    assert held(store, sent.built.units[CARE], MEALS) == {}


def test_a_voided_round_and_another_ledger_are_refused(store: Store, sent: Sent, tmp_path: Path) -> None:
    path = returned(sent, "a", {MEALS: {"percent": 40}})
    before = store.logical_dump()
    with open_ledger(tmp_path / "other") as other:
        send(other, tmp_path / "other_out")
        assert texts.OTHER_LEDGER in merge(other, path).notes[0].text
    void_round(store, sent.dispatched.round)
    refused = merge(store, path)
    assert "作废" in refused.notes[0].text
    assert exit_code(refused) == 2
    void_only = store.logical_dump().replace('"voided"', '"open"')
    assert void_only == before
    assert receipts(store)[-1].outcome == "refused"


@pytest.mark.parametrize(
    ("name", "data"),
    [("空.xlsx", b""), ("图.png", b"\x89PNG\r\n\x1a\n"), ("坏.xlsx", b"PK\x03\x04broken"), ("x.bin", b"\0\1")],
)
def test_law_of_bad_input_a_file_that_is_no_form_changes_nothing(
    store: Store, sent: Sent, tmp_path: Path, name: str, data: bytes
) -> None:
    before = store.logical_dump()
    path = tmp_path / name
    path.write_bytes(data)
    collected = merge(store, path)
    (note,) = collected.notes
    assert note.severity is Severity.REFUSED
    assert note.text.startswith(texts.NOT_MERGED.format(name=path.name))
    assert exit_code(collected) == 2
    assert store.logical_dump() == before
    assert list((store.folder / "files").glob("*/*")) == []


def test_what_was_read_before_another_answer_came_is_refused(store: Store, sent: Sent) -> None:
    collected = collect(store, [returned(sent, "a", {MEALS: {"percent": 40}})])
    apply_collected(store, collected)
    before = store.logical_dump()
    with pytest.raises(Refused, match="又有了新的填报"):
        apply_collected(store, collected)
    assert store.logical_dump() == before


def test_a_full_disk_changes_nothing(store: Store, sent: Sent, monkeypatch: pytest.MonkeyPatch) -> None:
    collected = collect(store, [returned(sent, "a", {MEALS: {"percent": 40}})])
    before = store.logical_dump()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", full)
        with pytest.raises(Refused, match="磁盘空间不足"):
            apply_collected(store, collected)
    assert (store.logical_dump(), receipts(store)) == (before, [])
    assert apply_collected(store, collected) is not None


def test_law_11_a_file_is_on_the_disk_before_the_ledger_names_it(
    store: Store, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected = collect(store, [returned(sent, "a", {MEALS: {"percent": 40}})])
    sha, flush = collected.files[0].arrived.sha, os.fsync

    def slow(number: int) -> None:
        time.sleep(0.2)
        flush(number)

    monkeypatch.setattr("os.fsync", slow)
    kept: list[bool] = []

    def told(statement: str) -> None:
        if statement == "COMMIT":
            kept.append(store.sources.find(sha) is not None)

    store.connection.set_trace_callback(told)
    assert apply_collected(store, collected) is not None
    assert kept == [True, True]  # of the changes, of the receipts


def test_a_file_that_cannot_be_opened_is_refused_alone(
    store: Store, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, held_open = returned(sent, "a", {MEALS: {"percent": 40}}), returned(sent, "b", {CHECKS: {"percent": 1}}, AID)
    real = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path == held_open:
            raise PermissionError(13, "locked")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", locked)
    collected = merge(store, good, held_open)
    assert [file.state for file in collected.files] == ["merged", "refused"]
    assert returned_texts.FILE_UNREADABLE in collected.notes[-1].text


def test_an_empty_folder_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(Refused) as refused:
        collect(store, [tmp_path / "none"])
    assert refused.value.sentence == texts.NO_FILES

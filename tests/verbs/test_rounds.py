"""A round that is out: rows added and withdrawn, forms written again, files packed; older copies stay good."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from desktop_app.domain.changes import Draft
from desktop_app.domain.periods import parse_period
from desktop_app.domain.proposal import Severity
from desktop_app.errors import Refused
from desktop_app.exchange.asking import Asking, Pair
from desktop_app.exchange.propose import not_asked
from desktop_app.store.receipts import outgoing
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import apply_collected, collect
from desktop_app.verbs.dispatch import Choices, Dispatched, dispatch, finish
from desktop_app.verbs.round_files import write_parcel
from desktop_app.verbs.rounds import add_to_round, may_be_out, pack_round, void_round, withdraw_rows, write_again
from tests.builders import plan_with
from tests.exchange.returns import AID, BEDS, CARE, DUE, JUNE, MEALS, Sent, fill, send

LATER = "整修墓区"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(tmp_path / "ledger") as store:
        yield store


@pytest.fixture
def sent(store: Store, tmp_path: Path) -> Sent:
    """A round that is out, and since then a task of 养老科 and a unit with a task of its own."""
    sent = send(store, tmp_path / "out")
    draft = Draft()
    unit = draft.create("unit", {"name": "殡葬所", "kind": "affiliate", "position": 9})
    plan = sent.built.plan
    for title, lead in ((LATER, sent.built.units[CARE]), ("年检", unit)):
        section = next(iter(sent.built.sections.values()))
        values = {"plan": plan, "section": section, "position": 9, "title": title, "state": "open"}
        task = draft.create("task", values)
        draft.create("assignment", {"task": task, "unit": lead, "role": "lead", "position": 1})
    store.apply(draft.changes, "增加任务")
    return sent


def missing(store: Store, sent: Sent) -> list[Pair]:
    period = parse_period(JUNE)
    made = store.snapshot().rounds[sent.dispatched.round]
    return not_asked(store.snapshot(), made, Asking(period, period.end, DUE))


def grow(store: Store, sent: Sent, folder: Path) -> Dispatched:
    made = add_to_round(store, sent.dispatched.round, missing(store, sent), folder)
    return finish(store, made, write_parcel(made.parcel))


def titles(path: Path) -> list[str]:
    sheet = load_workbook(path)[texts.SHEET]
    return [str(sheet.cell(line, 2).value) for line in range(5, sheet.max_row)]


def test_what_the_ledger_asks_now_can_be_added(store: Store, sent: Sent, tmp_path: Path) -> None:
    assert [(pair.task.title, pair.co) for pair in missing(store, sent)] == [(LATER, False), ("年检", False)]
    done = grow(store, sent, tmp_path / "out")
    assert [file.path.name for file in done.files] == [
        "养老科_2026年6月填报表（第2版）.xlsx",
        "殡葬所_2026年6月填报表.xlsx",
    ]
    assert titles(done.files[0].path) == [MEALS, BEDS, LATER]
    assert titles(sent.forms[CARE]) == [MEALS, BEDS]
    assert load_workbook(done.files[0].path)[texts.SHEET]["A1"].value == "附件1（第2版，任务有增加）"
    assert all(o.written_at for o in outgoing(store).values())
    listed = done.listing.read_text("utf-8-sig")
    assert all(name in listed for name in (done.files[0].path.name, done.files[1].path.name, sent.forms[AID].name))
    assert missing(store, sent) == []
    with pytest.raises(Refused, match="都已经有了"):
        add_to_round(store, sent.dispatched.round, [], tmp_path / "out")


def test_it_is_one_entry_that_can_be_undone(store: Store, sent: Sent, tmp_path: Path) -> None:
    before = store.logical_dump()
    done = grow(store, sent, tmp_path / "out")
    assert done.applied
    undo(store, done.applied.entry)
    assert store.logical_dump() == before


def test_the_older_copy_still_merges_and_the_newer_too(store: Store, sent: Sent, tmp_path: Path) -> None:
    done = grow(store, sent, tmp_path / "out")
    old = collect(store, [fill(sent.forms[CARE], tmp_path / "a.xlsx", {MEALS: {"percent": 40, "text": "已选址"}})])
    assert [file.changed for file in old.files] == [2]
    assert Severity.REFUSED not in {note.severity for note in old.notes}
    assert any(LATER in note.text for note in old.notes)
    apply_collected(store, old)
    answers = {MEALS: {"percent": 40, "text": "已选址"}, LATER: {"percent": 5, "text": "已勘察"}}
    new = collect(store, [fill(done.files[0].path, tmp_path / "b.xlsx", answers)])
    assert ([file.changed for file in new.files], [file.unchanged for file in new.files]) == ([2], [2])


def test_a_third_version_follows_the_second(store: Store, sent: Sent, tmp_path: Path) -> None:
    pairs = missing(store, sent)
    made = add_to_round(store, sent.dispatched.round, pairs[:1], tmp_path / "out")
    finish(store, made, write_parcel(made.parcel))
    (row,) = (r for r in store.snapshot().rows_of(sent.dispatched.round) if r.title == LATER)
    withdraw_rows(store, [row.key])
    back = missing(store, sent)[:1]
    made = add_to_round(store, sent.dispatched.round, back, tmp_path / "out")
    again = finish(store, made, write_parcel(made.parcel))
    assert again.files[0].path.name == "养老科_2026年6月填报表（第3版）.xlsx"
    rows = [r for r in store.snapshot().rows_of(sent.dispatched.round) if r.title == LATER]
    assert [(r.key, r.withdrawn) for r in rows] == [(row.key, 0)]


def test_a_withdrawn_row_is_asked_about_and_printed_no_more(store: Store, sent: Sent, tmp_path: Path) -> None:
    (row,) = (
        r
        for r in store.snapshot().rows_of(sent.dispatched.round)
        if r.title == MEALS and r.unit == sent.built.units[CARE]
    )
    withdraw_rows(store, [row.key])
    told = collect(store, [fill(sent.forms[CARE], tmp_path / "a.xlsx", {MEALS: {"percent": 40, "text": "已选址"}})])
    assert {question.row for question in told.questions} == {row.key}
    again = write_again(store, sent.dispatched.round, tmp_path / "again", {sent.built.units[CARE]})
    assert [titles(file.path) for file in again.files] == [[BEDS]]


def test_a_unit_whose_rows_are_all_withdrawn_gets_no_form(store: Store, sent: Sent, tmp_path: Path) -> None:
    key, unit = sent.dispatched.round, sent.built.units[AID]
    withdraw_rows(store, [row.key for row in store.snapshot().rows_of(key) if row.unit == unit])
    again = write_again(store, key, tmp_path / "again")
    assert [file.unit for file in again.files] == [CARE]


def test_one_unit_s_form_is_written_again_and_the_list_names_all(store: Store, sent: Sent, tmp_path: Path) -> None:
    key = sent.dispatched.round
    assert may_be_out(store, key) == [CARE, AID]
    assert may_be_out(store, key, {sent.built.units[AID]}) == [AID]
    again = write_again(store, key, tmp_path / "again", {sent.built.units[AID]})
    assert [file.unit for file in again.files] == [AID]
    assert [path.name for path in (tmp_path / "again").glob("*.xlsx")] == [sent.forms[AID].name]
    assert sent.forms[CARE].name in again.listing.read_text("utf-8-sig")


def test_a_round_is_packed_with_names_that_windows_reads(store: Store, sent: Sent, tmp_path: Path) -> None:
    path = tmp_path / "六月.zip"
    assert pack_round(store, sent.dispatched.round, path) == []
    with zipfile.ZipFile(path) as archive:
        assert set(archive.namelist()) == {file.name for file in (tmp_path / "out").iterdir()}
        assert all(info.flag_bits & 0x800 for info in archive.infolist())
        assert archive.read(sent.forms[CARE].name) == sent.forms[CARE].read_bytes()
    sent.forms[CARE].unlink()
    assert pack_round(store, sent.dispatched.round, path) == [sent.forms[CARE].name]
    sent.forms[AID].unlink()
    with pytest.raises(Refused, match="没有可以打包的文件"):
        pack_round(store, sent.dispatched.round, path)


def test_a_void_round_is_left_alone(store: Store, sent: Sent, tmp_path: Path) -> None:
    key, pairs = sent.dispatched.round, missing(store, sent)
    (row, *_) = store.snapshot().rows_of(key)
    void_round(store, key)
    before = store.logical_dump()
    for act in (
        lambda: add_to_round(store, key, pairs, tmp_path / "out"),
        lambda: withdraw_rows(store, [row.key]),
        lambda: pack_round(store, key, tmp_path / "a.zip"),
        lambda: write_again(store, key, tmp_path / "out"),
    ):
        with pytest.raises(Refused, match="已经作废"):
            act()
    assert store.logical_dump() == before


def test_added_rows_come_with_the_sheets_that_the_round_was_sent_with(store: Store, sent: Sent, tmp_path: Path) -> None:
    listed = tmp_path / "out" / "2026年6月填报表清单.txt"
    sheet = tmp_path / "out" / "2026年6月填报表盖章件.docx"
    notice = sent.dispatched.notice
    before = "\n".join(paragraph.text for paragraph in docx.Document(str(notice)).paragraphs)
    grown = grow(store, sent, tmp_path / "out")
    assert [path.name for path in grown.signoff] == [sheet.name] and sheet.name in listed.read_text("utf-8-sig")
    assert LATER in "".join(cell.text for t in docx.Document(str(sheet)).tables for cell in t._cells)
    after = "\n".join(paragraph.text for paragraph in docx.Document(str(notice)).paragraphs)
    assert "盖章件" in before and "盖章件" in after
    sheet.unlink()
    assert write_again(store, sent.dispatched.round, tmp_path / "again").signoff == ()


def test_the_zip_has_the_sheet_of_a_unit_whose_name_no_file_can_have(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"title": MEALS, "lead": "救助/低保科"})
    done = dispatch(store, JUNE, DUE, tmp_path / "out", None, Choices(signoff="each"))
    pack_round(store, done.round, tmp_path / "a.zip")
    names = zipfile.ZipFile(tmp_path / "a.zip").namelist()
    assert [path.name for path in done.signoff] == [name for name in names if "盖章件" in name] != []

"""What a unit gets back: its own file marked where that loses nothing, else a slip; every fault named by its cell."""

import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from desktop_app.domain.changes import Draft
from desktop_app.domain.proposal import Severity
from desktop_app.errors import Refused
from desktop_app.exchange.read_forms import read_form
from desktop_app.exchange.write_slip import RED, Fault, Slip, can_be_marked, write_slip
from desktop_app.store.store import Store
from desktop_app.texts import slip as texts
from desktop_app.verbs.collect import collect
from desktop_app.verbs.send_back import latest_file, send_back
from tests.exchange.returns import BEDS, CARE, MEALS, Sent, fill, resaved
from tests.verbs.test_collect import merge, returned

WRONG = {MEALS: {"percent": 130, "text": "=在建"}, BEDS: {"percent": "过半", "text": "正在推进中"}}


def words_of(sheet: Any) -> str:
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)


def test_the_unit_s_own_file_comes_back_marked_and_reads_as_before(store: Store, sent: Sent, tmp_path: Path) -> None:
    path = returned(sent, "a", WRONG)
    (file,) = collect(store, [path]).files
    back = send_back(file, tmp_path / "slips")
    assert (back.marked, back.path.name) == (True, "a_退回.xlsx")
    book: Any = load_workbook(back.path)
    for question in file.questions:
        cell = book[question.sheet][question.cell]
        assert cell.fill.fgColor.rgb == RED
        assert question.text.split("。")[0].split("，请")[0] in cell.comment.text
        assert "请核对" not in cell.comment.text.split("改法")[0]
        assert str(question.cell) in words_of(book[texts.SHEET])
    before, after = (read_form(p.read_bytes(), p.name) for p in (path, back.path))
    assert [(row.mark, row.cells) for row in after.rows] == [(row.mark, row.cells) for row in before.rows]
    assert after.mark == before.mark


def test_a_file_with_parts_that_marking_would_lose_gets_a_slip(store: Store, sent: Sent, tmp_path: Path) -> None:
    path = returned(sent, "a", WRONG)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/cellimages.xml", "<x/>")
    before = path.read_bytes()
    (file,) = collect(store, [path]).files
    back = send_back(file, tmp_path / "slips")
    assert (back.marked, back.path.name, path.read_bytes()) == (False, "a_退回单.xlsx", before)
    said = words_of(load_workbook(back.path)[texts.SHEET])
    for question in file.questions:
        assert all(words in said for words in (question.text.split("，")[0], str(question.cell), str(question.sheet)))
    assert texts.TODO_OF["percent"] in said


def test_a_refused_file_gets_a_slip_with_the_reason(store: Store, sent: Sent, tmp_path: Path) -> None:
    path = tmp_path / "照片.xlsx"
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    (file,) = collect(store, [path]).files
    back = send_back(file, tmp_path)
    assert not back.marked
    assert file.notes[0].text in words_of(load_workbook(back.path)[texts.SHEET])


def test_what_only_the_clerk_changed_is_not_the_unit_s_fault(store: Store, sent: Sent, tmp_path: Path) -> None:
    merge(store, returned(sent, "a", {MEALS: {"percent": 20, "text": "在建"}}))
    draft = Draft()
    draft.set("report", next(iter(store.snapshot().tables["report"].values())), {"percent": 30})
    store.apply(draft.changes, "核实")
    (file,) = collect(store, [returned(sent, "b", {MEALS: {"percent": 40, "text": "在建"}})]).files
    assert len(file.questions) == 1
    with pytest.raises(Refused):
        send_back(file, tmp_path)
    assert texts.WORDS.format(words="请附照片") in words_of(
        load_workbook(send_back(file, tmp_path, "请附照片").path)[texts.SHEET]
    )


def test_the_newest_stored_file_can_be_sent_back_later(store: Store, sent: Sent, tmp_path: Path) -> None:
    unit = sent.built.units[CARE]
    with pytest.raises(Refused):
        latest_file(store, sent.dispatched.round, unit)
    merge(store, returned(sent, "a", WRONG))
    first, second = (send_back(latest_file(store, sent.dispatched.round, unit), tmp_path) for _ in range(2))
    assert first.faults == 4
    assert second.path.name == "a_退回(2).xlsx"


def test_what_can_be_marked_is_a_plain_workbook(tmp_path: Path) -> None:
    book = Workbook()
    book.save(tmp_path / "plain.xlsx")
    assert can_be_marked((tmp_path / "plain.xlsx").read_bytes())
    assert not can_be_marked(b"\xd0\xcf\x11\xe0" + bytes(600))


def test_text_stays_text(tmp_path: Path) -> None:
    write_slip(Slip("单位", "a.xls", (Fault("表", "B2", "=1+1", "+86", "@x"),), "-1"), tmp_path / "slip.xlsx")
    sheet: Any = load_workbook(tmp_path / "slip.xlsx")[texts.SHEET]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert "=1+1" in words_of(sheet)


def test_the_form_that_was_sent_back_comes_again_without_a_question(store: Store, sent: Sent, tmp_path: Path) -> None:
    merge(store, returned(sent, "a", WRONG, saved=datetime(2026, 6, 20)))
    back = send_back(latest_file(store, sent.dispatched.round, sent.built.units[CARE]), tmp_path, "请周五前改好")
    right = {title: {"percent": 40, "text": f"{title}已办到第二步", "status": "有进展"} for title in WRONG}
    mended = fill(back.path, tmp_path / "改好.xlsx", right, datetime(2026, 6, 25))
    assert [note.text for note in collect(store, [mended]).notes if note.severity is Severity.ASK] == []
    book = load_workbook(mended)
    sheet: Any = book[texts.SHEET]
    sheet.cell(sheet.max_row, len(texts.COLUMNS)).value = "这一处没有错，仍按原来的"
    sheet.cell(sheet.max_row + 2, 1).value = "床位数以这里的90张为准"
    book.save(mended)
    resaved(mended, datetime(2026, 6, 26))
    (asked,) = [note for note in collect(store, [mended]).notes if note.severity is Severity.ASK]
    assert "没有错" in asked.text and "共2处" in asked.text

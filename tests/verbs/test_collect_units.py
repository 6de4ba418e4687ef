"""Several units' forms in one file: two sheets in one workbook, or the units' rows gathered in one table."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from desktop_app.store.store import Store
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import TAKE, apply_collected, collect, decide, pending
from desktop_app.verbs.send_back import faults_of, latest_file
from tests.exchange.returns import (
    AID,
    BEDS,
    CARE,
    CHECKS,
    MEALS,
    Sent,
    answer,
    change,
    fill,
    send_again,
    without_marks,
)
from tests.verbs.test_collect import held

CARES = {MEALS: {"percent": 40, "text": "建成助餐点3个"}, BEDS: {"percent": 55, "text": "改造床位66张"}}
AIDS = {MEALS: {"percent": 35, "text": "协助选址2处"}, CHECKS: {"percent": 60, "text": "核对对象90户"}}


def in_one_workbook(sent: Sent, path: Path) -> Path:
    """The form of one unit with the filled sheet of the other one beside it, marks and all."""
    book, other = load_workbook(sent.forms[CARE]), load_workbook(sent.forms[AID])
    answer(book[texts.SHEET], CARES)
    answer(other[texts.SHEET], AIDS)
    sheet: Any = book.create_sheet("救助科")
    for row in other[texts.SHEET].iter_rows():
        for cell in row:
            sheet.cell(cell.row, cell.column).value = cell.value
    book.save(path)
    return path


def gathered(path: Path, *rows: tuple[Any, ...], header: str = "单位") -> Path:
    """One table of several units' rows under a heading of somebody's own."""
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["各单位2026年6月进展汇总"])
    sheet.append([header, "重点任务", texts.TEXT, texts.PERCENT])
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


ROWS = (
    (CARE, MEALS, "建成助餐点3个", 40),
    (None, BEDS, "改造床位66张", 55),
    (AID, MEALS, "协助选址2处", 35),
    (AID, CHECKS, "核对对象90户", 60),
)


def percents(store: Store, sent: Sent) -> dict[tuple[str, str], Any]:
    asked = ((CARE, MEALS), (CARE, BEDS), (AID, MEALS), (AID, CHECKS))
    return {(unit, task): held(store, sent.built.units[unit], task).get("percent") for unit, task in asked}


def test_a_second_unit_s_sheet_in_a_form_is_asked_about_as_one(store: Store, sent: Sent, tmp_path: Path) -> None:
    collected = collect(store, [in_one_workbook(sent, tmp_path / "a.xlsx")])
    assert [(file.unit, file.state) for file in collected.files] == [(CARE, "merged"), (AID, "needs decision")]
    assert [question.row for question in collected.questions] == [None]
    apply_collected(store, collected)
    assert list(percents(store, sent).values()) == [40.0, 55.0, None, None]
    (question,) = pending(store)
    decide(store, [(question, TAKE)])
    assert list(percents(store, sent).values()) == [40.0, 55.0, 35.0, 60.0]
    assert pending(store) == []


def test_each_unit_gets_back_what_is_its_own(store: Store, sent: Sent, tmp_path: Path) -> None:
    rows = ((CARE, MEALS, "建成助餐点3个", 40), (AID, MEALS, "协助选址2处", "过半"), (AID, CHECKS, "核对对象90户", 60))
    apply_collected(store, collect(store, [gathered(tmp_path / "a.xlsx", *rows)]))
    made = next(iter(store.snapshot().rounds))
    faults = {unit: faults_of(latest_file(store, made, sent.built.units[unit])) for unit in (CARE, AID)}
    assert [(fault.task, fault.cell) for fault in faults[AID]] == [(MEALS, "D4")]
    assert faults[CARE] == ()


def test_a_second_unit_that_is_declined_leaves_the_first_one_s_as_it_is(
    store: Store, sent: Sent, tmp_path: Path
) -> None:
    apply_collected(store, collect(store, [in_one_workbook(sent, tmp_path / "a.xlsx")]))
    decide(store, [(pending(store)[0], "keep")])
    assert pending(store) == []
    assert list(percents(store, sent).values()) == [40.0, 55.0, None, None]
    again = collect(store, [tmp_path / "a.xlsx"])
    assert ([file.state for file in again.files], again.changes) == (["unchanged", "unchanged"], ())


@pytest.mark.parametrize("header", ["单位", "镇（街道）", "填报单位", "科室"])
def test_a_table_of_several_units_is_taken_for_each(store: Store, sent: Sent, tmp_path: Path, header: str) -> None:
    whole = tuple((CARE if unit is None else unit, *rest) for unit, *rest in ROWS)
    collected = collect(store, [gathered(tmp_path / "a.xlsx", *whole, header=header)])
    assert {file.unit for file in collected.files} == {CARE, AID}
    assert collected.questions == []
    apply_collected(store, collected)
    assert list(percents(store, sent).values()) == [40.0, 55.0, 35.0, 60.0]


def test_a_unit_merged_over_its_rows_is_that_of_them_all(store: Store, sent: Sent, tmp_path: Path) -> None:
    path = gathered(tmp_path / "a.xlsx", *ROWS)
    book = load_workbook(path)
    book["Sheet"].merge_cells("A3:A4")
    book.save(path)
    apply_collected(store, collect(store, [path]))
    assert list(percents(store, sent).values()) == [40.0, 55.0, 35.0, 60.0]


def test_a_unit_that_nobody_knows_is_refused_and_the_others_are_taken(store: Store, sent: Sent, tmp_path: Path) -> None:
    whole = tuple((CARE if unit is None else unit, *rest) for unit, *rest in ROWS)
    path = gathered(tmp_path / "a.xlsx", ("某某所", CHECKS, "自行核对", 15), *whole)
    collected = collect(store, [path])
    assert [(file.unit, file.state) for file in collected.files] == [
        (None, "refused"),
        (CARE, "merged"),
        (AID, "merged"),
    ]


def test_a_column_of_units_of_measure_names_no_unit(store: Store, sent: Sent, tmp_path: Path) -> None:
    rows = tuple(("张", *rest) for _, *rest in ROWS[:2])
    path = gathered(tmp_path / "a.xlsx", *rows)
    book = load_workbook(path)
    book["Sheet"]["A1"] = f"填报单位：{CARE}"
    book.save(path)
    collected = collect(store, [path])
    assert [file.unit for file in collected.files] == [CARE]
    assert any(note.cell == "A3" for note in collected.notes)


def test_a_neighbour_s_table_under_the_own_name_is_asked_about_once(store: Store, sent: Sent, tmp_path: Path) -> None:
    path = without_marks(sent.forms[AID], tmp_path / "a.xlsx", AIDS | {"合计": {}})
    change_line(path, AID, CARE)
    collected = collect(store, [path])
    apply_collected(store, collected)
    assert ([file.unit for file in collected.files], [question.row for question in collected.questions]) == (
        [AID],
        [None],
    )
    assert set(percents(store, sent).values()) == {None}
    decide(store, [(pending(store)[0], TAKE)])
    assert list(percents(store, sent).values()) == [None, None, 35.0, 60.0]


def test_what_was_printed_last_tells_of_whom_shared_tasks_are(store: Store, sent: Sent, tmp_path: Path) -> None:
    apply_collected(store, collect(store, [fill(sent.forms[AID], tmp_path / "a.xlsx", AIDS)]))
    apply_collected(store, collect(store, [fill(sent.forms[CARE], tmp_path / "b.xlsx", CARES)]))
    july = send_again(store, tmp_path / "july", sent.built, "2026-07")
    answers = {MEALS: {"percent": 50, "text": "协助装修2处"}}
    path = without_marks(july.forms[AID], tmp_path / "c.xlsx", answers)
    for unit, asked in ((AID, 0), (CARE, 1)):
        change_line(path, AID if unit == CARE else CARE, unit)
        assert [len(collect(store, [path]).questions), unit] == [asked, unit]


def change_line(path: Path, unit: str, other: str) -> None:
    """Another unit's name in the line above the table."""
    book: Any = load_workbook(path)
    for row in book.worksheets[0].iter_rows(max_row=4):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace(f"填报单位：{unit}", f"填报单位：{other}")
    book.save(path)


def test_another_unit_s_whole_table_pasted_over_the_own_is_asked_about_once(
    store: Store, sent: Sent, tmp_path: Path
) -> None:
    source: Any = load_workbook(sent.forms[AID])[texts.SHEET]
    answer(source, AIDS)

    def paste(sheet: Any) -> None:
        for row in source.iter_rows(min_row=5):
            for cell in row:
                if isinstance(sheet.cell(cell.row, cell.column), Cell):
                    sheet.cell(cell.row, cell.column).value = cell.value

    collected = collect(store, [change(sent.forms[CARE], tmp_path / "a.xlsx", paste)])
    apply_collected(store, collected)
    assert [(file.unit, file.state) for file in collected.files] == [(AID, "needs decision")]
    assert [question.row for question in collected.questions] == [None]
    assert set(percents(store, sent).values()) == {None}

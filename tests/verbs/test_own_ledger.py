"""An exported ledger edited in Excel and imported again: only what was changed changes, and nothing is lost unsaid."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.changes import Draft
from desktop_app.domain.proposal import Severity
from desktop_app.errors import Refused
from desktop_app.exchange.ledger_layout import PLACES
from desktop_app.exchange.ledger_marks import LEDGER_SHEET, carries_ledger_mark
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.export import export, origin_of
from desktop_app.verbs.import_ledger import open_file
from desktop_app.verbs.intake import intake
from desktop_app.verbs.own_ledger import Returned, apply_returned, is_own, returned
from desktop_app.verbs.undo import undo
from tests.builders import Built, answer, plan_with, round_of

FIRST = 4  # the sheet's row of the first task


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-01")
    with open_ledger(tmp_path / "ledger") as opened:
        yield opened


def built(store: Store) -> Built:
    made = plan_with(
        store,
        {"section": "一、养老", "title": "新建食堂", "text": "选址\n建设", "lead": "养老科", "co": ["财务科", "各街"]},
        {"section": "一、养老", "title": "发放津贴", "lead": "老龄科", "leader": "分管副局长", "note": "=注意"},
        {"section": "二、救助", "title": "走访", "lead": "救助科", "deadline": None, "deadline_raw": "长期坚持"},
    )
    draft = Draft()
    parent = store.snapshot().tasks[made.tasks[0]]
    for place, title in enumerate(("选定点位", "完成装修"), 1):
        values = {"parent": parent.key, "position": place, "title": title, "state": "open", "plan": parent.plan}
        draft.create("task", {**values, "section": parent.section})
    store.apply(draft.changes, "拆分")
    rows = round_of(store, "2026-06", [(made.tasks[0], made.units["养老科"])])
    answer(store, rows[0], percent=20.0, text="已选址", problems="缺资金")
    return made


def edited(store: Store, path: Path, edit: Callable[[Any], object]) -> Returned:
    export(store, path)
    book = openpyxl.load_workbook(path)
    edit(book["督办台账"])
    book.save(path)
    return back(store, path)


def back(store: Store, path: Path) -> Returned:
    opened = open_file(path)
    assert is_own(opened.book, origin_of(store))
    return returned(store.snapshot(), origin_of(store), opened.data, path.name, opened.book)


def put(field: str, row: int, value: object) -> Callable[[Any], object]:
    return lambda sheet: setattr(sheet.cell(row, PLACES[field] + 1), "value", value)


def test_untouched_it_changes_nothing(store: Store, tmp_path: Path) -> None:
    built(store)
    found = edited(store, tmp_path / "台账.xlsx", lambda sheet: None)
    assert found.proposal == found.proposal._replace(changes=(), questions=(), notes=())
    assert apply_returned(store, found) is None


@pytest.mark.parametrize(
    ("field", "row", "value", "told"),
    [
        ("title", 7, "发放高龄津贴", {"title": "发放高龄津贴"}),
        ("content", FIRST, "选址、建设、验收", {"text": "选址、建设、验收"}),
        ("leader", 7, "局长", {"leader": "局长"}),
        ("note", 7, "改过", {"note": "改过"}),
        ("no", 7, 9, {"no": "9"}),
        ("deadline", 7, "2026年9月底前", {"deadline": "2026-09-30", "deadline_raw": "2026年9月底前"}),
        ("deadline", 7, "长期坚持", {"deadline": None, "deadline_kind": "ongoing"}),
    ],
)
def test_a_changed_cell_is_one_change(
    store: Store, tmp_path: Path, field: str, row: int, value: object, told: dict[str, object]
) -> None:
    made = built(store)
    before = store.logical_dump()
    found = edited(store, tmp_path / "台账.xlsx", put(field, row, value))
    assert not found.proposal.questions and not found.proposal.notes
    applied = apply_returned(store, found)
    assert applied is not None
    task = store.snapshot().tasks[made.tasks[0 if row == FIRST else 1]]
    assert {name: getattr(task, name) for name in told} == told
    assert apply_returned(store, back(store, tmp_path / "台账.xlsx")) is None
    undo(store, applied.entry)
    assert store.logical_dump() == before


def test_units_are_set_in_the_order_of_the_cell(store: Store, tmp_path: Path) -> None:
    made = built(store)
    found = edited(store, tmp_path / "台账.xlsx", put("co", FIRST, "各镇街、人事科"))
    apply_returned(store, found)
    assert [unit.name for unit in store.snapshot().cos_of(made.tasks[0])] == ["各镇街", "人事科"]
    assert [unit.name for unit in store.snapshot().leads_of(made.tasks[0])] == ["养老科"]


def test_progress_of_one_unit_can_be_corrected(store: Store, tmp_path: Path) -> None:
    made = built(store)

    def correct(sheet: Any) -> None:
        put("done", FIRST, 35)(sheet)
        put("progress", FIRST, "已选址2处")(sheet)

    apply_returned(store, edited(store, tmp_path / "台账.xlsx", correct))
    row = store.snapshot().rows_about(made.tasks[0])[0]
    report, said = store.snapshot().report_of(row.key), store.snapshot().answer_of(row.key)
    assert report and (report.percent, report.text, report.problems) == (35.0, "已选址2处", "缺资金")
    assert said and said.percent == 20.0  # what the unit said stays what it said


def test_what_others_derive_is_told_not_taken(store: Store, tmp_path: Path) -> None:
    built(store)
    found = edited(store, tmp_path / "台账.xlsx", put("progress", 7, "改不得"))
    assert not found.proposal.changes and [note.severity for note in found.notes] == [Severity.ASK]
    lights = edited(store, tmp_path / "台账.xlsx", put("light", 7, "● 正常"))
    assert lights.proposal.changes == () and lights.notes == ()


def test_where_both_sides_moved_the_clerk_is_asked(store: Store, tmp_path: Path) -> None:
    made = built(store)
    path = tmp_path / "台账.xlsx"
    edited(store, path, put("leader", 7, "局长"))
    draft = Draft()
    draft.set("task", store.snapshot().tasks[made.tasks[1]], {"leader": "书记"})
    store.apply(draft.changes, "改领导")
    found = back(store, path)
    (question,) = found.proposal.questions
    assert found.proposal.changes == () and "书记" in question.text and "局长" in question.text
    apply_returned(store, found, [question])
    assert store.snapshot().tasks[made.tasks[1]].leader == "局长"


def test_a_cell_made_blank_and_a_row_deleted_delete_nothing(store: Store, tmp_path: Path) -> None:
    built(store)
    blank = edited(store, tmp_path / "台账.xlsx", put("leader", 7, None))
    assert blank.proposal.changes == () and "清空" in blank.notes[0].text
    gone = edited(store, tmp_path / "台账.xlsx", lambda sheet: sheet.delete_rows(8))
    assert gone.proposal.changes == () and "走访" in gone.notes[0].text


def test_a_new_row_is_a_new_task(store: Store, tmp_path: Path) -> None:
    built(store)

    def add(sheet: Any) -> None:
        for field, value in (("title", "新增任务"), ("lead", "养老科、新单位"), ("deadline", "10月底")):
            put(field, 9, value)(sheet)

    found = edited(store, tmp_path / "台账.xlsx", add)
    apply_returned(store, found)
    task = next(task for task in store.snapshot().tasks.values() if task.title == "新增任务")
    assert task.deadline == "2026-10-31" and store.snapshot().sections[task.section or 0].title == "救助"
    assert [unit.name for unit in store.snapshot().leads_of(task.key)] == ["养老科", "新单位"]


def test_the_same_edited_file_taken_back_twice_is_no_second_change(store: Store, tmp_path: Path) -> None:
    built(store)

    def edit(sheet: Any) -> None:
        for field, value in (("title", "采购轮椅"), ("lead", "养老科"), ("deadline", "10月底前")):
            put(field, 9, value)(sheet)
        put("deadline", 7, "2026年9月底前")(sheet)

    found = edited(store, tmp_path / "台账.xlsx", edit)
    apply_returned(store, found)
    again = back(store, tmp_path / "台账.xlsx")
    assert (again.proposal.changes, again.proposal.questions) == ((), ())
    assert [note.severity for note in again.notes] == [Severity.INFO] and "采购轮椅" in again.notes[0].text
    book = openpyxl.load_workbook(tmp_path / "台账.xlsx")
    put("lead", 9, "救助科")(book["督办台账"])
    book.save(tmp_path / "台账.xlsx")
    later = back(store, tmp_path / "台账.xlsx")
    assert later.proposal.changes == () and [note.severity for note in later.notes] == [Severity.ASK]


def test_without_what_was_sent_every_difference_is_asked(store: Store, tmp_path: Path) -> None:
    built(store)
    path = tmp_path / "台账.xlsx"
    edited(store, path, put("note", 7, "改过"))
    book = openpyxl.load_workbook(path)
    for row in list(book[LEDGER_SHEET].iter_rows(min_row=2)):
        for cell in row:
            cell.value = None
    book.save(path)
    found = back(store, path)
    assert found.proposal.changes == () and len(found.proposal.questions) == 1


def test_an_export_is_no_plan(store: Store, tmp_path: Path) -> None:
    built(store)
    path = tmp_path / "台账.xlsx"
    export(store, path)
    assert carries_ledger_mark(path.read_bytes())
    with pytest.raises(Refused, match="导入台账"):
        intake(store, path)


words = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from("\n、；\t"), max_size=30)

task = st.fixed_dictionaries({"title": words.filter(str.strip), "text": words, "leader": words, "note": words})


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(task))
def test_export_then_import_is_the_identity(
    tmp_path_factory: pytest.TempPathFactory, tasks: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("identity")
    with open_ledger(folder / "ledger") as store:
        plan_with(store, {"title": "第一项"}, *tasks)
        export(store, folder / "a.xlsx")
        found = back(store, folder / "a.xlsx")
        assert (found.proposal.changes, found.proposal.questions, found.notes) == ((), (), ())

"""A round as it was chosen: columns, figures, tasks, units, helping units; and what it costs the units."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.domain.filters import Filter
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.burden import burdens
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import exchange as texts
from desktop_app.verbs.by_hand import answer_by_hand
from desktop_app.verbs.dispatch import Choices, Dispatched, dispatch, to_json
from desktop_app.verbs.rounds import void_round
from tests.builders import plan_with
from tests.exchange.returns import AID, BEDS, CARE, CHECKS, DUE, JUNE, MEALS, columns_of, line_of

TOWN = "东镇"
TARGETS = (
    {"item": "助餐点", "value": 8, "unit": "个", "phrase": "新建助餐点8个", "kind": "cumulative"},
    {"item": "助餐点", "value": 10, "unit": "个", "phrase": "力争达到10个", "kind": "cumulative", "soft": 1},
    {"item": "满意率", "value": 92, "unit": "%", "phrase": "满意率92%以上", "kind": "ratio"},
    {"item": "资金", "value": 2_600_000, "unit": "元", "phrase": "投入260万元", "kind": "cumulative"},
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        yield store


def sheet_of(done: Dispatched, unit: str) -> Any:
    path = next(file.path for file in done.files if file.unit == unit)
    return load_workbook(path)[texts.SHEET]


def asked(snapshot: Snapshot, round_key: int) -> set[tuple[str, str, int]]:
    """Unit, task and whether as a helping unit, of each row."""
    return {(snapshot.units[row.unit].name, row.title, row.co) for row in snapshot.rows_of(round_key)}


def test_figures_are_asked_one_column_a_target_and_locked_where_there_is_none(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"title": MEALS, "lead": CARE, "targets": TARGETS}, {"title": BEDS, "lead": CARE})
    done = dispatch(store, JUNE, DUE, tmp_path / "out", None, Choices(asked="text,percent,figures"))
    sheet = sheet_of(done, CARE)
    columns = columns_of(sheet)
    assert [h for h in columns if h.startswith("指标")] == ["指标①完成数", "指标②完成数", "指标③完成数"]
    assert "办结时间" not in columns and "存在问题" not in columns
    meals, beds = line_of(sheet, MEALS), line_of(sheet, BEDS)
    printed = sheet.cell(meals, columns[texts.TARGETS]).value
    assert printed == "①新建助餐点8个\n②满意率92%以上\n③投入260万元（按元填）\n力争达到10个"
    locks = [[sheet.cell(line, columns[f"指标{n}完成数"]).protection.locked for n in "①②③"] for line in (meals, beds)]
    assert locks == [[False] * 3, [True] * 3]
    assert done.files[0].cells == 2 * 3 + 3
    rules = {(rule.formula1, rule.formula2, str(rule.sqref)) for rule in sheet.data_validations.dataValidation}
    assert ("0", "100", f"K{meals}") in rules and ("0", "1000000000000", f"J{meals}") in rules


def test_the_round_keeps_its_copy_of_the_targets_and_the_last_figure(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"title": MEALS, "lead": CARE, "targets": TARGETS[:1]})
    choices = Choices(asked="text,percent,figures")
    first = dispatch(store, JUNE, DUE, tmp_path / "june", None, choices)
    (row,) = store.snapshot().rows_of(first.round)
    answer_by_hand(store, row.key, {"figure_1": 5, "text": "已建成5个"}, "电话")
    later = dispatch(store, "2026-07", date(2026, 7, 28), tmp_path / "july", None, choices)
    (row,) = store.snapshot().rows_of(later.round)
    (figure,) = store.snapshot().having("row_target", "row", row.key)
    assert (figure.item, figure.value, figure.unit, figure.last, figure.held) == ("助餐点", 8.0, "个", 5.0, None)
    sheet = sheet_of(later, CARE)
    assert sheet.cell(line_of(sheet, MEALS), columns_of(sheet)[texts.LAST]).value == "截至6月30日：①5个，已建成5个"


def test_a_round_of_the_usual_columns_is_no_other_than_before(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"title": MEALS, "lead": CARE, "targets": TARGETS})
    done = dispatch(store, JUNE, DUE, tmp_path / "out", None, Choices(asked="problems,text,percent,finished_on"))
    assert store.snapshot().rounds[done.round].asked is None
    assert not store.snapshot().tables["row_target"]
    assert "①" not in str(sheet_of(done, CARE).cell(5, 4).value)


def test_helping_units_have_rows_of_their_own_on_choice(store: Store, tmp_path: Path) -> None:
    built = plan_with(
        store, {"title": MEALS, "lead": CARE, "co": (AID, "各镇街")}, {"title": BEDS, "lead": (AID, CARE)}
    )
    draft, snapshot = Draft(), store.snapshot()
    draft.set("unit", snapshot.units[built.units["各镇街"]], {"kind": "group"})
    town = draft.create("unit", {"name": TOWN, "kind": "town", "position": 9})
    draft.create("member", {"collective": built.units["各镇街"], "unit": town})
    draft.create("member", {"collective": built.units["各镇街"], "unit": built.units[CARE]})
    store.apply(draft.changes, "各镇街")
    leads = {(CARE, MEALS, 0), (AID, BEDS, 0), (CARE, BEDS, 0)}
    done = dispatch(store, JUNE, DUE, tmp_path / "a", None)
    assert asked(store.snapshot(), done.round) == leads
    done = dispatch(store, JUNE, DUE, tmp_path / "b", None, Choices(co=True))
    assert asked(store.snapshot(), done.round) == leads | {(AID, MEALS, 1), (TOWN, MEALS, 1)}
    sheet = sheet_of(done, TOWN)
    assert sheet.cell(line_of(sheet, MEALS), columns_of(sheet)[texts.DEADLINE]).value.endswith(texts.CO_ROW)


def test_tasks_and_units_are_chosen(store: Store, tmp_path: Path) -> None:
    built = plan_with(
        store,
        {"title": MEALS, "lead": CARE, "section": "一、养老"},
        {"title": BEDS, "lead": (CARE, AID), "section": "一、养老", "state": "closed"},
        {"title": CHECKS, "lead": AID, "section": "二、救助"},
    )
    section = Filter(sections=frozenset([built.sections["一、养老"]]))
    cases = [
        (Choices(wanted=section), {(CARE, MEALS, 0)}),
        (Choices(wanted=section, also=frozenset(["closed"])), {(CARE, MEALS, 0), (CARE, BEDS, 0), (AID, BEDS, 0)}),
        (Choices(units=frozenset([built.units[AID]])), {(AID, CHECKS, 0)}),
        (Choices(wanted=Filter(tasks=frozenset([built.tasks[2]]))), {(AID, CHECKS, 0)}),
    ]
    for number, (choices, rows) in enumerate(cases):
        done = dispatch(store, JUNE, DUE, tmp_path / str(number), None, choices)
        assert asked(store.snapshot(), done.round) == rows


def test_choices_that_leave_nothing_or_ask_for_no_column_are_refused(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"lead": CARE})
    before = store.logical_dump()
    with pytest.raises(Refused) as refused:
        dispatch(store, JUNE, DUE, tmp_path / "out", None, Choices(units=frozenset()))
    assert refused.value.sentence == texts.NOBODY_CHOSEN
    for columns in ("", "text,colour"):
        with pytest.raises(Refused, match="不是可以要求填报的栏目"):
            dispatch(store, JUNE, DUE, tmp_path / "out", None, Choices(asked=columns))
    assert store.logical_dump() == before


@pytest.mark.parametrize(
    ("shift", "day"), [(None, date(2026, 6, 26)), ("later", date(2026, 6, 29)), ("as set", date(2026, 6, 28))]
)
def test_a_due_day_that_is_no_workday_is_moved_by_the_rule(
    store: Store, tmp_path: Path, shift: str | None, day: date
) -> None:
    plan_with(store, {"lead": CARE})
    if shift:
        draft = Draft()
        draft.create("rule", {"name": "due", "value": json.dumps({"shift": shift})})
        store.apply(draft.changes, "报送截止日")
    done = dispatch(store, JUNE, date(2026, 6, 28), tmp_path / "out", None)
    assert done.due == day.isoformat()
    assert any("不是工作日" in note.text for note in done.notes) == (shift != "as set")


def test_a_make_up_workday_is_none_to_move(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"lead": CARE})
    done = dispatch(store, "2026-09", date(2026, 9, 20), tmp_path / "out", None)
    assert done.due == "2026-09-20"


def test_the_burden_is_what_the_forms_ask(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"title": MEALS, "lead": CARE, "targets": TARGETS}, {"title": BEDS, "lead": (CARE, AID)})
    done = dispatch(store, JUNE, DUE, tmp_path / "out", None, Choices(asked="text,figures"))
    snapshot = store.snapshot()
    told = {snapshot.units[b.unit].name: (b.rows, b.cells) for b in burdens(snapshot, snapshot.rounds[done.round])}
    assert told == {CARE: (2, 7), AID: (1, 2)}
    assert {file.unit: (file.rows, file.cells) for file in done.files} == told
    assert to_json(done)["cells"] == 9


@pytest.mark.parametrize(
    ("period", "later", "repeated"),
    [
        ("2026-06", 12, True),
        ("2026-Q2", 12, True),
        ("2026-07", 12, True),
        ("2026-07", 27, False),
        ("2026-Q2", 31, False),
    ],
)
def test_what_was_asked_within_thirty_days_is_told_but_not_the_ordinary_cycle(
    store: Store, tmp_path: Path, period: str, later: int, repeated: bool
) -> None:
    plan_with(store, {"title": MEALS, "lead": CARE, "targets": TARGETS}, {"title": BEDS, "lead": AID})
    dispatch(store, JUNE, DUE, tmp_path / "a", None, Choices(asked="text,figures"))
    with clock.on_day(date(2026, 6, 8) + timedelta(days=later)):
        done = dispatch(store, period, date(2026, 8, 28), tmp_path / "b", None, Choices(asked="problems,figures"))
    told = [note.text for note in done.notes if "30天内" in note.text]
    assert bool(told) == repeated
    if repeated:
        assert f"{later}天前" in told[0] and CARE in told[0] and "指标①完成数" in told[0]
        assert AID not in told[0] and "进展情况" not in told[0]


def test_a_unit_that_was_voided_of_its_round_is_asked_nothing_twice(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"lead": CARE})
    void_round(store, dispatch(store, JUNE, DUE, tmp_path / "a", None).round)
    assert dispatch(store, JUNE, DUE, tmp_path / "b", None).notes == ()


def test_the_command_line_takes_the_choices(store: Store, tmp_path: Path) -> None:
    plan_with(store, {"title": MEALS, "lead": CARE, "co": AID, "targets": TARGETS}, {"title": BEDS, "lead": "老龄科"})
    store.close()
    words = ["--period", JUNE, "--out", str(tmp_path / "out"), "--json", "--data", str(tmp_path / "ledger")]
    words += ["--ask", "text,figures", "--unit", AID, "--co", "--signoff", "each", "--zip", str(tmp_path / "发.zip")]
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "dispatch", *words], capture_output=True, timeout=60, check=False
    )
    told = json.loads(done.stdout)
    assert [(file["unit"], file["rows"], file["cells"]) for file in told["files"]] == [(AID, 1, 5)]
    assert [Path(path).name for path in told["signoff"]] == ["救助科_2026年6月填报表盖章件.docx"]
    assert (tmp_path / "发.zip").is_file()
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "dispatch", *words, "--unit", "无此科"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, "没有单位“无此科”" in done.stderr.decode()) == (2, True)


def test_a_task_whose_deadline_says_that_it_lasts_is_left_out_with_a_word(store: Store, tmp_path: Path) -> None:
    lasting = {"lead": CARE, "deadline": None, "deadline_kind": "ongoing", "deadline_raw": "长期坚持"}
    dated = {**lasting, "deadline": "2026-12-31", "deadline_raw": "12月底前见效并长期坚持"}
    going_on = {**lasting, "deadline_raw": "持续推进"}
    in_passing = {**lasting, "title": "回访", "text": "回访家庭60户，长期坚持、不松劲。"}
    plan_with(store, {"title": MEALS, **lasting}, {"title": BEDS, **dated}, {"title": CHECKS, **going_on}, in_passing)
    done = dispatch(store, JUNE, DUE, tmp_path / "out", None)
    assert [row.title for row in store.snapshot().rows_of(done.round)] == [BEDS, CHECKS, "回访"]
    assert texts.LASTING_LEFT_OUT.format(task=MEALS, count=1) in [note.text for note in done.notes]
    more = dispatch(store, JUNE, DUE, tmp_path / "out", None, Choices(also=frozenset({"ongoing"})))
    assert [row.title for row in store.snapshot().rows_of(more.round)] == [MEALS, BEDS, CHECKS, "回访"]

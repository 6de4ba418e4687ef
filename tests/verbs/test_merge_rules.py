"""The table of docs/merge.md, line by line: each test is named by the number of its line; here those of one row."""

import re
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.domain.proposal import Severity
from desktop_app.store.store import open_ledger
from desktop_app.texts import exchange
from desktop_app.verbs.collect import decide
from tests.exchange.answered import returned_form, returned_rows, row_read
from tests.verbs import test_merge_rules_around, test_merge_rules_columns, test_merge_rules_files
from tests.verbs.merge_world import World, asked, told

DOCS = Path(__file__).resolve().parents[2] / "docs" / "merge.md"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        yield World(store)


def test_every_line_of_the_table_has_its_test() -> None:
    numbers = re.findall(r"^\| (\d+) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    tests = {
        int(found[1])
        for module in (sys.modules[__name__], test_merge_rules_files, test_merge_rules_around, test_merge_rules_columns)
        for name in dir(module)
        if (found := re.match(r"test_rule_(\d+)_", name))
    }
    assert tests == {int(n) for n in numbers}


def test_rule_01_what_only_the_unit_changed_is_taken(world: World) -> None:
    world.says(percent=40.0)
    assert (asked(world.says(percent=50.0)), world.held()) == ([], {"percent": 50.0})


def test_rule_02_what_only_the_clerk_changed_is_kept(world: World) -> None:
    world.says(percent=40.0)
    world.corrects(35)
    assert (asked(world.says(percent=40.0)), world.held()) == ([], {"percent": 35.0})


def test_rule_03_what_both_changed_is_asked(world: World) -> None:
    world.says(percent=40.0)
    world.corrects(35)
    assert (asked(world.says(percent=50.0)), world.held()) == (["percent"], {"percent": 35.0})


def test_rule_04_what_both_changed_alike_is_agreed(world: World) -> None:
    world.says(percent=40.0)
    world.corrects(50)
    assert asked(world.says(percent=50.0)) == []
    assert (asked(world.says(percent=60.0)), world.held()) == ([], {"percent": 60.0})


def test_rule_05_blank_deletes_nothing(world: World) -> None:
    world.says(percent=40.0, text="建成48张")
    world.says(percent=50.0)
    assert world.held() == {"percent": 50.0, "text": "建成48张"}


def test_rule_05_a_stroke_is_a_blank_unless_it_takes_words_back(world: World) -> None:
    assert (asked(world.says(percent=40.0, problems="/", evidence="——")), world.held()) == ([], {"percent": 40.0})
    world.says(problems="缺两名护工", next_steps="无")
    (question,) = world.says(problems="/", next_steps="/").questions
    assert (question.field, question.theirs, world.held()["problems"]) == ("problems", "无", "缺两名护工")
    decide(world.store, [(question, "take")])
    assert (world.held()["problems"], asked(world.says(problems="/"))) == ("无", [])


def test_rule_05_strokes_alone_are_no_answer_of_a_row(world: World) -> None:
    assert told(world.says(percent="/", problems="/"), exchange.ROWS_BLANK)


def test_rule_06_a_correction_back_to_last_time_is_taken(world: World) -> None:
    row = world.send("2026-07", last_percent=40, last_text="已完成选址")[0]
    world.says(row, percent=60.0, text="已开工")
    assert asked(world.says(row, percent=40.0, text="已完成选址")) == []
    assert world.held(row) == {"percent": 40.0, "text": "已完成选址"}


def test_rule_07_the_same_file_twice_changes_nothing(world: World) -> None:
    file = returned_form(world.store, world.beds, {"percent": 40.0, "figure_1": "50张"}, datetime(2026, 6, 1))
    world.merge(file)
    before = world.store.logical_dump()
    again = world.merge(file)
    assert (again.files[0].state, again.questions, world.store.logical_dump()) == ("unchanged", [], before)


def test_rule_08_a_falling_rate_is_asked(world: World) -> None:
    row = world.send("2026-07", last_percent=40, last_text="建成48张")[0]
    assert (asked(world.says(row, percent=30.0)), world.held(row)) == (["percent"], {})


def test_rule_09_a_rate_over_100_is_asked(world: World) -> None:
    assert (asked(world.says(percent=120.0)), world.held()) == (["percent"], {})


@pytest.mark.parametrize("state", ["closed", "finished", "paused", "not_issued"])
def test_rule_10_what_contradicts_the_task_s_state_is_asked(world: World, state: str) -> None:
    world.clerk("task", world.built.tasks[0], state=state)
    assert (asked(world.says(percent=60.0)), world.held()) == (["percent"], {})


def test_rule_11_a_finish_below_100_is_asked(world: World) -> None:
    assert asked(world.says(status="已办结", percent=90.0)) == ["status"]
    assert asked(world.says(world.checks, percent=90.0, finished_on="2026-6-5")) == ["finished_on"]


def test_rule_12_a_finish_without_a_rate_is_asked(world: World) -> None:
    (question,) = world.says(world.checks, status="已办结", text="核对612户").questions
    assert (question.field, question.theirs) == ("percent", 100.0)


def test_rule_13_all_done_but_words_say_going_on_is_asked(world: World) -> None:
    assert asked(world.says(world.checks, percent=100.0, text="正在组织核对，已核612户")) == ["percent"]


def test_rule_14_words_say_done_but_the_rate_is_lower_is_asked(world: World) -> None:
    assert asked(world.says(world.checks, percent=60.0, text="全年任务已全部完成")) == ["percent"]


def test_rule_15_last_time_s_very_words_are_asked(world: World) -> None:
    row = world.send("2026-07", last_percent=40, last_text="已完成选址")[0]
    assert (asked(world.says(row, percent=50.0, text="已完成选址")), world.held(row)) == (["text"], {"percent": 50.0})


@pytest.mark.parametrize(
    "words", ["正在推进中", "按计划推进。", "该项工作正在有序推进", "同上", "已另行报送", "已另报", "见纸质版"]
)
def test_rule_16_words_that_say_nothing_are_asked(world: World, words: str) -> None:
    assert (asked(world.says(percent=50.0, text=words)), world.held()) == (["text"], {"percent": 50.0})


def test_rule_17_no_change_stands_for_last_time(world: World) -> None:
    row = world.send("2026-07", last_percent=40, last_text="已完成选址")[0]
    assert asked(world.says(row, status="与上期无变化", percent=45.0)) == ["percent"]
    assert world.held(row) == {"status": "与上期无变化", "text": "已完成选址"}
    assert asked(world.says(status="与上期无变化")) == ["status"]


def test_rule_17_words_beside_a_figure_that_changed_are_asked_too(world: World) -> None:
    row = world.send("2026-07", last_percent=40, last_text="已完成选址")[0]
    assert asked(world.says(row, status="与上期无变化", percent=45.0, text="主体封顶")) == ["percent", "text"]
    assert world.held(row) == {"status": "与上期无变化"}


def test_rule_17_words_beside_no_change_are_taken_where_no_figure_changed(world: World) -> None:
    row = world.send("2026-07", last_percent=40, last_text="已完成选址")[0]
    assert asked(world.says(row, status="与上期无变化", text="仍在等待批复")) == []
    assert world.held(row) == {"status": "与上期无变化", "percent": 40.0, "text": "仍在等待批复"}


def test_rule_18_what_cannot_be_read_is_asked_never_nought(world: World) -> None:
    (question,) = world.says(percent="过半").questions
    assert (question.theirs, world.held()) == ("过半", {})


def test_rule_19_a_figure_is_taken_in_whole_units_or_asked(world: World) -> None:
    assert (asked(world.says(figure_2="1500万元")), world.figures()) == ([], [None, 1.5e7])
    for doubtful in (1600.0, "1600户", "1600-1700万元", "近1600万元"):
        assert asked(world.says(figure_2=doubtful)) == ["figure_2"]
    assert world.figures() == [None, 1.5e7]


def test_rule_19_half_a_thing_and_what_a_number_format_shows_are_asked(world: World) -> None:
    shown = row_read(world.store, world.beds, {"figure_1": 0.5})
    cell = shown.cells["figure_1"]
    shown.cells["figure_1"] = cell._replace(typed=cell.typed._replace(code='0.0"百"'))
    (question,) = world.merge(returned_rows(world.store, [(world.beds, {})], rows=(shown,))).questions
    assert (question.field, question.theirs, "“0.5百”" in question.text) == ("figure_1", 50.0, True)
    assert asked(world.says(figure_1=0.5)) == ["figure_1"]
    assert world.figures() == [None, None]


def test_rule_20_a_figure_for_a_changed_target_is_asked(world: World) -> None:
    world.clerk("target", world.store.snapshot().targets_of(world.built.tasks[0])[0].key, value=150)
    assert (asked(world.says(figure_1="50张")), world.figures()) == (["figure_1"], [None, None])


def test_rule_21_a_figure_that_only_words_tell_is_offered(world: World) -> None:
    collected = world.says(percent=40.0, text="已改造床位50张")
    assert (asked(collected), world.figures()) == (["figure_1"], [None, None])
    decide(world.store, [(collected.questions[0], "take")])
    assert world.figures() == [50.0, None]


def test_rule_22_a_finish_without_its_figures_is_told(world: World) -> None:
    collected = world.says(status="已办结", percent=100.0, text="已全部完成", figure_1="120张")
    assert (asked(collected), collected.files[0].state) == ([], "needs decision")
    assert any("指标②完成数" in note.text and note.severity is Severity.ASK for note in collected.notes)


def test_rule_23_two_files_in_one_call_go_by_their_saving(world: World) -> None:
    late, early = (
        returned_form(world.store, world.beds, {"percent": value}, datetime(2026, 6, day))
        for value, day in ((60.0, 9), (30.0, 8))
    )
    assert (asked(world.merge(late, early)), world.held()) == ([], {"percent": 60.0})


def test_rule_24_an_older_file_asks_once(world: World) -> None:
    world.says(percent=60.0, text="建成72张", saved=datetime(2026, 6, 9))
    older = world.says(percent=30.0, text="建成36张", saved=datetime(2026, 6, 8))
    assert (asked(older), world.held()["percent"]) == (["file"], 60.0)


def test_rule_25_a_file_of_unknown_age_asks_once(world: World) -> None:
    world.says(percent=60.0, text="建成72张")
    unknown = world.merge(returned_form(world.store, world.beds, {"percent": 30.0, "text": "建成36张"}))
    assert (asked(unknown), world.held()["percent"]) == (["file"], 60.0)

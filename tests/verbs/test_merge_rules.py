"""The table of docs/merge.md, line by line: each test is named by the number of its line."""

import re
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.domain.proposal import Severity
from desktop_app.exchange.form_paper import last_words
from desktop_app.exchange.propose_answers import WHOLE_FILE
from desktop_app.exchange.read_forms import read_form
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo_rest
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import apply_collected, decide, propose
from desktop_app.verbs.returns import Collected
from desktop_app.verbs.undo import undo_rest as undo_and_tell
from tests.builders import plan_with
from tests.exchange.answered import returned_form, returned_rows, row_read

CARE, AID = "养老科", "救助科"
BEDS, CHECKS, OTHER = "改造护理床位", "核对低保对象", "慰问困难群众"
DOCS = Path(__file__).resolve().parents[2] / "docs" / "merge.md"


class World:
    """A ledger with a round out, and the ways in which a unit and the clerk change it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        targets = (
            {"item": "床位", "comparator": "=", "value": 120.0, "unit": "张", "phrase": "床位120张"},
            {"item": "投资", "comparator": ">=", "value": 2e7, "unit": "元", "phrase": "投资2000万元"},
        )
        self.built = plan_with(
            store,
            {"title": BEDS, "lead": CARE, "targets": targets, "text": "改造床位。"},
            {"title": CHECKS, "lead": CARE},
            {"title": OTHER, "lead": AID},
        )
        self.beds, self.checks, self.other = self.send("2026-06")
        self.day = 0

    def send(self, period: str, **last: Any) -> list[int]:
        """A round that asks every task; its rows."""
        store, draft, snapshot = self.store, Draft(), self.store.snapshot()
        days = {"as_of": f"{period}-28", "due": f"{period}-28"}
        made = draft.create(
            "round",
            {"token": period, "period": period, "state": "open", "asked": "text,percent,finished_on,figures", **days},
        )
        rows = []
        care, aid = (self.built.units[name] for name in (CARE, AID))
        for unit in (care, aid):
            draft.create("form", {"round": made, "unit": unit, "file": f"{unit}.xlsx"})
        for place, (task, unit) in enumerate(zip(self.built.tasks, (care, care, aid), strict=True)):
            values = {"round": made, "task": task, "unit": unit, "position": place, "title": snapshot.tasks[task].title}
            targets = "床位120张；投资2000万元" if place == 0 else ""
            rows.append(draft.create("round_row", {**values, "targets": targets, **last}))
        for target in snapshot.targets_of(self.built.tasks[0]):
            copied = {field: getattr(target, field) for field in ("position", "item", "comparator", "value", "unit")}
            draft.create("row_target", {"row": rows[0], "target": target.key, **copied})
        applied = store.apply(draft.changes, "发表")
        assert applied is not None
        return [applied.keys[row] for row in rows]

    def says(self, row: int | None = None, saved: datetime | None = None, **fields: Any) -> Collected:
        """The unit's next file answers a row; what is clean is applied."""
        self.day += 1
        when = saved or datetime(2026, 6, self.day)
        return self.merge(returned_form(self.store, row or self.beds, fields, when))

    def merge(self, *files: Any) -> Collected:
        collected = propose(self.store, files)
        apply_collected(self.store, collected)
        return collected

    def clerk(self, entity: str, key: int, **fields: Any) -> None:
        """The clerk edits a record by hand."""
        draft = Draft()
        draft.set(entity, self.store.snapshot().tables[entity][key], fields)
        self.store.apply(draft.changes, "修改")

    def corrects(self, percent: float) -> None:
        """The clerk corrects the rate of the first row."""
        report = self.store.snapshot().report_of(self.beds)
        assert report is not None
        self.clerk("report", report.key, percent=percent)

    def asks_once(self, *rows: Any) -> None:
        """A file of these rows is one question, and nothing is taken in."""
        assert asked(self.merge(returned_rows(self.store, [(self.beds, {})], rows=rows))) == [WHOLE_FILE]
        assert self.held() == self.held(self.checks) == {}

    def held(self, row: int | None = None) -> dict[str, Any]:
        report = self.store.snapshot().report_of(row or self.beds)
        fields = report._asdict() if report else {}
        return {name: value for name, value in fields.items() if value is not None and name not in ("key", "row")}

    def figures(self) -> list[float | None]:
        return [one.held for one in self.store.snapshot().having("row_target", "row", self.beds)]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        yield World(store)


def asked(collected: Collected) -> list[str]:
    """The fields that are asked about."""
    return [question.field for question in collected.questions]


def told(collected: Collected, sentence: str) -> bool:
    """Whether a note is made of this sentence, whatever stands in its places."""
    pattern = re.sub(r"\\\{\w*\\\}", ".*", re.escape(sentence))
    return any(re.search(pattern, note.text) for note in collected.notes)


def test_every_line_of_the_table_has_its_test() -> None:
    numbers = re.findall(r"^\| (\d+) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    tests = {int(found[1]) for name in dir(sys.modules[__name__]) if (found := re.match(r"test_rule_(\d+)_", name))}
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


@pytest.mark.parametrize("words", ["正在推进中", "按计划推进。", "该项工作正在有序推进", "同上"])
def test_rule_16_words_that_say_nothing_are_asked(world: World, words: str) -> None:
    assert (asked(world.says(percent=50.0, text=words)), world.held()) == (["text"], {"percent": 50.0})


def test_rule_17_no_change_stands_for_last_time(world: World) -> None:
    row = world.send("2026-07", last_percent=40, last_text="已完成选址")[0]
    assert asked(world.says(row, status="与上期无变化", percent=45.0)) == ["percent"]
    assert world.held(row) == {"status": "与上期无变化", "text": "已完成选址"}
    assert asked(world.says(status="与上期无变化")) == ["status"]


def test_rule_18_what_cannot_be_read_is_asked_never_nought(world: World) -> None:
    (question,) = world.says(percent="过半").questions
    assert (question.theirs, world.held()) == ("过半", {})


def test_rule_19_a_figure_is_taken_in_whole_units_or_asked(world: World) -> None:
    assert (asked(world.says(figure_2="1500万元")), world.figures()) == ([], [None, 1.5e7])
    for doubtful in (1600.0, "1600户", "1600-1700万元"):
        assert asked(world.says(figure_2=doubtful)) == ["figure_2"]
    assert world.figures() == [None, 1.5e7]


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


def test_rule_26_another_unit_s_row_is_asked(world: World) -> None:
    rows = [(world.beds, {"percent": 40.0}), (world.other, {"percent": 70.0})]
    (question,) = world.merge(returned_rows(world.store, rows, datetime(2026, 6, 1))).questions
    assert (question.row, world.held(), world.held(world.other)) == (world.other, {"percent": 40.0}, {})


def test_rule_27_a_form_that_names_another_unit_asks_once(world: World) -> None:
    rows = [(world.beds, {"percent": 40.0}), (world.checks, {"percent": 20.0})]
    collected = world.merge(returned_rows(world.store, rows, datetime(2026, 6, 1), unit=AID))
    assert (asked(collected), world.held()) == (["file"], {})


def test_rule_28_another_round_s_row_is_not_taken(world: World) -> None:
    july = world.send("2026-07")[1]
    rows = [(world.beds, {"percent": 40.0}), (july, {"percent": 70.0})]
    collected = world.merge(returned_rows(world.store, rows, datetime(2026, 6, 1)))
    assert (collected.files[0].state, world.held(), world.held(july)) == ("partly", {"percent": 40.0}, {})
    assert told(collected, texts.ROW_OF_OTHER_ROUND)


def test_rule_29_a_voided_round_is_refused(world: World) -> None:
    world.clerk("round", world.store.snapshot().rows[world.beds].round, state="voided")
    collected = world.says(percent=40.0)
    assert (collected.files[0].state, world.held()) == ("refused", {})
    assert told(collected, texts.VOIDED)


def test_rule_30_another_ledger_s_form_is_refused(world: World) -> None:
    file = returned_form(world.store, world.beds, {"percent": 40.0})
    assert file.form is not None and file.form.mark is not None
    strange = file._replace(form=file.form._replace(mark=file.form.mark._replace(ledger="0" * 16)))
    collected = world.merge(strange)
    assert (collected.files[0].state, told(collected, texts.OTHER_LEDGER)) == ("refused", True)


def test_rule_31_a_form_from_before_a_restore_asks_once(world: World) -> None:
    file = returned_form(world.store, world.beds, {"percent": 40.0, "text": "建成48张"})
    world.store.connection.execute("UPDATE ledger SET epoch = epoch + 1")
    assert (asked(world.merge(file)), world.held()) == (["file"], {})


def test_rule_32_a_form_of_nobody_is_refused(world: World) -> None:
    row = row_read(world.store, world.beds, {"percent": 40.0})._replace(mark="")
    file = returned_rows(world.store, [(world.beds, {})], mark=None, rows=(row,))
    collected = world.merge(file)
    assert (collected.files[0].state, told(collected, texts.UNKNOWN_FORM)) == ("refused", True)


def test_rule_33_a_task_answered_twice_otherwise_is_asked(world: World) -> None:
    rows = [(world.beds, {"percent": 40.0}), (world.beds, {"percent": 50.0})]
    assert (asked(world.merge(returned_rows(world.store, rows))), world.held()) == (["percent"], {})


def test_rule_34_a_withdrawn_row_is_asked(world: World) -> None:
    world.clerk("round_row", world.beds, withdrawn=1)
    assert (asked(world.says(percent=40.0)), world.held()) == (["percent"], {})


def test_rule_35_an_unknown_row_is_told_and_not_taken(world: World) -> None:
    own = row_read(world.store, world.beds, {"percent": 40.0})
    added = own._replace(mark="", title="自己加的一项")
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=(own, added)))
    assert (collected.files[0].state, world.held()) == ("partly", {"percent": 40.0})
    assert told(collected, texts.ROW_UNKNOWN)


def test_rule_36_a_printed_cell_is_compared_with_what_was_sent(world: World) -> None:
    world.clerk("task", world.built.tasks[0], text="改造床位，八月底前完成。")

    def printing(words: str) -> Collected:
        row = row_read(world.store, world.beds, {"percent": 40.0}, {"content": words})
        return world.merge(returned_rows(world.store, [(world.beds, {})], rows=(row,), head=words))

    for words, is_told in (("改造床位。", False), ("改造床位，八月底前完成。", False), ("改造床位50张。", True)):
        assert told(printing(words), texts.PRINTED_OVER) is is_told


def test_rule_37_rows_that_are_gone_or_blank_are_told(world: World) -> None:
    gone, blank = (
        world.says(percent=40.0),
        world.merge(returned_rows(world.store, [(world.beds, {}), (world.checks, {})])),
    )
    assert told(gone, texts.ROWS_MISSING)
    assert told(blank, texts.ROWS_BLANK)
    assert world.held() == {"percent": 40.0}


def test_rule_38_a_question_left_stays_and_one_kept_is_asked_no_more(world: World) -> None:
    file = returned_form(world.store, world.beds, {"percent": 120.0})
    world.merge(file)
    again = world.merge(file)
    assert asked(again) == ["percent"]
    decide(world.store, [(again.questions[0], "keep")])
    assert asked(world.merge(file)) == []


def test_rule_39_a_merge_is_one_entry_and_undo_keeps_later_work_and_tells_all_of_it(world: World) -> None:
    before = world.store.logical_dump()
    file = returned_form(world.store, world.beds, {"percent": 40.0, "text": "建成48张", "figure_1": "48张"})
    collected = propose(world.store, [file])
    applied = apply_collected(world.store, collected)
    assert applied is not None
    undo_rest(world.store, applied.entry)
    assert world.store.logical_dump() == before
    applied = apply_collected(world.store, propose(world.store, [file]))
    assert applied is not None
    report = world.store.snapshot().report_of(world.beds)
    assert report is not None
    world.clerk("report", report.key, percent=45, text="建成48张，核实")
    kept = "\n".join(undo_and_tell(world.store, applied.entry).kept)
    assert world.held()["percent"] == 45.0
    assert world.figures() == [None, None]
    assert "45" in kept
    assert "核实" in kept


def test_rule_40_titles_that_left_their_marks_ask_once(world: World) -> None:
    beds, checks = (row_read(world.store, row, {"percent": 40.0}) for row in (world.beds, world.checks))
    world.asks_once(beds._replace(title=checks.title), checks._replace(title=beds.title))


def test_rule_41_answers_below_the_tasks_and_a_blank_one_ask_once(world: World) -> None:
    filled = row_read(world.store, world.checks, {"percent": 50.0, "text": "核对90户"})
    world.asks_once(row_read(world.store, world.beds, {}), filled, filled._replace(mark="", title=""))


def test_rule_42_what_is_struck_through_is_asked(world: World) -> None:
    row = row_read(world.store, world.beds, {"percent": 40.0, "text": "已完成选址"})
    struck = row.cells["text"]._replace(unsure=astray.STRUCK.replace("{raw}", "已完成选址"))
    rows = (row._replace(cells={**row.cells, "text": struck}),)
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows))) == ["text"]
    assert world.held() == {"percent": 40.0}


def test_rule_43_a_form_that_prints_another_round_asks_once(world: World) -> None:
    july = world.send("2026-07", last_percent=40, last_text="已完成选址")
    head = "2026年7月重点工作填报表\n"
    redated = world.merge(returned_rows(world.store, [(world.beds, {"percent": 50.0})], head=head))
    printed = {"last": last_words(world.store.snapshot(), world.store.snapshot().rows[july[0]])}
    pasted = (row_read(world.store, world.beds, {"percent": 60.0}, printed),)
    foreign = world.merge(returned_rows(world.store, [(world.beds, {})], rows=pasted))
    assert (asked(redated), asked(foreign), world.held(), world.held(july[0])) == (["file"], ["file"], {}, {})
    own = world.merge(returned_rows(world.store, [(july[0], {"percent": 50.0})], head=head))
    assert (asked(own), world.held(july[0])) == ([], {"percent": 50.0})


def test_rule_44_an_earlier_round_s_form_asks_once_while_a_later_one_is_waited_for(world: World) -> None:
    world.says(percent=40.0, text="建成48张", saved=datetime(2026, 6, 20))
    world.says(percent=45.0, saved=datetime(2026, 6, 21))
    july = world.send("2026-07")[0]
    old_form = returned_form(world.store, world.beds, {"percent": 60.0, "text": "建成72张"}, datetime(2026, 7, 20))
    assert (asked(world.merge(old_form)), world.held()["percent"]) == (["file"], 45.0)
    world.merge(returned_form(world.store, july, {"percent": 60.0}, datetime(2026, 7, 21)))
    corrected = returned_form(world.store, world.beds, {"percent": 50.0}, datetime(2026, 7, 22))
    assert (asked(world.merge(corrected)), world.held()["percent"]) == ([], 50.0)


def test_rule_45_a_row_that_slid_by_a_column_is_asked(world: World) -> None:
    slid = {"text": "有进展", "percent": "已建成48张护理床位并通过验收", "figure_1": 40.0}
    assert (asked(world.says(**slid)), world.held()) == (["percent", "text", "figure_1"], {})
    assert asked(world.says(text="建成48张", percent="大部分", figure_1=48.0)) == ["percent"]


def test_rule_46_words_that_speak_of_other_tasks_ask_once(world: World) -> None:
    july = world.send("2026-07", last_percent=40)
    beds, checks = (
        {"percent": 30.0, "text": "累计核对低保对象90户"},
        {"percent": 60.0, "text": "改造护理床位已签合同"},
    )
    assert asked(world.merge(returned_rows(world.store, [(july[0], beds), (july[1], checks)]))) == ["file"]
    assert world.held(july[0]) == world.held(july[1]) == {}
    straight = returned_rows(world.store, [(july[0], checks), (july[1], beds)])
    assert (asked(world.merge(straight)), world.held(july[0])["percent"]) == (["percent"], 60.0)


def test_rule_47_a_form_of_no_round_is_asked_about_as_the_one_waited_for(world: World) -> None:
    world.says(percent=40.0)
    july = world.send("2026-07")[0]
    nameless = row_read(world.store, july, {"percent": 60.0})._replace(mark="")
    given = {"mark": None, "unit": CARE, "rows": (nameless,)}
    collected = world.merge(returned_rows(world.store, [(july, {})], **given))
    assert (asked(collected), world.held(july), collected.files[0].round) == (
        ["file"],
        {},
        world.store.snapshot().rows[july].round,
    )
    world.says(july, percent=50.0)
    another = returned_rows(world.store, [(july, {"percent": 70.0})], **given)
    refused = world.merge(another)
    assert (refused.files[0].state, told(refused, texts.WHICH_ROUND)) == ("refused", True)


def test_rule_48_two_rounds_in_a_file_without_marks_are_refused(world: World) -> None:
    july = world.send("2026-07")[0]
    rows = tuple(row_read(world.store, row, {"percent": 60.0})._replace(mark="") for row in (world.beds, july))
    head = "2026年6月填报表\n2026年7月填报表\n"
    collected = world.merge(returned_rows(world.store, [(july, {})], mark=None, unit=CARE, rows=rows, head=head))
    assert (collected.files[0].state, told(collected, astray.SEVERAL_ROUNDS)) == ("refused", True)


def test_rule_49_a_day_after_the_round_s_own_is_asked(world: World) -> None:
    assert asked(world.says(percent=100.0, text="全部建成", finished_on="2026-06-29")) == ["finished_on"]
    assert asked(world.says(percent=100.0, text="全部建成", finished_on="2026-06-28")) == []


def test_rule_50_two_columns_of_one_meaning_are_asked(world: World) -> None:
    lines = ["重点任务,本月完成率,累计完成率", f"{BEDS},5,40", f"{CHECKS},60,60"]
    rows = read_form("\n".join(lines).encode(), "a.csv").rows
    rows = tuple(
        row._replace(mark=row_read(world.store, key, {}).mark)
        for row, key in zip(rows, (world.beds, world.checks), strict=True)
    )
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows))) == ["percent"]
    assert (world.held(), world.held(world.checks)) == ({}, {"percent": 60.0})

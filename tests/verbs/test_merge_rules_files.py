"""The table of docs/merge.md from its 26th line on: whole files and what is in them at odds."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.exchange.form_paper import last_words
from desktop_app.exchange.read_files import read_paths
from desktop_app.exchange.read_forms import read_form
from desktop_app.store.store import open_ledger
from desktop_app.store.undo import undo_rest
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import apply_collected, decide, propose
from desktop_app.verbs.returns import Collected
from desktop_app.verbs.undo import undo_rest as undo_and_tell
from tests.exchange.answered import returned_form, returned_rows, row_read
from tests.exchange.damage import KINDS, TODAY
from tests.exchange.damage_forms import FORMS
from tests.exchange.returns import send
from tests.verbs.merge_world import AID, BEDS, CARE, CHECKS, World, asked, told
from tests.verbs.test_collect_units import ROWS, gathered, in_one_workbook

PASTED_LOW = "answers_pasted_a_line_too_low"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        yield World(store)


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
    assert asked(world.says(text=48.0, percent=40.0)) == ["percent", "text"]
    assert asked(world.says(percent="已建成48张并通过验收", figure_1=40.0)) == ["percent", "figure_1"]


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


def test_rule_50_of_last_month_and_this_under_one_header_the_newer_counts(world: World) -> None:
    lines = ["重点任务,进展情况,完成率,", ",,上月,本月", f"{BEDS},砌墙,20,", f"{CHECKS},入户,20,45"]
    rows = read_form("\n".join(lines).encode(), "a.csv").rows
    keys = (world.beds, world.checks)
    rows = tuple(row._replace(mark=row_read(world.store, key, {}).mark) for row, key in zip(rows, keys, strict=True))
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows))) == ["percent"] * 2
    assert (world.held(), world.held(world.checks)) == ({"text": "砌墙"}, {"text": "入户"})


def of_kinds(folder: Path, *kinds: str) -> list[Collected]:
    """What collecting the usual form says after each kind of damage."""
    with clock.on_day(TODAY), open_ledger(folder / "ledger") as store:
        filled = FORMS["usual"](store, folder)
        return [propose(store, read_paths(KINDS[kind](filled).paths)) for kind in kinds]


def test_rule_51_a_block_of_answers_a_line_too_low_asks_once(tmp_path: Path) -> None:
    low, straight = of_kinds(tmp_path, PASTED_LOW, "untouched")
    assert (asked(low), low.changes) == (["file"], ())
    assert asked(straight) == []


def test_rule_52_a_column_pushed_by_a_line_asks_once(tmp_path: Path) -> None:
    kinds = ("rates_pushed_down_by_a_cell_put_in", "rates_pulled_up_by_a_cell_deleted")
    assert [asked(one) for one in of_kinds(tmp_path, *kinds)] == [["file"], ["file"]]


def test_rule_53_what_stands_below_its_task_is_asked(tmp_path: Path) -> None:
    kinds = ("words_that_go_on_in_a_row_below", "answers_in_rows_below_their_tasks")
    going_on, below = of_kinds(tmp_path, *kinds)
    assert asked(going_on) == ["text"]
    assert {question.field for question in below.questions} == {"status", "percent", "finished_on", "text", "problems"}
    assert below.changes == ()


def below_beds(world: World, *lines: str) -> Collected:
    """What collecting the rows under this header says; nothing but the task of a line tells whose it is."""
    rows = read_form("\n".join(("重点任务,本期情况,进展情况,完成率,存在问题", *lines)).encode(), "a.csv").rows
    marks = {BEDS: row_read(world.store, world.beds, {}).mark, CHECKS: row_read(world.store, world.checks, {}).mark}
    rows = tuple(row._replace(mark=marks.get(row.title, "")) for row in rows)
    return world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows))


@pytest.mark.parametrize(
    ("below", "fields"),
    [
        (",,另铺设地胶,45,", ["percent", "text"]),
        (",,另铺设地胶,40,", ["text"]),
        (",,,,缺电工", ["problems"]),
        (",,另铺设地胶,,缺电工", ["text", "problems"]),
    ],
)
def test_rule_53_a_line_between_two_tasks_puts_only_the_upper_one_in_doubt(
    world: World, below: str, fields: list[str]
) -> None:
    collected = below_beds(world, f"{BEDS},有进展,砌墙,40,", below, f"{CHECKS},有进展,入户,30,")
    assert (asked(collected), {question.row for question in collected.questions}) == (fields, {world.beds})
    assert world.held(world.checks) == {"status": "有进展", "text": "入户", "percent": 30.0}
    assert "problems" not in world.held()


def test_rule_53_several_lines_below_a_task_go_on_with_it(world: World) -> None:
    below = [",,（2）另铺设地胶,,", ",,（3）已交付,,缺电工"]
    collected = below_beds(world, f"{BEDS},有进展,（1）砌墙,40,", *below, f"{CHECKS},有进展,入户,30,")
    assert (asked(collected), {one.row for one in collected.questions}) == (["text", "problems"], {world.beds})
    assert collected.questions[0].theirs == "（1）砌墙\n（2）另铺设地胶\n（3）已交付"
    assert world.held(world.checks) == {"status": "有进展", "text": "入户", "percent": 30.0}


def test_rule_53_a_whole_answer_between_two_tasks_is_still_of_nobody(world: World) -> None:
    below_beds(world, f"{BEDS},有进展,砌墙,40,", ",有进展,铺设地胶,45,", f"{CHECKS},有进展,入户,30,")
    assert world.held()["percent"] == 40.0


def test_rule_68_a_form_without_a_header_is_asked_about_once(tmp_path: Path) -> None:
    with clock.on_day(TODAY), open_ledger(tmp_path / "ledger") as store:
        damage = KINDS["header_deleted"](FORMS["usual"](store, tmp_path))
        collected = propose(store, read_paths(damage.paths))
        assert (asked(collected), collected.changes) == (["file"], ())
        assert collected.questions[0].text.startswith("表头不在了")
        decide(store, [(collected.questions[0], "take")])
        assert {report.percent for report in store.snapshot().tables["report"].values()} >= {31.0, 45.0, 73.0}


def test_rule_54_a_mark_of_a_footnote_is_no_digit(world: World) -> None:
    collected = world.says(percent="45①")
    assert (asked(collected), collected.questions[0].theirs, world.held()) == (["percent"], 45.0, {})


def test_rule_55_several_units_in_a_file_are_each_their_own(tmp_path: Path) -> None:
    with clock.on_day(TODAY), open_ledger(tmp_path / "ledger") as store:
        sent = send(store, tmp_path / "out")
        beside = propose(store, read_paths([in_one_workbook(sent, tmp_path / "a.xlsx")]))
        together = propose(store, read_paths([gathered(tmp_path / "b.xlsx", *ROWS[:1], *ROWS[2:])]))
    assert ([file.unit for file in beside.files], asked(beside)) == ([CARE, AID], ["file"])
    assert ([file.unit for file in together.files], asked(together)) == ([CARE, AID], [])


def test_rule_56_columns_typed_the_wrong_way_round_are_asked(tmp_path: Path) -> None:
    with clock.on_day(TODAY), open_ledger(tmp_path / "ledger") as store:
        damage = KINDS["rates_and_figures_typed_the_wrong_way_round"](FORMS["whole"](store, tmp_path))
        collected = propose(store, read_paths(damage.paths))
    assert set(asked(collected)) == {"percent", "figure_1", "figure_2"}


def test_rule_57_a_comment_on_a_cell_is_asked(world: World) -> None:
    row = row_read(world.store, world.beds, {"percent": 40.0, "text": "已完成选址"})
    remarked = row.cells["percent"]._replace(unsure=astray.REMARKED.replace("{words}", "应为38"))
    rows = (row._replace(cells={**row.cells, "percent": remarked}),)
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows))) == ["percent"]
    assert world.held() == {"text": "已完成选址"}

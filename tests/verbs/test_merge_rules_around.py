"""The table of docs/merge.md from its 58th line on: what stands around the answers, or speaks of other tasks."""

import io
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.exchange.read_forms import ReturnedRow, read_form
from desktop_app.store.store import open_ledger
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import decide
from desktop_app.verbs.returns import Collected
from tests.exchange.answered import returned_rows, row_read
from tests.verbs.merge_world import AID, BEDS, CARE, CHECKS, OTHER, World, asked, told


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        yield World(store)


def test_rule_58_words_outside_the_table_are_told(world: World) -> None:
    lines = ["重点任务,完成率(%),存在问题", f"{BEDS},40,人手不足", f"{CHECKS},60,无", "第一项的数待财政核定后另报"]
    read = read_form("\n".join(lines).encode(), "a.csv")
    rows = tuple(
        row._replace(mark=row_read(world.store, key, {}).mark)
        for row, key in zip(read.rows, (world.beds, world.checks), strict=False)
    )
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows, notes=read.notes))
    assert told(collected, astray.WORDS_OUTSIDE)
    assert (world.held()["percent"], collected.files[0].state) == (40.0, "needs decision")


@pytest.mark.parametrize(("words", "state"), [("。", "merged"), ("另报", "needs decision")])
def test_rule_58_a_cell_far_below_is_told(world: World, words: str, state: str) -> None:
    book = Workbook()
    sheet: Any = book.active
    for line in (["重点任务", "完成率(%)"], [BEDS, 40], [CHECKS, 60]):
        sheet.append(line)
    sheet["B1048576"] = words
    held = io.BytesIO()
    book.save(held)
    read = read_form(held.getvalue(), "a.xlsx")
    keys = (world.beds, world.checks)
    rows = tuple(row._replace(mark=row_read(world.store, k, {}).mark) for row, k in zip(read.rows, keys, strict=True))
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows, notes=read.notes))
    assert told(collected, astray.FAR_BELOW)
    assert (world.held(), collected.files[0].state) == ({"percent": 40.0}, state)


def named_otherwise(world: World, row: int, title: str, marked: bool = False, **fields: Any) -> ReturnedRow:
    """A row of a file whose title is written otherwise."""
    read = row_read(world.store, row, fields)
    return read._replace(title=title, mark=read.mark if marked else "")


def test_rule_59_a_title_that_can_only_mean_one_task_is_asked(world: World) -> None:
    exact = row_read(world.store, world.checks, {"percent": 60.0})
    short = named_otherwise(world, world.beds, "护理床位", percent=40.0)
    when = datetime(2026, 6, 1)
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], when, rows=(exact, short)))
    assert (asked(collected), collected.questions[0].row) == (["percent"], world.beds)
    assert (world.held(), world.held(world.checks)) == ({}, {"percent": 60.0})


def test_rule_59_a_form_of_such_titles_asks_once(world: World) -> None:
    titles = ((world.beds, "推进护理床位改造"), (world.checks, "核对低保对象工作（办公室牵头）"))
    rows = tuple(named_otherwise(world, row, title, percent=40.0) for row, title in titles)
    head = {"mark": None, "unit": CARE, "head": "2026年6月填报表\n"}
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows[1:] + rows[1:], **head))
    assert set(asked(collected)) == {"percent"}  # the same task twice is asked by the row
    rows = (rows[1], named_otherwise(world, world.beds, "改造护理床", percent=40.0))
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows, **head))
    assert (asked(collected), collected.changes, world.held()) == (["file"], (), {})


def test_rule_59_a_title_that_may_be_two_tasks_is_not_taken(world: World) -> None:
    row = named_otherwise(world, world.beds, "对象或床位", percent=40.0)
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=(row,)))
    assert (asked(collected), collected.files[0].state) == ([], "partly")


def test_rule_60_several_tasks_in_one_cell_are_asked(world: World) -> None:
    words = f"1.{BEDS}：已改造两批；2.{CHECKS}：核对了两个村"
    rows = (
        row_read(world.store, world.beds, {"percent": 40.0, "text": words}),
        row_read(world.store, world.checks, {}),
    )
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows))) == ["text"]
    assert world.held() == {"percent": 40.0}


@pytest.mark.parametrize(("status", "fields"), [("有进展", ["text"]), ("与上期无变化", [])])
def test_rule_60_so_they_are_where_the_other_rows_have_but_figures(
    world: World, status: str, fields: list[str]
) -> None:
    beds, checks = world.send("2026-07", last_percent=30, last_text="已完成选址")[:2]
    words = f"护理床位已改造两批。{CHECKS}方面，核对了两个村"
    said = [(beds, {"status": "有进展", "text": words}), (checks, {"status": status})]
    assert asked(world.merge(returned_rows(world.store, said))) == fields


def test_rule_60_a_task_that_is_answered_may_be_spoken_of(world: World) -> None:
    said = {world.beds: f"与“{CHECKS}”：一道排查", world.checks: "核对了两个村"}
    rows = tuple(row_read(world.store, row, {"text": words}) for row, words in said.items())
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows))) == []


def test_rule_61_words_all_in_the_column_of_problems_are_asked(world: World) -> None:
    said = {world.beds: "已改造两批", world.checks: "核对了两个村"}
    rows = tuple(row_read(world.store, row, {"percent": 40.0, "problems": words}) for row, words in said.items())
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows))) == ["problems", "problems"]


@pytest.mark.parametrize("words", ["（接左栏）另有两处待验收", "续上格，已通水电", "完成两处，（转右栏）"])
def test_rule_61_words_that_go_on_in_another_cell_are_asked(world: World, words: str) -> None:
    assert "text" in asked(world.says(text=words, percent=40.0))


@pytest.mark.parametrize("words", ["已接上级通知组织自查", "续建两处，已完成（接通水电）"])
def test_rule_61_words_that_only_sound_so_are_not(world: World, words: str) -> None:
    assert asked(world.says(text=words, percent=40.0)) == []


def test_rule_62_a_rate_that_only_the_words_tell_is_asked(world: World) -> None:
    collected = world.says(text="已改造两批，完成38%")
    assert (asked(collected), collected.questions[0].theirs, world.held()["text"]) == (
        ["percent"],
        38.0,
        "已改造两批，完成38%",
    )
    assert asked(world.says(world.checks, text="东片38%，西片52%")) == []


def test_rule_63_a_title_that_became_another_task_is_asked(world: World) -> None:
    read = row_read(world.store, world.beds, {"percent": 40.0}, {"content": "改造床位。"})
    other = read._replace(title="迎接文明创建检查")
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=(other,)))) == ["percent"]
    both = read._replace(title=f"{BEDS}、{CHECKS}")
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=(both,)))) == ["percent"]
    slip = read._replace(title="改造护里床位")
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=(slip,)))) == []
    assert world.held() == {"percent": 40.0}


@pytest.mark.parametrize(
    "title", [f"“{BEDS}”", f"《{BEDS}》", f"【{BEDS}】。", f'1."{BEDS}"', f"{BEDS}：改造床位。", f"{BEDS}（床位120张）"]
)
def test_rule_63_a_title_in_marks_or_before_its_own_measure_is_the_title(world: World, title: str) -> None:
    rows = (
        named_otherwise(world, world.beds, title, percent=40.0),
        row_read(world.store, world.checks, {"percent": 60.0}),
    )
    head = {"mark": None, "unit": CARE, "head": "2026年6月填报表\n"}
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows, **head))
    marked = named_otherwise(world, world.beds, title, marked=True, text="已改造两批")
    again = world.merge(returned_rows(world.store, [(world.beds, {})], datetime(2026, 6, 9), rows=(marked,)))
    assert asked(collected) + asked(again) == []
    assert not told(again, texts.PRINTED_OVER)
    assert world.held() == {"percent": 40.0, "text": "已改造两批"}


@pytest.mark.parametrize("title", [f"“{BEDS}”2", f"{BEDS}：另加装电梯三部"])
def test_rule_63_a_title_that_goes_on_with_other_words_is_asked(world: World, title: str) -> None:
    row = named_otherwise(world, world.beds, title, percent=40.0)
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=(row,)))) == ["percent"]
    assert world.held() == {}


@pytest.mark.parametrize(
    "line",
    [
        "填表说明：1.逐项填报,,",
        "审核人：张某,,2026年6月28日",
        "负责人：,填表人：李某,联系电话：",
    ],
)
@pytest.mark.parametrize("units", ["（条）,%,", "处/户,%/万元,", ",单位：%,"])
def test_rule_58_lines_of_the_form_itself_are_no_content(world: World, units: str, line: str) -> None:
    lines = ["存在问题,完成率(%),重点任务", "1,2,3", units, f"人手不足,40,{BEDS}", f",60,{CHECKS}", line]
    collected = pasted(world, *lines)
    assert (collected.files[0].state, asked(collected)) == ("merged", [])
    assert (world.held(), world.held(world.checks)) == ({"percent": 40.0, "problems": "人手不足"}, {"percent": 60.0})


def test_rule_58_sums_and_who_does_a_task_are_only_told(world: World) -> None:
    lines = ["重点任务,完成率(%),责任单位", f"{BEDS},40,{CARE}", f"{CHECKS},60,{CARE}、{AID}", "小计,100,"]
    collected = pasted(world, *lines)
    assert (collected.files[0].state, asked(collected)) == ("merged", [])
    assert told(collected, astray.SUM_UNREAD)
    assert told(collected, texts.COLUMN_UNREAD)
    assert world.held() == {"percent": 40.0}


@pytest.mark.parametrize(
    ("line", "sentence"), [("小计,100,两项都已超额", texts.ROW_UNKNOWN), (",70,另有两处待验收", texts.ROW_NAMELESS)]
)
def test_rule_58_words_in_such_lines_are_content(world: World, line: str, sentence: str) -> None:
    collected = pasted(world, "重点任务,完成率(%),存在问题", f"{BEDS},40,无", f"{CHECKS},60,无", "", line)
    assert collected.files[0].state == "partly"
    assert told(collected, sentence)


def pasted(world: World, *lines: str) -> Collected:
    """A table without marks under the unit's name."""
    read = read_form("\n".join(lines).encode(), "a.csv")
    head = {"mark": None, "unit": CARE, "head": "2026年6月填报表\n", "notes": read.notes}
    return world.merge(returned_rows(world.store, [(world.beds, {})], rows=read.rows, **head))


def says_each(world: World, *answers: Mapping[str, Any]) -> Collected:
    """The unit's file that answers its two rows."""
    rows = zip((world.beds, world.checks), answers, strict=True)
    return world.merge(returned_rows(world.store, list(rows)))


def test_rule_15_words_of_another_row_are_asked(world: World) -> None:
    words = "首批护理床位改造到位26处"
    assert asked(says_each(world, {"text": words}, {"text": words})) == ["text"]
    assert (world.held(), world.held(world.checks)) == ({"text": words}, {})


def test_rule_15_words_dragged_over_the_rows_below_are_asked(world: World) -> None:
    rows = more_rows(world, "修缮候车亭", "更换路灯", "清理河道", "补种行道树")
    said = [{"text": f"施工队已进场，完成基础开挖，形成记录{n}份"} for n in (8, 9, 10, 11)]
    collected = world.merge(returned_rows(world.store, list(zip(rows, said, strict=True))))
    assert [(question.row, question.field) for question in collected.questions] == [(row, "text") for row in rows[1:]]
    assert world.held(rows[0]) == said[0]


def test_rule_15_figures_of_their_own_in_the_same_words_are_taken(world: World) -> None:
    rows = more_rows(world, "修缮候车亭", "更换路灯", "清理河道", "补种行道树")
    said = [{"text": f"施工队已进场，完成基础开挖，形成记录{n}份"} for n in (8, 9, 14, 3)]
    assert asked(world.merge(returned_rows(world.store, list(zip(rows, said, strict=True))))) == []


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("建设便民服务点{}", "建设便民服务点{}已选址，正在装修"),
        ("{}号楼加装电梯", "该小区的{}号楼井道已封顶，正在装轿厢"),
    ],
)
def test_rule_15_words_that_name_titles_counted_up_are_taken(world: World, title: str, words: str) -> None:
    numbers = (8, 9, 10, 11)
    rows = more_rows(world, *map(title.format, numbers))
    said = [{"text": words.format(n)} for n in numbers]
    assert asked(world.merge(returned_rows(world.store, list(zip(rows, said, strict=True))))) == []


def more_rows(world: World, *titles: str, measured: Collection[int] = ()) -> list[int]:
    """Further rows of the round for the unit; those at the places of `measured` with a target."""
    snapshot = world.store.snapshot()
    draft, row, asked_of = Draft(), snapshot.rows[world.checks], snapshot.targets_of(world.built.tasks[0])[0]
    made = []
    for place, title in enumerate(titles):
        values = {"round": row.round, "task": row.task, "unit": row.unit, "position": place + 5, "title": title}
        made.append(draft.create("round_row", values))
        if place in measured:
            target = {name: getattr(asked_of, name) for name in ("item", "comparator", "value", "unit")}
            draft.create("row_target", {"row": made[-1], "target": asked_of.key, "position": 1, **target})
    applied = world.store.apply(draft.changes, "加行")
    assert applied is not None
    return [applied.keys[key] for key in made]


def test_rule_46_two_rows_with_each_other_s_words_are_asked(world: World) -> None:
    store, rows = world.store, more_rows(world, "修缮敬老院", "清明祭扫引导", "寻亲服务", "婚俗倡导", "地名普查")
    words = ("敬老院屋面铺好", "祭扫车辆分流3轮", "寻亲线索比对8条", "婚俗倡导进村2场", "地名牌普查到村")
    mixed = (words[3], *words[1:3], words[0], words[4])
    answers = [(key, {"text": said, "percent": 20.0}) for key, said in zip(rows, mixed, strict=True)]
    collected = world.merge(returned_rows(store, answers))
    assert {question.row for question in collected.questions} == {rows[0], rows[3]}
    assert set(asked(collected)) == {"text", "percent"}
    assert world.held(rows[1]) == {"text": words[1], "percent": 20.0}
    turned = [(key, {"text": said}) for key, said in zip(rows, (*words[1:], words[0]), strict=True)]
    assert asked(world.merge(returned_rows(store, turned))) == ["file"]


def test_rule_46_rows_that_name_the_next_one_down_to_a_blank_one_are_asked(world: World) -> None:
    rows = more_rows(world, "修缮敬老院", "清明祭扫引导", "寻亲服务", "婚俗倡导", "地名普查")
    said = ("敬老院屋面铺好", "祭扫车辆分流3轮", "婚俗进村2场", "地名牌到位6块")
    answers = [*({"text": one} for one in said), {}]
    collected = world.merge(returned_rows(world.store, list(zip(rows, answers, strict=True))))
    assert [question.row for question in collected.questions] == rows[2:4]
    assert world.held(rows[1]) == {"text": said[1]}


def test_rule_27_another_unit_s_form_with_its_own_tasks_typed_over_is_asked_once(world: World) -> None:
    typed = row_read(world.store, world.beds, {"text": "慰问40户"})._replace(title=OTHER)
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=(typed,), unit=AID))
    (question,) = collected.questions
    assert (question.field, AID in question.text, OTHER in question.text) == ("file", True, True)
    decide(world.store, [(question, "take")])
    assert (world.held(), world.held(world.other)) == ({}, {"text": "慰问40户"})


def test_rule_27_other_tasks_typed_under_the_old_name_are_asked_once(world: World) -> None:
    own = more_rows(world, "修缮敬老院", "清明祭扫引导")
    world.clerk("round_row", own[1], unit=world.built.units[AID])
    typed = [
        row_read(world.store, key, {"text": said})._replace(title=title)
        for key, title, said in ((world.beds, OTHER, "慰问40户"), (own[0], "清明祭扫引导", "分流3轮"))
    ]
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=tuple(typed)))
    assert asked(collected) == ["file"]
    decide(world.store, [(collected.questions[0], "take")])
    assert (world.held(), world.held(world.other), world.held(own[1])["text"]) == ({}, {"text": "慰问40户"}, "分流3轮")


def test_rule_48_two_rounds_tables_below_each_other_are_refused(world: World) -> None:
    world.send("2026-07")
    header, row = "重点任务,进展情况,完成率(%)", f"{BEDS},床位到货26张,40"
    lines = ("2026年6月填报表", header, row, "", "2026年7月填报表", f"填报单位：{CARE}", header, row)
    read = read_form("\n".join(lines).encode(), "a.csv")
    given = {"mark": None, "unit": CARE, "head": read.head, "rows": read.rows}
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], **given))
    assert (collected.files[0].state, told(collected, astray.SEVERAL_ROUNDS)) == ("refused", True)


def test_rule_52_a_last_row_that_alone_chooses_no_change_is_no_column_pushed(world: World) -> None:
    beds, checks = world.send("2026-07", last_percent=30, last_text="已完成选址")[:2]
    said = [(beds, {"text": "护理床位已改造两批", "percent": 45.0}), (checks, {"status": "与上期无变化"})]
    assert asked(world.merge(returned_rows(world.store, said))) == []
    assert world.held(beds)["percent"] == 45.0


def test_rule_52_figures_a_line_too_low_are_asked(world: World) -> None:
    titles = ("寻亲服务", "婚俗倡导", "地名普查", "清明祭扫引导", "敬老院修缮")
    rows = more_rows(world, *titles, measured=(0, 1, 3))
    low = [{}, {"figure_1": 12.0}, {"figure_1": 30.0}, {}, {"figure_1": 9.0}]
    answers = [
        (row, {"text": f"{title}已办一批", **figure}) for row, title, figure in zip(rows, titles, low, strict=True)
    ]
    assert asked(world.merge(returned_rows(world.store, answers))) == ["figure_1"] * 3
    assert world.held(rows[1]) == {"text": "婚俗倡导已办一批"}


def test_rule_61_progress_and_problems_that_changed_places_are_asked(world: World) -> None:
    crossed = {"text": "配件到货偏慢", "problems": "安装床位26处"}
    assert asked(says_each(world, crossed, {"problems": "入户核对90户"})) == ["text", "problems", "problems"]
    straight = {"text": "安装床位26处", "problems": "还有2户搬走，联系困难"}
    assert asked(says_each(world, straight, {"text": "核对手续较慢，已入户90户"})) == []


@pytest.mark.parametrize(
    ("last", "target", "theirs", "doubted"),
    [
        (320.0, 400.0, 3_200_000.0, True),
        (32.0, 400.0, 320.0, True),  # the same digits, though within the target
        (3.0, 40.0, 30.0, False),
        (32.0, 400.0, 350.0, False),
        (320.0, 4_000_000.0, 3_285_000.0, True),  # 万元 last time, 元 now
        (3_200_000.0, 20_000_000.0, 33_000_000.0, True),
        (320.0, None, 3_300.0, True),
        (1.0, 20.0, 19.0, False),
        (None, 5.0, 28.0, True),
        (26.0, 5.0, 28.0, False),  # it was so last time
        (None, 120.0, 300.0, False),
    ],
)
def test_rule_64_a_figure_out_of_all_proportion_is_asked(
    world: World, last: float | None, target: float | None, theirs: float, doubted: bool
) -> None:
    figure = world.store.snapshot().having("row_target", "row", world.beds)[0]
    world.clerk("target", figure.target, value=target)
    world.clerk("row_target", figure.key, value=target, last=last)
    assert asked(world.says(figure_1=theirs)) == ["figure_1"] * doubted


def test_rule_64_a_correction_is_measured_by_what_came_before_it(world: World) -> None:
    world.says(figure_1=24.0)
    assert (asked(world.says(figure_1=240.0)), world.figures()) == (["figure_1"], [24.0, None])


@pytest.mark.parametrize(("theirs", "doubted"), [(65.0, True), (64.0, False)])
def test_rule_64_a_rate_with_its_point_moved_is_asked(world: World, theirs: float, doubted: bool) -> None:
    row = world.send("2026-07", last_percent=6.5)[0]
    assert asked(world.says(row, percent=theirs)) == ["percent"] * doubted


@pytest.mark.parametrize("words", ["完成29%", "已完成约30％", "进度35%左右"])
def test_rule_62_a_rate_among_the_problems_is_asked(world: World, words: str) -> None:
    assert asked(world.says(text="护理床位到货", problems=words)) == ["problems"]
    assert asked(world.says(world.checks, problems="已完成30%，其余缺资金")) == []

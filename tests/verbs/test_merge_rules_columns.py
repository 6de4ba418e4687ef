"""Rules of docs/merge.md about cells that say themselves of which column, row or round they are."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app import clock
from desktop_app.exchange.read_forms import read_form
from desktop_app.exchange.sheet_layout import PLACES
from desktop_app.store.store import open_ledger
from desktop_app.texts import astray
from desktop_app.verbs.by_hand import answer_by_hand
from desktop_app.verbs.collect import decide
from desktop_app.verbs.returns import Collected
from tests.exchange.answered import returned_rows, row_read
from tests.verbs.merge_world import BEDS, CHECKS, World, asked, told
from tests.verbs.test_merge_rules_around import more_rows, pasted

TITLES = ("修缮敬老院", "清明祭扫引导", "寻亲服务", "婚俗倡导", "地名普查", "助餐补贴")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with clock.on_day(date(2026, 6, 8)), open_ledger(tmp_path / "ledger") as store:
        yield World(store)


def each_says(world: World, rows: list[int], field: str, *words: str) -> Collected:
    """The file that answers each of these rows of `TITLES`, whose progress is its own task's unless said otherwise."""
    said = [
        {"text": f"{title}办了一批"} | ({field: word} if word else {})
        for title, word in zip(TITLES, words, strict=True)
    ]
    return world.merge(returned_rows(world.store, list(zip(rows, said, strict=True))))


@pytest.mark.parametrize("words", ["见上月报表", "同5月", "与一季度相同"])
def test_rule_16_words_that_only_name_an_earlier_form_are_asked(world: World, words: str) -> None:
    assert asked(world.says(text=words)) == ["text"]
    assert asked(world.says(world.checks, text=f"{words}，另核对90户")) == []


@pytest.mark.parametrize("words", ["较上月没有变化", "维持4月的进度", "本期暂无新进展。"])
def test_rule_16_words_that_all_is_as_it_was_are_asked(world: World, words: str) -> None:
    assert asked(world.says(text=words)) == ["text"]
    assert asked(world.says(world.checks, text=f"{words.strip('。')}，仍在册90户")) == []


@pytest.mark.parametrize("words", ["此项误填，请忽略", "本行作废", "不属于我科职责，请核", "以盖章件为准"])
def test_rule_16_words_that_take_the_row_back_are_asked(world: World, words: str) -> None:
    assert asked(world.says(text=words)) == ["text"]


@pytest.mark.parametrize("words", ["旧证作废12本，换发新证", "更正误填信息30条", "核对清册，以实名登记为准"])
def test_rule_16_work_on_what_was_wrong_is_taken(world: World, words: str) -> None:
    assert asked(world.says(text=words)) == []


@pytest.mark.parametrize("before", ["一季度：", "（上季度）", "5月份进展情况："])
def test_rule_15_last_time_s_words_under_its_period_are_asked(world: World, before: str) -> None:
    row = world.send("2026-07", last_percent=40, last_text="床位已到货两批，正在安装")[0]
    assert asked(world.says(row, text=f"{before}床位已到货两批，正在安装")) == ["text"]
    assert asked(world.says(row, text=f"{before}床位已到货两批，正在安装，本月装完一半")) == []


def test_rule_43_a_sheet_of_another_period_beside_the_marked_one_asks_once(world: World) -> None:
    world.send("2026-07")
    added = row_read(world.store, world.beds, {"percent": 40.0})._replace(mark="", sheet="7月")
    one = returned_rows(world.store, [(world.checks, {})], rows=(row_read(world.store, world.checks, {}), added))
    collected = world.merge(one)
    assert (asked(collected), collected.changes, world.held()) == (["file"], (), {})
    plain = added._replace(sheet="续表")
    assert asked(world.merge(returned_rows(world.store, [(world.checks, {})], rows=(plain,)))) == []


def test_rule_46_three_rows_that_took_turns_are_asked(world: World) -> None:
    rows = more_rows(world, *TITLES)
    words = ("敬老院屋面铺好", "祭扫车辆分流3轮", "寻亲线索比对8条", "婚俗进村2场", "地名牌到村", "助餐卡发放")
    turned = (words[0], words[2], words[3], words[1], *words[4:])
    collected = each_says(world, rows, "text", *turned)
    assert {question.row for question in collected.questions} == set(rows[1:4])
    assert world.held(rows[0]) == {"text": words[0]}


def test_rule_65_words_under_the_header_of_another_column_are_asked(world: World) -> None:
    crossed: dict[str, Any] = {"problems": "下一步打算：下月补齐", "next_steps": "存在的问题：缺人手"}
    assert asked(world.says(**crossed)) == ["problems", "next_steps"]
    straight: dict[str, Any] = {"problems": "存在问题：缺人手", "next_steps": "下步打算：下月补齐"}
    assert asked(world.says(world.checks, **straight)) == []


def test_rule_65_a_plan_among_the_problems_is_asked(world: World) -> None:
    assert asked(world.says(problems="下一步约谈施工队")) == ["problems"]
    assert asked(world.says(world.checks, problems="缺人手，下一步约谈施工队")) == []


def test_rule_65_evidence_a_column_too_far_left_is_asked(world: World) -> None:
    said = {"text": "到货一批", "problems": "约谈施工队", "next_steps": "现场照片6张、签到表2份"}
    columns = {**PLACES, "evidence": 20}
    rows = [row_read(world.store, key, said)._replace(columns=columns) for key in (world.beds, world.checks)]
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=tuple(rows)))
    assert sorted(asked(collected)) == ["next_steps", "next_steps", "problems", "problems"]
    home = [row_read(world.store, key, {**said, "evidence": "照片"}) for key in (world.beds, world.checks)]
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=tuple(home)))) == []


def test_rule_65_problems_of_other_rows_are_asked(world: World) -> None:
    rows = more_rows(world, *TITLES)
    low = ("", *(f"{title}缺人手" for title in TITLES[:-1]))
    assert asked(each_says(world, rows, "problems", *low)) == ["problems"] * 5
    own = (f"{TITLES[0]}与{TITLES[1]}共用人手", *(f"{title}缺人手" for title in TITLES[1:]))
    assert asked(each_says(world, rows, "problems", *own)) == []
    assert asked(world.says(problems=f"与{CHECKS}共用人手")) == []
    assert BEDS not in world.held().values()


def test_rule_61_what_was_done_in_the_column_of_plans_is_asked(world: World) -> None:
    assert asked(world.says(percent=40.0, next_steps="床位改造到位45张")) == ["next_steps"]
    assert asked(world.says(world.checks, percent=40.0, next_steps="7月再改造30张")) == []
    assert asked(world.says(world.checks, text="核对了两个村", next_steps="核对3个村")) == []


def test_rule_66_an_answer_by_phone_after_the_file_was_saved_is_not_replaced_unasked(world: World) -> None:
    store, before, after = world.store, datetime(2026, 6, 5), datetime(2026, 6, 20)
    answer_by_hand(store, world.beds, {"percent": 45}, "6月8日电话，唐姐报送")
    collected = world.says(saved=before, percent=30.0, text="床位陆续到货")
    assert asked(collected) == ["percent"] and "6月8日电话，唐姐报送" in collected.questions[0].text
    assert world.held() == {"percent": 45.0, "text": "床位陆续到货"}
    decide(store, [(collected.questions[0], "keep")])
    assert asked(world.says(saved=before, percent=30.0, text="床位陆续到货")) == []
    assert asked(world.says(saved=after, percent=60.0, text="床位大多到货")) == []
    assert world.held()["percent"] == 60.0


@pytest.mark.parametrize("words", ["正在铺设管线", "主体封顶，预计下月完工", "外墙刷完，计划于7月中旬竣工"])
def test_rule_13_work_under_way_in_any_words_is_not_at_its_end(world: World, words: str) -> None:
    assert asked(world.says(world.checks, percent=100.0, text=words)) == ["percent"]


@pytest.mark.parametrize(
    "words", ["管线铺好，正在使用", "已全部完成，预计年底前完成归档", "年度计划全部完成", "预计数已核清"]
)
def test_rule_13_what_is_in_use_or_done_is_at_its_end(world: World, words: str) -> None:
    assert asked(world.says(world.checks, percent=100.0, text=words)) == []


def test_rule_67_words_about_a_task_that_the_form_does_not_have_are_asked(world: World) -> None:
    assert asked(world.says(percent=40.0, text="慰问困难家庭30户")) == ["percent", "text"]
    assert world.held() == {}
    assert asked(world.says(text="护理床位到货后慰问困难家庭30户")) == []
    assert asked(world.says(world.checks, text="两个村的困难户都走到了")) == []


@pytest.mark.parametrize(("header", "fields"), [("5月进展情况", ["text"]), ("6月进展情况", [])])
def test_rule_50_a_header_of_another_period_is_asked(world: World, header: str, fields: list[str]) -> None:
    lines = ["2026年6月填报表", f"重点任务,{header},完成率", f"{BEDS},砌墙,40"]
    (row,) = read_form("\n".join(lines).encode(), "a.csv").rows
    rows = (row._replace(mark=row_read(world.store, world.beds, {}).mark),)
    assert asked(world.merge(returned_rows(world.store, [(world.beds, {})], rows=rows))) == fields
    assert world.held()["percent"] == 40.0


def test_rule_60_so_is_one_cell_merged_over_the_rows_that_it_tells_of(world: World) -> None:
    words = f"上半年总体平稳。{BEDS}：已改造两批。{CHECKS}：核对了两个村"
    rows = tuple(row_read(world.store, row, {"percent": 40.0, "text": words}) for row in (world.beds, world.checks))
    below = rows[1]._replace(cells={**rows[1].cells, "text": rows[1].cells["text"]._replace(merged=True)})
    collected = world.merge(returned_rows(world.store, [(world.beds, {})], rows=(rows[0], below)))
    assert [(question.row, question.field) for question in collected.questions] == [
        (world.beds, "text"),
        (world.checks, "text"),
    ]
    assert world.held() == {"percent": 40.0}


def test_rule_58_a_sentence_between_the_rows_is_told(world: World) -> None:
    said = [
        "序号,重点任务,完成率(%),存在问题",
        f"1,{BEDS},40,无",
        "注：上项含福彩资助的部分，下月核准,,,",
        f"2,{CHECKS},60,无",
    ]
    collected = pasted(world, *said)
    assert told(collected, astray.WORDS_OUTSIDE)
    assert (world.held()["percent"], collected.files[0].state) == (40.0, "needs decision")


def test_rule_37_each_of_several_rows_that_are_gone_is_named(world: World) -> None:
    more_rows(world, *TITLES)
    said = next(note.text for note in world.says(percent=40.0).notes if "少了" in note.text)
    assert [title for title in (CHECKS, *TITLES) if title not in said] == []

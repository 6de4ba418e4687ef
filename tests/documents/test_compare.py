"""Two plans side by side: pairs by text, what is new, gone or says something else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.compare import Entry, Figure, compare, entries_of, entries_of_tasks
from desktop_app.documents.plan import extract_text
from desktop_app.store.store import open_ledger
from tests.builders import plan_with

LAST = """岚水区林业局2025年工作要点

一、资源保护
1.加强古树名木保护。完成挂牌120株，6月底前建立名录。（牵头单位：林政科）
2.严厉打击毁林行为。开展专项行动2次。（牵头单位：林政科；配合单位：森林公安局）
3.做好松材线虫病防治。清理枯死木3000株。（牵头单位：森防站）

二、产业发展
4.壮大油茶产业。新造油茶林500亩。（牵头单位：产业科）
"""
THIS = """岚水区林业局2026年工作要点

一、产业发展
1.做强油茶产业。新造油茶林800亩，改造低产林。（牵头单位：产业科）
2.发展林下经济。建设示范基地4个。（牵头单位：产业科）

二、资源保护
3.加强古树名木保护。完成挂牌120株，9月底前建立名录。（牵头单位：林政科、乡镇林业站）
4.抓好松材线虫病防控。清理枯死木3000株以上。（牵头单位：森防站）
"""


def entries(text: str) -> list[Entry]:
    return entries_of(extract_text(text))  # type: ignore[arg-type]


def entry(title: str, text: str = "", **more: object) -> Entry:
    plain = Entry("1", "", title, text, (), (), None, (), ())
    return plain._replace(**more)


def test_pairs_are_by_text_whatever_the_numbers_say():
    found = compare(entries(LAST), entries(THIS))
    assert [(pair.a, pair.b) for pair in found.pairs] == [(3, 0), (0, 2), (2, 3)]
    assert (found.new, found.gone) == ((1,), (1,))


def test_what_changed_stands_side_by_side():
    found = compare(entries(LAST), entries(THIS))
    oil, trees, worms = ({c.field: (c.a, c.b) for c in pair.changes} for pair in found.pairs)
    assert oil["title"] == ("壮大油茶产业", "做强油茶产业")
    assert [t.value for t in oil["targets"][0]] == [500.0] and [t.value for t in oil["targets"][1]] == [800.0]
    assert trees["deadlines"] == (("2025-06-30",), ("2026-09-30",))
    assert trees["lead_units"] == (("林政科",), ("林政科", "乡镇林业站"))
    assert "targets" not in trees and "title" not in trees
    assert [(t.comparator, t.value) for t in worms["targets"][1]] == [(">=", 3000.0)]


def test_a_plan_with_itself_is_all_pairs_without_changes():
    found = compare(entries(LAST), entries(LAST))
    assert [(p.a, p.b, p.changes) for p in found.pairs] == [(n, n, ()) for n in range(4)]
    assert all(pair.likeness == pytest.approx(1.0) for pair in found.pairs) and not found.new and not found.gone


def test_words_around_a_target_are_no_change():
    one = entry("甲事", targets=(Figure("就餐点", "=", 3.0, "个"),))
    other = entry("甲事", targets=(Figure("老年就餐点", "=", 3.0, "个"),))
    assert compare([one], [other]).pairs[0].changes == ()


def test_faintly_alike_tasks_belong_together_only_where_nothing_else_comes_near():
    a = [entry("完善救助体制机制", "健全分层救助。"), entry("优化婚姻管理服务", "推行预约。")]
    b = [entry("完善分层分类社会救助体系", "动态监测。"), entry("种植行道树", "选育良种。")]
    found = compare(a, b)
    assert [(pair.a, pair.b) for pair in found.pairs] == [(0, 0)] and found.new == (1,) and found.gone == (1,)


def test_equal_tasks_are_paired_in_their_order():
    a = [entry("按时报送信息", "每月一次。") for _ in range(5)]
    assert [(pair.a, pair.b) for pair in compare(a, a).pairs] == [(n, n) for n in range(5)]


words = st.text(alphabet="养老救助地名殡葬登记检查", max_size=10)


@given(st.lists(words, max_size=6), st.lists(words, max_size=6))
def test_every_task_is_in_one_pair_or_alone(a: list[str], b: list[str]):
    found = compare([entry(title) for title in a], [entry(title) for title in b])
    assert sorted([*(pair.a for pair in found.pairs), *found.gone]) == list(range(len(a)))
    assert sorted([*(pair.b for pair in found.pairs), *found.new]) == list(range(len(b)))
    assert all(0 < pair.likeness <= 1 for pair in found.pairs)


def test_many_tasks_stay_linear_enough():
    a = [entry(f"第{n}片区巡护{n * 7}号样地", f"巡护{n}次，更换标牌{n * 3}块。") for n in range(200)]
    found = compare(a, list(reversed(a)))
    assert {(pair.a, pair.b) for pair in found.pairs} == {(n, 199 - n) for n in range(200)}


def test_tasks_of_the_ledger_are_compared_without_default_deadlines(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        targets = [{"item": "标牌", "comparator": "=", "value": 3, "unit": "块"}]
        built = plan_with(
            store,
            {"title": "更换标牌", "text": "共3块。", "lead": "林政科", "targets": targets, "deadline_kind": "default"},
            {"title": "巡护", "co": ["林政科"], "deadline": "2026-06-30", "deadline_kind": "date"},
        )
        first, second = entries_of_tasks(store.snapshot(), built.tasks)
    assert (
        first.deadlines == () and first.targets == (Figure("标牌", "=", 3.0, "块"),) and first.lead_units == ("林政科",)
    )
    assert second.deadlines == ("2026-06-30",) and second.co_units == ("林政科",) and second.section == "重点工作"

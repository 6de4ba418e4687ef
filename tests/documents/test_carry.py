"""From last year's plan to this year's: links, units where none are named, unfinished tasks taken along."""

from pathlib import Path

import pytest

from desktop_app.documents.carry import propose_carry, years
from desktop_app.domain.changes import Draft
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo
from tests.builders import Built, plan_with

FOREST, TRADE = "一、资源保护", "二、产业发展"


@pytest.fixture
def store(tmp_path: Path):
    with open_ledger(tmp_path) as opened:
        yield opened


def two_years(store: Store) -> tuple[Built, Built]:
    cut = {"value": 3000.0, "unit": "株", "item": "清理枯死木", "comparator": ">=", "phrase": "清理枯死木3000株"}
    last = plan_with(
        store,
        {"title": "加强古树名木保护", "text": "建立名录。", "section": FOREST, "lead": "林政科", "co": "各林场"},
        {"title": "做好松材线虫病防治", "section": FOREST, "lead": "森防站", "targets": [cut], "leader": "分管副局长"},
        {"title": "清查非法采石", "section": FOREST, "lead": "执法队", "state": "closed"},
        {"title": "壮大油茶产业", "text": "新造油茶林。", "section": TRADE, "lead": "产业科"},
        title="2025年工作要点",
        year=2025,
    )
    this = plan_with(
        store,
        {"title": "加强古树名木保护", "text": "更新名录并挂牌。", "section": FOREST},
        {"title": "做强油茶产业", "text": "新造油茶林。", "section": TRADE, "lead": "林产科"},
        title="2026年工作要点",
        year=2026,
    )
    return last, this


def test_what_comes_again_and_what_was_left(store: Store):
    last, this = two_years(store)
    found = years(store.snapshot(), last.plan, this.plan)
    assert [(found.old[p.a].title, found.new[p.b].title) for p in found.comparison.pairs] == [
        ("加强古树名木保护", "加强古树名木保护"),
        ("壮大油茶产业", "做强油茶产业"),
    ]
    assert found.unfinished == (last.tasks[1],)  # the closed one stays behind


def test_links_units_and_unfinished_tasks_are_one_step_that_can_be_taken_back(store: Store):
    last, this = two_years(store)
    before = store.logical_dump()
    proposal = propose_carry(store.snapshot(), last.plan, this.plan, [last.tasks[1]])
    applied = store.apply(proposal.changes, "结转")
    assert applied is not None
    snapshot = store.snapshot()
    old_trees, new_trees, new_oil = last.tasks[0], *this.tasks
    assert [snapshot.tasks[key].carried_from for key in this.tasks] == [old_trees, last.tasks[3]]
    assert [u.name for u in snapshot.leads_of(new_trees)] == ["林政科"]
    assert [u.name for u in snapshot.cos_of(new_trees)] == ["各林场"]
    assert [u.name for u in snapshot.leads_of(new_oil)] == ["林产科"]  # its own plan names one
    assert [note.task for note in proposal.notes] == ["加强古树名木保护"] and "林政科" in proposal.notes[0].text
    (taken,) = [t for t in snapshot.tasks_in_order() if t.carried_from == last.tasks[1]]
    assert (taken.plan, taken.title, taken.leader) == (this.plan, "做好松材线虫病防治", "分管副局长")
    assert (taken.deadline, taken.state) == ("2026-12-31", "open")
    assert snapshot.sections[taken.section or 0].title == "资源保护"  # where the rest of its section went
    assert [(t.value, t.unit) for t in snapshot.targets_of(taken.key)] == [(3000.0, "株")]
    assert [u.name for u in snapshot.leads_of(taken.key)] == ["森防站"]
    undo(store, applied.entry)
    assert store.logical_dump() == before


def test_done_twice_it_changes_nothing(store: Store):
    last, this = two_years(store)
    store.apply(propose_carry(store.snapshot(), last.plan, this.plan, [last.tasks[1]]).changes, "结转")
    again = propose_carry(store.snapshot(), last.plan, this.plan, [last.tasks[1]])
    assert again.changes == () and years(store.snapshot(), last.plan, this.plan).unfinished == ()


def test_a_section_without_a_heir_gets_one_for_what_is_left(store: Store):
    last = plan_with(store, {"title": "整修防火道", "section": "三、防火"}, title="2025年工作要点", year=2025)
    this = plan_with(store, {"title": "发展林下经济", "section": TRADE}, title="2026年工作要点")
    store.apply(propose_carry(store.snapshot(), last.plan, this.plan, last.tasks).changes, "结转")
    snapshot = store.snapshot()
    assert [s.title for s in snapshot.sections_of(this.plan)] == ["产业发展", "上年结转事项"]
    assert snapshot.tasks_in_order()[-1].title == "整修防火道"


def test_unfinished_actions_go_with_their_task(store: Store):
    last, this = two_years(store)
    draft, parent = Draft(), last.tasks[1]
    for place, state in ((1, "closed"), (2, "open")):
        values = {"parent": parent, "position": place, "title": f"第{place}步", "state": state, "plan": last.plan}
        draft.create("task", {**values, "section": store.snapshot().tasks[parent].section})
    store.apply(draft.changes, "拆分")
    store.apply(propose_carry(store.snapshot(), last.plan, this.plan, [parent]).changes, "结转")
    snapshot = store.snapshot()
    (taken,) = [t for t in snapshot.tasks_in_order() if t.carried_from == parent]
    assert [action.title for action in snapshot.actions_of(taken.key)] == ["第2步"]

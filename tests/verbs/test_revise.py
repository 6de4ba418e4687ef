"""A plan that comes again, revised: its changes are taken, what people did is kept, one undo takes it all back."""

import json
import re
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text
from desktop_app.documents.revise import without_known_leads
from desktop_app.domain.changes import Draft
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo
from desktop_app.texts import documents as texts
from desktop_app.verbs.intake import intake
from desktop_app.verbs.revise import Revised, revise
from tests.builders import answer, round_of

FIRST = """岚水区林业局2026年工作要点

一、资源保护
1.加强古树名木保护。完成挂牌120株，6月底前建立名录。（牵头单位：林政科；配合单位：产业科）
2.严厉打击毁林行为。开展专项行动2次。（牵头单位：林政科）
3.做好松材线虫病防治。清理枯死木3000株。（牵头单位：森防站）

二、产业发展
4.壮大油茶产业。新造油茶林500亩，开展技术培训4场。（牵头单位：产业科）
5.办好林业科普日。组织宣讲3场。（牵头单位：办公室）
"""
SECOND = """岚水区林业局2026年工作要点

一、产业发展
1.壮大油茶产业。新造油茶林800亩，开展技术培训4场。（牵头单位：产业科）
2.发展林下经济。建设示范基地4个。（牵头单位：产业科、种苗站）

二、资源保护
3.加强古树名木保护。完成挂牌120株，9月底前建立名录。（牵头单位：林政科、种苗站；配合单位：产业科）
4.做好松材线虫病防治。清理枯死木3000株。（牵头单位：森防站）
"""


@pytest.fixture
def store(tmp_path: Path):
    with open_ledger(tmp_path / "台账") as opened:
        (tmp_path / "一稿.txt").write_text(FIRST, "utf-8")
        intake(opened, tmp_path / "一稿.txt")
        yield opened


def again(store: Store, text: str = SECOND) -> Revised:
    path = store.folder.parent / "二稿.txt"
    path.write_text(text, "utf-8")
    return revise(store, path, "林业局2026")


def named(snapshot: Snapshot, title: str):
    return next(task for task in snapshot.tasks.values() if task.title == title)


def edit(store: Store, task: str, **values: object) -> None:
    draft = Draft()
    draft.set("task", named(store.snapshot(), task), values)
    store.apply(draft.changes, "编辑")


def test_tasks_keep_their_keys_and_take_the_new_text(store: Store):
    before = store.snapshot()
    revised = again(store)
    after = store.snapshot()
    assert (revised.new, revised.changed, revised.withdrawn) == (1, 2, 0)
    trees, oil = named(after, "加强古树名木保护"), named(after, "壮大油茶产业")
    assert trees.key == named(before, "加强古树名木保护").key and trees.no == "3"
    assert trees.deadline == "2026-09-30" and after.sections[trees.section or 0].title == "资源保护"
    assert [u.name for u in after.leads_of(trees.key)] == ["林政科", "种苗站"]
    assert [u.name for u in after.cos_of(trees.key)] == ["产业科"]
    assert [t.value for t in after.targets_of(oil.key)] == [800.0, 4.0]
    new = named(after, "发展林下经济")
    assert [u.name for u in after.leads_of(new.key)] == ["产业科", "种苗站"]
    assert [s.title for s in after.sections_of(new.plan or 0)] == ["产业发展", "资源保护"]
    assert len(after.plans) == 1 and len([u for u in after.units.values() if u.name == "种苗站"]) == 1


def test_every_place_is_one_of_the_new_source(store: Store):
    again(store)
    snapshot = store.snapshot()
    (plan,) = snapshot.plans.values()
    for task in snapshot.tasks.values():
        if task.span_start is not None:
            assert (plan.source or "")[task.title_start : task.title_end] == task.title
        for target in snapshot.targets_of(task.key):
            if target.span_start is not None:
                assert (plan.source or "")[target.span_start : target.span_end] == target.phrase
    assert named(snapshot, "办好林业科普日").span_start is None


def test_one_undo_gives_the_ledger_back(store: Store):
    rows = round_of(store, "2026-06", asked_of(store, "严厉打击毁林行为"))
    answer(store, rows[0], percent=40.0)
    before = store.logical_dump()
    revised = again(store)
    assert revised.applied is not None and store.logical_dump() != before
    undo(store, revised.applied.entry)
    assert store.logical_dump() == before


def asked_of(store: Store, *titles: str) -> list[tuple[int, int]]:
    snapshot = store.snapshot()
    return [(named(snapshot, t).key, snapshot.leads_of(named(snapshot, t).key)[0].key) for t in titles]


def test_a_gone_task_is_withdrawn_where_a_round_names_it_and_asked_about_otherwise(store: Store):
    rows = round_of(store, "2026-06", asked_of(store, "严厉打击毁林行为", "壮大油茶产业"))
    for row in rows:
        answer(store, row, percent=40.0, text="已开展1次")
    revised = again(store)
    after = store.snapshot()
    assert named(after, "严厉打击毁林行为").withdrawn == 1 and revised.withdrawn == 1
    assert [(said := after.report_of(row)) and said.percent for row in rows[:2]] == [40.0, 40.0]
    assert after.rows[rows[1]].targets == store.snapshot().rows[rows[1]].targets
    (question,) = revised.questions
    assert question.task == "办好林业科普日" and "删去" in question.text
    assert named(after, "办好林业科普日").withdrawn == 0
    assert any("严厉打击毁林行为" in note.text for note in revised.notes)
    store.apply(question.take, "删去")
    assert all(task.title != "办好林业科普日" for task in store.snapshot().tasks.values())


def test_a_gone_task_that_next_year_s_goes_on_from_is_withdrawn(store: Store):
    draft = Draft()
    gone = named(store.snapshot(), "办好林业科普日").key
    draft.create("task", {"title": "再办科普日", "state": "open", "position": 1, "carried_from": gone})
    store.apply(draft.changes, "结转")
    revised = again(store)
    after = store.snapshot()
    assert (after.tasks[gone].withdrawn, named(after, "再办科普日").carried_from) == (1, gone)
    assert [question.task for question in revised.questions] == ["严厉打击毁林行为"]
    assert store.faults() == []


def test_a_gone_task_with_a_withdrawn_action_is_withdrawn(store: Store):
    draft = Draft()
    parent = named(store.snapshot(), "办好林业科普日")
    action = {"parent": parent.key, "plan": parent.plan, "position": 1, "title": "布展", "state": "open"}
    draft.create("task", action)
    store.apply(draft.changes, "拆分")
    edit(store, "布展", withdrawn=1)
    assert [question.task for question in again(store).questions] == ["严厉打击毁林行为"]
    assert named(store.snapshot(), "办好林业科普日").withdrawn == 1
    assert store.faults() == []


def test_what_the_clerk_changed_and_the_text_did_not_stays(store: Store):
    edit(store, "做好松材线虫病防治", deadline="2026-10-31", deadline_kind="date", state="finished", note="提前")
    edit(store, "壮大油茶产业", title="做大油茶产业")
    revised = again(store)
    worms, oil = named(store.snapshot(), "做好松材线虫病防治"), named(store.snapshot(), "做大油茶产业")
    assert (worms.deadline, worms.state, worms.note) == ("2026-10-31", "finished", "提前")
    assert [t.value for t in store.snapshot().targets_of(oil.key)] == [800.0, 4.0]
    assert all(question.field == "*" for question in revised.questions)


def test_what_both_changed_is_asked_and_taken_by_the_clerks_word(store: Store):
    edit(store, "加强古树名木保护", deadline="2026-08-31", deadline_kind="date")
    snapshot = store.snapshot()
    draft = Draft()
    (lead,) = snapshot.assignments_of(named(snapshot, "加强古树名木保护").key, "lead")
    office = snapshot.unit_named("办公室")
    assert office
    draft.set("assignment", lead, {"unit": office.key})
    (target, _) = snapshot.targets_of(named(snapshot, "壮大油茶产业").key)
    draft.set("target", target, {"value": 600.0})
    store.apply(draft.changes, "编辑")
    revised = again(store)
    asked = {question.field: question for question in revised.questions}
    assert set(asked) == {"deadline", "lead", "value", "*"}
    assert (asked["value"].base, asked["value"].ours, asked["value"].theirs) == (500.0, 600.0, 800.0)
    assert "600" in asked["value"].text and "林政科、种苗站" in asked["lead"].text
    assert named(store.snapshot(), "加强古树名木保护").deadline == "2026-08-31"
    for question in revised.questions:
        if question.field != "*":
            store.apply(question.take, "采用新文本")
    after = store.snapshot()
    trees = named(after, "加强古树名木保护")
    assert trees.deadline == "2026-09-30" and [u.name for u in after.leads_of(trees.key)] == ["林政科", "种苗站"]
    assert after.targets_of(named(after, "壮大油茶产业").key)[0].value == 800.0


def test_what_the_clerk_added_or_took_away_is_left_alone(store: Store):
    snapshot = store.snapshot()
    draft = Draft()
    plan = next(iter(snapshot.plans))
    worms = named(snapshot, "做好松材线虫病防治")
    draft.create(
        "task", {"plan": plan, "section": worms.section, "position": 9, "title": "局长交办事项", "state": "open"}
    )
    draft.create(
        "target", {"task": worms.key, "position": 2, "item": "巡查", "comparator": "=", "value": 12, "unit": "次"}
    )
    oil = named(snapshot, "壮大油茶产业")
    for entity in ("target", "node", "assignment"):
        for part in snapshot.having(entity, "task", oil.key):
            draft.delete(entity, part)
    draft.delete("task", oil)
    store.apply(draft.changes, "编辑")
    again(store, FIRST.replace("3000株", "4000株"))
    after = store.snapshot()
    assert named(after, "局长交办事项").withdrawn == 0
    assert [t.value for t in after.targets_of(worms.key)] == [4000.0, 12.0]
    assert "壮大油茶产业" not in {task.title for task in after.tasks.values()}


def test_the_same_text_again_changes_nothing(store: Store):
    before = store.logical_dump()
    again(store, FIRST)
    (plan,) = store.snapshot().plans.values()
    assert plan.file_name == "一稿.txt" and store.logical_dump() == before


def test_without_the_old_file_silence_deletes_nothing(store: Store):
    (plan,) = store.snapshot().plans.values()
    path = store.sources.find(plan.file or "")
    assert path is not None
    path.unlink()
    again(store, SECOND.replace("（牵头单位：森防站）", "").replace("800亩，开展技术培训4场", "800亩"))
    after = store.snapshot()
    assert [u.name for u in after.leads_of(named(after, "做好松材线虫病防治").key)] == ["森防站"]
    oil = named(after, "壮大油茶产业")
    assert [t.value for t in after.targets_of(oil.key)] == [800.0, 4.0]


def test_steps_follow_the_text_unless_the_clerk_made_their_own(store: Store):
    stepped = FIRST.replace("组织宣讲3场", "3月底前定方案，9月底前办完")
    again(store, stepped)
    science = named(store.snapshot(), "办好林业科普日")
    assert [node.due for node in store.snapshot().nodes_of(science.key)] == ["2026-03-31", "2026-09-30"]
    again(store, stepped.replace("9月底前", "10月底前"))
    assert [node.due for node in store.snapshot().nodes_of(science.key)] == ["2026-03-31", "2026-10-31"]
    draft = Draft()
    draft.set("node", store.snapshot().nodes_of(science.key)[0], {"due": "2026-04-15"})
    store.apply(draft.changes, "编辑")
    again(store, stepped)
    assert [node.due for node in store.snapshot().nodes_of(science.key)] == ["2026-04-15", "2026-10-31"]


def test_a_file_that_is_no_plan_changes_nothing(store: Store):
    before = store.logical_dump()
    with pytest.raises(Refused):
        again(store, "下午三点开会。")
    assert store.logical_dump() == before


def test_the_command(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    data, first, second = tmp_path / "账", tmp_path / "1.txt", tmp_path / "2.txt"
    first.write_text(FIRST, "utf-8")
    second.write_text(SECOND, "utf-8")
    cli.main(["intake", str(first), "--data", str(data)])
    capsys.readouterr()
    code = cli.main(["intake", str(second), "--revises", "岚水区林业局2026年工作要点", "--data", str(data), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert code == 1 and told["applied"] == 2 and (told["new"], told["changed"], told["withdrawn"]) == (1, 2, 0)
    assert {q["task"] for q in told["questions"]} == {"严厉打击毁林行为", "办好林业科普日"}
    assert cli.main(["intake", str(second), "--revises", "别的", "--data", str(data)]) == 2
    assert "台账没有改动" in capsys.readouterr().err


def test_leads_that_the_ledger_has_are_not_asked_for_again(store: Store):
    silent = re.sub("（牵头[^）]*）", "", SECOND)
    result = extract_text(silent)
    assert isinstance(result, Extraction)
    plan = next(iter(store.snapshot().plans))
    asked = without_known_leads(store.snapshot(), plan, result)
    titles = {task.seq: task.title for task in asked.tasks}
    assert [titles[doubt.seq or 0] for doubt in asked.doubts if doubt.text == texts.NO_LEAD] == ["发展林下经济"]
    assert len([doubt for doubt in result.doubts if doubt.text == texts.NO_LEAD]) == 4

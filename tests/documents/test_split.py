"""A task into actions by sentence: one key stays, targets and due days go along, one undo takes it back."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.split import propose_split, sentences
from desktop_app.domain.changes import Draft
from desktop_app.domain.periods import parse_period
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.asking import Asking
from desktop_app.exchange.propose import propose_dispatch
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo
from desktop_app.verbs.intake import intake
from tests.builders import plan_with

TEXT = """岚水区林业局2026年工作要点

一、资源保护
1.加强古树名木保护。3月底前完成补充调查，新增挂牌120株；（注：含后备资源；不含行道树）6月底前建立电子名录并向社会公开。\
聘请护树员30名，每季度巡查1次。（牵头单位：林政科；配合单位：产业科）
2.开展科普宣传。（牵头单位：办公室）
"""


@pytest.fixture
def store(tmp_path: Path):
    with open_ledger(tmp_path / "台账") as opened:
        (tmp_path / "要点.txt").write_text(TEXT, "utf-8")
        intake(opened, tmp_path / "要点.txt")
        yield opened


def split(store: Store, title: str = "加强古树名木保护") -> int:
    key = next(task.key for task in store.snapshot().tasks.values() if task.title == title)
    proposal = propose_split(store.snapshot(), key)
    assert store.apply(proposal.changes, "拆分")
    return key


def test_each_sentence_becomes_an_action_of_the_same_task(store: Store):
    before = store.snapshot()
    key = split(store)
    after = store.snapshot()
    assert after.tasks[key] == before.tasks[key] and [u.name for u in after.leads_of(key)] == ["林政科"]
    actions = after.actions_of(key)
    assert [action.title for action in actions] == [
        "3月底前完成补充调查，新增挂牌120株",
        "（注：含后备资源；不含行道树）6月底前建立电子名录并向社会公开",
        "聘请护树员30名，每季度巡查1次",
    ]
    assert {(action.parent, action.section, action.state) for action in actions} == {
        (key, before.tasks[key].section, "open")
    }
    source = after.plans[after.tasks[key].plan or 0].source or ""
    assert all(source[action.title_start : action.title_end] == action.title for action in actions)


def test_targets_and_due_days_go_along(store: Store):
    key = split(store)
    snapshot = store.snapshot()
    first, second, third = snapshot.actions_of(key)
    assert [(t.value, t.unit) for t in snapshot.targets_of(first.key)] == [(120.0, "株")]
    assert [t.unit for t in snapshot.targets_of(third.key)] == ["名", "次"] and snapshot.targets_of(key) == []
    assert (first.deadline, second.deadline) == ("2026-03-31", "2026-06-30")
    assert third.deadline == snapshot.tasks[key].deadline
    assert [node.due for node in snapshot.nodes_of(key)] == ["2026-03-31", "2026-06-30"]


def test_steps_and_what_recurs_go_along_and_come_back(tmp_path: Path):
    text = (
        "岚水区林业局2026年工作要点\n1.防火。3月底前修通道8公里，10月底前修通道20公里。"
        "每季度巡山2次。原则上6月底前建哨所2座，最迟8月底前启用。另行宣传。\n2.造林。植树3万株。\n"
    )
    (tmp_path / "要点.txt").write_text(text, "utf-8")
    with open_ledger(tmp_path / "台账") as store:
        intake(store, tmp_path / "要点.txt")
        before = store.logical_dump()
        task = next(task for task in store.snapshot().tasks.values() if task.no == "1")
        applied = store.apply(propose_split(store.snapshot(), task.key).changes, "拆分")
        snapshot = store.snapshot()
        actions = snapshot.actions_of(task.key)
        said = [(a.soft_deadline, a.deadline, [node.due[5:] for node in snapshot.nodes_of(a.key)]) for a in actions]
        assert said == [
            (None, "2026-10-31", ["03-31", "10-31"]),
            (None, "2026-10-31", []),
            ("2026-06-30", "2026-08-31", ["06-30", "08-31"]),
            (None, "2026-10-31", []),
        ]
        assert [[t.value for t in snapshot.targets_of(a.key)] for a in actions] == [[8.0, 20.0], [2.0], [2.0], []]
        assert applied and undo(store, applied.entry) and store.logical_dump() == before


def test_a_duty_that_recurs_takes_its_days_along(tmp_path: Path):
    text = "岚水区林业局2026年工作要点\n1.防火。每季度巡山2次。另行宣传。\n2.造林。植树3万株。\n"
    (tmp_path / "要点.txt").write_text(text, "utf-8")
    with open_ledger(tmp_path / "台账") as store:
        intake(store, tmp_path / "要点.txt")
        task = next(task for task in store.snapshot().tasks.values() if task.no == "1")
        store.apply(propose_split(store.snapshot(), task.key).changes, "拆分")
        first, second = store.snapshot().actions_of(task.key)
        days = [node.due[5:] for node in store.snapshot().nodes_of(first.key)]
        assert days == ["03-31", "06-30", "09-30", "12-31"] and store.snapshot().nodes_of(second.key) == []
        assert (first.deadline, first.deadline_kind) == (task.deadline, task.deadline_kind) == ("2026-12-31", "default")


def test_one_undo_takes_a_split_back(store: Store):
    before = store.logical_dump()
    key = next(task.key for task in store.snapshot().tasks.values() if task.no == "1")
    applied = store.apply(propose_split(store.snapshot(), key).changes, "拆分")
    assert applied and store.logical_dump() != before
    undo(store, applied.entry)
    assert store.logical_dump() == before


def test_the_form_still_asks_for_the_targets_once(store: Store):
    def asked(snapshot: Snapshot) -> list[tuple[str, str]]:
        period = parse_period("2026-06")
        changes = propose_dispatch(snapshot, Asking(period, period.end, period.end), "t").changes
        return [(c.new.title, c.new.targets) for c in changes if c.entity == "round_row"]  # type: ignore[union-attr]

    before = asked(store.snapshot())
    split(store)
    assert asked(store.snapshot()) == before


def test_one_sentence_and_what_is_split_already_are_left(store: Store):
    key = split(store)
    snapshot = store.snapshot()
    short = next(task for task in snapshot.tasks.values() if task.title == "开展科普宣传")
    for other in (short.key, key, snapshot.actions_of(key)[0].key):
        proposal = propose_split(snapshot, other)
        assert proposal.changes == () and "台账没有改动" in proposal.notes[0].text


def test_a_text_that_the_clerk_rewrote_is_split_as_it_stands_now(store: Store):
    task = next(task for task in store.snapshot().tasks.values() if task.no == "1")
    draft = Draft()
    draft.set("task", task, {"text": "新增挂牌120株。另行组织验收。"})
    store.apply(draft.changes, "编辑")
    split(store)
    first, second = store.snapshot().actions_of(task.key)
    assert (first.title, second.title, first.span_start) == ("新增挂牌120株", "另行组织验收", None)
    assert [t.value for t in store.snapshot().targets_of(first.key)] == [120.0]


def test_a_long_sentence_has_its_first_clause_as_title(tmp_path: Path):
    sentence = "健全护林员管理办法，" + "落实网格责任、考核奖惩、装备配备、教育培训、意外保险、动态进出等各项要求，" * 2
    with open_ledger(tmp_path) as store:
        built = plan_with(store, {"title": "管好队伍", "text": sentence + "。发放补助。", "deadline_kind": "default"})
        store.apply(propose_split(store.snapshot(), built.tasks[0]).changes, "拆分")
        first, second = store.snapshot().actions_of(built.tasks[0])
    assert first.title == "健全护林员管理办法" and first.text is not None and first.text.startswith("落实网格责任")
    assert second.title == "发放补助" and second.deadline_kind == "default"


@given(st.text(alphabet="甲乙，。；（）“”！\n ", max_size=40))
def test_sentences_lose_nothing_but_stops_and_blanks(text: str):
    spans = sentences(text)
    kept = "".join(text[start:end] for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert [char for char in kept if char in "甲乙"] == [char for char in text if char in "甲乙"]
    assert all(char in "，。；！\n " or char in kept for char in text)

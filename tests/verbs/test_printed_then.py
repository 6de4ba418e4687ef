"""What a round printed on its forms, by the journal: only where tasks were edited since, and only where it is asked."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.store import journal
from desktop_app.store.store import open_ledger
from desktop_app.verbs.printed_then import printed_then
from tests.verbs.merge_world import World

DAY = date(2026, 6, 1)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with clock.on_day(DAY), open_ledger(tmp_path / "台账") as store:
        yield World(store)


def text_of(world: World, words: str, days: int) -> None:
    """The clerk words the first task anew on a later day."""
    with clock.on_day(DAY + timedelta(days)):
        world.clerk("task", world.built.tasks[0], text=words)


def test_each_round_has_the_tasks_as_they_were_when_it_was_made(world: World) -> None:
    text_of(world, "第二稿", 5)
    with clock.on_day(DAY + timedelta(10)):
        world.send("2026-07")
    text_of(world, "第三稿", 15)
    with clock.on_day(DAY + timedelta(20)):
        world.send("2026-08")
    now = world.store.snapshot()
    then = printed_then(world.store, now)
    first, second, third = (made.key for made in now.rounds_in_order())
    task = world.built.tasks[0]
    assert [then[key].tasks[task].text for key in (first, second)] == ["改造床位。", "第二稿"]
    assert third not in then and len(then) == 2 and set(then) == {first, second}
    for key in then:
        moment = journal.made_at(world.store.connection, "round", key)
        assert then[key].tables["task"] == world.store.snapshot_at(moment or "").tables["task"]


def test_nothing_differs_where_no_task_was_edited_or_no_round_is_open(world: World) -> None:
    assert not printed_then(world.store, world.store.snapshot())
    text_of(world, "第二稿", 5)
    assert len(printed_then(world.store, world.store.snapshot())) == 1
    world.clerk("round", next(iter(world.store.snapshot().rounds)), state="voided")
    assert not printed_then(world.store, world.store.snapshot())

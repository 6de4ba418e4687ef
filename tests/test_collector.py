"""The cycle collector rests only as long as the bulk work lasts."""

import gc
from collections.abc import Iterator
from weakref import finalize

import pytest

from desktop_app.collector import collect_due, keep_all, keep_no_more, paused, without_collector
from desktop_app.errors import Refused


class Ring:
    """Garbage as soon as it is let go."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def awake() -> Iterator[None]:
    """Python's collector as in a verb without a window."""
    gc.enable()
    yield
    gc.disable()


def test_the_collector_rests_inside_and_is_as_before_afterwards() -> None:
    assert gc.isenabled()
    with without_collector():
        assert not gc.isenabled()
        with without_collector():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_refusal_wakes_the_collector() -> None:
    @without_collector()
    def work() -> None:
        assert not gc.isenabled()
        raise Refused("x")

    for _ in range(2):
        with pytest.raises(Refused):
            work()
        assert gc.isenabled()


def test_what_was_made_meanwhile_is_not_looked_through_afterwards() -> None:
    with without_collector():
        made = [[n] for n in range(5_000)]
    assert any(one is made[0] for one in gc.get_objects(generation=2))


def test_garbage_is_found_however_often_the_collector_rests() -> None:
    gone: list[int] = []
    for number in range(40):
        with paused():
            ring = Ring()
            finalize(ring, gone.append, number)
            made = [[n] for n in range(5_000)]
        del ring, made
    assert len(gone) > 20


def test_what_is_kept_stays_out_of_the_collectors_sight_also_after_bulk_work() -> None:
    kept = [[n] for n in range(100)]
    keep_all()
    try:
        with without_collector():
            made = [[n] for n in range(5_000)]
        seen = {id(one) for one in gc.get_objects()}
        assert id(made[0]) in seen and id(kept[0]) not in seen
    finally:
        keep_no_more()
    assert id(kept[0]) in {id(one) for one in gc.get_objects()}


def test_garbage_waits_for_its_time_and_is_found_then() -> None:
    gone: list[int] = []
    with paused():
        for number in range(40):
            ring = Ring()
            finalize(ring, gone.append, number)
            made = [[n] for n in range(5_000)]
            del ring
            assert len(gone) == number
            collect_due()
            assert len(gone) == number + 1
            del made


def test_nothing_is_looked_through_where_little_was_made() -> None:
    gone: list[int] = []
    with paused():
        collect_due()
        gc.collect()
        ring = Ring()
        finalize(ring, gone.append, 1)
        del ring
        collect_due()
        assert gone == []
    gc.collect()
    assert gone == [1]

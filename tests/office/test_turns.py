"""Threads that read take turns, and give theirs up only for what is done out of turn."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Lock

import pytest

from desktop_app.office.turns import in_turn, out_of_turn


def test_one_thread_at_a_time_is_in_turn() -> None:
    turns, inside, most = Lock(), [0], [0]

    def work(_: int) -> None:
        with in_turn(turns):
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            inside[0] -= 1

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(200)))
    assert most == [1]


def test_two_threads_meet_out_of_turn() -> None:
    turns, meeting = Lock(), Barrier(2)

    def work(_: int) -> bool:
        with in_turn(turns):
            with out_of_turn():
                meeting.wait(timeout=10)
            return turns.locked()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(work, range(2))) == [True, True]
    assert not turns.locked()


def test_a_fault_out_of_turn_ends_the_turn() -> None:
    turns = Lock()
    with pytest.raises(ValueError), in_turn(turns), out_of_turn():
        raise ValueError
    assert not turns.locked()


def test_who_takes_no_turns_neither_waits_for_another_nor_ends_anothers_turn() -> None:
    turns, inside, done = Lock(), Event(), Event()

    def work() -> bool:
        with in_turn(turns):
            inside.set()
            waited = done.wait(timeout=10)
            return waited and turns.locked()

    with ThreadPoolExecutor(1) as pool:
        kept = pool.submit(work)
        assert inside.wait(timeout=10)
        with out_of_turn():  # this thread is in no turn, although the other one is
            assert turns.locked()
        assert turns.locked()
        done.set()
        assert kept.result(timeout=10)
    assert not turns.locked()


def test_a_turn_within_a_turn_of_others_goes_back_to_the_outer_one() -> None:
    outer, inner = Lock(), Lock()
    with in_turn(outer):
        with in_turn(inner), out_of_turn():
            assert outer.locked() and not inner.locked()
        with out_of_turn():
            assert not outer.locked()
        assert outer.locked()

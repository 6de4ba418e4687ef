"""Threads that read take turns, and give theirs up only for what is done out of turn."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock

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


def test_who_takes_no_turns_waits_for_none() -> None:
    with out_of_turn():
        pass

"""Law 4: the three-way merge, over every way that three values can agree or differ."""

import itertools

import pytest

from desktop_app.domain.merge import Outcome, three_way

CASES = [
    # base, ours, theirs
    (None, None, None, Outcome.NO_ANSWER),
    (40.0, 40.0, None, Outcome.NO_ANSWER),
    (None, 55.0, None, Outcome.NO_ANSWER),
    (None, None, 60.0, Outcome.TAKE),
    (60.0, 60.0, 60.0, Outcome.UNCHANGED),
    (60.0, 60.0, 40.0, Outcome.TAKE),
    (60.0, 65.0, 60.0, Outcome.KEEP),
    (60.0, 65.0, 65.0, Outcome.UNCHANGED),
    (60.0, 65.0, 70.0, Outcome.CONFLICT),
    (None, 65.0, 70.0, Outcome.CONFLICT),
    (60.0, None, 60.0, Outcome.KEEP),
    (60.0, None, 70.0, Outcome.CONFLICT),
]


@pytest.mark.parametrize(("base", "ours", "theirs", "outcome"), CASES)
def test_each_case(base: float | None, ours: float | None, theirs: float | None, outcome: Outcome):
    assert three_way(base, ours, theirs) is outcome


def test_a_conflict_is_never_silent_and_a_blank_never_deletes():
    for base, ours, theirs in itertools.product([None, "甲", "乙", "丙"], repeat=3):
        outcome = three_way(base, ours, theirs)
        if theirs is None:
            assert outcome is Outcome.NO_ANSWER
        elif len({base, ours, theirs}) == 3:
            assert outcome is Outcome.CONFLICT
        else:
            assert outcome is not Outcome.CONFLICT

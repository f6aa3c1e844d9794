"""Which weeks a long tune-up race makes easier."""

from __future__ import annotations

import pytest

from runtall.rules.deload import Deload
from tests.problems import problem

FIRST_DAY_OF_WEEK_5 = 28


@pytest.mark.parametrize("day", [0, 4, 5, 6])
def test_the_race_week_alone(day: int) -> None:
    """What is left of the seven days after it grows nowhere, but one easier week is enough."""
    raced = problem(weeks=16, changes={FIRST_DAY_OF_WEEK_5 + day: "tuneup"})
    (easier,) = [week for week in raced.weeks if week.tuneup]
    assert easier.number == 5
    assert [before.number for before in Deload().references(raced, easier)] == [4]
    after, before = raced.week(6), raced.week(4)
    assert after.after_race
    assert after.target_sets <= before.target_sets

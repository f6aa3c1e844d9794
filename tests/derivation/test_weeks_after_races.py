"""Which weeks a long tune-up race makes easier."""

from __future__ import annotations

import pytest

from runtall.rules.deload import Deload
from tests.problems import problem

FIRST_DAY_OF_WEEK_5 = 28


@pytest.mark.parametrize(
    ("day", "easier"),
    [
        (0, [5]),  # Monday: the week has room to rest
        (4, [5]),  # Friday
        (5, [5, 6]),  # Saturday: still felt on Monday
        (6, [5, 6]),
    ],
)
def test_the_race_week_and_a_week_that_begins_right_after(day: int, easier: list[int]) -> None:
    raced = problem(weeks=16, changes={FIRST_DAY_OF_WEEK_5 + day: "tuneup"})
    assert [week.number for week in raced.weeks if week.tuneup] == easier
    references = {
        week.number: [before.number for before in Deload().references(raced, week)]
        for week in raced.weeks
        if week.tuneup
    }
    assert references == {week: [4] for week in easier}


@pytest.mark.parametrize("distance", ["tuneup=21", "tuneup=10"])
def test_the_day_after_a_race_is_none_that_its_week_lacks(distance: str) -> None:
    """So one session in place of two costs as much there as in any other week."""
    raced = problem(weeks=16, changes={FIRST_DAY_OF_WEEK_5 + 6: distance})
    assert not any(week.disturbed for week in raced.weeks)

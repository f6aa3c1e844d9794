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


@pytest.mark.parametrize(("distance", "disturbed"), [("tuneup=21", [6]), ("tuneup=10", [])])
def test_the_day_after_a_long_race_is_lost_to_its_week(distance: str, disturbed: list[int]) -> None:
    """A race on Sunday takes Monday: one smaller week then costs no more than after a day off."""
    raced = problem(weeks=16, changes={FIRST_DAY_OF_WEEK_5 + 6: distance})
    assert [week.number for week in raced.weeks if week.disturbed] == disturbed

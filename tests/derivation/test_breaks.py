"""Which weeks off stand for a deload, and which don't."""

from __future__ import annotations

import pytest

from runtall.domain.request import Access
from tests.problems import problem

WEEK = "easy easy workout easy rest easy long"
SIXTH = 35


def deloads(closed: set[int], **options: object) -> list[int]:
    """The deload weeks of a plan in which some days are off."""
    access = [Access(free=day not in closed) for day in range(7 * 16)]
    return [week.number for week in problem(WEEK, access=access, **options).weeks if week.deload]


def test_weekdays_that_are_always_off_are_no_break() -> None:
    """Only Mondays and Thursdays are free."""
    closed = {day for day in range(7 * 16) if day % 7 not in {0, 3}}
    assert deloads(closed) == deloads(set()) == [8]


@pytest.mark.parametrize(
    ("off", "found"),
    [
        (range(5), []),  # from Monday to Friday
        ((1, 2, 4, 6), [8]),  # both usual days are left
    ],
)
def test_a_week_with_good_days_for_both_sessions_is_none(
    off: tuple[int, ...], found: list[int]
) -> None:
    assert deloads({SIXTH + day for day in off}) == found


def test_who_trains_once_a_week_needs_one_good_day() -> None:
    off = {SIXTH + day for day in (0, 1, 2, 4, 6)}
    assert deloads(off) == []
    assert deloads(off, base_sessions=1, peak_sessions=(1, 1)) == [8]

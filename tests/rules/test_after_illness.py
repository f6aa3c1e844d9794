"""The first days after an illness."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.own_strength import OwnSession
from runtall.domain.plan import Plan, Session
from runtall.domain.request import Access
from runtall.domain.where import OnDay
from runtall.rules.after_illness import AfterIllness
from tests.problems import problem
from tests.rules.by_hand import found, twins

ACCESS = [Access() for _ in range(42)]
ACCESS[6] = ACCESS[7] = Access(free=False, ill=True)
ACCESS[8] = ACCESS[9] = Access(recovering=True)
PROBLEM = problem(weeks=6, phases=(2, 1), access=tuple(ACCESS))
RULE = AfterIllness()


def test_days_too_soon_after_have_neither_and_the_next_may() -> None:
    late = Plan((Session(9, SessionKind.VERY_LIGHT, ()),), mobility=(8,))
    assert found(PROBLEM, RULE, late) == ["mobility", "very_light session"]
    assert found(PROBLEM, RULE, Plan((Session(10, SessionKind.D1, ()),), mobility=(10,))) == []


def test_days_of_illness_are_days_off_and_those_after_are_not_trainable() -> None:
    assert [PROBLEM.days[day].free for day in (5, 6, 7, 8)] == [True, False, False, True]
    assert not any(PROBLEM.days[day].is_open for day in (6, 7, 8, 9))
    assert PROBLEM.days[10].is_open


LATE = [Access() for _ in range(42)]
LATE[8] = Access(free=False, ill=True)
LATE[9] = LATE[10] = Access(recovering=True)
WAITS = problem(weeks=6, phases=(2, 1), access=tuple(LATE))
"""Ill on a Tuesday: then come the eve of the long run, the run, and the day after it."""


def test_a_first_session_waits_for_a_day_that_is_not_beside_a_long_run() -> None:
    assert [day.index for day in WAITS.days if day.waits] == [11, 13]
    early = Plan((Session(13, SessionKind.D1, ()), Session(14, SessionKind.D1, ())), mobility=(13,))
    assert found(WAITS, RULE, early) == ["D1 session"]
    assert RULE.say(WAITS, OnDay(13)) == (
        "Sun 28 Mar is beside a long run: the first session back waits for another."
    )


def test_it_waits_for_the_first_easy_run_but_not_where_none_comes_soon() -> None:
    """Ill on a Monday, a hard run on the day too soon after it: then come a rest day and a run."""
    ill = [Access(free=day != 7, ill=day == 7, recovering=day == 8) for day in range(42)]
    for week, waiting in {
        "easy workout rest easy rest easy long": [9],
        "easy easy rest easy rest easy long": [],
        "easy workout rest rest rest rest long": [],
    }.items():
        some = problem(week, weeks=6, access=tuple(ill))
        assert [day.index for day in some.days if day.waits and not day.beside_long_run] == waiting
    some = problem("easy workout rest easy rest easy long", weeks=6, access=tuple(ill))
    assert found(some, RULE, Plan((Session(9, SessionKind.D1, ()),))) == ["D1 session"]
    assert RULE.say(some, OnDay(9)) == (
        "Wed 24 Mar: after an illness an easy run comes before the first session."
    )


def test_it_waits_after_a_week_off_too_but_not_where_no_other_day_comes_soon() -> None:
    off = [Access(free=not 5 < day < 13) for day in range(42)]
    assert [d.index for d in problem(weeks=6, access=tuple(off)).days if d.waits] == [13]
    short = [Access(free=not 7 < day < 13) for day in range(42)]
    assert not any(day.waits for day in problem(weeks=6, access=tuple(short)).days)
    sundays = [Access(free=day % 7 == 6, ill=day == 15) for day in range(42)]
    assert not any(day.waits for day in problem(weeks=6, access=tuple(sundays)).days)
    assert not any(day.waits for day in problem(weeks=6).days), "no first session of all waits"


@pytest.mark.parametrize(
    ("week", "own", "waits"),
    [
        ("recovery workout medium_long easy easy easy long", False, False),
        ("recovery workout rest easy rest easy long", False, False),
        ("easy easy workout easy easy easy long", False, True),  # Tuesday and Thursday
        ("recovery workout easy workout easy easy long", False, False),  # Monday and Wednesday
        ("workout rest easy workout easy easy long", False, True),  # Tuesday, and Monday's workout
        ("recovery workout rest easy rest easy long", True, True),  # one session of ours
    ],
)
def test_it_does_not_wait_where_most_weeks_need_the_day_after_the_long_run(
    week: str, own: bool, waits: bool
) -> None:
    ill = [Access(free=day not in {7, 8}, ill=day in {7, 8}) for day in range(42)]
    ill[9:14] = [Access(free=day == 13, recovering=day == 13) for day in range(9, 14)]
    sessions = tuple((OwnSession("Gym", True),) * (own and day % 7 == 4) for day in range(42))
    some = problem(week, weeks=6, access=tuple(ill), own=sessions)
    assert some.days[14].waits == waits
    assert some.days[14].needed != waits


def test_it_waits_on_the_day_after_a_long_run_that_has_moved_for_once() -> None:
    """Long on Saturdays, but on the Sunday before the first week back, ill from the Monday on."""
    week = "easy workout easy easy recovery long recovery"
    ill = [Access(free=not 14 <= d < 21, ill=14 <= d < 20, recovering=d == 20) for d in range(56)]
    for changes, waits in ({19: "easy", 20: "long"}, True), ({}, False):
        some = problem(week, weeks=8, access=tuple(ill), changes=changes)
        assert (some.days[21].since_long == 1) is some.days[21].waits is waits


def test_days_before_a_long_run_in_midweek_and_on_its_sunday_are_others() -> None:
    """Long on Wednesday: Monday and Friday have both; on Saturday: the week ends with Sunday."""
    weeks = ("easy easy long workout easy easy easy", "workout workout easy easy rest long easy")
    assert not any(day.needed for week in weeks for day in problem(week, weeks=6).days)


def test_sentence() -> None:
    assert RULE.say(PROBLEM, OnDay(9)) == (
        "Wed 24 Mar is too soon after the illness: 48 hours, five days where there was a fever."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM, WAITS], 60)

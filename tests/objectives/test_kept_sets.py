from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.equipment import NOTHING
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Session
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.objectives.kept_sets import KeptSets
from tests.objectives.plans import agree, plan_of, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=14, phases=(2, 1))
WEDNESDAY = 16
DELOAD = next(week.number for week in PROBLEM.weeks if week.deload)


def day_one(week: int, rows: int, face_pulls: int) -> Session:
    entries = (Entry(1, "one_arm_db_row", rows), Entry(3, "face_pull", face_pulls))
    return Session(7 * (week - 1), SessionKind.D1, entries)


def cost(*sessions: Session) -> int:
    return KeptSets().value(PROBLEM, plan_of(*sessions))


@pytest.mark.parametrize(
    ("before", "now", "price"),
    [
        ((2, 1), (2, 1), 0),
        ((2, 1), (3, 1), 0),
        ((2, 2), (3, 1), 2),  # a set for another
        ((2, 3), (3, 2), 2),
        ((3, 2), (2, 3), 6),  # one of the row
        ((3, 2), (2, 0), 10),
    ],
)
def test_a_growing_week_takes_no_set(
    before: tuple[int, int], now: tuple[int, int], price: int
) -> None:
    assert cost(day_one(1, *before), day_one(2, *now)) == price


def away_on(*days: int) -> Problem:
    bands = replace(NOTHING, bands=True)
    access = tuple(Access(equipment=bands if day in days else None) for day in range(7 * 14))
    return problem(weeks=14, phases=(2, 1), access=access)


def test_growing_weeks_are_compared_over_a_deload_and_over_a_week_away() -> None:
    deload = day_one(DELOAD, 2, 1)
    assert cost(day_one(DELOAD - 1, 3, 2), deload, day_one(DELOAD + 1, 2, 2)) == 6
    away = away_on(*range(7 * DELOAD - 14, 7 * DELOAD - 7))
    assert away.week(DELOAD - 1).away
    before, after = day_one(DELOAD - 2, 3, 2), day_one(DELOAD + 1, 2, 2)
    between = day_one(DELOAD - 1, 2, 1), deload
    assert KeptSets().value(away, plan_of(before, *between, after)) == 6


def test_the_way_back_from_a_gap_takes_one_set_of_an_exercise() -> None:
    """It is measured by the last week before the one off."""
    off = range(7 * DELOAD + 7, 7 * DELOAD + 14)
    access = tuple(Access(free=day not in off) for day in range(7 * 14))
    some, before = problem(weeks=14, phases=(2, 1), access=access), day_one(DELOAD + 1, 3, 2)
    for now, price in (((2, 1), 0), ((1, 2), 6)):
        plan = plan_of(before, day_one(DELOAD + 3, *now))
        assert KeptSets().value(some, plan) == price
    agree(some, KeptSets(), plans=10)


def test_where_one_session_has_all_the_way_back_leaves_pulls_two_sets() -> None:
    off = range(7 * 4, 7 * 7)
    access = tuple(Access(free=day not in off) for day in range(7 * 14))
    once = problem(weeks=14, phases=(2, 1), access=access, base_sessions=1)

    def whole(week: int, row: int, pulldown: int, push_up: int) -> Session:
        exercises = ("one_arm_db_row", row), ("lat_pulldown", pulldown), ("push_up", push_up)
        entries = (Entry(i, key, sets) for i, (key, sets) in enumerate(exercises, start=1))
        return Session(7 * (week - 1), SessionKind.MERGED, tuple(entries))

    for now, price in (((2, 2, 1), 2), ((2, 1, 2), 2), ((2, 2, 2), 0), ((1, 2, 2), 6)):
        plan = plan_of(whole(4, 3, 2, 3), whole(8, *now))
        assert KeptSets().value(once, plan) == price
    agree(once, KeptSets(), plans=10)


def test_a_week_with_other_equipment_on_a_day_is_no_measure() -> None:
    """What stood in on a Wednesday away gives its set back to the row."""
    some = away_on(WEDNESDAY)
    assert not some.week(3).away
    whole = replace(day_one(2, 2, 2), day=WEDNESDAY - 7)
    other = replace(day_one(3, 1, 3), day=WEDNESDAY)
    assert KeptSets().value(some, plan_of(whole, other, day_one(4, 2, 2))) == 6
    assert KeptSets().value(some, plan_of(whole, other, day_one(4, 1, 3))) == 12


def test_over_a_week_with_one_session_for_two_the_last_of_its_kind_is_the_measure() -> None:
    merged = Session(7, SessionKind.MERGED, (Entry(1, "one_arm_db_row", 1),))
    assert cost(day_one(1, 3, 2), merged, day_one(3, 3, 2)) == 0
    assert cost(day_one(1, 3, 2), merged, day_one(3, 2, 2)) == 6
    assert cost(day_one(1, 3, 2), day_one(2, 2, 2), day_one(3, 2, 2)) == 6


def test_off() -> None:
    off = problem(off=frozenset({"kept-sets"}))
    assert switched_off(off, KeptSets(), plan_of(day_one(1, 3, 2), day_one(2, 2, 2)))


def test_twin() -> None:
    agree(PROBLEM, KeptSets(), plans=20)

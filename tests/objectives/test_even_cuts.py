from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.equipment import NOTHING
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Session
from runtall.domain.request import Access
from runtall.objectives.even_cuts import EvenCuts
from tests.objectives.plans import agree, plan_of, switched_off
from tests.objectives.test_kept_sets import day_one
from tests.problems import problem

PROBLEM = problem(weeks=14, phases=(2, 1))
DELOAD = next(week.number for week in PROBLEM.weeks if week.deload)
PEAK = PROBLEM.phase_weeks(Phase.PEAK)[0].number


def cost(*sessions: Session) -> int:
    return EvenCuts().value(PROBLEM, plan_of(*sessions))


@pytest.mark.parametrize("week", [DELOAD, PEAK])
@pytest.mark.parametrize(
    ("now", "price"),
    [
        ((3, 3), 0),
        ((2, 2), 0),  # one of each
        ((1, 3), 32),  # two of the row, and so its second
        ((3, 1), 16),  # two of another
        ((1, 1), 48),
        ((0, 3), 64),  # all three, and so its last
    ],
)
def test_an_easier_week_takes_one_set_of_an_exercise(
    week: int, now: tuple[int, int], price: int
) -> None:
    assert cost(day_one(week - 1, 3, 3), day_one(week, *now)) == price


def test_the_last_set_of_a_pattern_costs_thrice_as_much() -> None:
    """The pull day has one carry and three pulls."""

    def all_gone(position: int, key: str) -> int:
        row = Entry(1, "one_arm_db_row", 1)
        before = Session(7 * PEAK - 14, SessionKind.D1, (row, Entry(position, key, 1)))
        return cost(before, Session(7 * PEAK - 7, SessionKind.D1, (row,)))

    assert all_gone(4, "suitcase_carry") == 24
    assert all_gone(3, "face_pull") == 16


@pytest.mark.parametrize(("minutes", "price"), [(20, 32), (None, 16)])
def test_a_second_pull_goes_last_where_time_is_short(minutes: int | None, price: int) -> None:
    """Two sets of pulldowns and so its second, or two."""
    some = problem(weeks=14, phases=(2, 1), access=[Access(minutes=minutes)] * 98)

    def pulldowns(week: int, sets: int) -> Session:
        return Session(7 * week - 7, SessionKind.D1, (Entry(2, "lat_pulldown", sets),))

    plan = plan_of(pulldowns(PEAK - 1, 3), pulldowns(PEAK, 1))
    assert EvenCuts().value(some, plan) == price


@pytest.mark.parametrize(("day", "price"), [(0, 32), (1, 16)])
def test_a_second_pull_goes_last_on_the_short_day_of_a_week_that_has_others(
    day: int, price: int
) -> None:
    access = [Access(minutes=25 if index % 7 == 0 else None) for index in range(98)]
    some = problem(weeks=14, phases=(2, 1), access=access)
    before, now = (Session(7 * PEAK - 14 + n, SessionKind.D1, (Entry(2, "lat_pulldown", sets),))
                   for n, sets in ((0, 3), (7 + day, 1)))  # fmt: skip
    assert EvenCuts().value(some, plan_of(before, now)) == price
    agree(some, EvenCuts())


def test_a_week_without_its_usual_days_is_no_measure() -> None:
    off = range(7 * (PEAK - 2), 7 * (PEAK - 2) + 4)
    access = [Access(free=day not in off) for day in range(98)]
    some = problem(weeks=14, phases=(2, 1), access=access)
    assert some.week(PEAK - 1).disturbed
    small = replace(day_one(PEAK - 1, 1, 1), day=7 * (PEAK - 2) + 4)
    plan = plan_of(day_one(PEAK - 2, 3, 3), small, day_one(PEAK, 1, 3))
    assert EvenCuts().value(some, plan) == 32
    agree(some, EvenCuts(), plans=10)


def test_face_pulls_go_before_a_second_row_where_time_is_short() -> None:
    short = problem(weeks=14, phases=(2, 1), access=[Access(minutes=20)] * 98)
    before = day_one(PEAK - 1, 2, 1)
    costs = [
        EvenCuts().value(short, plan_of(before, day_one(PEAK, *now)))
        for now in ((2, 1), (2, 0), (1, 1))
    ]
    assert costs == [0, 0, 16]
    agree(short, EvenCuts(), plans=20)


def test_off() -> None:
    off = problem(weeks=14, off=frozenset({"even-cuts"}))
    assert switched_off(off, EvenCuts(), plan_of(day_one(PEAK - 1, 3, 2), day_one(PEAK, 1, 1)))


def test_twin() -> None:
    agree(PROBLEM, EvenCuts(), plans=20)


def test_what_a_trip_has_nothing_for_is_no_cut() -> None:
    """The band takes the row's place; nothing that of the pulldown."""
    bands = replace(NOTHING, bands=True)
    trip = range(7 * DELOAD - 7, 7 * DELOAD)
    access = tuple(Access(equipment=bands if day in trip else None) for day in range(7 * 14))
    away = problem(weeks=14, phases=(2, 1), access=access)
    rows, pulldowns = Entry(1, "one_arm_db_row", 2), Entry(2, "lat_pulldown", 3)
    before = Session(7 * DELOAD - 14, SessionKind.D1, (rows, pulldowns))
    plan = plan_of(before, Session(7 * DELOAD - 7, SessionKind.D1, (rows,)))
    assert EvenCuts().value(away, plan) == 0
    assert EvenCuts().value(PROBLEM, plan) == 48
    agree(away, EvenCuts(), plans=10)

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.request import Access
from runtall.objectives.weekly_dose import WeeklyDose
from runtall.progression.weekly_target import lost_sets, target_sets
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

D1, D2 = SessionKind.D1, SessionKind.D2
PROBLEM = problem(weeks=6, phases=(2, 1))
TARGETS = [16, 18, 20, 15, 12, 3]


def dose(totals: list[int]) -> Plan:
    """One session a week with so many sets."""
    rows = [Entry(1, "one_arm_db_row", sets) for sets in totals]
    return plan_of(*(Session(7 * week, SessionKind.D1, (row,)) for week, row in enumerate(rows)))


@pytest.mark.parametrize(("change", "cost"), [(0, 0), (-1, 1), (1, 1), (-4, 4), (3, 3)])
def test_edge(change: int, cost: int) -> None:
    assert [week.target_sets for week in PROBLEM.weeks] == TARGETS
    totals = [*TARGETS]
    totals[1] += change
    assert WeeklyDose().value(PROBLEM, dose(totals)) == cost


def test_an_empty_plan_lacks_everything() -> None:
    assert WeeklyDose().value(PROBLEM, Plan(())) == sum(TARGETS)


def test_a_short_day_takes_what_it_has_no_room_for() -> None:
    access = (Access(minutes=20),) * 42
    short = problem(weeks=6, phases=(2, 1), access=access)
    # The week's templates have 26 sets, the best sessions of 20 minutes 6 and 7, and in the first
    # week, with at most 2 of an exercise, 5 and 6. Peak weeks keep a set of each, and two of rows.
    wanted = (11, 13, 13, 11, 10)
    for week, sets in zip(short.weeks, wanted, strict=False):
        monday = 7 * week.number - 7
        plan = plan_of(session(short, monday, D1), session(short, monday + 1, D2))
        assert target_sets(short, plan, week) == sets


@pytest.mark.parametrize(("minutes", "kept"), [(20, 13), (15, 9), (25, 17)])
def test_an_easier_week_loses_no_more_than_its_share_of_the_week_before(
    minutes: int, kept: int
) -> None:
    """A deload is of what short days really hold, not of the whole template: 20 to 30 % less."""
    short = problem(access=(Access(minutes=minutes),) * 112)
    easier = next(week for week in short.weeks if week.deload)
    before = short.week(easier.number - 1)
    wanted = []
    for week in (before, easier):
        monday = 7 * week.number - 7
        plan = plan_of(session(short, monday, D1), session(short, monday + 1, D2))
        wanted.append(target_sets(short, plan, week))
    assert wanted[0] == kept
    assert 70 <= 100 * wanted[1] // wanted[0] <= 80


def test_no_session_makes_up_for_the_small_one_on_the_day_after_a_long_race() -> None:
    """The race is on the Sunday of week 9: week 10 has a set less for it."""
    raced = problem(changes={62: "tuneup=21"})
    week = raced.week(10)
    first, later = (
        target_sets(raced, plan_of(session(raced, day, D1), session(raced, 66, D2)), week)
        for day in (63, 64)
    )
    assert later == week.target_sets
    assert first == later - 1


def test_a_week_that_aims_at_nothing_is_no_measure() -> None:
    """As one has that is left to the runner's own sessions."""
    short = problem(access=(Access(minutes=20),) * 112)
    easier = next(week for week in short.weeks if week.deload)
    weeks = [
        replace(w, target_sets=w.target_sets * (w.deload or w.number < 7)) for w in short.weeks
    ]
    some = replace(short, weeks=tuple(weeks))
    assert target_sets(some, Plan(()), some.week(easier.number - 1)) == 0
    assert 0 < max(lost_sets(some, easier).values()) < easier.target_sets


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"weekly-dose"}))
    assert switched_off(off, WeeklyDose(), Plan(()))


def test_weeks_without_sessions() -> None:
    free = problem(weeks=6, phases=(2, 1), taper_sessions=0)
    assert not free.weeks[-1].kinds
    agree(free, WeeklyDose(), plans=4)


def test_twin() -> None:
    agree(PROBLEM, WeeklyDose())
    mixed = tuple(Access(minutes=(None, 15, 25)[day % 3]) for day in range(42))
    agree(problem(weeks=6, phases=(2, 1), access=mixed), WeeklyDose(), plans=6)

"""The sets of the first week back."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.request import Access
from runtall.objectives.way_back_dose import WayBackDose
from runtall.objectives.weekly_dose import WeeklyDose
from tests.objectives.plans import agree, plan_of, switched_off
from tests.problems import problem

# Ten days off, from Thursday of the second week on.
OFF = [Access(free=not 10 <= day < 20) for day in range(56)]
PROBLEM = problem(weeks=8, phases=(2, 1), access=OFF)


def after(sets: int) -> Plan:
    """Both sessions of two weeks, and one with so many sets in the fourth, as the first back."""
    rows = [Entry(1, "one_arm_db_row", count) for count in (8, 8, 9, sets)]
    days = zip((0, 3, 7, 21), rows, strict=True)
    return plan_of(*(Session(day, SessionKind.D1, (row,)) for day, row in days))


@pytest.mark.parametrize("lacking", [0, 1, 4])
def test_edge(lacking: int) -> None:
    """It is this objective's, and the dose has but what is too much."""
    target = PROBLEM.week(4).target_sets
    least, more = after(target), after(target - lacking)
    assert WayBackDose().value(PROBLEM, more) - WayBackDose().value(PROBLEM, least) == 10 * lacking
    assert WeeklyDose().value(PROBLEM, more) == WeeklyDose().value(PROBLEM, least)
    over = WeeklyDose().value(PROBLEM, after(target + lacking))
    assert over - WeeklyDose().value(PROBLEM, least) == lacking


def test_without_a_gap_it_is_nothing() -> None:
    usual = problem(weeks=8, phases=(2, 1))
    assert WayBackDose().value(usual, plan_of(Session(0, SessionKind.D1, ()))) == 0


def test_off() -> None:
    off = problem(weeks=8, phases=(2, 1), access=OFF, off=frozenset({"way-back-dose"}))
    assert switched_off(off, WayBackDose(), after(3))


def test_twin() -> None:
    ill = [Access(free=day not in {15, 16}, ill=day in {15, 16}) for day in range(56)]
    agree(problem(weeks=8, phases=(2, 1), access=ill), WayBackDose(), strict=False)
    agree(PROBLEM, WeeklyDose(), plans=12)

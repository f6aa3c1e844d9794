from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.derivation.derive import derive
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.objectives.follow_running import FollowRunning
from tests.objectives.plans import agree, plan_of, switched_off
from tests.problems import problem, request

KM = [30, 32, 40, 41, 44, 46, 36, 20]


def running() -> Problem:
    """Distances that rise most in week 3; two peak weeks, two of taper."""
    asked = request(weeks=8, phases=(2, 2))
    runs = list(asked.runs)
    for week, km in enumerate(KM):
        for day in range(7 * week, 7 * week + 7):
            runs[day] = tuple(replace(run, distance_m=1000 * km // 7) for run in runs[day])
    return derive(replace(asked, runs=tuple(runs)))


PROBLEM = running()


def totals(*sets: int) -> Plan:
    rows = [Entry(1, "one_arm_db_row", size) for size in sets]
    return plan_of(*(Session(7 * week, SessionKind.D1, (row,)) for week, row in enumerate(rows)))


def test_the_problem() -> None:
    assert [week.number for week in PROBLEM.weeks if week.biggest_rise] == [3]
    assert [week.number for week in PROBLEM.phase_weeks(Phase.PEAK)] == [5, 6]


@pytest.mark.parametrize(
    ("sets", "cost"),
    [
        ((9, 9, 9, 9, 9, 9, 9, 9), 0),
        ((9, 9, 10, 10, 9, 9, 9, 9), 4),  # the largest rise
        ((7, 9, 9, 11, 9, 9, 9, 9), 0),  # any other base week
        ((9, 9, 9, 9, 11, 9, 9, 9), 8),  # into the peak
        ((9, 9, 9, 9, 8, 9, 9, 9), 4),  # within the peak
        ((9, 9, 9, 9, 9, 9, 10, 9), 0),  # the taper has rules of its own
    ],
)
def test_edge(sets: tuple[int, ...], cost: int) -> None:
    assert FollowRunning().value(PROBLEM, totals(*sets)) == cost


def test_off() -> None:
    off = problem(weeks=8, phases=(2, 2), off=frozenset({"follow-running"}))
    assert switched_off(off, FollowRunning(), totals(1, 2, 3, 4, 5, 6, 7, 8))


def test_twin() -> None:
    agree(PROBLEM, FollowRunning())

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Session
from runtall.objectives.kept_sets import KeptSets
from tests.objectives.plans import agree, plan_of, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=14, phases=(2, 1))
DELOAD = next(week.number for week in PROBLEM.weeks if week.deload)


def day_one(week: int, rows: int, face_pulls: int) -> Session:
    entries = (Entry(1, "one_arm_db_row", rows), Entry(3, "face_pull", face_pulls))
    return Session(7 * (week - 1), SessionKind.D1, entries)


def cost(*sessions: Session) -> int:
    return KeptSets().value(PROBLEM, plan_of(*sessions))


@pytest.mark.parametrize(
    ("before", "now", "lost"),
    [
        ((2, 1), (2, 1), 0),
        ((2, 1), (3, 1), 0),
        ((2, 2), (3, 1), 1),  # a set for another
        ((3, 2), (2, 0), 3),
    ],
)
def test_edge(before: tuple[int, int], now: tuple[int, int], lost: int) -> None:
    assert cost(day_one(1, *before), day_one(2, *now)) == lost


def test_growing_weeks_are_compared_over_a_deload() -> None:
    eased = day_one(DELOAD, 1, 0)
    assert cost(day_one(DELOAD - 1, 3, 2), eased, day_one(DELOAD + 1, 3, 2)) == 0
    assert cost(day_one(DELOAD - 1, 3, 2), eased, day_one(DELOAD + 1, 2, 2)) == 1


def test_only_sessions_of_one_kind_in_weeks_in_a_row() -> None:
    merged = Session(7, SessionKind.MERGED, (Entry(1, "one_arm_db_row", 1),))
    assert cost(day_one(1, 3, 2), merged, day_one(3, 2, 2)) == 0


def test_off() -> None:
    off = problem(off=frozenset({"kept-sets"}))
    assert switched_off(off, KeptSets(), plan_of(day_one(1, 3, 2), day_one(2, 2, 2)))


def test_twin() -> None:
    agree(PROBLEM, KeptSets(), plans=20)

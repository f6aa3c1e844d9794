from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Session
from runtall.objectives.soreness import Soreness
from tests.objectives.plans import agree, plan_of, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=8, phases=(2, 1))
MONDAY, THURSDAY = 0, 3


def growth(weekday: int, *sizes: int) -> int:
    """Value of D2 on one weekday, with so many sets in weeks 1, 2, ..."""
    days = [7 * week + weekday for week in range(len(sizes))]
    sessions = [
        Session(day, SessionKind.D2, (Entry(1, "push_up", size),))
        for day, size in zip(days, sizes, strict=True)
        if size
    ]
    return Soreness().value(PROBLEM, plan_of(*sessions))


@pytest.mark.parametrize(
    ("sizes", "cost"),
    [
        ((8, 8), 0),
        ((8, 9), 1),
        ((8, 10, 9), 2),
        ((10, 8, 9, 10), 0),  # the largest of the last three counts
        ((10, 8, 8, 8, 9), 1),
        ((0, 8), 8),  # never held before
    ],
)
def test_edge(sizes: tuple[int, ...], cost: int) -> None:
    assert growth(THURSDAY, *sizes) == cost


def test_only_shortly_before_a_long_run() -> None:
    assert growth(MONDAY, 8, 12) == 0


def test_before_a_tuneup_too() -> None:
    tuneup = problem(weeks=8, phases=(2, 1), changes={9: "tuneup"})
    sessions = [
        Session(day, SessionKind.D1, (Entry(1, "one_arm_db_row", 8 + day),)) for day in (0, 7)
    ]
    assert tuneup.days[7].to_tuneup == 2
    # A week with a tune-up is no growing week: nothing is compared.
    assert Soreness().value(tuneup, plan_of(*sessions)) == 0
    weeks = [week.number for week in tuneup.growing_weeks()]
    assert weeks == [1, 3, 4, 5]


def test_off() -> None:
    off = problem(off=frozenset({"soreness"}))
    sessions = [Session(day, SessionKind.D2, (Entry(1, "push_up", 8 + day),)) for day in (3, 10)]
    assert switched_off(off, Soreness(), plan_of(*sessions))


def test_twin() -> None:
    agree(PROBLEM, Soreness(), plans=20)

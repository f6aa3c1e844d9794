from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.equipment import NOTHING
from runtall.domain.exercise import SessionKind
from runtall.domain.request import Access
from runtall.objectives.as_at_home import AsAtHome
from runtall.objectives.where_to_cut import WhereToCut
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

TRIP = range(7, 14)
BANDS = Access(equipment=replace(NOTHING, bands=True))
ACCESS = tuple(BANDS if day in TRIP else Access() for day in range(42))
PROBLEM = problem(weeks=6, phases=(2, 1), access=ACCESS)


@pytest.mark.parametrize(
    ("day", "sets", "costs"),
    [
        (0, {1: 2}, (0, 4)),
        (7, {1: 2}, (24, 0)),  # a row less on a trip
        (7, {}, (0, 0)),
        (7, {5: 1}, (12, 0)),
    ],
)
def test_a_trip_counts_in_a_later_tier(
    day: int, sets: dict[int, int], costs: tuple[int, int]
) -> None:
    plan = plan_of(session(PROBLEM, day, SessionKind.D1, sets))
    assert (AsAtHome().value(PROBLEM, plan), WhereToCut().value(PROBLEM, plan)) == costs


def test_off() -> None:
    off = problem(weeks=6, access=ACCESS, off=frozenset({"as-at-home"}))
    assert switched_off(off, AsAtHome(), plan_of(session(off, 7, SessionKind.D1, {1: 1})))


def test_twin() -> None:
    agree(PROBLEM, AsAtHome())
    agree(PROBLEM, WhereToCut())

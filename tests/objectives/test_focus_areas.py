from __future__ import annotations

from itertools import pairwise

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.objectives.focus_areas import FocusAreas
from tests.objectives.plans import agree, plan_of, switched_off
from tests.problems import problem

TWISTS = Athlete(signs={"torso_twists": 3})
PROBLEM = problem(weeks=6, phases=(2, 1), athlete=TWISTS)
ROTATION = 2
"""Weight of anti-rotation behind a twisting torso."""


def pallof(sets: int) -> Plan:
    """So many sets of two half sets of anti-rotation each, in week 1."""
    return plan_of(Session(0, SessionKind.D2, (Entry(5, "pallof_press", sets),)))


@pytest.mark.parametrize(
    ("sets", "worth"),
    [
        (1, 4 * ROTATION),  # each half set counts at both levels
        (4, 16 * ROTATION),
        (5, 18 * ROTATION),  # above four sets at one level
        (8, 24 * ROTATION),
        (9, 24 * ROTATION),  # above eight at none
    ],
)
def test_worth_of_sets(sets: int, worth: int) -> None:
    rule = FocusAreas()
    assert rule.value(PROBLEM, plan_of()) - rule.value(PROBLEM, pallof(sets)) == worth


def test_two_sets_over_the_template_are_the_most() -> None:
    one = problem(weeks=6, base_sessions=1, athlete=TWISTS)
    # A merged template has 9 half sets against rotation: from 13 on nothing counts.
    costs = [FocusAreas().value(one, pallof(sets)) for sets in (4, 5, 6, 7)]
    assert [before - after for before, after in pairwise(costs)] == [
        2 * ROTATION,
        2 * ROTATION,
        ROTATION,
    ]


def test_nothing_without_signs() -> None:
    plain = problem(weeks=6, phases=(2, 1))
    assert FocusAreas().value(plain, plan_of()) == 0
    assert FocusAreas().expression(plain, build(plain, Scope.STRICT, [])) == 0


def test_off() -> None:
    off = problem(weeks=6, athlete=TWISTS, off=frozenset({"focus-areas"}))
    assert switched_off(off, FocusAreas(), plan_of())


def test_twin() -> None:
    agree(PROBLEM, FocusAreas())

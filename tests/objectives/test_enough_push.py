from __future__ import annotations

import pytest

from runtall.derivation import profile
from runtall.domain.athlete import Athlete, Experience
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.objectives.enough_push import EnoughPush
from tests.objectives.plans import agree, plan_of, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=8, phases=(2, 1), athlete=Athlete(experience=Experience.TRAINED))
FULL_WEEK = 3


def push(sets: int, week: int = FULL_WEEK) -> Plan:
    return plan_of(Session(7 * (week - 1), SessionKind.D2, (Entry(1, "push_up", sets),)))


def cost_of(sets: int, week: int = FULL_WEEK) -> int:
    """Against a plan that has 4 push sets everywhere."""
    others = [push(4, other).sessions[0] for other in range(1, 9) if other != week]
    return EnoughPush().value(PROBLEM, plan_of(*others, *push(sets, week).sessions))


@pytest.mark.parametrize(("sets", "cost"), [(2, 5), (3, 0), (6, 0), (7, 5), (1, 10), (9, 15)])
def test_edge(sets: int, cost: int) -> None:
    assert PROBLEM.week(FULL_WEEK).target_sets == profile.FULL
    assert cost_of(sets) == cost


def test_only_full_weeks() -> None:
    assert PROBLEM.week(2).target_sets < profile.FULL
    assert cost_of(1, week=2) == 0
    assert cost_of(1, week=6) == 0


def test_off() -> None:
    off = problem(off=frozenset({"enough-push"}))
    assert switched_off(off, EnoughPush(), Plan(()))


def test_twin() -> None:
    agree(PROBLEM, EnoughPush())

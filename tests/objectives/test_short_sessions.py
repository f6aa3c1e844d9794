"""What stays in a session whose day has no room for the whole template."""

from __future__ import annotations

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.request import Access
from runtall.objectives.short_sessions import GOES_FIRST, ShortSessions
from runtall.progression.short_template import ASKED, short_templates
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

ACCESS = (Access(minutes=20),) * 42
WEEK = "easy workout easy easy easy long recovery"
PROBLEM = problem(WEEK, weeks=6, phases=(1, 1), access=ACCESS)
"""Twenty minutes on every day: less than its first weeks aim at."""
RULE = ShortSessions()
D1, D2 = SessionKind.D1, SessionKind.D2
SECOND = 7
"""Monday of the second week."""


NONE = {D1: {3: 0}, D2: {2: 0}}
"""Twenty minutes hold no face pull and no bench press."""


def cost_of(kind: SessionKind, sets: dict[int, int], day: int = SECOND) -> int:
    return RULE.value(PROBLEM, plan_of(session(PROBLEM, day, kind, NONE[kind] | sets)))


@pytest.mark.parametrize(
    ("kind", "sets", "cost"),
    [
        (D1, {}, 0),
        (D1, {3: 1}, GOES_FIRST),
        (D1, {1: 2}, 5),
        (D1, {1: 0}, 22),
        (D1, {2: 0}, 9),
        (D1, {4: 0}, 6),
        (D2, {}, 0),
        (D2, {2: 2}, 2 * GOES_FIRST),
        (D2, {1: 1}, 3),
        (D2, {1: 0}, 12),
    ],
)
def test_prices(kind: SessionKind, sets: dict[int, int], cost: int) -> None:
    assert cost_of(kind, sets) == cost


def test_the_first_week_may_be_after_two_sets() -> None:
    assert cost_of(D1, {1: 2}, 0) == 0
    assert cost_of(D1, {1: 1}, 0) == 8


def test_a_peak_week_cuts_like_any_other() -> None:
    peak = 7 * next(week.number for week in PROBLEM.weeks if week.phase is Phase.PEAK) - 7
    assert cost_of(D1, {1: 1}, peak) == 0


def test_what_signs_ask_for_often_is_worth_more() -> None:
    asked = problem(
        WEEK, weeks=6, phases=(1, 1), access=ACCESS, athlete=Athlete(signs={"neck_tight": 2})
    )
    best = short_templates(asked, 2)[SECOND, D1]
    assert best is not None
    assert best[2] > 0
    plan = plan_of(session(asked, SECOND, D1, {3: 0}))
    assert RULE.value(asked, plan) >= ASKED * best[2]


def test_a_week_with_sets_to_spare_has_no_prices() -> None:
    """Its days have room for the target, and the twin session would have to make up for it."""
    for minutes, costs in ((20, True), (30, False)):
        asked = problem(weeks=6, phases=(1, 1), access=(Access(minutes=minutes),) * 42)
        assert asked.weeks[1].target_sets == 18
        assert bool(RULE.value(asked, plan_of(session(asked, SECOND, D1, {1: 1})))) == costs


def test_off() -> None:
    off = problem(weeks=6, access=ACCESS, off=frozenset({"short-sessions"}))
    assert switched_off(off, RULE, plan_of(session(off, SECOND, D1, {1: 1})))


def test_twin() -> None:
    agree(PROBLEM, RULE)
    mixed = tuple(Access(minutes=(15, 20, 23)[day % 3]) for day in range(42))
    agree(problem(weeks=6, phases=(1, 1), access=mixed), RULE, plans=6)

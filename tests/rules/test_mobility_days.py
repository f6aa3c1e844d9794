"""Which days the mobility add-on belongs to."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.where import OnDay, Violation
from runtall.rules.mobility_days import MobilityDays
from tests.objectives.plans import plan_of, session
from tests.problems import problem
from tests.rules.by_hand import twins
from tests.twin import random_plan

WEEK = "easy workout medium_long easy+recovery rest long recovery?"
PROBLEM = problem(WEEK, weeks=6, phases=(2, 1))
SHORT = problem(WEEK, weeks=6, phases=(2, 1), access=[Access(minutes=40)] * 42)
RULE = MobilityDays()


def test_after_easy_and_recovery_runs() -> None:
    assert not list(RULE.check(PROBLEM, Plan((), mobility=(0, 3, 6, 38))))


@pytest.mark.parametrize("day", [1, 2, 4, 5, 41])
def test_on_no_other_day(day: int) -> None:
    plan = Plan((), mobility=(0, day))
    assert list(RULE.check(PROBLEM, plan)) == [Violation("mobility-days", OnDay(day), "mobility")]


@pytest.mark.parametrize("day", [-1, 42])
def test_outside_the_calendar(day: int) -> None:
    (violation,) = RULE.check(PROBLEM, Plan((), mobility=(day,)))
    assert violation.found == "mobility outside the calendar"
    assert (
        RULE.say(PROBLEM, violation.where)
        == "Mobility lies between the first day of week 1 and the race."
    )


@pytest.mark.parametrize(("day", "mobility", "fits"), [(35, 35, False), (35, 38, True)])
def test_not_beside_the_mobility_of_a_taper_session(day: int, mobility: int, fits: bool) -> None:
    light = session(PROBLEM, day, SessionKind.VERY_LIGHT)
    violations = list(RULE.check(PROBLEM, plan_of(light, mobility=(mobility,))))
    words = "mobility beside that of the session"
    assert violations == ([] if fits else [Violation("mobility-days", OnDay(day), words)])
    assert RULE.say(PROBLEM, OnDay(day)) == (
        "Mon 19 Apr has the mobility of its light session, and no more."
    )


def test_beside_a_session_on_a_tight_day_its_length_decides() -> None:
    plan = plan_of(session(SHORT, 0, SessionKind.D1), mobility=(0, 3))
    assert not list(RULE.check(SHORT, plan))


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, OnDay(1))
        == "Tue 16 Mar has no easy or recovery run that mobility could follow."
    )
    assert RULE.say(PROBLEM, OnDay(41)) == "Sun 25 Apr is not before the race: no mobility."


def mostly_right(asked: Problem, rng: random.Random) -> Plan:
    """The plan with mobility on easy days, and now and then on another one."""
    plan = random_plan(asked, rng)
    easy = [day.index for day in PROBLEM.days[:41] if day.for_mobility]
    held = [session.day for session in plan.sessions]
    easy = [day for day in easy if rng.random() < 0.5 or day not in held]
    return replace(plan, mobility=tuple(sorted({*rng.sample(easy, 8), rng.choice([0, 1, 41])})))


def test_twin() -> None:
    twins(RULE, [PROBLEM, SHORT], 60, mostly_right)

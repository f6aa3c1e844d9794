"""Sets that end well before failure."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.where import InSession, Violation
from runtall.progression.dose import prescribe
from runtall.rules.clean_sets import CleanSets
from tests.problems import problem
from tests.rules.by_hand import found, survives
from tests.twin import random_plan

PROBLEM = problem(weeks=8, phases=(2, 2))
RULE = CleanSets()


def of(day: int, kind: SessionKind, exercise: str = "push_up", **dose: int) -> list[str]:
    """What is wrong with a set of an exercise that has been done three times before."""
    known = [Session(week, SessionKind.VERY_LIGHT, (Entry(1, exercise, 1),)) for week in range(3)]
    before = [Session(7 * (day // 7) - back, SessionKind.D1, ()) for back in (6, 2)]
    plan = Plan((*known, *before, Session(day, kind, (Entry(1, exercise, 2, **dose),))))
    return [v.found for v in RULE.check(PROBLEM, plan) if v.where.week == day // 7 + 1]


def test_six_reps_at_least() -> None:
    assert not of(21, SessionKind.D2, reps=6, rir=1)
    assert of(21, SessionKind.D2, reps=5, rir=1) == ["push-up: 5 reps, at least 6 wanted"]


@pytest.mark.parametrize(
    ("day", "kind", "least"),
    [
        (14, SessionKind.D1, 3),  # week 3
        (21, SessionKind.D1, 1),  # week 4, after an easy run
        (22, SessionKind.D1, 3),  # after a workout
        (23, SessionKind.D1, 3),  # perhaps without a run
        (21, SessionKind.LIGHT, 4),
        (21, SessionKind.VERY_LIGHT, 5),
        (28, SessionKind.D1, 3),  # peak
        (42, SessionKind.D1, 4),  # taper
    ],
)
def test_reps_in_reserve(day: int, kind: SessionKind, least: int) -> None:
    assert not of(day, kind, rir=least)
    words = f"push-up: {least - 1} reps in reserve, at least {least} wanted"
    assert of(day, kind, rir=least - 1) == [words]


@pytest.mark.parametrize(
    ("day", "kind", "most"),
    [
        (21, SessionKind.D1, 3),
        (28, SessionKind.D1, 3),
        (21, SessionKind.LIGHT, 5),
        (42, SessionKind.VERY_LIGHT, 5),
    ],
)
def test_no_more_in_reserve_than_makes_sense(day: int, kind: SessionKind, most: int) -> None:
    assert not of(day, kind, rir=most)
    words = f"push-up: {most + 1} reps in reserve, at most {most} wanted"
    assert of(day, kind, rir=most + 1) == [words]


def test_the_first_three_exposures_are_careful() -> None:
    early = Session(21, SessionKind.D1, (Entry(1, "push_up", 2, rir=2),))
    words = [v.found for v in RULE.check(PROBLEM, Plan((early,)))]
    assert words == ["push-up: 2 reps in reserve, at least 3 while it is new"]


def test_no_exercise_of_the_library_is_lowered_slowly() -> None:
    assert max(one.lowering_tenths for one in PROBLEM.exercises.values()) <= 30
    grind = PROBLEM.exercises["push_up"]._replace(lowering_tenths=31)
    slow = replace(PROBLEM, exercises={**PROBLEM.exercises, "push_up": grind})
    plan = Plan((Session(0, SessionKind.D1, (Entry(1, "push_up", 2),)),))
    assert [v.found for v in RULE.check(slow, plan)] == ["push-up: lowered for more than 3 s"]


def test_only_working_exercises_of_the_library() -> None:
    assert of(14, SessionKind.D1, "crunch") == ["crunch: not in the library"]
    assert of(14, SessionKind.D1, "band_pull_apart") == [
        "band pull-apart: no working set but warm-up or mobility"
    ]
    plan = Plan((Session(0, SessionKind.D1, (Entry(4, "crunch", 1),)),))
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("clean-sets", InSession(1, SessionKind.D1, 4), "crunch: not in the library")
    ]


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InSession(3, SessionKind.D1)) == (
        "Week 3, D1 session: at least 6 reps a set of an exercise of the library, "
        "and always some in reserve."
    )


def test_what_is_planned_is_clean() -> None:
    """A twin with one outcome: no decision breaks it, with or without its dose."""
    rng = random.Random(5)
    for _ in range(15):
        plan = random_plan(PROBLEM, rng)
        assert not found(PROBLEM, RULE, plan)
        assert not list(RULE.check(PROBLEM, prescribe(PROBLEM, plan)))


def test_any_file() -> None:
    survives(RULE, PROBLEM)

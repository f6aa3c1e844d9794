from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.objectives.next_day import NextDay
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem, runs_of

PROBLEM = problem("easy workout easy medium_long rest long easy", weeks=6, phases=(2, 1))


@pytest.mark.parametrize(
    ("weekday", "cost"),
    [
        (0, 20),  # a workout follows
        (1, 0),  # an easy run follows
        (2, 8),  # a medium-long run follows
        (3, 0),
        (4, 0),  # the long run follows: a matter of rest-before-long-run
    ],
)
def test_what_follows(weekday: int, cost: int) -> None:
    plan = plan_of(session(PROBLEM, 7 + weekday, SessionKind.D1))
    assert NextDay().value(PROBLEM, plan) == cost


def test_day_after_the_long_run() -> None:
    assert NextDay().value(PROBLEM, plan_of(session(PROBLEM, 6, SessionKind.D1))) == 30


@pytest.mark.parametrize(("length", "both_in_one"), [("tuneup=10", 30), ("tuneup=21", 60)])
def test_before_a_tuneup_as_before_a_workout_and_after_it_as_after_a_long_run(
    length: str, both_in_one: int
) -> None:
    tuneup = problem(weeks=6, phases=(2, 1), changes={9: length})
    assert NextDay().value(tuneup, plan_of(session(tuneup, 8, SessionKind.D1))) == 20
    assert NextDay().value(tuneup, plan_of(session(tuneup, 10, SessionKind.D1))) == 30
    assert NextDay().value(tuneup, plan_of(session(tuneup, 10, SessionKind.MERGED))) == both_in_one


def test_a_race_before_week_1_counts_like_a_later_one() -> None:
    raced = problem(
        weeks=6, phases=(2, 1), before=tuple(map(runs_of, ["easy"] * 6 + ["tuneup=21"]))
    )
    assert NextDay().value(raced, plan_of(session(raced, 0, SessionKind.D1))) == 30 + 20


def test_weight_and_off() -> None:
    plan = plan_of(session(PROBLEM, 0, SessionKind.D1))
    assert NextDay().value(problem(weights={"next-day": 7}), plan) == 7
    assert switched_off(problem(weeks=6, off=frozenset({"next-day"})), NextDay(), plan)


def test_twin() -> None:
    agree(PROBLEM, NextDay())
    agree(problem(weeks=6, phases=(2, 1), changes={9: "tuneup=21", 22: "tuneup=10"}), NextDay())

"""On a day with both, the run comes before the session."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from runtall.derivation.derive import derive
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.run_plan import Run, RunKind
from runtall.domain.where import OnDay, Violation
from runtall.rules.run_first import RunFirst
from tests.problems import problem, request
from tests.rules.by_hand import twins

WEEK = "easy+workout workout+easy easy? easy+recovery rest long recovery?"
MORNING = Run(RunKind.EASY, at=time(7), minutes=50)
EVENING = Run(RunKind.EASY, at=time(18), minutes=60)
LATE = Run(RunKind.EASY, at=time(23, 30), minutes=45)
RULE = RunFirst()


def with_runs(**runs_by_day: tuple[Run, ...]) -> Problem:
    asked = request(WEEK, weeks=6, phases=(2, 1))
    runs = list(asked.runs)
    for day, of_day in runs_by_day.items():
        runs[int(day.removeprefix("d"))] = of_day
    return derive(replace(asked, runs=tuple(runs)))


PROBLEM = with_runs(d2=(EVENING, MORNING), d9=(LATE,), d16=(Run(RunKind.EASY, at=time(7)),))


@pytest.mark.parametrize("day", [1, 2, 3, 4, 6])
def test_days_on_which_a_session_can_come_last(day: int) -> None:
    assert not list(RULE.check(PROBLEM, Plan((Session(day, SessionKind.D1, ()),))))


@pytest.mark.parametrize("day", [0, 7, 9])
def test_days_on_which_it_cannot(day: int) -> None:
    plan = Plan((Session(day, SessionKind.LIGHT, ()),))
    assert list(RULE.check(PROBLEM, plan)) == [Violation("run-first", OnDay(day), "light session")]


@pytest.mark.parametrize(
    ("day", "start", "is_late_enough"),
    [
        (2, time(19), True),
        (2, time(18, 59), False),
        (16, time(7), True),
        (16, time(6, 59), False),
        (3, time(0), True),
    ],
)
def test_start(day: int, start: time, is_late_enough: bool) -> None:
    plan = Plan((Session(day, SessionKind.D1, (), start=start),))
    violations = list(RULE.check(PROBLEM, plan))
    found = Violation("run-first", OnDay(day), f"D1 session at {start:%H:%M}")
    assert violations == ([] if is_late_enough else [found])


def test_a_window_without_a_run_is_not_its_business() -> None:
    access = [Access()] * 42
    access[4] = Access(opens=time(18), closes=time(18))
    closed = problem(weeks=6, phases=(2, 1), week=WEEK, access=tuple(access))
    assert not closed.days[4].in_order
    assert not list(RULE.check(closed, Plan((Session(4, SessionKind.D1, ()),))))


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (0, "Mon 15 Mar has two runs: a session may only follow an easy last one in time."),
        (9, "Wed 24 Mar: the run ends too late for a session to follow it."),
        (2, "Wed 17 Mar: first the run, and the session once it is over."),
    ],
)
def test_sentence(day: int, sentence: str) -> None:
    assert RULE.say(PROBLEM, OnDay(day)) == sentence


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60)

from __future__ import annotations

from math import ceil

from runtall.domain.athlete import Athlete, Experience
from runtall.domain.exercise import SessionKind
from runtall.objectives.full_sessions import FullSessions
from runtall.progression.session_time import longest_s
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=8, phases=(2, 1), athlete=Athlete(experience=Experience.TRAINED))
FULL_WEEK = 3


def missing(kind: SessionKind, sets: dict[int, int], week: int = FULL_WEEK) -> int:
    plan = plan_of(session(PROBLEM, 7 * (week - 1), kind, sets))
    return FullSessions().value(PROBLEM, plan)


def test_full_templates_take_half_an_hour() -> None:
    for kind in (SessionKind.D1, SessionKind.D2):
        assert missing(kind, {}) == 0


def test_minutes_are_rounded_up() -> None:
    for kind in (SessionKind.D1, SessionKind.D2):
        for sets in (1, 2):
            smaller = dict.fromkeys(range(1, 6), sets)
            entries = session(PROBLEM, 14, kind, smaller).entries
            seconds = longest_s(entries, PROBLEM.exercises)
            assert missing(kind, smaller) == max(0, ceil((1800 - seconds) / 60))
    assert missing(SessionKind.D1, dict.fromkeys(range(1, 6), 1)) > 0


def test_only_full_base_weeks_and_their_two_sessions() -> None:
    small = dict.fromkeys(range(1, 6), 1)
    assert missing(SessionKind.D1, small, week=2) == 0
    assert missing(SessionKind.D1, small, week=6) == 0
    assert missing(SessionKind.MERGED, small) == 0


def test_off() -> None:
    off = problem(off=frozenset({"full-sessions"}))
    plan = plan_of(session(off, 42, SessionKind.D1, dict.fromkeys(range(1, 6), 1)))
    assert FullSessions().value(problem(), plan) > 0
    assert switched_off(off, FullSessions(), plan)


def test_twin() -> None:
    agree(PROBLEM, FullSessions())

"""Rest between two sessions."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.where import OnDay, Violation
from runtall.rules.spacing import Spacing
from tests.problems import problem
from tests.rules.by_hand import twins
from tests.twin import feasible, random_plan

PROBLEM = problem(weeks=6, phases=(2, 1))
RULE = Spacing()


def session(day: int, kind: SessionKind, sets: int = 8) -> Session:
    entries = {1: 3, 2: 3, 3: sets - 6}
    return Session(day, kind, tuple(Entry(slot, "push_up", n) for slot, n in entries.items()))


def declared(*weeks: int) -> tuple[Relaxed, ...]:
    return tuple(Relaxed(week, Relaxation.SHORT_GAP) for week in weeks)


def found(plan: Plan) -> list[tuple[int | None, str]]:
    return [(violation.where.day, violation.found) for violation in RULE.check(PROBLEM, plan)]


def test_two_days_apart_is_enough() -> None:
    plan = Plan(
        (
            session(0, SessionKind.D1, 13),
            session(2, SessionKind.D2, 13),
            session(41, SessionKind.LIGHT),
        )
    )
    assert not found(plan)


@pytest.mark.parametrize("day", [2, 6])
def test_neighbouring_days_are_too_close(day: int) -> None:
    plan = Plan((session(day, SessionKind.D1), session(day + 1, SessionKind.D2)))
    assert found(plan) == [(day, "another session on the next day")]


def test_one_session_a_day() -> None:
    plan = Plan((session(4, SessionKind.D1), session(4, SessionKind.D2)), relaxed=declared(1))
    assert list(RULE.check(PROBLEM, plan)) == [Violation("spacing", OnDay(4), "2 sessions")]


@pytest.mark.parametrize("day", [2, 6])
def test_a_declared_short_gap_takes_two_sessions(day: int) -> None:
    pair = (session(day, SessionKind.D1, 9), session(day + 1, SessionKind.D2))
    assert not found(Plan(pair, relaxed=declared(1)))


def test_the_earlier_days_week_declares() -> None:
    plan = Plan((session(6, SessionKind.D1), session(7, SessionKind.D2)), relaxed=declared(2))
    assert found(plan) == [(6, "another session on the next day")]


def test_a_short_gap_takes_two_kinds() -> None:
    plan = Plan((session(6, SessionKind.D1), session(7, SessionKind.D1)), relaxed=declared(1))
    assert found(plan) == [(6, "D1 on the next day too")]


def test_days_outside_the_calendar_are_no_neighbours() -> None:
    assert not found(Plan((session(41, SessionKind.D1), session(42, SessionKind.D2))))


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, OnDay(0))
        == "Mon 15 Mar: one session at most, and none on the next day, unless both are small "
        "(at most 8 sets) and differ."
    )


def crowded(asked: Problem, rng: random.Random) -> Plan:
    """The plan with one session of a few weeks pulled next to another, and small ones."""
    plan = random_plan(asked, rng)
    sessions = list(plan.sessions)
    cut = rng.random() < 0.7
    for place, one in enumerate(sessions):
        entries = one.entries[: rng.randint(2, 4)] if cut else one.entries
        moved = one.day
        if place and rng.random() < 0.2:
            beside = sessions[place - 1].day + rng.choice([1, 1, 1, 0])
            if beside // 7 == one.day // 7:
                moved = beside
        sessions[place] = replace(one, day=moved, entries=entries)
    weeks = [week.number for week in PROBLEM.weeks if rng.random() < 0.8]
    return replace(plan, sessions=tuple(sessions), relaxed=declared(*weeks))


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (2, (SessionKind.D1, SessionKind.MERGED)),
        (2, (SessionKind.LIGHT, SessionKind.D2)),
        (6, (SessionKind.D1, SessionKind.MERGED)),
        (6, (SessionKind.LIGHT, SessionKind.D2)),
        (6, (SessionKind.D1, SessionKind.D1)),
    ],
)
@pytest.mark.parametrize("sets", [7, 8, 9])
@pytest.mark.parametrize("weeks", [(1,), (2,)])
def test_model_and_check_agree_on_pairs(
    day: int, sets: int, kinds: tuple[SessionKind, SessionKind], weeks: tuple[int, ...]
) -> None:
    plan = Plan(
        tuple(
            Session(
                day + later,
                kind,
                tuple(
                    Entry(slot.position, slot.alternatives[0], n)
                    for slot, n in zip(PROBLEM.slots[kind], (3, 3, sets - 6), strict=False)
                    if n <= slot.most
                ),
            )
            for later, kind in enumerate(kinds)
        ),
        relaxed=declared(*weeks),
    )
    assert feasible(PROBLEM, RULE, plan) == (not found(plan))


def test_twin() -> None:
    twins(RULE, [PROBLEM], 80, crowded)

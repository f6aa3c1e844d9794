"""The length that a session is printed with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.request import Access
from runtall.domain.where import InSession, Violation
from runtall.progression.dose import prescribe
from runtall.rules.printed_length import PrintedLength
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, session, survives

PROBLEM = problem(weeks=6, phases=(2, 1))
RULE = PrintedLength()


@pytest.mark.parametrize("week", [1, 5, 6])
def test_printed_minutes_are_the_planned_ones(week: int) -> None:
    kinds = {SessionKind.LIGHT: [2, 2, 1]} if week == 6 else {SessionKind.D1: [2, 2, 1, 2, 1]}
    plan = prescribe(PROBLEM, plan_of(PROBLEM, {week: kinds}))
    (printed,) = plan.sessions
    assert not list(RULE.check(PROBLEM, plan))
    wrong = replace(plan, sessions=(replace(printed, minutes=printed.minutes + 1),))
    words = f"{printed.minutes + 1} minutes printed, {printed.minutes} planned"
    assert [violation.found for violation in RULE.check(PROBLEM, wrong)] == [words]


def test_printed_minutes_stay_within_the_cap() -> None:
    def minutes(count: int, day: int, kind: SessionKind) -> list[Violation]:
        entries = session(PROBLEM, day, kind, [1] * len(PROBLEM.slots[kind])).entries
        return list(RULE.check(PROBLEM, Plan((Session(day, kind, entries, minutes=count),))))

    assert not minutes(40, 0, SessionKind.D1)
    assert minutes(41, 0, SessionKind.D1) == [
        Violation(
            "printed-length",
            InSession(1, SessionKind.D1, day=0),
            "41 minutes printed, at most 40 allowed",
        )
    ]
    assert not minutes(30, 35, SessionKind.VERY_LIGHT)  # ten of them mobility
    assert minutes(31, 35, SessionKind.VERY_LIGHT)


@pytest.mark.parametrize(("cap", "printed"), [(40, 24), (24, 24), (23, 19), (19, 19)])
def test_mobility_goes_through_once_before_it_is_too_long(cap: int, printed: int) -> None:
    asked = problem(weeks=6, phases=(2, 1), access=(Access(minutes=cap),) * 42)
    plan = prescribe(asked, plan_of(asked, {6: {SessionKind.VERY_LIGHT: [2, 2, 1]}}))
    assert plan.sessions[0].minutes == printed
    assert not list(RULE.check(asked, plan))


def test_without_a_printed_length_nothing_is_asked() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: {SessionKind.D1: [3, 3, 2, 3, 2]}}))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InSession(2, SessionKind.D1, day=7)) == (
        "Week 2, D1 session: the printed length is that of its sets and its mobility, and fits the "
        "day."
    )


def test_any_file() -> None:
    survives(RULE, PROBLEM)

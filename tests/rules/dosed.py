"""A whole plan with doses, and small edits of it, for the rules about doses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan
from runtall.domain.problem import Problem, Week
from runtall.progression.dose import prescribe
from runtall.rules.base import Rule
from tests.problems import problem
from tests.rules.by_hand import plan_of

FINE = Equipment(
    dumbbells_g=tuple(range(2_000, 30_001, 1_000)), cable_g=tuple(range(0, 60_001, 2_500))[1:]
)
ASKED = problem(
    "easy workout easy easy easy long recovery",
    athlete=Athlete(body_mass_g=70_000, sex="m"),
    equipment=FINE,
)
"""Sixteen weeks, long run on Saturday, 70 kg, small steps of load."""
HEAVY = {SessionKind.D1: [2, 2, 1, 2, 1], SessionKind.D2: [2, 1, 2, 2, 1]}


def _sets(week: Week) -> dict[SessionKind, list[int]]:
    if week.phase is not Phase.TAPER:
        return HEAVY
    return {SessionKind.VERY_LIGHT: [1, 1, 1]} if week.race_week else {SessionKind.LIGHT: [2, 2, 1]}


def decided(asked: Problem = ASKED) -> Plan:
    """The same sets in every week, so that nothing but doses grows."""
    return plan_of(asked, {week.number: _sets(week) for week in asked.weeks})


RAW = decided()
GOOD = prescribe(ASKED, RAW)


def entry(plan: Plan, week: int, kind: SessionKind, position: int) -> Entry:
    """One entry of a plan."""
    return next(
        entry
        for session in plan.in_week(week)
        if session.kind is kind
        for entry in session.entries
        if entry.position == position
    )


def edited(plan: Plan, week: int, kind: SessionKind, position: int, **fields: Any) -> Plan:
    """The plan with other words in one entry."""
    old = entry(plan, week, kind, position)
    new = replace(old, **fields)
    sessions = tuple(
        replace(
            session,
            entries=tuple(new if one is old else one for one in session.entries),
        )
        for session in plan.sessions
    )
    return replace(plan, sessions=sessions)


def said(rule: Rule, plan: Plan, asked: Problem = ASKED) -> list[str]:
    """What the rule's check says of a plan."""
    violations = list(rule.check(asked, plan))
    assert all(violation.rule == rule.id for violation in violations)
    assert all(rule.say(asked, violation.where) for violation in violations)
    return [violation.found for violation in violations]

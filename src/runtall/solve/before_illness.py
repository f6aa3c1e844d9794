"""What lies before an illness: it was planned, and done, when nobody knew of it."""

from __future__ import annotations

from dataclasses import replace

from runtall.derivation.derive import derive
from runtall.derivation.meant import meant
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation
from runtall.model.scope import Fixed
from runtall.progression.dose import prescribe


def without(problem: Problem, first: int) -> Problem:
    """Return the problem as it was on the eve of an illness that begins on a day."""
    request = meant(problem.request)
    access = [
        replace(one, ill=False, recovering=False) if day >= first else one
        for day, one in enumerate(request.access)
    ]
    return derive(replace(request, access=tuple(access)))


def done_before(problem: Problem, plan: Plan, first: int) -> tuple[Session, ...]:
    """Return the sessions before a day, with their doses."""
    return tuple(session for session in prescribe(problem, plan).sessions if session.day < first)


def given(problem: Problem, plan: Plan, first: int) -> Fixed:
    """Return what a plan decides before a day: days, sets, and what whole weeks give up."""
    days = problem.days[:first]
    held = {(session.day, session.kind): session for session in plan.sessions}
    weeks = {day.week for day in days} - {problem.days[first].week}
    return Fixed(
        {(day.index, k): int((day.index, k) in held) for day in days for k in SessionKind},
        {(step, week): int(plan.uses(step, week)) for week in weeks for step in Relaxation},
        {
            (day.week, kind, slot.position, exercise): sum(
                entry.sets
                for entry in held[day.index, kind].entries
                if (entry.position, entry.exercise) == (slot.position, exercise)
            )
            for day in days
            for kind in SessionKind
            if (day.index, kind) in held
            for slot in problem.slots[kind]
            for exercise in slot.alternatives
        },
        {day.index: int(day.index in plan.mobility) for day in days},
    )

"""What follows from the decisions of a plan that somebody may have edited: the rest of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.run_plan import minute_of
from runtall.progression.dose import prescribe
from runtall.progression.method import methods
from runtall.progression.mobility import block_minutes
from runtall.progression.pairs import paired, wants_pairs
from runtall.progression.session_time import minutes, planned_s
from runtall.progression.why_today import why_today

DAY_MINUTES = 24 * 60


def followed(problem: Problem, decided: Plan) -> Plan:
    """Return a plan that was read with all that follows from its decisions, sessions by day."""
    sessions = tuple(sorted(decided.sessions, key=lambda session: session.day))
    decided = replace(decided, sessions=sessions)
    return follow(problem, prescribe(problem, decided).sessions, decided)


def follow(
    problem: Problem, prescribed: Sequence[Session], edited: Plan, *, starts_stay: bool = False
) -> Plan:
    """Return an edited plan with what follows from its days, sets and doses, whatever it says.

    Parameters
    ----------
    prescribed
        Its sessions as `prescribe` would have them, in the same order: of loads that are no
        weights, their words count.
    edited
        Days, kinds, exercises, sets, doses, starts and notes are decided.
    starts_stay
        Whether a start that stayed when its session moved is decided, too, and having none: so
        the calendar has the session. Elsewhere it is a label of the earlier day.
    """
    both = zip(prescribed, edited.sessions, strict=True)
    filled = tuple(_session(problem, own, read, starts_stay) for own, read in both)
    plan = replace(edited, sessions=filled)
    named = methods(problem, plan)
    whole = (
        replace(
            session,
            note=why_today(problem, plan, session.day),
            entries=tuple(
                replace(entry, method=named.get((index, number), entry.method))
                for number, entry in enumerate(session.entries)
            ),
        )
        for index, session in enumerate(plan.sessions)
    )
    relaxed = tuple(sorted(set(plan.relaxed)))
    return replace(plan, sessions=tuple(whole), relaxed=relaxed)


def _session(problem: Problem, own: Session, read: Session, starts_stay: bool) -> Session:
    day = problem.days[read.day]
    entries = tuple(
        replace(
            entry,
            per_side=problem.exercises[entry.exercise].per_side,
            load=planned.load if entry.load_g is None else "",
            rest_s=problem.exercises[entry.exercise].rest_s,
            method=planned.method,
            pair=None,
        )
        for planned, entry in zip(own.entries, read.entries, strict=True)
    )
    if wants_pairs(day, read.kind):
        entries = paired(entries, problem.exercises, day.items)
    session = replace(read, entries=entries, option=day.option, run=day.run_words)
    length = minutes(planned_s(entries, problem.exercises)) + block_minutes(problem, session)
    return replace(session, minutes=length, start=_start(problem, own, read, length, starts_stay))


def _start(
    problem: Problem, own: Session, read: Session, length: int, starts_stay: bool
) -> time | None:
    """Return the start that was chosen, as far as the day's window lets it; else the usual one."""
    usual, access = problem.days[read.day].start, problem.request.access
    if not starts_stay and read.start in {None, own.start}:
        return usual
    if read.start is None:
        return None
    window = access[read.day] if access else None
    opens = minute_of(window.opens) if window and window.opens else 0
    closes = minute_of(window.closes) if window and window.closes else DAY_MINUTES
    begin = max(opens, min(minute_of(read.start), closes - length))
    return time(*divmod(begin, 60))

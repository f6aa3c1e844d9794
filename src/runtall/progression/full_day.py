"""That a day has no room for more sets."""

from __future__ import annotations

from runtall.domain.counts import slot_sets
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Day, Problem
from runtall.domain.session_costs import HALF_AN_HOUR_S, MOST_S, set_cost_s
from runtall.progression.session_time import cap_s, longest_s
from runtall.progression.short_template import full_sets, is_short
from runtall.progression.texts import say


def full_day(problem: Problem, plan: Plan, today: Day) -> str:
    """Say why a session grows in sets no more, on the first day of its kind that is full.

    Where no day has half an hour, the first event says so for all.
    """
    full = (session for session in plan.sessions if _is_full(problem, session))
    first = {session.kind: session for session in reversed([*full])}
    longer = any(day.cap_s >= HALF_AN_HOUR_S for day in problem.days if day.is_open)
    kind = next((kind for kind, session in first.items() if session.day == today.index), None)
    if kind is None or not longer:
        return ""
    longest = cap_s(today, kind)
    # A day without a run may leave less than the runner has.
    ours = longest < min(today.limit_s, MOST_S)
    return say("day_full_unrun" if ours else "day_full", minutes=f"{longest // 60}")


def _is_full(problem: Problem, session: Session) -> bool:
    """Return whether a growing session lacks sets of its template, and has room for none of them.

    Its length is counted as the rules do: every range at its top, each exercise alone.
    """
    day = problem.days[session.day]
    grows = problem.week(day.week) in problem.growing_weeks()
    if not grows or not is_short(problem, day, session.kind):
        return False
    left = cap_s(day, session.kind) - longest_s(session.entries, problem.exercises)
    lacking = [
        problem.exercises[entry.exercise]
        for slot in problem.slots[session.kind]
        for entry in session.entries
        if entry.position == slot.position and slot_sets([session], slot) < full_sets(problem, slot)
    ]
    return bool(lacking) and all(set_cost_s(exercise) > left for exercise in lacking)

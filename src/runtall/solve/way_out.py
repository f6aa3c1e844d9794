"""What a scenario without a plan may say instead, tried before it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from runtall.derivation.derive import derive
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.rules.availability import Availability
from runtall.rules.session_length import SessionLength
from runtall.rules.weekly_sessions import WeeklySessions
from runtall.solve.outcome import Impossible
from runtall.solve.run import Budget

ONE_A_WEEK = "strength: {sessions: {base: 1}}"


# Most minutes that a session may have.
LONGEST = 40
# Of the solver's effort for each length that is tried: most take a tenth of it.
EACH = 1.0


def enough_minutes(
    problem: Problem, conflict: Impossible, budget: Budget
) -> tuple[int, int] | None:
    """Return how long the shortest days are, and how long they have to be for a plan.

    Each length that is told was tried, and one less as well, if the budget allowed. None where a
    conflict isn't about time, and where no length helps.
    """
    about = {Availability.id, SessionLength.id}
    days = [day for day in problem.days if day.free and day.option and day.cap_s < 60 * LONGEST]
    if not days or not any(claim.rule in about for claim in conflict.conflict):
        return None
    least = min(day.cap_s for day in days) // 60
    low, high = least, LONGEST
    if not _works(problem, high, budget):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if _works(problem, middle, budget):
            high = middle
        else:
            low = middle
    return least, high


def _works(problem: Problem, minutes: int, budget: Budget) -> bool:
    """Return whether there is a plan where every day has some minutes."""
    request, days = problem.request, problem.days
    access: Sequence[Access] = request.access
    longer = [
        replace(one, minutes=minutes, closes=None) if day.cap_s < 60 * minutes else one
        for one, day in zip(access or [Access()] * len(days), days, strict=True)
    ]
    most = max(request.minutes, minutes)
    variables = build(derive(replace(request, access=tuple(longer), minutes=most)), Scope.RELAXED)
    return budget.is_left and budget.solve(variables.model, effort=EACH).solution is not None


def way_out(problem: Problem, conflict: Impossible, budget: Budget) -> str:
    """Return what would give a plan: one session a week; empty if nobody knows that it does.

    It is one where a conflict has the week's two sessions in it.
    """
    request = problem.request
    about_two = any(claim.rule == WeeklySessions.id for claim in conflict.conflict)
    if request.base_sessions == 1 or not about_two or not budget.is_left:
        return ""
    variables = build(derive(replace(request, base_sessions=1)), Scope.RELAXED)
    return "" if budget.solve(variables.model).solution is None else ONE_A_WEEK

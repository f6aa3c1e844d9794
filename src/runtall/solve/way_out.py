"""What a scenario without a plan may say instead, tried before it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from runtall.derivation.derive import derive
from runtall.derivation.first_guess import too_heavy
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.where import InSession
from runtall.model.build import build
from runtall.model.scope import NOTHING_FIXED, Scope
from runtall.progression.heavy_weights import first_set, question, to_write
from runtall.rules.availability import Availability
from runtall.rules.equipment import EquipmentAtHand
from runtall.rules.session_length import SessionLength
from runtall.rules.weekly_sessions import WeeklySessions
from runtall.solve.days import best_days
from runtall.solve.days_model import DAY_RULES
from runtall.solve.outcome import Impossible, WayOut
from runtall.solve.run import Budget

A_BAND = "equipment: {bands: true}"
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
    # The days alone are soon tried, and what they need, the sets need too.
    enough = _least(least, lambda minutes: _has_days(_longer(problem, minutes), budget))
    if enough is not None and not _has_plan(_longer(problem, enough), budget):
        enough = _least(enough, lambda minutes: _has_plan(_longer(problem, minutes), budget))
    return None if enough is None else (least, enough)


def _least(few: int, works: Callable[[int], bool]) -> int | None:
    """Return the fewest minutes that work, more than these; None where no length does."""
    low, high = few, LONGEST
    if low >= high or not works(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if works(middle):
            high = middle
        else:
            low = middle
    return high


def _longer(problem: Problem, minutes: int) -> Problem:
    """Return the problem where every day has some minutes."""
    request, days = problem.request, problem.days
    access: Sequence[Access] = request.access
    longer = [
        replace(one, minutes=minutes, closes=None) if day.cap_s < 60 * minutes else one
        for one, day in zip(access or [Access()] * len(days), days, strict=True)
    ]
    most = max(request.minutes, minutes)
    return derive(replace(request, access=tuple(longer), minutes=most))


def _has_days(problem: Problem, budget: Budget) -> bool:
    """Return whether there are days for all sessions, as far as anybody knows."""
    variables = build(problem, Scope.RELAXED, DAY_RULES, days_only=True)
    return budget.is_left and not budget.solve_days(variables.model, effort=EACH).infeasible


def _has_plan(problem: Problem, budget: Budget) -> bool:
    """Return whether there is a plan: on the best days, or else on any."""
    if not _has_days(problem, budget):
        return False
    for fixed in (best_days(problem, budget).fixed, NOTHING_FIXED):
        weeks = fixed.open_weeks(problem)
        variables = build(problem, Scope.RELAXED, open_weeks=weeks, fixed=fixed)
        if budget.is_left and budget.solve(variables.model, effort=EACH).solution is not None:
            return True
    return False


def ways_out(problem: Problem, conflict: Impossible, budget: Budget) -> tuple[WayOut, ...]:
    """Return what would give a plan, each tried: a weight at hand, a band, or one session a week.

    Weights, then a band, where a conflict has the equipment in it: a weight that no guess reaches
    may be light enough, and only the runner knows. One session where it has the week's two, if
    neither helps.
    """
    request, rules = problem.request, {claim.rule for claim in conflict.conflict}
    found = []
    for key, load_g in _too_heavy(problem, conflict).items():
        told = {**request.athlete.loads, key: first_set(problem.exercises[key], load_g)}
        stronger = replace(request, athlete=replace(request.athlete, loads=told))
        if _has_plan(derive(stronger), budget):
            asked = {key: load_g}
            write, can_you = to_write(asked, request.units), question(asked, request.units)
            found.append(WayOut(write, can_you))
            break
    if EquipmentAtHand.id in rules and not request.equipment.bands:
        with_band = replace(request.equipment, bands=True)
        if _has_plan(derive(replace(request, equipment=with_band)), budget):
            found.append(WayOut(A_BAND))
    once = WeeklySessions.id in rules and request.base_sessions > 1 and not found
    if once and _has_plan(derive(replace(request, base_sessions=1)), budget):
        found.append(WayOut(ONE_A_WEEK))
    return tuple(found) if budget.is_left else ()


def _too_heavy(problem: Problem, conflict: Impossible) -> dict[str, int]:
    """Return exercises of a conflict whose weights are too heavy, and the lightest in grams."""
    request, found = problem.request, {}
    for claim in conflict.conflict:
        where = claim.where
        if claim.rule != EquipmentAtHand.id or not isinstance(where, InSession):
            continue
        slots = (slot for slot in problem.slots[where.kind] if slot.position == where.slot)
        for key in (key for slot in slots for key in slot.alternatives):
            load_g = too_heavy(problem.exercises[key], request.equipment, request.athlete)
            if load_g is not None and key not in request.athlete.hurting | request.avoid:
                found[key] = load_g
    return found

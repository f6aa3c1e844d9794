"""How an outline is prepared: what is worked out about sessions and days before it is asked."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.model.build import build
from runtall.model.scope import Scope, Settled
from runtall.objectives.all import OBJECTIVES
from runtall.objectives.base import Tier
from runtall.progression.session_time import cap_s
from runtall.rules.all import RULES
from runtall.rules.relaxation_limits import RelaxationLimits
from runtall.rules.weekly_sessions import composition
from runtall.solve.extract import extract
from runtall.solve.goals import goal_of
from runtall.solve.pareto.choices import days_model, week_choices
from runtall.solve.pareto.outline import LeastHarm, Outline
from runtall.solve.placement import ABOUT_DAYS, day_solver
from runtall.solve.settings import new_solver

if TYPE_CHECKING:
    from collections.abc import Collection

    from runtall.domain.problem import Problem, Week
    from runtall.domain.scenario import SolverSettings
    from runtall.solve.settings import Deadline

WITHIN_A_WEEK = frozenset(
    [
        "coverage",
        "pull-leads",
        "session-length",
        "speed-day",
        "first-week",
        "equipment",
        "template-content",
        "substitutes",
        "taper-light",
        "avoided-exercises",
    ]
)
"""Rules that tie no week to another, and bound the sets of a session. One that is missing would
cost time; one too many that ties weeks together would cost the proof."""


def outline(
    problem: Problem,
    settings: SolverSettings,
    deadline: Deadline,
    uses: Collection[Relaxed],
) -> Outline:
    """Prepare the outline of a problem.

    Parameters
    ----------
    uses
        Relaxations that may be used.
    """
    closed = {
        (step, week.number): 0
        for week in problem.weeks
        for step in Relaxation
        if Relaxed(week.number, step) not in uses or _idle(week, step)
    }
    sets = _sets(problem, settings, deadline, Settled(relaxed=closed))
    never = {
        (day.index, kind): 0
        for day in problem.days
        for kind in SessionKind
        if (day.index, kind) not in sets
    }
    settled = Settled(never, closed)
    return Outline(
        closed=settled,
        sets=sets,
        least_harm=_least_harm(problem, settings, deadline, settled),
        choices=week_choices(problem, settings, deadline, settled, sets),
    )


def _idle(week: Week, step: Relaxation) -> bool:
    """Whether a step changes nothing in this week: of steps whose whole effect is other sessions.

    Others open days as well: in race week a session on the eve of a long run is very light, as
    that of every race week is.
    """
    if step not in {Relaxation.LIGHTER, Relaxation.SINGLE}:
        return False
    return composition(week, lambda used: int(used is step)) == composition(week, lambda _: 0)


def _sets(
    problem: Problem, settings: SolverSettings, deadline: Deadline, settled: Settled
) -> dict[tuple[int, SessionKind], tuple[int, int]]:
    """Fewest and most sets of a session of each kind, by the days that it is possible on.

    Days that are alike are asked for at once: no rule here ties weeks together, so that the
    best sum over all weeks has each week's best.
    """
    found: dict[tuple[int, SessionKind], tuple[int, int]] = {}
    for kind in SessionKind:
        alike: dict[tuple[object, ...], set[int]] = defaultdict(set)
        for day in problem.days:
            if day.is_open:
                alike[cap_s(day, kind), day.items, day.option == "C"].add(day.index)
        for days in alike.values():
            fewest, most = (
                _extreme(problem, settings, deadline, settled, kind, days, sign) for sign in (-1, 1)
            )
            for week, count in most.items():
                here = (day for day in problem.week(week).days if day in days)
                found |= {(day, kind): (fewest.get(week, 0), count) for day in here}
    return found


def _extreme(
    problem: Problem,
    settings: SolverSettings,
    deadline: Deadline,
    settled: Settled,
    kind: SessionKind,
    days: Collection[int],
    sign: int,
) -> dict[int, int]:
    """Most (sign 1) or fewest (-1) sets of a session on these days, by week that can have it."""
    rules = [rule for rule in RULES if rule.id in WITHIN_A_WEEK]
    elsewhere = {(day.index, kind): 0 for day in problem.days if day.index not in days}
    here = Settled(sessions=elsewhere, relaxed=settled.relaxed)
    variables = build(problem, Scope.RELAXED, rules, settled=here)
    sets = {
        week.number: variables.session_sets(week.number, kind)
        for week in problem.weeks
        if kind in variables.kinds(week.number)
    }
    bounds = {week: variables.bounds(count) for week, count in sets.items()}
    # A week without the session would have the fewest of all.
    worth = 1 + max((most for _, most in bounds.values()), default=0)
    variables.model.maximize(
        sum(sign * sets[week] + worth * variables.held(week, kind) for week in sets)
    )
    solver = new_solver(settings, deadline.left)
    if solver.solve(variables.model) != cp_model.OPTIMAL:
        return {week: most if sign > 0 else 0 for week, (_, most) in bounds.items()}
    solution = solver.response_proto.solution
    return {
        week: variables.value(count, solution)
        for week, count in sets.items()
        if variables.value(variables.held(week, kind), solution)
    }


def _least_harm(
    problem: Problem, settings: SolverSettings, deadline: Deadline, settled: Settled
) -> LeastHarm:
    """Guess what each week costs with each relaxation, and prove how far the guess holds."""
    usual = _harm_by_week(problem, settings, deadline, settled, None)
    extra: dict[tuple[Relaxation, int], int] = {}
    for step in Relaxation:
        if any((step, week.number) not in settled.relaxed for week in problem.weeks):
            harm = _harm_by_week(problem, settings, deadline, settled, step)
            extra |= {(step, week): cost - usual.get(week, cost) for week, cost in harm.items()}
    guess = LeastHarm(sum(usual.values()), extra)
    variables = days_model(problem, settled, ABOUT_DAYS)
    placement = goal_of(variables, Tier.PLACEMENT).expression
    variables.model.minimize(placement - guess.expression(variables))
    solver = day_solver(settings, deadline)
    if solver.solve(variables.model) != cp_model.OPTIMAL:
        return LeastHarm(0, {})
    return LeastHarm(guess.usual + round(solver.best_objective_bound), extra)


def _harm_by_week(
    problem: Problem,
    settings: SolverSettings,
    deadline: Deadline,
    settled: Settled,
    step: Relaxation | None,
) -> dict[int, int]:
    """Placement cost of each week by itself, where as many weeks as can use this step alone."""
    variables = days_model(problem, settled, ABOUT_DAYS - {RelaxationLimits.id})
    placement = goal_of(variables, Tier.PLACEMENT)
    others = sum(
        (-1 if other is step else 1) * variables.relaxed(other, week.number)
        for week in problem.weeks
        for other in Relaxation
    )
    variables.model.minimize(placement.expression + (placement.span + 1) * others)
    solver = day_solver(settings, deadline)
    if solver.solve(variables.model) != cp_model.OPTIMAL:
        return {}
    plan = extract(variables, solver.response_proto.solution)
    wanted = {step} if step else set()
    return {
        week.number: _harm(problem, plan.in_week(week.number))
        for week in problem.weeks
        if {used for used in Relaxation if plan.uses(used, week.number)} == wanted
    }


def _harm(problem: Problem, sessions: tuple[Session, ...]) -> int:
    part = Plan(sessions)
    return sum(o.value(problem, part) for o in OBJECTIVES if o.tier is Tier.PLACEMENT)

"""The outline of a plan: days, session kinds, relaxations and weekly totals, without exercises."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from runtall.domain.exercise import Kind
from runtall.domain.plan import Plan, Session
from runtall.domain.relaxation import Relaxation
from runtall.model.build import build
from runtall.model.scope import Scope, Settled
from runtall.objectives.all import OBJECTIVES
from runtall.objectives.base import Tier
from runtall.progression.session_time import cap_s
from runtall.rules.all import RULES
from runtall.rules.relaxation_limits import RelaxationLimits
from runtall.rules.weekly_sessions import composition
from runtall.solve.goals import goal_of
from runtall.solve.extract import extract
from runtall.solve.placement import ABOUT_DAYS, day_solver
from runtall.solve.settings import new_clause_solver, new_solver

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from runtall.domain.problem import Problem, Week
    from runtall.domain.scenario import SolverSettings
    from runtall.domain.variables import Expression
    from runtall.model.variables import CpVariables
    from runtall.solve.goals import Goal
    from runtall.solve.settings import Deadline

OUTLINED = (Tier.RELAXATION, Tier.PLACEMENT, Tier.DOSE)
"""Tiers of which an outline knows all."""
ABOUT_TOTALS = frozenset(["R32", "R33", "R72", "R80", "R81-total", "S2.4"])
"""Rules between weeks that need no more of a session than the sum of its sets."""
WITHIN_A_WEEK = frozenset(["R11", "R12", "R16", "R22", "R32", "R58", "R81"])
"""Rules that tie no week to another, and bound the sets of a session. As in `ABOUT_DAYS`, one
that is missing in either would cost time, never the proof."""

SHARE = 0.6
"""Part of the time left that the solve of one tier may take: whole plans need some, too."""

Skeleton = dict[tuple[Relaxation, int], int]
"""What gives way: 0 or 1 by relaxation and week."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """An outline that costs little in one tier.

    Parameters
    ----------
    costs
        Of each outlined tier.
    bound
        No outline costs less in the tier that was asked for.
    relaxed
        What gives way.
    seconds
        Time of the solve.
    """

    costs: Mapping[Tier, int]
    bound: int
    relaxed: Skeleton
    seconds: float


@dataclass(frozen=True, slots=True)
class LeastHarm:
    """A lower bound of the placement tier that is linear in the relaxations.

    For weeks w and relaxations s, with u[s, w] = 1 where s is used in w::

        placement >= usual + sum of extra[s, w] * u[s, w]

    It tells the solver early what a week costs at least, however its days will be chosen.
    """

    usual: int
    extra: Mapping[tuple[Relaxation, int], int]

    def expression(self, variables: CpVariables) -> Expression:
        """The right side."""
        return self.usual + sum(
            cost * variables.relaxed(step, week) for (step, week), cost in self.extra.items()
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """What a small model is made of that no whole plan falls outside of.

    Each session kind has a single slot for all its sets; rules about days and totals are posted
    as they are. Every plan has an outline of the same cost, so that the best outline bounds
    all plans; the other way round an outline may ask for sets that no exercises make up.

    Parameters
    ----------
    closed
        Relaxations that are not to be used.
    sets
        Fewest and most sets of a session, by day and kind.
    least_harm
        Lower bound of the placement tier.
    """

    closed: Settled
    sets: Mapping[tuple[int, Kind], tuple[int, int]]
    least_harm: LeastHarm

    def build(self, problem: Problem) -> tuple[CpVariables, dict[Tier, Goal]]:
        """Build the model and its tiers."""
        rules = [rule for rule in RULES if rule.id in ABOUT_DAYS | ABOUT_TOTALS]
        outlined = _one_slot_each(problem, self.sets)
        variables = build(outlined, Scope.RELAXED, rules, settled=self.closed)
        for week in problem.weeks:
            for kind in variables.kinds(week.number):
                sets = variables.session_sets(week.number, kind)
                here = {day: variables.session(day, kind) for day in week.days}
                fewest, most = (
                    sum(self.sets.get((day, kind), (0, 0))[end] * here[day] for day in week.days)
                    for end in (0, 1)
                )
                variables.define(sets >= fewest)
                variables.define(sets <= most)
        goals = {tier: goal_of(variables, tier) for tier in OUTLINED}
        placement = goals[Tier.PLACEMENT].expression
        variables.define(placement >= self.least_harm.expression(variables))
        return variables, goals

    def least(
        self,
        problem: Problem,
        tier: Tier,
        limits: Mapping[Tier, int],
        settings: SolverSettings,
        deadline: Deadline,
        excluded: Sequence[Skeleton] = (),
    ) -> Sketch | cp_model.CpSolverStatus:
        """Find the outline that costs least in one tier.

        Parameters
        ----------
        problem
            The one that this is the outline of.
        limits
            Most that each of some tiers may cost.
        excluded
            Skeletons that it must not have.

        Returns
        -------
        Sketch or CpSolverStatus
            INFEASIBLE where there is none, UNKNOWN where none was found in time. An outline that
            was, but isn't proven, has a lower bound.
        """
        variables, goals = self.build(problem)
        model = variables.model
        for limited, most in limits.items():
            model.add(goals[limited].expression <= most)
        skeleton = {
            (step, week.number): literal
            for week in problem.weeks
            for step in Relaxation
            if not isinstance(literal := variables.relaxed(step, week.number), int)
        }
        for other in excluded:
            differences = [
                1 - skeleton[key] if used else skeleton[key] for key, used in other.items()
            ]
            model.add(sum(differences) >= 1)
        model.minimize(goals[tier].expression)
        solver = new_clause_solver(settings, SHARE * deadline.left)
        # Days and relaxations are a few dear choices each, which unsatisfiable cores count up;
        # totals are many small ones.
        solver.parameters.optimize_with_core = tier is not Tier.DOSE
        status = solver.solve(model)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return status
        solution = list(solver.response_proto.solution)
        return Sketch(
            {each: variables.value(goal.expression, solution) for each, goal in goals.items()},
            max(0, round(solver.best_objective_bound)),
            {key: variables.value(literal, solution) for key, literal in skeleton.items()},
            solver.wall_time,
        )


def outline(
    problem: Problem,
    settings: SolverSettings,
    deadline: Deadline,
    steps: Collection[Relaxation],
) -> Outline:
    """Prepare the outline of a problem.

    Parameters
    ----------
    steps
        Relaxations that may be used, in any week.
    """
    closed = {
        (step, week.number): 0
        for week in problem.weeks
        for step in Relaxation
        if step not in steps or _idle(week, step)
    }
    settled = Settled(relaxed=closed)
    sets = _sets(problem, settings, deadline, settled)
    return Outline(
        closed=settled,
        sets=sets,
        least_harm=_least_harm(problem, settings, deadline, settled),
    )


def _idle(week: Week, step: Relaxation) -> bool:
    """Whether a step that changes which sessions a week has changes nothing in this one."""
    if step in {Relaxation.SPEED_DAY, Relaxation.SHORT_GAP}:
        return False
    return composition(week, lambda used: int(used is step)) == composition(week, lambda _: 0)


def _one_slot_each(
    problem: Problem, sets: Mapping[tuple[int, Kind], tuple[int, int]]
) -> Problem:
    """The problem with all sets of a session kind in one slot."""
    most = {kind: 1 for kind in Kind}
    for (_, kind), (_, count) in sets.items():
        most[kind] = max(most[kind], count)
    return replace(
        problem,
        slots={
            kind: (replace(slots[0], name="all", ladder=slots[0].ladder[:1], most=most[kind]),)
            for kind, slots in problem.slots.items()
            if slots
        },
    )


def _sets(
    problem: Problem, settings: SolverSettings, deadline: Deadline, settled: Settled
) -> dict[tuple[int, Kind], tuple[int, int]]:
    """Fewest and most sets that a session of each kind can have on each day.

    Days that are alike are asked for at once: no rule here ties weeks together, so that the
    best sum over all weeks has each week's best.
    """
    found = {}
    for kind in Kind:
        alike: dict[tuple[object, ...], set[int]] = defaultdict(set)
        for day in problem.days:
            if day.is_open:
                alike[cap_s(day, kind), day.items, day.option == "C"].add(day.index)
        for days in alike.values():
            fewest, most = (
                _extreme(problem, settings, deadline, settled, kind, days, sign)
                for sign in (-1, 1)
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
    kind: Kind,
    days: Collection[int],
    sign: int,
) -> dict[int, int]:
    """Most (sign 1) or fewest (-1) sets of a session on these days, by week."""
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
    return {week: variables.value(count, solution) for week, count in sets.items()}


def _least_harm(
    problem: Problem, settings: SolverSettings, deadline: Deadline, settled: Settled
) -> LeastHarm:
    """Guess what each week costs with each relaxation, and prove how far the guess holds."""
    usual = _harm_by_week(problem, settings, deadline, settled, None)
    extra = {}
    for step in Relaxation:
        if any((step, week.number) not in settled.relaxed for week in problem.weeks):
            harm = _harm_by_week(problem, settings, deadline, settled, step)
            extra |= {(step, week): cost - usual.get(week, cost) for week, cost in harm.items()}
    guess = LeastHarm(sum(usual.values()), extra)
    variables = _days(problem, settled, ABOUT_DAYS)
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
    variables = _days(problem, settled, ABOUT_DAYS - {RelaxationLimits.id})
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


def _days(problem: Problem, settled: Settled, ids: frozenset[str]) -> CpVariables:
    rules = [rule for rule in RULES if rule.id in ids]
    return build(problem, Scope.RELAXED, rules, settled=settled, days_only=True)

"""The outline of a plan: days, session kinds, relaxations and weekly totals, without exercises."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from runtall.domain.exercise import Kind
from runtall.domain.relaxation import Relaxation
from runtall.model.build import build
from runtall.model.scope import Scope, Settled
from runtall.objectives.base import Tier
from runtall.rules.all import RULES
from runtall.solve.goals import goal_of
from runtall.solve.placement import ABOUT_DAYS
from runtall.solve.settings import new_clause_solver

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runtall.domain.problem import Problem
    from runtall.domain.scenario import SolverSettings
    from runtall.domain.variables import Expression
    from runtall.model.variables import CpVariables
    from runtall.solve.goals import Goal
    from runtall.solve.settings import Deadline

OUTLINED = (Tier.RELAXATION, Tier.PLACEMENT, Tier.DOSE)
"""Tiers of which an outline knows all."""
ABOUT_TOTALS = frozenset(["R32", "R33", "R72", "R80", "R81-total", "S2.4"])
"""Rules between weeks that need no more of a session than the sum of its sets. One that is
missing would cost time, never the proof."""

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

    def build(
        self, problem: Problem, *, harm_bound: bool = True
    ) -> tuple[CpVariables, dict[Tier, Goal]]:
        """Build the model and its tiers, with or without the lower bound of the placement."""
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
        if harm_bound:
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
        # Where relaxations themselves are to be few, what they save is in the way.
        variables, goals = self.build(problem, harm_bound=tier is not Tier.RELAXATION)
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


def _one_slot_each(problem: Problem, sets: Mapping[tuple[int, Kind], tuple[int, int]]) -> Problem:
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

"""The whole question: a plan with its proof, or why there is none."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from runtall.check.relaxations import needed_only
from runtall.check.violations import sentence, violations
from runtall.domain.problem import Problem
from runtall.domain.report import Report, Stage
from runtall.domain.scenario import SolverSettings
from runtall.domain.tier import Tier
from runtall.model import cp_sat
from runtall.model.build import build
from runtall.model.scope import NOTHING_FIXED, Decision, Fixed, Scope
from runtall.model.variables import CpVariables
from runtall.objectives.all import OBJECTIVES
from runtall.solve.before_illness import done_before, given, without
from runtall.solve.conflict import find_conflict, plain_conflict
from runtall.solve.days import best_days, shared_days
from runtall.solve.days_model import DAY_TIERS, placement_of
from runtall.solve.extract import extract
from runtall.solve.outcome import Defect, Impossible, Outcome, OutOfTime, Planned
from runtall.solve.refusals import refused_by_weeks
from runtall.solve.run import Budget, parameters
from runtall.solve.stages import Export, Staged, solve_stages
from runtall.solve.way_out import enough_minutes, ways_out
from runtall.version import __version__


def solve(problem: Problem, settings: SolverSettings, export: Export | None = None) -> Outcome:
    """Find the best plan and prove it.

    The days come first, with everything open that a week may give up: a model that knows no sets
    proves what they cost at least, and what all best placements share is fixed. Then the sets. If
    they need dearer days, the bound of the days is raised on the whole model, and the days are
    fixed again at that cost.

    Parameters
    ----------
    problem
        The question.
    settings
        Effort and time over all solves, seed, workers.
    export
        Called with the model of each stage, before it is solved.

    Raises
    ------
    Defect
        The solver's plan fails our own check, or a cost is not what the solver claims.
    """
    return _solve(problem, settings, Budget(settings), export)


def _solve(
    problem: Problem, settings: SolverSettings, budget: Budget, export: Export | None = None
) -> Outcome:
    """Find the best plan; what lies before an illness is what was planned without it."""
    for first in problem.illnesses[-1:]:
        earlier = without(problem, first)
        known = _solve(earlier, settings, budget.half())
        if isinstance(known, Planned):
            closed = given(earlier, known.plan, first)
            outcome = _Search(problem, settings, budget, export, closed=closed).run()
            if isinstance(outcome, Planned):
                done = done_before(earlier, known.plan, first)
                later = outcome.plan.sessions[len(done) :]
                return replace(outcome, plan=replace(outcome.plan, sessions=(*done, *later)))
    search = _Search(problem, settings, budget, export)
    return search.run() or search.impossible()


def solve_in_order(
    problem: Problem,
    settings: SolverSettings,
    order: Sequence[Tier],
    limits: Mapping[Tier, int],
    closed: Fixed = NOTHING_FIXED,
) -> Outcome:
    """Find the best plan by another order of the tiers, and within limits of some.

    Parameters
    ----------
    order
        Every tier once, last resorts first.
    limits
        Most that a tier may cost; some plan keeps them.
    closed
        Decisions that are given.
    """
    search = _Search(problem, settings, Budget(settings), None, order, limits, closed)
    return search.run() or search.impossible()


class _Search:
    """The way through the tiers: the days first, then everything."""

    def __init__(
        self,
        problem: Problem,
        settings: SolverSettings,
        budget: Budget,
        export: Export | None,
        order: Sequence[Tier] = tuple(Tier),
        limits: Mapping[Tier, int] | None = None,
        closed: Fixed = NOTHING_FIXED,
    ) -> None:
        self._started = time.perf_counter()
        self._problem, self._settings, self._export = problem, settings, export
        self._order, self._limits, self._closed = order, limits or {}, closed
        self._budget = budget
        self._conflict: Impossible | None = None

    def run(self) -> Outcome | None:
        """Return the plan, or None where there is none."""
        days = best_days(self._problem, self._budget, self._closed, self._export)
        if days.status == cp_sat.INFEASIBLE:
            return None
        known = {tier: days.stages[tier] for tier in self._leading if days.proven}
        if not self._budget.is_left:
            return OutOfTime()  # without the large model, which takes long to build
        fixed = days.fixed
        if len(known) < len(DAY_TIERS) or self._limits.keys() & set(DAY_TIERS):
            # Where placement doesn't lead, only what its limit leaves is shared.
            fixed = self._shared(known)
        model, staged = self._solve(fixed, self._order, known, days.placement)
        if staged.status == cp_sat.INFEASIBLE and known:
            # What no week can do is seen without the large model.
            if not self._closed.sets and (conflict := plain_conflict(self._problem, self._budget)):
                self._conflict = conflict
                return None
            closed = refused_by_weeks(self._problem, self._budget, self._closed)
            if closed != self._closed:
                self._closed = closed
                return self.run()
            # The sets need other days than the days alone would choose.
            model, staged = self._solve(self._closed, self._leading, {})
            known = {tier: stage for tier, stage in staged.stages.items() if stage.proven}
            if staged.solution is not None and self._budget.is_left:
                first, placement = (model, staged), placement_of(model, staged.solution)
                model, staged = self._solve(self._shared(known), self._order, known, placement)
                if staged.solution is None:
                    model, staged = first
        if staged.status == cp_sat.INFEASIBLE:
            return None
        if staged.solution is None:
            return OutOfTime()
        return audited(model, staged, self._settings, time.perf_counter() - self._started)

    def impossible(self) -> Outcome:
        """Say why there is no plan, and what would give one."""
        conflict = self._conflict or find_conflict(self._problem, self._budget)
        minutes = enough_minutes(self._problem, conflict, self._budget)
        ways = () if minutes else ways_out(self._problem, conflict, self._budget)
        return replace(conflict, ways_out=ways, minutes=minutes)

    @property
    def _leading(self) -> tuple[Tier, ...]:
        """Tiers about days that come first, in this order."""
        pairs = zip(self._order, DAY_TIERS, strict=False)
        return tuple(tier for tier, _ in takewhile(lambda pair: pair[0] is pair[1], pairs))

    def _shared(self, known: Mapping[Tier, Stage]) -> Fixed:
        """Find what all placements share that cost no more than is known, or than the limits."""
        return shared_days(self._problem, self._budget, self._most(known), self._closed)

    def _most(self, known: Mapping[Tier, Stage]) -> Mapping[Tier, int]:
        """Return what days may cost by what is known, or by the limits."""
        most = {**self._limits, **{tier: stage.value for tier, stage in known.items()}}
        return {tier: cost for tier, cost in most.items() if tier in DAY_TIERS}

    def _solve(
        self,
        fixed: Fixed,
        tiers: Sequence[Tier],
        known: Mapping[Tier, Stage],
        placement: Mapping[Decision, int] = {},
    ) -> tuple[CpVariables, Staged]:
        """Solve some tiers on the whole model, where some decisions about days are fixed."""
        open_weeks = fixed.open_weeks(self._problem)
        variables = build(self._problem, Scope.RELAXED, open_weeks=open_weeks, fixed=fixed)
        staged = solve_stages(
            variables,
            self._budget,
            tiers,
            known,
            limits=self._limits,
            export=self._export,
            placement=placement,
        )
        return variables, staged


def audited(
    variables: CpVariables, staged: Staged, settings: SolverSettings, seconds: float
) -> Planned:
    """Read the plan from the solution and hold it against what never met the solver.

    The stages get the plan's own values. They are the solver's where the stage is proven; where
    a limit was reached, helping decisions may have slack, and the plan is better than claimed. A
    tier at its bound is proven, even where the limit was reached in the stage that it shares with
    later ones.

    Parameters
    ----------
    staged
        With a solution.

    Raises
    ------
    Defect
        The plan breaks a rule, or a cost is not what the solver claims.
    """
    problem = variables.problem
    plan = needed_only(problem, extract(variables, staged.solution or ()))
    broken = [f"{v.rule} {v.where}: {sentence(problem, v)}" for v in violations(problem, plan)]
    costs = {objective: objective.value(problem, plan) for objective in OBJECTIVES}
    stages = []
    for tier in Tier:
        value = sum(cost for objective, cost in costs.items() if objective.tier is tier)
        stage = staged.stages.get(tier, Stage(tier, value, 0, "FEASIBLE", 0.0))
        if value > stage.value or value < stage.bound:
            broken.append(f"{stage.name}: the solver says {stage.value}, the plan has {value}")
        status = "OPTIMAL" if value == stage.bound else "FEASIBLE"
        stages.append(replace(stage, value=value, status=status))
    if broken:
        raise Defect("\n".join(broken))
    named = {objective.id: cost for objective, cost in costs.items() if cost}
    return Planned(plan, _report(named, settings, tuple(stages), seconds))


def _report(
    costs: Mapping[str, int],
    settings: SolverSettings,
    stages: tuple[Stage, ...],
    seconds: float,
) -> Report:
    proven = all(stage.proven for stage in stages)
    return Report(
        status="OPTIMAL" if proven else "FEASIBLE",
        stages=stages,
        costs=costs,
        parameters=parameters(settings),
        versions={
            "runtall": __version__,
            "ortools": cp_sat.VERSION,
            "python": ".".join(map(str, sys.version_info[:3])),
        },
        seconds=seconds,
    )

"""The whole question: a plan with its proof, or why there is none."""

from __future__ import annotations

import platform
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import metadata
from itertools import takewhile

from runtall.check.violations import sentence, violations
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation
from runtall.domain.report import Report, Stage
from runtall.domain.scenario import SolverSettings
from runtall.domain.tier import Tier
from runtall.model import cp_sat
from runtall.model.build import build
from runtall.model.scope import Fixed, Scope
from runtall.model.variables import CpVariables
from runtall.objectives.all import OBJECTIVES
from runtall.solve.conflict import find_conflict
from runtall.solve.days import DAY_TIERS, best_days, shared_days
from runtall.solve.extract import extract
from runtall.solve.outcome import Defect, Outcome, OutOfTime, Planned
from runtall.solve.run import Budget, parameters
from runtall.solve.stages import Export, Staged, solve_stages


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
    return _Search(problem, settings, export).run(tuple(Tier), {})


def solve_in_order(
    problem: Problem, settings: SolverSettings, order: Sequence[Tier], limits: Mapping[Tier, int]
) -> Outcome:
    """Find the best plan by another order of the tiers, and within limits of some.

    Parameters
    ----------
    order
        Every tier once, last resorts first.
    limits
        Most that a tier may cost; some plan keeps them.
    """
    return _Search(problem, settings, None).run(order, limits)


class _Search:
    """The way through the tiers: the days first, then everything."""

    def __init__(self, problem: Problem, settings: SolverSettings, export: Export | None) -> None:
        self._started = time.perf_counter()
        self._problem, self._settings, self._export = problem, settings, export
        self._budget = Budget(settings)

    def run(self, order: Sequence[Tier], limits: Mapping[Tier, int]) -> Outcome:
        days = best_days(self._problem, self._budget, self._export)
        if days.status == cp_sat.INFEASIBLE:
            return find_conflict(self._problem, self._budget)
        pairs = zip(order, DAY_TIERS, strict=False)
        leading = len(list(takewhile(lambda pair: pair[0] is pair[1], pairs)))
        if leading == len(DAY_TIERS) and not limits.keys() & set(DAY_TIERS):
            fixed, known = days.fixed, dict(days.stages)
        else:
            # Where placement doesn't lead, only what its limit leaves can be fixed.
            proven = [tier for tier in DAY_TIERS[:leading] if days.status == cp_sat.OPTIMAL]
            known = {tier: days.stages[tier] for tier in proven}
            most = {**limits, **{tier: stage.value for tier, stage in known.items()}}
            fixed = shared_days(self._problem, self._budget, _about_days(most))
        variables, staged = self._sets(order, limits, fixed, known)
        if staged.status == cp_sat.INFEASIBLE and known:
            # The sets need other days than the days alone would choose.
            tiers = order[: max(1, leading)]
            raised = solve_stages(
                build(self._problem, Scope.RELAXED), self._budget, tiers, limits=limits,
                export=self._export,
            )  # fmt: skip
            if raised.status == cp_sat.INFEASIBLE:
                return find_conflict(self._problem, self._budget)
            if raised.solution is None:
                return OutOfTime()
            known = {tier: stage for tier, stage in raised.stages.items() if stage.proven}
            most = {**limits, **{tier: stage.value for tier, stage in known.items()}}
            fixed = shared_days(self._problem, self._budget, _about_days(most))
            variables, staged = self._sets(order, limits, fixed, known)
        if staged.status == cp_sat.INFEASIBLE:
            return find_conflict(self._problem, self._budget)
        if staged.solution is None:
            return OutOfTime()
        seconds = time.perf_counter() - self._started
        return audited(variables, staged, self._settings, seconds)

    def _sets(
        self,
        order: Sequence[Tier],
        limits: Mapping[Tier, int],
        fixed: Fixed,
        known: Mapping[Tier, Stage],
    ) -> tuple[CpVariables, Staged]:
        """Solve all tiers where some decisions about days are fixed."""
        open_weeks = [
            week.number
            for week in self._problem.weeks
            if any(fixed.relaxed.get((step, week.number)) != 0 for step in Relaxation)
        ]
        variables = build(self._problem, Scope.RELAXED, open_weeks=open_weeks, fixed=fixed)
        staged = solve_stages(
            variables, self._budget, order, known, limits=limits, export=self._export
        )
        return variables, staged


def _about_days(most: Mapping[Tier, int]) -> dict[Tier, int]:
    return {tier: cost for tier, cost in most.items() if tier in DAY_TIERS}


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
    plan = extract(variables, staged.solution or ())
    broken = [f"{v.rule} {v.where}: {sentence(problem, v)}" for v in violations(problem, plan)]
    stages = []
    for tier in Tier:
        value = sum(o.value(problem, plan) for o in OBJECTIVES if o.tier is tier)
        stage = staged.stages.get(tier, Stage(tier, value, 0, "FEASIBLE", 0.0))
        if value > stage.value or value < stage.bound:
            broken.append(f"{stage.name}: the solver says {stage.value}, the plan has {value}")
        status = "OPTIMAL" if value == stage.bound else "FEASIBLE"
        stages.append(replace(stage, value=value, status=status))
    if broken:
        raise Defect("\n".join(broken))
    return Planned(plan, _report(problem, plan, settings, tuple(stages), seconds))


def _report(
    problem: Problem,
    plan: Plan,
    settings: SolverSettings,
    stages: tuple[Stage, ...],
    seconds: float,
) -> Report:
    proven = all(stage.proven for stage in stages)
    packages = ("runtall", "ortools")
    return Report(
        status="OPTIMAL" if proven else "FEASIBLE",
        stages=stages,
        costs={o.id: cost for o in OBJECTIVES if (cost := o.value(problem, plan))},
        parameters=parameters(settings),
        versions={
            **{package: metadata.version(package) for package in packages},
            "python": platform.python_version(),
        },
        seconds=seconds,
    )

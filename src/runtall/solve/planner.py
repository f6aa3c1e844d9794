"""The whole question: a plan with its proof, or why there is none."""

from __future__ import annotations

import platform
import time
from dataclasses import dataclass, replace
from importlib import metadata
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from runtall.check.violations import sentence, violations
from runtall.domain.report import Report
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.objectives.all import OBJECTIVES
from runtall.objectives.base import Tier
from runtall.solve.aim import USUAL
from runtall.solve.explain import find_clash
from runtall.solve.extract import extract
from runtall.solve.outcome import Defect, Outcome, OutOfTime, Planned
from runtall.solve.placement import place
from runtall.solve.relaxing import find_relaxing
from runtall.solve.settings import Deadline, parameters
from runtall.solve.stages import Staged, proven, solve_stages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.report import Stage
    from runtall.domain.scenario import SolverSettings
    from runtall.model.variables import CpVariables
    from runtall.solve.aim import Aim
    from runtall.solve.goals import Export
    from runtall.solve.relaxing import Relaxing

DAYS_FIRST = (Tier.RELAXATION, Tier.PLACEMENT)
"""Where these two lead, the days can be settled before the sets."""


def solve(
    problem: Problem, settings: SolverSettings, export: Export | None = None, aim: Aim = USUAL
) -> Outcome:
    """Find the best plan and prove it.

    The model without relaxations comes first: where it has a plan, none is needed and that
    tier is proven at 0. Only where it has none is the larger model built, and then one that
    relaxes just in the weeks that can need it.

    Parameters
    ----------
    problem
        The question.
    settings
        Time limit over all stages, seed, workers.
    export
        Called with the model of each stage, before it is solved.
    aim
        What is best: the order of the tiers, relaxations first, and limits that some plan keeps.

    Raises
    ------
    Defect
        The solver's plan fails our own check, or a cost is not what the solver claims.
    """
    started = time.perf_counter()
    deadline = Deadline(settings.time_limit_s)
    search = _Search(problem, settings, deadline, export, aim)
    variables, staged = search.run(Scope.STRICT)
    if staged.status == cp_model.INFEASIBLE:
        relaxing = find_relaxing(problem, settings, deadline, export)
        if relaxing.status == cp_model.INFEASIBLE:
            return find_clash(problem, deadline)
        if relaxing.status != cp_model.OPTIMAL:
            return OutOfTime()
        variables, staged = search.run(Scope.RELAXED, relaxing)
    if staged.solution is None:
        return OutOfTime()
    return audited(variables, staged, settings, time.perf_counter() - started)


@dataclass(frozen=True, slots=True)
class _Search:
    """The way through the tiers in one scope: the days first, then everything."""

    problem: Problem
    settings: SolverSettings
    deadline: Deadline
    export: Export | None
    aim: Aim

    def run(self, scope: Scope, relaxing: Relaxing | None = None) -> tuple[CpVariables, Staged]:
        """Solve all tiers; the model with no plan or no time comes back without a solution."""
        weeks = relaxing.weeks if relaxing else None
        price, seconds = (relaxing.price, relaxing.seconds) if relaxing else (0, 0.0)
        known = {Tier.RELAXATION: proven(Tier.RELAXATION, price, seconds)}
        if self.aim.order[:2] != DAYS_FIRST or Tier.PLACEMENT in self.aim.limits:
            variables = build(self.problem, scope, open_weeks=weeks)
            return variables, self._solve(variables, known)
        days = place(self.problem, self.settings, self.deadline, scope, weeks, price, self.export)
        variables = build(self.problem, scope, open_weeks=weeks, settled=days.settled)
        if days.status != cp_model.OPTIMAL:
            return variables, Staged(days.status)
        placed = {**known, Tier.PLACEMENT: proven(Tier.PLACEMENT, days.value, days.seconds)}
        staged = self._solve(variables, placed)
        if staged.status == cp_model.INFEASIBLE:
            # The sets need other days than the days alone would choose.
            variables = build(self.problem, scope, open_weeks=weeks)
            staged = self._solve(variables, known)
        return variables, staged

    def _solve(self, variables: CpVariables, known: Mapping[Tier, Stage]) -> Staged:
        return solve_stages(variables, self.settings, self.deadline, known, self.export, self.aim)


def audited(
    variables: CpVariables, staged: Staged, settings: SolverSettings, seconds: float
) -> Planned:
    """Read the plan from the solution and hold it against what never met the solver.

    The stages get the plan's own values. They are the solver's where the stage is proven; where
    time was up, helping decisions may have slack, and the plan is better than claimed. A tier at
    its bound is proven, even where time ended in the stage that it shares with later ones.

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
    for tier, stage in zip(Tier, staged.stages, strict=True):
        value = sum(o.value(problem, plan) for o in OBJECTIVES if o.tier is tier)
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
    proven = all(stage.value == stage.bound for stage in stages)
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

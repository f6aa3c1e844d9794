"""The use case of weighing two tiers: a Pareto front of whole plans."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from runtall.app import open_scenario, publish, solve_view, stamp_time
from runtall.app.batches import executor
from runtall.compare.executor import InTurn
from runtall.compare.front import trace
from runtall.domain.view import PlanView
from runtall.objectives.base import Tier
from runtall.progression.dose import prescribe
from runtall.solve.outcome import OutOfTime
from runtall.solve.pareto.trade import expect_pair, trade

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runtall.app import Solved
    from runtall.domain.scenario import Scenario
    from runtall.solve.outcome import Impossible


@dataclass(frozen=True, slots=True)
class Front:
    """Plans of which none is better in both of two tiers.

    Parameters
    ----------
    across, up
        The two tiers.
    usual
        The plan that `runtall.app.solve` gives: with relaxations as cheap as can be.
    plans
        A plan for each point, by its cost across, the least first: what functions of
        `runtall.frames` and `runtall.plots` take.
    complete
        Whether the front has no other point, and each is proven.
    """

    scenario: Scenario
    across: Tier
    up: Tier
    usual: PlanView
    plans: Mapping[str, PlanView]
    complete: bool

    def export(self, name: str, folder: Path | str) -> Solved:
        """Write a point's plan as ``plan.ics``, ``plan.csv`` and ``plan.json``, and check it.

        Raises
        ------
        ValueError
            There is no such point.
        BadSetting, CannotWrite
            A file could not be written; nothing was changed.
        Defect
            A file fails our own check; nothing was changed.
        """
        if name not in self.plans:
            allowed = ", ".join(map(repr, self.plans))
            raise ValueError(f"{name!r} is no point; allowed: {allowed}")
        return publish(Path(folder), self.scenario, self.plans[name], stamp_time())


def find_front(
    path: Path, across: Tier, up: Tier, points: int | None, jobs: int | None
) -> Front | Impossible | OutOfTime:
    """Find a front; see `runtall.app.front`."""
    across, up = _tier(across), _tier(up)
    expect_pair(across, up)
    if points is not None and (not isinstance(points, int) or points < 2):
        raise ValueError(f"points: {points}; allowed: 2 or more, or None")
    if jobs is not None and not isinstance(jobs, int):
        raise ValueError(f"jobs: {jobs!r}; allowed: 1 or more, or None")
    where = InTurn() if jobs == 1 else executor(jobs)
    scenario = open_scenario(Path(path))
    usual = solve_view(scenario)
    if not isinstance(usual, PlanView):
        return usual
    weighed = trade(usual.problem, scenario.solver, across, up, usual.plan)
    traced = trace(weighed, points, where)
    if not traced.points:
        return OutOfTime()
    plans = {
        str(one.report.stages[across - 1].value): PlanView(
            usual.problem, prescribe(usual.problem, one.plan), one.report
        )
        for one in traced.points
    }
    return Front(scenario, across, up, usual, plans, traced.complete)


def _tier(tier: Tier) -> Tier:
    try:
        return Tier(tier)
    except ValueError:
        allowed = ", ".join(f"Tier.{one.name}" for one in Tier)
        raise ValueError(f"{tier!r} is no tier; allowed: {allowed}") from None

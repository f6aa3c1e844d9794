"""The use case of weighing two tiers: a Pareto front of whole plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from runtall.app.batches import executor
from runtall.app.publishing import publish
from runtall.app.solving import solve_view
from runtall.batch.executors import here
from runtall.batch.front import trace
from runtall.domain.scenario import Scenario
from runtall.domain.tier import Tier
from runtall.domain.view import PlanView
from runtall.exporters.export import stamp_time
from runtall.progression.dose import prescribe
from runtall.scenario import read_scenario
from runtall.solve.outcome import OutOfTime

if TYPE_CHECKING:
    from runtall.app.publishing import Solved
    from runtall.solve.outcome import Impossible

# What the usual plan is called among points, which are called by their cost across.
USUAL = "usual"


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

        Parameters
        ----------
        name
            A key of `plans`, or ``usual`` for that plan.

        Raises
        ------
        ValueError
            There is no such plan.
        BadSetting, CannotWrite
            A file could not be written; nothing was changed.
        Defect
            A file fails our own check; nothing was changed.
        """
        plans = {**self.plans, USUAL: self.usual}
        if name not in plans:
            allowed = ", ".join(map(repr, plans))
            raise ValueError(f"{name!r} is no point; allowed: {allowed}")
        return publish(Path(folder), self.scenario, plans[name], stamp_time())


def front(
    path: Path | str,
    across: Tier = Tier.PLACEMENT,
    up: Tier = Tier.DOSE,
    points: int | None = 7,
    jobs: int | None = None,
) -> Front | Impossible | OutOfTime:
    """Find plans between the best in one tier and the best in another (epsilon-constraint).

    At each point `across` has a limit, within which `up` costs as little as can be, and `across`
    no more than that takes. Each point has the scenario's ``solver.effort`` for itself; where
    that is too little the stages of its plan show the bound.

    The usual pair asks what more sets cost the legs. A week gives up nothing that the usual plan
    doesn't give up in it.

    Parameters
    ----------
    path
        The scenario.
    across, up
        The two tiers, in either order.
    points
        How many, two or more, evenly spread; None: every point there is.
    jobs
        Processes; None: one for each core; 1: this one. Points that are proven in time are the
        same with any number. Processes read the script that starts them: there, call this under
        ``if __name__ == "__main__":``.

    Raises
    ------
    ScenarioFaults
        The scenario is no good.
    ValueError
        The two tiers can't be weighed, or less than two points are wanted.
    NoProcess
        No process could be started.
    """
    # The solver takes its time to import, and other use cases do without.
    from runtall.solve.trade import Trade, expect_pair

    across, up = Tier(across), Tier(up)
    expect_pair(across, up)
    if points is not None and (not isinstance(points, int) or points < 2):
        raise ValueError(f"points: {points}; allowed: 2 or more, or None")
    where = here if jobs == 1 else executor(jobs)
    scenario = read_scenario(path)
    usual = solve_view(scenario)
    if not isinstance(usual, PlanView):
        return usual
    weighed = Trade(usual.problem, scenario.solver, across, up, usual.plan.relaxed)
    traced = trace(weighed, points, where)
    if not traced.points:
        return OutOfTime()
    plans = {
        str(point.report.stage(across).value): PlanView(
            usual.problem, prescribe(usual.problem, point.plan), point.report
        )
        for point in traced.points
    }
    return Front(scenario, across, up, usual, plans, traced.complete)

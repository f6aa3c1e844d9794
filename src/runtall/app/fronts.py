"""The use case of weighing two tiers: a Pareto front of whole plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.app.executor import executor
from runtall.app.scenarios import Source
from runtall.app.scenarios import scenario as read
from runtall.app.solving import solve_view
from runtall.batch.executors import here
from runtall.batch.front import trace
from runtall.compare.front import Front
from runtall.domain.tier import Tier
from runtall.domain.view import PlanView
from runtall.progression.dose import prescribe
from runtall.solve.outcome import OutOfTime

if TYPE_CHECKING:
    from runtall.solve.outcome import Impossible


def front(
    source: Source,
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
    source
        The scenario, or what `runtall.app.scenario` makes one of.
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
    scenario = read(source)
    usual = solve_view(scenario)
    if not isinstance(usual, PlanView):
        return usual
    weighed = Trade(usual.problem, scenario.solver, across, up, usual.plan.relaxed)
    traced = trace(weighed, points, where)
    if not traced.points:
        return OutOfTime()
    plans = {
        str(point.report.stage(across).value): PlanView(
            scenario, prescribe(usual.problem, point.plan), point.report
        )
        for point in traced.points
    }
    return Front(across, up, usual, plans, traced.complete)

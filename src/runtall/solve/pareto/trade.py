"""What one tier costs in terms of another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from runtall.derivation.derive import derive
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.objectives.base import Tier
from runtall.solve.aim import Aim, first
from runtall.solve.outcome import Planned
from runtall.solve.pareto.outline import OUTLINED
from runtall.solve.pareto.outlining import outline
from runtall.solve.pareto.point import Point
from runtall.solve.planner import solve
from runtall.solve.settings import Deadline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.request import Request
    from runtall.domain.scenario import SolverSettings
    from runtall.solve.outcome import Outcome
    from runtall.solve.pareto.outline import Outline

TIMES_AS_LONG = 4
"""How many times the scenario's time limit an outlined point may take: its costs are proven over
all weeks that might give way, and in two tiers of which neither leads as usual."""
GIVING_UP = (Relaxation.LIGHTER, Relaxation.SINGLE, Relaxation.SKIP)
"""Relaxations that give up strength, and do no run any harm."""


@dataclass(frozen=True, slots=True)
class Trade:
    """Two tiers that are weighed against each other.

    Two of the first three, `OUTLINED`, are weighed with weeks that may give way: any week may give
    up strength (`GIVING_UP`) within the limits of relaxation-limits, and may use what other
    relaxations the usual plan uses in it. The rest of these three comes next. Of any other two the
    earlier one gives its place to the pair: tiers before it stay before, all others follow.

    Parameters
    ----------
    across
        The tier that is limited at each point.
    up
        The tier that is made least within that limit.
    outline
        The outline of the problem; None where it isn't used.
    usual
        What gives way in the usual plan: what is tried where no outline is found in time.
    """

    problem: Problem
    settings: SolverSettings
    across: Tier
    up: Tier
    outline: Outline | None
    usual: tuple[Relaxed, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        # A problem holds read-only views, which can't be sent; but it follows from its request.
        parts = (self.settings, self.across, self.up, self.outline, self.usual)
        return _received, (self.problem.request, *parts)

    def least(self) -> Outcome:
        """Find the plan that costs least in `up` among those that cost least in `across`."""
        return self._find((self.across, self.up), {}, f"{self.across.words} least")

    def at(self, limit: int | None) -> Outcome:
        """Find the plan that costs least in `up` while `across` costs at most `limit`.

        Of several, it is one that costs least in `across`: no plan is better in one of both
        without being worse in the other. Where an outline is used, the tiers that it doesn't know
        are the best for the weeks that give way; other weeks may be better there, so that these
        tiers have no bound.

        Parameters
        ----------
        limit
            That some plan keeps; None: no limit.
        """
        limits = {} if limit is None else {self.across: limit}
        words = "".join(f", {tier.words} at most {most}" for tier, most in limits.items())
        return self._find((self.up, self.across), limits, f"{self.up.words} least{words}")

    def _find(self, pair: tuple[Tier, Tier], limits: Mapping[Tier, int], words: str) -> Outcome:
        if self.outline is None:
            before = (tier for tier in Tier if tier < min(pair))
            aim = Aim(first(*before, *pair), limits)
            outcome = solve(self.problem, self.settings, aim=aim)
        else:
            deadline = Deadline(TIMES_AS_LONG * self.settings.time_limit_s)
            where = (self.problem, self.settings, self.outline, self.usual)
            outcome = Point(*where, pair, limits, deadline).find()
        if not isinstance(outcome, Planned):
            return outcome
        parameters = {**outcome.report.parameters, "front": words}
        return replace(outcome, report=replace(outcome.report, parameters=parameters))


def _received(request: Request, *parts: Any) -> Trade:
    return Trade(derive(request), *parts)


def expect_pair(across: Tier, up: Tier) -> None:
    """Complain about tiers that can't be weighed against each other.

    Raises
    ------
    ValueError
        They are the same, or one is about relaxations and the other knows nothing of them.
    """
    if across is up:
        raise ValueError(f"two different tiers are weighed, not twice: {up.words}")
    if Tier.RELAXATION in {across, up} and not {across, up} <= set(OUTLINED):
        allowed = " or ".join(tier.words for tier in OUTLINED if tier is not Tier.RELAXATION)
        raise ValueError(f"{Tier.RELAXATION.words}: can be weighed against {allowed} only")


def trade(problem: Problem, settings: SolverSettings, across: Tier, up: Tier, usual: Plan) -> Trade:
    """Prepare to weigh two tiers against each other.

    Parameters
    ----------
    usual
        The plan that `runtall.solve.planner.solve` gives.

    Raises
    ------
    ValueError
        The tiers are the same, or one is about relaxations and the other knows nothing of them.
    """
    expect_pair(across, up)
    if not {across, up} <= set(OUTLINED):
        return Trade(problem, settings, across, up, None)
    giving_up = {Relaxed(week.number, step) for week in problem.weeks for step in GIVING_UP}
    uses = giving_up | set(usual.relaxed)
    sketched = outline(problem, settings, Deadline(settings.time_limit_s), uses)
    return Trade(problem, settings, across, up, sketched, usual.relaxed)

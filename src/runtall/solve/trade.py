"""What one tier costs in terms of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from runtall.derivation.derive import derive
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Request
from runtall.domain.scenario import SolverSettings
from runtall.domain.tier import Tier
from runtall.model.scope import Fixed
from runtall.solve.outcome import Outcome, Planned
from runtall.solve.planner import solve_in_order


@dataclass(frozen=True, slots=True)
class Trade:
    """Two tiers that are weighed against each other (epsilon-constraint).

    The earlier one gives its rank to the pair: tiers before it stay before, all others follow. A
    week gives up nothing that the usual plan doesn't give up in it.

    Parameters
    ----------
    across
        The tier that is limited at each point.
    up
        The tier that is made least within that limit.
    usual
        What gives way in the usual plan.

    Raises
    ------
    ValueError
        The tiers are the same, or one is that of last resorts, which comes before everything.
    """

    problem: Problem
    settings: SolverSettings
    across: Tier
    up: Tier
    usual: tuple[Relaxed, ...]

    def __post_init__(self) -> None:
        expect_pair(self.across, self.up)

    def __reduce__(self) -> tuple[Any, ...]:
        # A problem holds read-only views, which can't be sent; but it follows from its request.
        parts = (self.settings, self.across, self.up, self.usual)
        return _received, (self.problem.request, *parts)

    def least(self) -> Outcome:
        """Find the plan that costs least in `up` among those that cost least in `across`."""
        return self._find((self.across, self.up), {}, f"{self.across.words} least")

    def at(self, limit: int | None) -> Outcome:
        """Find the plan that costs least in `up` while `across` costs at most `limit`.

        Of several, it is one that costs least in `across`: no plan is better in one of both
        without being worse in the other.

        Parameters
        ----------
        limit
            That some plan keeps; None: no limit.
        """
        limits = {} if limit is None else {self.across: limit}
        words = "".join(f", {tier.words} at most {most}" for tier, most in limits.items())
        return self._find((self.up, self.across), limits, f"{self.up.words} least{words}")

    def _find(self, pair: tuple[Tier, Tier], limits: Mapping[Tier, int], words: str) -> Outcome:
        tiers = list(Tier)
        first = min(tiers.index(tier) for tier in pair)
        order = (*tiers[:first], *pair, *(tier for tier in tiers[first:] if tier not in pair))
        closed = {
            (step, week.number): 0
            for week in self.problem.weeks
            for step in Relaxation
            if Relaxed(week.number, step) not in self.usual
        }
        fixed = Fixed(relaxed=closed)
        outcome = solve_in_order(self.problem, self.settings, order, limits, fixed)
        if not isinstance(outcome, Planned):
            return outcome
        parameters = {**outcome.report.parameters, "front": words}
        return replace(outcome, report=replace(outcome.report, parameters=parameters))


def _received(request: Request, *parts: Any) -> Trade:
    return Trade(derive(request), *parts)


def expect_pair(across: Tier, up: Tier) -> None:
    """Check that two tiers can be weighed against each other.

    Raises
    ------
    ValueError
        They are the same, or one is that of last resorts.
    """
    if across is up:
        raise ValueError(f"two different tiers are weighed, not twice: {up.words}")
    if Tier.LAST_RESORT in {across, up}:
        words = Tier.LAST_RESORT.words
        raise ValueError(f"{words}: come before everything, and are never weighed")

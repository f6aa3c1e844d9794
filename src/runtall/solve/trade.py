"""What one tier costs in terms of another: single points of their Pareto front."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from runtall.domain.derive import derive
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.report import Stage
from runtall.model.build import build
from runtall.model.scope import Scope, Settled
from runtall.objectives.base import Tier
from runtall.solve.aim import Aim, first
from runtall.solve.outcome import OutOfTime, Planned
from runtall.solve.outline import OUTLINED
from runtall.solve.outlining import outline
from runtall.solve.placement import settle
from runtall.solve.planner import audited, solve
from runtall.solve.settings import Deadline
from runtall.solve.sketch import Sketch
from runtall.solve.stages import solve_stages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.request import Request
    from runtall.domain.scenario import SolverSettings
    from runtall.model.variables import CpVariables
    from runtall.solve.outcome import Outcome
    from runtall.solve.outline import Outline
    from runtall.solve.sketch import Skeleton
    from runtall.solve.stages import Staged

PATIENCE = 4
"""How many times the scenario's time limit an outlined point may take: its costs are proven over
all weeks that might give way, and in two tiers of which neither leads as usual."""
SHARE = 0.6
"""Part of the time left that the outline of one tier may take: whole plans need some, too."""
SHARE_BEHIND = 0.2
"""The same for the tier behind the pair, of which no proof is asked."""
GIVING_UP = (Relaxation.LIGHTER, Relaxation.SINGLE, Relaxation.SKIP)
"""Relaxations that give up strength, and do no run any harm."""


@dataclass(frozen=True, slots=True)
class Trade:
    """Two tiers that are weighed against each other.

    Two of the first three, `OUTLINED`, are weighed with weeks that may give way: any week may give
    up strength (`GIVING_UP`) within the limits of rule S4.3, and may use what other relaxations the
    usual plan uses in it. The rest of these three comes next. Of any other two the earlier one
    gives its place to the pair: tiers before it stay before, all others follow.

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
            deadline = Deadline(PATIENCE * self.settings.time_limit_s)
            outcome = _Point(self, self.outline, pair, limits, deadline).find()
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


@dataclass(frozen=True, slots=True)
class _Outlined:
    """The best outline that is left: what it costs bounds all whole plans that are.

    Costs and bounds are in the order of the tiers; where they are equal the tier is proven.
    """

    costs: tuple[int, ...]
    bounds: tuple[int, ...]
    skeleton: Skeleton
    seconds: float

    @property
    def n_proven(self) -> int:
        """How many tiers, from the first on, are proven without a gap between them."""
        pairs = zip(self.costs, self.bounds, strict=True)
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


@dataclass(frozen=True, slots=True)
class _Found:
    """A whole plan as the solver's numbers, and what it costs in the order of the tiers.

    ``exact``: none with its skeleton costs less.
    """

    costs: tuple[int, ...]
    exact: bool
    variables: CpVariables
    staged: Staged


@dataclass(frozen=True, slots=True)
class _Point:
    """The way to one point: the best outline, then a whole plan that costs no more.

    Where no whole plan comes up to an outline, its skeleton is solved by itself and excluded,
    until no outline that is left could be better than the best plan so far.
    """

    trade: Trade
    outline: Outline
    pair: tuple[Tier, Tier]
    limits: Mapping[Tier, int]
    deadline: Deadline

    @property
    def order(self) -> tuple[Tier, ...]:
        """The pair, the more important one first, and the outlined tier that is left."""
        return (*self.pair, *(tier for tier in OUTLINED if tier not in self.pair))

    def find(self) -> Outcome:
        """Find the plan, and prove its outlined tiers as far as time allows."""
        started = time.perf_counter()
        excluded: list[Skeleton] = []
        best: _Found | None = None
        bounds: tuple[int, ...] = ()
        seconds = 0.0
        while True:
            outlined = self._outlined(excluded)
            if not isinstance(outlined, _Outlined):
                if best is not None and outlined == cp_model.INFEASIBLE:
                    bounds = best.costs
                break
            seconds += outlined.seconds
            if best is not None and best.costs <= outlined.costs:
                bounds = best.costs[: outlined.n_proven]
                break
            found = self._whole(outlined)
            if found == cp_model.INFEASIBLE:
                excluded.append(outlined.skeleton)
                continue
            if not isinstance(found, _Found):
                break
            if found.costs == outlined.costs:
                best, bounds = found, outlined.bounds
                break
            best = found if best is None else min(best, found, key=lambda one: one.costs)
            if not found.exact:
                break
            excluded.append(outlined.skeleton)
        if best is None:
            usual = self._solve(self._usual(), {})
            if not isinstance(usual, _Found):
                return OutOfTime()
            best = usual
        staged = replace(best.staged, stages=self._stages(best, bounds, seconds))
        return audited(best.variables, staged, self.trade.settings, time.perf_counter() - started)

    def _usual(self) -> Skeleton:
        """What gives way in the usual plan."""
        return {
            (step, week.number): int(Relaxed(week.number, step) in self.trade.usual)
            for week in self.trade.problem.weeks
            for step in Relaxation
        }

    def _outlined(self, excluded: Sequence[Skeleton]) -> _Outlined | cp_model.CpSolverStatus:
        """Find the best outline, tier by tier, as far as time allows."""
        limits = dict(self.limits)
        last: Sketch | None = None
        bounds = []
        seconds = 0.0
        for tier in self.order:
            share = SHARE if tier in self.pair else SHARE_BEHIND
            until = Deadline(share * self.deadline.left)
            sketch = self.outline.least(
                self.trade.problem, tier, limits, self.trade.settings, until, excluded, last
            )
            if not isinstance(sketch, Sketch):
                return sketch
            last = sketch
            bounds.append(sketch.bound)
            limits[tier] = sketch.costs[tier]
            seconds += sketch.seconds
        assert last is not None, "there is a first tier"
        costs = tuple(last.costs[tier] for tier in self.order)
        return _Outlined(costs, tuple(bounds), last.relaxed, seconds)

    def _whole(self, outlined: _Outlined) -> _Found | cp_model.CpSolverStatus:
        """Find the best plan with the outline's skeleton."""
        parts = zip(self.order, outlined.costs, outlined.bounds, strict=True)
        known = {tier: _stage(tier, cost, bound) for tier, cost, bound in parts}
        found = self._solve(outlined.skeleton, known)
        if found == cp_model.INFEASIBLE:
            # The sets cost more than the outline says, or nothing comes of it.
            found = self._solve(outlined.skeleton, {})
        return found

    def _solve(
        self, skeleton: Skeleton, known: Mapping[Tier, Stage]
    ) -> _Found | cp_model.CpSolverStatus:
        trade = self.trade
        open_weeks = {week for (_, week), used in skeleton.items() if used}
        settled = Settled(relaxed={**self.outline.closed.relaxed, **skeleton})
        if Tier.PLACEMENT in known:
            most = known[Tier.PLACEMENT].value
            settled = settle(
                trade.problem, trade.settings, self.deadline, open_weeks, settled, most
            )
        variables = build(trade.problem, Scope.RELAXED, open_weeks=open_weeks, settled=settled)
        aim = Aim(first(*self.order), self.limits)
        staged = solve_stages(variables, trade.settings, self.deadline, known, aim=aim)
        if staged.solution is None:
            return staged.status
        stages = [staged.stages[tier - 1] for tier in self.order]
        exact = all(stage.value == stage.bound for stage in stages)
        return _Found(tuple(stage.value for stage in stages), exact, variables, staged)

    def _stages(self, best: _Found, bounds: Sequence[int], seconds: float) -> tuple[Stage, ...]:
        """Stages whose bounds hold for all plans, not only for those of one skeleton.

        Where no bound is known, as of the tiers behind, it is 0: no tier is ever negative.
        """
        known = dict(zip(self.order, bounds, strict=False))
        stages = []
        for tier, stage in zip(Tier, best.staged.stages, strict=True):
            took = stage.seconds + (seconds if tier is self.pair[0] else 0.0)
            stages.append(_stage(tier, stage.value, known.get(tier, 0), took))
        return tuple(stages)


def _stage(tier: Tier, cost: int, bound: int, seconds: float = 0.0) -> Stage:
    status = "OPTIMAL" if cost == bound else "FEASIBLE"
    return Stage(tier.words, cost, bound, status, seconds)

"""A single point of a Pareto front: the best outline, then a whole plan that comes up to it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.report import Stage
from runtall.model.build import build
from runtall.model.scope import Scope, Settled
from runtall.objectives.base import Tier
from runtall.solve.aim import Aim, first
from runtall.solve.outcome import OutOfTime
from runtall.solve.pareto.outline import OUTLINED
from runtall.solve.pareto.search import Search, least_with
from runtall.solve.pareto.sketch import Sketch
from runtall.solve.placement import settle
from runtall.solve.planner import audited
from runtall.solve.settings import Deadline
from runtall.solve.stages import solve_stages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runtall.domain.problem import Problem
    from runtall.domain.scenario import SolverSettings
    from runtall.model.variables import CpVariables
    from runtall.solve.outcome import Outcome
    from runtall.solve.pareto.outline import Outline
    from runtall.solve.pareto.sketch import Skeleton
    from runtall.solve.stages import Staged

_Least = Callable[
    [Tier, Mapping[Tier, int], Deadline, Sketch | None], Sketch | cp_model.CpSolverStatus
]
"""Finds the outline that costs least in a tier, given limits, a deadline, and the one before."""

_Floors = dict[tuple[Tier, frozenset[tuple[Tier, int]]], int]
"""Lower bounds by tier and limits."""

SHARE = 0.6
"""Part of the time left that the outline of one tier may take: whole plans need some, too."""
SHARE_BEHIND = 0.2
"""The same for the tier behind the pair, of which no proof is asked."""


STEPS = 3
"""Outlines of a skeleton that whole plans are held against. These take a moment, as both tiers
that are weighed are known; a solve that knows nothing may take a hundred times as long."""


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

    skeleton: Skeleton
    costs: tuple[int, ...]
    exact: bool
    variables: CpVariables
    staged: Staged

    def sketch(self, order: Sequence[Tier]) -> Sketch:
        """Its outline, of which nothing is proven."""
        return Sketch(dict(zip(order, self.costs, strict=True)), 0, self.skeleton, 0.0)


@dataclass(frozen=True, slots=True)
class Point:
    """The way to one point: the best outline, then a whole plan that costs no more.

    Where no whole plan comes up to an outline, its skeleton is solved by itself and excluded,
    until no outline that is left could be better than the best plan so far.
    """

    problem: Problem
    settings: SolverSettings
    outline: Outline
    usual: tuple[Relaxed, ...]
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
        floors: _Floors = {}
        best: _Found | None = None
        bounds: tuple[int, ...] = ()
        seconds = 0.0
        while True:
            outlined = self._outlined(excluded, best, floors)
            if not isinstance(outlined, _Outlined):
                break
            seconds += outlined.seconds
            # Of the first tier something is known even if time ends here.
            bounds = (max((outlined.bounds[0], *bounds)),)
            if best is not None and best.costs <= outlined.costs:
                bounds = best.costs[: outlined.n_proven] or bounds
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
        if best is None or bounds[:1] != best.costs[:1]:
            candidates = [found for found in (best, self._usual()) if isinstance(found, _Found)]
            if not candidates:
                return OutOfTime()
            best = min(candidates, key=lambda one: one.costs)
        staged = replace(best.staged, stages=self._stages(best, bounds, seconds))
        return audited(best.variables, staged, self.settings, time.perf_counter() - started)

    def _usual(self) -> _Found | cp_model.CpSolverStatus:
        """Find the best plan for the weeks that give way as usual, in time of its own."""
        skeleton = {
            (step, week.number): int(Relaxed(week.number, step) in self.usual)
            for week in self.problem.weeks
            for step in Relaxation
        }
        alone = replace(self, deadline=Deadline(self.settings.time_limit_s))
        return alone._solve(skeleton, {})

    def _outlined(
        self, excluded: Sequence[Skeleton], best: _Found | None, floors: _Floors
    ) -> _Outlined | cp_model.CpSolverStatus:
        """Find an outline with none of these skeletons that is better than the best plan.

        Where there is none, it is that plan's. What is proven is added to `floors`: it still
        holds with more skeletons excluded.
        """

        def least(
            tier: Tier, limits: Mapping[Tier, int], until: Deadline, last: Sketch | None
        ) -> Sketch | cp_model.CpSolverStatus:
            question = tier, frozenset(limits.items())
            floor = floors.get(question, 0)
            where = (self.outline, self.problem, self.settings, until)
            sketch = Search(*where, tier, limits, excluded, last, floor).run()
            if isinstance(sketch, Sketch):
                floors[question] = max(floor, sketch.bound)
            return sketch

        return self._tier_by_tier(least, best.sketch(self.order) if best else None)

    def _outlined_with(
        self, skeleton: Skeleton, floors: Mapping[Tier, int]
    ) -> _Outlined | cp_model.CpSolverStatus:
        """Find the best outline with this skeleton that costs at least so much in some tiers."""
        return self._tier_by_tier(
            lambda tier, limits, until, _: least_with(
                self.outline, self.problem, self.settings, until, tier, limits, floors, skeleton
            )
        )

    def _tier_by_tier(
        self, least: _Least, start: Sketch | None = None
    ) -> _Outlined | cp_model.CpSolverStatus:
        """Make each tier least while those before it are kept, as far as time allows."""
        limits = dict(self.limits)
        last = start
        bounds = []
        seconds = 0.0
        for tier in self.order:
            share = SHARE if tier in self.pair else SHARE_BEHIND
            until = Deadline(share * self.deadline.left)
            sketch = least(tier, limits, until, last)
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
        skeleton, first_tier = outlined.skeleton, self.order[0]
        for _ in range(STEPS):
            parts = zip(self.order, outlined.costs, outlined.bounds, strict=True)
            known = {tier: _stage(tier, cost, bound) for tier, cost, bound in parts}
            # What the outline says of all tiers, or else of the first one.
            for promise in (known, {first_tier: known[first_tier]}):
                found = self._solve(skeleton, promise)
                if found != cp_model.INFEASIBLE:
                    return found
            # No exercises make up its sets: with this skeleton the first tier costs more.
            dearer = self._outlined_with(skeleton, {first_tier: outlined.costs[0] + 1})
            if not isinstance(dearer, _Outlined):
                return dearer
            outlined = dearer
        return self._solve(skeleton, {})

    def _solve(
        self, skeleton: Skeleton, known: Mapping[Tier, Stage]
    ) -> _Found | cp_model.CpSolverStatus:
        open_weeks = {week for (_, week), used in skeleton.items() if used}
        settled = Settled(relaxed={**self.outline.closed.relaxed, **skeleton})
        kept = {**self.limits, **{tier: stage.value for tier, stage in known.items()}}
        if Tier.PLACEMENT in kept:
            most = kept[Tier.PLACEMENT]
            settled = settle(self.problem, self.settings, self.deadline, open_weeks, settled, most)
        variables = build(self.problem, Scope.RELAXED, open_weeks=open_weeks, settled=settled)
        aim = Aim(first(*self.order), self.limits)
        staged = solve_stages(variables, self.settings, self.deadline, known, aim=aim)
        if staged.solution is None:
            return staged.status
        stages = [staged.stages[tier - 1] for tier in self.order]
        exact = all(stage.value == stage.bound for stage in stages)
        costs = tuple(stage.value for stage in stages)
        return _Found(skeleton, costs, exact, variables, staged)

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

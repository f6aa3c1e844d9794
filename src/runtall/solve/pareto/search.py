"""The search for the outline that costs least in one tier."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from runtall.objectives.base import Tier
from runtall.solve.pareto.sketch import Sketch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runtall.domain.problem import Problem
    from runtall.domain.scenario import SolverSettings
    from runtall.solve.pareto.outline import Outline
    from runtall.solve.pareto.sketch import Look, Skeleton, View
    from runtall.solve.settings import Deadline

FIRST_EFFORT = 0.5
"""Deterministic seconds that the first look at a model may take."""
LONGER = 4
"""How many times as long the next look at it may take."""

MOST_REFUSED = 3
"""Skeletons of a turn for which no days are found: behind so many there may be hundreds."""


class Search:
    """Two models of an outline that take turns, each time for longer.

    The one without days is small where weeks are free, the one with days where few days are open.
    Their bounds serve each other, and only what is better than the best outline so far counts.
    What the first one finds is tried with days; then its skeleton has nothing better left.

    Parameters
    ----------
    outline, problem, settings, deadline
        What is searched, by what means, and until when.
    tier
        What is to cost least.
    limits
        Most that each of some tiers may cost.
    excluded
        Skeletons that it must not have.
    best
        One that keeps the limits: the answer where none is better.
    bound
        None costs less.
    """

    def __init__(
        self,
        outline: Outline,
        problem: Problem,
        settings: SolverSettings,
        deadline: Deadline,
        tier: Tier,
        limits: Mapping[Tier, int],
        excluded: Sequence[Skeleton] = (),
        best: Sketch | None = None,
        bound: int = 0,
    ) -> None:
        self._outline, self._problem = outline, problem
        self._settings, self._deadline = settings, deadline
        self._tier, self._limits = tier, limits
        # Where relaxations themselves are to be few, what they save is in the way.
        days = outline.of_days(problem, harm_bound=tier is not Tier.RELAXATION)
        self._days = days
        self._choices: View | None = None
        if outline.choices is not None:
            self._choices = outline.of_choices(problem, outline.choices)
        for view in self._views:
            view.aim(tier, limits)
            for skeleton in excluded:
                view.exclude(skeleton)
        self._best: Sketch | Look | None = best
        self._bound = bound
        self._seconds = 0.0
        self._exhausted = False

    def run(self) -> Sketch | cp_model.CpSolverStatus:
        """Search until nothing better is left, or time is up.

        Returns
        -------
        Sketch or CpSolverStatus
            INFEASIBLE where there is none, UNKNOWN where none was found in time. An outline that
            was, but isn't proven, has a lower bound.
        """
        effort = FIRST_EFFORT
        while not self._over:
            self._decide_days(effort)
            if self._choices is not None and not self._over:
                self._choose_weeks(self._choices, LONGER * effort)
            effort *= LONGER
        if self._best is None:
            return cp_model.INFEASIBLE if self._exhausted else cp_model.UNKNOWN
        cost = self._cost(self._best)
        bound = cost if self._exhausted else min(self._bound, cost)
        return Sketch(self._best.costs, bound, self._best.relaxed, self._seconds)

    @property
    def _views(self) -> list[View]:
        return [self._days, *([self._choices] if self._choices is not None else [])]

    @property
    def _over(self) -> bool:
        proven = self._best is not None and self._cost(self._best) <= self._bound
        return self._exhausted or proven or self._deadline.left <= 0

    def _cost(self, found: Sketch | Look) -> int:
        return found.costs[self._tier]

    def _decide_days(self, effort: float) -> None:
        # What costs as much as the best one is left in: proofs take many times as long without.
        looked = self._narrow(self._days, effort, better=False)
        if looked.costs and (self._best is None or self._cost(looked) < self._cost(self._best)):
            self._best = looked

    def _choose_weeks(self, choices: View, effort: float) -> None:
        refused = 0
        while effort > 0 and refused < MOST_REFUSED and not self._over:
            chosen = self._narrow(choices, effort, better=True)
            effort -= chosen.effort
            if not chosen.costs:
                return
            days = self._outline.of_days(self._problem, chosen.relaxed)
            days.aim(self._tier, self._limits)
            tried = self._look(days, max(effort, FIRST_EFFORT), better=True)
            effort -= tried.effort
            if tried.costs:
                self._best = replace(tried, relaxed=chosen.relaxed)
            else:
                refused += 1
            if tried.status not in {cp_model.OPTIMAL, cp_model.INFEASIBLE}:
                return
            for view in self._views:
                view.exclude(chosen.relaxed)

    def _narrow(self, view: View, effort: float, *, better: bool) -> Look:
        """Look at a model that holds all that may be better than the best one so far."""
        looked = self._look(view, effort, better=better)
        if looked.status == cp_model.INFEASIBLE:
            self._exhausted = True
        else:
            self._bound = max(self._bound, looked.bound)
        return looked

    def _look(self, view: View, effort: float, *, better: bool) -> Look:
        how = (self._tier, self._settings, self._deadline, effort, self._bound, self._best)
        looked = view.look(*how, better=better)
        self._seconds += looked.seconds
        return looked


def least_with(
    outline: Outline,
    problem: Problem,
    settings: SolverSettings,
    deadline: Deadline,
    tier: Tier,
    limits: Mapping[Tier, int],
    floors: Mapping[Tier, int],
    skeleton: Skeleton,
) -> Sketch | cp_model.CpSolverStatus:
    """Find the outline that costs least in one tier while this gives way; see `Search.run`.

    Parameters
    ----------
    limits, floors
        Most and least that each of some tiers may cost.
    """
    days = outline.of_days(problem, skeleton)
    days.aim(tier, limits, floors)
    looked = days.look(tier, settings, deadline, math.inf, 0, None, better=False)
    if not looked.costs:
        return looked.status
    return Sketch(looked.costs, looked.bound, skeleton, looked.seconds)

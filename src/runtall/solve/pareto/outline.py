"""The outline of a plan: days, session kinds, relaxations and weekly totals, without exercises."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runtall.domain.exercise import SessionKind
from runtall.model.build import build
from runtall.model.scope import Scope, Settled
from runtall.objectives.base import Tier
from runtall.rules.all import RULES
from runtall.solve.goals import goal_of
from runtall.solve.pareto.sketch import View
from runtall.solve.placement import ABOUT_DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runtall.domain.problem import Problem
    from runtall.domain.relaxation import Relaxation
    from runtall.domain.variables import Expression
    from runtall.model.variables import CpVariables
    from runtall.solve.pareto.choices import Choices
    from runtall.solve.pareto.sketch import Skeleton

OUTLINED = (Tier.RELAXATION, Tier.PLACEMENT, Tier.DOSE)
"""Tiers of which an outline knows all."""
ABOUT_TOTALS = frozenset(
    ["first-week", "weekly-growth", "extra-set", "peak-cut", "taper-total", "deload"]
)
"""Rules between weeks that need no more of a session than the sum of its sets. One that is
missing would cost time, never the proof."""

ABOUT_CHOICES = frozenset(["weekly-sessions", "relaxation-limits"])
"""Rules about what a week consists of, whatever its days."""


@dataclass(frozen=True, slots=True)
class LeastHarm:
    """A lower bound of the placement tier that is linear in the relaxations.

    For weeks w and relaxations s, with u[s, w] = 1 where s is used in w::

        placement >= usual + sum of extra[s, w] * u[s, w]

    It tells the solver early what a week costs at least, however its days will be chosen.
    """

    usual: int
    extra: Mapping[tuple[Relaxation, int], int]

    def expression(self, variables: CpVariables) -> Expression:
        """The right side."""
        return self.usual + sum(
            cost * variables.relaxed(step, week) for (step, week), cost in self.extra.items()
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """What a small model is made of that no whole plan falls outside of.

    Each session kind has a single slot for all its sets; rules about days and totals are posted
    as they are. Every plan has an outline of the same cost, so that the best outline bounds
    all plans; the other way round an outline may ask for sets that no exercises make up.

    Parameters
    ----------
    closed
        Relaxations that are not to be used.
    sets
        Fewest and most sets of a session, by day and kind.
    least_harm
        Lower bound of the placement tier.
    choices
        What each week can be like, whatever its days; None where that isn't known.
    """

    closed: Settled
    sets: Mapping[tuple[int, SessionKind], tuple[int, int]]
    least_harm: LeastHarm
    choices: Choices | None

    def of_days(
        self, problem: Problem, skeleton: Skeleton | None = None, *, harm_bound: bool = True
    ) -> View:
        """Build the model that decides days.

        Parameters
        ----------
        skeleton
            What gives way, where that is known.
        harm_bound
            Whether the lower bound of the placement tier is part of it.
        """
        rules = [rule for rule in RULES if rule.id in ABOUT_DAYS | ABOUT_TOTALS]
        outlined = _one_slot_each(problem, self.sets)
        settled = Settled(self.closed.sessions, {**self.closed.relaxed, **(skeleton or {})})
        variables = build(outlined, Scope.RELAXED, rules, settled=settled)
        for week in problem.weeks:
            for kind in variables.kinds(week.number):
                sets = variables.session_sets(week.number, kind)
                here = {day: variables.session(day, kind) for day in week.days}
                fewest, most = (
                    sum(self.sets.get((day, kind), (0, 0))[end] * here[day] for day in week.days)
                    for end in (0, 1)
                )
                variables.define(sets >= fewest)
                variables.define(sets <= most)
        costs = {tier: goal_of(variables, tier).expression for tier in OUTLINED}
        if harm_bound:
            variables.define(costs[Tier.PLACEMENT] >= self.least_harm.expression(variables))
        return View(variables, costs)

    def of_choices(self, problem: Problem, choices: Choices) -> View:
        """Build the model that leaves days open: each week takes one of its choices.

        Every outline is one of these, too, and none costs less.
        """
        rules = [rule for rule in RULES if rule.id in ABOUT_CHOICES | ABOUT_TOTALS]
        # Any one day stands for the session of each kind.
        some_day: dict[tuple[int, SessionKind], int] = {}
        for day, kind in self.sets:
            some_day.setdefault((problem.days[day].week, kind), day)
        sessions = {
            (day.index, kind): 0
            for day in problem.days
            for kind in SessionKind
            if some_day.get((day.week, kind)) != day.index
        }
        outlined = _one_slot_each(problem, self.sets)
        settled = Settled(sessions, self.closed.relaxed)
        variables = build(outlined, Scope.RELAXED, rules, settled=settled)
        return View(
            variables,
            {
                Tier.RELAXATION: goal_of(variables, Tier.RELAXATION).expression,
                Tier.PLACEMENT: choices.placement(variables),
                Tier.DOSE: goal_of(variables, Tier.DOSE).expression,
            },
        )


def _one_slot_each(
    problem: Problem, sets: Mapping[tuple[int, SessionKind], tuple[int, int]]
) -> Problem:
    """The problem with all sets of a session kind in one slot."""
    most = {kind: 1 for kind in SessionKind}
    for (_, kind), (_, count) in sets.items():
        most[kind] = max(most[kind], count)
    return replace(
        problem,
        slots={
            kind: (replace(slots[0], name="all", ladder=slots[0].ladder[:1], most=most[kind]),)
            for kind, slots in problem.slots.items()
            if slots
        },
    )

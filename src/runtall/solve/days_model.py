"""The model of the days: their sessions and relaxations, under the rules that know no sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.tier import Tier
from runtall.domain.way_back import ROWS
from runtall.model.build import build
from runtall.model.scope import Decision, Fixed, Scope
from runtall.model.variables import CpVariables
from runtall.objectives.all import OBJECTIVES
from runtall.rules._forbidden_days import ForbiddenDays
from runtall.rules.all import RULES

DAY_RULES = tuple(rule for rule in RULES if rule.reach is Reach.DAYS)
# Tiers of which a model of the days knows all.
DAY_TIERS = tuple(
    tier for tier in Tier if all(o.reach is Reach.DAYS for o in OBJECTIVES if o.tier is tier)
)


def days_model(problem: Problem, closed: Fixed) -> CpVariables:
    """Build the model, where some decisions are given."""
    weeks = closed.open_weeks(problem)
    return build(problem, Scope.RELAXED, DAY_RULES, open_weeks=weeks, days_only=True, fixed=closed)


def forbidden_sessions(problem: Problem) -> Fixed:
    """Return the sessions that a rule about single days forbids, whatever else is decided."""
    rules = (rule for rule in DAY_RULES if isinstance(rule, ForbiddenDays) and problem.on(rule.id))
    return Fixed(
        {
            (day.index, kind): 0
            for rule in rules
            for day in problem.days
            for kind in rule.forbidden(problem, day)
        }
    )


def open_decisions(variables: CpVariables) -> Iterator[tuple[Decision, Any]]:
    """Yield the decisions about days and relaxations that are not known."""
    problem = variables.problem
    for day in problem.days:
        for kind in variables.kinds(day.week):
            if not isinstance(literal := variables.session(day.index, kind), int):
                yield (day.index, kind), literal
    for week in problem.weeks:
        for step in Relaxation:
            if not isinstance(literal := variables.relaxed(step, week.number), int):
                yield (step, week.number), literal


def placement_of(variables: CpVariables, solution: Sequence[int]) -> dict[Decision, int]:
    """Return what a solution has of the decisions about days that are not known."""
    return {key: variables.value(made, solution) for key, made in open_decisions(variables)}


def open_gaps(variables: CpVariables) -> Iterator[tuple[tuple[int, int], Any]]:
    """Yield the gaps that weeks may begin with, by week and row, that are not known."""
    for week in variables.problem.weeks:
        for row in range(len(ROWS)):
            if not isinstance(literal := variables.gap(week.number, row), int):
                yield (week.number, row), literal

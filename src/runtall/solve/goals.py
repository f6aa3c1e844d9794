"""Tiers of the objective as a model's expressions, and the weights that keep their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from runtall.domain.tier import Tier
from runtall.model.variables import CpVariables
from runtall.objectives.all import OBJECTIVES

# Largest span of a fused objective: the solver counts in whole numbers of 64 bits.
MOST_FUSED = 2**60


@dataclass(frozen=True, slots=True)
class Goal:
    """One tier of the objective in a model: its expression and what it can come to."""

    tier: Tier
    expression: Any
    least: int
    most: int

    @property
    def span(self) -> int:
        """Number of values that it can have."""
        return self.most - self.least + 1


def goal_of(variables: CpVariables, tier: Tier) -> Goal:
    """Sum up a tier's objectives, and bound the sum by the domains of its variables.

    No objective is ever negative, whatever its helping decisions could be by themselves.
    """
    expression = sum(
        objective.expression(variables.problem, variables)
        for objective in OBJECTIVES
        if objective.tier is tier
    )
    least, most = variables.bounds(expression)
    return Goal(tier, expression, max(0, least), most)


def fuse(goals: Sequence[Goal]) -> list[list[Goal]]:
    """Group goals that are solved in one go: as many as their spans allow, in order."""
    groups: list[list[Goal]] = []
    span = 1
    for goal in goals:
        span *= goal.span
        if not groups or span > MOST_FUSED:
            groups.append([])
            span = goal.span
        groups[-1].append(goal)
    return groups


def weights(goals: Sequence[Goal]) -> list[int]:
    """Return weights that make one unit of a goal outweigh all that later ones can differ by."""
    result = [1] * len(goals)
    for index in range(len(goals) - 2, -1, -1):
        result[index] = result[index + 1] * goals[index + 1].span
    return result


def bounds(goals: Sequence[Goal], gap: int, values: Sequence[int]) -> list[int]:
    """Read the bound of each goal off a bound of the fused objective, as digits of a number.

    Parameters
    ----------
    gap
        No solution has a sum of weight * (expression - least) that is smaller by more than this.
    values
        What the goals come to in a solution.

    Returns
    -------
    list of int
        For the first goal what is left when all later ones are at their most; for each later one
        the same, as long as those before it have proven values. Behind the first that isn't
        proven nothing is known but the domain.
    """
    result = []
    factors = weights(goals)
    cost = sum(f * (v - goal.least) for goal, f, v in zip(goals, factors, values, strict=True))
    bound, proven = cost - gap, True
    for index, (goal, factor, value) in enumerate(zip(goals, factors, values, strict=True)):
        least = goal.least
        if proven:
            later = zip(goals[index + 1 :], factors[index + 1 :], strict=True)
            rest = sum(other_factor * (other.span - 1) for other, other_factor in later)
            least += max(0, -((rest - bound) // factor))
            bound -= factor * (value - goal.least)
            proven = least == value
        result.append(least)
    return result

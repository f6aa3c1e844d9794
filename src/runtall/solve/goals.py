"""Tiers of the objective as a model's expressions, and the weights that keep their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from runtall.objectives.all import OBJECTIVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runtall.model.variables import CpVariables
    from runtall.objectives.base import Tier

Export = Callable[[cp_model.CpModel], None]
"""Takes the model of each solve that proves a tier, before it is solved."""

MOST_FUSED = 10**18
"""Largest span of a fused objective. CP-SAT counts in 64 bits and keeps some in hand."""


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
    """Sum up a tier's objectives, and bound the sum by the domains of its variables."""
    expression = sum(
        objective.expression(variables.problem, variables)
        for objective in OBJECTIVES
        if objective.tier is tier
    )
    return Goal(tier, expression, *variables.bounds(expression))


def fuse(goals: Sequence[Goal]) -> list[list[Goal]]:
    """Group goals that are solved in one go: as many as their spans allow, in order."""
    groups: list[list[Goal]] = []
    span = MOST_FUSED
    for goal in goals:
        span *= goal.span
        if span > MOST_FUSED:
            groups.append([])
            span = goal.span
        groups[-1].append(goal)
    return groups


def weights(goals: Sequence[Goal]) -> list[int]:
    """Weights that make one unit of a goal outweigh all that the later ones can differ by."""
    result = [1] * len(goals)
    for place in range(len(goals) - 2, -1, -1):
        result[place] = result[place + 1] * goals[place + 1].span
    return result

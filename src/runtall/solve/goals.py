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

MOST_FUSED = 2**52
"""Largest span of a fused objective. The solver compares objective and bound as floats: from
2 ** 53 on these don't tell neighbours apart, and an answer would be called optimal that isn't."""
PULL = 100
"""Weight of a settled tier in later objectives. It is constant on every plan, so that any weight
is right; but it holds the linear relaxation to the tier's value, and so the later bounds up."""


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

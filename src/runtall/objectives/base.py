"""What an objective is: its words, its expression and its value in one file.

None of them rewards a load: control comes first.
"""

from __future__ import annotations

from typing import Protocol

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.registered import Registered
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables


class Objective(Registered, Protocol):
    """A soft rule: a cost that its tier keeps as low as it can be.

    The class docstring holds the sentence, the formula and the place in the guide. An objective
    that ties no weeks is a sum of costs of single weeks.

    Attributes
    ----------
    tier
        When it counts.
    weight
        Default weight; a scenario may set another, or switch the rule off.
    """

    tier: Tier
    weight: int = 1

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Return the cost, weights included, as the model's expression; never negative."""

    def value(self, problem: Problem, plan: Plan) -> int:
        """Return the same cost counted on a finished plan, without the solver."""

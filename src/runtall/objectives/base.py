"""What an objective is: its words, its expression and its value in one file.

None of them rewards a load: control comes first.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Expression, Variables


class Tier(IntEnum):
    """Tiers of the lexicographic objective, first to last."""

    RELAXATION = 1
    PLACEMENT = 2
    DOSE = 3
    BALANCE = 4
    PROGRESSION = 5
    PREFERENCE = 6
    TIE_BREAK = 7

    @property
    def words(self) -> str:
        """What the tier is about."""
        return {
            Tier.RELAXATION: "rules relaxed",
            Tier.PLACEMENT: "days that do least harm",
            Tier.DOSE: "weekly dose",
            Tier.BALANCE: "pull first, balance, focus",
            Tier.PROGRESSION: "steady progress",
            Tier.PREFERENCE: "preferences",
            Tier.TIE_BREAK: "tie-break",
        }[self]


class Objective(Protocol):
    """A soft rule: a cost that its tier keeps as low as it can be.

    The class docstring holds the sentence, the formula and the place in the guide.
    """

    id: str
    title: str
    source: str
    tier: Tier
    weight: int
    """Default weight; a scenario may set another, or switch the rule off."""

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """The cost, weights included, as the model's expression; never negative."""

    def value(self, problem: Problem, plan: Plan) -> int:
        """The same cost counted on a finished plan, without the solver."""

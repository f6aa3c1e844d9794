"""What a solve is after: which tier comes first, and what some of them may cost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Aim:
    """A lexicographic order of all tiers, with limits.

    Parameters
    ----------
    order
        Every tier once, the most important first.
    limits
        Most that a tier may cost, whatever its place in the order.
    """

    order: tuple[Tier, ...] = tuple(Tier)
    limits: Mapping[Tier, int] = field(default_factory=dict)


USUAL = Aim()
"""The order of the guide, and no limit."""


def first(*tiers: Tier) -> tuple[Tier, ...]:
    """An order that begins with these tiers; the others follow as usual."""
    return (*tiers, *(tier for tier in Tier if tier not in tiers))

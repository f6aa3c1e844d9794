"""The tiers of the objective."""

from __future__ import annotations

from enum import StrEnum

from runtall.domain.library import records


class Tier(StrEnum):
    """Tiers of the lexicographic objective, in their order; known by name, never by position."""

    LAST_RESORT = "last_resort"
    PLACEMENT = "placement"
    DOSE = "dose"
    BALANCE = "balance"
    PROGRESSION = "progression"
    PREFERENCE = "preference"
    TIE_BREAK = "tie_break"

    @property
    def number(self) -> int:
        """Place among all tiers, from 1: for people, never for looking a tier up."""
        return list(Tier).index(self) + 1

    @property
    def words(self) -> str:
        """What the tier is about."""
        return _WORDS[self]


_WORDS = {Tier(row["tier"]): row["words"] for row in records("tiers.csv")}

"""What a coach gives up where the rules leave no room, or leave bad days only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relaxation(StrEnum):
    """What a week may give up; each changes what the rules allow in that week."""

    LIGHTER = "lighter"
    SINGLE = "single"
    SPEED_DAY = "speed_day"
    SHORT_GAP = "short_gap"
    LONG_RUN_EVE = "long_run_eve"
    SKIP = "skip"


@dataclass(frozen=True, slots=True, order=True)
class Relaxed:
    """One use of a relaxation, in one week (1-based)."""

    week: int
    step: Relaxation


WORDS = {
    Relaxation.LIGHTER: "a light session in place of a full one",
    Relaxation.SINGLE: "one merged session instead of two",
    Relaxation.SPEED_DAY: "a small session after a speed workout",
    Relaxation.SHORT_GAP: "two small sessions on neighbouring days",
    Relaxation.LONG_RUN_EVE: "a very light session, close to the long run, in place of a full one",
    Relaxation.SKIP: "no strength session this week",
}

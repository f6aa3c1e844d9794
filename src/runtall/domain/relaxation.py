"""What a coach gives up where the rules leave no room, or leave bad days only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from runtall.domain.library import records


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


WORDS = {Relaxation(row["relaxation"]): row["words"] for row in records("relaxations.csv")}

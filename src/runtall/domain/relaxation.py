"""What a coach gives up where the rules leave no room, or leave bad days only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from runtall.domain.library import records
from runtall.domain.phase import Phase


class Relaxation(StrEnum):
    """What a week may give up; each changes what the rules allow in that week."""

    LIGHTER = "lighter"
    BEFORE_SUNDAY = "before_sunday"
    SINGLE = "single"
    CUT_SHORT = "cut_short"
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


def in_phase(step: Relaxation, phase: Phase) -> str:
    """Return the words of what a week of some phase gives up: no taper has a full session."""
    words = WORDS[step]
    return words.replace("a full one", "a light one") if phase is Phase.TAPER else words

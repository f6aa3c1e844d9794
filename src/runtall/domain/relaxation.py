"""What a coach gives up, and in which order, when the rules collide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from runtall.domain.phase import Phase


class Relaxation(StrEnum):
    """A step of the relaxation order that changes what the rules allow in one week."""

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

STEP = {
    Relaxation.LIGHTER: (7, 7),
    Relaxation.SPEED_DAY: (8, 9),
    Relaxation.SINGLE: (9, 8),
    Relaxation.SHORT_GAP: (10, 10),
    Relaxation.LONG_RUN_EVE: (11, 11),
    Relaxation.SKIP: (12, 12),
}
"""Step of the order in base weeks, and in peak and taper weeks."""


def step_number(step: Relaxation, phase: Phase) -> int:
    """Place in the relaxation order (7..12), which differs between base and later weeks."""
    return STEP[step][phase is not Phase.BASE]


def price(step: Relaxation, phase: Phase) -> int:
    """Cost of one use: each step costs more than all earlier ones of its week together."""
    return 1 << (step_number(step, phase) - 7)

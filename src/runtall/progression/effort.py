"""How near to failure a set goes: reps in reserve by phase, week, option and session kind."""

from __future__ import annotations

from runtall.derivation.first_guess import FIRST_RIR
from runtall.domain.athlete import OVERHEAD_PRESSES
from runtall.domain.exercise import Exercise, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.problem import Day

LEAST_RIR = 1
BASE_RIR = 2
CAREFUL_RIR = FIRST_RIR
LIGHT_RIR = 4
VERY_LIGHT_RIR = 5
# Weeks, and exposures of an exercise, that are learnt with more in reserve.
EARLY_WEEKS = 3


def easy_rir(day: Day, kind: SessionKind) -> int | None:
    """Return the reps that light sessions and the taper leave in reserve; None in all others."""
    if kind is SessionKind.VERY_LIGHT:
        return VERY_LIGHT_RIR
    if kind is SessionKind.LIGHT or day.phase is Phase.TAPER:
        return LIGHT_RIR
    return None


def careful_day(day: Day) -> bool:
    """Return whether the day asks for three in reserve: early weeks, peak, options B and C."""
    careful_week = day.phase is Phase.PEAK or day.week <= EARLY_WEEKS
    return careful_week or day.option in {"B", "C"} or day.maybe_rest


def least_rir(day: Day, kind: SessionKind) -> int:
    """Return the fewest reps in reserve that a plan may have there."""
    return easy_rir(day, kind) or (CAREFUL_RIR if careful_day(day) else LEAST_RIR)


def most_rir(day: Day, kind: SessionKind) -> int:
    """Return the most reps in reserve: three in heavy sessions, one more in light ones."""
    return CAREFUL_RIR if easy_rir(day, kind) is None else VERY_LIGHT_RIR


def reps_in_reserve(day: Day, kind: SessionKind, exercise: Exercise, exposures: int) -> int:
    """Return the reps to leave in reserve.

    Parameters
    ----------
    exposures
        How often the exercise was done before this session.
    """
    careful = careful_day(day) or exposures < EARLY_WEEKS or exercise.key in OVERHEAD_PRESSES
    return easy_rir(day, kind) or (CAREFUL_RIR if careful else BASE_RIR)

"""The weekly number of working sets that a plan aims at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.athlete import Experience
from runtall.domain.phase import Phase

if TYPE_CHECKING:
    from collections.abc import Sequence

FULL = 26
"""Sets of a full week: the guide's two templates with two sets of bench and of core."""
FOCUS_EXTRA = 2
"""Sets above full that a runner with signs aims at."""
START_PERCENT = {Experience.NEW: 60, Experience.SOME: 60, Experience.TRAINED: 80}
MIDDLE_FULL = 275
"""Tenths of sets: the middle of the templates' 26 to 29."""
GROWTH = 2
"""Sets a week may grow by."""
SHORT_WEEKS = 8
SHORT_PERCENT = 80
DELOAD_PERCENT = 77
PEAK_PERCENT = (77, 69, 62)
TAPER_SETS = (7, 5)
RACE_WEEK_SETS = 3


def first_sets(experience: Experience) -> int:
    """Most sets in week 1: 16, or 22 for a trained lifter."""
    return START_PERCENT[experience] * MIDDLE_FULL // 1000


def peak_percent(index: int, weeks: int) -> int:
    """Share of the reference in peak week ``index`` (from 0) of ``weeks``, falling steadily."""
    if weeks == 1:
        return PEAK_PERCENT[1]
    first, last = PEAK_PERCENT[0], PEAK_PERCENT[-1]
    return round(first + (last - first) * index / (weeks - 1))


def targets(
    phases: Sequence[Phase],
    sessions: Sequence[int],
    experience: Experience,
    *,
    focus: bool,
    hold: Sequence[bool],
    eased: Sequence[bool],
) -> tuple[int, ...]:
    """Sets to aim at in each week.

    Parameters
    ----------
    sessions
        Sessions of each week; a single one is half a week.
    focus
        Whether any sign is ticked.
    hold
        Weeks that add nothing: run cutbacks and the largest rise in run distance.
    eased
        Deload and tune-up weeks.
    """
    full = FULL + (FOCUS_EXTRA if focus else 0)
    if len(phases) < SHORT_WEEKS:
        full = FULL * SHORT_PERCENT // 100
    level = min(full, first_sets(experience))
    reference = level
    grown = False
    result = []
    n_peak = sum(phase is Phase.PEAK for phase in phases)
    n_taper = sum(phase is Phase.TAPER for phase in phases)
    in_peak = in_taper = 0
    for phase, n_sessions, held, easy in zip(phases, sessions, hold, eased, strict=True):
        if phase is Phase.BASE:
            if easy:
                whole = round(level * DELOAD_PERCENT / 100)
            else:
                if grown and not held:
                    level = min(full, level + GROWTH)
                grown = True
                reference = whole = level
            sets = whole if n_sessions == 2 else (whole + 1) // 2
        elif phase is Phase.PEAK:
            sets = round(reference * peak_percent(in_peak, n_peak) / 100)
            if n_sessions == 1:
                sets = (sets + 1) // 2
            in_peak += 1
        else:
            in_taper += 1
            left = n_taper - in_taper
            sets = RACE_WEEK_SETS if left == 0 else TAPER_SETS[-left if left <= 2 else 0]
        result.append(sets if n_sessions else 0)
    return tuple(result)

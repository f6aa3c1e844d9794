"""The days before a long run on a Sunday."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.exercise import BUT_VERY_LIGHT, SessionKind
from runtall.domain.problem import Day, Problem
from runtall.rules._forbidden_days import NOTHING, ForbiddenDays

# Friday and Saturday.
DAYS_BEFORE = 2


class SundayLongRun(ForbiddenDays):
    """Before a long run on a Sunday the last session is on Thursday, but for a very light one.

    For every Sunday s with a long run or a long tune-up race, on d = s - 2 and d = s - 1::

        session[d, kind] = 0    for every kind but very_light

    Saturday is rest-before-long-run's too, which asks even a very light session to be declared.
    Guide: "Sample weekly schedule".
    """

    title = "long run on Sunday: last session on Thursday"
    source = "guide: sample week"
    can_be_off = True
    sentence = (
        "{day}: with the long run on Sunday, Thursday is the last day for a session that is "
        "more than very light."
    )

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return all but very light sessions on the two days before."""
        later = problem.days[day.index + 1 : day.index + 1 + DAYS_BEFORE]
        soon = any(run.far and run.weekday == "sun" for run in later)
        return BUT_VERY_LIGHT if soon else NOTHING

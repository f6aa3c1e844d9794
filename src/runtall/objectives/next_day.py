"""What is run on the day after a session, and on the day before it."""

from __future__ import annotations

from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import RunKind
from runtall.objectives._day_cost import DayCost

MEDIUM_LONG_TOMORROW = 8
AFTER_LONG_RUN = 30
# More than one merged session costs.
AFTER_LONG_RACE = 90
# So much more than its eve costs the day after a short race that the usual day before a workout,
# two days from the next session, is the better one.
RACED = 5


class NextDay(DayCost):
    """The day after a session is easy or off, and the long run's recovery day stays free.

    For every day d with a session::

        weight if a workout or tune-up follows on d + 1,  8 if a medium-long run does,
        and 30 if the long run was on d - 1, 90 if a long tune-up race was, weight + 5 if a shorter

    The recovery day costs more than the eve of a workout: so the guide's own week comes out as
    Monday and Thursday. A short race costs a little more than its eve: unlike a workout it is run
    to the end of one's strength, and the usual days stay. After a long one, one session that week
    is better than a second one on the day after it.
    Guide: option A.
    """

    title = "easy day after a session; none on the day after the long run"
    source = "guide: option A"
    weight = 20

    def cost(self, problem: Problem, day: Day, weight: int) -> int:
        """Return what the days before and after make a session cost."""
        raced = day.index > 0 and problem.days[day.index - 1].kind is RunKind.TUNEUP
        long = AFTER_LONG_RACE if raced else AFTER_LONG_RUN
        cost = long if day.since_long == 1 else (weight + RACED) * raced
        if day.next_kind in {RunKind.WORKOUT, RunKind.TUNEUP}:
            return cost + weight
        return cost + (MEDIUM_LONG_TOMORROW if day.next_kind is RunKind.MEDIUM_LONG else 0)

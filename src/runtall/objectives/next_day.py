"""What is run on the day after a session, and on the day before it."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import RunKind
from runtall.objectives._day_cost import DayCost

MEDIUM_LONG_TOMORROW = 8
# No less than the usual day before a workout does, two days from the next session.
RECOVERY_DAY = 30


class NextDay(DayCost):
    """The day after a session is easy or off, and the long run's recovery day stays free.

    For every day d with a session::

        weight if a workout or tune-up follows on d + 1,  8 if a medium-long run does,
        and 30 if the long run or a tune-up race was on d - 1

    all of it twice for both sessions in one on the day after a long race.

    The recovery day costs more than the eve of a workout: so the guide's own week comes out as
    Monday and Thursday. So does the day after a short race: unlike a workout it is run to the end
    of one's strength, and the usual days stay. After a long one a session is a small one
    (small-after-speed): both in one is twice as much.
    Guide: option A.
    """

    title = "easy day after a session; none on the day after the long run"
    source = "guide: option A"
    weight = 20

    def times(self, day: Day, kind: SessionKind) -> int:
        """Return 2 for both sessions in one on the day after a long race."""
        return 1 + (kind is SessionKind.MERGED and day.after_long_race)

    def cost(self, problem: Problem, day: Day, weight: int) -> int:
        """Return what the days before and after make a session cost."""
        cost = RECOVERY_DAY if 1 in {day.since_long, day.since_tuneup} else 0
        if day.next_kind in {RunKind.WORKOUT, RunKind.TUNEUP}:
            return cost + weight
        return cost + (MEDIUM_LONG_TOMORROW if day.next_kind is RunKind.MEDIUM_LONG else 0)

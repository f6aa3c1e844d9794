"""How far the run plan runs in each week, known or estimated."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from runtall.domain.calendar import Calendar
from runtall.domain.run_plan import NOT_RUNNING, Run, RunKind, RunPlan

# Minutes a kilometre, where no run has both its distance and its minutes.
USUAL_PACE = 6.0


def weekly_volumes(calendar: Calendar, runs: RunPlan) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the distance and longest run of each week before the race, in metres.

    A run with minutes only counts by the plan's pace; where at least half of the runs are known
    so, one with neither counts as the usual run of its kind. Zero for a week with a run that
    nothing is known of.
    """
    guess = _Guess([run for day in runs for run in day if _counts(run)])
    volumes, longest = [], []
    for week in range(1, calendar.weeks + 1):
        lengths = [
            guess.metres(run) for day in calendar.days(week) for run in runs[day] if _counts(run)
        ]
        volumes.append(sum(lengths) if all(lengths) else 0)
        longest.append(max(lengths, default=0))
    return tuple(volumes), tuple(longest)


def _counts(run: Run) -> bool:
    return run.kind not in NOT_RUNNING and run.kind is not RunKind.RACE


class _Guess:
    """What the runs of a plan tell of those without a distance."""

    def __init__(self, runs: Sequence[Run]) -> None:
        both = [run for run in runs if run.distance_m and run.minutes]
        metres = sum(run.distance_m or 0 for run in both)
        minutes = sum(run.minutes or 0 for run in both)
        self.metres_a_minute = metres / minutes if minutes else 1000 / USUAL_PACE
        known: dict[RunKind, list[int]] = {}
        for run in runs:
            if length := self._known(run):
                known.setdefault(run.kind, []).append(length)
        every = [length for lengths in known.values() for length in lengths]
        enough = 2 * len(every) >= len(runs) > 0
        self.usual = {kind: median_low(known[kind]) for kind in known} if enough else {}
        self.middle = median_low(every) if enough else 0

    def metres(self, run: Run) -> int:
        """Return the run's length; 0 if the plan tells too little."""
        return self._known(run) or self.usual.get(run.kind, self.middle)

    def _known(self, run: Run) -> int:
        return run.distance_m or round((run.minutes or 0) * self.metres_a_minute)

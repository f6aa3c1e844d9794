"""How far the run plan runs in each week, known or estimated."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from runtall.domain.calendar import Calendar
from runtall.domain.run_plan import NOT_RUNNING, Run, RunKind, RunPlan

# Minutes a kilometre, where no run has both its distance and its minutes.
USUAL_PACE = 6.0
# Metres of a run where nothing tells how long its kind is: only one beside the other they matter.
ROUGHLY = {
    RunKind.RECOVERY: 6_000,
    RunKind.EASY: 8_000,
    RunKind.MEDIUM_LONG: 14_000,
    RunKind.WORKOUT: 11_000,
    RunKind.TUNEUP: 20_000,
    RunKind.LONG: 20_000,
}


def weekly_volumes(calendar: Calendar, runs: RunPlan) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the distance and longest run of each week before the race, in metres.

    A run with minutes only counts by the plan's pace; where at least half of the runs are known
    so, one with neither counts as the usual run of its kind. Zero for a week with a run that
    nothing is known of.
    """
    guess = _Guess([run for day in runs for run in day if _counts(run)])
    weeks = [[guess.metres(run) for run in week] for week in _weeks(calendar, runs)]
    volumes = (sum(lengths) if all(lengths) else 0 for lengths in weeks)
    return tuple(volumes), tuple(max(lengths, default=0) for lengths in weeks)


def rough_volumes(calendar: Calendar, runs: RunPlan) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the same to tell one week from another; zero only for a week without a run.

    A run of which nothing is known counts as the usual one of its kind, in this plan or in any.
    """
    guess = _Guess([run for day in runs for run in day if _counts(run)])
    weeks = [[guess.roughly(run) for run in week] for week in _weeks(calendar, runs)]
    return tuple(map(sum, weeks)), tuple(max(lengths, default=0) for lengths in weeks)


def _weeks(calendar: Calendar, runs: RunPlan) -> list[list[Run]]:
    weeks = map(calendar.days, range(1, calendar.weeks + 1))
    return [[run for day in days for run in runs[day] if _counts(run)] for days in weeks]


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
        self.enough = 2 * len(every) >= len(runs) > 0
        self.usual = {kind: median_low(lengths) for kind, lengths in known.items()}
        self.middle = median_low(every) if every else 0

    def metres(self, run: Run) -> int:
        """Return the run's length; 0 if the plan tells too little."""
        usual = self.usual.get(run.kind, self.middle) if self.enough else 0
        return self._known(run) or usual

    def roughly(self, run: Run) -> int:
        """Return the run's length, guessed by its kind if need be."""
        return self.metres(run) or self.usual.get(run.kind, ROUGHLY[run.kind])

    def _known(self, run: Run) -> int:
        return run.distance_m or round((run.minutes or 0) * self.metres_a_minute)

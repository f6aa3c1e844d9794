"""The run plan: what the runner runs on each day. Never changed by anybody here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

# What a day of a run plan is, beside the kinds of runs: work that takes it from our sessions; no
# training at all.
STRENGTH, IGNORE = "strength", "ignore"


class RunKind(StrEnum):
    """Kinds of a day's run, from the least to the most demanding."""

    REST = "rest"
    CROSS = "cross"
    RECOVERY = "recovery"
    EASY = "easy"
    MEDIUM_LONG = "medium_long"
    WORKOUT = "workout"
    TUNEUP = "tuneup"
    LONG = "long"
    RACE = "race"

    @property
    def hardness(self) -> int:
        """Place in the order from rest (0) to race."""
        return list(RunKind).index(self)


NOT_RUNNING = frozenset({RunKind.REST, RunKind.CROSS})
EASY_KINDS = frozenset({RunKind.EASY, RunKind.RECOVERY})
# Kinds that are never optional.
ALWAYS = frozenset({RunKind.REST, RunKind.RACE})
KEY_KINDS = frozenset({RunKind.WORKOUT, RunKind.LONG, RunKind.TUNEUP, RunKind.RACE})
# A tune-up race of so many metres or minutes, or of unknown length, asks as much as a long run.
FAR_M, FAR_MINUTES = 15_000, 60
# Days before the race in which nobody means to do a long run; right before it, no far one either,
# whatever it is called.
LIGHT_DAYS, LAST_DAYS = 5, 2
LATE_MINUTES = 90


@dataclass(frozen=True, slots=True)
class Run:
    """One run, or a rest or cross-training entry, as the run plan has it.

    Parameters
    ----------
    kind
        What it asks of the runner.
    title
        The run plan's own words, empty where it has none.
    distance_m, minutes
        Planned length; None where the run plan doesn't say.
    at
        Start, local time.
    optional
        It may or may not be run.
    """

    kind: RunKind
    title: str = ""
    distance_m: int | None = None
    minutes: int | None = None
    at: time | None = None
    optional: bool = False

    @property
    def far(self) -> bool:
        """Whether it is a long run, or a tune-up race that counts as one."""
        if self.kind is not RunKind.TUNEUP:
            return self.kind is RunKind.LONG
        unknown = self.distance_m is None and self.minutes is None
        return unknown or (self.distance_m or 0) >= FAR_M or (self.minutes or 0) >= FAR_MINUTES


# The runs of each day of a calendar.
RunPlan = Sequence[tuple[Run, ...]]


def hardest(runs: tuple[Run, ...]) -> RunKind:
    """Return the kind of a day: that of its most demanding run; rest where there is none."""
    return max((run.kind for run in runs), key=lambda kind: kind.hardness, default=RunKind.REST)


def minute_of(moment: time) -> int:
    """Return the minute of the day of a local time."""
    return 60 * moment.hour + moment.minute


def too_late(run: Run, days: int) -> bool:
    """Return whether nobody means to do a run so many days before the race."""
    far = (run.distance_m or 0) >= FAR_M or (run.minutes or 0) >= LATE_MINUTES
    easy = run.kind in {*EASY_KINDS, RunKind.MEDIUM_LONG}
    return run.kind is RunKind.LONG or (far and easy and days <= LAST_DAYS)

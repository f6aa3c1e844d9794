"""The long runs of a run plan that calls none of its runs long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from runtall.domain.run_plan import Run, RunKind, RunPlan
from runtall.domain.where import DAYS

LONG_IN_ALL_BUT_NAME = frozenset({RunKind.EASY, RunKind.MEDIUM_LONG})
MINUTES = 90
# A long run is its week's longest, and this long or this percentage of the week.
SHARE = 25


def with_long_runs(runs: RunPlan) -> tuple[tuple[Run, ...], ...]:
    """Return whole weeks of a run plan, day by day, with their long runs called so."""
    named = named_by_length(runs)
    return tuple(
        tuple(replace(run, kind=RunKind.LONG) if run is named.get(day) else run for run in of_day)
        for day, of_day in enumerate(runs)
    )


def named_by_length(runs: RunPlan) -> Mapping[int, Run]:
    """Find each week's long run by its length, by day; none where any run is called long."""
    if any(run.kind is RunKind.LONG for day in runs for run in day):
        return {}
    found: dict[int, Run] = {}
    for first in range(0, len(runs), DAYS):
        of_week = [(day, run) for day in range(first, first + DAYS) for run in runs[day]]
        kinds = {run.kind for _, run in of_week}
        if kinds & {RunKind.RACE, RunKind.TUNEUP}:
            continue
        total = sum(run.distance_m or 0 for _, run in of_week if run.kind is not RunKind.CROSS)
        candidates = [(day, run) for day, run in of_week if run.kind in LONG_IN_ALL_BUT_NAME]
        longest = max((_length(run) for _, run in candidates), default=(0, 0))
        matches = [(day, run) for day, run in candidates if _length(run) == longest]
        distance, minutes = longest
        far = minutes >= MINUTES or (total > 0 and 100 * distance >= SHARE * total)
        if far and len(matches) == 1:
            found.update(matches)
    return found


def _length(run: Run) -> tuple[int, int]:
    return run.distance_m or 0, run.minutes or 0

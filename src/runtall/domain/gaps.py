"""Days between a day and the runs around it."""

from __future__ import annotations

from collections.abc import Collection

from runtall.domain.problem import Problem
from runtall.domain.run_plan import RunKind


def days_before(problem: Problem, day: int, kinds: Collection[RunKind]) -> int | None:
    """Return the days from a day to the next one with such a run; None: none follows."""
    later = problem.days[day + 1 :]
    return next((other.index - day for other in later if other.kind in kinds), None)


def days_after(problem: Problem, day: int, kinds: Collection[RunKind]) -> int | None:
    """Return the days to a day from the last one with such a run; None: none came before."""
    earlier = reversed(problem.days[:day])
    return next((day - other.index for other in earlier if other.kind in kinds), None)

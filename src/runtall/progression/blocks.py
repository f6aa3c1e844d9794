"""The block that a week belongs to, and its one main way to progress."""

from __future__ import annotations

from runtall.domain.library import records
from runtall.domain.phase import Phase
from runtall.domain.problem import Problem, Week

LABELS = {row["block"]: row["words"] for row in records("blocks.csv")}


def block_of(problem: Problem, week: Week) -> str:
    """Return the key in `LABELS`: sets while the weekly target still rises, then reps and load."""
    if week.phase is Phase.PEAK:
        return "hold"
    if week.phase is Phase.TAPER:
        return "less"
    if week.reduced:
        return "reduced"
    growing = problem.growing_weeks()
    full = max(other.target_sets for other in growing)
    reached = next(other.number for other in growing if other.target_sets == full)
    return "sets" if week.number <= reached and reached > growing[0].number else "reps_and_load"

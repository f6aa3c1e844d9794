"""What grew since an exercise was last done at full: the column ``method``."""

from __future__ import annotations

from dataclasses import dataclass

from runtall.derivation.available_loads import Level, difference
from runtall.domain.exercise import Measure
from runtall.progression.exposures import Exposure
from runtall.progression.load_step import Hindrance

GROWTH = {Measure.REPS: "reps", Measure.METRES: "distance", Measure.SECONDS: "time"}
METHODS = ("start", "hold", "reps", "load", "sets", "distance", "time", "less")


@dataclass(frozen=True, slots=True)
class Done:
    """What an exposure has: its load, amount and place in the plan.

    Parameters
    ----------
    alike
        Exposures running in which it has been the same; 0 where it isn't a step of a path.
    why
        What forbids the next load, if anything does.
    steps_later
        Whether the plan has a step of load later.
    """

    level: Level
    amount: int
    exposure: Exposure
    alike: int = 0
    why: Hindrance | None = None
    steps_later: bool = False


def method(measure: Measure, before: Done | None, now: Done, *, first: bool) -> str:
    """Name what grew from the last exposure that counts to this one.

    Where several did (no plan of ours has that), load comes before amount before sets. Light
    sessions and reduced weeks are never growth: they hold, or have less.

    Parameters
    ----------
    before
        The last exposure that counts; None before there is one.
    first
        Whether it is the first exposure of all.
    """
    if first:
        return "start"
    if before is None:
        return "hold"
    load = difference(before.level, now.level)
    amount = now.amount - before.amount
    if now.exposure.counts:
        if load > 0:
            return "load"
        if amount > 0 <= load:
            return GROWTH[measure]
        if now.exposure.more_sets:
            return "sets"
    return "less" if min(now.exposure.added_sets, amount, load) < 0 else "hold"

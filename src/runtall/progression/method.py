"""What grew since an exercise was done at full in an earlier week: the column ``method``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runtall.derivation.available_loads import Level, difference, level_of
from runtall.domain.exercise import Measure
from runtall.domain.plan import Entry, Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure, exposures
from runtall.progression.load_step import Hindrance

GROWTH = {Measure.REPS: "reps", Measure.METRES: "distance", Measure.SECONDS: "time"}


@dataclass(frozen=True, slots=True)
class Done:
    """What an exposure has: its load, amount and place in the plan.

    Parameters
    ----------
    alike
        Exposures running in which it has been the same; 0 where it isn't a step of a path.
    why
        What forbids the next load, if anything does.
    """

    level: Level
    amount: int
    exposure: Exposure
    alike: int = 0
    why: Hindrance | None = None


def method(measure: Measure, before: Done | None, now: Done, *, first: bool) -> str:
    """Name what grew from the last week with an exposure that counts to this one.

    What a week brings is new in its second session, too, as its card says.

    Where several did (no plan of ours has that), load comes before amount before sets. Light
    sessions and reduced weeks are never growth: they hold, or have less.

    Parameters
    ----------
    before
        The last exposure that counts, of an earlier week if there is one; None before any.
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


def earlier_week(counting: Sequence[Done], now: Exposure) -> Done | None:
    """Return the last of the exposures that count, of an earlier week if there is one."""
    earlier = [done for done in counting if done.exposure.day.week < now.day.week]
    return next(reversed(earlier or counting), None)


def amounts(entry: Entry) -> dict[Measure, int | None]:
    """Return the reps, metres and seconds of a set; None where none is printed."""
    return {
        Measure.REPS: entry.reps,
        Measure.METRES: entry.distance_m,
        Measure.SECONDS: entry.hold_s,
    }


def methods(problem: Problem, plan: Plan) -> Mapping[tuple[int, int], str]:
    """Return what grew at each entry that has a dose, by index of its session and its own.

    Entries whose load doesn't exist on their day are left out.
    """
    named: dict[tuple[int, int], str] = {}
    for key, found in exposures(problem, plan).items():
        measure, counting, first = problem.exercises[key].measure, list[Done](), True
        for exposure in found:
            amount = amounts(exposure.entry)[measure]
            if not exposure.entry.sets or amount is None:
                continue
            level = level_of(exposure.entry, exposure.loads)
            if level is not None:
                now = Done(level, amount, exposure)
                place = exposure.session_index, exposure.entry_index
                named[place] = method(measure, earlier_week(counting, exposure), now, first=first)
                counting += [now] if exposure.counts else []
            first = False
    return named

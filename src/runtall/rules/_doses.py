"""What rules about doses share: the doses of a finished plan, exercise by exercise.

Nothing of it is posted: the solver decides days, exercises and sets, and doses follow. A plan
that has only decisions breaks none of these rules; whole-dose demands that a published one has
more.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runtall.domain.exercise import Measure
from runtall.domain.where import Violation, Where
from runtall.progression.exposures import exposures
from runtall.progression.rack import difference, level_of
from runtall.rules._words import exercise_words, kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.exercise import Exercise
    from runtall.domain.plan import Entry, Plan
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Variables
    from runtall.progression.exposures import Exposure
    from runtall.progression.rack import Level


@dataclass(frozen=True, slots=True)
class Dosed:
    """An entry with its dose.

    Parameters
    ----------
    level
        Its load on that day's rack; None if there is no such load.
    amount
        Reps, metres or seconds of a set.
    """

    exercise: Exercise
    exposure: Exposure
    level: Level | None
    amount: int

    @property
    def rir(self) -> int:
        """Reps in reserve: printed, or what the day asks for."""
        printed = self.exposure.entry.rir
        return self.exposure.rir if printed is None else printed


def amount_of(exercise: Exercise, entry: Entry) -> int | None:
    """Reps, metres or seconds, whichever the exercise counts in; None where none is printed."""
    amounts = {
        Measure.REPS: entry.reps,
        Measure.METRES: entry.distance_m,
        Measure.SECONDS: entry.hold_s,
    }
    return amounts[exercise.measure]


def doses(problem: Problem, plan: Plan) -> dict[str, tuple[Dosed, ...]]:
    """Entries with a dose by exercise, each in the order of the days.

    Ten rules ask for the same, so the plan keeps the answer for the problem that it answers.
    """
    known = plan.memo.get("doses")
    if known is None or known[0] is not problem:
        known = plan.memo["doses"] = (problem, _doses(problem, plan))
    found: dict[str, tuple[Dosed, ...]] = known[1]
    return found


def _doses(problem: Problem, plan: Plan) -> dict[str, tuple[Dosed, ...]]:
    if not any(e.reps or e.distance_m or e.hold_s for s in plan.sessions for e in s.entries):
        return {}
    result = {}
    for key, found in exposures(problem, plan).items():
        exercise = problem.exercises[key]
        result[key] = tuple(
            Dosed(exercise, one, level_of(one.entry, one.rack), amount)
            for one in found
            if one.entry.sets > 0 and (amount := amount_of(exercise, one.entry)) is not None
        )
    return result


def at_full(found: tuple[Dosed, ...]) -> Iterator[tuple[Dosed, Dosed]]:
    """Each two consecutive doses that count: heavy, not eased, with the usual loads."""
    yield from itertools.pairwise(one for one in found if one.exposure.counts)


def compared(found: tuple[Dosed, ...]) -> Iterator[tuple[Dosed, Dosed]]:
    """Each dose after the first that counts, with the last one before it that does."""
    last: Dosed | None = None
    for one in found:
        if last is not None:
            yield last, one
        if one.exposure.counts:
            last = one


def step(before: Dosed, now: Dosed) -> int:
    """How much heavier a load is; 0 where the two can't be compared."""
    if before.level is None or now.level is None:
        return 0
    return difference(before.level, now.level)


class AboutDoses:
    """What every rule about doses does: post nothing, and name entries."""

    id = ""

    def post(self, problem: Problem, variables: Variables) -> None:
        """Nothing: the solver has no say in doses."""

    def _broken(self, problem: Problem, one: Exposure, found: str) -> Violation:
        where = Where(week=one.day.week, kind=one.kind, slot=one.entry.position)
        return Violation(self.id, where, f"{exercise_words(problem, one.entry.exercise)}: {found}")


def place(where: Where) -> str:
    """How sentences about doses begin: ``Week 3, D1 session``."""
    return f"Week {where.week}, {kind_words(where.kind)} session"

"""R05, R41 to R45: sets that end well before failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.exercise import Kind
from runtall.domain.phase import Phase
from runtall.domain.where import Violation, Where
from runtall.rules._words import exercise_words, kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Entry, Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Variables

FEWEST_REPS = 6
LEAST_RIR = 1
CAREFUL_RIR = 3
LIGHT_RIR = 4
VERY_LIGHT_RIR = 5
EARLY_WEEKS = 3


def least_rir(day: Day, kind: Kind) -> int:
    """Fewest reps in reserve of a set (R21, R22, R42 to R45, definitions of light)."""
    if kind is Kind.VERY_LIGHT:
        return VERY_LIGHT_RIR
    if kind is Kind.LIGHT or day.phase is Phase.TAPER:
        return LIGHT_RIR
    careful = (
        day.phase is Phase.PEAK
        or day.week <= EARLY_WEEKS
        or day.option in {"B", "C"}
        or day.maybe_rest
    )
    return CAREFUL_RIR if careful else LEAST_RIR


class CleanSets:
    """Sets of at least six reps that stop short of failure, with exercises of the library.

    For every set::

        reps >= 6       reps in reserve >= 1

    and 3 in reserve in weeks 1 to 3, in peak weeks and on days after a workout or without a
    run, 4 in light sessions and the taper, 5 in very light ones. The library has no crunches
    and no maximal tests; warm-up and mobility items are no working sets. Nothing is posted:
    doses come with `runtall.progression` once days and sets are decided, and only an edited
    plan can break this.
    R05, R21, R22, R29, R41 to R45, R47; guide: "Keep soreness low", "How hard should it feel?".
    """

    id = "R05"
    title = "six reps at least, some always in reserve"
    source = "guide: soreness, effort; R05, R41 to R45"
    can_be_off = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Nothing: the decisions hold no doses, and ladders only exercises of the library."""

    def _faults(self, problem: Problem, day: Day, kind: Kind, entry: Entry) -> Iterator[str]:
        exercise = problem.exercises.get(entry.exercise)
        if exercise is None:
            yield "not in the library"
        elif not exercise.working:
            yield "no working set but warm-up or mobility"
        if entry.reps is not None and entry.reps < FEWEST_REPS:
            yield f"{entry.reps} reps, at least {FEWEST_REPS} wanted"
        least = least_rir(day, kind)
        if entry.rir is not None and entry.rir < least:
            yield f"{entry.rir} reps in reserve, at least {least} wanted"

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each entry that goes too near to failure or is no exercise of the library."""
        for week in problem.weeks:
            for session in plan.in_week(week.number):
                day = problem.days[session.day]
                for entry in session.entries:
                    faults = list(self._faults(problem, day, session.kind, entry))
                    if faults:
                        where = Where(week=week.number, kind=session.kind, slot=entry.position)
                        words = exercise_words(problem, entry.exercise)
                        yield Violation(self.id, where, f"{words}: {'; '.join(faults)}")

    def say(self, problem: Problem, where: Where) -> str:
        """``Week 3, D1 session: at least 6 reps a set, and always some in reserve.``."""
        return (
            f"Week {where.week}, {kind_words(where.kind)} session: at least {FEWEST_REPS} reps "
            "a set of an exercise of the library, and always some in reserve."
        )

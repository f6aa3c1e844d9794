"""Sets that end well before failure."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import sessions_of
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.reach import Reach
from runtall.domain.where import Fault, InSession
from runtall.errors.words import counted
from runtall.progression.coming_back import back_at
from runtall.progression.effort import CAREFUL_RIR, EARLY_WEEKS, least_rir, most_rir
from runtall.progression.exposures import exposures
from runtall.progression.strength import FEWEST_REPS
from runtall.rules._words import exercise_words
from runtall.rules.base import Rule

# Tenths of a second; what is slower is a grind.
SLOWEST_LOWERING = 30


class CleanSets(Rule):
    """Sets of at least six reps that stop short of failure, with exercises of the library.

    For every set::

        reps >= 6       1 <= reps in reserve <= 3

    and 3 in reserve in weeks 1 to 3, at the first three exposures of an exercise, in peak weeks,
    on days after a workout or without a run and soon after a gap of ten days; 4 in light sessions,
    the taper and the first session after an illness, 5 in very light ones. No exercise lowers its
    weight for more than 3 seconds. The library has no crunches and no maximal tests; warm-up and
    mobility items are no working sets. Nothing is posted: doses come with `runtall.progression`
    once days and sets are decided, and only an edited plan can break this.
    Guide: "Keep soreness low", "How hard should it
    feel?".
    """

    title = "six reps at least, some always in reserve"
    source = "guide: soreness, effort"
    sentence = (
        "Week {week}, {kind} session: at least 6 reps a set of an exercise of the library, "
        "and always some in reserve."
    )
    reach = Reach.DOSES

    def _faults(
        self, problem: Problem, plan: Plan, day: Day, kind: SessionKind, entry: Entry
    ) -> Iterator[str]:
        exercise = problem.exercises.get(entry.exercise)
        if exercise is None:
            yield "not in the library"
        elif not exercise.working:
            yield "no working set but warm-up or mobility"
        elif exercise.lowering_tenths > SLOWEST_LOWERING:
            yield "lowered for more than 3 s"
        if entry.reps is not None and entry.reps < FEWEST_REPS:
            yield f"{counted(entry.reps, 'rep')}, at least {FEWEST_REPS} wanted"
        back = back_at(problem, plan, day.index)
        least, most = least_rir(day, kind), most_rir(day, kind)
        if back is not None:
            least, most = max(least, back.rir), max(most, back.rir)
        if entry.rir is not None and entry.rir < least:
            yield f"{counted(entry.rir, 'rep')} in reserve, at least {least} wanted"
        if entry.rir is not None and entry.rir > most:
            yield f"{counted(entry.rir, 'rep')} in reserve, at most {most} wanted"

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each entry that goes too near to failure or is no exercise of the library."""
        for week, session in sessions_of(problem, plan):
            day = problem.days[session.day]
            for entry in session.entries:
                if faults := "; ".join(self._faults(problem, plan, day, session.kind, entry)):
                    words = f"{exercise_words(problem, entry.exercise)}: {faults}"
                    yield InSession(week.number, session.kind, entry.position), words
        if plan.dosed:
            yield from self._learning(problem, plan)

    def _learning(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each of the first three exposures that goes too near to failure."""
        for key, found in exposures(problem, plan).items():
            for exposure in found[:EARLY_WEEKS]:
                rir = exposure.entry.rir
                known = least_rir(exposure.day, exposure.kind) <= (rir or 0)
                if rir is not None and known and rir < CAREFUL_RIR:
                    words = (
                        f"{counted(rir, 'rep')} in reserve, at least {CAREFUL_RIR} while it is new"
                    )
                    yield exposure.where, f"{exercise_words(problem, key)}: {words}"

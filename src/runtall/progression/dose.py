"""From decided sets to a session that can be done: amounts, loads, effort, minutes, reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runtall.derivation.profile import SHORT_WEEKS
from runtall.domain.exercise import Exercise, Measure
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.progression.available_loads import CHOICE, CHOOSE, Level, weighted
from runtall.progression.coming_back import eased, without_gaps
from runtall.progression.effort import CAREFUL_RIR
from runtall.progression.exposures import Exposure, exposures, usual_loads
from runtall.progression.method import Done, method
from runtall.progression.mobility import BLOCK_MINUTES, has_mobility_block
from runtall.progression.notes import entry_note
from runtall.progression.pairs import paired, wants_pairs
from runtall.progression.path import State, Step, plan_path
from runtall.progression.reduced_dose import reduced_dose
from runtall.progression.session_time import cap_s, longest_s, minutes, planned_s
from runtall.progression.starting_load import Start, start_of
from runtall.progression.strength import LIGHT_OVERSHOOT, fewest
from runtall.progression.why_today import why_today


def prescribe(problem: Problem, plan: Plan) -> Plan:
    """Fill in everything that follows from the decided days, exercises and sets.

    Parameters
    ----------
    plan
        A decided plan: of its entries only position, exercise and sets are read.

    Returns
    -------
    Plan
        The same decisions, sessions by day.
    """
    plan = replace(plan, sessions=tuple(sorted(plan.sessions, key=lambda session: session.day)))
    doses = _Doses(problem, plan).entries
    filled = (_session(problem, plan, *both) for both in zip(plan.sessions, doses, strict=True))
    return replace(plan, sessions=tuple(filled))


def _session(problem: Problem, plan: Plan, session: Session, entries: Sequence[Entry]) -> Session:
    day = problem.days[session.day]
    if wants_pairs(day, session.kind):
        entries = paired(entries, problem.exercises, day.items)
    length = minutes(planned_s(entries, problem.exercises))
    if has_mobility_block(day.phase, session.kind):
        length += BLOCK_MINUTES
    return replace(
        session,
        entries=tuple(entries),
        option=day.option,
        run=day.run_words,
        minutes=length,
        start=day.start,
        note=why_today(problem, plan, session.day),
    )


class _Doses:
    """The doses of all exercises, one exercise after the other.

    Attributes
    ----------
    entries
        Entries of each session, filled in.
    """

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self._problem, self._plan = problem, plan
        self.entries: list[list[Entry]] = [list(session.entries) for session in plan.sessions]
        self._room_s = [
            cap_s(problem.days[session.day], session.kind)
            - longest_s(session.entries, problem.exercises)
            for session in plan.sessions
        ]
        for key, found in exposures(problem, plan).items():
            self._exercise(problem.exercises[key], found)

    def _exercise(self, exercise: Exercise, found: Sequence[Exposure]) -> None:
        athlete = self._problem.request.athlete
        usual = usual_loads(self._problem, exercise.key, found[0].day.index)
        start = start_of(exercise, usual, athlete)
        based = [exposure for exposure in found if exposure.in_base]
        # Loads to grow into: all, or in a plan under eight weeks none but the first.
        short = len(self._problem.weeks) < SHORT_WEEKS
        loads = start.loads[: start.state.level + 1] if short else start.loads
        path: list[State] = []
        for gap, part in without_gaps(self._problem, self._plan, based):
            state = eased(exercise, loads, path[-1], gap.row.load) if gap else start.state
            steps = [self._step(exercise, exposure, part[0]) for exposure in part]
            path += plan_path(exercise, loads, state, steps, athlete.experience)
        last: Done | None = None
        for number, done in enumerate(self._done(exercise, start, found, path)):
            exposure = done.exposure
            self.entries[exposure.session_index][exposure.entry_index] = replace(
                _filled(exercise, done),
                method=method(exercise.measure, last, done, first=number == 0),
                note=entry_note(self._problem, start if number == 0 else None, last, done),
            )
            if exposure.counts:
                last = done
                spent = self._beyond_s(exercise, exposure, done.amount)
                self._room_s[exposure.session_index] -= spent

    def _step(self, exercise: Exercise, exposure: Exposure, first: Exposure) -> Step:
        """Return an exposure as a step of the path, with the amount that there is time for."""
        room = self._room_s[exposure.session_index]
        beyond = range(exercise.high, exercise.high + LIGHT_OVERSHOOT + 1)
        fits = [amount for amount in beyond if self._beyond_s(exercise, exposure, amount) <= room]
        most = max(fits, default=exercise.high)
        return Step(exposure.day.week - first.day.week, exposure.rir, exposure.may_grow, most)

    def _beyond_s(self, exercise: Exercise, exposure: Exposure, amount: int) -> int:
        """Return the seconds by which an amount goes beyond what the session was decided with."""
        top = exercise.set_seconds(exercise.high)
        return exposure.entry.sets * max(0, exercise.set_seconds(amount) - top)

    def _done(
        self, exercise: Exercise, start: Start, found: Sequence[Exposure], path: Sequence[State]
    ) -> Iterator[Done]:
        """Yield the dose of each exposure: the path's, or what the last one on the path leaves."""
        planned = iter(path)
        reached, rir = start.state, CAREFUL_RIR
        for exposure in found:
            if exposure.in_base:
                reached, rir = next(planned), exposure.rir
                yield Done(start.loads[reached.level], reached.amount, exposure)
                continue
            here = start
            if not exposure.counts and exposure.loads != start.loads:
                # The runner is somewhere else.
                here = start_of(exercise, exposure.loads, self._problem.request.athlete)
            state = reached
            if exposure.back:
                state = eased(exercise, start.loads, reached, exposure.back.load)
            if exposure.back and exposure.eased:
                less = exposure.back.reps_less(exercise, rir)
                amount = max(fewest(exercise), state.amount - less)
                yield Done(start.loads[state.level], min(state.amount, amount), exposure)
                continue
            same = weighted(here.loads) == weighted(start.loads)
            working = start.loads[state.level] if same else here.loads[here.state.level]
            there = replace(exposure, loads=here.loads)
            state = reduced_dose(exercise, working, state.amount, rir, there)
            yield Done(here.loads[state.level], state.amount, exposure)


def _filled(exercise: Exercise, done: Done) -> Entry:
    amounts = {exercise.measure: done.amount}
    return replace(
        done.exposure.entry,
        reps=amounts.get(Measure.REPS),
        distance_m=amounts.get(Measure.METRES),
        hold_s=amounts.get(Measure.SECONDS),
        per_side=exercise.per_side,
        load_g=done.level.load_g,
        load=_words(exercise, done.level, done.exposure.rir),
        rir=done.exposure.rir,
        rest_s=exercise.rest_s,
        pair=None,
    )


def _words(exercise: Exercise, level: Level, rir: int) -> str:
    if level is not CHOICE:
        return level.words
    more = f"{rir} more reps" if exercise.measure is Measure.REPS else "twice as far"
    return f"{CHOOSE}{more} possible"

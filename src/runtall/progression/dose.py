"""From decided sets to a session that can be done: amounts, loads, effort, minutes, reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from runtall.derivation.available_loads import CHOICE, CHOOSE, Level
from runtall.derivation.profile import SHORT_WEEKS
from runtall.domain.exercise import Exercise, Measure, Pattern
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.progression.coming_back import eased, regained
from runtall.progression.effort import BASE_RIR
from runtall.progression.exposures import (
    Exposure,
    exposures,
    spared,
    usual_loads,
    without_gaps,
)
from runtall.progression.method import Done, method
from runtall.progression.mobility import block_minutes, with_room_used
from runtall.progression.notes import Notes
from runtall.progression.off_path import doses
from runtall.progression.pairs import paired, wants_pairs
from runtall.progression.path import Point, Step, plan_path
from runtall.progression.session_time import cap_s, minutes, planned_s
from runtall.progression.starting_load import start_of
from runtall.progression.strength import LIGHT_OVERSHOOT
from runtall.progression.why_today import why_today

# Exposures that may grow after a load of before a gap has come back: the peak holds what is known.
GROWTHS_AFTER = 2


def prescribe(problem: Problem, plan: Plan) -> Plan:
    """Fill in everything that follows from the decided days, exercises and sets.

    Parameters
    ----------
    plan
        A decided plan: of its entries only position, exercise and sets are read.

    Returns
    -------
    Plan
        The same decisions, sessions by day; with mobility beside sessions on tight days, where
        their lengths leave room.
    """
    plan = replace(plan, sessions=tuple(sorted(plan.sessions, key=lambda session: session.day)))
    entries = _Doses(problem, plan).entries
    filled = (_session(problem, plan, *both) for both in zip(plan.sessions, entries, strict=True))
    plan = replace(plan, sessions=tuple(filled))
    return replace(plan, mobility=with_room_used(problem, plan))


def _session(problem: Problem, plan: Plan, session: Session, entries: Sequence[Entry]) -> Session:
    day = problem.days[session.day]
    if wants_pairs(day, session.kind):
        entries = paired(entries, problem.exercises, day.items)
    session = replace(session, entries=tuple(entries))
    length = minutes(planned_s(entries, problem.exercises)) + block_minutes(problem, session)
    return replace(
        session,
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
            cap_s(problem.days[session.day], session.kind) - _top_s(problem, session)
            for session in plan.sessions
        ]
        # Sessions in which some exercise takes a step of load: the others wait.
        self._stepped: set[int] = set()
        for key, found in sorted(exposures(problem, plan).items(), key=self._turn):
            self._exercise(problem.exercises[key], found)

    def _turn(self, item: tuple[str, Sequence[Exposure]]) -> int:
        """Return whose turn it is for a step of load: pulls first, then presses, carries, core."""
        return list(Pattern).index(self._problem.exercises[item[0]].pattern)

    def _exercise(self, exercise: Exercise, found: Sequence[Exposure]) -> None:
        athlete = self._problem.request.athlete
        usual = usual_loads(self._problem, exercise.key, found[0].day.index)
        start = start_of(exercise, usual, athlete)
        based = [exposure for exposure in found if exposure.in_base]
        # Loads to grow into: all, or none but the first: in a plan under eight weeks, and in
        # carries where the shoulders creep up.
        short = len(self._problem.planned_weeks) < SHORT_WEEKS
        stays = short or (exercise.pattern is Pattern.CARRY and athlete.keep_carries_light)
        loads = start.loads[: start.state.level + 1] if stays else start.loads
        path: list[Point] = []
        state = had = start.state
        for gap, part in without_gaps(self._problem, self._plan, based):
            if gap:
                state = eased(exercise, loads, path[-1].state, gap.row.load)
                had = max(had, path[-1].state)
            steps = list(self._steps(exercise, part, loads[state.level]))
            while steps:
                # What was lifted before the gap comes back once anything may grow.
                held = self._held(part) if state.level < had.level else len(part)
                # After a gap nothing is caught up with.
                path += plan_path(exercise, loads, state, steps[:held], athlete, hurried=bool(path))
                state = regained(exercise, path[-1].state, had)
                part, steps = part[held:], steps[held:]
        for exposure, (before, now) in zip(based[1:], pairwise(path), strict=True):
            if now.state.level > before.state.level:
                self._stepped.add(exposure.session_index)
        last: Done | None = None
        every = tuple(doses(exercise, start, athlete, found, path))
        notes = Notes(self._problem, exercise, start, every)
        for number, done in enumerate(every):
            exposure = done.exposure
            self.entries[exposure.session_index][exposure.entry_index] = replace(
                _filled(exercise, done),
                method=method(exercise.measure, last, done, first=number == 0),
                note=notes.note(number, last),
            )
            if exposure.counts:
                last = done
                spent = self._beyond_s(exercise, exposure, done.amount)
                self._room_s[exposure.session_index] -= spent

    def _held(self, part: Sequence[Exposure]) -> int:
        """Return how many exposures there are before one at which a load may come back."""
        ready = (
            number
            for number, exposure in enumerate(part)
            if number and exposure.may_grow and exposure.growths >= GROWTHS_AFTER
            if exposure.session_index not in self._stepped
        )
        return next(ready, len(part))

    def _steps(self, exercise: Exercise, based: Sequence[Exposure], begun: Level) -> Iterator[Step]:
        """Yield exposures of the base phase as steps of a path."""
        doubled = not grows_by_two(exercise, begun)
        weeks = [exposure.day.week for exposure in based]
        for number, exposure in enumerate(based):
            week = exposure.day.week
            double = not doubled and exposure.may_grow and exposure.rir == BASE_RIR
            doubled |= double
            yield Step(
                rir=exposure.rir,
                may_grow=exposure.may_grow,
                most=self._most(exercise, exposure),
                taken=exposure.session_index in self._stepped,
                double=double,
                weeks_left=exposure.weeks_left,
                growths=exposure.growths,
                new_week=number == 0 or weeks[number - 1] != week,
                more_sets=exposure.more_sets,
            )

    def _most(self, exercise: Exercise, exposure: Exposure) -> int:
        """Return the largest amount that the session has time for; of spared presses the top."""
        if spared(self._problem, exercise):
            return exercise.high
        room = self._room_s[exposure.session_index]
        beyond = range(exercise.high, exercise.high + LIGHT_OVERSHOOT + 1)
        fits = [amount for amount in beyond if self._beyond_s(exercise, exposure, amount) <= room]
        return max(fits, default=exercise.high)

    def _beyond_s(self, exercise: Exercise, exposure: Exposure, amount: int) -> int:
        """Return the seconds by which an amount goes beyond what the session was decided with."""
        top = exercise.set_seconds(exercise.high)
        return exposure.entry.sets * max(0, exercise.set_seconds(amount) - top)


def _top_s(problem: Problem, session: Session) -> int:
    """Return the seconds of a session at the top of every range, in turns where it goes so."""
    day, library = problem.days[session.day], problem.exercises
    top = [
        replace(entry, **_amount(library[entry.exercise], library[entry.exercise].high))
        for entry in session.entries
    ]
    if wants_pairs(day, session.kind):
        top = list(paired(top, library, day.items))
    return planned_s(top, library)


def grows_by_two(exercise: Exercise, begun: Level) -> bool:
    """Return whether an exercise takes two reps at once when the reserve falls.

    With weights, the face pull, and push-ups with raised hands: one rep more with one less in
    reserve would ask for nothing more.
    """
    if exercise.measure is not Measure.REPS:
        return False
    light = exercise.key == "face_pull" or begun.words.startswith("hands")
    return begun.load_g is not None or light


def _amount(exercise: Exercise, amount: int) -> dict[str, Any]:
    """Return the fields of an entry that say how much a set is."""
    measures = {"reps": Measure.REPS, "distance_m": Measure.METRES, "hold_s": Measure.SECONDS}
    return {name: amount if exercise.measure is m else None for name, m in measures.items()}


def _filled(exercise: Exercise, done: Done) -> Entry:
    return replace(
        done.exposure.entry,
        **_amount(exercise, done.amount),
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
    more = f"for {rir} more" if exercise.measure is Measure.REPS else "to go twice as far"
    return f"{CHOOSE}light enough {more}"

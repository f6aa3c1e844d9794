"""The ways of all exercises through base, one after the other: they share sessions and minutes.

One exercise of a session takes a step of load, the others wait. Pulls go first, then presses,
carries and core. Who would wait to the end of base for a first step goes before them, if more
exercises take one then, no step is lost and each pull keeps one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Any

from runtall.derivation.available_loads import Level, Loads, level_of
from runtall.derivation.profile import SHORT_WEEKS
from runtall.domain.exercise import Exercise, Measure, Pattern
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.progression.coming_back import eased, regained
from runtall.progression.effort import BASE_RIR
from runtall.progression.exposures import Exposure, exposures, spared, usual_loads, without_gaps
from runtall.progression.load_step import Hindrance
from runtall.progression.method import amounts
from runtall.progression.pairs import paired, wants_pairs
from runtall.progression.path import Point, State, Step, plan_path
from runtall.progression.session_time import cap_s, planned_s
from runtall.progression.starting_load import Start, start_of
from runtall.progression.strength import LIGHT_OVERSHOOT

# Exposures that may grow after a load of before a gap has come back: the peak holds what is known.
GROWTHS_AFTER = 2


@dataclass(frozen=True, slots=True)
class Way:
    """What an exercise does in base: where it begins, and the points of its exposures there."""

    start: Start
    path: Sequence[Point]

    @property
    def steps(self) -> int:
        """How often it takes the next load."""
        return sum(now.state.level > before.state.level for before, now in pairwise(self.path))

    @property
    def waits(self) -> bool:
        """Whether nothing but another exercise's step ever keeps it from its first one."""
        return not self.steps and any(point.why is Hindrance.TAKEN for point in self.path)


def ways(problem: Problem, plan: Plan) -> Mapping[str, Way]:
    """Return the way of each exercise of a decided plan."""
    order = sorted(
        exposures(problem, plan),
        key=lambda key: list(Pattern).index(problem.exercises[key].pattern),
    )
    best = _InTurn(problem, plan).ways(order)
    for key in [key for key in order if best[key].waits]:
        earlier = [key, *(other for other in order if other != key)]
        other = _InTurn(problem, plan).ways(earlier)
        (more, total), (stepping, steps) = _steps(other), _steps(best)
        pulls = [one for one in order if problem.exercises[one].pattern is Pattern.PULL]
        robbed = any(best[pull].steps and not other[pull].steps for pull in pulls)
        if more > stepping and total >= steps and not robbed:
            best, order = other, earlier
    return best


def _steps(found: Mapping[str, Way]) -> tuple[int, int]:
    """Return how many exercises take a step, and how many steps there are."""
    steps = [way.steps for way in found.values()]
    return sum(map(bool, steps)), sum(steps)


class _InTurn:
    """The ways of exercises that are planned in turn, with what the earlier ones leave."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self._problem, self._plan = problem, plan
        self._room_s = [
            cap_s(problem.days[session.day], session.kind) - _top_s(problem, session)
            for session in plan.sessions
        ]
        # Sessions in which some exercise has a new load: the others wait.
        self._stepped: set[int] = set()

    def ways(self, order: Sequence[str]) -> dict[str, Way]:
        """Return the ways of exercises, the first of them with all there is."""
        found = exposures(self._problem, self._plan)
        return {key: self._way(self._problem.exercises[key], found[key]) for key in order}

    def _way(self, exercise: Exercise, found: Sequence[Exposure]) -> Way:
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
            steps = list(self._steps(exercise, part))
            while steps:
                # What was lifted before the gap comes back once anything may grow.
                held = self._held(part) if state.level < had.level else len(part)
                # After a gap nothing is caught up with.
                once = bool(path) or not grows_by_two(exercise, loads[state.level])
                given = self._given(part[:held], loads)
                path += plan_path(
                    exercise, loads, state, steps[:held], athlete, doubled=once, given=given
                )
                state = regained(exercise, path[-1].state, had)
                part, steps = part[held:], steps[held:]
        self._take(exercise, based, path)
        return Way(start, path)

    def _take(self, exercise: Exercise, based: Sequence[Exposure], path: Sequence[Point]) -> None:
        """Take note of sessions with a new load, and of the time that reps above the range take."""
        weeks: set[int] = set()
        for exposure, (before, now) in zip(based[1:], pairwise(path), strict=True):
            if now.state.level > before.state.level:
                weeks.add(exposure.day.week)
        for exposure, point in zip(based, path, strict=True):
            if exposure.day.week in weeks:
                self._stepped.add(exposure.session_index)
            spent = self._beyond_s(exercise, exposure, point.state.amount)
            self._room_s[exposure.session_index] -= spent

    def _given(self, part: Sequence[Exposure], loads: Loads) -> list[State]:
        """Return where it stands on the first exposures, as far as that was known before now.

        The sessions before an illness were decided, with their doses, when nobody knew of it.
        """
        known = max(self._problem.illnesses, default=0)
        states = []
        for exposure in takewhile(lambda one: one.day.index < known, part):
            level = level_of(exposure.entry, loads)
            amount = next(filter(None, amounts(exposure.entry).values()), None)
            if level not in loads or amount is None:
                break
            states.append(State(loads.index(level), amount))
        return states

    def _held(self, part: Sequence[Exposure]) -> int:
        """Return how many exposures there are before one at which a load may come back."""
        taken = {one.day.week for one in part if one.session_index in self._stepped}
        ready = (
            number
            for number, exposure in enumerate(part)
            if number and exposure.may_grow and exposure.growths >= GROWTHS_AFTER
            if exposure.day.week not in taken
        )
        return next(ready, len(part))

    def _steps(self, exercise: Exercise, based: Sequence[Exposure]) -> Iterator[Step]:
        """Yield exposures of the base phase as steps of a path."""
        weeks = [exposure.day.week for exposure in based]
        taken = {one.day.week for one in based if one.session_index in self._stepped}
        # One rep more with one less in reserve would ask for nothing more.
        eased = (n for n, one in enumerate(based) if one.may_grow and one.rir == BASE_RIR)
        due = next(eased, None) if exercise.measure is Measure.REPS else None
        for number, exposure in enumerate(based):
            week = exposure.day.week
            yield Step(
                rir=exposure.rir,
                may_grow=exposure.may_grow,
                most=self._most(exercise, exposure),
                taken=week in taken,
                double=number == due,
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
        replace(entry, **amount_fields(library[entry.exercise], library[entry.exercise].high))
        for entry in session.entries
    ]
    if wants_pairs(day, session.kind):
        top = list(paired(top, library, day.items))
    return planned_s(top, library)


def grows_by_two(exercise: Exercise, begun: Level) -> bool:
    """Return whether an exercise may once grow by two steps at once.

    Two reps with weights and in the face pull, ten metres in carries; nobody else: a whole range of
    band rows is two reps.
    """
    if exercise.measure is Measure.METRES:
        return True
    return exercise.measure is Measure.REPS and (
        begun.load_g is not None or exercise.key == "face_pull"
    )


def amount_fields(exercise: Exercise, amount: int) -> dict[str, Any]:
    """Return the fields of an entry that say how much a set is."""
    measures = {"reps": Measure.REPS, "distance_m": Measure.METRES, "hold_s": Measure.SECONDS}
    return {name: amount if exercise.measure is m else None for name, m in measures.items()}

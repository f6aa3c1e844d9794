"""The ways of all exercises through base, one after the other: they share sessions and minutes.

One exercise of a session takes a step of load, the others wait. Pulls go first, then what a sign
asks for before all else, presses, carries and core; but a later step of these waits for the first
ones of all. Who would wait to the end of base for a first step goes as far ahead as it must, if
more exercises take one then, no step is lost and each pull keeps one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
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
from runtall.progression.exposures import Exposure, exposures, rests, spared
from runtall.progression.exposures.earlier import without_gaps
from runtall.progression.exposures.in_order import usual_loads
from runtall.progression.load_step import WEEKS_AFTER, Hindrance
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
    rank = {key: _rank(problem, key, found) for key, found in exposures(problem, plan).items()}
    order = sorted(rank, key=lambda key: rank[key])
    pulls = {key for key in order if problem.exercises[key].pattern is Pattern.PULL}
    best = _fair(problem, plan, order, pulls)
    for key in [key for key in order if best[key].waits]:
        # No farther ahead than it must be.
        for before in range(rank[key], -1, -1):
            others = [other for other in order if other != key]
            place = next(at for at, other in enumerate([*others, key]) if rank[other] >= before)
            earlier = [*others[:place], key, *others[place:]]
            other = _fair(problem, plan, earlier, pulls)
            (more, total), (stepping, steps) = _steps(other), _steps(best)
            robbed = any(best[pull].steps and not other[pull].steps for pull in pulls)
            if more > stepping and total >= steps and not robbed:
                best, order = other, earlier
                break
    return best


def _rank(problem: Problem, key: str, found: Sequence[Exposure]) -> int:
    """Return the place of an exercise: by its pattern, but first of all behind the pulls for signs.

    That is what a sign asks for before all else, and no pull.
    """
    pattern = problem.exercises[key].pattern
    slots = {
        slot.name
        for one in found
        for slot in problem.slots[one.kind]
        if slot.position == one.entry.position and one.kind.heavy
    }
    asked = any(problem.focus[name].place == 0 for name in slots & problem.focus.keys())
    return 1 if asked and pattern is not Pattern.PULL else 2 * list(Pattern).index(pattern)


def _fair(
    problem: Problem, plan: Plan, order: Sequence[str], leading: Set[str]
) -> Mapping[str, Way]:
    """Return the ways of exercises in turn, where later steps wait for the first ones of all.

    Those of the leading ones don't.
    """
    firsts = _InTurn(problem, plan)
    firsts.ways(order, leading)
    return _InTurn(problem, plan, firsts.stepped).ways(order, set(order))


def _steps(found: Mapping[str, Way]) -> tuple[int, int]:
    """Return how many exercises take a step, and how many steps there are."""
    steps = [way.steps for way in found.values()]
    return sum(map(bool, steps)), sum(steps)


class _InTurn:
    """The ways of exercises that are planned in turn, with what the earlier ones leave.

    Parameters
    ----------
    stepped
        Sessions in which each has a new load: the others wait.
    """

    def __init__(
        self, problem: Problem, plan: Plan, stepped: Mapping[str, Set[int]] | None = None
    ) -> None:
        self._problem, self._plan = problem, plan
        self._room_s = [
            cap_s(problem.days[session.day], session.kind) - _top_s(problem, session)
            for session in plan.sessions
        ]
        self.stepped = dict(stepped or {})

    def ways(self, order: Sequence[str], leading: Set[str]) -> dict[str, Way]:
        """Return the ways of exercises, the first of them with all there is.

        The first step of each is its own; of the leading ones all are.
        """
        found, result = exposures(self._problem, self._plan), {}
        for key in order:
            exercise = self._problem.exercises[key]
            based = [exposure for exposure in found[key] if exposure.in_base]
            result[key] = way = self._way(exercise, found[key], based)
            self._take(exercise, based, way.path, None if key in leading else 1)
        return result

    def _way(self, exercise: Exercise, found: Sequence[Exposure], based: Sequence[Exposure]) -> Way:
        athlete = self._problem.request.athlete
        usual = usual_loads(self._problem, exercise.key, found[0].day.index)
        start = start_of(exercise, usual, athlete)
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
                held = self._held(exercise, part) if state.level < had.level else len(part)
                # After a gap nothing is caught up with.
                once = bool(path) or not grows_by_two(exercise, loads[state.level])
                given = self._given(part[:held], loads)
                path += plan_path(
                    exercise, loads, state, steps[:held], athlete, doubled=once, given=given
                )
                state = regained(exercise, path[-1].state, had)
                part, steps = part[held:], steps[held:]
        return Way(start, path)

    def _take(
        self,
        exercise: Exercise,
        based: Sequence[Exposure],
        path: Sequence[Point],
        counted: int | None,
    ) -> None:
        """Take note of sessions with a new load, and of the time that reps above the range take.

        Of the first so many new loads; None: of all.
        """
        both = zip(based[1:], pairwise(path), strict=True)
        steps = [one.day.week for one, (old, new) in both if new.state.level > old.state.level]
        weeks = steps[:counted]
        self.stepped[exercise.key] = {o.session_index for o in based if o.day.week in weeks}
        for exposure, point in zip(based, path, strict=True):
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

    def _taken(self, exercise: Exercise, part: Sequence[Exposure]) -> set[int]:
        """Return the weeks in which another exercise of its sessions has a new load."""
        others = (sessions for key, sessions in self.stepped.items() if key != exercise.key)
        taken = set[int]().union(*others)
        return {one.day.week for one in part if one.session_index in taken}

    def _held(self, exercise: Exercise, part: Sequence[Exposure]) -> int:
        """Return how many exposures there are before one at which a load may come back."""
        taken = self._taken(exercise, part)
        ready = (
            number
            for number, exposure in enumerate(part)
            if number and exposure.may_grow and exposure.growths >= GROWTHS_AFTER
            if exposure.weeks_left >= WEEKS_AFTER
            if exposure.day.week not in taken
        )
        return next(ready, len(part))

    def _steps(self, exercise: Exercise, based: Sequence[Exposure]) -> Iterator[Step]:
        """Yield exposures of the base phase as steps of a path."""
        weeks = [exposure.day.week for exposure in based]
        taken = self._taken(exercise, based)
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
                new_week=not rests(self._problem, exposure)
                and (number == 0 or weeks[number - 1] != week),
                more_sets=exposure.more_sets,
                sets=exposure.entry.sets,
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

    Two reps with weights and in the face pull, ten metres in carries, which the guide has and
    without which few come to their one step of weight; nobody else: a whole range of band rows is
    two reps.
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

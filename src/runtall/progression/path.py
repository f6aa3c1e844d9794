"""The way of one exercise through the block, planned whole on the loads that exist.

Double progression: reps, metres or seconds grow to the top of the range; then the load
takes the next step that exists, if it lands in the range; if it doesn't, reps go on a
little above. When to grow is chosen by dynamic programming, so that what the sets ask for
follows a smooth line as closely as these steps can. Pure and exact: every way is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runtall.domain.athlete import Experience
from runtall.domain.exercise import Exercise
from runtall.progression.available_loads import Loads
from runtall.progression.strength import STEP, may_step, most, predicted, strength

MOST_A_WEEK = 15
# Growth that is never exceeded, per mille: of one week, and of the whole plan.
MOST_IN_ALL = 150
# Growth aimed at, per mille: a week at first, until so much is gained, and a week from then.
PACE = {Experience.NEW: (12, 72, 2), Experience.SOME: (10, 60, 2), Experience.TRAINED: (8, 40, 2)}
# Deviations by less than this, per mille, are none: no set can tell them apart.
FINE = 5


@dataclass(frozen=True, slots=True, order=True)
class State:
    """Where an exercise stands: the index of its load, and the amount of a set."""

    level: int
    amount: int


@dataclass(frozen=True, slots=True)
class Step:
    """One exposure on the way.

    Parameters
    ----------
    weeks
        Weeks since the first exposure.
    rir
        Reps in reserve.
    may_grow
        Whether a rule leaves room for growth here.
    most
        Largest amount that there is time for.
    """

    weeks: int
    rir: int
    may_grow: bool
    most: int


def aim(experience: Experience, weeks: int) -> int:
    """Return the growth that a plan aims at after so many weeks, per mille."""
    first, knee, later = PACE[experience]
    return min(MOST_IN_ALL, first * weeks, knee + later * max(0, weeks - knee // first))


def plan_path(
    exercise: Exercise, loads: Loads, start: State, steps: Sequence[Step], experience: Experience
) -> tuple[State, ...]:
    """Plan an exercise over its exposures.

    Parameters
    ----------
    steps
        Its exposures that count, in order; on the first it stands at ``start``.

    Returns
    -------
    tuple of State
        One for each step: of all ways that the rules allow, the one whose growth deviates
        least from the aim in squares, then the one that takes load steps soonest.
    """
    strictest = [_strictest(steps[number:]) for number in range(len(steps))]
    rir = strictest[0].rir if strictest else 0
    first = strength(exercise, loads[start.level], start.amount, rir)
    planner = _Planner(exercise, loads, first, experience)
    paths: dict[State, tuple[tuple[int, int], tuple[State, ...]]] = {start: ((0, 0), (start,))}
    for before, now, strict in zip(steps, steps[1:], strictest[1:], strict=False):
        best: dict[State, tuple[tuple[int, int], tuple[State, ...]]] = {}
        for state, (cost, path) in paths.items():
            for after in planner.moves(state, before, now, strict):
                reached = (cost[0] + planner.deviation(after, strict), cost[1] - after.level)
                if after not in best or (reached, path) < (best[after][0], best[after][1][:-1]):
                    best[after] = (reached, (*path, after))
        paths = best
    return min(paths.values())[1] if steps else ()


def _strictest(steps: Sequence[Step]) -> Step:
    """Return the first step with what every later one must bear, too."""
    rir, most_time = max(step.rir for step in steps), min(step.most for step in steps)
    return replace(steps[0], rir=rir, most=most_time)


@dataclass(frozen=True, slots=True)
class _Planner:
    """The moves of an exercise from step to step, and what they come to.

    Parameters
    ----------
    first
        Strength at the start.
    """

    exercise: Exercise
    loads: Loads
    first: int
    experience: Experience

    def growth(self, state: State, rir: int) -> int:
        """Return the growth since the start, per mille."""
        now = strength(self.exercise, self.loads[state.level], state.amount, rir)
        return 1000 * (now - self.first) // self.first

    def deviation(self, state: State, strict: Step) -> int:
        """Return the square of what lacks to the aim; what is above it counts twice."""
        above = self.growth(state, strict.rir) - aim(self.experience, strict.weeks)
        return ((2 * above if above > 0 else -above) // FINE) ** 2

    def moves(self, state: State, before: Step, now: Step, strict: Step) -> Iterator[State]:
        """Yield where an exercise can stand next: as it is, or one method further."""
        yield state
        if now.may_grow:
            allowed = min(MOST_IN_ALL, MOST_A_WEEK * now.weeks)
            for after in self._grown(state, before.rir, now.rir, strict.most):
                if self.growth(after, strict.rir) <= allowed:
                    yield after

    def _grown(self, state: State, rir_before: int, rir: int, longest: int) -> Iterator[State]:
        level, high = self.loads[state.level], self.exercise.high
        step = STEP[self.exercise.measure]
        if state.amount < high:
            for amount in range(state.amount + step, min(high, state.amount + 2 * step) + 1, step):
                yield State(state.level, amount)
            return
        asked = strength(self.exercise, level, state.amount, rir_before)
        if state.level + 1 < len(self.loads):
            heavier = self.loads[state.level + 1]
            if may_step(self.exercise, asked, heavier, rir):
                lands = min(high, predicted(self.exercise, asked, heavier, rir))
                for amount in range(min(self.exercise.low, lands), lands + 1, step):
                    yield State(state.level + 1, amount)
                return
        if state.amount < min(most(self.exercise, level), longest):
            yield State(state.level, state.amount + step)

"""The way of one exercise through the block, planned whole on the loads that exist.

Double progression: reps, metres or seconds grow to the top of the range by the guide's steps;
then the load takes the next step that exists, if it is earned and lands in the range or near it;
if it doesn't, reps stand for a week or go on a little above. Once it may grow by two: reps where
that is due, metres where five would be too slow for a step before the peak. What is left open,
standing, going on or growing by two, is chosen by dynamic programming over all ways. Pure and
exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from runtall.derivation.available_loads import Level, Loads
from runtall.domain.athlete import Athlete
from runtall.domain.exercise import Exercise, Measure
from runtall.progression.load_step import (
    SETS_ON_FLOOR,
    TWICE,
    Chance,
    Hindrance,
    enough,
    hindrance,
    landing,
)
from runtall.progression.strength import STEP, most

# Weeks with the same dose after which an exercise stands still.
ALIKE = 2


@dataclass(frozen=True, slots=True, order=True)
class State:
    """Where an exercise stands: the index of its load, and the amount of a set."""

    level: int
    amount: int


@dataclass(frozen=True, slots=True)
class Point:
    """An exposure planned.

    Parameters
    ----------
    alike
        Exposures running in which it has been done with this load, this amount and no more sets.
    why
        What forbids the next load, if anything does.
    """

    state: State
    alike: int
    why: Hindrance | None


@dataclass(frozen=True, slots=True)
class Step:
    """One exposure on the way.

    Parameters
    ----------
    rir
        Reps in reserve.
    may_grow
        Whether a rule leaves room for growth here.
    most
        Largest amount that there is time for.
    taken
        Whether another exercise of the session takes a step of load.
    double
        Whether two reps are due, as the first week with less in reserve allows.
    weeks_left
        Growing weeks after this one and before the peak in which it is done at full.
    growths
        Exposures among them in which a rule leaves room for growth.
    new_week
        Whether it is the first exposure of its week, and that is a growing one.
    more_sets
        Whether it has more sets than last time.
    sets
        Its sets.
    """

    rir: int
    may_grow: bool
    most: int
    taken: bool = False
    double: bool = False
    weeks_left: int = 0
    growths: int = 0
    new_week: bool = True
    more_sets: bool = False
    sets: int = SETS_ON_FLOOR


@dataclass(frozen=True, slots=True, order=True)
class _Node:
    """A state, how often it was enough for a step, how many weeks it has been alike.

    And whether it has grown by two, as it may once.
    """

    state: State
    at_top: int
    alike: int
    doubled: bool = False


# Weeks too many with the same dose, each as much as it has been alike for, so that they are spread;
# a first step of load (negative); growth by two that isn't due; steps of load (negative); growth
# left out; lateness of steps, and of all growth: who has to stand does so where nothing is left.
_Cost = tuple[int, int, int, int, int, int, int]
_NOTHING: _Cost = (0, 0, 0, 0, 0, 0, 0)


def plan_path(
    exercise: Exercise,
    loads: Loads,
    start: State,
    steps: Sequence[Step],
    athlete: Athlete,
    *,
    doubled: bool = False,
    given: Sequence[State] = (),
) -> tuple[Point, ...]:
    """Plan an exercise over its exposures.

    Parameters
    ----------
    loads
        Loads that there are to grow into, lightest first.
    steps
        Its exposures that count, in order; on the first it stands at ``start``.
    doubled
        Whether it may not grow by two any more, as it otherwise may once.
    given
        Where it stands on the first of them, where that is decided.

    Returns
    -------
    tuple of Point
        One for each step: of all ways that the rules allow, the one that stands still least,
        then with a step of load at all, then without growth by two that isn't due, then with most
        steps, then with most growth, then with the earliest steps, then with the earliest growth.
    """
    if not steps:
        return ()
    planner = _Planner(exercise, loads, athlete)
    start = next(iter(given), start)
    begin = _Node(start, int(planner.earns(start)), 1, doubled)
    ways: dict[_Node, tuple[_Cost, tuple[State, ...]]] = {begin: (_NOTHING, (start,))}
    for index, (before, now) in enumerate(pairwise(steps), start=1):
        longest = min(step.most for step in steps[index:])
        best: dict[_Node, tuple[_Cost, tuple[State, ...]]] = {}
        for node, (cost, way) in ways.items():
            moves = given[index : index + 1] or planner.moves(node, before, now, longest)
            for state in moves:
                after = planner.reached(node, state, now)
                dead = max(0, after.alike - ALIKE) if now.new_week else 0
                stepped = int(state.level > node.state.level)
                first = stepped * int(node.state.level == start.level)
                idle = int(now.may_grow and state == node.state)
                hurry = int(after.doubled and not (node.doubled or now.double))
                reached = (
                    cost[0] + dead, cost[1] - first, cost[2] + hurry, cost[3] - stepped,
                    cost[4] + idle, cost[5] + index * stepped,
                    cost[6] + index * (state != node.state),
                )  # fmt: skip
                if after not in best or (reached, way) < (best[after][0], best[after][1][:-1]):
                    best[after] = (reached, (*way, state))
        ways = best
    return tuple(planner.points(begin, min(ways.values())[1], steps))


@dataclass(frozen=True, slots=True)
class _Planner:
    """The moves of an exercise from exposure to exposure."""

    exercise: Exercise
    loads: Loads
    athlete: Athlete

    def earns(self, state: State) -> bool:
        """Return whether an amount is enough for the next load."""
        before, after = self.loads[state.level], self._next(state)
        most = self.exercise.high if after is None else enough(self.exercise, before, after)
        return state.amount >= most

    def reached(self, node: _Node, state: State, now: Step) -> _Node:
        """Return a state with what is to be remembered of the way to it."""
        same = state == node.state and not now.more_sets
        alike = node.alike + now.new_week if same else 1
        before = node.at_top if state.level == node.state.level else 0
        at_top = min(TWICE, before + 1) if self.earns(state) else 0
        more = state.amount - node.state.amount if state.level == node.state.level else 0
        return _Node(state, at_top, alike, node.doubled or more > STEP[self.exercise.measure])

    def points(self, begin: _Node, way: Sequence[State], steps: Sequence[Step]) -> Iterator[Point]:
        """Yield the points of a way, with what forbids the next load at each."""
        node, before, alike = begin, steps[0], 0
        for state, now in zip(way, steps, strict=True):
            why = hindrance(self.exercise, self.athlete, self._chance(node, before, now))
            alike = alike + 1 if state == node.state and not now.more_sets else 1
            node = node if now is steps[0] else self.reached(node, state, now)
            yield Point(state, alike, why)
            before = now

    def moves(self, node: _Node, before: Step, now: Step, longest: int) -> Iterator[State]:
        """Yield where an exercise can stand next.

        Where it may, it takes a step of load; else it grows in the range, always, and at the top
        it stands or goes on above. Reps stand where more is left in reserve than last time: that
        day is to be easier. They grow by two only where that is due.
        """
        state, one = node.state, STEP[self.exercise.measure]
        if not now.may_grow:
            yield state
            return
        lands = self._lands(node, before, now)
        if lands is not None:
            yield State(state.level + 1, lands)
            return
        reps = self.exercise.measure is Measure.REPS
        if reps and now.rir > before.rir:
            yield state
            return
        if state.amount < self.exercise.high:
            fits = state.amount + 2 * one <= self.exercise.high
            twice = fits and not node.doubled and (now.double or not reps)
            if twice:
                yield State(state.level, state.amount + 2 * one)
            if not (twice and now.double):
                yield State(state.level, state.amount + one)
            return
        yield state
        if state.amount < min(most(self.exercise, self.loads[state.level]), longest):
            yield State(state.level, state.amount + one)

    def _lands(self, node: _Node, before: Step, now: Step) -> int | None:
        """Return the amount at the next load; None where it may not be taken."""
        chance = self._chance(node, before, now)
        if chance.after is None or hindrance(self.exercise, self.athlete, chance):
            return None
        return landing(
            self.exercise, chance.before, chance.amount, chance.rir, chance.after, chance.rir_after
        )

    def _next(self, state: State) -> Level | None:
        level = state.level + 1
        return self.loads[level] if level < len(self.loads) else None

    def _chance(self, node: _Node, before: Step, now: Step) -> Chance:
        return Chance(
            before=self.loads[node.state.level],
            amount=node.state.amount,
            rir=before.rir,
            at_top=node.at_top,
            after=self._next(node.state),
            rir_after=now.rir,
            weeks_left=now.weeks_left,
            growths=now.growths,
            taken=now.taken,
            sets=before.sets,
        )

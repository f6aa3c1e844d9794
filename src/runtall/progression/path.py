"""The way of one exercise through the block, planned whole on the loads that exist.

Double progression: reps, metres or seconds grow to the top of the range by the guide's steps;
then the load takes the next step that exists, if it is earned, lies under the line of strength
and lands in the range; if it doesn't, reps stand for a week or go on a little above. What is left
open, standing or going on, is chosen by dynamic programming over all ways. Pure and exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from runtall.derivation.available_loads import Loads
from runtall.domain.athlete import Athlete
from runtall.domain.exercise import Exercise
from runtall.progression.load_step import (
    TWICE,
    Chance,
    Hindrance,
    hindrance,
    lands_under_line,
)
from runtall.progression.strength import STEP, most, strength

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
    weeks
        Weeks with strength training since the first exposure.
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
    weeks_to_grow
        Growing weeks after this one and before the peak.
    growths
        Exposures among them in which a rule leaves room for growth.
    new_week
        Whether it is the first exposure of its week.
    more_sets
        Whether it has more sets than last time.
    """

    weeks: int
    rir: int
    may_grow: bool
    most: int
    taken: bool = False
    double: bool = False
    weeks_to_grow: int = 0
    growths: int = 0
    new_week: bool = True
    more_sets: bool = False


@dataclass(frozen=True, slots=True, order=True)
class _Node:
    """A state, how often it was at the top of the range, and how many weeks it has been alike."""

    state: State
    at_top: int
    alike: int


# Weeks too many with the same dose, each as much as it has been alike for, so that they are spread;
# steps of load (negative); growth left out; lateness of steps.
_Cost = tuple[int, int, int, int]
_NOTHING: _Cost = (0, 0, 0, 0)


def plan_path(
    exercise: Exercise,
    loads: Loads,
    start: State,
    steps: Sequence[Step],
    athlete: Athlete,
    first: int | None = None,
) -> tuple[Point, ...]:
    """Plan an exercise over its exposures.

    Parameters
    ----------
    loads
        Loads that there are to grow into, lightest first.
    steps
        Its exposures that count, in order; on the first it stands at ``start``.
    first
        Strength at which the line begins; None: that of ``start``.

    Returns
    -------
    tuple of Point
        One for each step: of all ways that the rules allow, the one that stands still least,
        then with most steps of load, then with most growth, then with the earliest steps.
    """
    if not steps:
        return ()
    if first is None:
        first = strength(exercise, loads[start.level], start.amount, steps[0].rir)
    planner = _Planner(exercise, loads, first, athlete)
    begin = _Node(start, int(start.amount >= exercise.high), 1)
    ways: dict[_Node, tuple[_Cost, tuple[State, ...]]] = {begin: (_NOTHING, (start,))}
    for index, (before, now) in enumerate(pairwise(steps), start=1):
        longest = min(step.most for step in steps[index:])
        best: dict[_Node, tuple[_Cost, tuple[State, ...]]] = {}
        for node, (cost, way) in ways.items():
            for state in planner.moves(node, before, now, longest):
                after = planner.reached(node, state, now)
                dead = max(0, after.alike - ALIKE) if now.new_week else 0
                stepped = int(state.level > node.state.level)
                idle = int(now.may_grow and state == node.state)
                reached = (
                    cost[0] + dead, cost[1] - stepped, cost[2] + idle, cost[3] + index * stepped
                )  # fmt: skip
                if after not in best or (reached, way) < (best[after][0], best[after][1][:-1]):
                    best[after] = (reached, (*way, state))
        ways = best
    return tuple(planner.points(begin, min(ways.values())[1], steps))


@dataclass(frozen=True, slots=True)
class _Planner:
    """The moves of an exercise from exposure to exposure.

    Parameters
    ----------
    first
        Strength at the start.
    """

    exercise: Exercise
    loads: Loads
    first: int
    athlete: Athlete

    def reached(self, node: _Node, state: State, now: Step) -> _Node:
        """Return a state with what is to be remembered of the way to it."""
        same = state == node.state and not now.more_sets
        alike = node.alike + now.new_week if same else 1
        top = state.amount >= self.exercise.high
        before = node.at_top if state.level == node.state.level else 0
        return _Node(state, min(TWICE, before + 1) if top else 0, alike)

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

        In the range it grows, always; at the top it takes a step of load where it may; else it
        stands, or goes on above the range.
        """
        state, one = node.state, STEP[self.exercise.measure]
        if not now.may_grow:
            yield state
            return
        if state.amount < self.exercise.high:
            twice = now.double and state.amount + 2 * one <= self.exercise.high
            yield State(state.level, state.amount + (1 + twice) * one)
            return
        lands = self._lands(node, before, now)
        if lands is not None:
            yield State(state.level + 1, lands)
            return
        yield state
        if state.amount < min(most(self.exercise, self.loads[state.level]), longest):
            yield State(state.level, state.amount + one)

    def _lands(self, node: _Node, before: Step, now: Step) -> int | None:
        """Return the amount at the next load; None where it may not be taken."""
        chance = self._chance(node, before, now)
        if chance.after is None or hindrance(self.exercise, self.athlete, chance):
            return None
        return lands_under_line(self.exercise, self.athlete, chance)

    def _chance(self, node: _Node, before: Step, now: Step) -> Chance:
        level = node.state.level
        return Chance(
            before=self.loads[level],
            amount=node.state.amount,
            rir=before.rir,
            at_top=node.at_top,
            after=self.loads[level + 1] if level + 1 < len(self.loads) else None,
            rir_after=now.rir,
            first=self.first,
            weeks=now.weeks,
            weeks_to_grow=now.weeks_to_grow,
            growths=now.growths,
            taken=now.taken,
        )

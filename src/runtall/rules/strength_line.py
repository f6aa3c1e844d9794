"""Load steps stay under a straight line of strength."""

from __future__ import annotations

from runtall.domain.problem import Problem
from runtall.progression.line import line
from runtall.progression.load_step import allowed, held_to_line
from runtall.progression.strength import strength
from runtall.rules._doses import AboutLoadSteps, LoadStep


class StrengthLine(AboutLoadSteps):
    """A heavier weight asks for no more strength than a straight line allows by then.

    For every step of load of a weight that is lifted, with strength = load * (30 + reps + reserve),
    s at the first dose, r reps at the last one and n weeks with strength training since the first::

        strength <= s * (1 + rate * n)      rate = 1.5 % new, 1.0 % some, 0.7 % trained
        or r >= high + 2 and strength <= that of the last dose

    and rate * n is at most 20, 14 or 10 % in 16 weeks; then a new line starts where the last
    ended, for new lifters at 1.0 %. Climbing the range is never held against the line, and who
    stands two reps above it has shown the strength for the next weight, as has who lifted it before
    a gap.
    Guide: "How to progress without overdoing it", small steps; the rates are ours.
    """

    title = "heavier weights stay under a line of strength"
    source = "guide: progress; rates ours"
    can_be_off = True
    asks = "a heavier weight asks for no more strength than the weeks of training let expect"

    def step_fault(self, problem: Problem, taken: LoadStep) -> str:
        """Return a step that leads above the line."""
        now, chance = taken.now, taken.chance
        if now.level is None or taken.had or not held_to_line(now.exercise, now.level):
            return ""
        athlete = problem.request.athlete
        asked = strength(now.exercise, now.level, now.amount, now.rir)
        if asked <= allowed(now.exercise, athlete, chance):
            return ""
        grown = 100 * asked / chance.first - 100
        most = line(athlete.experience, chance.weeks) / 10
        return f"{grown:.1f} % stronger after {chance.weeks} weeks, {most:.1f} % expected"

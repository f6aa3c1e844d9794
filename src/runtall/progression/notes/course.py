"""What is done of an exercise through the plan, as far as its cards may know it, and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from runtall.derivation.available_loads import Level, difference
from runtall.domain.exercise import Exercise, Measure
from runtall.domain.problem import Day, Problem
from runtall.domain.units import distance_words, height_words, load_words
from runtall.progression.exposures import compared_with
from runtall.progression.method import Done
from runtall.progression.starting_load import Start
from runtall.progression.texts import say, texts


@dataclass(frozen=True, slots=True)
class Course:
    """The course of one exercise.

    Parameters
    ----------
    start
        Where it begins.
    every
        All that is done of it, in order. The methods take the index of what a card is about.
    told
        What was said once and is not said again: what it stands in for, a bag, a coarse rack.
    """

    problem: Problem
    exercise: Exercise
    start: Start
    every: Sequence[Done]
    told: set[str] = field(default_factory=set)

    def before(self, number: int) -> Done | None:
        """Return the last exposure before one that counts."""
        return next((done for done in reversed(self.every[:number]) if done.exposure.counts), None)

    def last(self, number: int) -> Done | None:
        """Return what the card compares with."""
        earlier = [done.exposure for done in self.every[:number]]
        last = compared_with(self.problem, earlier, self.every[number].exposure)
        return None if last is None else self.every[earlier.index(last)]

    def heavier(self, number: int) -> Level | None:
        """Return the next load there is."""
        now = self.every[number]
        return next((lvl for lvl in now.exposure.loads if lvl.force > now.level.force), None)

    def foreseen(self, number: int) -> list[Done]:
        """Return an entry and those after it up to an illness: nobody knows of one that comes."""
        ahead, today = self.every[number:], self.every[number].exposure.day.index
        ill = next((day.index for day in self.problem.days[today:] if day.ill), None)
        return [done for done in ahead if ill is None or done.exposure.day.index < ill]

    def with_load(self, number: int) -> list[Done]:
        """Return what is done in base from an entry on, as far as it is foreseen, with its load."""
        ahead = (done for done in self.foreseen(number) if done.exposure.in_base)
        return list(takewhile(lambda done: done.level == self.every[number].level, ahead))

    def later(self, number: int) -> list[int]:
        """Return the indices of what counts in later weeks of base."""
        week = self.every[number].exposure.day.week
        ahead = range(number + 1, len(self.every))
        exposures = ((index, self.every[index].exposure) for index in ahead)
        return [index for index, then in exposures if then.in_base and then.day.week > week]

    def step(self, number: int) -> Day | None:
        """Return the day of the next step of load, if the plan has one.

        In its week that is the day of such a session, where it has one: what both days of a week
        have steps up on both.
        """
        now = self.every[number]
        later = (done for done in self.foreseen(number)[1:] if done.exposure.in_base)
        steps = [done.exposure for done in later if difference(now.level, done.level) > 0]
        week = [one for one in steps if one.day.week == steps[0].day.week]
        own = (one for one in week if one.kind is now.exposure.kind)
        return next((one.day for one in (*own, *week)), None)

    def in_week(self, week: int) -> list[Done]:
        """Return what is done of it in a week."""
        return [done for done in self.every if done.exposure.day.week == week]

    def amount_words(self, done: Done) -> str:
        """Write reps, metres or seconds in the runner's units."""
        if self.exercise.measure is Measure.METRES:
            return distance_words(done.amount, self.problem.request.units)
        return f"{done.amount}{' s' if self.exercise.measure is Measure.SECONDS else ''}"

    def level_words(self, level: Level) -> str:
        """Write a load in the runner's units: ``10 kg``, ``hands on 45 cm``."""
        units = self.problem.request.units
        load_g = level.load_g
        return height_words(level.words, units) if load_g is None else load_words(load_g, units)

    def dose_words(self, done: Done) -> str:
        """Write amount and load of a set: ``12 at 10 kg``, ``12 (hands on 45 cm)``."""
        amount, load = self.amount_words(done), self.level_words(done.level)
        if done.level.load_g is not None:
            return f"{amount} at {load}"
        return f"{amount} ({load})" if load else amount


def say_of(done: Done, text: str, **words: str) -> str:
    """Say a text; of what has no weight but levels its own, where there is one."""
    level = f"{text}_level"
    return say(level if level in texts() and done.level.load_g is None else text, **words)

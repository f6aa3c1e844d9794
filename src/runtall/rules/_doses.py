"""What rules about doses share: the doses of a finished plan, exercise by exercise.

Nothing of it is posted: the solver decides days, exercises and sets, and doses follow. A plan
that has only decisions breaks none of these rules; whole-dose demands that a published one has
more.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runtall.derivation.available_loads import Level, difference, level_of
from runtall.domain.exercise import Exercise
from runtall.domain.memo import kept_by_plan
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.where import Fault, InSession
from runtall.progression.exposures import Exposure, exposures
from runtall.progression.exposures.earlier import long_gap
from runtall.progression.load_step import Chance, enough
from runtall.progression.method import amounts
from runtall.rules._words import exercise_words, session_words
from runtall.rules.base import Rule


@dataclass(frozen=True, slots=True)
class Dosed:
    """An entry with its dose.

    Parameters
    ----------
    level
        Its load; None if there is no such load on that day.
    amount
        Reps, metres or seconds of a set.
    """

    exercise: Exercise
    exposure: Exposure
    level: Level | None
    amount: int

    @property
    def rir(self) -> int:
        """Return the reps in reserve: printed, or what the day asks for."""
        printed = self.exposure.entry.rir
        return self.exposure.rir if printed is None else printed


@kept_by_plan
def doses(problem: Problem, plan: Plan) -> dict[str, tuple[Dosed, ...]]:
    """Return the entries with a dose by exercise, each in the order of the days."""
    return {
        key: tuple(
            Dosed(exercise, exposure, level_of(exposure.entry, exposure.loads), amount)
            for exposure in found
            if exposure.entry.sets > 0
            and (amount := amounts(exposure.entry)[exercise.measure]) is not None
        )
        for key, found in exposures(problem, plan).items()
        for exercise in [problem.exercises[key]]
    }


def at_full(found: tuple[Dosed, ...]) -> Iterator[tuple[Dosed, Dosed]]:
    """Yield each two consecutive doses that count: heavy, usual loads, no reduced week."""
    yield from itertools.pairwise(dosed for dosed in found if dosed.exposure.counts)


def compared(found: tuple[Dosed, ...]) -> Iterator[tuple[Dosed, Dosed]]:
    """Yield each dose after the first that counts, with the last one before it that does.

    In the peak what came back easier after weeks without it counts, too; under its range it was
    for its own week.
    """
    last: Dosed | None = None
    back: Dosed | None = None
    for dosed in found:
        eased = back if dosed.exposure.day.phase is Phase.PEAK else None
        if eased and last and eased.level == last.level:
            in_range = min(eased.exercise.low, last.amount)
            eased = replace(eased, amount=max(eased.amount, in_range))
        if before := eased or last:
            yield before, dosed
        if dosed.exposure.counts:
            last, back = dosed, None
        elif dosed.exposure.lapsed:
            back = dosed


def step(before: Dosed, now: Dosed) -> int:
    """Return how much heavier a load is; 0 where the two can't be compared."""
    if before.level is None or now.level is None:
        return 0
    return difference(before.level, now.level)


@dataclass(frozen=True, slots=True)
class LoadStep:
    """The later of two doses that count, as a moment at which the next load might be taken.

    Parameters
    ----------
    had
        Amount of the dose before a long gap whose load is the next one or a heavier one, if any is.
    """

    before: Dosed
    now: Dosed
    chance: Chance
    had: int | None = None

    @property
    def taken(self) -> bool:
        """Whether the load grew."""
        return step(self.before, self.now) > 0


@kept_by_plan
def load_steps(problem: Problem, plan: Plan) -> Sequence[LoadStep]:
    """Return each two consecutive doses that count, with what decides about the next load."""
    return tuple(_load_steps(problem, plan))


def _load_steps(problem: Problem, plan: Plan) -> Iterator[LoadStep]:
    stepped = _stepped(problem, plan)
    for key, found in doses(problem, plan).items():
        tops = 0
        had: Dosed | None = None
        for before, now in at_full(found):
            if before.level is None or now.level is None:
                continue
            force, exercise = before.level.force, before.exercise
            after = next((level for level in now.exposure.loads if level.force > force), None)
            top = exercise.high if after is None else enough(exercise, before.level, after)
            if before.amount >= top:
                tops += 1
            week = now.exposure.day.week
            sessions = {
                one.exposure.session_index for one in found if one.exposure.day.week == week
            }
            others = {other for index in sessions for other in stepped[index]} - {key}
            chance = Chance(
                before=before.level,
                amount=before.amount,
                rir=before.rir,
                at_top=tops,
                after=after,
                rir_after=now.rir,
                weeks_left=now.exposure.weeks_left,
                growths=now.exposure.growths,
                taken=bool(others),
                sets=before.exposure.entry.sets,
            )
            if long_gap(problem, plan, before.exposure.day.index, now.exposure.day.index):
                had = max(filter(None, (had, before)), key=_reached)
            back = had and chance.after and chance.after.force <= _reached(had)[0]
            yield LoadStep(before, now, chance, had.amount if had and back else None)
            if step(before, now) != 0:
                tops = 0


def _stepped(problem: Problem, plan: Plan) -> dict[int, set[str]]:
    """Return by session the exercises that are there for the first time with a new load.

    In the second session of a week, too: what went up in the first is new there as well.
    """
    stepped: dict[int, set[str]] = defaultdict(set)
    for key, found in doses(problem, plan).items():
        weeks: set[int] = set()
        for before, now in at_full(found):
            week = now.exposure.day.week
            weeks |= {week} if step(before, now) > 0 else set()
            if week in weeks:
                stepped[now.exposure.session_index].add(key)
    return stepped


def _reached(dosed: Dosed) -> tuple[int, int]:
    return (dosed.level.force if dosed.level else 0, dosed.amount)


class AboutDoses(Rule):
    """What every rule about doses does: post nothing, and name entries."""

    # What it asks of every session, without a full stop.
    asks = ""
    reach = Reach.DOSES
    ties_weeks = False

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield entries and what is wrong with them; empty words are no fault."""
        raise NotImplementedError

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each entry that breaks the rule; a plan of decisions alone has none."""
        if not plan.dosed:
            return
        for exposure, fault in self.dose_faults(problem, plan):
            if fault:
                yield exposure.where, f"{exercise_words(problem, exposure.entry.exercise)}: {fault}"

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 3, D1 session: an exercise grows by one thing at a time, ...``."""
        return f"{session_words(where)}: {self.asks}."


class AboutSteps(AboutDoses):
    """A rule about an exercise's way from one dose to the next."""

    ties_weeks = True
    # The doses of an exercise that are compared, two by two.
    steps = staticmethod(at_full)

    def fault(self, problem: Problem, plan: Plan, before: Dosed, now: Dosed) -> str:
        """Return what is wrong with the later of two doses; empty for nothing."""
        raise NotImplementedError

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each dose that doesn't follow from the one before it."""
        for found in doses(problem, plan).values():
            for before, now in self.steps(found):
                yield now.exposure, self.fault(problem, plan, before, now)


class AboutLoadSteps(AboutDoses):
    """A rule about the steps of load that a plan takes."""

    ties_weeks = True

    def step_fault(self, problem: Problem, taken: LoadStep) -> str:
        """Return what is wrong with a step of load; empty for nothing."""
        raise NotImplementedError

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each step of load that should not have been taken."""
        for found in load_steps(problem, plan):
            if found.taken:
                yield found.now.exposure, self.step_fault(problem, found)

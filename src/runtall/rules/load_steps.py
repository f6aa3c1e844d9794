"""A load step is earned, small, and lands in the range."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.derivation.available_loads import step_percent
from runtall.derivation.profile import SHORT_WEEKS
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.coming_back import regained_amount
from runtall.progression.exposures import Exposure
from runtall.progression.load_step import (
    SETS_ON_FLOOR,
    bearable,
    climbs_back,
    enough,
    few_sets,
    hindrance,
    landing,
    times_at_top,
    too_large,
)
from runtall.progression.strength import fewest
from runtall.rules._doses import AboutLoadSteps, LoadStep, load_steps, step


class LoadSteps(AboutLoadSteps):
    """The load grows once the top of the range is reached, by the smallest step there is.

    For two consecutive exposures that count, with loads L < M, amounts a and b and reserve R, and
    n the sessions in which L was done at the top of its range::

        a >= high        n >= 1, or 2 for carries, and for a new lifter's steps of more than 10 %
                         and other heights
        or, for lower hands, a >= the reps that are worth the bottom of the range there
        feet leave the floor after three sets of a
        M is the next load that there is
        fewest <= b <= L * (30 + a + R) / M - 30 - R, and b <= high - 2        (Epley)
        b <= L * a / M        (carries, M at most a quarter heavier, or the next kettlebell by 4 kg)
        b + g >= low        g: exposures before the peak in which it may still grow

    Bands and variants begin at the bottom. Above the range a dose goes only where no such
    step was possible. A load that was done before a gap of 17 days or more needn't be earned again:
    it comes back with two reps less, or at the bottom of the range. A plan under eight weeks has no
    load steps at all.
    Guide: "Pick one progress method at a time".
    """

    title = "load grows by small steps that are earned"
    source = "guide: progress methods"
    can_be_off = True
    asks = (
        "more load only from the top of the range, by the smallest step there is, "
        "and only if it lands in the range"
    )

    def step_fault(self, problem: Problem, taken: LoadStep) -> str:
        """Return a load step that is too early, too large, or that lands too low."""
        now, chance, exercise = taken.now, taken.chance, taken.now.exercise
        athlete = problem.request.athlete
        if len(problem.planned_weeks) < SHORT_WEEKS:
            return "more load in so short a plan"
        # A load of before a gap needn't be earned; where it is, it lands as any other does.
        most = 0 if taken.had is None else regained_amount(exercise, taken.had)
        if now.level == chance.after and now.amount <= most:
            return ""
        if chance.after is None or now.level is None:
            return ""
        least = enough(exercise, chance.before, chance.after)
        if chance.amount < least:
            return f"more load after {chance.amount} {exercise.measure}, before {least}"
        if now.level.force > chance.after.force:
            percent = step_percent(chance.before, now.level)
            return f"{percent} % more load, though there is a smaller step"
        wanted = times_at_top(exercise, athlete.experience, chance.before, now.level)
        if chance.at_top < wanted:
            return f"more load after {least} {exercise.measure} in {chance.at_top} session"
        if few_sets(chance.before, now.level, chance.sets):
            return f"feet up after {chance.sets} sets on the floor, before {SETS_ON_FLOOR}"
        if not bearable(exercise, athlete, now.level) or too_large(
            exercise, chance.before, now.level
        ):
            return f"{step_percent(chance.before, now.level)} % more load, or more than is safe"
        lands = landing(
            exercise, chance.before, chance.amount, chance.rir, now.level, chance.rir_after
        )
        climbs = climbs_back(exercise, now.amount, chance)
        if not climbs or not fewest(exercise) <= now.amount <= lands:
            return f"{now.amount} {exercise.measure} at the new load, {max(0, lands)} expected"
        return ""

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each such step, and each dose above the range where a step was possible."""
        yield from super().dose_faults(problem, plan)
        if len(problem.planned_weeks) < SHORT_WEEKS:
            return
        # Before an illness nobody knows of the weeks that are left to a step.
        known = max(problem.illnesses, default=0)
        for found in load_steps(problem, plan):
            if found.now.exposure.day.index < known:
                continue
            before, now, exercise = found.before, found.now, found.now.exercise
            beyond = now.amount > before.amount >= exercise.high
            stays = beyond and step(before, now) == 0
            if stays and not hindrance(exercise, problem.request.athlete, found.chance):
                words = f"{now.amount} {exercise.measure}, though the next load is possible"
                yield now.exposure, words

"""A load step is earned, small, and lands in the range."""

from __future__ import annotations

from runtall.derivation.profile import SHORT_WEEKS
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.available_loads import step_percent
from runtall.progression.strength import fewest, may_step, predicted, strength
from runtall.rules._doses import AboutSteps, Dosed, step


class LoadSteps(AboutSteps):
    """The load grows once the top of the range is reached, by the smallest step there is.

    For two consecutive exposures that count, with loads L < M, amounts a and b and reserve R::

        a >= high        M is the next load that there is
        fewest <= b <= L * (30 + a + R) / M - 30 - R        (Epley; metres and seconds alike)

    and above the range it goes only where no such step was possible. A plan under eight weeks
    has no load steps at all.
    Guide: "Pick one progress method at a time".
    """

    title = "load grows by small steps that are earned"
    source = "guide: progress methods"
    can_be_off = True
    asks = (
        "more load only from the top of the range, by the smallest step there is, "
        "and only if it lands in the range"
    )

    def fault(self, problem: Problem, plan: Plan, before: Dosed, now: Dosed) -> str:
        """Return a load step that is too early, too large, missing, or that lands too low."""
        if before.level is None or now.level is None:
            return ""
        if len(problem.weeks) < SHORT_WEEKS:
            return "more load in so short a plan" if step(before, now) > 0 else ""
        exercise = now.exercise
        asked = strength(exercise, before.level, before.amount, before.rir)
        force = before.level.force
        heavier = next((level for level in before.exposure.loads if level.force > force), None)
        if step(before, now) <= 0:
            beyond = now.amount > before.amount >= exercise.high
            if beyond and heavier and may_step(exercise, asked, heavier, now.rir):
                return f"{now.amount} {exercise.measure}, though the next load is possible"
            return ""
        if before.amount < exercise.high:
            return f"more load after {before.amount} {exercise.measure}, before {exercise.high}"
        if heavier is not None and now.level.force > heavier.force:
            percent = step_percent(before.level, now.level)
            return f"{percent} % more load, though there is a smaller step"
        lands = predicted(exercise, asked, now.level, now.rir)
        if lands < fewest(exercise) or now.amount > lands:
            return f"{now.amount} {exercise.measure} at the new load, {max(0, lands)} expected"
        return ""
